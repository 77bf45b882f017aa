"""Which note a word means."""

from datetime import date
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.errors import Exit, StudylogError
from studylog.core.heads import Head, the_note
from studylog.core.i18n import translate

TODAY = date(2021, 8, 13)
START = date(2021, 8, 2)


def meeting(day: str, title: str = "", type_: str = "daily") -> Head:
    written = date.fromisoformat(day)
    return Head(f"notes/{written.year}/{day}-{type_}.md", title or f"{day} 회의록", written, type_, True)


def page(path: str, title: str) -> Head:
    return Head(path, title, None, "topic", False)


HEADS = (
    meeting("2020-08-12"),
    meeting("2021-08-11", "시작"),
    meeting("2021-08-12"),
    meeting("2021-08-12", "어텐션 읽기", "paper"),
    meeting("2021-08-20"),
    page("notes/어텐션.md", "Attention 정리"),
    page("notes/old/index.md", "옛 목차"),
    page("notes/index.md", "목차"),
)


def meant(reference: str | None, heads: tuple[Head, ...] = HEADS, *, paths: tuple[str, ...] = ()) -> str:
    return the_note(reference, heads, today=TODAY, start=START, paths=paths).path


def refused(reference: str | None, heads: tuple[Head, ...] = HEADS) -> tuple[Exit, str]:
    with pytest.raises(StudylogError) as raised:
        meant(reference, heads)
    hint = raised.value.hint
    return raised.value.exit_code, translate(hint, "en") if hint is not None else ""


@pytest.mark.parametrize(
    ("reference", "path"),
    [
        ("2021-08-11", "notes/2021/2021-08-11-daily.md"),
        ("8/11", "notes/2021/2021-08-11-daily.md"),
        ("8월 11일", "notes/2021/2021-08-11-daily.md"),
        ("8/11(수)", "notes/2021/2021-08-11-daily.md"),
        ("W2D3", "notes/2021/2021-08-11-daily.md"),
        ("그제", "notes/2021/2021-08-11-daily.md"),
        # The weekday tells which of two years is meant.
        ("8/12(수)", "notes/2020/2020-08-12-daily.md"),
        ("notes/2021/2021-08-20-daily.md", "notes/2021/2021-08-20-daily.md"),
        ("./notes/어텐션.md", "notes/어텐션.md"),
        ("notes\\어텐션.md", "notes/어텐션.md"),
        ("2021-08-12-paper", "notes/2021/2021-08-12-paper.md"),
        ("어텐션", "notes/어텐션.md"),
        ("index.md", "notes/index.md"),
        ("attention", "notes/어텐션.md"),
        ("목차", "notes/index.md"),
        ("옛목차", "notes/old/index.md"),
        ("읽 기", "notes/2021/2021-08-12-paper.md"),
        ("-1", "notes/2021/2021-08-12-paper.md"),
        ("-2", "notes/2021/2021-08-12-daily.md"),
        ("@-3", "notes/2021/2021-08-11-daily.md"),
    ],
)
def test_a_note_is_named_by_day_path_title_or_meetings_back(reference: str, path: str) -> None:
    # A name that two files have is none: there the path from where one stands decides.
    paths = ("notes/index.md",) if reference == "index.md" else ()
    assert path == meant(reference, paths=paths)


def test_decomposed_hangul_names_the_same_note() -> None:
    assert "notes/어텐션.md" == meant(normalize("NFD", "notes/어텐션.md"))


def test_without_a_word_it_is_todays_meeting_else_the_last_else_the_first() -> None:
    past, today, coming = meeting("2021-08-11"), meeting("2021-08-13"), meeting("2021-08-20")
    assert today.path == meant(None, (past, today, coming))
    assert past.path == meant(None, (past, coming, page("notes/a.md", "a")))
    assert coming.path == meant(None, (coming,))


@pytest.mark.parametrize(
    ("reference", "expected"),
    [
        (None, (Exit.DECIDE, "notes/2021/2021-08-12-daily.md")),
        ("어제", (Exit.DECIDE, "notes/2021/2021-08-12-paper.md")),
        ("회의록", (Exit.DECIDE, "notes/2021/2021-08-20-daily.md")),
        ("8/31", (Exit.NOT_FOUND, "studylog new 2021-08-31")),
        ("어텐숀 읽기", (Exit.NOT_FOUND, "어텐션 읽기")),
        ("!!", (Exit.NOT_FOUND, "studylog list")),
        ("-9", (Exit.NOT_FOUND, "studylog list")),
        ("8/12(금)", (Exit.USAGE, "weekday")),
        ("2월 30일", (Exit.USAGE, "month")),
    ],
)
def test_several_notes_are_listed_and_none_names_the_nearest(
    reference: str | None, expected: tuple[Exit, str]
) -> None:
    code, hint = refused(reference)
    assert (expected[0], True) == (code, expected[1] in hint)


def test_an_empty_notebook_says_how_to_begin() -> None:
    for reference in (None, "-1"):
        assert (Exit.NOT_FOUND, "Write one with `studylog new`.") == refused(reference, ())


@given(st.text() | st.sampled_from(["-0", "@-1", "/", "..", "\0", "W0D0", "9999999주 1일", "\ud800"]))
def test_whatever_is_typed_finds_a_note_or_says_why_not(reference: str) -> None:
    try:
        assert meant(reference) in {head.path for head in HEADS}
    except StudylogError as error:
        assert error.exit_code in (Exit.USAGE, Exit.DECIDE, Exit.NOT_FOUND)
