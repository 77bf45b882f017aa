"""The people in the headers of drafts: called as on the roster, or proposed for it."""

from collections.abc import Iterable, Iterator, Mapping

from studylog.core.findings import Finding, Place
from studylog.core.header.keys import PEOPLE, field_of
from studylog.core.i18n import say
from studylog.core.incoming.drafts import Draft, HeaderValue
from studylog.core.people.names import is_role
from studylog.core.people.roster import Roster, bare_name
from studylog.core.strictyaml import written
from studylog.core.values import replace
from studylog.store.notebook import MARKER


def called_as_on_the_roster(draft: Draft, roster: Roster) -> Draft:
    """The draft with the names that the roster has; those that it does not have stay as they are written."""
    changed: dict[str, HeaderValue] = {}
    for key, value in draft.header.items():
        named = field_of(key) in PEOPLE
        if isinstance(value, str):
            changed[key] = _called(value, roster) if named else value
        else:
            changed[key] = tuple(dict.fromkeys(_called(name, roster) for name in value)) if named else value
    return replace(draft, header=changed) if changed != draft.header else draft


def names_in(header: Mapping[str, HeaderValue]) -> Iterator[str]:
    """The people that a header names, as it writes them."""
    for key, value in header.items():
        if field_of(key) in PEOPLE:
            yield from (value,) if isinstance(value, str) else value


def proposal(names: Iterable[str], roster: Roster) -> Iterator[Finding]:
    """The people whom the roster lacks, once for all, with the lines that add them."""
    bare = (bare_name(name) for name in names if not roster.resolve(name).candidates)
    unknown = sorted({name for name in bare if name and not is_role(name)})
    if unknown:
        lines = [
            *([] if roster.people else ["    roster:"]),
            *(f"      - {written(name)}" for name in unknown),
        ]
        yield Finding(
            Place(MARKER),
            "note",
            "unknown-person",
            say("Not on the roster: {names}.", names=", ".join(unknown)),
            say(
                "Add those who belong to the team to `roster` in studylog.yaml:\n{lines}",
                lines="\n".join(lines),
            ),
        )


def _called(name: str, roster: Roster) -> str:
    person = roster.resolve(name).person
    return person.name if person else name
