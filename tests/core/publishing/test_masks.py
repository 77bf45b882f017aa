"""Names in other words: never one left, nothing else changed."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.people.roster import Person, Roster
from studylog.core.publishing.labels import labels
from studylog.core.publishing.masks import Mask, others
from studylog.core.settings import PublicNames

PEOPLE = (
    Person("홍길동", ("동동이", "hong"), "hong-gd"),
    Person("남궁연", ("결",)),
    Person("Ada Lovelace", ("에이다",)),
    Person("Zoë"),
)
MASK = Mask(PEOPLE, labels(PEOPLE, "initials", "ko"))


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("홍길동이 홍 길동에게", "ㅎㄱㄷ이 ㅎㄱㄷ에게"),
        ("길동님, (길동), 길동) 길동이", "ㅎㄱㄷ님, (ㅎㄱㄷ), ㅎㄱㄷ) ㅎㄱㄷ이"),
        ("Xception_홍길동.pdf, hong_1.png", "Xception_ㅎㄱㄷ.pdf, ㅎㄱㄷ_1.png"),
        ("@hong-gd", "@ㅎㄱㄷ"),
        ("결님과 (결), 결과와 결국", "ㄴㄱㅇ님과 (ㄴㄱㅇ), 결과와 결국"),
        ("ADA LOVELACE, Ada's", "AL, AL's"),
        ("Hongkong, adapter, 3ada1", "Hongkong, adapter, 3ada1"),
        ("lovelace2.png, ada_lovelace_3, AdaLovelace.pdf", "AL2.png, AL_3, AL.pdf"),
        ("%ED%99%8D%EA%B8%B8%EB%8F%99.pdf", "%E3%85%8E%E3%84%B1%E3%84%B7.pdf"),
        ("&#xD64D;&#44600;&#46041;", "ㅎㄱㄷ"),
        ("Zo&euml; &amp; Zo&#235;", "Z &amp; Z"),
        ("홍\u200b길\u200b동", "ㅎㄱㄷ"),
        pytest.param("A" * 1_000_000, "A" * 1_000_000, id="a picture as text"),
        ("향단님이 물었고 멘토님과 손님은", "ㅎㄷ님이 물었고 멘토님과 손님은"),
        ("100% 확실, a%20b", "100% 확실, a%20b"),
    ],
)
def test_names_are_put_in_other_words(written: str, shown: str) -> None:
    assert shown == MASK.text(written)


def test_who_is_called_like_somebody_s_given_name_stays_themselves() -> None:
    people = (Person("이몽룡"), Person("몽룡"), Person("성춘향", ("방울",)), Person("방울이"))
    mask = Mask(people, labels(people, "initials", "ko"))
    assert "ㅇㅁㄹ, ㅁㄹ, ㅅㅊㅎ, ㅂㅇㅇ" == mask.text("이몽룡, 몽룡, 방울, 방울이")


@pytest.mark.parametrize("how", ["initials", "hidden"])
def test_a_name_behind_a_name_goes_as_well(how: PublicNames) -> None:
    called = labels(PEOPLE, how, "ko")
    assert "길동" not in Mask(PEOPLE, called).text("홍길동길동길동 남궁연길동")


@given(
    st.lists(
        st.sampled_from(["홍길동", "길동", "남궁연", "Ada", "글", " ", "\n", "(", "_", "님", "이", "%20"])
    )
)
def test_no_whole_name_is_ever_left(pieces: list[str]) -> None:
    masked = MASK.text("".join(pieces))
    assert not any(name in masked for name in ("홍길동", "남궁연", "Ada Lovelace"))
    assert not re.search(r"(?<![가-힣])길동", masked)


@given(st.text(alphabet="가나다 abc\n_-().%", max_size=60))
def test_a_text_without_names_stays_as_it_is(text: str) -> None:
    assert text == MASK.text(text)


def test_whoever_the_roster_does_not_have_is_found_by_name_and_roles_are_nobody() -> None:
    roster = Roster(PEOPLE)
    found = others(["길동", "향단님", "멘토님", "춘향, 몽룡", "Grace Hopper", "", "3조", "(?)"], roster)
    assert ["Grace Hopper", "몽룡", "춘향", "향단"] == [person.name for person in found]
