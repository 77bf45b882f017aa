"""Whose turn it is: fair, the same whoever asks, and never somebody who cannot come."""

from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.people.roster import Person
from studylog.core.people.rota import Coming, Turn, the_line, turns_to_come

FIRST = date(2026, 9, 7)
A, B, C = (Person(name) for name in ("세린", "도윤", "은결"))
TEAM = (A, B, C)


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


def due(
    people: tuple[Person, ...], turns: list[Turn], *meetings: Coming, start: date = date.min
) -> list[str]:
    return [",".join(one.names) for one in turns_to_come(people, turns, start, meetings)]


def test_the_line_goes_round_in_the_order_of_the_roster() -> None:
    assert ["세린", "도윤", "은결", "세린"] == due(TEAM, [], *(Coming(day(n)) for n in range(4)))


def test_whoever_had_a_turn_goes_to_the_end_also_out_of_turn() -> None:
    turns = [Turn(day(0), "도윤"), Turn(day(1), "세린"), Turn(day(2), "손님")]
    assert ("은결", "도윤", "세린") == tuple(one.name for one in the_line(TEAM, turns, date.min, day(3)))


def test_who_cannot_come_is_next_when_they_can() -> None:
    away = Coming(day(0), absent=frozenset(("세린",)))
    (first, second, third) = turns_to_come(TEAM, [], date.min, [away, Coming(day(1)), Coming(day(2))])
    assert (("도윤",), ("세린",)) == (first.names, first.waiting)
    assert (("세린",), ("은결",)) == (second.names, third.names)


def test_what_is_stated_goes_before_the_line() -> None:
    stated = Coming(day(0), stated=("은결",))
    (first, second) = turns_to_come(TEAM, [], date.min, [stated, Coming(day(1))])
    assert (("은결",), True) == (first.names, first.stated)
    assert (("세린",), False) == (second.names, second.stated)


def test_who_joins_stands_behind_all_who_were_there_and_who_left_has_no_turn() -> None:
    joins, leaves = Person("서우", since=day(2)), Person("지안", until=day(1))
    people = (joins, leaves, A, B)
    assert ["지안", "세린", "도윤", "서우"] == due(people, [], *(Coming(day(n)) for n in (0, 2, 3, 4)))
    assert ["세린"] == due(people, [], Coming(day(2)))


def test_the_line_begins_anew_at_its_start() -> None:
    assert ["세린"] == due(TEAM, [Turn(day(0), "세린")], Coming(day(9)), start=day(5))


def test_where_nobody_can_come_it_is_nobodys_turn() -> None:
    (one,) = turns_to_come(TEAM, [], date.min, [Coming(day(0), absent=frozenset(("세린", "도윤", "은결")))])
    assert ((), ("세린", "도윤", "은결")) == (one.names, one.waiting)
    assert [""] == due((), [], Coming(day(0)))


PEOPLE = st.lists(st.sampled_from("가나다라마바사"), min_size=1, unique=True).map(
    lambda names: tuple(Person(name) for name in names)
)
TURNS = st.lists(
    st.builds(Turn, st.integers(0, 20).map(day), st.sampled_from("가나다라마바사아")), max_size=12
)
ABSENT = st.frozensets(st.sampled_from("가나다라마바사"))
MEETINGS = st.lists(st.builds(Coming, st.integers(21, 60).map(day), absent=ABSENT), max_size=30)


@given(PEOPLE, st.integers(0, 40))
def test_it_is_fair(people: tuple[Person, ...], meetings: int) -> None:
    names = due(people, [], *(Coming(day(n)) for n in range(meetings)))
    counts = {person.name: names.count(person.name) for person in people}
    assert max(counts.values()) - min(counts.values()) <= 1


@given(PEOPLE, TURNS, st.integers(1, 5))
def test_whatever_has_been_everybody_has_a_turn_in_each_round(
    people: tuple[Person, ...], turns: list[Turn], rounds: int
) -> None:
    names = due(people, turns, *(Coming(day(21 + n)) for n in range(rounds * len(people))))
    assert {person.name: rounds for person in people} == Counter(names)


@given(PEOPLE, TURNS, MEETINGS)
def test_nobody_who_is_absent_is_named_and_who_waits_comes_first(
    people: tuple[Person, ...], turns: list[Turn], meetings: list[Coming]
) -> None:
    before: tuple[str, ...] = ()
    for one in turns_to_come(people, turns, date.min, meetings):
        assert not one.coming.absent & set(one.names)
        assert bool(one.names) == any(person.name not in one.coming.absent for person in people)
        able = [name for name in before if name not in one.coming.absent]
        assert not able or one.names == (able[0],)
        before = one.waiting


@given(PEOPLE, TURNS, MEETINGS, st.randoms(use_true_random=False))
def test_it_does_not_depend_on_the_order_in_which_things_are_told(
    people: tuple[Person, ...], turns: list[Turn], meetings: list[Coming], random: Random
) -> None:
    days = {turn.day: turn for turn in turns}
    told = list(days.values())
    shuffled = random.sample(told, len(told))
    dated = {meeting.day: meeting for meeting in meetings}
    expected = turns_to_come(people, told, date.min, dated.values())
    assert expected == turns_to_come(people, shuffled, date.min, reversed(list(dated.values())))


@pytest.mark.parametrize("count", [1, 2, 7])
def test_a_line_has_everybody_once(count: int) -> None:
    people = tuple(Person(name) for name in "가나다라마바사"[:count])
    line = the_line(people, [Turn(day(n), "가") for n in range(9)], date.min, day(9))
    assert sorted(people, key=lambda one: one.name) == sorted(line, key=lambda one: one.name)
