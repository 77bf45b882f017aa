"""What all pages share: the theme's own files, and the few that its settings make."""

from collections.abc import Iterator
from pathlib import Path

from studylog.core.digest.colour import accent
from studylog.core.settings import Settings
from studylog.store.files import read
from studylog.store.templates import template_files

_STATIC = "static/"
_ICON = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 20">\
<rect width="20" height="20" rx="4.5" fill="{tone}"/>\
<path d="M5 7h10M5 13h6" stroke="#fbfaf7" stroke-width="2" stroke-linecap="round"/></svg>
"""


def theme_files(root: Path, settings: Settings) -> Iterator[tuple[str, bytes]]:
    """The files of the theme by name; those in a notebook's own `templates/site/static/` come first."""
    tones = accent(settings.site.accent)
    made = {
        "static/accent.css": f":root {{ --accent-light: {tones.light}; --accent-dark: {tones.dark}; }}\n",
        "static/icon.svg": _ICON.format(tone=tones.light),
    }
    own = {name: file for name, file in template_files(root, "site").items() if name.startswith(_STATIC)}
    for name in sorted(made.keys() | own.keys()):
        yield name, read(own[name]) if name in own else made[name].encode()
