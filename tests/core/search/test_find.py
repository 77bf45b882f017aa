"""The search: what is found, in which order, and that nothing anybody types makes it fail."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studylog.core.search.documents.document import Document
from studylog.core.search.queries.query import parse
from studylog.core.search.ranking.find import ENOUGH, search
from studylog.core.search.snippets import snippet
from tests.core.search.memory import index_of


def found(documents: list[Document], query: str, *, typing: bool = True) -> list[str]:
    index = index_of(documents)
    return [index.document(hit.number).id for hit in search(index, parse(query, typing=typing), 100).hits]


def texts(*given_: str) -> list[Document]:
    return [Document(id=text, kind="note", url="", text=text) for text in given_]


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("셀프어텐션", "셀프 어텐션을 봅니다"),
        ("셀프 어텐션", "셀프어텐션을 봅니다"),
        ("어텐션은", "어텐션에서만"),
        ("사라지는", "기울기가 사라집니다"),
        ("나누나요", "제곱근으로 나눠 줍니다"),
        ("ㅂㅊㄴㅁ", "배치 노멀라이제이션"),
        ("ㅂㅊㅈㄱㅎ", "배치 정규화"),
        ("어텐ㅅ", "어텐션"),
        ("배칯", "배치차이"),
        ("뱇", "배치"),
        ("batch_first", "batchFirst=True"),
        ("batchfirst", "batch_first=True"),
        ("batch", "BatchNorm2d"),
        ("norm2d", "norm2d"),
        ("modules", "self.modules()"),
        ("nn.mod", "nn.Module"),
        ("batchnorm", "batch norm"),
        ("batch norm", "BatchNorm"),
        ("resnet18", "ResNet-18"),
        ("ResNet 18", "resnet18"),
        ("atten", "Attention"),
        ("7강", "7강에서"),
        ("1200", "1,200장"),
        ("3x3", "3×3 합성곱"),
        ("2026-09", "2026-09-08에"),
        ("ＣＮＮ", "CNN"),
        ("strasse", "Straße"),
        ("🙋", "질문 🙋‍♀️"),
        ("漢字", "漢字를"),
        ("값", "값은"),
        ("deadlocks", "a deadlock"),
        ("dropped", "dropping"),
        ("1종오류", "1종 오류"),
        ("random forest", "랜덤 포레스트에서"),
        ("커널 트릭", "kernel trick"),
        ("체리픽", "cherry-pick"),
        ("배치 놈", "batch norm"),
        ("djxpstus", "어텐션을"),
        ("ㅠㄷㄱㅅ 애차ㄷㄱ", "BERT on Docker"),
        ("theorm", "theorem"),
    ],
)
def test_the_ways_in_which_people_write_meet(query: str, text: str) -> None:
    assert [text] == found(texts(text, "다른 이야기"), query)


def test_a_word_comes_before_longer_ones_and_these_before_its_syllables_elsewhere() -> None:
    written = texts("어텐션 하나", "어텐션맵 하나", "셀프어텐션 하나")
    assert ["어텐션 하나", "어텐션맵 하나", "셀프어텐션 하나"] == found(written, "어텐션")


def test_title_and_heading_come_before_text() -> None:
    written = [
        Document(id="text", kind="note", url="", text="어텐션 이야기"),
        Document(id="heading", kind="note", url="", heading="어텐션 이야기"),
        Document(id="title", kind="note", url="", title="어텐션 이야기"),
    ]
    assert ["title", "heading", "text"] == found(written, "어텐션")


def test_of_equals_the_newer_comes_first_and_age_outweighs_no_better_match() -> None:
    written = [
        Document(id="old", kind="note", url="", text="어텐션", day=date(2021, 8, 1)),
        Document(id="new", kind="note", url="", text="어텐션", day=date(2026, 8, 1)),
        Document(id="newest", kind="note", url="", text="어텐션맵", day=date(2026, 8, 2)),
    ]
    assert ["new", "old", "newest"] == found(written, "어텐션")


def test_neighbours_come_before_words_apart() -> None:
    assert "배치 정규화 다음" == found(texts("정규화 다음 배치", "배치 정규화 다음"), "배치 정규화")[0]
    assert "a batch norm" == found(texts("norm the batch", "a batch norm"), "batch norm")[0]


def test_those_with_all_words_come_first_then_those_with_some() -> None:
    written = texts("배치 정규화", "배치 크기", "정규화", "드롭아웃")
    index = index_of(written)
    hits = search(index, parse("배치 정규화 ")).hits
    assert [("배치 정규화", True), ("배치 크기", False), ("정규화", False)] == sorted(
        ((index.document(hit.number).text, hit.complete) for hit in hits),
        key=lambda one: (not one[1], one[0]),
    )


def test_with_enough_complete_ones_no_others_are_shown() -> None:
    written = texts(*(f"배치 정규화 {number}" for number in range(ENOUGH)), "배치")
    assert "배치" not in found(written, "배치 정규화")


def test_a_mistyped_word_still_finds_what_shares_half_of_it() -> None:
    assert ["경사하강법"] == found(texts("경사하강법", "다른 것"), "경사하강볍")


def test_what_stands_there_as_it_is_written_is_not_looked_for_by_its_sound_or_half_of_it() -> None:
    assert ["random"] == found(texts("random", "랜덤", "randon"), "random")
    assert ["어텐션"] == found(texts("어텐션", "텐션"), "어텐션")


def test_words_that_nothing_has_are_told_and_what_comes_near_is_marked() -> None:
    index = index_of(texts("랜덤 시드를 고정"))
    hits = search(index, parse("random random 고정"))
    pieces = snippet("랜덤 시드를 고정", hits.query)
    assert (("random",), ["랜덤", "고정"]) == (hits.lost, [piece.text for piece in pieces if piece.hit])


def test_a_phrase_must_stand_there() -> None:
    written = texts("배치 정규화", "정규화 배치", "배치정규화", "배치\n정규화는")
    assert {"배치 정규화", "배치\n정규화는"} == set(found(written, '"배치 정규화"'))
    assert ["batch norm"] == found(texts("batch norm", "batch normal"), '"batch norm"')


def test_a_phrase_stays_a_must_where_other_words_are_missing() -> None:
    assert ["배치 정규화"] == found(texts("배치 정규화", "드롭아웃"), '"배치 정규화" 드롭아웃 없음')


def test_what_is_not_wanted_is_not_there() -> None:
    written = texts("배치 크기", "배치 정규화", "배치 batch_norm")
    assert {"배치 크기", "배치 batch_norm"} == set(found(written, "배치 -정규화를"))
    assert {"배치 크기", "배치 정규화"} == set(found(written, "배치 -norm"))
    assert {"배치 크기", "배치 batch_norm"} == set(found(written, '배치 -"배치 정규화"'))
    assert {"배치 정규화", "배치 batch_norm"} == set(found(written, "-크기"))


@pytest.fixture
def shelf() -> list[Document]:
    facts = (("lecture", "8"), ("course", "딥러닝 실습"), ("person", "오세린"), ("person", "serin"))
    return [
        Document("q", "question", "", heading="어텐션", day=date(2026, 9, 15), facets=facts),
        Document("n", "note", "", text="어텐션", day=date(2026, 9, 30), facets=(("lecture", "18"),)),
        Document("undated", "paper", "", text="어텐션"),
    ]


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("kind:question", ["q"]),
        ("종류:질문 어텐션", ["q"]),
        ("강의:8", ["q"]),
        ("lecture:08강", ["q"]),
        ("강의:8 강의:18", ["n", "q"]),
        ("과목:실습", ["q"]),
        ('course:"딥러닝 실습"', ["q"]),
        ("사람:세린", ["q"]),
        ("person:Serin", ["q"]),
        ("-종류:논문", ["n", "q"]),
        ("since:2026-09-16", ["n"]),
        ("부터:2026-09", ["n", "q"]),
        ("까지:2026-09-15", ["q"]),
        ("until:2026", ["n", "q"]),
        ("since:2026-09-15 until:2026-09-15", ["q"]),
        ("kind:paper since:2026", []),
        ("사람:아무개", []),
        ("kind:", []),
        ("since:언젠가 kind:paper", ["undated"]),
    ],
)
def test_filters_by_their_english_and_korean_names(shelf: list[Document], query: str, ids: list[str]) -> None:
    assert ids == found(shelf, query)


def test_a_run_of_more_than_four_initials_is_looked_up_in_the_text() -> None:
    assert ["배치 정규화를"] == found(texts("배치 정규화를", "배치 정기"), "ㅂㅊㅈㄱㅎ")


def test_the_order_of_documents_means_nothing() -> None:
    written = texts(*(f"어텐션 {number}" for number in range(50)))
    assert found(written, "어텐션") == found(written[::-1], "어텐션")


@given(st.text(max_size=80), st.booleans())
@example('"', True)
@example("-", True)
@example('-"', False)
@example("kind:\"person:' -강의: since:0000-00-00", True)
@example("ㅇㅅㅇ ㅠㅠ ㄳ", True)
@example("가" * 1000, True)
@example("\ud800 \udfff", True)
@example("(?:[" * 50, False)
def test_no_query_fails(query: str, typing: bool) -> None:
    search(index_of(texts("어텐션 batch_first 7강", "ㅋㅋㅋ 🙋 漢字")), parse(query, typing=typing))


def test_an_empty_query_and_an_empty_index_find_nothing() -> None:
    assert ([], []) == (found(texts("어텐션"), "  "), found([], "어텐션 kind:note -없음"))
