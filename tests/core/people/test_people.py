"""People: the many ways of writing a name, and who says a line."""

import pickle
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.people.roster import Person, Resolution, Roster, bare_name
from studylog.core.people.speakers import Speaker, speaker

GILDONG = Person("홍길동", aliases=("의적",), login="hong-gd", since=date(2021, 8, 2))
MONGRYONG = Person("이몽룡", until=date(2021, 8, 20))
RYANG = Person("제갈량")
ADA = Person("Ada Lovelace", aliases=("에이다",))
ROSTER = Roster((GILDONG, MONGRYONG, RYANG, ADA))
NOBODY = Roster()


@pytest.mark.parametrize(
    ("written", "person"),
    [
        ("홍길동", GILDONG),
        ("길동", GILDONG),
        ("길동님", GILDONG),
        ("길동 님", GILDONG),
        ("홍길동씨", GILDONG),
        ("길동군", GILDONG),
        ("길동쌤", GILDONG),
        ("길동 멘토님", GILDONG),
        ("길동선생님", GILDONG),
        ("길동)", GILDONG),
        ("(길동)", GILDONG),
        ("[길동님]", GILDONG),
        ("길동님 :", GILDONG),
        ("@길동", GILDONG),
        ("**길동**", GILDONG),
        ("🙋 홍 길동", GILDONG),
        ("의적", GILDONG),
        ("HONG-GD", GILDONG),
        ("제갈량", RYANG),
        ("량님", RYANG),
        ("갈량", RYANG),
        ("ada", ADA),
        ("ADA LOVELACE", ADA),
        ("Lovelace님", ADA),
        ("에이다님", ADA),
        ("ㅎㄱㄷ", None),
        ("춘향", None),
        ("님", None),
        ("", None),
    ],
)
def test_who_is_meant(written: str, person: Person | None) -> None:
    assert ROSTER.resolve(written) == Resolution(person, (person,) if person else ())
    assert person is None or ROSTER.may_name(f"참석: {written} / 나머지")


def test_where_nobody_is_named_no_name_is_looked_for() -> None:
    assert not ROSTER.may_name("참석: 춘향, 방자")
    assert not NOBODY.may_name("길동")


def test_two_people_of_one_given_name_are_for_a_human_to_tell_apart() -> None:
    other = Person("김길동")
    roster = Roster((GILDONG, other))
    assert roster.resolve("길동님") == Resolution(None, (GILDONG, other))
    assert roster.resolve("김길동님") == Resolution(other, (other,))
    assert roster.canonical("길동님") == "길동"


def test_a_whole_name_is_surer_than_a_given_name() -> None:
    short = Person("길동")
    assert Roster((GILDONG, short)).resolve("길동") == Resolution(short, (short,))


def test_a_name_may_end_like_an_honorific() -> None:
    roster = Roster((Person("김지양"), Person("박성군")))
    assert [roster.canonical(name) for name in ("지양", "지양님", "성군", "김지양")] == [
        "김지양",
        "김지양",
        "박성군",
        "김지양",
    ]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("춘향님", "춘향"),
        ("성춘향 씨 :", "성춘향"),
        ("성춘향양", "성춘향"),
        ("(춘향 멘토님)", "춘향"),
        ("김지양", "김지양"),
        ("멘토님", "멘토님"),
        ("김 교수님", "김 교수님"),
        ("날씨", "날씨"),
        ("Grace님", "Grace"),
        ("성춘향", "성춘향"),
        ("성춘향_T1234", "성춘향"),
        ("T1234 성춘향", "성춘향"),
        ("성춘향님(T1234)", "성춘향"),
        ("모델_2", "모델_2"),
    ],
)
def test_a_name_that_nobody_knows_loses_only_its_dress(written: str, name: str) -> None:
    assert bare_name(written) == NOBODY.canonical(written) == name


def test_who_belongs_to_the_team_on_a_day() -> None:
    assert ROSTER.active_on(date(2021, 8, 1)) == (MONGRYONG, RYANG, ADA)
    assert ROSTER.active_on(date(2021, 8, 20)) == (GILDONG, MONGRYONG, RYANG, ADA)
    assert ROSTER.active_on(date(2021, 8, 21)) == (GILDONG, RYANG, ADA)


@pytest.mark.parametrize(
    ("line", "written"),
    [
        ("길동님 : 다르게 봅니다", "길동님 :"),
        ("길동님: 다르게 봅니다", "길동님:"),
        ("길동 : 다르게 봅니다", "길동 :"),
        ("길동：다르게 봅니다", "길동："),
        ("길동) 다르게 봅니다", "길동)"),
        ("길동님) 다르게 봅니다", "길동님)"),
        ("(길동) 다르게 봅니다", "(길동)"),
        ("(길동님): 다르게 봅니다", "(길동님):"),
        ("[홍길동] 다르게 봅니다", "[홍길동]"),
        ("길동 - 다르게 봅니다", "길동 -"),
        ("  @길동: 다르게 봅니다", "@길동:"),
        ("홍길동 멘토님: 다르게 봅니다", "홍길동 멘토님:"),
    ],
)
def test_somebody_on_the_roster_speaks(line: str, written: str) -> None:
    assert speaker(line, ROSTER) == Speaker("홍길동", written, "다르게 봅니다")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("춘향님 : 맞아요", Speaker("춘향", "춘향님 :", "맞아요")),
        ("춘향님) 맞아요", Speaker("춘향", "춘향님)", "맞아요")),
        ("(춘향님) 맞아요", Speaker("춘향", "(춘향님)", "맞아요")),
        ("성춘향씨: 맞아요", Speaker("성춘향", "성춘향씨:", "맞아요")),
        ("춘향 멘토님: 맞아요", Speaker("춘향", "춘향 멘토님:", "맞아요")),
        ("Grace님: 맞아요", Speaker("Grace", "Grace님:", "맞아요")),
        ("(Grace Hopper님) 맞아요", Speaker("Grace Hopper", "(Grace Hopper님)", "맞아요")),
        ("춘향님", Speaker("춘향", "춘향님", "")),
    ],
)
def test_a_guest_speaks_when_the_honorific_says_so(line: str, said: Speaker) -> None:
    assert speaker(line, ROSTER) == speaker(line, NOBODY) == said


@pytest.mark.parametrize(
    "line",
    [
        "Q) 길동님",
        "A) 맞아요",
        "Q: 입력",
        "1) 하나",
        "１) 하나",
        "답) 맞아요",
        "답변) 맞아요",
        "생각) 아마도",
        "질문: 왜죠?",
        "춘향) 맞아요",
        "춘향 : 맞아요",
        "멘토님: Optuna",
        "교수님: 네",
        "김 교수님: 네",
        "날씨: 맑음",
        "손님) 안녕하세요",
        "어제 길동님이 말한 것",
        "길동님이 : 아니고",
        "길동님(8/10 화)",
        "[길동](https://example.org)",
        "https://example.org/길동",
        "길동-춘향 비교",
        "loss: 0.3",
        "길동",
        "",
    ],
)
def test_nobody_speaks(line: str) -> None:
    assert speaker(line, ROSTER) is None


def test_a_single_letter_is_nobody_even_on_the_roster() -> None:
    roster = Roster((Person("Ada Lovelace", aliases=("A", "Q")),))
    assert speaker("A) 맞아요", roster) is None
    assert speaker("Q - why", roster) is None


def test_one_of_two_namesakes_speaks_under_the_name_as_written() -> None:
    roster = Roster((GILDONG, Person("김길동")))
    assert speaker("길동) 네", roster) == Speaker("길동", "길동)", "네")


def test_a_roster_travels_to_other_processes() -> None:
    copy = pickle.loads(pickle.dumps(ROSTER))
    assert copy == ROSTER
    assert hash(copy) == hash(ROSTER)
    assert copy.canonical("길동님") == "홍길동"


def test_long_lines_do_not_take_long() -> None:
    line = "몽룡 " + " " * 100_000 + "님"
    assert speaker(line, ROSTER) is None
    assert ROSTER.resolve(line) == Resolution(None)
    assert bare_name(line) == line


NAMES = st.text(alphabet="홍길동이몽룡제갈량사공 AdaQ님씨군양멘토():@-[]", max_size=12)


@given(NAMES | st.text(), st.lists(NAMES | st.text(), max_size=3))
def test_reading_names_never_raises(written: str, names: list[str]) -> None:
    roster = Roster(tuple(Person(name, aliases=(written,)) for name in names))
    assert roster.resolve(written).person in (*roster.people, None)
    assert isinstance(bare_name(written), str)
    said = speaker(written, roster)
    assert said is None or written.endswith(said.rest)


@given(st.sampled_from(ROSTER.people), st.sampled_from(["", "님", "씨", " 님", " 멘토님", ")", " :"]))
def test_every_full_name_finds_its_person_in_any_dress(person: Person, dress: str) -> None:
    assert ROSTER.resolve(person.name + dress).person == person
    assert bare_name(bare_name(person.name + dress)) == person.name
