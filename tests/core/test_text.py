"""Text: when two texts are the same, names that every system takes, and bytes of every origin."""

import json
import re
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from studylog.core.text import Decoded, decode, fold, nearest, nfc, short_hash, slug, without_emoji
from tests.realdata import REAL, needs


def test_nfc_joins_what_a_mac_takes_apart() -> None:
    assert nfc(unicodedata.normalize("NFD", "회의록")) == "회의록"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("batch_first=True 는?", "Batch first = True는"),
        ("**Self-Attention**이 뭔가요?", "self attention 이 뭔가요 🙋"),
        (unicodedata.normalize("NFD", "질문"), "질문"),
        ("`Café`!", "cafe\u0301"),
        ("궁금합니다~~", "궁금합니다."),
    ],
)
def test_the_same_question_folds_alike(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(("one", "other"), [("a+b인가요", "a=b인가요"), ("x<y", "x>y"), ("Q1", "Q2")])
def test_other_questions_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.text())
@example("\u0339:\u0334")
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("🕒 작성일시", "작성일시"),
        ("강의 내용 중 질문하기 🙋‍♀️", "강의 내용 중 질문하기"),
        ("학습 👉 공유", "학습 공유"),
        ("좋아요👍🏽합니다", "좋아요합니다"),
        ("☝️ 하나", "하나"),
        ("1️⃣ 첫째", "첫째"),
        ("🇰🇷 2021년 8월 6일 © x→y ①", "2021년 8월 6일 © x→y ①"),
        ("줄 하나 ✅\n줄 둘", "줄 하나 \n줄 둘"),
    ],
)
def test_pictures_go_and_words_stay(text: str, bare: str) -> None:
    assert without_emoji(text) == bare


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("8/12(목) 회의록", "8-12-목-회의록"),
        ("Inception-v4, Inception-ResNet", "inception-v4-inception-resnet"),
        ("  ..논문: 리뷰?*|<>  ", "논문-리뷰"),
        ("../../etc/passwd", "etc-passwd"),
        ("Straße ÉTÉ", "strasse-été"),
        ("漢字 かな", "漢字-かな"),
        ("a\u202eb\u200bc\u00add", "abcd"),
        (unicodedata.normalize("NFD", "회의"), "회의"),
    ],
)
def test_slugs_keep_the_words(title: str, name: str) -> None:
    assert slug(title) == name


@pytest.mark.parametrize("device", ["CON", "nul", "Com1", "LPT9", "aux.", "COM¹"])
def test_no_slug_is_a_device_of_windows(device: str) -> None:
    assert slug(device).startswith(f"{device.lower().strip('.')}-")


def test_a_title_without_words_gets_a_name_all_the_same() -> None:
    assert slug("???") == short_hash("???")
    assert slug("") != slug("🙋")


def test_long_names_are_cut_between_syllables_and_stay_distinct() -> None:
    one, other = slug("가" * 85), slug("가" * 86)
    assert len(one.encode()) <= 120
    assert one.startswith("가" * 37 + "-")
    assert one != other


@given(st.text(), st.integers(min_value=16, max_value=60))
def test_every_slug_is_a_safe_name_and_its_own_slug(text: str, limit: int) -> None:
    name = slug(text, limit)
    assert 0 < len(name.encode()) <= limit
    assert not set(name) & set('<>:"/\\|?*. \t\n')
    assert name.strip("-") == name == slug(name, limit) == nfc(name)
    assert all(unicodedata.category(char)[0] in "LNM" or char == "-" for char in name)


def test_the_hash_is_eight_readable_characters_and_never_changes() -> None:
    assert short_hash("DL Basic", 7, "질문") == short_hash("DL Basic", 7, "질문")
    assert len(short_hash()) == 8
    assert not set(short_hash("아무거나")) & set("ilou")


@given(st.text(), st.text())
def test_parts_of_a_hash_do_not_run_together(one: str, other: str) -> None:
    assert short_hash(one, other) != short_hash(one + other)
    assert short_hash(None, one) != short_hash("", one)


@pytest.mark.parametrize(
    ("word", "meant"), [("attendes", "attendees"), ("과몫", "과목"), ("Course", "course"), ("zzz", None)]
)
def test_the_nearest_known_word(word: str, meant: str | None) -> None:
    assert nearest(word, ["attendees", "absent", "과목", "course"]) == meant


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("회의록".encode(), Decoded("회의록", "utf-8", False)),
        (b"\xef\xbb\xbf" + "회의록".encode(), Decoded("회의록", "utf-8-sig", False)),
        (b"\xff\xfe" + "회의록".encode("utf-16-le"), Decoded("회의록", "utf-16-le", False)),
        (b"\xfe\xff" + "회의록".encode("utf-16-be"), Decoded("회의록", "utf-16-be", False)),
        ("회의록 질문".encode("cp949"), Decoded("회의록 질문", "cp949", False)),
        (b"caf\xe9 ok", Decoded("caf\ufffd ok", "utf-8", True)),
        (b"\xff\xfe\x00", Decoded("\ufffd", "utf-16-le", True)),
        (b"", Decoded("", "utf-8", False)),
    ],
)
def test_bytes_of_every_origin(content: bytes, expected: Decoded) -> None:
    assert decode(content) == expected


@given(st.binary())
def test_no_bytes_are_refused(content: bytes) -> None:
    decode(content).text.encode()


@given(
    st.text(alphabet=st.characters(exclude_categories=["Cs"])).filter(
        lambda text: text[:1] not in "\ufeff\ufffe"
    )
)
def test_utf8_is_read_as_it_is(text: str) -> None:
    assert decode(text.encode()) == Decoded(text, "utf-8", False)


def test_long_runs_of_blanks_do_not_take_long() -> None:
    assert without_emoji("a" + "\t " * 100_000 + "b").startswith("a\t ")


@needs("hostile/blns.json")
def test_every_naughty_string_gets_a_safe_name() -> None:
    for text in json.loads((REAL / "hostile/blns.json").read_text("utf-8")):
        assert re.fullmatch(r"[^\s<>:\"/\\|?*.\x00-\x1f]+", slug(text))
        assert slug(slug(text)) == slug(text)
