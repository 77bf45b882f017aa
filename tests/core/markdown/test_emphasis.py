"""Emphasis beside Korean letters, as written in emphasis.md."""

from pathlib import Path

import pytest

from tests.core.markdown.samples import inside

FIXTURES = Path(__file__).with_name("emphasis.md").read_text(encoding="utf-8").split("\n\n", 1)[1]
CASES = [tuple(case.strip().split("\n.\n")) for case in FIXTURES.split("\n---\n")]


@pytest.mark.parametrize(("written", "expected"), CASES, ids=[written for written, _ in CASES])
def test_emphasis(written: str, expected: str) -> None:
    assert expected == inside(written)
