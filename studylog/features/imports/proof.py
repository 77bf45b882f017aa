"""Whether all that could be read in a source can be read in its note: told from the note as it is."""

import unicodedata

from studylog.core.incoming.coverage import Coverage, coverage
from studylog.core.incoming.drafts import Draft
from studylog.core.incoming.readable import readable
from studylog.core.incoming.spellings import spellings
from studylog.core.text import decode
from studylog.features.imports.people import names_in

# A sign that no source has, so that nothing is found across two forms.
_BETWEEN = "\n\ue812\n"


def proof(draft: Draft, content: bytes) -> Coverage | None:
    """How much of a draft's source a note with this content holds; None where nothing could be read."""
    if not draft.visible.strip():
        return None
    text = decode(content).text
    if not draft.header and text == draft.text:
        # The note is its source, sign for sign.
        return coverage(draft.visible, draft.visible)
    words = readable(text)
    seen, there = _squeezed(draft.visible), _squeezed(words)
    # What the header has in another form counts as there, if that is how the source has it.
    for form in sorted(map(_squeezed, (*spellings(text), *names_in(draft.header))), key=len, reverse=True):
        if form and seen.count(form) > there.count(form):
            words, there = f"{words}{_BETWEEN}{form}", f"{there}{_BETWEEN}{form}"
    return coverage(draft.visible, words)


def _squeezed(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
