"""Borrowed words come out alike in both scripts, others do not; and keys write what they write in both."""

import pytest

from studylog.core.search.terms.keyboard import in_hangul, in_latin
from studylog.core.search.terms.sounds import alike, sound


@pytest.mark.parametrize(
    ("hangul", "latin"),
    [
        pair.split()
        for pair in (
            "랜덤 random",
            "트랜스포머 transformer",
            "어텐션 attention",
            "릿지 ridge",
            "배치 batch",
            "노름 norm",
            "쿼리 query",
            "싱글 single",
            "알파 alpha",
            "스레드 thread",
            "쓰레드 thread",
            "이미지 image",
            "하이퍼 hyper",
            "아이노드 inode",
            "레지듀얼 residual",
            "피처 feature",
        )
    ],
)
def test_a_borrowed_word_sounds_as_it_does_at_home(hangul: str, latin: str) -> None:
    assert sound(latin) == sound(hangul) != ""
    assert alike(hangul, (sound(latin),)) and alike(latin, (sound(hangul),))


@pytest.mark.parametrize("pair", ["관리 kernel", "지니 random", "값싼 gapsan", "레이어 layer", "a1 에이원"])
def test_others_do_not(pair: str) -> None:
    one, other = pair.split()
    assert not sound(one) or sound(one) != sound(other)


@pytest.mark.parametrize(
    ("keys", "hangul"),
    [("djxpstus", "어텐션"), ("RhfWl", "꼴찌"), ("dlfrrl", "읽기"), ("ehoTek", "됐다"), ("rkqtdl", "값이")],
)
def test_keys_write_the_same_in_both(keys: str, hangul: str) -> None:
    assert (hangul, keys) == (in_hangul(keys), in_latin(hangul))


def test_keys_that_make_no_syllables_are_no_word() -> None:
    assert ("", "", "bert") == (in_hangul("hello"), in_hangul("a-b"), in_latin("ㅠㄷㄱㅅ"))
