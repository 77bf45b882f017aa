"""Changes to a row of a plan in a note: only its presenters and its day, in the way that it is written."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from studylog.core.dates.labels import weekday_name
from studylog.core.dates.reading import find_date, on_year
from studylog.core.grammar.papers.plans import PLAN_ROW, plan_columns
from studylog.core.values import dataclass

_MARKER = re.compile(r"[ \t]*(?:>[ \t]*)*(?:[-*+]|\d{1,3}[.)])?[ \t]*(?:\[[ xX]\][ \t]+)?")
_CELL = re.compile(r"(?:\\.|[^|\\])*")
_RULE = re.compile(r"[ \t>]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*\|?[ \t]*")
_NUMBERS = re.compile(
    r"(?P<iso>\d{4}-\d{1,2}-\d{1,2})|(?P<slashed>\d{4}/\d{1,2}/\d{1,2})"
    r"|(?P<dotted>\d{4}\. ?\d{1,2}\. ?\d{1,2}\.?)"
    r"|(?:(?P<year>\d{4})년\s*)?(?P<korean>\d{1,2}월\s*\d{1,2}일)|(?P<short>\d{1,2}/\d{1,2})"
)
_WEEKDAY_KO = re.compile(r"(?<![가-힣\d])[월화수목금토일](?=요일|[\s)\]]|$)")
_WEEKDAY_EN = re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:\w*day)?\b")


@dataclass(frozen=True, slots=True)
class RowChange:
    """What a row of a plan is to say: new presenters, a new day; None leaves what is there."""

    presenters: tuple[str, ...] | None = None
    day: date | None = None


def changed_row(lines: Sequence[str], number: int, change: RowChange, near: date | None) -> Iterator[str]:
    """The ways to write a row of a note with the change, the nearest to its own way first.

    `lines` are those of the note, `number` counts from 1; `near` is the day of the note. Nothing comes of a
    row that cannot be changed.
    """
    line = lines[number - 1]
    for iso in (False, True):
        changed = _arrow_row(line, change, near, iso=iso)
        if changed is None:
            changed = _table_row(lines, number, change, near, iso=iso)
        if changed is not None:
            yield changed


def _arrow_row(line: str, change: RowChange, near: date | None, *, iso: bool) -> str | None:
    ending = line[len(line.rstrip("\r\n")) :]
    marker = _MARKER.match(line)
    start = marker.end() if marker else 0
    row = PLAN_ROW.match(line[start:].rstrip())
    if row is None:
        return None
    text = row.string
    for group, new in _new_texts(row["names"], row["date"], change, near, iso=iso):
        text = text[: row.start(group)] + new + text[row.end(group) :]
    return line[:start] + text + ending


def _new_texts(
    names: str, day: str, change: RowChange, near: date | None, *, iso: bool
) -> Iterator[tuple[str, str]]:
    """The new texts by their group; the one that stands last comes first."""
    if change.day is not None:
        yield "date", change.day.isoformat() if iso else day_like(day, change.day, near)
    if change.presenters is not None:
        yield "names", _names_like(names, change.presenters)


def _table_row(
    lines: Sequence[str], number: int, change: RowChange, near: date | None, *, iso: bool
) -> str | None:
    head = number - 1
    while head > 0 and not _RULE.fullmatch(lines[head].rstrip("\r\n")):
        head -= 1
    columns = plan_columns([cell.strip() for _, cell in _cells(lines[head - 1])]) if head else None
    cells = _cells(lines[number - 1])
    wanted = {"names": change.presenters, "date": change.day}
    if columns is None or any(
        value is not None and columns.get(name, len(cells)) >= len(cells) for name, value in wanted.items()
    ):
        return None
    line = lines[number - 1]
    old = {name: cells[at][1] for name, at in columns.items() if at < len(cells)}
    texts = dict(_new_texts(old.get("names", ""), old.get("date", ""), change, near, iso=iso))
    for name in sorted(texts, key=lambda name: columns[name], reverse=True):
        start, cell = cells[columns[name]]
        padded = f" {texts[name].strip()} "
        line = line[:start] + padded.ljust(len(cell)) + line[start + len(cell) :]
    return line


def _cells(line: str) -> list[tuple[int, str]]:
    """The cells of a row, each with the place where it begins; pipes at the ends stand outside."""
    text = line.rstrip()
    start = len(text) - len(text.lstrip(" \t>"))
    start += text.startswith("|", start)
    cells = []
    while start < len(text):
        found = _CELL.match(text, start)
        cells.append((start, found[0] if found else ""))
        start += len(cells[-1][1]) + 1
    return cells


def _names_like(written: str, names: Sequence[str]) -> str:
    """Names in the way in which others stood there: with 님, or without."""
    honorific = "님" if written.rstrip().endswith("님") else ""
    return ", ".join(f"{name}{honorific}" if not name.endswith("님") else name for name in names)


def day_like(written: str, day: date, near: date | None) -> str:
    """A day in the way in which another stood there; ISO where that would mean another day."""
    found = _NUMBERS.search(written)
    if found is None:
        return day.isoformat()
    text = written[: found.start()] + _numbers_like(found, day) + written[found.end() :]
    text = _WEEKDAY_KO.sub(weekday_name(day, "ko"), text)
    text = _WEEKDAY_EN.sub(weekday_name(day, "en"), text)
    parts = find_date(text)
    return text if parts and on_year(parts, near) == day else day.isoformat()


def _numbers_like(found: re.Match[str], day: date) -> str:
    if found["iso"]:
        return day.isoformat()
    if found["slashed"]:
        return f"{day.year}/{day.month}/{day.day}"
    if found["dotted"]:
        blank = " " if " " in found["dotted"] else ""
        return f"{day.year}.{blank}{day.month}.{blank}{day.day}" + "." * found["dotted"].endswith(".")
    if found["korean"]:
        return (f"{day.year}년 " if found["year"] else "") + f"{day.month}월 {day.day}일"
    return f"{day.month}/{day.day}"
