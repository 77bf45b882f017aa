"""Pages that nobody wrote: nested without end, broken, or made to take forever."""

import json
import sys
from html import escape

import pytest

from studylog.core.notion.html import read_html
from tests.core.notion.html_pages import body_of, page_html, read, readable, swallowed
from tests.effort import within
from tests.realdata import REAL, needs

NAUGHTY = "hostile/blns.json"
MANY = 10_000
# Deeper than any stack of Python's.
DEEP = 2_000
PLACES = [
    "<p>{}</p>",
    "<h2>{}</h2>",
    "<ul><li>{}</li></ul>",
    "<details><summary>{}</summary></details>",
    "<table><tr><td>{}</td></tr></table>",
    "<pre><code>{}</code></pre>",
    '<figure class="equation"><annotation encoding="application/x-tex">{}</annotation></figure>',
    '<a href="{}">x</a>',
    '<img src="a.png" alt="{}"/>',
]

NESTED = {
    "div": "<div>",
    "marks": "<b><i>",
    "lists": "<ul><li>a",
    "quotes": "<blockquote>a",
    "toggles": "<details><summary>a</summary>",
    "summaries": "<details><summary>",
    "callouts": '<figure class="callout"><div style="font-size:1.5em"><span class="icon">💡</span>'
    "</div><div>a",
    "tables": "<table><tr><td>a",
    "paragraphs": "<p>a",
    "links": '<a href="x">a',
    "equations": '<span class="katex">a',
    "sources": '<annotation encoding="application/x-tex">',
    "unknown": "<x-y>a",
}
REPEATED = {
    "empty marks": "<b></b><i></i>",
    "marks": "<b>a</b>b<i>c</i>",
    "brackets": "<b>a)</b>가",
    "stars": "*a ",
    "openings": "[",
    "links": "[a](",
    "wikilinks": "[[a",
    "dollars": "$a ",
    "waves": "~~a",
    "lines": "_a ",
    "backticks": "`a",
    "entities": "&amp;amp;",
    "line breaks": "a<br>",
    "cells": "<td>a|b</td>",
    "rows": "<tr><td>a</td></tr>",
    "numbers": '<ol start="1"><li>a</li></ol>',
    "code": "<code>`</code>",
    "attributes": '<a href="',
    "comments": "<!--",
    "declarations": "<![",
    "ends": "</p>",
}


@pytest.mark.parametrize("opening", NESTED.values(), ids=NESTED)
def test_what_is_nested_without_end(opening: str) -> None:
    page = read(f"{opening * DEEP}end")
    assert page.visible.endswith("end")
    assert "end" in readable(page.body)


def test_what_is_nested_and_closed_again() -> None:
    assert "end\n\nafter\n" == body_of(f"{'<div>' * MANY}end{'</div>' * MANY}after")
    assert readable(body_of(f"{'<ul><li>' * DEEP}end{'</li></ul>' * DEEP}after")).endswith("endafter")


@pytest.mark.parametrize("part", REPEATED.values(), ids=REPEATED)
def test_what_is_repeated_without_end(part: str) -> None:
    with within(seconds=30):
        page = read_html(page_html(part * (MANY // 2)))
    assert page is not None


def test_a_page_that_only_begins() -> None:
    whole = page_html("<p>글 <b>굵게</b></p><table><tr><td>칸</td></tr></table>")
    for end in range(0, len(whole), 7):
        read_html(whole[:end])


def test_a_large_page() -> None:
    paragraphs = "".join(
        f"<p>문단 {number}: <strong>굵은</strong> 글과 x_{number}, 2 * 3.</p>" for number in range(2_000)
    )
    page = read(paragraphs)
    assert 2_000 == page.body.count("**굵은**")


def test_blocks_that_are_too_deep_stand_beside_each_other_and_are_said() -> None:
    page = read("<blockquote>a" * 200)
    assert ["nesting"] == [finding.code for finding in page.findings]
    assert 200 == readable(page.body).count("a")


def test_nothing_of_it_needs_more_room_on_the_stack() -> None:
    before = sys.getrecursionlimit()
    read("<ul><li><blockquote><details><summary>a</summary>" * 1_000)
    assert before == sys.getrecursionlimit()


def test_letters_that_no_text_may_have() -> None:
    page = read_html(page_html("<p>\ud800글\x00&#0;&#xD800;&#x110000;</p>"))
    assert page is not None
    page.body.encode()
    page.visible.encode()
    assert "글" in page.body


@needs(NAUGHTY)
def test_naughty_strings() -> None:
    for text in json.loads((REAL / NAUGHTY).read_text(encoding="utf-8")):
        everywhere = "".join(place.format(escape(text)) for place in PLACES)
        assert "" == swallowed(read(everywhere)), text


@needs(NAUGHTY)
@pytest.mark.parametrize("place", PLACES)
def test_naughty_strings_that_are_not_escaped(place: str) -> None:
    for text in json.loads((REAL / NAUGHTY).read_text(encoding="utf-8")):
        assert "" == swallowed(read(place.format(text))), text
