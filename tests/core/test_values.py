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


def test_values_do_not_change() -> None:
    with pytest.raises(FrozenInstanceError):
        Word("a").text = "b"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        object.__setattr__(Word("a"), "other", 1)


def test_a_value_without_fields_is_always_the_same() -> None:
    assert (Nothing(), hash(Nothing()), "Nothing()") == (Nothing(), hash(Nothing()), repr(Nothing()))
