"""JSON, version 1: the promised fields, always there, null where nothing is known."""

import json
from pathlib import Path

import pytest

from studylog.cli.app import main

NOTE = "notes/2021/2021-08-12-daily.md"
TEXT = """---
title: 8/12(목) 회의록
created: 2021-08-06T18:00+09:00
attendees: [길동님]
---

### 1. 강의 내용 중 질문하기

Q1. 6강 확률론 21분 - **무엇**인가요?
A1. (길동) 추측입니다만 [이것](https://example.com/a)입니다.

### 2. 논문 리뷰

#### (1) Xception

발표자: 홍길동
발표자료: [slides](../../slides/x.pdf)

[[없는 노트]]
"""
FIELDS = {
    "list": "path date title type course author attendees absent created updated questions papers",
    "show": "path date title type course author attendees absent created updated questions papers"
    " sections links images",
    "questions --all": "id text marked kind state confidence course lecture at locator asked_by to"
    " answers places age_days",
    "papers": "id title aliases year url presenter presenter_evidence planned presented slides"
    " state days_late match guessed authors arxiv doi code questions mentions",
    "lectures": "course number title questions open video places",
    "check": "path line column severity code message hint",
    "doctor": "name status message hint",
}
INSIDE = {
    ("show", "sections"): "level title line",
    ("show", "links"): "text url line",
    ("questions --all", "answers"): "text marker by tentative line path",
    ("questions --all", "places"): "path date line section carried",
    ("papers", "presented"): "path date line",
    ("papers", "slides"): "url path sha256 status found_at",
    ("lectures", "places"): "path date line",
}


@pytest.fixture
def notebook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "studylog.yaml").write_text("name: 우리\nroster: [홍길동]\n", encoding="utf-8")
    (tmp_path / NOTE).parent.mkdir(parents=True)
    (tmp_path / NOTE).write_text(TEXT, encoding="utf-8")
    monkeypatch.setenv("STUDYLOG_NOW", "2021-08-13T10:00")
    monkeypatch.setenv("STUDYLOG_LANG", "en")
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def items(line: str, capsys: pytest.CaptureFixture[str]) -> list[dict[str, object]]:
    main([*line.split(), "--json"])
    whole = json.loads(capsys.readouterr().out)
    assert ["schema", "notebook", "items"] == list(whole)
    assert (f"studylog/{line.split()[0]}@1", "우리") == (whole["schema"], whole["notebook"])
    found: list[dict[str, object]] = whole["items"]
    return found


@pytest.mark.parametrize("line", FIELDS)
def test_every_item_has_the_promised_fields(
    notebook: Path, capsys: pytest.CaptureFixture[str], line: str
) -> None:
    found = items(line, capsys)
    assert found
    assert [FIELDS[line].split()] * len(found) == [list(item) for item in found]
    for (command, field), names in INSIDE.items():
        if command == line:
            inner = found[0][field]
            assert isinstance(inner, list)
            assert names.split() == list(inner[0])


def test_a_question_is_told_as_the_note_has_it(notebook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [question] = items("questions --all", capsys)
    told = {key: question[key] for key in ("text", "state", "lecture", "at", "course", "age_days")}
    assert {
        "text": "6강 확률론 21분 - 무엇인가요?",
        "state": "tentative",
        "lecture": 6,
        "at": "00:21:00",
        "course": None,
        "age_days": 1,
    } == told
    answer = {
        "text": "추측입니다만 이것입니다.",
        "marker": "A1.",
        "by": "홍길동",
        "tentative": True,
        "line": 10,
        "path": NOTE,
    }
    assert [answer] == question["answers"]
    place: dict[str, object] = {
        "path": NOTE,
        "date": "2021-08-12",
        "line": 9,
        "section": "1. 강의 내용 중 질문하기",
    }
    place["carried"] = False
    assert [place] == question["places"]


def test_people_are_called_as_on_the_roster_and_times_are_wall_time(
    notebook: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [note] = items("list", capsys)
    told = (
        note["attendees"],
        note["absent"],
        note["author"],
        note["created"],
        note["updated"],
        note["papers"],
    )
    assert (["홍길동"], [], None, "2021-08-06T18:00", None, 1) == told


def test_slides_that_are_missing_are_told(notebook: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [paper] = items("papers", capsys)
    slides = {
        "url": "../../slides/x.pdf",
        "path": None,
        "sha256": None,
        "status": "missing",
        "found_at": None,
    }
    assert ([slides], None, "홍길동", "stated") == (
        paper["slides"],
        paper["planned"],
        paper["presenter"],
        paper["presenter_evidence"],
    )
