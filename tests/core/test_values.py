"""Values that are made sooner are those of the standard library in all that they do."""

import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Word:
    """A word, how often it was said, and what nobody compares or sees."""

    text: str
    times: int | None = None
    known: frozenset[str] = field(default_factory=frozenset)
    seen: int = field(default=0, compare=False, repr=False)


@dataclasses.dataclass(frozen=True, slots=True)
class Original:
    """The same, as the standard library makes it."""

    text: str
    times: int | None = None
    known: frozenset[str] = field(default_factory=frozenset)
    seen: int = field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Nothing:
    """A value without fields."""


OF_WORDS = st.tuples(
    st.sampled_from(["", "a", "가"]),
    st.none() | st.integers(0, 1),
    st.frozensets(st.just("b")),
    st.integers(0, 1),
)


@given(OF_WORDS, OF_WORDS)
def test_values_are_the_same_where_the_original_says_so(one: tuple, other: tuple) -> None:  # type: ignore[type-arg]
    assert (Original(*one) == Original(*other)) == (Word(*one) == Word(*other))
    if Original(*one) == Original(*other):
        assert hash(Word(*one)) == hash(Word(*other))


@given(OF_WORDS)
def test_values_look_and_travel_as_the_original_does(told: tuple) -> None:  # type: ignore[type-arg]
    word = Word(*told)
    assert repr(Original(*told)).replace("Original", "Word") == repr(word)
    assert word == pickle.loads(pickle.dumps(word)) == replace(word)
    assert word != Original(*told)
    assert [each.name for each in fields(Original)] == [each.name for each in fields(Word)]


def test_values_take_their_fields_as_the_original_does() -> None:
    assert (Word("a").times, Word("a").known, Word("a", seen=2).seen) == (None, frozenset(), 2)
    assert type(Word("a")) is Word
    for wrong in ((), ("a", 1, frozenset(), 0, 0)):
        with pytest.raises(TypeError):
            Word(*wrong)
    with pytest.raises(TypeError):
        Word("a", other=1)  # type: ignore[call-arg]


@dataclass(frozen=True, slots=True)
class Counted(Word):
    """A word that inherits, and counts its own letters."""

    letters: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        """Counts the letters."""
        object.__setattr__(self, "letters", len(self.text))


def test_a_value_may_inherit_and_finish_itself() -> None:
    assert (Counted("ab").letters, Counted("ab", 3).times, repr(Counted("b"))[:8]) == (2, 3, "Counted(")
    assert pickle.loads(pickle.dumps(Counted("ab"))) == Counted("ab")


class Loud(Word):
    """A word that inherits as it stands."""

    __slots__ = ()


def test_what_inherits_without_fields_of_its_own_stays_what_it_is() -> None:
    assert (type(Loud("a")), Loud("a").text) == (Loud, "a")


def test_a_field_that_is_not_told_in_its_turn_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Late:
        letters: int = field(init=False, default=0)

    with pytest.raises(TypeError, match="Late has a field"):
        Late()


def test_values_do_not_change() -> None:
    for value in (Word("a"), Counted("a")):
        with pytest.raises(FrozenInstanceError, match="cannot assign to field 'text'"):
            value.text = "b"  # type: ignore[misc]
        with pytest.raises(FrozenInstanceError, match="cannot delete field 'text'"):
            del value.text
    with pytest.raises(AttributeError):
        object.__setattr__(Word("a"), "other", 1)


def test_a_value_without_fields_is_always_the_same() -> None:
    assert (Nothing(), hash(Nothing()), "Nothing()") == (Nothing(), hash(Nothing()), repr(Nothing()))
