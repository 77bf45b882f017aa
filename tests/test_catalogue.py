"""Every sentence for people has its Korean, which names the same arguments and can be said."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from string import Formatter

import jinja2
import pytest
from jinja2 import nodes

from studylog.cli.app import main
from studylog.cli.words.catalogue import COMMANDS
from studylog.core import i18n
from studylog.core.i18n import Message, translate
from studylog.core.particles import particle

ROOT = Path(__file__).parents[1]
KOREAN = i18n.catalogue("ko")
AREAS = sorted(file.stem for file in (ROOT / "studylog/locale/ko").glob("[!_]*.py"))
PAIRS = {"을/를", "이/가", "은/는", "과/와", "으로/로", "이라/라", "이나/나", "이에요/예요"}


@pytest.fixture(scope="module")
def code() -> list[ast.Module]:
    """Every module that may say something, read once for these tests and let go behind them."""
    files = sorted((ROOT / "studylog").rglob("*.py"))
    return [ast.parse(file.read_text(encoding="utf-8")) for file in files if "locale" not in file.parts]


@pytest.fixture(scope="module")
def templates() -> list[nodes.Template]:
    """Every template of notes and pages."""
    files = sorted((ROOT / "templates").rglob("*.j2"))
    return [jinja2.Environment().parse(file.read_text(encoding="utf-8")) for file in files]


def said_in_code(code: list[ast.Module]) -> Iterator[str]:
    """The sentences of `say("…")`."""
    for module in code:
        for node in ast.walk(module):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "say":
                match node.args[0]:
                    case ast.Constant(value=str(sentence)):
                        yield sentence


def said_in_templates(templates: list[nodes.Template]) -> Iterator[str]:
    """The sentences of `t("…")`."""
    for template in templates:
        for call in template.find_all(nodes.Call):
            if isinstance(call.node, nodes.Name) and call.node.name == "t":
                yield from (arg.value for arg in call.args[:1] if isinstance(arg, nodes.Const))


def said_in_help(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """What the help of studylog and of each command says."""

    class Listening(dict[str, str]):
        def get(self, sentence: str, default: object = None) -> object:
            heard.add(sentence)
            return super().get(sentence, default)

    heard: set[str] = set()
    monkeypatch.setattr(i18n, "catalogue", lambda _: Listening(KOREAN))
    for words in ([], *([name] for name in COMMANDS)):
        assert 0 == main(["--lang", "ko", *words, "--help"])
    return heard


def arguments(sentence: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(sentence) if name is not None}


def test_every_sentence_in_the_code_is_translated(code: list[ast.Module]) -> None:
    assert [] == sorted(set(said_in_code(code)) - KOREAN.keys())


def test_every_word_of_the_site_is_translated(templates: list[nodes.Template]) -> None:
    assert [] == sorted(set(said_in_templates(templates)) - KOREAN.keys())


def test_every_help_text_is_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    assert [] == sorted(said_in_help(monkeypatch) - KOREAN.keys())


def test_no_translation_is_left_over(
    code: list[ast.Module], templates: list[nodes.Template], monkeypatch: pytest.MonkeyPatch
) -> None:
    in_code = {n.value for module in code for n in ast.walk(module) if isinstance(n, ast.Constant)}
    in_templates = {const.value for template in templates for const in template.find_all(nodes.Const)}
    assert [] == sorted(KOREAN.keys() - in_code - in_templates - said_in_help(monkeypatch))


def test_no_sentence_is_translated_twice_in_two_ways() -> None:
    pairs = [
        (key.value, value.value)
        for area in AREAS
        for node in ast.walk(
            ast.parse(Path(import_module(f"studylog.locale.ko.{area}").__file__ or "").read_text("utf-8"))
        )
        if isinstance(node, ast.Dict)
        for key, value in zip(node.keys, node.values, strict=True)
        if isinstance(key, ast.Constant) and isinstance(value, ast.Constant)
    ]
    assert [] == [pair for pair in set(pairs) if KOREAN[pair[0]] != pair[1]]
    assert len(KOREAN) == len(set(pairs))


def test_every_area_is_looked_in() -> None:
    assert sorted(import_module("studylog.locale.ko").AREAS) == AREAS


def test_both_languages_name_the_same_arguments() -> None:
    # Korean weekdays are short already.
    only_english = {"short", "other_short"}
    assert [] == [
        (english, korean)
        for english, korean in KOREAN.items()
        if arguments(english) - only_english != arguments(korean)
    ]


def test_particles_are_pairs_that_exist() -> None:
    specs = {(spec, text) for text in KOREAN.values() for _, _, spec, _ in Formatter().parse(text) if spec}
    assert [] == [text for spec, text in sorted(specs) if spec.lstrip("`”") not in PAIRS]


def test_a_particle_behind_an_argument_hangs_on_the_argument() -> None:
    bare = re.compile(
        r"\{\w+\}[)\]`”’\"]*(?:은|는|이|가|을|를|와|과|로|으로|이라|라|이라는|라는|이나|나)(?![가-힣])"
    )
    both = re.compile(r"[을를이가은는와과]\(|\((?:을|를|이|가|은|는|와|과|으)\)")
    assert [] == [text for text in KOREAN.values() if bare.search(text) or both.search(text)]


def test_a_particle_behind_a_latin_word_fits_it() -> None:
    behind = re.compile(
        r"(?P<word>[A-Za-z0-9.:-]*[A-Za-z0-9%])[)\]`”’\"]*(?P<particle>은|는|이|가|을|를|과|와|으로|로|이나|나)(?![가-힣])"
    )
    pairs = [pair.split("/") for pair in PAIRS]
    wrong = [
        found[0]
        for text in KOREAN.values()
        for found in behind.finditer(text)
        for pair in pairs
        if found["particle"] in pair and found["particle"] != particle(found["word"], "/".join(pair))
    ]
    assert [] == wrong


@pytest.mark.parametrize("value", ["회의", "", "8/12(목)", 3])
def test_every_sentence_can_be_said_of_anything(value: str | int) -> None:
    for sentence in KOREAN:
        message = Message(sentence, tuple((name, value) for name in arguments(sentence)))
        for language in ("ko", "en"):
            translate(message, language)
