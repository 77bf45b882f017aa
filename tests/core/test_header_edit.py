"""The two parts of a note, and changes to its header that touch only the lines they mean."""

import os
import re
from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from studylog.core.errors import StudylogError
from studylog.core.header.edit import set_header
from studylog.core.header.parts import Split, split
from studylog.core.strictyaml import Written, load, plain, written
from studylog.core.text import nfc

NOTE = "---\ntitle: 8/12(목) 회의록\n---\n본문\n"


def test_a_note_is_parted_behind_the_second_rule() -> None:
    assert split(NOTE) == Split("title: 8/12(목) 회의록\n", 2, "본문\n", 4)


def test_line_ends_and_byte_order_mark_are_kept_and_known() -> None:
    text = "\ufeff" + NOTE.replace("\n", "\r\n")
    assert split(text) == Split("title: 8/12(목) 회의록\r\n", 2, "본문\r\n", 4, "\r\n", True)


@pytest.mark.parametrize(
    ("text", "header", "body", "line"),
    [
        ("--- \na: 1\n---\t\nb", "a: 1\n", "b", 4),
        ("---\na: 1\n...\nb", "a: 1\n", "b", 4),
        ("---\na: 1\n---", "a: 1\n", "", 3),
        ("---\ra: 1\r---\rb", "a: 1\r", "b", 4),
        ("---\n---\nb", "", "b", 3),
        ("---\n# title:\n---\nb", "# title:\n", "b", 4),
        ("---\na: |\n  ---\n---\nb\n---\nc", "a: |\n  ---\n", "b\n---\nc", 5),
        ("---\n제목 : 회의\n---\n", "제목 : 회의\n", "", 4),
        ("---\nbroken: [\n---\nb", "broken: [\n", "b", 4),
    ],
)
def test_headers(text: str, header: str, body: str, line: int) -> None:
    parts = split(text)
    assert (parts.header, parts.body, parts.body_line, parts.loose) == (header, body, line, None)


@pytest.mark.parametrize(
    ("text", "loose"),
    [
        ("", None),
        ("# 8/12\n---\na: 1\n---\n", None),
        (" ---\na: 1\n---\n", None),
        ("----\na: 1\n----\n", None),
        ("\n---\na: 1\n---\n", None),
        ("---", None),
        ("---\na: 1\n ---\n", "unclosed"),
        ("---\na: 1\n--- #\n", "unclosed"),
        ("---\n어제 이야기한 것\n---\n", "prose"),
        ("---\n\n# 머리말\n\n---\n", "prose"),
        ("---\n- 하나\n- 둘\n---\n", "prose"),
    ],
)
def test_notes_without_a_header_are_all_body(text: str, loose: str | None) -> None:
    parts = split(text)
    assert (parts.header, parts.body, parts.body_line, parts.loose) == (None, text, 1, loose)


HEADER = """\
---
# 누가, 언제
title:   8/12(목) 회의록   # the title
참석자: [홍길동, '성춘향']  # who
absent:
author:    # scribe
tags:
  # first
  - "cnn"   # c
  # second
  - nlp
quoted: 'it''s'
summary: |
  long

  text

# end
meta: {a: 1, b: [x]}
---
body
"""


@pytest.mark.parametrize(
    ("changes", "old", "new"),
    [
        (
            {"title": "8/13(금)"},
            ["title:   8/12(목) 회의록   # the title"],
            ["title:   8/13(금)   # the title"],
        ),
        (
            {"title": "no: #1"},
            ["title:   8/12(목) 회의록   # the title"],
            ['title:   "no: #1"   # the title'],
        ),
        ({"title": "8/12(목) 회의록"}, [], []),
        (
            {"attendees": ("홍길동", "이몽룡", "성춘향")},
            ["참석자: [홍길동, '성춘향']  # who"],
            ["참석자: [홍길동, 이몽룡, '성춘향']  # who"],
        ),
        ({"attendees": ()}, ["참석자: [홍길동, '성춘향']  # who"], ["참석자: []  # who"]),
        ({"불참": ("임꺽정",)}, ["absent:"], ["absent: [임꺽정]"]),
        ({"author": "홍길동"}, ["author:    # scribe"], ["author: 홍길동    # scribe"]),
        ({"author": None}, ["author:    # scribe"], []),
        ({"tags": ("cnn", "rnn", "nlp")}, [], ["  - rnn"]),
        ({"tags": ("nlp",)}, ['  - "cnn"   # c'], []),
        ({"tags": ("rnn", "nlp")}, ['  - "cnn"   # c'], ["  - rnn"]),
        (
            {"tags": ()},
            ["tags:", '  - "cnn"   # c', "  # second", "  - nlp"],
            ["tags: []"],
        ),
        ({"quoted": "is it"}, ["quoted: 'it''s'"], ["quoted: 'is it'"]),
        ({"summary": "short"}, ["summary: |", "  long", "", "  text"], ["summary: short"]),
        ({"summary": None}, ["summary: |", "  long", "", "  text"], []),
        ({"meta": True}, ["meta: {a: 1, b: [x]}"], ["meta: true"]),
        ({"lectures": (7, 8), "no": "18:00"}, [], ["lectures: [7, 8]", '"no": "18:00"']),
        ({"moderator": None}, [], []),
    ],
)
def test_a_change_touches_only_the_lines_it_means(
    changes: dict[str, Written | None], old: list[str], new: list[str]
) -> None:
    before, after = HEADER.split("\n"), set_header(HEADER, changes).split("\n")
    gone = [line for line in before if line not in after or before.count(line) > after.count(line)]
    come = [line for line in after if line not in before]
    # Of a blank line that went, only the count can tell.
    assert (sorted(set(gone)), come) == (sorted(set(old)), new)
    assert len(after) - len(before) == len(new) - len(old)


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("attendees: [가]  # who\nlast: 1\n", "attendees: [나]  # who\nabsent: [가]\nlast: 1\n"),
        ("참석자:\n  - 가\n\nlast: 1\n", "참석자:\n  - 나\nabsent: [가]\n\nlast: 1\n"),
        ("attendees:\nlast: 1\n", "attendees: [나]\nabsent: [가]\nlast: 1\n"),
        ("attendees: [가,\n  다]\nlast: 1\n", "attendees: [나]\nabsent: [가]\nlast: 1\n"),
        ("absent: [나]\nlast: 1\n", "absent: [가]\nattendees: [나]\nlast: 1\n"),
        ("last: 1\n", "last: 1\nattendees: [나]\nabsent: [가]\n"),
    ],
)
def test_who_is_absent_stands_below_who_is_there(text: str, after: str) -> None:
    changed = set_header(f"---\n{text}---\nbody", {"attendees": ("나",), "absent": ("가",)})
    assert f"---\n{after}---\nbody" == changed


def test_new_keys_stand_last_in_the_column_of_the_others() -> None:
    text = "---\r\n  title: a\r\n  # end\r\n---\r\nbody"
    assert set_header(text, {"author": "홍길동", "publish": False}) == (
        "---\r\n  title: a\r\n  # end\r\n  author: 홍길동\r\n  publish: false\r\n---\r\nbody"
    )


@pytest.mark.parametrize(
    ("text", "changed"),
    [
        ("# 회의\n", "---\ntitle: a\n---\n# 회의\n"),
        ("\ufeff# 회의\r\n", "\ufeff---\r\ntitle: a\r\n---\r\n# 회의\r\n"),
        ("", "---\ntitle: a\n---\n"),
        ("---\n열린 줄\n", "---\ntitle: a\n---\n---\n열린 줄\n"),
        ("---\n글\n---\n", "---\ntitle: a\n---\n---\n글\n---\n"),
        ("---\n---\n본문", "---\ntitle: a\n---\n본문"),
        ("---\n# title:\n---\n", "---\n# title:\ntitle: a\n---\n"),
    ],
)
def test_a_note_without_a_header_gets_one(text: str, changed: str) -> None:
    assert set_header(text, {"title": "a"}) == changed


def test_removing_from_a_note_without_a_header_changes_nothing() -> None:
    assert set_header("본문\n", {"title": None}) == "본문\n"


def test_a_list_on_several_lines_may_become_one_value_and_back() -> None:
    text = "---\nauthor:   # who\n- 홍길동\n- 성춘향\n# end\n---\n"
    assert set_header(text, {"author": "이몽룡"}) == "---\nauthor: 이몽룡   # who\n# end\n---\n"


def test_a_list_of_lists_is_replaced_as_a_whole() -> None:
    text = "---\ntags:\n  - [a]\n  - b: c\n---\n"
    assert set_header(text, {"tags": ("x", "z")}) == "---\ntags:\n  - x\n  - z\n---\n"


@pytest.mark.parametrize(
    "text",
    [
        "---\ntitle: a: b\n---\n본문\n",
        "---\n{title: a, author: b}\n---\n",
        "---\na: &x 홍길동\nauthor: *x\ntitle: &y t\nb: *y\n---\n",
        "---\na: 1\n? title\n: - a\n  - b\n---\n",
        "---\ntitle: &x\n  - a\n---\n",
    ],
)
def test_what_cannot_be_changed_safely_is_refused(text: str) -> None:
    with pytest.raises(StudylogError) as refused:
        set_header(text, {"title": ("c",), "태그": ("a",)}, "notes/a.md")
    assert refused.value.hint is not None


def test_a_repeated_key_is_changed_where_it_counts_and_not_removed() -> None:
    text = "---\ntitle: a\ntitle: b\n---\n"
    assert set_header(text, {"title": "c"}) == "---\ntitle: c\ntitle: b\n---\n"
    with pytest.raises(StudylogError):
        set_header(text, {"title": None})


def test_the_refusal_of_an_unreadable_header_says_where() -> None:
    with pytest.raises(StudylogError) as refused:
        set_header("---\na: 1\ntitle: a: b\n---\n", {"title": "c"}, "notes/a.md")
    assert str(refused.value.place) == "notes/a.md:3:9"


def test_half_a_character_is_refused() -> None:
    with pytest.raises(StudylogError):
        set_header(NOTE, {"title": "\ud83d"})


def test_text_is_written_composed() -> None:
    assert set_header("", {"title": "\u110c\u1166\u1106\u1169\u11a8"}) == "---\ntitle: 제목\n---\n"


# Headers as people, editors and other programs write them, entry by entry.

WORDS = (
    "회의록",
    "8/12(목)",
    "DL Basic",
    "no",
    "18:00",
    "true",
    "3",
    "1.50",
    "2021-08-12",
    "a b",
    "Q & A",
    "😀",
    "C#",
)
COMMENTS = ("", " # 댓글", "   # {x: [y", "\t# '")
KEYS = ("title", "참석자", "tags", "작성자", "layout", "📌 회의 유형", '"quoted key"', "x-y", "비고")


@dataclass(frozen=True)
class Entry:
    """One key with its lines; `comment` is what must stay when the value changes."""

    key: str
    lines: tuple[str, ...]
    comment: str = ""


def entry_of(random: Random, key: str) -> Entry:
    word, other = random.choice(WORDS), random.choice(WORDS)
    note, indent = random.choice(COMMENTS), random.choice(("", "  ", "    "))
    deeper, gap = indent or " ", random.choice((": ", ":   ", " : "))
    shapes = (
        Entry(key, (f"{key}{gap}{word}{note}",), comment=note),
        Entry(key, (f"{key}{gap}'{word}'{note}",), comment=note),
        Entry(key, (f'{key}{gap}"{word}\\n"{note}',), comment=note),
        Entry(key, (f"{key}:{note}",), comment=note),
        Entry(key, (f"{key}{gap}[{word}, '{other}']{note}",), comment=note),
        Entry(key, (f"{key}{gap}{{a: {written(word)}, b: [1]}}{note}",), comment=note),
        Entry(key, (f"{key}{gap}[", f"  {written(word)},{note}", f"  {written(other)}", " ]")),
        Entry(key, (f"{key}{gap}{word}", "  goes on", "", "  and on")),
        Entry(key, (f'{key}{gap}"{word}', ' # inside"')),
        Entry(key, (f"{key}{gap}|", f"  {word}", "", "  # inside", "   deep")),
        Entry(key, (f"{key}{gap}>-", f"    {word}")),
        Entry(key, (f"{key}:{note}", f"{indent}- {word}{note}", f"{indent}- {other}")),
        Entry(key, (f"{key}:", f"{indent}# one", f"{indent}-   {word}", "", f"{indent}- '{other}'")),
        Entry(key, (f"{key}:{note}", f"{deeper}a: {word}", f"{deeper}b:", f"{deeper} - {other}")),
    )
    return random.choice(shapes)


@dataclass(frozen=True)
class Note:
    """A generated note: what stands above and below the entry that is to be changed, None for a new one."""

    above: str
    entry: Entry | None
    below: str
    newline: str

    @property
    def text(self) -> str:
        own = "".join(line + self.newline for line in self.entry.lines) if self.entry else ""
        return self.above + own + self.below


def note_of(random: Random) -> Note:
    newline = random.choice(("\n", "\r\n", "\r"))
    chosen = [entry_of(random, key) for key in random.sample(KEYS, random.randint(1, 5))]
    target = random.randint(0, len(chosen))

    def lines(some: list[Entry]) -> list[str]:
        return [line for entry in some for line in (*entry.lines, *between(random))]

    above = [random.choice(("---", "--- ")), *between(random), *lines(chosen[:target])]
    below = [*between(random), *lines(chosen[target + 1 :]), random.choice(("---", "..."))]
    if target == len(chosen):
        below = below[-1:]
    body = "".join(random.choices("가a -#:\n\u2028---", k=random.randint(0, 30))).replace("\n", newline)
    return Note(
        above=random.choice(("", "\ufeff")) + "".join(line + newline for line in above),
        entry=chosen[target] if target < len(chosen) else None,
        below="".join(line + newline for line in below) + body,
        newline=newline,
    )


def between(random: Random) -> list[str]:
    return random.choices(("", "# 주석", " # indented", " "), k=random.choice((0, 0, 1, 2)))


VALUES = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.sampled_from(WORDS),
    st.lists(st.sampled_from(WORDS) | st.text("가a:#,[]'\" ", max_size=6), max_size=4).map(tuple),
    st.booleans(),
    st.integers(-99, 99),
    st.none(),
)


@given(st.integers(0, 2**40), VALUES)
@settings(max_examples=int(os.environ.get("STUDYLOG_EDITS", "600")))
def test_of_any_header_only_the_lines_that_are_meant_change(seed: int, value: Written | None) -> None:
    note = note_of(Random(seed))
    parts = split(note.text)
    # Where a word spoils the generated YAML there is nothing to change.
    before = plain(load(parts.header or "", "").root)
    # Without its last key a header of comments may read as text, and the change is refused.
    assume(isinstance(before, dict) and (value is not None or len(before) > 1))
    key = note.entry.key.strip('"') if note.entry else "새 키"
    changed = set_header(note.text, {key: value})
    assert changed.startswith(note.above)
    assert changed.endswith(note.below)
    between = changed[len(note.above) : len(changed) - len(note.below)]
    meant = plain(load(split(changed).header or "", "").root)
    assert isinstance(meant, dict | None)
    if value is None:
        assert between == ""
        assert key not in (meant or {})
        return
    assert meant is not None
    shown = list(value) if isinstance(value, tuple) else value
    assert repr(meant[key]) == repr(_composed(shown))
    if note.entry is None:
        assert len(re.findall(r"\r\n|\r|\n", between)) == 1
    else:
        assert note.entry.comment in between
        assert len(note.entry.lines) > 1 or len(re.findall(r"\r\n|\r|\n", between)) == 1
    assert split(changed).body == parts.body
    assert set_header(changed, {key: value}) == changed


def _composed(value: object) -> object:
    if isinstance(value, str):
        return nfc(value)
    return [_composed(item) for item in value] if isinstance(value, list) else value


@given(st.text(st.sampled_from("---\n: ab가#'\"[]{}|>&*\r\ufeff\t.")), VALUES)
@settings(max_examples=1500)
def test_any_text_is_changed_as_meant_or_refused(text: str, value: Written | None) -> None:
    before = split(text)
    try:
        changed = set_header(text, {"title": value})
    except StudylogError:
        return
    after = split(changed)
    assert (after.body, after.bom) == (before.body, before.bom)
    read = plain(load(after.header or "", "").root)
    title = read.get("title") if isinstance(read, dict) else None
    assert repr(title) == repr(_composed(list(value) if isinstance(value, tuple) else value))


@given(st.text(st.sampled_from("---\n: ab가#\r\ufeff\t.")))
@settings(max_examples=500)
def test_the_parts_are_the_whole_note(text: str) -> None:
    parts = split(text)
    assert text.endswith(parts.body)
    assert (parts.header or "") in text
    lines = re.split(r"\r\n|\r|\n", text[: len(text) - len(parts.body)])
    assert parts.body_line == len(lines)
