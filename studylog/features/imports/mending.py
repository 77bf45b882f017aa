"""The links of a draft, led to where its files and the other pages have come to lie."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from urllib.parse import unquote

from studylog.core.body.links import inside
from studylog.core.header.parts import split
from studylog.core.incoming.drafts import Draft, HeaderValue
from studylog.core.markdown.destinationforms import Lead, Written, rewritten
from studylog.core.markdown.destinations import lead_elsewhere
from studylog.core.text import fold, nfc
from studylog.core.values import dataclass, replace
from studylog.features.imports.attaching import Coming
from studylog.features.imports.placing import Placed
from studylog.store.notebook import NOTES

_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Mended:
    """A draft whose links lead where they should, and how many were changed.

    `lost` are those that lead nowhere; `unreachable` are those among them that nobody finds in the text.
    """

    draft: Draft
    count: int
    lost: tuple[str, ...]
    unreachable: tuple[str, ...] = ()


def mend(placed: Placed, files: Sequence[Coming], pages: Mapping[str, Placed]) -> Mended:
    """The draft with its links to its files and to the pages of this run mended; `pages` go by source."""
    draft = placed.draft
    leads = dict(_leads(placed, files, pages))
    body = draft.text if draft.header else split(draft.text).body
    needed = {reference: lead for reference, lead in leads.items() if _is_needed(reference, lead, body)}
    led = lead_elsewhere(body, needed)
    header, found = _mended_header(draft.header, leads)
    meant = {file.reference for file in draft.attachments} | {page.reference for page in draft.pages}
    unreachable = tuple(sorted(needed.keys() - led.references - found))
    lost = dict.fromkeys((*draft.lost, *sorted(meant - {""} - leads.keys()), *unreachable))
    text = draft.text[: len(draft.text) - len(body)] + led.text
    return Mended(replace(draft, text=text, header=header), led.count + len(found), tuple(lost), unreachable)


def _is_needed(reference: str, lead: Lead, body: str) -> bool:
    """Whether anything may have to change; in vaults most references are names that stay as they are."""
    only_named = reference in body and body.count(reference) == body.count(f"[[{reference}")
    return bool(lead.name) or (bool(lead.path) and not only_named)


def _leads(
    placed: Placed, files: Iterable[Coming], pages: Mapping[str, Placed]
) -> Iterator[tuple[str, Lead]]:
    for coming in files:
        # Nothing refers to a file without a reference.
        for reference in filter(None, coming.references):
            yield reference, _lead(placed.path, reference, coming.path, coming.name)
    for link in placed.draft.pages:
        if link.source in pages:
            yield link.reference, _lead(placed.path, link.reference, pages[link.source].path)


def _lead(note: str, reference: str, path: str, file_name: str | None = None) -> Lead:
    """How a path is referred to from a note; what leads there already stays as it is written."""
    relative = posixpath.relpath(path, posixpath.dirname(note))
    name = relative if file_name else path.removeprefix(f"{NOTES}/").removesuffix(".md")
    _, sign, fragment = reference.partition("#")
    # `C#.pdf` is the whole name of a file.
    whole = file_name is not None and nfc(unquote(reference)).endswith(nfc(file_name))
    return Lead(
        path="" if inside(note, reference) == path else relative,
        name="" if _is_called(reference, path) else name,
        fragment="" if whole else sign + fragment,
    )


def _is_called(reference: str, path: str) -> bool:
    """Whether a wikilink that is written so means the note or the file of this path."""
    wanted = fold(unquote(reference.partition("#")[0]).removesuffix(".md"))
    parts = path.removesuffix(".md").split("/")
    return any(fold("/".join(parts[start:])) == wanted for start in range(len(parts)))


def _mended_header(
    header: Mapping[str, HeaderValue], leads: Mapping[str, Lead]
) -> tuple[dict[str, HeaderValue], set[str]]:
    """The header, where a value is a reference or has one among its words; and the references found."""
    found: set[str] = set()

    def mended(value: str) -> str:
        if value in leads and leads[value].path:
            found.add(value)
            return leads[value].path
        return _WORD.sub(lambda word: in_word(word[0]), value)

    def in_word(word: str) -> str:
        for reference in (word, word.rstrip(","), word.rstrip(",").removeprefix("(").removesuffix(")")):
            lead = leads.get(reference)
            new = rewritten(Written("plain", 0, 0, reference), lead, lead.fragment) if lead else None
            if new is not None:
                found.add(reference)
                return word.replace(reference, new, 1)
        return word

    changed = {
        key: mended(value) if isinstance(value, str) else tuple(map(mended, value))
        for key, value in header.items()
    }
    return changed, found
