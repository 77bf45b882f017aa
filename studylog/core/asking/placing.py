"""Where in a note a question belongs: which section, under which lecture, and what has to be made first."""

from collections.abc import Iterator
from typing import NamedTuple

from studylog.core.asking.drafts import Draft
from studylog.core.asking.wording import Asked
from studylog.core.i18n import Language
from studylog.core.late import late
from studylog.core.model import LectureMention, Section
from studylog.core.values import dataclass

_NUMBER = late(r"\s*(\d{1,2})\s?\.(?!\d)")
_LOWEST = 6
_TITLES: dict[Language, str] = {"ko": "강의 내용 중 질문하기", "en": "Questions from the lectures"}


class Spot(NamedTuple):
    """A place for a question: behind a line, under headings to be made; `mentoring` says for whom it is."""

    after: int
    headings: tuple[str, ...] = ()
    mentoring: bool = False


@dataclass(frozen=True, slots=True)
class _Stretch:
    """A section for questions: its heading, its last line, and the lectures that have headings in it."""

    section: Section
    end: int
    lectures: tuple[LectureMention, ...]

    def end_of(self, lecture: LectureMention) -> int:
        """The last line under a lecture."""
        return next((other.line - 1 for other in self.lectures if other.line > lecture.line), self.end)

    @property
    def front(self) -> int:
        """The last line before its first lecture."""
        return self.lectures[0].line - 1 if self.lectures else self.end


def spots(draft: Draft, asked: Asked) -> Iterator[Spot]:
    """The places where a question may go, the best first."""
    stretches = _stretches(draft, mentor_first=asked.to is not None)
    course = asked.course or draft.read.note.course
    for stretch in stretches:
        if asked.about is not None:
            yield from _under_lecture(draft, stretch, asked.about, course)
        elif asked.course and asked.course != draft.read.note.course:
            yield _with(stretch.end, stretch, f"{_deeper(stretch)} {asked.course}")
        else:
            yield _with(stretch.front, stretch)
    yield _new_section(draft, asked, course)


def _under_lecture(draft: Draft, stretch: _Stretch, number: int, course: str | None) -> Iterator[Spot]:
    same = [one for one in stretch.lectures if one.number == number and one.course == course]
    kinds = draft.read.reading.section_kinds
    plain = [one for one in same if kinds.get(one.line) != "further"]
    for lecture in (*reversed(plain), *(one for one in same if one not in plain)):
        yield _with(stretch.end_of(lecture), stretch)
    before = [one for one in stretch.lectures if one.course == course and one.number < number]
    # Lectures of other courses come behind those that the meeting is about.
    first = stretch.front if course == draft.read.note.course else stretch.end
    after = stretch.end_of(before[-1]) if before else first
    yield _with(after, stretch, _heading(draft, _deeper(stretch), number, course))
    if after != stretch.end:
        yield _with(stretch.end, stretch, _heading(draft, _deeper(stretch), number, course))


def _with(after: int, stretch: _Stretch, *headings: str) -> Spot:
    return Spot(after, headings, stretch.section.kind == "mentoring")


def _new_section(draft: Draft, asked: Asked, course: str | None) -> Spot:
    """A section at the end of the note, numbered like those before it."""
    kinds = draft.read.reading.section_kinds
    last = next((one for one in reversed(draft.read.note.sections) if one.line in kinds), None)
    number = _NUMBER.match(last.title) if last else None
    level = last.level if last else 2
    title = _TITLES[draft.settings.language]
    marks = "#" * level
    headings = [f"{marks} {int(number[1]) + 1}. {title}" if number else f"{marks} {title}"]
    deeper = "#" * min(level + 1, _LOWEST)
    if asked.about is not None:
        headings.append(_heading(draft, deeper, asked.about, course))
    elif asked.course and asked.course != draft.read.note.course:
        headings.append(f"{deeper} {asked.course}")
    return Spot(len(draft.sheet.lines), tuple(headings))


def _heading(draft: Draft, marks: str, number: int, course: str | None) -> str:
    """The heading of a lecture, with the title that the settings have for it."""
    settings = draft.settings
    name = f"{number}강" if settings.language == "ko" else f"Lecture {number}"
    title = settings.lecture_title(course, number)
    foreign = course is not None and course != draft.read.note.course
    return " ".join(filter(None, (marks, f"[{course}]" if foreign else "", name, title)))


def _deeper(stretch: _Stretch) -> str:
    """The signs of a heading of a lecture in a section: as its others have, else one level deeper."""
    return "#" * min(stretch.section.level + 1, _LOWEST)


def _stretches(draft: Draft, *, mentor_first: bool) -> list[_Stretch]:
    """The sections for questions, the likeliest first."""
    reading, note = draft.read.reading, draft.read.note
    lectures = {one.line: one for one in reading.lectures}
    begins = sorted(line for line in reading.section_kinds if line not in lectures)
    found = []
    for section in note.sections:
        kind = reading.section_kinds.get(section.line)
        if section.line in lectures or kind not in ("questions", "further", "mentoring"):
            continue
        end = next((line - 1 for line in begins if line > section.line), len(draft.sheet.lines))
        inside = tuple(one for line, one in sorted(lectures.items()) if section.line < line <= end)
        found.append(_Stretch(section, end, inside))
    order = ("mentoring", "questions", "further") if mentor_first else ("questions", "further", "mentoring")
    return sorted(found, key=lambda stretch: order.index(stretch.section.kind))
