"""The usual words of a command are read without Typer, and mean what Typer takes them for."""

from collections.abc import Mapping
from functools import wraps
from typing import Annotated

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studylog.cli.context import Context, here
from studylog.cli.options import Everywhere
from studylog.cli.words.catalogue import COMMANDS, command_of
from studylog.cli.words.declare import Argument, Command, Option, declared
from studylog.cli.words.group import for_typer
from studylog.cli.words.usual import usual_values

CONTEXT = here(Everywhere())
WORDS = ["8/12", "7", "007", "+7", "-1", "daily", "json", "pdf", "", " ", "-", "--", "-x", "--help", "a=b"]
LINES = """
new
new 2031-01-01 --no-edit --dry-run
new 8/12 -t mentoring --absent 이몽룡 --absent 성춘향 --lecture 7
new --set a=b --set=c=d --type=retro -n -p
open 8/12 --edit --no-edit
list --since 8/2 --until 8/8 --lecture 6
questions --all --course 수학
check --format github
import a.md b.zip --from notion --verify
init notes --roster 홍길동,성춘향
doctor
sample here --most 3 --no-pictures --name a
"""
UNUSUAL = """
new --help
new -h
new -np
new -tretro
new -t=retro
new --type
new --typ retro
new --lecture x
new 8/12 9/12
new -- 8/12
new --edit=yes
new --author -n
open -1
check --format xml
import
import --verify
doctor all
sample here --most 0
sample
"""


def sample(
    context: Context,
    place: Annotated[str, Argument("PLACE", "Where.")],
    most: Annotated[int, Option("--most", "How many.", least=1)] = 20,
    pictures: Annotated[bool, Option("--no-pictures -x", "Without pictures.")] = True,
    names: Annotated[tuple[str, ...], Option("--name", "Who.")] = (),
) -> None:
    """What no command has yet, and every command may have."""


def function_of(name: str) -> Command:
    command = sample if name == "sample" else command_of(name)
    assert command is not None
    return command


def by_typer(name: str, words: list[str]) -> Mapping[str, object]:
    """What Typer gives to the parameters of a command."""
    told: dict[str, object] = {}

    @wraps(function_of(name))
    def recorded(context: Context, **values: object) -> None:
        told.update(values)

    command = for_typer(name, recorded)
    with command.make_context(name, list(words), obj=CONTEXT) as ctx:
        command.invoke(ctx)
    return told


def by_us(name: str, words: list[str]) -> Mapping[str, object] | None:
    """What the parameters of a command get without Typer, defaults and all."""
    values = usual_values(function_of(name), words)
    defaults = {each.name: each.default for each in declared(function_of(name))}
    return None if values is None else {**defaults, **values}


@pytest.mark.parametrize("line", LINES.split("\n")[1:-1])
def test_the_usual_words_need_no_typer(line: str) -> None:
    name, *words = line.split()
    assert by_us(name, words) == by_typer(name, words)


@pytest.mark.parametrize("line", UNUSUAL.split("\n")[1:-1])
def test_what_is_unusual_or_wrong_is_left_to_typer(line: str) -> None:
    name, *words = line.split()
    assert by_us(name, words) is None


# Half as many as elsewhere for each of the commands: they share what reads their words.
@settings(max_examples=50)
@pytest.mark.parametrize("name", ["sample", *COMMANDS])
@given(data=st.data())
def test_words_are_left_to_typer_or_mean_the_same(name: str, data: st.DataObject) -> None:
    options = [
        option
        for each in declared(function_of(name))
        if isinstance(each.word, Option)
        for option in each.word.names.replace("/", " ").split()
    ]
    usual = st.sampled_from([*options, *WORDS])
    attached = st.builds("{}={}".format, st.sampled_from([*options, "--x"]), st.sampled_from(WORDS))
    words = data.draw(st.lists(usual | attached | st.text(max_size=4), max_size=6))
    ours = by_us(name, words)
    if ours is not None:
        assert ours == by_typer(name, words)


def test_a_command_that_does_not_exist_is_none() -> None:
    assert command_of("nonsense") is None
