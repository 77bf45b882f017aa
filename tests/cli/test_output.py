"""Answers: records in a pipe, a table for people, one object for programs."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from studylog.cli.context import Context, Terminal
from studylog.cli.options import Everywhere
from studylog.cli.shown.output import Answer, answer
from studylog.cli.shown.tables import Cell, Column, Rows, Table
from studylog.core.i18n import say

TABLE = Table(
    (
        Column(say("Path"), pipe_only=True),
        Column(say("Title"), wide=True),
        Column(say("State"), style="dim"),
        Column(say("Open"), align="right"),
    ),
    (
        Rows(
            (
                (
                    Cell("notes/a.md"),
                    Cell("어텐션 🙂 [bold]이란[/] :smile: 무엇인가요?"),
                    Cell("답함", "green", "answered"),
                    Cell("12"),
                ),
                (Cell("b"), Cell("줄\n둘\t셋 \x1b[31m"), Cell("열림", "red", "open"), Cell("", plain="0")),
            ),
            "DL Basic",
        ),
        Rows(((Cell("c"), Cell("셋째", below="notes/c.md:3"), Cell(""), Cell("1")),)),
    ),
)
ITEMS = [{"path": "bad\udcff.md", "title": "한글 \x1b\u2028", "none": None}]


def context(*, stdout: bool, columns: int = 40, **variables: str) -> Context:
    everywhere = Everywhere(json=False)
    return Context(everywhere, "ko", variables, Path("/"), Terminal(True, stdout, True, columns))


def put(context: Context, capsys: pytest.CaptureFixture[str]) -> str:
    answer(context, Answer("list", "우리", ITEMS, lambda: TABLE))
    return capsys.readouterr().out


def test_a_pipe_gets_a_record_a_line_with_nothing_cut_off(capsys: pytest.CaptureFixture[str]) -> None:
    expected = [
        "notes/a.md\t어텐션 🙂 [bold]이란[/] :smile: 무엇인가요?\tanswered\t12",
        "b\t줄 둘 셋 �[31m\topen\t0",
        "c\t셋째\t\t1",
    ]
    assert expected == put(context(stdout=False), capsys).splitlines()


def test_a_terminal_gets_columns_that_line_up_and_fit(capsys: pytest.CaptureFixture[str]) -> None:
    expected = [
        "DL Basic",
        "제목                          상태  열림",
        "────────────────────────────────────────",
        "어텐션 🙂 [bold]이란[/]       답함    12",
        ":smile: 무엇인가요?",
        "줄 둘 셋 �[31m                열림",
        "",
        "제목          상태  열림",
        "────────────────────────",
        "셋째                   1",
        "notes/c.md:3",
    ]
    out = put(context(stdout=True, NO_COLOR="1"), capsys)
    assert expected == [line.rstrip() for line in out.splitlines()]


@pytest.mark.parametrize("variables", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_colours_may_be_declined(capsys: pytest.CaptureFixture[str], variables: dict[str, str]) -> None:
    assert "\x1b[" not in put(context(stdout=True, **variables), capsys)


def test_states_have_colours(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    out = put(context(stdout=True, TERM="xterm-256color"), capsys)
    assert ("\x1b[32m답함", "\x1b[31m열림") == tuple(
        part for part in ("\x1b[32m답함", "\x1b[31m열림") if part in out
    )


def test_a_program_gets_one_object_that_is_always_json(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    asked = context(stdout=True)
    everything = Context(Everywhere(json=True), "ko", {}, Path("/"), asked.terminal)
    answer(everything, Answer("list", "우리", ITEMS, lambda: TABLE))
    out = capsysbinary.readouterr().out
    assert {"schema": "studylog/list@1", "notebook": "우리", "items": ITEMS} == json.loads(
        out.decode("utf-8")
    )
    assert b"\xed\x95\x9c\xea\xb8\x80" in out


def test_the_clock_of_tests_is_wall_time(monkeypatch: pytest.MonkeyPatch) -> None:
    told = context(stdout=False, STUDYLOG_NOW="2021-08-12T18:00").now()
    assert (datetime(2021, 8, 12, 18), True) == (told.replace(tzinfo=None), told.tzinfo is not None)
