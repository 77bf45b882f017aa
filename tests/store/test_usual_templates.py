"""Usual templates are rendered without jinja2, to the very text that it makes of them."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from studylog.store.templates import built_in
from studylog.store.templates.usual import usual_text

FILTERS = {"yaml": lambda value: f"<{value}>", "day": lambda value: f"{value}!"}
EMPTY: dict[str, object] = {
    "title": "",
    "date": "2021-08-12",
    "type": "daily",
    "course": None,
    "author": None,
    "attendees": [],
    "absent": [],
    "created": "2021-08-06T18:00+09:00",
    "lectures": [],
    "lecture_titles": {},
    "extra": {},
}
FULL: dict[str, object] = EMPTY | {
    "title": "첫 모임",
    "course": "수리 기초",
    "author": "홍길동",
    "attendees": ["홍길동", "성춘향"],
    "absent": ["이몽룡"],
    "lectures": [6, 7],
    "lecture_titles": {6: "벡터", 7: ""},
    "extra": {"room": "3: big", "online": True},
}
TEMPLATES = {file.name: file.read_text(encoding="utf-8") for file in (built_in() / "note").iterdir()}


def by_jinja(name: str, templates: dict[str, str], values: dict[str, object]) -> str | None:
    """What jinja2 makes of it as notes are rendered; None where it complains."""
    environment = ImmutableSandboxedEnvironment(
        loader=DictLoader(templates),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        autoescape=False,
    )
    environment.filters.update(FILTERS)
    try:
        return environment.get_template(name).render(values)
    except (TemplateError, LookupError, TypeError, ValueError):
        return None


def usual(source: str, values: dict[str, object] = FULL, **others: str) -> str | None:
    return usual_text("it", {"it": source, **others}.get, FILTERS, values)


@pytest.mark.parametrize("values", [EMPTY, FULL], ids=["empty", "full"])
@pytest.mark.parametrize("name", [name for name in TEMPLATES if name.endswith(".md.j2")])
def test_the_templates_of_ours_are_usual(name: str, values: dict[str, object]) -> None:
    expected = by_jinja(name, TEMPLATES, values)
    assert expected is not None
    assert expected == usual_text(name, TEMPLATES.get, FILTERS, values)


@pytest.mark.parametrize(
    "source",
    [
        *("{{ nobody }}", "{{ date | upper }}", "{{ date[0] }}", "{{ 1 + 1 }}", "{{ 'one' }}"),
        *("{{ range(3) }}", "{{ loop.last }}", "{{ date.isoformat }}", "{{ ''.__class__ }}"),
        *("{% raw %}{{ x }}{% endraw %}", "{% if date == type %}x{% endif %}", "{% if date %}x"),
        *("{% for a in date %}{{ loop }}{% endfor %}", "{% for loop in date %}x{% endfor %}"),
        *("{% for a in extra %}{{ a }}{% endfor %}", "{% set if = date %}", '{% extends "it" %}'),
        *("{% if date %}{% set a = date %}{% endif %}", '{% include "gone" %}', '{% include "it" %}'),
        *("{{ title }}{% set title = date %}", "{% if date if date else type %}x{% endif %}"),
        *("{{ date", "{{{% if date %}x{% endif %}", "a {% b", "line\r\nline", "{%+ if date %}x{% endif %}"),
    ],
)
def test_what_is_not_plainly_usual_is_left_to_jinja(source: str) -> None:
    assert usual(source) is None


def test_a_file_that_is_included_sees_what_was_set_and_keeps_what_it_sets() -> None:
    source = '{% set a = type %}{% include "other" %}{{ a }}'
    assert "from daily daily" == usual(source, other='{% set a = "from " ~ a %}{{ a }} ')


# Pieces that a template may consist of, wherever blanks and lines may matter; some only jinja2 understands.
VALUES_ = st.sampled_from(
    [
        *("title", "date | day", "course or type", '(title or "none") | yaml', "attendees", "lectures"),
        *('date ~ "\\n" ~ type', '" " if author', 'course if course else "–"', "lecture_titles[number]"),
        *("number", "key", "value | yaml", "loop.last", '"x" if loop.last', "loop.index ~ name", "nobody"),
        *("attendees | yaml | day", "loop", "(type)", 'title if title else date if date else "y"', "it"),
    ]
)
LOOPS = st.sampled_from(["name in attendees", "number in lectures", "key, value in extra.items()"])
MARKS = st.sampled_from(["", "", "", "-"])
GAPS = st.text(st.sampled_from(" \t\n가a{%#}-+\\"), max_size=4)


@st.composite
def tags(draw: st.DrawFn, kind: str, inside: str) -> str:
    opening, closing = {"%": ("{%", "%}"), "{": ("{{", "}}"), "#": ("{#", "#}")}[kind]
    return f"{opening}{draw(MARKS)} {inside} {draw(MARKS)}{closing}"


@st.composite
def templates(draw: st.DrawFn, depth: int = 2) -> str:
    return "".join(_pieces(draw, depth))


def _pieces(draw: st.DrawFn, depth: int) -> Iterable[str]:
    for _ in range(draw(st.integers(0, 4))):
        kind = draw(st.sampled_from(["{", "#", "set", "include", "if", "for"] if depth else ["{", "#"]))
        yield draw(GAPS)
        if kind == "{":
            yield draw(tags("{", draw(VALUES_)))
        elif kind == "#":
            yield draw(tags("#", draw(GAPS)))
        elif kind == "set":
            yield draw(tags("%", f"set {draw(st.sampled_from(['it', 'title']))} = {draw(VALUES_)}"))
        elif kind == "include":
            yield draw(tags("%", 'include "other"'))
        else:
            yield draw(tags("%", f"{kind} {draw(LOOPS if kind == 'for' else VALUES_)}"))
            yield draw(templates(depth - 1))
            yield draw(tags("%", f"end{kind}"))
        yield draw(GAPS)


@given(templates(), templates(depth=1), st.sampled_from([EMPTY, FULL]))
def test_whatever_is_usual_is_what_jinja_makes_of_it(
    source: str, other: str, values: dict[str, object]
) -> None:
    found = usual(source, values, other=other)
    if found is not None:
        assert by_jinja("it", {"it": source, "other": other}, values) == found


def test_the_templates_of_a_notebook_may_say_whatever_jinja_allows(tmp_path: Path) -> None:
    from studylog.store.templates import render_note

    folder = tmp_path / "templates" / "note"
    folder.mkdir(parents=True)
    (folder / "daily.ko.md.j2").write_text("{{ attendees | join(' · ') }}\n", encoding="utf-8")
    assert "홍길동 · 성춘향\n" == render_note(tmp_path, "daily", "ko", FULL)
