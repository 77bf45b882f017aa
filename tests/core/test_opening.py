"""What the first lines of a body say of their meeting, where no header does."""

from datetime import date, datetime

import pytest

from studylog.core.facts import Facts, note_facts
from studylog.core.header.keys import KEYS, PEOPLE
from studylog.core.header.opening import with_opening
from studylog.core.model import Header
from studylog.core.parse import read_note
from studylog.core.people.roster import Person, Roster
from studylog.core.settings import Settings


def facts(body: str) -> Facts:
    return note_facts("notes/모임.md", body.encode(), Settings())


THERE = ("도우리", "서가람", "한누리")


@pytest.mark.parametrize(
    "lines",
    [
        "참석자: 도우리, 서가람, 한누리",
        "**참석** : 도우리 · 서가람 · 한누리 (3명)",
        "- **참석 인원:** 도우리/서가람/한누리",
        "> 모인 사람 - 도우리, 서가람, 한누리",
        "> 🗓 오후 4:30\n> 👥 도우리, 서가람, 한누리",
        "👥 참석자\t도우리, 서가람, 한누리",
        "| 참석 | 도우리, 서가람, 한누리 |",
        "attendees:: [[도우리]], [[서가람]], [[한누리]]",
        "> 모더레이터 : 서가람\n> 참여 : 도우리 서가람 한누리",
        "참석자 @도우리 @서가람 @한누리\n모더 @서가람",
        "참석 : 전부 (도우리, 서가람, 한누리)",
        "> 작성자: 도우리 / 참석: 도우리, 서가람, 한누리 / 지각·결석 없음",
        "참석: 도우리, 서가람, 한누리 (불참 없음)",
        "- 장소: 3층\n- 오늘의 참석자(3명): 도우리님, 서가람님, 한누리님",
        "## 참석자\n도우리, 서가람, 한누리",
        "참 석 자: 도우리 교수, 서가람 전공의, 한누리",
        "참석자:\n\n- 도우리\n- 서가람\n- [x] 한누리\n- [ ] 강산들\n\n- 안건: 없음",
        "## 모임 정보\n- 장소: 3층\n- 함께한 사람: 도우리, 서가람, 한누리",
        "In the room: 도우리, 서가람, and 한누리",
        "just us three: 도우리, 서가람, 한누리",
    ],
)
def test_who_was_there(lines: str) -> None:
    assert facts(f"# 3/5 스터디\n\n{lines}\n\n## 질문\n").header.attendees == THERE


def test_who_is_known_needs_no_comma_whatever_brackets_add() -> None:
    team = Roster((Person("도우리"), Person("서가람"), Person("강산들")))
    body = "참여: 우리 가람 (산들은 채팅으로만)\n정리: 우리\n"
    header = with_opening(Header(), body, 1, team).header
    assert (("우리", "가람"), "우리") == (header.attendees, header.author)


@pytest.mark.parametrize(
    "line",
    [
        "No-show: Linus",
        "**Missing:** Linus (sick, get well!)",
        "Away: Linus",
        "Out today: Linus",
        "Who couldn't make it: Linus (exam)",
    ],
)
def test_who_did_not_show_up_is_absent(line: str) -> None:
    assert facts(f"# 3/5 sync\n\nPresent: Ada, Grace\n{line}\n").header.absent == ("Linus",)


def test_what_is_missing_but_people_is_nobody() -> None:
    assert facts("# 3/5 sync\n\nPresent: Ada, Grace\nMissing: the second plot\n").header.absent == ()


def test_what_stands_behind_a_name_in_english_is_none_of_it() -> None:
    there = "the three of us: Ada Byron (AB) for the first half hour, Grace (writing) and Linus"
    header = facts(f"# 3/5 study\n\n{there}\nApologies: Barbara (flu :( )\n").header
    assert (("Ada Byron", "Grace", "Linus"), ("Barbara",)) == (header.attendees, header.absent)
    assert header.author == "Grace"


@pytest.mark.parametrize(("field", "key"), [(field, key) for field in PEOPLE for key in KEYS[field]])
def test_a_label_is_whatever_a_header_may_call_its_field(field: str, key: str) -> None:
    header = facts(f"# 3/5 스터디\n\n{key}: 도우리\n").header
    # In a text, an author may be that of a paper, and members may not have been there.
    alone = key in ("author", "members")
    assert getattr(header, field) in ((None, ()) if alone else ("도우리", THERE[:1]))


@pytest.mark.parametrize(
    "lines",
    [
        "참석: 도우리 ✅ 강산들 ❌(병원) 서가람 ✅ 한누리 ✅",
        "참석자: 도우리(O), 서가람(O), 한누리(O), 강산들(X)",
        "참석:\n- 도우리 ✅\n- 서가람 ✔️\n- 강산들 ❌ (병원)\n- 한누리",
        "참석: 도우리, 서가람, 한누리\n불참: 강산들 ❌",
        "참석: 도우리, 서가람, 한누리, 강산들(불참)",
        "참석자: 도우리, 서가람, 한누리 / 강산들 불참",
        "온라인 / 참여: 도우리, 서가람, 한누리 (강산들님은 개인사정으로 불참)",
        "참석 인원: 3명 (도우리, 서가람, 한누리)\n불참: 강산들",
        "Present: 도우리, 서가람, 한누리 (absent: 강산들)",
        "온사람: 도우리, 서가람, 한누리 (강산들은 감기)",
        "참석: 도우리_T1001, 서가람_T1002, 한누리(T1003)\n불참: T1004 강산들",
        "참석자\n- 도우리\n- 서가람\n- 한누리\n- 강산들 (불참)\n\n공지",
        "참석: 도우리, 서가람, 한누리\n불참: 강산들 \\- 감기",
        "**Here:** 도우리, 서가람, 한누리\n**Not here:** 강산들 (work)",
    ],
)
def test_who_is_crossed_out_was_not_there(lines: str) -> None:
    header = facts(f"# 3/5 스터디\n\n{lines}\n").header
    assert (THERE, ("강산들",)) == (header.attendees, header.absent)


KNOWN = Settings(roster=Roster((Person("도우리"), Person("서가람"), Person("한누리"), Person("강산들"))))


@pytest.mark.parametrize(
    "note",
    [
        "# 3/5 모임\n참석: 우리 가람 누리 / 산들 불참\n",
        "# 3/5 모임\n| 참석 | 우리 가람 누리 |\n|---|---|\n| 결석 | 산들 |\n",
        "# 3/5 모임\n우리, 가람, 누리 참석 / 산들 불참\n",
        "# 3/5 모임\n온 사람: 우리 가람 누리 (산들이는 야근)\n",
        "# 3/5 모임\n**출석** : 우리 O / 가람 O / 누리 O / 산들 X\n",
        "# 3/5 모임\n출석: 우리 O, 가람 O, 누리 O, 산들 X(여행)\n",
        "---\n참석자: [우리, 가람, 누리]\n불참: 산들(여행)\n---\n# 3/5 모임\n",
        "# 3/5 모임\n작성자 우리 | 참석 우리, 가람, 누리 | 불참 산들(출장)\n",
        "# 3/5 모임\nwho: 우리, 가람, 누리 (산들 away)\n",
        "---\n참석자: 우리 가람 누리\n불참: 산들\n---\n# 3/5 모임\n",
        "---\n참석자: [우리, 가람, 누리, 산들(불참)]\n---\n# 3/5 모임\n",
    ],
)
def test_between_people_who_are_known_a_blank_is_enough(note: str) -> None:
    header = note_facts("notes/모임.md", note.encode(), KNOWN).header
    assert (("우리", "가람", "누리"), ("산들",)) == (header.attendees, header.absent)


@pytest.mark.parametrize(
    "line",
    [
        "참석: 우리 가람 어제",
        "우리 모두 참석",
        "오늘은 우리 참석 / 비 옴",
        "참석 우리 회의실",
        "참석: 우리 (가람은 감기) 어제",
    ],
)
def test_other_words_among_those_who_are_known(line: str) -> None:
    assert note_facts("notes/모임.md", f"# 3/5 모임\n{line}\n".encode(), KNOWN).header.attendees == ()


@pytest.mark.parametrize(
    "note",
    [
        "# 3/5 모임\n우리, 가람, 누리\n\n## 질문\n",
        "# 3/5 모임\n\n우리 가람 누리\n",
        "2024년 3월 5일 논문 읽기 모임\n우리 · 가람 · 누리\n",
        "---\ndate: 2024-03-05\n---\n우리 / 가람 / 누리\n",
    ],
)
def test_three_who_are_known_alone_below_the_title_were_there(note: str) -> None:
    assert note_facts("notes/모임.md", note.encode(), KNOWN).header.attendees == ("우리", "가람", "누리")


@pytest.mark.parametrize(
    "note",
    [
        "# 3/5 모임\n우리, 가람\n",
        "# 3/5 모임\n우리, 가람, 바람\n",
        "# 3/5 모임\n우리, 가람, 누리 발표\n",
        "# 3/5 모임\n- 우리, 가람, 누리\n",
        "# 3/5 모임\n오늘은 비가 옴\n우리, 가람, 누리\n",
        "# 3/5 모임\n## 순서\n우리, 가람, 누리\n",
        "# 쌓는 층\n우리, 가람, 누리\n",
    ],
)
def test_other_lines_below_the_title_say_of_nobody_that_he_was_there(note: str) -> None:
    assert note_facts("notes/모임.md", note.encode(), KNOWN).header.attendees == ()


def test_both_names_of_somebody_are_no_two_people() -> None:
    known = Settings(roster=Roster((Person("Nora Field"), Person("Ivo Lane"))))
    note = b"---\nattendees: [Nora Field, Ivo Lane]\n---\n# 3/5 study\n"
    assert note_facts("notes/study.md", note, known).header.attendees == ("Nora Field", "Ivo Lane")


def test_all_but_one() -> None:
    for line in ("참석: 산들 제외 전원", "참석: 전원(산들 제외)"):
        header = note_facts("notes/모임.md", f"# 3/5 모임\n{line}\n".encode(), KNOWN).header
        assert ((), ("산들",)) == (header.attendees, header.absent)


@pytest.mark.parametrize(
    ("line", "absent"),
    [
        ("산들님은 야근으로 못 오심 ㅠ", ("강산들",)),
        ("- 산들이는 오늘 불참", ("강산들",)),
        ("오늘은 산들님, 누리님 감기로 결석", ("강산들", "한누리")),
        ("(산들 참석 못함)", ("강산들",)),
        ("산들님은 지난주에 불참", ()),
        ("산들님은 다음 주에 못 오심", ()),
        ("산들님은 과제를 못 함", ()),
        ("산들님 4시에 불참 통보", ()),
        ("바람님은 야근으로 못 오심", ()),
        ("산들님이 불참이라 발표는 미룸", ()),
    ],
)
def test_a_line_says_who_could_not_come(line: str, absent: tuple[str, ...]) -> None:
    note = f"---\n참석: [우리, 가람]\n---\n# 3/5 모임\n\n{line}\n"
    assert note_facts("notes/모임.md", note.encode(), KNOWN).header.absent == absent


def test_wide_labels_of_who_wrote() -> None:
    assert facts("# 3/5 회의\n작 성 자 : 도우리\n").header.author == "도우리"


def test_a_role_among_names_is_somebody_who_was_there() -> None:
    assert facts("# 3/5 회의\n참석: 지도교수님, 가람, 누리\n").header.attendees == (
        "지도교수님",
        "가람",
        "누리",
    )


def test_what_somebody_did_there_may_stand_behind_the_name() -> None:
    header = facts("# Club\n\n**Who:** Ada, Grace (scribe), Mary Ann. Linus was sick :pill:\n").header
    assert (("Ada", "Grace", "Mary Ann"), "Grace") == (header.attendees, header.author)
    assert header.absent == ("Linus",)
    assert facts("# 3/5 모임\n참석: 도우리(진행), 서가람(서기)\n").header.moderator == "도우리"
    assert facts("# 3/5 모임\n참석: 도우리(서울), 서가람\n").header.author is None


def test_several_labels_on_one_line() -> None:
    header = facts("# Circle\nFacilitator: Ada | Notes: Grace | Here: Ada, Grace, Mary Ann\n").header
    assert ("Ada", "Grace", ("Ada", "Grace", "Mary Ann")) == (
        header.moderator,
        header.author,
        header.attendees,
    )
    notes = facts("# Circle\nwho: Ada, Grace, Mary Ann. Notes by Grace.\n").header
    assert (header.attendees, "Grace") == (notes.attendees, notes.author)
    assert facts("참석: 가람, Ada / 결석: 우리, Lucía\n").header.absent == ("우리", "Lucía")


@pytest.mark.parametrize(
    "body",
    [
        "참석자: 전원\n",
        "참석자가 적어서 다음에 하기로 했다\n",
        "참석: 다음 주부터는 온라인으로 합니다\n",
        "Notes: Transformers are graph networks\n",
        "작성: 어텐션\n참석자: 가람\n",
        "```\n참석자: 가람, 누리\n```\n",
        "# 정리\n\n## 1강\n\n### 예제\n참석자: 가람, 누리\n",
    ],
)
def test_what_names_nobody(body: str) -> None:
    header = facts(body).header
    assert header.author is None
    assert header.attendees in ((), ("가람",))


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("# 3주차\n\n일시: 2024년 3월 5일 (화) 19:00–21:00\n", date(2024, 3, 5)),
        ("# Week 3\n**Date:** Tuesday, March 5, 2024\n", date(2024, 3, 5)),
        ("date:: 2024-03-05\n\n# 세 번째\n", date(2024, 3, 5)),
        ("# 3/5(화) 스터디\n\n작성: 2024-03-04\n", date(2024, 3, 5)),
        ("2024년 3월 5일 논문 읽기 모임\n참석: 가람, 누리\n", date(2024, 3, 5)),
        ("## 2024.03.05 회의록\n", date(2024, 3, 5)),
        ("### 📆 2024.03.05 (Day 12)\n\n**참석자** : 가람, 누리\n", date(2024, 3, 5)),
        ("## 2024.03.05\n\n가람이 만든 판을 낸다.\n", None),
        ("## 2024.03.05 판에서 바뀐 것\n\n작성자: 가람\n", None),
        ("# 정기 회의\n\n일  시: 2024. 3. 5.(화) 19:30\n", date(2024, 3, 5)),
        ("# Reading Group, Spring 2024\n\nSession 3, March 5, 2024, room 204\n", date(2024, 3, 5)),
        ("# **Study group notes \\- week 6**\n\n**Tue March 5, 2024, 6pm, room B**\n", date(2024, 3, 5)),
        ("# Study notes\n\nMarch 5, 2024, a first draft\n", None),
        ("# 세 번째 모임\n\n일시: 2024\\. 3\\. 5 (화) 10:00\n", date(2024, 3, 5)),
        ("# Reading Group, Spring 2024\n\nWe read what appeared on March 5, 2024.\n", None),
        ("# 세 번째\n\n작성일: 2024년 3월 4일\n모임일: 2024년 3월 5일 (화)\n", date(2024, 3, 5)),
        ("# 정리\n\n2024-03-05에 나온 논문을 읽었다.\n", None),
        ("# 정리\n\n다음 모임 일시: 2024-03-12\n", None),
    ],
)
def test_when_it_was(body: str, day: date | None) -> None:
    assert facts(body).day == day


def test_a_header_is_believed_first() -> None:
    stated = Header(date="2024-03-05", attendees=("가람",))
    assert with_opening(stated, "날짜: 2024-03-06\n참석자: 누리\n작성일: 2024-03-04\n").header == Header(
        date="2024-03-05", attendees=("가람",), created=datetime(2024, 3, 4)
    )


def test_who_is_named_there_speaks_in_the_note() -> None:
    note = read_note(
        "a.md", "날짜: 2024-03-05\n출석: 가람, 누리\n\nQ. 왜요?\n누리: 그래서요.\n".encode(), Settings()
    )
    assert note.kind == "meeting"
    assert [answer.by for answer in note.questions[0].answers] == ["누리"]


@pytest.mark.parametrize(
    ("body", "title", "day"),
    [
        (
            "그래프 스터디 4회차\n2022년 3월 18일 금요일 20:00\n참석자: 도우리\n",
            "그래프 스터디 4회차",
            date(2022, 3, 18),
        ),
        ("\n## 2023-06-21 합동 스터디\n\n글\n", "2023-06-21 합동 스터디", date(2023, 6, 21)),
        ("제목: 봄학기 세미나 (5회)\n일시: 2022. 5. 20. (금)\n", "봄학기 세미나 (5회)", date(2022, 5, 20)),
        ("【스터디 일지】２０２２／０７／１３\n", "【스터디 일지】２０２２／０７／１３", date(2022, 7, 13)),
        ("글 위의 스터디\n\n# 2023-06-21 모임\n", "2023-06-21 모임", date(2023, 6, 21)),
        ("회의 일시: 2022-03-18\n참석자: 도우리\n", "모임", date(2022, 3, 18)),
        ("스터디를 2022년 3월 18일에 했다.\n참석자: 도우리\n", "모임", date(2022, 3, 18)),
        ("## 회의 내용\n참석자: 도우리\n", "모임", None),
        ("- 스터디 2022-03-18\n", "모임", date(2022, 3, 18)),
        ("스터디 규칙\n\n2022년 3월 18일부터 지킨다.\n", "모임", None),
        ("", "모임", None),
    ],
)
def test_the_first_line_names_the_meeting(body: str, title: str, day: date | None) -> None:
    read = facts(body)
    assert (read.title, read.day) == (title, day)


def test_a_heading_that_names_the_meeting_is_its_title() -> None:
    assert facts("---\ntype: daily\n---\n\n## 2023-06-21 합동 스터디\n\n글\n").title_line == 5
    assert facts("그래프 스터디\n2022년 3월 18일\n").title_line is None


def test_who_wrote_is_named_in_short_or_behind_by() -> None:
    header = facts("# 9/17 회고\n\n진행: 서가람 / 기록: 우리\n참여자 — 도우리, 서가람\n").header
    assert (header.author, header.moderator) == ("우리", "서가람")
    assert facts("# 3/5 모임\n\n참여: 도우리, 서가람\n정리 : 가람\n").header.author == "가람"
    assert facts("# 3/5 모임\n\n회의록 : 가람\n참여: 도우리, 서가람\n").header.author == "가람"
    assert facts("# 3/5 모임\n\n회의록 : 어텐션\n참여: 도우리, 서가람\n").header.author is None
    assert facts("# 3/5 모임\n\n오늘 적는 사람: 도우리\n").header.author == "도우리"
    assert facts("# 3/5 모임\n\n적은 사람: 도우리\n").header.author == "도우리"
    assert facts("---\nwho: [도우리, 서가람]\n---\n# 3/5 모임\n").header.attendees == ("도우리", "서가람")
    assert facts("# 3/5 모임\n\n참여: 도우리, 서가람\n정리 : 행렬\n").header.author is None
    assert facts("# Reading group\n\nNotes by Barbara\n").header.author == "Barbara"
    assert facts("# 멘토링\n\n- 멘티 : 도우리, 서가람\n").header.attendees == ("도우리", "서가람")


def test_the_picture_of_who_wrote_is_none_of_the_name() -> None:
    pasted = (
        "# 3/5(화) 회의록\n\n"
        "🕒 작성일시\t@2024년 3월 4일 오후 6:00\n👤 작성자\t<span>우리</span> 도우리\n👥 참석자\t\n"
        "🕒 최종 편집일시\t@2024년 3월 7일 오후 2:00\n\n## 공유\n"
    )
    header = facts(pasted).header
    assert (header.author, header.attendees) == ("도우리", ())
    assert (header.created, header.updated) == (datetime(2024, 3, 4, 18), datetime(2024, 3, 7, 14))
    assert facts("# 3/5 모임\n참석: <span>우리</span> 도우리, 서가람\n").header.attendees == THERE[:2]
    assert facts("# 3/5 모임\n작성자: <b>도우리</b>\n").header.author == "도우리"


def test_a_section_with_a_number_is_no_title_below_a_line_that_names_a_meeting() -> None:
    first = "**2023년 6월 21일 (수) \\- 7주차 스터디**\n\n"
    body = "# **1\\. 5강 혼잡 제어** {#1.-5강}\n"
    assert (facts(first + body).title, facts(first + body).title_line) == (
        "2023년 6월 21일 (수) - 7주차 스터디",
        None,
    )
    assert (facts(body).title, facts(body).title_line) == ("1. 5강 혼잡 제어", 1)


@pytest.mark.parametrize(("title", "path"), [("Week2_0812", "notes/a.md"), ("둘째 주", "notes/w2_0812.md")])
def test_four_figures_in_a_name_are_the_day_near_the_time_of_writing(title: str, path: str) -> None:
    header = f"---\ntitle: {title}\ncreated: 2021-08-06T17:57\n---\n"
    note = read_note(path, f"{header}내일 정리해서 공유하겠습니다.\n".encode(), Settings())
    assert (note.date, [made.due for made in note.promises]) == (date(2021, 8, 12), [date(2021, 8, 13)])


def test_four_figures_count_less_than_a_day_that_is_stated() -> None:
    for day in ("date: 2021-08-11\ntitle: Week2_0812", "title: Week2_0812\n"):
        written = f"---\n{day}\ncreated: 2021-08-06T17:57\n---\n일시: 2021-08-11\n"
        assert note_facts("notes/a.md", written.encode(), Settings()).day == date(2021, 8, 11)
    assert note_facts("notes/Week2_0812.md", b"# Q", Settings()).day is None
