"""Attendance corrected: names move, and nothing else does."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.errors import Exit, StudylogError
from studylog.core.people.roster import Person, Roster
from studylog.core.settings import Settings
from studylog.features.attend import Attendance, Correction, attend, correct
from studylog.store.notebook import find, note_files

SETTINGS = Settings(roster=Roster((Person("홍길동"), Person("성춘향"), Person("이몽룡", aliases=("mong",)))))
NAMES = ("홍길동", "성춘향", "이몽룡", "향단")
PATH = "notes/2021-08-12.md"


def note(header: str, body: str = "본문\n") -> str:
    return f"---\n{header}---\n{body}"


def corrected(text: str, present: tuple[str, ...] = (), absent: tuple[str, ...] = ()) -> Correction:
    return correct(PATH, text.encode(), SETTINGS, present=present, absent=absent)


@pytest.mark.parametrize(
    ("before", "present", "absent", "after"),
    [
        # Nobody is named yet: the team of the day was there.
        ("참석자:\n", (), ("성춘향",), "참석자: [홍길동, 이몽룡]\nabsent: [성춘향]\n"),
        ("", ("향단",), (), "attendees: [홍길동, 성춘향, 이몽룡, 향단]\n"),
        ("불참: 몽룡님\n", ("향단",), (), "불참: 몽룡님\nattendees: [홍길동, 성춘향, 향단]\n"),
        # Somebody is: only who is named moves, and names stay as they are written.
        ("attendees: [길동님, mong]\n", ("성춘향",), (), "attendees: [길동님, mong, 성춘향]\n"),
        ("attendees: [길동님, mong]\n", (), ("이몽룡",), "attendees: [길동님]\nabsent: [이몽룡]\n"),
        (
            "attendees: [길동님]\nabsent: [mong]\n",
            ("이몽룡",),
            (),
            "attendees: [길동님, 이몽룡]\nabsent: []\n",
        ),
        ("attendees: [길동님]\n", ("홍길동",), (), "attendees: [길동님]\n"),
        ("attendees: [길동님]\n", (), (), "attendees: [길동님]\n"),
    ],
)
def test_names_move(before: str, present: tuple[str, ...], absent: tuple[str, ...], after: str) -> None:
    # A note without any header gets one.
    text = note(before) if before else "본문\n"
    assert note(after) == corrected(text, present, absent).after


def test_who_is_there_is_told_without_a_change() -> None:
    text = note("참석자: 길동님, 성춘향\n불참: [mong]\n")
    told = corrected(text)
    assert (text, Attendance(("길동님", "성춘향"), ("mong",))) == (told.after, told.attendance)


def test_nobody_is_both_there_and_absent() -> None:
    with pytest.raises(StudylogError) as raised:
        corrected(note(""), ("향단",), ("향단",))
    assert Exit.USAGE == raised.value.exit_code


def test_who_is_not_on_the_roster_is_a_finding() -> None:
    assert ["unknown-person"] == [doubt.code for doubt in corrected(note("", ""), ("향단",)).findings]


@pytest.mark.parametrize("content", ["안녕".encode("utf-16"), "---\ntitle: 회의\n---\n".encode("cp949")])
def test_a_note_that_is_not_utf_8_is_left_alone(content: bytes) -> None:
    with pytest.raises(StudylogError):
        correct(PATH, content, SETTINGS, present=("향단",), absent=())


def test_the_file_is_changed_and_a_trial_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "studylog.yaml").write_text("roster: [홍길동, 성춘향]\n", encoding="utf-8")
    file = tmp_path / "notes" / "2021-08-12.md"
    file.parent.mkdir()
    before = "\ufeff---\r\ntitle: a # 말\r\n---\r\n본문\r\n"
    file.write_bytes(before.encode())
    notebook = find(tmp_path)
    for dry_run in (True, False):
        assert before == file.read_bytes().decode()
        attend(notebook, note_files(notebook)[0], present=(), absent=("성춘향",), dry_run=dry_run)
    header = "\ufeff---\r\ntitle: a # 말\r\nattendees: [홍길동]\r\nabsent: [성춘향]\r\n---\r\n본문\r\n"
    assert header == file.read_bytes().decode()


@given(
    st.lists(st.sampled_from(NAMES), unique=True),
    st.lists(st.sampled_from(NAMES), unique=True),
    st.lists(st.sampled_from(NAMES), unique=True),
    st.data(),
)
def test_after_it_everybody_is_where_they_were_put_and_a_second_time_changes_nothing(
    there: list[str], away: list[str], present: list[str], data: st.DataObject
) -> None:
    absent = data.draw(
        st.lists(st.sampled_from([name for name in NAMES if name not in present]), unique=True)
        if len(present) < len(NAMES)
        else st.just([])
    )
    text = note(f"attendees: [{', '.join(there)}]\nabsent: [{', '.join(away)}]\n")
    once = corrected(text, tuple(present), tuple(absent))
    twice = corrected(once.after, tuple(present), tuple(absent))
    assert {*present} <= {*once.attendance.attendees} and {*absent} <= {*once.attendance.absent}
    assert not {*present} & {*once.attendance.absent} and not {*absent} & {*once.attendance.attendees}
    # Where nobody is left, the team of the day is expected anew.
    if present or absent:
        assert (once.after, once.attendance) == (
            twice.after,
            twice.attendance,
        ) or not once.attendance.attendees
