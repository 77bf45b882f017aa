"""The table under the title: what its properties are called, and their values as they were shown."""

from studylog.core.printed.read import PrintedNote, read_printed
from tests.core.printed.forms import properties, table
from tests.core.printed.typeset import Typesetter


def read(t: Typesetter) -> PrintedNote:
    return read_printed(t.printed(), "수식")


def test_properties_are_read_by_name_and_stand_in_neither_body_nor_what_is_visible_there() -> None:
    t = Typesetter()
    t.title("8/12(목) 회의록")
    properties(
        t,
        [
            ("작성일시", "@2021년 8월 6일 오전 12:52"),
            ("작성자", ["홍길동"]),
            ("참석자", ["홍길동", "성춘향", "이몽룡"]),
            ("불참", ""),
            ("최종 편집일시", "@2021년 8월 17일 오후 2:00"),
            ("회의 유형", ["일일 회의"]),
            ("태그", ["CNN", "Deep Learning"]),
        ],
        people="참석자",
    )
    t.text("글")
    note = read(t)
    assert note.properties == (
        ("작성일시", "@2021년 8월 6일 오전 12:52"),
        ("작성자", "홍길동"),
        ("참석자", "홍길동, 성춘향, 이몽룡"),
        ("불참", ""),
        ("최종 편집일시", "@2021년 8월 17일 오후 2:00"),
        ("회의 유형", "일일 회의"),
        ("태그", "CNN, Deep Learning"),
    )
    assert (note.body, note.visible.split()) == ("글\n", ["8/12(목)", "회의록", "글"])


def test_letters_that_stand_for_pictures_of_people_are_no_names() -> None:
    t = Typesetter()
    properties(
        t, [("작성자", ["홍길동"]), ("참석자", ["Mina", "이몽룡"]), ("등급", ["A", "Art"])], initials="참석자"
    )
    assert read(t).properties == (("작성자", "홍길동"), ("참석자", "Mina, 이몽룡"), ("등급", "A, Art"))


def test_names_with_commas_between_them_have_no_second_ones() -> None:
    t = Typesetter()
    properties(t, [("참석자", "홍길동, 성춘향")])
    assert read(t).properties == (("참석자", "홍길동, 성춘향"),)


def test_a_table_of_text_is_none_of_properties() -> None:
    t = Typesetter()
    t.title("회의록")
    table(t, [["이름", "홍길동"]], [100, 200])
    assert (read(t).properties, read(t).body) == ((), "| 이름 | 홍길동 |\n| --- | --- |\n")


def test_a_pale_table_after_a_heading_is_none_of_properties() -> None:
    t = Typesetter()
    t.heading(1, "제목")
    properties(t, [("이름", "홍길동")])
    assert (read(t).properties, read(t).body) == ((), "# 제목\n\n| 이름 | 홍길동 |\n| --- | --- |\n")
