"""`[[Page]]`, `[[Page#heading|label]]` and `![[picture.png]]` as inline tokens of their own.

A `wikilink` or `embed` token has the label as `content`, and in `meta` the `target` as written, its `page`
and its `heading` ("" where there is none).
"""

import re

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from studylog.core.late import late

_WIKILINK = late(r"!?\[\[([^\[\]|\n]{1,400})(?:\|([^\[\]\n]{0,400}))?\]\]")
# `[[1]](https://…)` is an ordinary link whose text has brackets.
_DESTINATION = late(r"\((?:[#/.<]|[A-Za-z][\w+.-]*:)")


def wikilinks(md: MarkdownIt) -> None:
    """Teach the engine wikilinks and embeds."""
    md.inline.ruler.before("link", "wikilink", _wikilink)


def _wikilink(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] not in "[!":
        return False
    match = _WIKILINK.match(state.src, state.pos, state.posMax)
    if match is None or not match[1].strip() or _DESTINATION.match(state.src, match.end()):
        return False
    if not silent:
        _push(state, match)
    state.pos = match.end()
    return True


def _push(state: StateInline, match: re.Match[str]) -> None:
    target = match[1].strip()
    page, _, heading = target.partition("#")
    token = state.push("embed" if match[0].startswith("!") else "wikilink", "", 0)
    token.content = (match[2] or "").strip() or target
    token.markup = match[0]
    token.meta = {"target": target, "page": page.strip(), "heading": heading.strip()}
