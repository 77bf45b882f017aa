"""Templates are found, overridden, strict, and confined."""

from pathlib import Path

import pytest

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Language, translate
from studylog.store.templates import (
    built_in,
    note_types,
    render,
    render_note,
    site_environment,
    template_files,
)

VALUES: dict[str, object] = {
    "title": None,
    "date": "2021-08-12",
    "type": "daily",
    "course": None,
    "author": None,
    "attendees": (),
    "absent": (),
    "created": "2021-08-06T18:00+09:00",
    "lectures": (),
    "lecture_titles": {},
    "extra": {},
}
TYPES = ("daily", "mentoring", "paper", "project", "retro")


def own(root: Path, name: str, text: str) -> None:
    path = root / "templates" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_daily_note_says_what_is_known_and_nothing_else(tmp_path: Path) -> None:
    values = VALUES | {
        "course": "DL Basic",
        "author": "홍길동",
        "attendees": ("홍길동", "성춘향"),
        "absent": ["이몽룡"],
        "lectures": (7, 8),
        "lecture_titles": {7: None, 8: None},
        "extra": {"room": "3: big"},
    }
    assert """\
---
title: 8/12(목) 회의록
date: 2021-08-12
type: daily
course: DL Basic
author: 홍길동
attendees: [홍길동, 성춘향]
absent: [이몽룡]
lectures: [7, 8]
created: 2021-08-06T18:00+09:00
room: "3: big"
---

## 학습 내용 공유

### 1. 강의 내용 중 질문하기

#### 7강

#### 8강

### 2. 논문 리뷰

### 3. 건의사항

### 4. 다음 시간까지
""" == render_note(tmp_path, "daily", "ko", values)


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("type_id", TYPES)
def test_every_built_in_type_is_handsome_in_both_languages(
    tmp_path: Path, type_id: str, language: Language
) -> None:
    note = render_note(tmp_path, type_id, language, VALUES | {"type": type_id, "attendees": ("홍길동",)})
    day = "8/12(목) " if language == "ko" else "Thu 8/12 "
    assert note.startswith(f"---\ntitle: {day}")
    assert f"\ntype: {type_id}\nauthor:\nattendees: [홍길동]\ncreated: " in note
    assert note.endswith("\n")
    assert not note.endswith("\n\n")
    for untidy in ("\n\n\n", " \n", "{{", "{%", "{#"):
        assert untidy not in note


def test_a_title_that_was_told_is_taken_and_quoted_for_the_header(tmp_path: Path) -> None:
    note = render_note(tmp_path, "retro", "en", VALUES | {"title": "# 8: <b>&</b>"})
    assert 'title: "# 8: <b>&</b>"\n' in note


def test_the_types_are_those_with_a_template(tmp_path: Path) -> None:
    own(tmp_path, "note/세미나.ko.md.j2", "")
    own(tmp_path, "note/_mine.j2", "")
    assert (*TYPES, "세미나") == note_types(tmp_path)


def test_an_own_template_goes_before_the_built_in_one_in_any_language(tmp_path: Path) -> None:
    own(tmp_path, "note/daily.md.j2", "{% include '_header.j2' %}{% set x = 1 %}")
    own(tmp_path, "note/paper.en.md.j2", "{{ date | day }}")
    values = VALUES | {"usual_title": "우리"}
    assert "title: 우리\n" in render_note(tmp_path, "daily", "ko", values)
    assert "8/12(목)" == render_note(tmp_path, "paper", "ko", VALUES)


@pytest.mark.parametrize("type_id", ["seminar", "../note/daily", "_header", "a\0b", "가" * 300, ""])
def test_an_unknown_type_is_not_found_and_the_known_ones_are_told(tmp_path: Path, type_id: str) -> None:
    with pytest.raises(StudylogError) as caught:
        render_note(tmp_path, type_id, "ko", VALUES)
    assert Exit.NOT_FOUND == caught.value.exit_code
    assert caught.value.hint is not None
    assert "daily, mentoring" in translate(caught.value.hint, "en")


@pytest.mark.parametrize(
    ("broken", "line", "reason"),
    [
        ("one\n{% if %}", 2, "Expected an expression"),
        ("one\ntwo\n{{ nobody }}", 3, "'nobody' is undefined"),
        ("one\n{{ 1 // 0 }}", 2, "division"),
        ("{{ date.nothing }}", 1, "no attribute 'nothing'"),
        ("\n{% include 'daily.fr.md.j2' %}", 2, "daily.fr.md.j2"),
        ("\n\n{{ ''.__class__.__mro__ }}", 3, "unsafe"),
        ("{{ 'long ago' | day }}", 1, "isoformat"),
        ("{% include 'daily.ko.md.j2' %}", 1, "recursion"),
        ("{% for n in range(10 ** 9) %}{% endfor %}", 1, "Range too big"),
    ],
)
def test_a_broken_template_is_named_with_its_line(
    tmp_path: Path, broken: str, line: int, reason: str
) -> None:
    own(tmp_path, "note/daily.ko.md.j2", broken)
    with pytest.raises(StudylogError, match=reason) as caught:
        render_note(tmp_path, "daily", "ko", VALUES)
    assert caught.value.place is not None
    assert f"templates/note/daily.ko.md.j2:{line}:1" == str(caught.value.place)


def test_what_a_value_says_is_never_a_template(tmp_path: Path) -> None:
    note = render_note(tmp_path, "daily", "ko", VALUES | {"title": "{{ 7 * 7 }}{% for %}"})
    assert 'title: "{{ 7 * 7 }}{% for %}"\n' in note


def test_a_page_escapes_what_it_prints_and_may_extend_the_built_in_page_that_it_replaces(
    tmp_path: Path,
) -> None:
    own(tmp_path, "site/macros.html.j2", "{% import 'builtin/macros.html.j2' as ui %}{{ name }}")
    environment = site_environment(tmp_path, "ko")
    assert "&lt;b&gt;" == render(environment, "macros.html.j2", {"name": "<b>"})


def test_the_files_of_the_theme_are_the_built_in_ones_with_the_own_in_their_place(tmp_path: Path) -> None:
    own(tmp_path, "site/style/60-note.css", "")
    own(tmp_path, "site/static/글꼴.css", "")
    theme = template_files(tmp_path, "site")
    assert tmp_path / "templates/site/style/60-note.css" == theme["style/60-note.css"]
    assert "static/글꼴.css" in theme
    assert built_in() / "site/base.html.j2" == theme["base.html.j2"]


def test_a_template_that_is_a_link_out_of_the_notebook_is_not_read(tmp_path: Path) -> None:
    root = tmp_path / "notebook"
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    own(root, "note/retro.ko.md.j2", "")
    (root / "templates/note/daily.ko.md.j2").symlink_to(tmp_path / "secret")
    (root / "templates/site").symlink_to(tmp_path)
    assert "secret" not in render_note(root, "daily", "ko", VALUES)
    assert "secret" not in template_files(root, "site")
