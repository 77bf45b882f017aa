"""What a browser may keep between two saves: styles, scripts and fonts, asked for by the version they have.

They seldom change, and a page that is loaded again after each save is painted only when they are there. Notes
and what is made of them are never kept.
"""

import re
from collections.abc import Callable
from hashlib import sha256
from urllib.parse import parse_qs

KEPT = "max-age=31536000, immutable"
"""What tells a browser to ask no more."""

_ON_PAGE = re.compile(
    rb'<(?:link|script)\b[^<>]*?\b(?:href|src)="(?:\.\./|/)*(?P<name>static/[^"?#]+|\.studylog/reload\.js)(?=")'
)
_SHEET = re.compile(r"static/[^/]+\.css")
_IN_SHEET = re.compile(rb'\burl\("(?P<name>fonts/[^"?#]+)(?=")')


def version(content: bytes) -> str:
    """What names a content, and no other."""
    return sha256(content).hexdigest()[:16]


def with_versions(content: bytes, name: str, version_of: Callable[[str], str | None]) -> bytes:
    """A page or a style sheet that asks for versions; `version_of` a name is None where there is nothing."""

    def asked(folder: str, found: re.Match[bytes]) -> bytes:
        told = version_of(folder + found["name"].decode(errors="replace"))
        return found[0] + (f"?v={told}".encode() if told else b"")

    if name.endswith(".html"):
        return _ON_PAGE.sub(lambda found: asked("", found), content)
    if _SHEET.fullmatch(name):
        return _IN_SHEET.sub(lambda found: asked("static/", found), content)
    return content


def may_be_kept(name: str, query: str, content: bytes) -> bool:
    """Whether a request asks for what an answer has, by its version; of notes nothing is kept."""
    lasts = name.startswith(("static/", ".studylog/"))
    return lasts and parse_qs(query).get("v") == [version(content)]
