"""What patterns may be made of, so that they find the same with every Python that studylog runs on."""

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]

import pytest

import studylog

_HOLDS = (codes.POSSESSIVE_REPEAT, codes.ATOMIC_GROUP)
_LOOKS = (codes.ASSERT, codes.ASSERT_NOT)


def _patterns() -> Iterator[tuple[str, str]]:
    """Every pattern that a module has, compiled or waiting, with its place."""
    for module in pkgutil.walk_packages(studylog.__path__, "studylog."):
        if module.name != "studylog.__main__":
            for name, value in vars(import_module(module.name)).items():
                written = getattr(value, "_written", (getattr(value, "pattern", None),))
                if isinstance(written, tuple) and isinstance(written[0], str):
                    yield f"{module.name}.{name}", written[0]


def _looks_around_in_what_holds(part: object, held: bool = False) -> bool:
    """Whether a part of a parsed pattern looks around inside of what gives nothing back."""
    if isinstance(part, tuple) and part:
        if held and part[0] in _LOOKS:
            return True
        held = held or part[0] in _HOLDS
    inside = part if isinstance(part, (tuple, list, parser.SubPattern)) else ()
    return any(_looks_around_in_what_holds(one, held) for one in inside)


@pytest.mark.parametrize("pattern", [r"(?:a(?!b))*+", r"(?:a(?:c|(?<=b)d)*)++", r"(?>a(?=b))"])
def test_what_looks_around_in_what_gives_nothing_back_is_seen(pattern: str) -> None:
    assert _looks_around_in_what_holds(parser.parse(pattern))
    assert not _looks_around_in_what_holds(parser.parse(r"(?:a(?!b))*[^c]*+(?!d)"))


def test_nothing_looks_around_inside_of_what_gives_nothing_back() -> None:
    """Early Pythons 3.11, such as that of Debian 12, find something else then, or search for seconds."""
    found = dict(_patterns())

    assert len(found) > 300
    assert [place for place, text in found.items() if _looks_around_in_what_holds(parser.parse(text))] == []


def test_patterns_are_known_whether_they_wait_or_not() -> None:
    found = dict(_patterns())

    some = {"studylog.core.body.html.TAG", "studylog.core.grammar.vocabulary.promising.SENTENCE"}
    assert some <= found.keys()
