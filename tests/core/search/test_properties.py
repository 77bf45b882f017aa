"""What holds for every text and every query: in all forms of Unicode, for every word, for every operator."""

import unicodedata
from collections import Counter
from itertools import pairwise

from hypothesis import assume, example, given
from hypothesis import strategies as st

from studylog.core.search.documents.document import Document
from studylog.core.search.queries.query import parse
from studylog.core.search.ranking.find import search
from studylog.core.search.snippets import ROOM, snippet
from studylog.core.search.terms.chunks import CHUNK
from studylog.core.search.terms.letters import plain
from studylog.core.search.terms.stems import levels
from studylog.core.search.terms.text import counts, terms
from studylog.core.text import nfc
from tests.core.search.memory import Index, index_of

SYLLABLES = st.sampled_from("가나다라은는이가를에서어텐션배치정규화기울하면합니졌눠여각닭")
EOJEOLS = st.one_of(
    st.text(SYLLABLES, min_size=1, max_size=7),
    st.text(st.sampled_from("abnormNBX_.-1"), min_size=1, max_size=9),
    st.from_regex(r"[0-9]{1,3}([.:,/][0-9]{1,3})?[가-하강장]{0,3}", fullmatch=True),
    st.text(st.sampled_from("ㄱㄴㅂㅊㅋㅏ가나"), min_size=1, max_size=6),
    st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=6),
)
TEXTS = st.lists(EOJEOLS, min_size=1, max_size=12).map(" ".join)
ANY_TEXTS = st.text(max_size=60) | TEXTS


def names(found: Index, query: str) -> set[str]:
    hits = search(found, parse(query, typing=False), 1000).hits
    return {found.document(hit.number).id for hit in hits if hit.complete}


def shelf(texts: list[str]) -> Index:
    return index_of(Document(str(number), "note", "", text=nfc(text)) for number, text in enumerate(texts))


def says_something(word: str) -> bool:
    return any(term[0] not in ".!?" for term in counts(nfc(word)))


@given(ANY_TEXTS)
@example("\u1100\u1161\u11a8 e\u0301 ﬁ ㄳ")
def test_terms_are_the_same_in_every_form_of_unicode(text: str) -> None:
    composed = [term.text for term in terms(nfc(text))]
    for form in ("NFD", "NFC"):
        assert composed == [term.text for term in terms(nfc(unicodedata.normalize(form, text)))]


@given(ANY_TEXTS)
def test_a_plain_text_is_its_own_plain_text(text: str) -> None:
    assert plain(plain(nfc(text))) == plain(nfc(text))


@given(ANY_TEXTS)
@example("İ İ ß ﬀ ㎏ \u200d\u00ad x")
def test_counting_agrees_with_placing(text: str) -> None:
    composed = nfc(text)
    placed = terms(composed)
    assert Counter(term.text for term in placed) == counts(composed)
    assert all(0 <= term.start < term.end <= len(composed) for term in placed)


@given(ANY_TEXTS)
def test_no_term_has_what_parts_terms_in_files(text: str) -> None:
    assert not set("".join(counts(nfc(text)))) & set(' "#\\\n\t$')


@given(st.text(SYLLABLES, min_size=1, max_size=12))
def test_what_stays_of_a_word_shrinks_and_never_vanishes(word: str) -> None:
    found = levels(word)
    assert found
    assert all(len(longer) >= len(shorter) > 0 for longer, shorter in pairwise(found))


@given(st.lists(TEXTS, min_size=1, max_size=4))
@example(["가"])
@example(["a " * 30])
def test_every_document_is_found_by_each_of_its_words(texts: list[str]) -> None:
    found = shelf(texts)
    for number, text in enumerate(texts):
        for word in text.split():
            # What begins with a minus is not wanted; what has no letter is no word.
            if says_something(word) and word[0] != "-":
                assert str(number) in names(found, word), word


@given(st.lists(TEXTS, min_size=1, max_size=4))
def test_every_document_is_found_by_its_words_while_they_are_typed(texts: list[str]) -> None:
    found = shelf(texts)
    for word in texts[0].split():
        assume(word[0] != "-")
        hits = search(found, parse(word), 1000).hits
        assert not says_something(word) or "0" in {found.document(hit.number).id for hit in hits}


@given(st.lists(TEXTS, min_size=1, max_size=5), TEXTS)
def test_a_phrase_finds_no_more_than_its_words_and_these_no_more_than_some_of_them(
    texts: list[str], query: str
) -> None:
    assume(":" not in query and not any(word.startswith("-") for word in query.split()))
    found = shelf([*texts, query])
    asked = parse(query, typing=False)
    some = {found.document(hit.number).id for hit in search(found, asked, 1000).hits}
    assert names(found, f'"{query}"') <= names(found, query) <= some


@given(st.lists(TEXTS, min_size=1, max_size=5))
def test_a_document_is_found_by_itself_as_a_phrase(texts: list[str]) -> None:
    assume(len(texts[0]) <= 200 and len(texts[0].split()) <= 10 and says_something(texts[0]))
    assert "0" in names(shelf(texts), f'"{texts[0]}"')


@given(st.lists(TEXTS, min_size=1, max_size=5), EOJEOLS)
def test_no_document_with_an_unwanted_word_is_left(texts: list[str], unwanted: str) -> None:
    assume(":" not in unwanted and unwanted[0] not in "-_." and says_something(unwanted))
    found = shelf([*texts, unwanted])
    left = names(found, f"{texts[0].replace(':', ' ').replace('-', ' ')} -{unwanted}")
    words = (word for id_ in left for word in CHUNK.findall(found.document(_number(found, id_)).text))
    assert unwanted not in words


@given(ANY_TEXTS, ANY_TEXTS, st.integers(min_value=10, max_value=ROOM))
@example("e\u0301\u0301" * 40, "é", 10)
@example("ß", "ß", 10)
@example("👍🏽" * 40, "👍", 11)
def test_a_snippet_is_a_stretch_of_its_text_and_keeps_letters_whole(text: str, query: str, room: int) -> None:
    composed = nfc(text)
    pieces = snippet(composed, parse(query), room)
    shown = "".join(piece.text for piece in pieces).strip("…")
    assert squeezed(shown) in squeezed(composed)
    assert all(piece.text for piece in pieces)
    assert not shown or not unicodedata.combining(shown[0]) or composed.startswith(shown[0])


@given(st.text(st.sampled_from("İßẞΣςσas㎏ﬃ𐐀"), min_size=1, max_size=6), st.integers(2, 6))
@example("İ", 2)
@example("ß", 2)
def test_the_beginning_that_is_typed_of_a_word_is_marked_in_it(word: str, typed: int) -> None:
    first, *rest = snippet(word, parse(word[:typed]))
    assert (word[:typed], True) == (first.text, first.hit)
    assert word[typed:] == "".join(piece.text for piece in rest)


def squeezed(text: str) -> str:
    return " ".join(CHUNK.findall(text.replace("…", "")))


def _number(found: Index, id_: str) -> int:
    return next(number for number, document in found.documents.items() if document.id == id_)


@given(st.characters(categories=["Ll", "Lu"], max_codepoint=0x1CFFF))
@example("\u2132")
@example("\u2184")
def test_every_letter_that_has_a_case_is_searched_without_it(letter: str) -> None:
    small, capital = nfc(letter.lower()), nfc(letter.upper())
    assume(len(small) == len(capital) == 1 and capital.lower() == small)
    assert counts(small) == counts(capital) != Counter()
