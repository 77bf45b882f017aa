"""Macros that are called in short, and remember: what they show is what jinja2 would have shown."""

from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from jinja2 import Environment

from studylog.core.errors import StudylogError
from studylog.store.templates import macros_of, render, site_environment

MACROS = """{% macro m(a, b='-', c=none) %}[{{ a }}|{{ b }}|{{ c }}]{% endmacro %}
{% macro all() %}{{ varargs | join(',') }}{{ kwargs | length }}{% endmacro %}
{% macro inner(a) %}{{ m(a, c=a) }}{{ word(a) }}{% endmacro %}"""
VALUES = st.sampled_from(["<", "", "a", 1, True, 0, False, 1.0, None, ("<",), [1]])


@dataclass(frozen=True)
class Line:
    """A value that is told apart quickly."""

    page: str
    text: str

    def __hash__(self) -> int:
        return hash(self.page)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("theme")
    (root / "templates/site").mkdir(parents=True)
    (root / "templates/site/m.j2").write_text(MACROS, encoding="utf-8")
    return root


def shown(root: Path, template: str, **values: object) -> str:
    """What a page shows that brings the macros in."""
    (root / "templates/site/page.j2").write_text(template, encoding="utf-8")
    environment = site_environment(root, "en", {"word": str})
    module = macros_of(environment, "m.j2", {}, (Line,))
    return render(environment, "page.j2", {"ui": module, **values})


@given(st.lists(VALUES, min_size=1, max_size=3), st.dictionaries(st.sampled_from(["b", "c"]), VALUES))
def test_macros_show_what_jinja2_shows(folder: Path, args: list[object], named: dict[str, object]) -> None:
    assume(not named or len(args) == 1)
    said = ", ".join([*(f"v[{at}]" for at in range(len(args))), *(f"{name}=n.{name}" for name in named)])
    template = f"{{{{ ui.m({said}) }}}}{{{{ ui.all({said}) }}}}" * 2
    plain = Environment(autoescape=True)
    expected = plain.from_string(template).render(ui=plain.from_string(MACROS).module, v=args, n=named)
    assert shown(folder, template, v=args, n=named) == expected


def test_a_macro_tells_apart_what_is_equal_and_shown_otherwise(folder: Path) -> None:
    said = "{{ ui.m('<') }}{{ ui.m('<' | safe) }}{{ ui.m(1) }}{{ ui.m(true) }}{{ ui.m('<') }}"
    assert shown(folder, said) == "[&lt;|-|None][<|-|None][1|-|None][True|-|None][&lt;|-|None]"


def test_a_macro_tells_lines_apart_that_have_the_same_page(folder: Path) -> None:
    template = "{% for line in lines %}{{ ui.m(line) }}{% endfor %}"
    lines = [Line("p", "a"), Line("p", "b"), Line("p", "a")]
    assert shown(folder, template, lines=lines).count("b") == 1


def test_macros_call_each_other_and_words(folder: Path) -> None:
    assert shown(folder, "{{ ui.inner('&') }}") == "[&amp;|-|&amp;]&amp;"


@pytest.mark.parametrize("call", ["ui.m(1, 2, 3, 4)", "ui.m(1, d=2)", "ui.m(1, a=2)"])
def test_what_a_macro_does_not_take_is_told(folder: Path, call: str) -> None:
    with pytest.raises(StudylogError):
        shown(folder, "{{ " + call + " }}")


def test_where_text_is_not_escaped_macros_are_not_either(folder: Path) -> None:
    template = "{% autoescape false %}{{ ui.m('<') }}{{ ui.m('<') }}{% endautoescape %}{{ ui.m('<') }}"
    assert shown(folder, template) == "[&lt;|-|None]" * 3
