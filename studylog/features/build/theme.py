"""What all pages share: the theme's own files, and the few that the settings and the notes make."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from studylog.core.digest.colour import accent
from studylog.core.digest.frame import Noun
from studylog.core.settings import Settings
from studylog.store.files import read
from studylog.store.templates import template_files

_STATIC = "static/"
_STYLE = "static/style.css"
_PARTS = "style/"
_ICON = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">\
<rect width="20" height="20" rx="4.5" fill="{tone}"/>\
<path d="M5 7h10M5 13h6" stroke="#fbfaf7" stroke-width="2" stroke-linecap="round"/></svg>
"""


def theme_files(root: Path, settings: Settings, counts: Mapping[Noun, int]) -> Iterator[tuple[str, bytes]]:
    """The files of the theme by name; those in a notebook's own `templates/site/` come first.

    The one style sheet of every page is joined from the parts in `style/`, in the order of their names. It
    ends with the accent, and with how much there is of each noun: what changes with every note stands there
    instead of on every page.
    """
    tones = accent(settings.site.accent)
    files = template_files(root, "site")
    made = {"static/icon.svg": _ICON.format(tone=tones.light).encode(), _STYLE: _style(files)}
    own = {name: file for name, file in files.items() if name.startswith(_STATIC)}
    for name in sorted(made.keys() | own.keys()):
        content = read(own[name]) if name in own else made[name]
        if name == _STYLE:
            content += _accent(tones.light, tones.dark) + b"".join(map(_count, counts.items()))
        yield name, content


def _style(files: Mapping[str, Path]) -> bytes:
    parts = (name for name in sorted(files) if name.startswith(_PARTS) and name.endswith(".css"))
    return b"\n".join(read(files[name]) for name in parts)


def _accent(light: str, dark: str) -> bytes:
    return f":root {{ --accent-light: {light}; --accent-dark: {dark}; }}\n".encode()


def _count(counted: tuple[Noun, int]) -> bytes:
    """How many things a noun has, behind its name; one without any is left out unless one is there."""
    noun, count = counted
    if count:
        return f'[data-count="{noun}"]::after {{ content: "{count}"; }}\n'.encode()
    return f'.rail li:has([data-count="{noun}"]):not(:has([aria-current])) {{ display: none; }}\n'.encode()
