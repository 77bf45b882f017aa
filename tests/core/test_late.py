"""Patterns that wait are patterns, in all but when they are compiled."""

import pickle
import re
from operator import attrgetter

import pytest

from studylog.core.late import late


@pytest.mark.parametrize("flags", [0, re.IGNORECASE])
@pytest.mark.parametrize("text", ["", "Lecture 7", "lecture 7 and Lecture 8"])
def test_what_waits_answers_as_the_pattern_would(text: str, flags: int) -> None:
    written = r"(?P<word>Lecture) (?P<number>\d)"
    waits, compiled = late(written, flags), re.compile(written, flags)
    for _ in range(2):
        assert compiled.findall(text) == waits.findall(text)
        assert compiled.sub(r"\2", text) == waits.sub(r"\2", text)
        assert compiled.split(text) == waits.split(text)
        assert bool(compiled.fullmatch(text)) == bool(waits.fullmatch(text))
    assert (compiled.pattern, compiled.flags) == (waits.pattern, waits.flags)


def test_nothing_is_compiled_before_it_is_asked() -> None:
    broken = late("(")
    with pytest.raises(re.error):
        broken.match("")


def test_what_waits_goes_to_another_process_waiting() -> None:
    assert ["7"] == pickle.loads(pickle.dumps(late(r"\d"))).findall("7")


def test_a_pattern_is_asked_for_nothing_that_it_has_not() -> None:
    with pytest.raises(AttributeError):
        attrgetter("nothing")(late("a"))
