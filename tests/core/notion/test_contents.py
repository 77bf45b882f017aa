"""The list of contents tells the order of the pages and which lies in which."""

from studylog.core.notion.contents import Contents, read_contents

LISTED = """<!DOCTYPE html><html><body><ul id="id::00000000-0000-4000-8000-000000000000">
<li><h3>Workspace</h3></li>
<li><ul id="id::11111111-1111-1111-1111-111111111111"><a href="b 1.md">b</a>
<li><ul id="id::22222222-2222-2222-2222-222222222222"><a href="b 1/a 2.md">a</a></ul></li></ul></li>
<li><ul id="id::33333333-3333-3333-3333-333333333333.csv"><a href="https://www.notion.so/3">c</a></ul></li>
<li><ul id="id::33333333-3333-3333-3333-333333333333"><a>c</a>
<li><ul id="id::44444444-4444-4444-4444-444444444444"><a href="c 3/d 4.md">d</a></ul></li></ul></li>
</ul></body></html>
"""
TOP = "00000000000040008000000000000000"


def test_pages_are_listed_in_their_order() -> None:
    assert read_contents(LISTED) == Contents(
        (TOP, "1" * 32, "2" * 32, "3" * 32, "4" * 32),
        {"1" * 32: TOP, "2" * 32: "1" * 32, "3" * 32: TOP, "4" * 32: "3" * 32},
    )


def test_another_page_lists_nothing() -> None:
    assert read_contents("<ul><li>하나</li></ul></ul><p>둘</p>") == Contents()
    assert read_contents("") == Contents()
