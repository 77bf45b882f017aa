"""Notion's Markdown as the Markdown of a note, and as the plain words that it shows.

Notion indents what lies inside of a paragraph, a heading or a toggle, which makes it code for every other
reader, and puts callouts into tags, which makes them raw HTML. Its own code always stands in fences.
"""

import re
from collections.abc import Iterator, Sequence

from studylog.core.markdown import parse
from studylog.core.notion.callouts import callout_kind
from studylog.core.notion.fences import fenced, lines_of

_INDENTED = re.compile(r"^[ >]*(?: {4}|\t)", re.MULTILINE)
_STEP = re.compile(r"^(?P<before>[ >]*?)(?: {4}|\t)")
# Text inside of text inside of text: nobody goes deeper, and each level is read once more.
_DEEPEST = 12

_QUOTED = re.compile(r"[ \t>]*")
_TOGGLE_OPENS = re.compile(r"[ \t>]*(?:<details\b[^<>]*>\s*)?<summary\b[^<>]*>.*</summary>\s*")
_TOGGLE_CLOSES = re.compile(r"[ \t>]*</details>\s*")
_ASIDE = re.compile(r"[ \t]*<(?P<closing>/?)aside\b[^<>]*>\s*")
_NOTIONS_ICON = re.compile(r"<img\s[^<>]*?src=\"https://www\.notion\.so/icons/[^<>]*>[ \t]*")
_PICTURE_ALONE = re.compile(r"[^\w\s.,:;!?#>*`\[(|~$-]{1,8}")
_BLOCK = re.compile(r"[#>`|~$<]|[-*+][ \t]|[0-9]+[.)][ \t]|$")

_FENCE = re.compile(r"^[ \t>]*(?:`{3,}|~{3,}).*$", re.MULTILINE)
# A page, or what lies in its folder, whatever brackets are in its title; then anything else.
_DESTINATION = re.compile(
    r"\]\((?:(?!\]\()[^\s<>])*?[0-9a-f]{32}(?:_all)?\.(?:md|csv|html)\)"
    r"|\]\((?:(?!\]\()[^\s<>])*?[0-9a-f]{32}/[^\s()]*\)"
    r"|\]\((?:[^\s()]|\((?:[^\s()]|\([^\s()]*\))*\))*(?:[ \t]+\"[^\"\n]*\")?\)|\]\((?:(?!\]\()\S)*\)"
)
_TAGS = re.compile(r"</?(?:aside|details|summary|img|br|figure|figcaption|div|span|p|u)\b[^<>]*>")
_LINE_MARKS = re.compile(
    r"^[ \t>]*(?:#{1,6}[ \t]|[-*+][ \t]+(?:\[[ xX]\][ \t])?|[0-9]+[.)][ \t]|(?:[-*_:|][ \t]*){3,}$)?",
    re.MULTILINE,
)
_MARKS = re.compile(r"[*`|$]|~~|!?\[|\]|\\(?=[^\w\s])|(?<!\w)_|_(?!\w)|<(?=https?://)|(?<=\S)>(?=\s|$)")


def mended(text: str) -> str:
    """The text as every reader of Markdown takes it: callouts are GitHub's, and no prose is code."""
    return _outdented("".join(_toggles(_quoted(lines_of(text)))))


def visible_words(text: str) -> str:
    """What a reader of the text sees, by rules of their own; rather fewer signs than more."""
    bare = _TAGS.sub(" ", _DESTINATION.sub("]", _FENCE.sub("", text)))
    return _MARKS.sub("", _LINE_MARKS.sub("", bare))


def _quoted(lines: Sequence[str], depth: int = 0) -> list[str]:
    """The lines of a text with its callouts in quotes of their own."""
    ends = _asides(lines) if depth < _DEEPEST else {}
    done: list[str] = []
    index = 0
    while index < len(lines):
        end = ends.get(index)
        if end is None:
            done.append(lines[index])
            index += 1
            continue
        indent = lines[index][: -len(lines[index].lstrip(" \t"))]
        inside = [line.removeprefix(indent) for line in lines[index + 1 : end]]
        done += _quote(_quoted(inside, depth + 1), indent)
        index = end + 1
        if index < len(lines) and lines[index].strip():
            done.append("\n")
    return done


def _asides(lines: Sequence[str]) -> dict[int, int]:
    """The lines on which callouts begin, with those on which they end."""
    ends: dict[int, int] = {}
    waiting: list[int] = []
    for index, (line, code) in enumerate(zip(lines, fenced(lines), strict=True)):
        tag = None if code else _ASIDE.fullmatch(line)
        if tag and not tag["closing"]:
            waiting.append(index)
        elif tag and waiting:
            ends[waiting.pop()] = index
    return ends


def _quote(inside: Sequence[str], indent: str) -> Iterator[str]:
    lines = [_NOTIONS_ICON.sub("", line).rstrip() for line in inside]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    if len(lines) > 2 and _PICTURE_ALONE.fullmatch(lines[0]) and not lines[1] and not _BLOCK.match(lines[2]):
        # A picture in front of the text, as it looks in Notion.
        lines[:3] = [f"{lines[0]} {lines[2]}"]
    kind = f"[!{callout_kind(lines[0])}]" if lines else ""
    yield from (f"{indent}> {line}".rstrip() + "\n" for line in (kind, *lines) if kind)


def _toggles(lines: Sequence[str]) -> Iterator[str]:
    """The lines with room around the tags of toggles, without which what lies inside is no Markdown."""
    before = ""
    for line, code in zip(lines, fenced(lines), strict=True):
        closes = not code and _TOGGLE_CLOSES.fullmatch(line)
        if (closes and before.strip(" \t>\n")) or (line.strip() and _TOGGLE_OPENS.fullmatch(before)):
            quoted = _QUOTED.match(line)
            yield (quoted[0].rstrip() if quoted else "") + "\n"
        yield line
        before = "" if code else line


def _outdented(text: str) -> str:
    """The text with its indented prose moved out, level by level, until none of it is code."""
    for _ in range(_DEEPEST):
        if not _INDENTED.search(text):
            return text
        blocks = [token.map for token in parse(text) if token.type == "code_block" and token.map]
        if not blocks:
            return text
        lines = lines_of(text)
        for start, end in blocks:
            lines[start:end] = [_STEP.sub(r"\g<before>", line, count=1) for line in lines[start:end]]
        text = "".join(lines)
    return text
