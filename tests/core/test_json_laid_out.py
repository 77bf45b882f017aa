"""JSON as commands give it: laid out as the standard library does it."""

import json

from hypothesis import given
from hypothesis import strategies as st

from studylog.core.records import as_json

# Halves of surrogate pairs are told by another test: the standard library cannot write them.
WORDS = st.text(st.characters(exclude_categories=["Cs"]))
PLAIN = WORDS | st.integers() | st.floats(allow_nan=False) | st.booleans() | st.none()
VALUES = st.recursive(PLAIN, lambda one: st.lists(one) | st.dictionaries(WORDS, one))


@given(st.dictionaries(WORDS, VALUES))
def test_it_is_laid_out_as_the_standard_library_does_it(whole: dict[str, object]) -> None:
    assert json.dumps(whole, ensure_ascii=False, indent=2).encode() == as_json(whole, indented=True)
    assert json.dumps(whole, ensure_ascii=False).encode() == as_json(whole)
