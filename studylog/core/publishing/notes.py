"""A note as the public may read it: which notes go out, and what is left of their text."""

import re
from collections.abc import Container, Iterator, Mapping

from studylog.core.facts import Facts
from studylog.core.findings import Finding, Place
from studylog.core.header.firstlines import first_lines
from studylog.core.header.keys import field_of, note_type
from studylog.core.header.reading import Header
from studylog.core.header.wishes import is_wish
from studylog.core.i18n import say
from studylog.core.markdown.destinationforms import Lead
from studylog.core.markdown.destinations import lead_elsewhere
from studylog.core.parse import read_note
from studylog.core.publishing.carried import without_references
from studylog.core.publishing.masks import Mask
from studylog.core.publishing.stretches import without_private
from studylog.core.settings import PublicSettings, Settings
from studylog.core.strictyaml.writer import Written, written
from studylog.core.unmerged import CONFLICT, unmerged

_NAMES = ("author", "attendees", "absent", "moderator")
# Keys of the team's own stay at home: nobody knows what they are for.
_KEPT = ("title", "type", "course", *_NAMES, "lectures", "tags")

# With these a header may say more than what is read of it, and that may be `private: true`.
_READ_IN_PART = frozenset(
    {
        CONFLICT,
        "header-astray",
        "header-private",
        "header-shape",
        "header-unclosed",
        "header-undecided",
        "yaml-key",
        "yaml-repeated-key",
        "yaml-unreadable",
    }
)

_LABEL = re.compile(r"[:：=|](?=.*\w)")
# A word of a type, without what says that it is a note.
_WORD = re.compile(r"[^\W_]+?(?=(?:노트|회의록?|기록|일지|미팅|모임|세션)?(?:[\W_]|$))")


def doubt(facts: Facts, settings: Settings) -> Finding | None:
    """What leaves open whether a note may be seen, so that it stays at home; None where nothing does."""
    found = facts.findings
    if any(unmerged(facts.split.body)):
        found = read_note(facts.path, facts.text.encode(), settings).findings
    why = next((one for one in found if one.code in _READ_IN_PART), None)
    if why is None:
        return _of_private_type(facts, settings.site.public)
    message = say("This note stays private, because it may be meant to: {why}", why=why.message)
    return Finding(why.place, "warning", "stays-private", message, why.hint)


def _of_private_type(facts: Facts, public: PublicSettings) -> Finding | None:
    """A note whose header has no type is one of what its names or its first lines say."""
    said = () if facts.type or facts.header.publish else (facts.title, facts.path, *_types_below(facts))
    kind = next(filter(None, (_private_type(one, public) for one in said)), None)
    if kind is None:
        return None
    message = say(
        "This note stays private: its header has no type, but its name or first lines say “{type}”.",
        type=kind,
    )
    hint = say("Write its “type” into its header, or “publish: true” if all may see it.")
    return Finding(Place(facts.path), "warning", "stays-private", message, hint)


def _types_below(facts: Facts) -> Iterator[str]:
    """What the first lines call the type of their meeting: `유형: 멘토링`."""
    for line, _ in first_lines(facts.split.body):
        key, *value = _LABEL.split(line.lstrip("|> "), 1)
        if value and field_of(key) == "type":
            yield value[0]


def is_public(facts: Facts, public: PublicSettings) -> bool:
    """Whether a note goes out: not what is private, a draft, or of a type or a folder that stays at home.

    `publish: true` is stronger than type and folder, and weaker than `private` and `draft`.
    """
    header = facts.header
    if header.private or header.draft or header.publish is False:
        return False
    stays = _private_type(facts.type or "", public) or _is_put_away(facts.path)
    return header.publish is True or not stays


def _private_type(written: str, public: PublicSettings) -> str | None:
    """The type that stays at home, as a whole or as one of the words: `멘토링 노트`."""
    types = (written, *_WORD.findall(written))
    return next((one for one in types if note_type(one) in public.private), None)


def _is_put_away(path: str) -> bool:
    """Whether a folder says that its notes are for the team: `notes/비공개/`."""
    return any(map(is_wish, path.split("/")[:-1]))


def people_in(header: Header) -> Iterator[str]:
    """The people whom a header names."""
    yield from (name for name in (header.author, header.moderator) if name)
    yield from header.attendees
    yield from header.absent


def hidden_lines(facts: Facts) -> frozenset[int]:
    """The lines of a note that stay at home, as they are counted in its file."""
    before, after = facts.split.body, without_private(facts.split.body)
    pairs = enumerate(zip(before.split("\n"), after.split("\n"), strict=True), facts.split.body_line)
    return frozenset(line for line, (old, new) in pairs if old != new)


def public_text(facts: Facts, leads: Mapping[str, Lead], mask: Mask, public: Container[str]) -> str:
    """The text of a note for the public; its lines stand where they stood.

    `public` are the ids of questions and promises that the public may know.
    """
    body = without_private(without_references(facts.split.body, public))
    if leads:
        body = _led(body, leads)
    header = _header(facts, mask) if facts.split.header is not None else ""
    return header + mask.text(body)


def _led(body: str, leads: Mapping[str, Lead]) -> str:
    """The body with its references led elsewhere; a wikilink that was led keeps no name but its own label."""
    led = lead_elsewhere(body, leads).text
    names = {re.escape(lead.name) for lead in leads.values()}
    labels = "|".join(re.escape(written.strip()) for written in sorted(leads, key=len, reverse=True))
    return re.sub(
        rf"(?<=\[\[)({'|'.join(names)})(?:#[^\]|]*)?\\?\|(?:{labels})(?:#[^\]|]*)?(?=\]\])", r"\1", led
    )


def _header(facts: Facts, mask: Mask) -> str:
    lines = [f"{key}: {written(value)}" for key, value in _values(facts, mask)]
    # Blank lines keep the places of the body: the old header had at least as many lines, or was one line.
    lines += [""] * (facts.split.body_line - 3 - len(lines))
    return "\n".join(("---", *lines, "---", ""))


def _values(facts: Facts, mask: Mask) -> Iterator[tuple[str, Written]]:
    header = facts.header
    if header.date:
        yield "date", facts.day.isoformat() if facts.day else mask.text(header.date)
    for key in _KEPT:
        value = getattr(header, key)
        if value:
            yield key, tuple(map(mask.text, value)) if isinstance(value, tuple) else mask.text(value)
    for key in ("created", "updated"):
        moment = getattr(header, key)
        if moment:
            yield key, moment.isoformat(timespec="minutes")
