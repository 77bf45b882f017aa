"""The note of a meeting: a template filled in, and refused where it would not be read as meant."""

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from studylog.core.errors import StudylogError
from studylog.core.facts import note_facts
from studylog.core.model import Header
from studylog.core.text import nfc
from studylog.features.new import Meeting, compose, write
from studylog.store.notebook import Notebook, find

MEETING = Meeting(date(2021, 8, 12), "daily", datetime.fromisoformat("2021-08-06T18:00+09:00"))
SETTINGS = """
start: 2021-08-02
roster:
  - {name: 홍길동, since: 2021-08-02}
  - {name: 성춘향, until: 2021-08-11}
  - {name: 이몽룡}
courses: [{name: DL Basic, from: 2021-08-09}]
types: {catchup: {title: "{year} {month}/{day} ({weekday})"}}
"""


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    (tmp_path / "studylog.yaml").write_text(SETTINGS, encoding="utf-8")
    return find(tmp_path)


def template(notebook: Notebook, name: str, text: str) -> None:
    file = notebook.root / "templates" / "note" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def test_who_belongs_to_the_team_that_day_is_there_less_who_is_absent(notebook: Notebook) -> None:
    header = header_of(notebook, replace(MEETING, absent=("이몽룡",), present=("향단", "홍길동")))
    assert (("홍길동", "향단"), ("이몽룡",)) == (header.attendees, header.absent)


def test_the_course_of_the_day_is_told_by_the_settings(notebook: Notebook) -> None:
    assert "DL Basic" == header_of(notebook, MEETING).course
    assert "AI Math" == header_of(notebook, replace(MEETING, course="AI Math")).course


def test_lectures_stand_under_what_the_settings_call_them(notebook: Notebook) -> None:
    (notebook.root / "studylog.yaml").write_text(
        "courses: [{name: DL Basic, lectures: {7: 합성곱}}, {name: AI Math, lectures: {8: 확률론}}]"
    )
    text = compose(find(notebook.root), replace(MEETING, course="DL Basic", lectures=(7, 8))).text
    assert ["#### 7강 합성곱", "#### 8강"] == [line for line in text.splitlines() if line.startswith("####")]


def test_what_was_set_is_in_the_header_once_whatever_the_template_does(notebook: Notebook) -> None:
    values = (("모더레이터", "성춘향"), ("created", "2021-08-01T09:00"), ("publish", "false"), ("방", "3호"))
    template(notebook, "plain.md.j2", "---\ndate: {{ date }}\ntype: plain\ncreated: 2020-01-01\n---\n")
    for type_ in ("daily", "plain"):
        header = header_of(notebook, replace(MEETING, type=type_, values=values))
        assert ("성춘향", datetime(2021, 8, 1, 9), False, (("방", "3호"),)) == (
            header.moderator,
            header.created and header.created.replace(tzinfo=None),
            header.publish,
            header.extra,
        )


def test_a_type_of_the_settings_has_its_own_title(notebook: Notebook) -> None:
    note = compose(notebook, replace(MEETING, type="catchup"))
    assert ("2021 8/12 (목)", "notes/2021/2021-08-12-catchup.md") == (note.title, note.path)


def test_another_note_of_that_name_is_never_overwritten(notebook: Notebook) -> None:
    first = compose(notebook, MEETING)
    write(first)
    second = compose(notebook, MEETING)
    assert "notes/2021/2021-08-12-daily-2.md" == second.path
    with pytest.raises(StudylogError):
        write(first)
    assert first.text == first.file.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: {{ title \n---\n",
        "{% include 'nothing' %}",
        "---\ndate: {{ unknown }}\n---\n",
        "---\ndate: {{ date }}\ntype: retro\n---\n",
        "---\ndate: 2021-08-13\ntype: daily\n---\n",
        "---\ntitle: 'open\ndate: {{ date }}\ntype: daily\n---\n",
        "---\ndate: {{ date }}\ndate: {{ date }}\ntype: daily\n---\n",
        "no header at all\n",
        "",
    ],
)
def test_a_broken_template_is_refused_and_named_before_a_file_exists(notebook: Notebook, text: str) -> None:
    template(notebook, "daily.ko.md.j2", text)
    with pytest.raises(StudylogError) as raised:
        compose(notebook, MEETING)
    error = raised.value
    assert "templates/note/daily.ko.md.j2" in f"{error.place} {error}"
    assert not (notebook.root / "notes").exists()


@given(
    author=st.text(max_size=30), value=st.text(max_size=60), names=st.lists(st.text(max_size=20), max_size=2)
)
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_is_read_back_the_same_or_refused(
    notebook: Notebook, author: str, value: str, names: list[str]
) -> None:
    meeting = replace(MEETING, author=author, values=(("방", value), ("title", value)), present=tuple(names))
    try:
        note = compose(notebook, meeting)
    except StudylogError:
        return
    facts = note_facts(note.path, note.text.encode(), notebook.settings)
    assert MEETING.day == facts.day
    assert {"방": nfc(value).strip()} == {key: text.strip() for key, text in facts.header.extra}


def header_of(notebook: Notebook, meeting: Meeting) -> Header:
    note = compose(notebook, meeting)
    return note_facts(note.path, note.text.encode(), notebook.settings).header
