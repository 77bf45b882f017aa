"""What all pages share: the theme's own files, and the few that the settings and the notes make."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from studylog.core.digest.colour import accent
from studylog.core.digest.frame import Noun, count_rule
from studylog.core.i18n import Language, Message, say, translate
from studylog.core.settings import Settings
from studylog.features.build.lean import lean_script, lean_style
from studylog.store.files import read
from studylog.store.templates import built_in, template_files

_STATIC = "static/"
_STYLE, _LISTS = "static/style.css", "static/lists.css"
_PARTS, _LISTED = "style/", "style/lists/"
_KEYBOARD = "static/keys.js"
_LEAN = {".css": lean_style, ".js": lean_script}
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
    ("g n", say("to the notes")),
    ("g r", say("to the resources")),
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

    Each page has one style sheet, joined from the parts in `style/` in the order of their names: `style.css`
    for what is read, `lists.css` with those in `style/lists/` for all else. It ends with the accent, and with
    how much there is of each noun: what changes with every note stands there instead of on every page.
    """
    tones = accent(settings.site.accent)
    files = template_files(root, "site")
    made = {
        "static/icon.svg": _ICON.format(tone=tones.light).encode(),
        _STYLE: _style(files, reading=True),
        _LISTS: _style(files, reading=False),
        _KEYBOARD: _keyboard(settings.site_language),
    }
    own = {name: file for name, file in files.items() if name.startswith(_STATIC)}
    rules = (count_rule(noun, count) for noun, count in counts.items())
    end = _accent(tones.light, tones.dark) + "".join(f"{rule}\n" for rule in rules).encode()
    for name in sorted(made.keys() | own.keys()):
        content = _content(own[name]) if name in own else made[name]
        yield name, content + end if name in (_STYLE, _LISTS) else content


def _content(file: Path) -> bytes:
    """A file of the theme: our own scripts and styles without what only those need who write them."""
    content = read(file)
    lean = _LEAN.get(file.suffix) if file.is_relative_to(built_in()) else None
    return lean(content.decode()).encode() if lean else content


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


def _style(files: Mapping[str, Path], *, reading: bool) -> bytes:
    parts = [
        (name.rpartition("/")[2], read(file))
        for name, file in files.items()
        if name.startswith(_PARTS) and name.endswith(".css") and not (reading and name.startswith(_LISTED))
    ]
    joined = b"\n".join(content for _, content in sorted(parts))
    return lean_style(joined.decode(errors="replace")).encode() + b"\n"


def _accent(light: str, dark: str) -> bytes:
    return f":root {{ --accent-light: {light}; --accent-dark: {dark}; }}\n".encode()
