"""One HTML file out of a site that was built: a week, or everything, with all that it needs inside."""

import base64
import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from html import escape
from mimetypes import guess_type
from pathlib import Path

from studylog.core.dates.weeks import BY_THE_CALENDAR, Week
from studylog.core.digest.frame import NOUNS, nouns_without
from studylog.core.digest.pagenames import week_name
from studylog.core.digest.sheets import Binding, Sheet, bound, chosen, pictures_of, sheet_of
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Message, say
from studylog.store.failures import shown
from studylog.store.files import read, replace, sha256, write_new

_STYLE = ("static/lists.css", "static/math.css")
_FONT = re.compile(r'url\("(?P<path>(?!data:)[^"]+)"\)')
# What only finds its way with a script, and pages that are lists of the machine.
_LEFT_OUT = frozenset({"search.html", "404.html"})
_LISTS = tuple(page for _, page in NOUNS.values())
# What tells a file of ours from somebody else's, near its beginning.
_OURS, _BEGINNING = '<meta name="generator" content="studylog">', 2_000
_NOTHING_ELSE = "base-uri 'none'; form-action 'none'"
_WEEKS = 8
_FOLDERS_OF_A_WEEK = ("meetings/", "questions/", "papers/")
# One sheet is seen at a time; all of them are printed.
_SHEETS = """
@media screen {
  .sheet { display: none; }
  .sheet:target, .sheet:has(:target), body:not(:has(:target)) .sheet:first-of-type { display: block; }
}
body.single { display: block; }
.bound { display: block; max-inline-size: 62rem; margin: 0 auto; padding: 24px 16px 64px; }
.sheet > section { margin-block-start: 2.5rem; }
.bound > .sheet { margin-block-start: 0; }
.bound > .whole { display: flex; flex-wrap: wrap; gap: 4px 16px; margin-block-end: 24px; }
.bound:not(:has(> .sheet ~ .sheet:target, > .sheet ~ .sheet :target)) > .whole:has(> :only-child) {
  display: none;
}
@media print { .sheet + .sheet { break-before: page; } .bound > .whole { display: none; } }
"""


def single_file(site: Path, week: Week | None = None, *, url: str | None = None) -> bytes:
    """The file of a week, with its meetings, questions and papers, or of all pages of a site in a folder.

    `url` is where the rest of the site is on the web. Raises StudylogError for a week without a meeting.
    """
    everything = week is None
    starts = tuple(_LISTS) if week is None else (_page_of(site, week),)
    sheets = chosen(starts, partial(_sheet, site, everything, starts[0]), everything=everything)
    binding = Binding(frozenset(sheet.name for sheet in sheets), _pictures(site, sheets), url)
    body = "".join(bound(sheet, binding) for sheet in sheets)
    style = _style(site, formulas="<math" in body)
    without = nouns_without(style)
    lists = {page for noun, (_, page) in NOUNS.items() if noun not in without}
    ways = [sheet for sheet in sheets if sheet is sheets[0] or sheet.name in lists]
    return _file(ways, body, style).encode()


def put_file(place: Path, content: bytes) -> None:
    """Writes the file of a site; one that is there is only replaced when it is ours."""
    if not place.exists():
        write_new(place, content)
        return
    old = read(place)
    if _OURS.encode() not in old[:_BEGINNING]:
        raise StudylogError(
            say("This exists already and is not overwritten: {path}", path=shown(place)),
            Exit.DECIDE,
            hint=say("Name another file with {option}.", option="-o"),
        )
    replace(place, content, sha256(old))


def _page_of(site: Path, week: Week) -> str:
    name = week_name(week.key)
    if not (site / name).is_file():
        raise StudylogError(say("{week} had no meeting.", week=week.name), Exit.NOT_FOUND, hint=_weeks(site))
    return name


def _weeks(site: Path) -> Message | None:
    """The last weeks with meetings, as they may be named: 3, or 2026-w48 of the calendar."""
    found = (path.stem.removeprefix("w") for path in (site / "weeks").glob("*w*.html"))
    known = sorted(found, key=lambda key: ("-" not in key, len(key), key))
    weeks = ", ".join(("…", *known[-_WEEKS:]) if len(known) > _WEEKS else known)
    if not known or "-" not in known[-1]:
        return say("Weeks with meetings: {weeks}", weeks=weeks) if known else None
    return say("Weeks with meetings: {weeks}. {why}", weeks=weeks, why=BY_THE_CALENDAR)


def _sheet(site: Path, everything: bool, start: str, name: str) -> Sheet | None:
    """A page of the site, if the file shall have it."""
    of_week = name.startswith(_FOLDERS_OF_A_WEEK) and name not in _LISTS
    file = site / name
    if name in _LEFT_OUT or not (everything or name == start or of_week) or not file.is_file():
        return None
    return sheet_of(name, read(file).decode())


def _pictures(site: Path, sheets: Iterable[Sheet]) -> Mapping[str, str]:
    names = {name for sheet in sheets for name in pictures_of(sheet)}
    return {name: _address(site / name) for name in sorted(names) if (site / name).is_file()}


def _style(site: Path, *, formulas: bool) -> str:
    names = _STYLE if formulas else _STYLE[:1]
    sheets = (read(site / name).decode() for name in names)
    inside = (_FONT.sub(partial(_font, site / "static"), sheet) for sheet in sheets)
    return "".join((*inside, _SHEETS))


def _font(folder: Path, found: re.Match[str]) -> str:
    return f'url("{_address(folder / found["path"])}")'


def _address(file: Path) -> str:
    """The content of a file as an address."""
    kind = "font/woff2" if file.suffix == ".woff2" else guess_type(file.name)[0] or "application/octet-stream"
    return f"data:{kind};base64,{base64.b64encode(read(file)).decode()}"


def _file(ways: Sequence[Sheet], body: str, style: str) -> str:
    first, brand = ways[0], ways[0].title.rpartition(" · ")[2]
    links = " ".join(f'<a href="#{escape(sheet.name)}">{_short(sheet, brand)}</a>' for sheet in ways)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; font-src data:; {_NOTHING_ELSE}"
    )
    return f"""\
<!doctype html>
<html lang="{escape(first.language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
{_OURS}
<title>{escape(first.title)}</title>
<style>{style}</style>
</head>
<body class="single">
<main class="bound">
<nav class="whole" aria-label="{escape(brand)}">{links}</nav>
{body}</main>
</body>
</html>
"""


def _short(sheet: Sheet, brand: str) -> str:
    """The title of a sheet without that of the site."""
    return escape(sheet.title.removesuffix(f" · {brand}"))
