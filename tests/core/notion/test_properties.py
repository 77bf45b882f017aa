"""Pages that come from Notion: their property lines become the header of a note."""

from studylog.core.notion.properties import read_page, title_of_file

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


def test_a_day_that_cannot_be_read_is_kept_as_written() -> None:
    page = read_page("# 제목\n\n작성일시: 언젠가\n")
    assert page is not None
    assert page.header["created"] == "언젠가"


def test_the_id_in_a_file_name_is_no_part_of_the_title() -> None:
    assert title_of_file("8 12(목) 회의록 0123456789abcdef0123456789abcdef") == "8 12(목) 회의록"
    assert title_of_file("0123456789abcdef0123456789abcdef") == "0123456789abcdef0123456789abcdef"
