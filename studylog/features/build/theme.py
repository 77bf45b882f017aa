"""What all pages share: the theme's own files, and the few that the settings and the notes make."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from studylog.core.digest.colour import accent
from studylog.core.digest.frame import Noun
from studylog.core.i18n import Language, Message, say, translate
from studylog.core.settings import Settings
from studylog.store.files import read
from studylog.store.templates import template_files

_STATIC = "static/"
_STYLE = "static/style.css"
_PARTS = "style/"
_KEYBOARD = "static/keys.js"
_KEYS: tuple[tuple[str, Message], ...] = (
    ("/", say("search")),
    ("j k", say("the next thing, the one before")),
    ("↵", say("open it")),
    ("[ ]", say("the page before, the next page")),
    ("g h", say("to today")),
    ("g m", say("to the meetings")),
    ("g q", say("to the questions")),
    ("g l", say("to the lectures")),
    ("g p", say("to the papers")),
    ("g e", say("to the people")),
    ("g w", say("to the weeks")),
    ("t", say("light or dark")),
    ("?", say("these keys")),
)
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
    made = {
        "static/icon.svg": _ICON.format(tone=tones.light).encode(),
        _STYLE: _style(files),
        _KEYBOARD: _keyboard(settings.site.language or settings.language),
    }
    own = {name: file for name, file in files.items() if name.startswith(_STATIC)}
    for name in sorted(made.keys() | own.keys()):
        content = read(own[name]) if name in own else made[name]
        if name == _STYLE:
            content += _accent(tones.light, tones.dark) + b"".join(map(_count, counts.items()))
        yield name, content


def _keyboard(language: Language) -> bytes:
    """What the keys of the site do: asked for by whoever presses `?`, and so in no page."""

    def told(message: Message) -> str:
        return translate(message, language)

    words = {
        "title": told(say("Keys")),
        "close": told(say("Close")),
        "keys": [(key, told(message)) for key, message in _KEYS],
    }
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    return f"studylogKeys({text});\n".encode()


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
