"""Pages that come from Notion: their property lines become the header of a note."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.notion.properties import header_of, read_page, read_titled

EXPORTED = """# 8/12(목) 회의록

작성일시: 2021년 8월 6일 오후 6:00
작성자: 홍길동
참석자: 홍길동, 성춘향
최종 편집일시: 2021년 8월 17일 오전 12:52
회의 유형: 일일 회의
장소: 온라인

## 학습 내용
"""

COPIED = """


# 8/12(목) 회의록

🕒 작성일시\t@2021년 8월 6일 오후 6:00
👤 작성자\t<span>길동</span> 홍길동
👥 참석자\t
📌 회의 유형\t일일 회의

## 학습 내용
"""


def test_the_lines_of_an_export() -> None:
    page = read_page(EXPORTED)
    assert page is not None
    assert page.header == {
        "title": "8/12(목) 회의록",
        "created": "2021-08-06T18:00",
        "author": "홍길동",
        "attendees": ("홍길동", "성춘향"),
        "updated": "2021-08-17T00:52",
        "type": "daily",
        "장소": "온라인",
    }
    assert page.body == "## 학습 내용\n"


def test_the_lines_of_a_copied_page_with_pictures_and_tabs() -> None:
    page = read_page(COPIED)
    assert page is not None
    assert page.header == {
        "title": "8/12(목) 회의록",
        "created": "2021-08-06T18:00",
        "author": "홍길동",
        "attendees": (),
        "type": "daily",
    }
    assert page.body == "## 학습 내용\n"


def test_a_text_under_a_title_is_no_property() -> None:
    assert read_page("# 제목\n\n오늘은 회의를 했다.\n") is None
    assert read_page("# 제목\n\n작성자: 홍길동\n그리고 이 줄은 아니다.\n") is None
    assert read_page("# 제목\n\n참고: 교재 3장\n") is None
    assert read_page("# 제목\n\n작성자: 홍길동 / 참석: 홍길동, 성춘향\n") is None


def test_people_are_parted_by_any_sign() -> None:
    page = read_page("# 제목\n\n참석: 홍길동 / 성춘향 · 이몽룡\n태그: 입력 / 출력\n")
    assert page is not None
    assert page.header["attendees"] == ("홍길동", "성춘향", "이몽룡")
    assert page.header["tags"] == ("입력 / 출력",)


def test_a_day_that_cannot_be_read_is_kept_as_written() -> None:
    page = read_page("# 제목\n\n작성일시: 언젠가\n")
    assert page is not None
    assert page.header["created"] == "언젠가"


def test_the_database_tells_what_a_property_is() -> None:
    text = "# 회의\n\n비율: 전체: 30%\n메모: 첫 줄\n둘째 줄\n담당: 홍길동\n\n참고: 본문이다\n"
    page = read_titled(text, "", ["비율: 전체", "비율", "메모", "담당"])
    assert page.header == {
        "title": "회의",
        "비율: 전체": "30%",
        "메모": "첫 줄\n둘째 줄",
        "담당": "홍길동",
    }
    assert page.body == "참고: 본문이다\n"


def test_without_a_database_only_known_names_make_properties() -> None:
    assert read_titled("# 회의\n\n담당: 홍길동\n", "").header == {"title": "회의"}
    assert read_titled("# 회의\n\n참석자: @홍길동\n담당: 성춘향\n", "").header == {
        "title": "회의",
        "attendees": ("홍길동",),
        "담당": "성춘향",
    }
    everyone = read_titled("# 회의\n\n참석자: 전부 (홍길동, 성춘향)\n", "").header
    assert everyone["attendees"] == ("홍길동", "성춘향")


@pytest.mark.parametrize(
    ("text", "title", "body"),
    [
        ("# 제목\n\n글\n", "제목", "글\n"),
        ("# \n\n글\n", "파일", "글\n"),
        ("글\n", "파일", "글\n"),
        ("## 소제목\n", "파일", "## 소제목\n"),
        ("", "파일", ""),
    ],
)
def test_a_page_of_an_export_has_a_title(text: str, title: str, body: str) -> None:
    page = read_titled(text, "파일")
    assert (page.header["title"], page.body) == (title, body)


def test_a_page_without_any_name_is_untitled() -> None:
    assert header_of(" ", []) == {"title": "Untitled"}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2021년 8월 6일 오후 6:00", "2021-08-06T18:00"),
        ("@2021년 8월 6일 오전 12:30", "2021-08-06T00:30"),
        ("2021년 8월 6일", "2021-08-06"),
        ("August 6, 2021 6:00 PM", "2021-08-06T18:00"),
        ("August 6, 2021 6:00 PM → 7:30 PM", "2021-08-06T18:00 → 2021-08-06T19:30"),
        ("August 6, 2021 → August 8, 2021", "2021-08-06 → 2021-08-08"),
        ("2021년 8월 6일 오후 6:00 → 오후 7:30", "2021-08-06T18:00 → 2021-08-06T19:30"),
        ("2021/08/06 → 2021/08/08", "2021-08-06 → 2021-08-08"),
        ("2021-08-06", "2021-08-06"),
        ("August 6, 2021 6:00 PM (GMT+9)", "August 6, 2021 6:00 PM (GMT+9)"),
        ("August 6, 2021 회의에서", "August 6, 2021 회의에서"),
        ("20210806", "20210806"),
        ("8/12", "8/12"),
    ],
)
def test_days_of_any_name_are_read_in_both_languages(written: str, value: str) -> None:
    assert header_of("회의", [("마감", written), ("날짜", written)]) == {
        "title": "회의",
        "마감": value,
        "date": value,
    }


def test_no_property_takes_the_place_of_another() -> None:
    properties = [("작성일", "언젠가"), ("작성일시", "아까"), ("제목", "다른"), ("Source", "책"), ("🕒", "1")]
    assert header_of("회의", properties) == {
        "title": "회의",
        "created": "언젠가",
        "작성일시 (2)": "아까",
        "제목 (2)": "다른",
        "Source (2)": "책",
        "🕒": "1",
    }


NAMES = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp"]), min_size=1, max_size=20)


@given(st.lists(st.tuples(NAMES, st.text(max_size=20)), max_size=8))
def test_every_property_has_a_place_in_the_header(properties: list[tuple[str, str]]) -> None:
    assert len(header_of("회의", properties)) == 1 + len(properties)


def test_what_notion_fills_in_itself_counts_where_the_team_named_nothing_for_it() -> None:
    own = (("Created by", "Nora Lind"), ("Last edited time", "September 16, 2021 7:30 PM"))
    header = header_of("9/16", own)
    assert ("Nora Lind", "2021-09-16T19:30") == (header["author"], str(header["updated"])[:16])
    both = header_of("9/16", (("생성자", "서가람"), ("작성자", "도우리")))
    assert ("도우리", "서가람") == (both["author"], both["생성자"])
