"""Compiled templates are kept for the next run: ours alone, and never trusted when they are not whole."""

import sys
from pathlib import Path

import pytest
from jinja2 import Environment

from studylog.store.templates import built_in, render, site_environment

PAGE = "strip.html.j2"


@pytest.fixture
def compiled(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The templates that were compiled, while Python keeps what it compiles in a folder of the test."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "python"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    names: list[str] = []
    compile_ = Environment.compile

    def counted(self: Environment, source: str, name: str, *rest: object) -> object:
        names.append(name)
        return compile_(self, source, name, *rest)  # type: ignore[call-overload]

    monkeypatch.setattr(Environment, "compile", counted)
    return names


def code_of(root: Path, name: str, language: str = "ko") -> str:
    """Loads a template as a run would; where its code says it is from."""
    code = site_environment(root, language).get_template(name).root_render_func.__code__  # type: ignore[arg-type]
    return code.co_filename


def kept(folder: Path) -> list[Path]:
    return sorted(path for path in (folder / "python").rglob("*") if path.is_file())


def own(root: Path, text: str) -> None:
    path = root / "templates/site" / PAGE
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_template_of_ours_is_compiled_once(tmp_path: Path, compiled: list[str]) -> None:
    for _ in range(3):
        assert str(built_in() / "site" / PAGE) == code_of(tmp_path, PAGE)
    assert [PAGE] == compiled


def test_each_language_has_its_own(tmp_path: Path, compiled: list[str]) -> None:
    for language in ("ko", "en", "ko", "en"):
        code_of(tmp_path, PAGE, language)
    assert [PAGE, PAGE] == compiled


def test_a_template_of_the_notebook_is_compiled_by_each_run_and_kept_by_none(
    tmp_path: Path, compiled: list[str]
) -> None:
    own(tmp_path, "{{ 6 * 7 }}{% include 'builtin/heat.html.j2' without context %}")
    for _ in range(2):
        assert f"templates/site/{PAGE}" == code_of(tmp_path, PAGE)
    assert [PAGE, PAGE] == compiled
    assert [] == kept(tmp_path)


def test_of_a_template_and_one_that_overrides_it_only_ours_is_kept(
    tmp_path: Path, compiled: list[str]
) -> None:
    own(tmp_path, "{% import 'builtin/strip.html.j2' as ours %}{{ name }}")
    for _ in range(2):
        assert "&lt;" == render(site_environment(tmp_path, "ko"), PAGE, {"name": "<"})
    assert [PAGE, PAGE, PAGE] == compiled


def test_what_is_damaged_is_made_anew(tmp_path: Path, compiled: list[str]) -> None:
    code_of(tmp_path, PAGE)
    (file,) = kept(tmp_path)
    whole = file.read_bytes()
    damaged = [b"", whole[:20], whole[:-1], whole + b"\0", b"\0" * len(whole)]
    damaged += [
        whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(0, len(whole), len(whole) // 9)
    ]
    for content in damaged:
        compiled.clear()
        file.write_bytes(content)
        code_of(tmp_path, PAGE)
        assert [PAGE] == compiled
        assert whole == file.read_bytes()


def test_what_was_made_of_another_text_or_by_another_program_is_made_anew(
    tmp_path: Path, compiled: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    code_of(tmp_path, PAGE)
    (strip,) = kept(tmp_path)
    code_of(tmp_path, "heat.html.j2")
    (heat,) = {*kept(tmp_path)} - {strip}
    heat.write_bytes(strip.read_bytes())
    compiled.clear()
    assert str(built_in() / "site/heat.html.j2") == code_of(tmp_path, "heat.html.j2")
    monkeypatch.setattr("studylog.store.templates.kept.__version__", "another")
    code_of(tmp_path, PAGE)
    assert ["heat.html.j2", PAGE] == compiled


@pytest.mark.parametrize("hindrance", ["told", "in the way"])
def test_where_nothing_can_be_kept_each_run_compiles(
    tmp_path: Path, compiled: list[str], hindrance: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    if hindrance == "told":
        monkeypatch.setattr(sys, "dont_write_bytecode", True)
    else:
        (tmp_path / "python").write_text("", encoding="utf-8")
    for _ in range(2):
        code_of(tmp_path, PAGE)
    assert [PAGE, PAGE] == compiled
    assert [] == kept(tmp_path)
