"""The properties of Notion's HTML pages as a header: their types come from classes, whatever the language."""

import pytest

from studylog.core.header.edit import set_header
from studylog.core.incoming.drafts import HeaderValue
from studylog.core.notion.html import HtmlPage
from tests.core.notion.html_pages import read, row

USER = (
    '<span class="user"><span class="icon text-icon user-icon"><span class="user-icon-inner">{0[0]}'
    "</span></span>{0}"
    "</span>"
)
CHOICE = '<span class="selected-value select-value-color-blue">{}</span>'

KOREAN = (
    row("created_time", "생성 일시", "<time>@2021년 8월 6일 오후 6:00</time>"),
    row("person", "작성자", USER.format("홍길동")),
    row("person", "참석자", f"{USER.format('홍길동')}, {USER.format('성춘향')}"),
    row("last_edited_time", "마지막 수정", "<time>@2021년 8월 17일 오전 12:52</time>"),
    row("select", "회의 유형", CHOICE.format("일일 회의")),
    row("date", "회의 일시", "<time>@2021년 8월 12일</time>"),
    row("multi_select", "태그", CHOICE.format("CNN") + CHOICE.format("경량화")),
    row("text", "장소", "온라인 <strong>게더</strong>"),
)
ENGLISH = (
    row("created_time", "Created", "<time>@August 6, 2021 6:00 PM</time>"),
    row("created_by", "Created by", USER.format("Hong")),
    row("last_edited_time", "Edited", "<time>@August 17, 2021 12:52 AM</time>"),
    row("date", "Date", "<time>August 12, 2021</time>"),
    row("person", "Attendees", USER.format("Hong")),
    row("status", "Status", '<span class="status-value"><div class="status-dot"></div>In progress</span>'),
)


def read_rows(*rows: str) -> HtmlPage:
    return read("<p>글</p>", f'<table class="properties"><tbody>{"".join(rows)}</tbody></table>')


def header_of(*rows: str) -> dict[str, HeaderValue]:
    return {key: value for key, value in read_rows(*rows).header.items() if key != "title"}


def test_korean_properties() -> None:
    assert {
        "date": "2021-08-12",
        "created": "2021-08-06T18:00",
        "author": "홍길동",
        "attendees": ("홍길동", "성춘향"),
        "updated": "2021-08-17T00:52",
        "type": "daily",
        "tags": ("CNN", "경량화"),
        "장소": "온라인 게더",
    } == header_of(*KOREAN)


def test_english_properties() -> None:
    assert {
        "date": "2021-08-12",
        "created": "2021-08-06T18:00",
        "author": "Hong",
        "updated": "2021-08-17T00:52",
        "attendees": ("Hong",),
        "Status": "In progress",
    } == header_of(*ENGLISH)


def test_the_title_comes_first_then_the_day_then_what_is_known_then_the_rest() -> None:
    page = read_rows(row("text", "장소", "온라인"), *KOREAN)
    assert ["title", "date", "created", "author", "attendees"] == list(page.header)[:5]
    assert "장소" == list(page.header)[-2]


def test_a_property_named_for_a_field_is_that_field_whatever_its_type() -> None:
    assert {"author": "성춘향", "생성자": "홍길동"} == header_of(
        row("created_by", "생성자", USER.format("홍길동")), row("person", "작성자", USER.format("성춘향"))
    )
    assert {"created": "2021-08-01", "생성": "2021-08-02T10:00"} == {
        key: str(value)[:16].replace("T00:00", "")
        for key, value in header_of(
            row("date", "작성일", "<time>@2021년 8월 1일</time>"),
            row("created_time", "생성", "<time>@2021년 8월 2일 오전 10:00</time>"),
        ).items()
    }


def test_two_properties_for_one_field_are_both_kept() -> None:
    assert {"date": "2021-08-12", "날짜 (2)": "2021-08-13"} == header_of(
        row("date", "Date", "<time>@2021년 8월 12일</time>"),
        row("date", "날짜", "<time>@2021년 8월 13일</time>"),
    )


def test_names_that_studylog_needs_are_not_taken() -> None:
    assert {"제목 (2)": "가", "source (2)": "나"} == header_of(
        row("text", "제목", "가"), row("text", "source", "나")
    )


@pytest.mark.parametrize(
    "kind, value, expected",
    [
        ("date", "<time>@2021년 8월 12일 → 2021년 8월 13일</time>", "2021-08-12 → 2021-08-13"),
        ("date", "<time>@August 12, 2021 1:00 PM → 2:30 PM</time>", "2021-08-12T13:00 → 2021-08-12T14:30"),
        ("date", '<time datetime="2026-06-23T19:00">23 juin 2026 19:00</time>', "2026-06-23T19:00"),
        ("date", "<time>언젠가</time>", "언젠가"),
        ("checkbox", '<div class="checkbox checkbox-on"></div>', "true"),
        ("checkbox", '<span class="checkbox checkbox-off"></span>', "false"),
        ("checkbox", '<input type="checkbox" class="checkbox checkbox-on" checked=""/>', "true"),
        ("checkbox", "Yes", "true"),
        (
            "url",
            '<a href="https://a.example/b" class="url-value">https://a.example/b</a>',
            "https://a.example/b",
        ),
        (
            "url",
            '<a href="https://a.example/b" class="url-value">a.example</a>',
            "a.example (https://a.example/b)",
        ),
        ("email", '<a href="hong@a.example" class="url-value">hong@a.example</a>', "hong@a.example"),
        ("number", "$1,200.50", "$1,200.50"),
        ("formula", '<div class="checkbox checkbox-off"></div>', "false"),
        ("formula", "남은 날: 3", "남은 날: 3"),
        ("rollup", f"{CHOICE.format('가')}{CHOICE.format('나')}", ("가", "나")),
        (
            "relation",
            '<a href="a.html"><span class="icon">📄</span>하나</a><a href="b.html">둘</a>',
            ("하나", "둘"),
        ),
        ("relation", '<a href="a.html">하나</a>', "하나"),
        ("auto_increment_id", "TASK-1", "TASK-1"),
        ("text", "첫 줄<br/>둘째 &lt;줄&gt;", "첫 줄 둘째 <줄>"),
        ("something_new", "값", "값"),
    ],
)
def test_values(kind: str, value: str, expected: HeaderValue) -> None:
    assert {"이름": expected} == header_of(row(kind, "이름", value))


def test_files_are_references() -> None:
    page = read_rows(
        row(
            "file",
            "발표 자료",
            '<span style="margin-right:6px"><a href="DB%20ab/%EA%B0%80.pdf">가.pdf</a></span><span>'
            '<a href="https://a.example/b.pdf">b.pdf</a></span>',
        )
    )
    assert ("DB%20ab/%EA%B0%80.pdf", "https://a.example/b.pdf") == page.header["발표 자료"]
    assert ("DB%20ab/%EA%B0%80.pdf",) == page.references


def test_properties_without_a_value_are_left_out() -> None:
    assert {} == header_of(row("person", "참석자", ""), row("text", "장소", " "), row("url", "링크", ""))


def test_names_keep_their_words() -> None:
    assert {"장소 (본관)": "가", "text": "나"} == header_of(
        row("text", "📍 장소 (본관)", "가"), row("text", "", "나")
    )


def test_what_can_be_read_is_said_as_the_header_has_it() -> None:
    page = read_rows(*KOREAN, row("checkbox", "완료", '<div class="checkbox checkbox-on"></div>'))
    assert [
        "8/12(목) 회의록",
        "2021-08-06T18:00",
        "홍길동",
        "홍길동, 성춘향",
        "2021-08-17T00:52",
        "daily",
        "2021-08-12",
        "CNN경량화",
        "온라인 게더",
        "true",
        "글",
    ] == page.visible.split("\n")


@pytest.mark.parametrize(
    "name", ["a: b", "# x", "- y", "“z”", "{w}", "널: [", "null", "on", "'", '"', "\\", "?"]
)
def test_any_name_can_stand_in_a_header(name: str) -> None:
    page = read_rows(row("text", name.replace('"', "&quot;"), "값: #1"))
    text = set_header(f"\n{page.body}", page.header)
    assert page.body in text
