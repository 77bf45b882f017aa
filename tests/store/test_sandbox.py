"""Templates may come from anybody: what a page has is read quickly, and nothing else is reached."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment, SandboxedEnvironment

from studylog.core.errors import StudylogError
from studylog.core.findings import Place
from studylog.core.i18n import Message
from studylog.core.model import Promise
from studylog.store.templates import render, site_environment

PROMISE = Promise("p-aaaaaaaa", "text", ("<who>",), date(2021, 8, 12), True, Place("notes/a.md", 3))


@dataclass(frozen=True, slots=True)
class Strange:
    """A value from elsewhere, which the short way does not know."""

    text: str = "strange"
    many: list[int] = field(default_factory=list)

    def shown(self) -> str:
        return f"shown {self.text}"


def greeting(name: str, /, **args: int) -> str:
    return f"{name} {args}"


NAMES = ["a"]
STRANGE = Strange()
TABLE = {"a": 1, "update": "a key"}
VALUES = {
    "view": PROMISE,
    "strange": STRANGE,
    "when": datetime(2021, 8, 12, 18, 5, tzinfo=UTC),
    "names": NAMES,
    "table": TABLE,
    "said": Message("{n}"),
}


def environment(root: Path, template: str) -> SandboxedEnvironment:
    (root / "templates/site").mkdir(parents=True)
    (root / "templates/site/page.j2").write_text(template, encoding="utf-8")
    return site_environment(root, "en", {"greeting": greeting})


def printed(root: Path, template: str) -> str:
    return render(environment(root, template), "page.j2", VALUES)


@pytest.mark.parametrize(
    ("template", "shown"),
    [
        ("{{ view.text }} {{ view.people[0] }} {{ view.place.line }}", "text &lt;who&gt; 3"),
        ("{{ view.due.isoformat() }} {{ when.strftime('%H:%M') }}", "2021-08-12 18:05"),
        ("{{ strange.text }} {{ strange.shown() }}", "strange shown strange"),
        ("{{ table.a }} {{ table.items() | length }}", "1 2"),
        ("{% for x in 'a, b'.split(', ') %}[{{ x }}]{% endfor %}", "[a][b]"),
        ("{% set up = view.text.upper %}{{ up() }}", "TEXT"),
        ("{% macro greeting(x) %}[{{ x }}]{% endmacro %}{{ greeting('a') }}", "[a]"),
        ("{{ greeting(greeting('a', n=1), n=2) }}", "a {&#39;n&#39;: 1} {&#39;n&#39;: 2}"),
        ("{{ greeting(*('a',), **{'from': 1}) }}", "a {&#39;from&#39;: 1}"),
        ("{{ 'a'.upper() }} {{ '{:>3}'.format(7) }}", "A   7"),
        ("{{ '<{}>'.format(view.people[0]) }}", "&lt;&lt;who&gt;&gt;"),
        ("{{ greeting('a', n=1) }}", "a {&#39;n&#39;: 1}"),
        ("{% macro m(x, y=2) %}<{{ x }}{{ y }}>{% endmacro %}{{ m('&') }}{{ m(1, y=3) }}", "<&amp;2><13>"),
        ("{% for x in (1, 2) %}{{ greeting(x) }}, {% endfor %}", "1 {}, 2 {}, "),
        ("{% macro m() %}[{{ caller() }}]{% endmacro %}{% call m() %}<b>{% endcall %}", "[<b>]"),
        ("{% for x in 'abc' %}{{ loop.index }}{{ loop.last }} {% endfor %}", "1False 2False 3True "),
        ("{{ view.people[0] | safe }} {{ view.people[0] }}", "<who> &lt;who&gt;"),
        ("{{ 1 }} {{ true }} {{ 1.0 }} {{ ['<'] }}", "1 True 1.0 [&#39;&lt;&#39;]"),
        ("{{ table.from is defined }}", "False"),
        ("{% block b %}{% for x in (1,) %}{{ greeting('b') }}{% endfor %}{% endblock %}", "b {}"),
    ],
)
def test_what_a_page_has_can_be_read_and_called(tmp_path: Path, template: str, shown: str) -> None:
    assert shown == printed(tmp_path, template)


@pytest.mark.parametrize(
    "template",
    [
        "{{ ''.__class__ }}",
        "{{ view.__class__ }}",
        "{{ view['__class__'] }}",
        "{{ view | attr('__class__') }}",
        "{{ view.__dataclass_fields__ }}",
        "{{ view.__init__.__globals__ }}",
        "{{ view.due.__reduce__() }}",
        "{{ strange.__class__.__mro__ }}",
        "{{ greeting.__globals__ }}",
        "{{ greeting.__call__ }}",
        "{% macro m() %}{% endmacro %}{{ m._func }}",
        "{% macro m() %}{% endmacro %}{{ m.__call__ }}",
        "{{ self._TemplateReference__context }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ '{0.__class__}'.format(view) }}",
        "{{ '{0.due.__class__}'.format(view) }}",
        "{{ '{v.__class__}'.format_map({'v': view}) }}",
        "{% set f = '{0.__class__}'.format %}{{ f(view) }}",
        "{{ view.text.upper.__self__ }}",
        "{{ ('{0.__class__}' | safe).format(view) }}",
        "{{ view.text.__len__() }}",
        "{{ names.append('b') }}",
        "{{ strange.many.append(1) }}",
        "{{ table.update({}) }}",
        "{{ table.pop('a') }}",
        "{{ [].sort() }}",
    ],
)
def test_nothing_else_is_reached(tmp_path: Path, template: str) -> None:
    with pytest.raises(StudylogError, match="is unsafe"):
        printed(tmp_path, template)
    assert (["a"], Strange(), {"a": 1, "update": "a key"}) == (NAMES, STRANGE, TABLE)


@pytest.mark.parametrize(
    "template", ["{{ view.nothing }}", "{{ view.text.nothing }}", "{{ strange.nothing }}"]
)
def test_what_is_not_there_is_said(tmp_path: Path, template: str) -> None:
    with pytest.raises(StudylogError, match=r": '\w+(?: object)?' has no attribute 'nothing'"):
        printed(tmp_path, template)


def test_the_short_way_gives_what_the_long_one_gives(tmp_path: Path) -> None:
    ours = environment(tmp_path, "")
    theirs = ImmutableSandboxedEnvironment(undefined=ours.undefined)
    for value in (PROMISE, PROMISE.place, VALUES["when"], PROMISE.due, VALUES["said"], STRANGE, "", ()):
        for name in dir(value):
            assert told(theirs.getattr, value, name) == told(ours.getattr, value, name), (value, name)


def told(read: Callable[[object, str], object], value: object, name: str) -> str:
    """What an attribute is, without the addresses of what stands for it."""
    found = read(value, name)
    return type(found).__name__ if callable(found) else repr(found)


def test_what_is_marked_as_unsafe_is_not_called(tmp_path: Path) -> None:
    def danger() -> str:
        raise AssertionError

    danger.unsafe_callable = True  # type: ignore[attr-defined]
    with pytest.raises(StudylogError, match="not safely callable"):
        render(environment(tmp_path, "{{ danger() }}"), "page.j2", {"danger": danger})
