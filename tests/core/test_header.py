"""The header of a note by meaning, in Korean and English, and however odd it is."""

import json
from datetime import datetime
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from studylog.core.header.edit import set_header
from studylog.core.header.keys import KEYS, field_of, note_type, type_title
from studylog.core.header.parts import split
from studylog.core.header.reading import read_header
from studylog.core.header.values import READERS
from studylog.core.i18n import translate
from studylog.core.model import Header
from studylog.core.text import nfc
from tests.effort import effort
from tests.realdata import REAL, needs

SUITE, NAUGHTY = "hostile/yaml-test-suite", "hostile/blns.json"


def read(header: str) -> tuple[Header, list[tuple[int, str]]]:
    found, findings, _ = read_header(split(f"---\n{header}---\n본문\n"), "notes/a.md")
    return found, [(finding.place.line, finding.code) for finding in findings]


def test_a_header_in_english() -> None:
    header = """\
title: 8/12(목) 회의록
date: 2021-08-12
type: daily
course: DL Basic
author: 홍길동
attendees: [홍길동, 성춘향, 이몽룡]
absent:
  - 임꺽정
moderator: 성춘향
lectures: [7, 8강]
created: 2021-08-06T18:00
updated: 2021-08-17
tags: cnn, attention
publish: false
"""
    meant = Header(
        title="8/12(목) 회의록",
        date="2021-08-12",
        type="daily",
        course="DL Basic",
        author="홍길동",
        attendees=("홍길동", "성춘향", "이몽룡"),
        absent=("임꺽정",),
        moderator="성춘향",
        lectures=("7", "8강"),
        created=datetime(2021, 8, 6, 18),
        updated=datetime(2021, 8, 17),
        tags=("cnn", "attention"),
        publish=False,
    )
    assert read(header) == (meant, [])


def test_a_header_in_korean() -> None:
    header = """\
제목 : 8월 12일 회의
📅 회의 일시: 8/12(목)
📌 회의 유형: 일일 회의
과목: AI Math
👤 작성자: 홍길동
참석자: 홍길동, 성춘향·이몽룡、임꺽정
불참:
모더레이터: 이몽룡
강의: 7강
작성일시: 2021년 8월 6일 오후 6:00
최종 편집일시: "@2021년 8월 17일 오후 2:00"
태그: [cnn]
"""
    meant = Header(
        title="8월 12일 회의",
        date="8/12(목)",
        type="daily",
        course="AI Math",
        author="홍길동",
        attendees=("홍길동", "성춘향", "이몽룡", "임꺽정"),
        moderator="이몽룡",
        lectures=("7강",),
        created=datetime(2021, 8, 6, 18),
        updated=datetime(2021, 8, 17, 14),
        tags=("cnn",),
    )
    assert read(header) == (meant, [])


def test_every_field_has_names_and_a_reader() -> None:
    fields = set(Header.__dataclass_fields__) - {"extra"}
    assert set(KEYS) == set(READERS) == fields
    assert {field_of(name) for names in KEYS.values() for name in names} == fields


@pytest.mark.parametrize("key", ["최종편집일시", "🕒 최종 편집일시", "UPDATED", "  Updated_", "수정일시"])
def test_signs_spaces_and_pictures_around_a_key_do_not_matter(key: str) -> None:
    assert field_of(key) == "updated"


def test_unknown_keys_are_kept_as_text() -> None:
    found, findings = read(
        "layout: post\ntoc: true\nempty:\nmeta: {a: [1, b], c: 2021-08-12}\n번호: 010-1234\n"
    )
    assert found.extra == (
        ("layout", "post"),
        ("toc", "true"),
        ("empty", ""),
        ("meta", "a: 1, b, c: 2021-08-12"),
        ("번호", "010-1234"),
    )
    assert findings == []


def test_a_jekyll_header() -> None:
    found, findings = read(
        "title   : 코틀린\ndate    : 2017-04-02 12:15:32 +0900\nupdated : 2017-04-03 20:00:00 +0900\n"
    )
    assert (found.title, found.date, found.updated) == (
        "코틀린",
        "2017-04-02 12:15:32 +0900",
        datetime(2017, 4, 3, 20),
    )
    assert findings == []


def test_texts_stay_as_they_were_written() -> None:
    found, _ = read("title: 1.10\ndate: 2021.8\nauthor: no\ncourse: 007\n")
    assert (found.title, found.date, found.author, found.course) == ("1.10", "2021.8", "no", "007")


def test_a_name_that_leads_to_a_page_is_that_of_the_page() -> None:
    written = """\
author: "[[people/홍길동|길동]]"
moderator: "[[성춘향]]"
attendees: ["[[홍길동|길동]]", "[[people/성춘향]]", 이몽룡]
absent: "[[임꺽정#연락처]]"
"""
    header, _ = read(written)
    assert (header.author, header.moderator) == ("홍길동", "성춘향")
    assert (header.attendees, header.absent) == (("홍길동", "성춘향", "이몽룡"), ("임꺽정",))


def test_a_list_of_one_is_a_text() -> None:
    assert read("title: [주간 회의]\n")[0].title == "주간 회의"


@pytest.mark.parametrize(
    ("header", "codes"),
    [
        ("title: {a: b}\nauthor: 홍길동\n", ["header-shape"]),
        ("title: [a, b]\nauthor: 홍길동\n", ["header-shape"]),
        ("attendees: {a: b}\nauthor: 홍길동\n", ["header-shape"]),
        ("attendees: [[a], b]\nauthor: 홍길동\n", ["header-shape"]),
        ("created: 언젠가\nauthor: 홍길동\n", ["header-date"]),
        ("created: 2021-02-30\nauthor: 홍길동\n", ["header-date"]),
        ("작성자: 홍길동\nauthor: 성춘향\n", ["header-repeated"]),
        ("author: 홍길동\nauthor: 성춘향\n", ["yaml-repeated-key"]),
        ("author: 홍길동\ntags: #cnn\n", ["yaml-comment"]),
        ("author: 홍길동\nprivate: 예\n비공개: 아니요\n", ["header-undecided"]),
        ("author: 홍길동\nmeta:\n  private: true\n", ["header-astray"]),
        ("author: 홍길동\n# private: true\ndraft: false\n", []),
        ("author: 홍길동\nsite: {private: true}\n", ["header-private"]),
        ("author: 홍길동\nvisibility: team\n", ["header-private"]),
        ("author: 홍길동\n공개 범위: 팀원만\n", ["header-private"]),
        ("author: 홍길동\npublish: true\nstatus: Draft\n", ["header-private"]),
        ("author: 홍길동\npublished: false\n", ["header-private"]),
        ("author: 홍길동\npirvate: yes\n", ["header-private"]),
        ("author: 홍길동\ntags: [cnn, 비공개]\n", ["header-private"]),
        ("author: 홍길동\ntitle: '[대외비] 회의'\n", ["header-private"]),
        ("author: 홍길동\nprivate: false\nstatus: draft\n", []),
        ("author: 홍길동\npublished: 2021-08-12\nhidden: 256\nlatex: true\ntoc: no\n", []),
    ],
)
def test_what_is_odd_is_found_and_the_rest_is_read(header: str, codes: list[str]) -> None:
    found, findings = read(header)
    assert found.author == "홍길동"
    assert [code for _, code in findings] == codes


def test_names_beside_an_odd_one_are_read() -> None:
    assert read("attendees: [[a], 홍길동]\n")[0].attendees == ("홍길동",)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("true", True),
        ("yes", True),
        ("예", True),
        ("false", False),
        ("no", False),
        ("비공개", False),
        ("", None),
    ],
)
def test_publish_is_yes_or_no(written: str, meant: bool | None) -> None:
    found, findings = read(f"publish: {written}\n")
    assert (found.publish, findings) == (meant, [])


def test_what_is_neither_yes_nor_no_is_not_published() -> None:
    found, findings = read("title: a\npublish: 내일\n")
    assert (found.publish, findings) == (False, [(3, "header-flag")])


def test_a_header_that_cannot_be_read_at_all_is_empty_and_found_at_its_place() -> None:
    assert read("author: a: b\n") == (Header(), [(2, "yaml-unreadable")])


@pytest.mark.parametrize(
    ("broken", "line"),
    [
        ("author: a: b", 4),
        ('author: "춘향', 4),
        ("author: [춘향, 몽룡", 4),
        ("author: [춘향,\n몽룡", 4),
        ("author: @춘향", 4),
        ("author 춘향", 4),
        ("\tauthor: 춘향", 4),
        ("author: 춘\x00향", 4),
        ("absent:\n  - 향단\n  - @방자", 6),
    ],
)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_stands_above_and_below_a_line_that_cannot_be_read_is_kept(
    broken: str, line: int, newline: str
) -> None:
    text = f"title: 회의\ndate: 2021-08-12\n{broken}\ntype: daily\ntags:\n- 하나\n"
    kept = Header(title="회의", date="2021-08-12", type="daily", tags=("하나",))

    assert (kept, [(line, "yaml-unreadable")]) == read(text.replace("\n", newline))


def test_each_key_that_cannot_be_read_is_found_and_what_hangs_below_one_goes_with_it() -> None:
    text = "date: 2021-08-12\ntitle: 회의\n  type: daily\nauthor: a: b\n"

    assert (Header(date="2021-08-12"), [(4, "yaml-unreadable"), (5, "yaml-unreadable")]) == read(text)


def test_of_a_long_header_that_cannot_be_read_nothing_is_looked_for() -> None:
    text = "".join(f"key{number}: {number}\n" for number in range(300))

    assert (Header(), [(302, "yaml-unreadable")]) == read(f"{text}author: a: b\n")


def test_a_header_that_is_no_map_is_found() -> None:
    assert read("- a\n- b: c\n  d: e\n") == (Header(), [(2, "header-shape")])


def test_a_header_without_an_end_is_found() -> None:
    found, findings, _ = read_header(split("---\ntitle: a\n"), "a.md")
    assert (found, [finding.code for finding in findings]) == (Header(), ["header-unclosed"])


def test_text_between_two_rules_is_pointed_out() -> None:
    _, findings, _ = read_header(split("---\n어제 한 일\n---\n"), "a.md")
    assert [(finding.severity, finding.code) for finding in findings] == [("note", "header-prose")]


def test_who_may_see_a_note_is_found_where_no_header_is_read() -> None:
    _, findings, _ = read_header(split("\n<!-- 글 -->\n---\ndate: 2021-08-12\n비공개: 예\n---\n"), "a.md")
    assert [(str(finding.place), finding.code) for finding in findings] == [("a.md:5:1", "header-astray")]


@pytest.mark.parametrize(
    ("body", "code", "line"),
    [
        ("# 회의\n\n---\nprivate: 멘토만\n---\n글\n", "header-astray", 4),
        ("# 회의\n\n--\nprivate: 멘토만\n--\n글\n", "header-astray", 4),
        ("# 회의\n\n––\nprivate: 멘토만\n––\n글\n", "header-astray", 4),
        ("한 줄\n\n---\ntitle: 회의\ntags:\n  - 가\n\n비공개: 예\n---\n", "header-astray", 8),
        ("# 회의\n\n```\n코드\n```\n\n---\ndraft: 예\n---\n", "header-astray", 8),
        ("# 회의\n\n날짜: 2021-08-12\nPrivate: Yes\n", "header-private", 4),
        ("title: 회의\nprivate: true\n\n글\n", "header-private", 2),
        ("**공개**: 아니요\n", "header-private", 1),
        ("| 공개 | X |\n|---|---|\n", "header-private", 1),
        ("# [비공개] 회의\n", "header-private", 1),
        ("# 회의\n\n🔒 **대외비**\n", "header-private", 3),
        ("# 회의\n\n분류: internal\n", "header-private", 3),
        ("#회의 #private\n", "header-private", 1),
    ],
)
def test_who_may_see_a_note_is_found_in_its_body(body: str, code: str, line: int) -> None:
    for above in ("", "---\ndate: 2021-08-12\n---\n"):
        _, findings, _ = read_header(split(above + body), "a.md")
        place = f"a.md:{line + above.count(chr(10))}:1"
        assert [(str(finding.place), finding.code) for finding in findings] == [(place, code)]


def test_the_name_of_a_file_may_ask_for_privacy_until_the_header_decides() -> None:
    for note, codes in (("글\n", ["header-private"]), ("---\nprivate: false\n---\n글\n", [])):
        _, findings, _ = read_header(split(note), "notes/8-12 회의 (draft).md")
        assert [finding.code for finding in findings] == codes


@pytest.mark.parametrize("flag", ["비공개: 예", "publish: no"])
def test_a_header_that_stands_in_a_text_as_an_example_is_answered_in_the_words_of_its_hint(flag: str) -> None:
    example = f"# 배포\n\n---\nname: deploy\n{flag}\n---\n글\n"
    _, (finding,), _ = read_header(split(example), "a.md")
    key = flag.split(":")[0]
    assert finding.hint and f"“{key}: false”" in translate(finding.hint, "ko")
    assert read_header(split(f"---\n{key}: false\n---\n{example}"), "a.md").findings == ()


def test_however_much_asks_for_privacy_one_line_of_a_header_answers_it_and_one_finding_says_so() -> None:
    _, findings, _ = read_header(split("---\nstatus: draft\ntags: [비공개]\n---\n# [대외비] 회의\n"), "a.md")
    assert [(str(finding.place), finding.code) for finding in findings] == [("a.md:2:1", "header-private")]


@pytest.mark.parametrize(
    "body",
    [
        "# 지킬\n\n```yaml\n---\ndraft: true\n---\n```\n",
        "앞\n\n---\n\n- private: 같은 클래스에서만\n- public: 어디서나\n\n글입니다.\n\n---\n",
        "::: private\n비밀\n:::\n",
        "## 접근 제어자\n\n- private\n- public\n\n`private: true`는 헤더에 씁니다.\n",
        "공개: 8월 12일\n\n---\n다음 글\n---\n",
        "# 초안 (3)\n\n초안은 몽룡이 씁니다.\n공개: 예\n",
        "# 암호\n\n#private-key #draft2 #초안_3\n",
        "# 대회\n\n| Public | Private |\n|---|---|\n| 0.91 | 0.88 |\n",
        "# 자바\n\n- 접근 제어자: private\n- 안건: 초안\n",
    ],
)
def test_a_body_may_speak_of_what_is_private(body: str) -> None:
    assert read_header(split(body), "a.md").findings == ()


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("일일 회의", "daily"),
        ("일일", "daily"),
        ("데일리", "daily"),
        ("Daily Meeting", "daily"),
        ("논문", "paper"),
        ("논문 리뷰", "paper"),
        ("멘토링", "mentoring"),
        ("회고", "retro"),
        ("retro", "retro"),
        ("📌 프로젝트 회의", "project"),
        ("주제", "topic"),
        ("자료", "resource"),
        ("Hackathon", "Hackathon"),
        ("회의", "회의"),
        (" \u1112\u1162\u110f\u1165\u1110\u1169\u11ab ", "해커톤"),
    ],
)
def test_types_have_one_id_whatever_they_are_called(written: str, kind: str) -> None:
    assert note_type(written) == kind


def test_types_are_called_by_their_names() -> None:
    assert (type_title("retro", "ko"), type_title("retro", "en")) == ("회고", "Retrospective")
    assert type_title("해커톤", "en") == "해커톤"


@given(st.text(st.sampled_from("titleauhorpbs제목참석자:-# '\"[]{}&*!|>\n\r\t,·1.0~😀")))
@settings(max_examples=1000)
def test_reading_never_raises(text: str) -> None:
    for note in (text, f"---\n{text}\n---\n", f"---\ntitle: {text}\ncreated: {text}\n---\n"):
        found, findings, _ = read_header(split(note), "a.md")
        assert isinstance(found, Header)
        assert all(finding.place.line >= 1 and finding.place.column >= 1 for finding in findings)


def yaml_suite() -> list[Any]:
    files = sorted((REAL / SUITE).glob("*.yaml"))
    if not files:
        return [pytest.param("", marks=needs(SUITE))]
    return [pytest.param(file.read_text("utf-8"), id=file.stem) for file in files]


# The suite writes what an editor would hide in signs of its own.
SIGNS = {"␣": " ", "»": "\t", "—": "", "↵": "", "∎\n": "", "←": "\r", "⇔": "\ufeff"}


@pytest.mark.parametrize("source", yaml_suite())
def test_every_case_of_the_yaml_suite_is_read_as_a_header(source: str) -> None:
    for case in yaml.safe_load(source):
        text = case.get("yaml", "")
        for sign, char in SIGNS.items():
            text = text.replace(sign, char)
        for header in (
            text,
            case.get("yaml", ""),
            f"title: 회의\n{text}",
            f"a:\n  {text}".replace("\n", "\n  "),
        ):
            found, findings, _ = read_header(split(f"---\n{header}\n---\n본문\n"), "a.md")
            assert isinstance(found, Header)
            assert all(finding.place.line >= 1 for finding in findings)


def naughty_strings() -> list[Any]:
    file = REAL / NAUGHTY
    if not file.is_file():
        return [pytest.param("", marks=needs(NAUGHTY))]
    return [
        pytest.param(text, id=str(index)) for index, text in enumerate(json.loads(file.read_text("utf-8")))
    ]


@pytest.mark.parametrize("text", naughty_strings())
def test_a_naughty_string_is_read_back_as_title_name_and_tag(text: str) -> None:
    for note in ("본문\n", "---\n제목: 회의  # c\n참석자: [홍길동]\ntags:\n  - a\n---\n본문\n"):
        changed = set_header(note, {"title": text, "attendees": (text, "홍길동"), "tags": (text,)})
        found, findings, _ = read_header(split(changed), "a.md")
        name = nfc(text).strip()
        assert (found.title or "") == name
        assert found.attendees == ((name, "홍길동") if name else ("홍길동",))
        assert found.tags == ((name,) if name else ())
        assert (findings, split(changed).body) == ((), "본문\n")


def test_reading_a_header_is_quick() -> None:
    parts = split(
        "---\ntitle: 8/12(목) 회의록\ndate: 2021-08-12\ntype: daily\nauthor: 홍길동\n"
        "attendees: [홍길동, 성춘향]\ncreated: 2021-08-06T18:00\n---\n"
    )
    # Ten times what it takes on a slow machine, so that only a blunder fails.
    assert effort(lambda: read_header(parts, "a.md"), times=100) < 0.003


def test_other_names_that_teams_give_to_fields() -> None:
    header = (
        "일시: 2021-08-12\nparticipants: Nora, Ben\nscribe: Nora\nfacilitator: Ben\nmeeting type: daily\n"
    )
    meant = Header(date="2021-08-12", attendees=("Nora", "Ben"), author="Nora", moderator="Ben", type="daily")
    assert read(header) == (meant, [])
