"""Postings that come into a list as text or leave it."""

from hypothesis import example, given
from hypothesis import strategies as st

from studylog.core.search.index.postings import CLASSES, decode, encode
from studylog.core.search.index.splicing import spliced

NUMBERS = st.one_of(st.integers(0, 40), st.integers(0, 5000), st.integers(0, 1 << 20))
POSTINGS = st.dictionaries(NUMBERS, st.integers(0, CLASSES - 1), max_size=40)


def codes(postings: dict[int, int]) -> list[int]:
    return sorted(number * CLASSES + class_ for number, class_ in postings.items())


@given(POSTINGS, POSTINGS, st.data())
@example({}, {0: 3}, None)
def test_a_list_is_spliced_as_it_would_be_written_anew(
    before: dict[int, int], come: dict[int, int], data: st.DataObject | None
) -> None:
    left = data.draw(st.sets(st.sampled_from(sorted(before)))) if data and before else set()
    gone = left | (before.keys() & come.keys())
    after = {number: class_ for number, class_ in before.items() if number not in gone} | come
    gone_codes = [number * CLASSES + before[number] for number in gone]
    text = spliced(encode(codes(before)), gone_codes, codes(come))
    assert encode(codes(after)) == text
    assert codes(after) == list(decode(text))
