"""The strict loader: what words mean, where they stand, and that no text can break it."""

import re

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from studylog.core.errors import StudylogError
from studylog.core.findings import Place
from studylog.core.i18n import translate
from studylog.core.strictyaml import Loaded, Node, Scalar, YamlList, YamlMap, load, plain, written
from tests.effort import within


def value(written_value: str) -> object:
    loaded = plain(load(f"key: {written_value}\n", "note.md").root)
    assert isinstance(loaded, dict)
    return loaded["key"]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("true", True),
        ("false", False),
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        ("1.5", 1.5),
        ("", None),
        ("~", None),
        ("null", None),
    ],
)
def test_a_few_words_are_more_than_text(text: str, meant: object) -> None:
    assert (type(value(text)), value(text)) == (type(meant), meant)


OTHER_WORDS = """
18:00 no yes on off True FALSE Null 0x10 0o7 007 1_000 +5 .5 5. 1e3 .inf .nan 2021-08-12 8/12(목)
2021-08-06T18:00+09:00 = << 1.2.3 123456789012345678901234567890
"""


@pytest.mark.parametrize("text", OTHER_WORDS.split())
def test_everything_else_stays_text(text: str) -> None:
    assert value(text) == text


@pytest.mark.parametrize("text", ['"12"', "'true'", '"null"', "!!int 12", "!mine 1.5", "! 3"])
def test_quoted_and_tagged_values_are_text(text: str) -> None:
    assert value(text) == text.split()[-1].strip("\"'")


def test_unknown_tags_change_nothing() -> None:
    assert value("!set {a: !x [1, 2]}") == {"a": [1, 2]}


def test_a_number_keeps_the_text_it_was_written_with() -> None:
    root = load("title: 1.10\n", "note.md").root
    assert isinstance(root, YamlMap)
    scalar = root.pairs[0][1]
    assert isinstance(scalar, Scalar)
    assert (scalar.value, scalar.text) == (1.1, "1.10")


PLACES = """\
# 주석 😀
제목: 😀 길동 # c
목록: [가, '나 😀']  # d
아래:
  # e
  - 다
  - 라   # f

# g
글: |
  첫째
  둘째

끝: 1
"""


@pytest.mark.parametrize("bom", ["", "\ufeff"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_marks_enclose_exactly_what_is_written(newline: str, bom: str) -> None:
    text = bom + PLACES.replace("\n", newline)
    root = load(text, "note.md", first_line=2).root
    assert isinstance(root, YamlMap)
    found = {text[k.start.index : k.end.index]: text[v.start.index : v.end.index] for k, v in root.pairs}
    assert found == {
        "제목": "😀 길동",
        "목록": "[가, '나 😀']",
        "아래": newline.join(["- 다", "  - 라"]),
        "글": newline.join(["|", "  첫째", "  둘째"]),
        "끝": "1",
    }
    lines = text.removeprefix("\ufeff").split(newline)
    for mark in (mark for pair in root.pairs for node in pair for mark in (node.start, node.end)):
        before = text[: mark.index].removeprefix("\ufeff").split(newline)
        assert (mark.line, mark.column) == (1 + len(before), 1 + len(before[-1]))
        assert mark.column <= 1 + len(lines[mark.line - 2])


def test_an_empty_value_stands_behind_its_colon() -> None:
    text = "author:   # scribe\n목록:\n  -\n  -\n"
    root = load(text, "note.md").root
    assert isinstance(root, YamlMap)
    (_, author), (_, items) = root.pairs
    assert isinstance(items, YamlList)
    assert [node.start.index for node in (author, *items.items)] == [7, 26, 30]


def findings(text: str) -> list[tuple[str, str, str]]:
    found = load(text, "note.md", first_line=2).findings
    return [(str(finding.place), finding.code, translate(finding.message, "en")) for finding in found]


def test_a_repeated_key_is_found_in_its_line_and_the_first_one_counts() -> None:
    assert findings("a: 1\nb: 2\n  \na: 3\n") == [
        ("note.md:5:1", "yaml-repeated-key", "“a” stands here a second time; the first one counts.")
    ]
    assert plain(load("a: 1\nb: 2\na: 3\n", "note.md").root) == {"a": 1, "b": 2}


def test_keys_are_the_same_however_their_hangul_is_composed() -> None:
    assert len(findings("제목: 하나\n\u110c\u1166\u1106\u1169\u11a8: 둘\n")) == 1


@pytest.mark.parametrize(
    ("text", "place", "sentence"),
    [
        ("title: 8/12 회의: 논문\n", "2:15", "A second “:” stands in this value."),
        ("title\na: 1\n", "3:2", "This line and the one before do not fit together as “key: value” lines."),
        ("\ta: 1\n", "2:1", "A tab stands where only spaces may."),
        ("a:\n\t- 1\n", "3:1", "A tab stands where only spaces may."),
        ("a: @몽룡\n", "2:4", "A value cannot begin with “@”."),
        ("a: `x`\n", "2:4", "A value cannot begin with “`”."),
        ("a: }\n", "2:4", "A value cannot begin with “}”."),
        ("a: 'b\nc: d\n", "2:4", "The quotation mark that opens here is never closed."),
        (
            "a: [b\nc: d\n",
            "2:4",
            "The bracket that opens here is not closed, or a comma is missing behind it.",
        ),
        (
            "tags: [#a, #b]\n",
            "2:7",
            "The bracket that opens here is not closed, or a comma is missing behind it.",
        ),
        ("a: [질문] 회의\n", "2:9", "Nothing may follow a closing quotation mark or bracket."),
        ("a: 'it's'\n", "2:8", "Nothing may follow a closing quotation mark or bracket."),
        ("  a: 1\nb: 2\n", "3:1", "This line does not stand in the column of the lines before."),
        ("a: **bold**\n", "2:4", "“*” at the beginning has a meaning of its own in YAML."),
        (
            'a: "\\d"\n',
            "2:5",
            "“\\” in double quotes begins a special character, and this is none.",
        ),
        ("a: - b\n", "2:4", "A list with “-” cannot begin behind a key."),
        ("a: *b\n", "2:4", "“*b” stands for nothing that was marked with “&b” before."),
        ("a: !x!y z\n", "2:4", "This cannot be read as YAML from here on."),
        ("가: 나\x07다\n", "2:5", "The invisible character U+0007 stands here."),
        ("가: \ud800\n", "2:4", "The invisible character U+D800 stands here."),
    ],
)
def test_what_cannot_be_read_is_said_at_its_place(text: str, place: str, sentence: str) -> None:
    if not hasattr(yaml, "CSafeLoader"):
        pytest.skip("places differ a little where PyYAML was built without its C parser")
    loaded = load(text, "note.md", first_line=2)
    assert loaded.root is None
    assert findings(text) == [(f"note.md:{place}", "yaml-unreadable", sentence)]
    assert loaded.findings[0].hint is not None


def test_only_the_first_of_several_documents_is_read() -> None:
    loaded = load("a: 1\n--- # again\nb: 2\n", "note.md")
    assert plain(loaded.root) == {"a": 1}
    assert [(finding.place.line, finding.code) for finding in loaded.findings] == [(2, "yaml-documents")]


def test_a_map_as_key_is_left_out() -> None:
    assert plain(load("{a: 1}: b\nc: d\n", "note.md").root) == {"c": "d"}
    assert findings("{{title}}: x\n")[0][:2] == ("note.md:2:2", "yaml-key")


@pytest.mark.parametrize("text", ["tags: #cnn #nlp\n", "title: 모임 #3\n", "tags:\n- a #b\n"])
def test_what_a_sign_hides_is_pointed_out(text: str) -> None:
    assert [code for _, code, _ in findings(text)] == ["yaml-comment"]


def test_an_ordinary_comment_is_not_pointed_out() -> None:
    assert findings("a: 1 # one\nb:  # two\nc: C#\nd: 'x' #\n#e: 1\n") == []


BOMBS = {
    "aliases": "a: &a [1,1,1,1,1,1,1,1,1]\n"
    + "".join(f"b{i}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(20)),
    "alias chain": "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [*a{i - 1}]\n" for i in range(1, 5000)),
    "itself": "a: &a [*a]\n",
    "brackets": "[" * 200_000,
    "braces": "{a: " * 100_000,
    "dashes": "- " * 100_000,
    "questions": "? " * 100_000,
    "steps": "".join(" " * i + "a:\n" for i in range(1500)),
    "keys": "".join(f"k{i}: v\n" for i in range(100_000)),
    "long": "a: " + "x" * 2_000_000,
    "long number": "a: " + "9" * 100_000,
    "quotes": "a: '" + "''" * 400_000 + "'",
}


@pytest.mark.parametrize("text", BOMBS.values(), ids=BOMBS.keys())
def test_bombs_are_bounded(text: str) -> None:
    with within(seconds=2):
        loaded = load(text, "note.md")
    assert loaded.root is None or _size(loaded.root) <= 20_000


def _size(node: Node) -> int:
    if isinstance(node, Scalar):
        return 1
    inner = node.items if isinstance(node, YamlList) else [each for pair in node.pairs for each in pair]
    return 1 + sum(map(_size, inner))


@given(st.text(st.sampled_from("ab:- #'\"[]{}&*!|>?%@`\\\n\t\r,가😀\ufeff\x85\u2028~1.")))
@settings(max_examples=1500)
def test_reading_never_raises(text: str) -> None:
    loaded = load(text, "note.md")
    assert loaded.root is not None or loaded.findings or _says_nothing(text)
    _check_marks(loaded.root, text)


def _says_nothing(text: str) -> bool:
    # Comments and the lines that begin and end a document.
    return (
        not re.sub(r"#.*|---|\.\.\.", "", text).strip("\ufeff \t\r\n\x85\u2028") or text.lstrip()[0] in "%.-"
    )


def _check_marks(node: Node | None, text: str) -> None:
    if node is None:
        return
    assert 0 <= node.start.index <= node.end.index <= len(text)
    source = text[node.start.index : node.end.index]
    if isinstance(node, Scalar) and not node.style and not re.search("[\r\n\x85\u2028]", source):
        assert source.endswith(node.text)
    for inner in node.items if isinstance(node, YamlList) else ():
        _check_marks(inner, text)


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(ANY_TEXT, st.sampled_from(["", "'", '"']))
@settings(max_examples=1000)
def test_what_is_written_is_read_back(text: str, quote: str) -> None:
    line = written(text, quote=quote)
    assert "\n" not in line
    loaded = load(f"key: {line} # comment\nnext: {{a: [{written(text, in_list=True)}, 1]}}\n", "note.md")
    assert plain(loaded.root) == {"key": text, "next": {"a": [text, 1]}}


@given(ANY_TEXT)
@settings(max_examples=300)
def test_what_is_written_is_read_back_by_any_reader(text: str) -> None:
    # Days are the one thing that other readers of YAML may take for more than text.
    if not re.match(r"[0-9]{4}-", text):
        assert yaml.safe_load(f"key: {written((text, text))}") == {"key": [text, text]}


@pytest.mark.parametrize(
    ("meant", "line"),
    [
        ("8/12(목) 회의록", "8/12(목) 회의록"),
        ("2021-08-12", "2021-08-12"),
        ("2021-08-06T18:00+09:00", "2021-08-06T18:00+09:00"),
        ("7강", "7강"),
        ("🌱 새싹", "🌱 새싹"),
        ("👨‍👩‍👧 가족", "👨‍👩‍👧 가족"),
        ("no", '"no"'),
        ("18:00", '"18:00"'),
        ("12", '"12"'),
        ("", '""'),
        ("a: b", '"a: b"'),
        ("C #1", '"C #1"'),
        ("C#", "C#"),
        ("@몽룡", '"@몽룡"'),
        ('"참고"', "'\"참고\"'"),
        ("두\n줄", '"두\\n줄"'),
        ("\x1b[31m", '"\\x1B[31m"'),
        (True, "true"),
        (7, "7"),
        ((), "[]"),
        (("홍길동", "a, b", 7), '[홍길동, "a, b", 7]'),
    ],
)
def test_quotes_only_where_they_are_needed(meant: str | bool | int | tuple[str, ...], line: str) -> None:
    assert written(meant) == line


def test_half_a_character_cannot_be_written() -> None:
    with pytest.raises(StudylogError):
        written("\ud83d")


def test_the_parser_without_c_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    fast = load(PLACES, "note.md")
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert load(PLACES, "note.md") == fast


@pytest.mark.parametrize(
    "text", ['a: "\\UFFFFFFFF"\n', f"%YAML 1.{'9' * 5000}\n---\na: 1\n", *BOMBS.values()]
)
def test_the_parser_without_c_never_raises(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    # It is slow, and its time grows with the length, so the bombs are cut.
    assert isinstance(load(text[:20_000], "note.md"), Loaded)


def test_places_are_those_of_the_file() -> None:
    assert load("a: '", "notes/a.md", first_line=7).findings[0].place == Place("notes/a.md", 7, 4)
