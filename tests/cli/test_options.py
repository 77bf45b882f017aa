"""The options of every command, wherever they stand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.cli.options import Everywhere, split
from studylog.core.errors import Exit, StudylogError


@pytest.mark.parametrize(
    ("line", "told", "rest"),
    [
        ("list", Everywhere(), "list"),
        ("--json list", Everywhere(json=True), "list"),
        ("list --since 8/2 --json --no-color", Everywhere(json=True, no_color=True), "list --since 8/2"),
        ("--lang ko list", Everywhere(language="ko"), "list"),
        ("list --lang=en", Everywhere(language="en"), "list"),
        ("-C nb list", Everywhere(directory="nb"), "list"),
        ("-Cnb --no-input list", Everywhere(directory="nb", no_input=True), "list"),
        ("-C a -C b list", Everywhere(directory="a/b"), "list"),
        ("-C a -C /b list", Everywhere(directory="/b"), "list"),
        # Behind the command -C is an option of the command, behind -- nothing is one.
        ("list -C nb", Everywhere(), "list -C nb"),
        ("show -- --json", Everywhere(), "show -- --json"),
        ("--version", Everywhere(version=True), ""),
        ("list --version", Everywhere(), "list --version"),
        ("", Everywhere(), ""),
    ],
)
def test_they_are_taken_out(line: str, told: Everywhere, rest: str) -> None:
    assert (told, rest.split()) == split(line.split())


@pytest.mark.parametrize("line", ["--lang", "--lang fr list", "list --lang=", "-C"])
def test_what_cannot_be_meant_is_an_error_of_use(line: str) -> None:
    with pytest.raises(StudylogError) as raised:
        split(line.split())
    assert Exit.USAGE == raised.value.exit_code


@given(st.lists(st.text(max_size=5) | st.sampled_from(["--", "--json", "--x", "-n", "8/2"])))
def test_all_other_words_stay_in_their_order(words: list[str]) -> None:
    words = ["list", *words]
    end = words.index("--") if "--" in words else len(words)
    expected = [word for word in words[:end] if word != "--json"] + words[end:]
    assert expected == split(words)[1]
