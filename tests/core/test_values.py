"""Values that are made sooner are those of the standard library in all that they do."""

import dataclasses
import pickle
from dataclasses import FrozenInstanceError, fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core import values
from studylog.core.values import dataclass, field, names_of


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
    known: frozenset[str] = dataclasses.field(default_factory=frozenset)
    seen: int = dataclasses.field(default=0, compare=False, repr=False)


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
class Counted:
    """A word that counts its own letters."""

    text: str
    letters: int = field(init=False)
    known: int = field(init=False, default=2)

    def __post_init__(self) -> None:
        """Counts the letters."""
        object.__setattr__(self, "letters", len(self.text))


def test_a_value_may_finish_itself() -> None:
    assert (Counted("ab").letters, Counted("ab").known, repr(Counted("b"))[:8]) == (2, 2, "Counted(")
    assert pickle.loads(pickle.dumps(Counted("ab"))) == Counted("ab") != Counted("ba")


@dataclass(slots=True)
class Draft:
    """What grows."""

    words: list[str] = field(default_factory=list)


def test_what_may_change_is_compared_but_never_looked_up() -> None:
    draft = Draft()
    draft.words.append("a")
    draft.words += ["b"]
    assert (draft, Draft().words) == (Draft(["a", "b"]), [])
    with pytest.raises(TypeError, match="unhashable"):
        hash(draft)
    with pytest.raises(AttributeError):
        draft.other = 1  # type: ignore[attr-defined]
    assert pickle.loads(pickle.dumps(draft)) == draft


class Loud(Word):
    """A word that inherits as it stands."""

    __slots__ = ()


def test_what_inherits_without_fields_of_its_own_stays_what_it_is() -> None:
    assert (type(Loud("a")), Loud("a").text) == (Loud, "a")


def test_what_inherits_with_fields_of_its_own_is_refused() -> None:
    with pytest.raises(TypeError, match="Late inherits"):

        @dataclass(frozen=True, slots=True)
        class Late(Word):
            letters: int = 0


def test_a_field_of_the_standard_librarys_is_refused() -> None:
    with pytest.raises(TypeError, match="take ours"):

        @dataclass(frozen=True, slots=True)
        class Mixed:
            letters: int = dataclasses.field(default=0)


def test_the_standard_library_finds_what_it_looks_for() -> None:
    assert dataclasses.is_dataclass(Word)
    assert dataclasses.asdict(Word("a")) == dataclasses.asdict(Original("a"))
    assert dataclasses.astuple(Word("a", 1)) == ("a", 1, frozenset(), 0)
    for ours, original in zip(fields(Word), fields(Original), strict=True):
        assert (ours.name, ours.type, ours.default, ours.compare, ours.repr) == (
            *(original.name, original.type, original.default, original.compare, original.repr),
        )
    assert names_of(Word) == ("text", "times", "known", "seen") == names_of(Original)
    assert (names_of(int), names_of(Word("a"))) == (None, None)


@given(OF_WORDS, st.none() | st.integers())
def test_a_value_with_other_fields_is_another(told: tuple, times: int | None) -> None:  # type: ignore[type-arg]
    ours = values.replace(Word(*told), times=times)
    assert ours == replace(Word(*told), times=times)
    assert dataclasses.astuple(ours) == dataclasses.astuple(replace(Original(*told), times=times))
    with pytest.raises(TypeError):
        values.replace(Word(*told), other=1)  # type: ignore[call-arg]


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
