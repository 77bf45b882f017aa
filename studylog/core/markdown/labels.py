"""Lines that begin with a label, one below the other: `장소: 온라인` is no running text."""

from collections.abc import Sequence

from markdown_it.token import Token

from studylog.core.late import late

_LABEL = late(r"\s*[^\s:：.!?]{1,16}(?:\s[^\s:：.!?]{1,16}){0,2}\s?[:：](?=\s)")


def keep_labelled_lines(children: Sequence[Token]) -> None:
    """Breaks the line between two of a paragraph that both begin with a label."""
    above, line, last = False, "", None
    for child in children:
        if child.type not in ("softbreak", "hardbreak"):
            line += child.content
            continue
        above = _end_of(line, above, last)
        line, last = "", child
    _end_of(line, above, last)


def _end_of(line: str, above: bool, before: Token | None) -> bool:
    """Whether a line that ends here has a label; if the one above has one, too, the break between is kept."""
    labelled = _LABEL.match(line) is not None
    if labelled and above and before is not None and before.type == "softbreak":
        before.type, before.tag = "hardbreak", "br"
    return labelled
