"""Where the links of a page may lead, and how a destination stands in Markdown."""

import re
from urllib.parse import quote, unquote

from studylog.core.markdown.addresses import visible
from studylog.core.notion.links import safe

# A link to these runs, embeds or reads something, or leads nowhere.
_REFUSED = frozenset({"javascript", "vbscript", "data", "file", "blob", "about", "view-source"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
# What Notion writes for a page that it cannot name.
_UNDEFINED = re.compile(r"https?://[\w.-]+undefined(?:/|$)")

# What would end a destination, or begin something else in it.
_UNSAFE = re.compile(r"[\s\x00-\x1f\x7f\"<>\\`|]|&(?=#?\w+;)")
_ID = re.compile(r"[ _-]?[0-9a-f]{32}$")


def destination(href: str) -> str | None:
    """The destination as it may stand in a note, exactly as written where that is possible; else None."""
    written = href.strip()
    compact = visible(written)
    scheme = _SCHEME.match(compact)
    if not compact or compact.startswith("#") or _UNDEFINED.match(compact):
        return None
    if scheme and scheme[1].lower() in _REFUSED:
        return None
    if compact.startswith(("//", "\\\\")):
        written = f"https:{written}"
    return safe(_UNSAFE.sub(lambda found: quote(found[0], safe=""), written))


def is_relative(target: str) -> bool:
    """Whether a destination leads to something in the export."""
    return _SCHEME.match(target) is None


def label(target: str) -> str:
    """Words for a link that has none: the name of the file, without the id that Notion adds."""
    path = re.split(r"[?#]", target, maxsplit=1)[0].rstrip("/")
    name = unquote(path.rpartition("/")[2]) or target
    return _ID.sub("", name.removesuffix(".html")) or name
