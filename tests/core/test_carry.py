"""What is carried into a note: put at its top, refreshed there, and nothing that people wrote is touched."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.carry.outlook import DuePromise, OpenQuestion, Outlook, PaperOfDay
from studylog.core.carry.placing import with_block
from studylog.core.carry.quoting import address, quoted
from studylog.core.carry.writing import END_LINE
from studylog.core.errors import Exit, StudylogError
from studylog.core.grammar.references import BEGIN, WRITTEN_REFERENCE
from studylog.core.markdown import parse
from studylog.core.parse import read_note
from studylog.core.people.roster import Person, Roster
from studylog.core.settings import Settings

PATH = "notes/2021/2021-08-12-daily.md"
DAY = date(2021, 8, 12)
SETTINGS = Settings(roster=Roster((Person("홍길동"), Person("성춘향"))))
NOTE = "---\ndate: 2021-08-12\ntype: daily\n---\n\n## 학습 내용 공유\n\nQ. 새로 물은 것?\nA. 답.\n"

IDS = tuple(f"k3f9a2{number:02}" for number in range(20))
SAID = """\
왜 루트 d로 나누나요?
왜 \\sqrt{x_1}로 나누고 x_12는 아닌가요?
1. 먼저 나누나요?
- [ ] 내일 정리해오기
# 제목?
`code` *em* [a](b.md) [[쪽]] $x_1$ <b>
https://a.b/c a@b.cd 입니까?
![[그림.png]]
> 인용
A. 답처럼
몽룡: 말처럼
~~~
```
<!-- /studylog:carry -->
---
=> 이것"""
TEXTS = st.one_of(
    st.sampled_from((*SAID.split("\n"), "Q. 질문?\nA. 답")),
    st.text(max_size=60),
)
FORMULAS = st.sampled_from(((), ("x_1", r"\sqrt{x_1}"), ("[a](b.md)", "x_1\n+ 1", "a$b_c")))
DAYS = st.one_of(st.none(), st.integers(0, 30).map(lambda days: DAY - timedelta(days)))
QUESTIONS = st.builds(
    OpenQuestion,
    id=st.sampled_from(IDS).map("q-{}".format),
    text=TEXTS,
    state=st.sampled_from(("open", "tentative", "deferred")),
    course=st.sampled_from((None, "DL Basic")),
    lecture=st.sampled_from((None, 7)),
    asked_on=DAYS,
    path=st.sampled_from(("notes/2021/2021-08-10.md", "notes/a (1).md", "notes/가 나/b.md")),
    formulas=FORMULAS,
)
PROMISES = st.builds(
    DuePromise,
    id=st.sampled_from(IDS).map("p-{}".format),
    text=TEXTS,
    people=st.sampled_from(((), ("성춘향",), ("성춘향", "이몽룡"))),
    due=DAYS,
    made_on=DAYS,
    path=st.just("notes/2021/2021-08-10.md"),
    line=st.just(3),
)
PAPERS = st.lists(st.builds(PaperOfDay, TEXTS, st.sampled_from((None, "성춘향")), DAYS), max_size=2).map(
    tuple
)
OUTLOOKS = st.builds(
    Outlook,
    day=st.just(DAY),
    questions=st.lists(QUESTIONS, max_size=4, unique_by=lambda one: one.id).map(tuple),
    questions_total=st.integers(4, 9),
    promises=st.lists(PROMISES, max_size=3, unique_by=lambda one: one.id).map(tuple),
    papers=PAPERS,
    missing=PAPERS,
)
LANGUAGES = st.sampled_from(("ko", "en"))
# What people write among the lines of the block.
LINES = """\
  - A. (춘향) 답입니다.
  ⇒ 이렇게
  생각) 아마
이어 쓴 줄

  ![그림](a.png)
- 나란히
  ```python
  x = 1 · `q-k3f9a201`
  ```
### 소제목
**굵게**
A. 답"""
WRITTEN = st.lists(st.sampled_from(LINES.split("\n")), max_size=5)


def carried(text: str, outlook: Outlook, language: str = "ko") -> str:
    return with_block(text, PATH, outlook, "en" if language == "en" else "ko", None)


@given(
    OUTLOOKS,
    LANGUAGES,
    st.sampled_from((NOTE, NOTE.replace("\n", "\r\n"), "\ufeff" + NOTE, "글", "", "# 제목\n글\n")),
)
def test_a_block_says_nothing_anew_and_leaves_the_rest_as_it_was(
    outlook: Outlook, language: str, note: str
) -> None:
    text = carried(note, outlook, language)
    before, after = (read_note(PATH, one.encode(), SETTINGS) for one in (note, text))
    assert [one.text for one in before.questions] == [one.text for one in after.questions]
    answers = [[answer.text for one in note.questions for answer in one.answers] for note in (before, after)]
    assert answers[0] == answers[1]
    assert before.promises == after.promises
    assert (before.papers, before.lectures, before.kept) == (after.papers, after.lectures, after.kept)
    assert [one.id for one in outlook.questions] == [one.id for one in after.carried]
    assert all(not one.answers and not one.promise for one in after.carried)
    assert before.title == after.title or before.title == after.title.lstrip("#")
    paths = {one.path for one in (*outlook.questions, *outlook.promises)}
    assert {address(path, PATH) for path in paths} >= {link.url for link in after.links}
    if not outlook.empty:
        head = text[: text.index("<!-- studylog:carry")].rstrip("\r\n")
        tail = text[text.rindex(END_LINE) + len(END_LINE) :].lstrip("\r\n")
        assert note.startswith(head) and note.endswith(tail)
        assert "" == note[len(head) : len(note) - len(tail)].strip("\r\n")


@given(OUTLOOKS, LANGUAGES)
def test_carried_twice_is_carried_once(outlook: Outlook, language: str) -> None:
    once = carried(NOTE, outlook, language)
    assert once == carried(once, outlook, language)


@given(st.lists(OUTLOOKS, min_size=1, max_size=4), st.data())
def test_what_people_wrote_survives_any_number_of_refreshes(
    outlooks: list[Outlook], data: st.DataObject
) -> None:
    text = carried(NOTE, outlooks[0])
    lines = text.split("\n")
    ends = [number for number, line in enumerate(lines) if WRITTEN_REFERENCE.search(line)]
    if not ends:
        return
    written = data.draw(st.lists(WRITTEN, min_size=len(ends), max_size=len(ends)))
    for number, more in sorted(zip(ends, written, strict=True), reverse=True):
        lines[number + 1 : number + 1] = more
    text = "\n".join(lines)
    try:
        fresh = [carried(text, outlook) for outlook in outlooks]
    except StudylogError:
        # A fence that is left open takes in the end of the block as well: then nothing is changed.
        return
    mine = [line for more in written for line in more if line.strip()]
    for outlook in outlooks:
        text = carried(text, outlook)
        assert text == carried(text, outlook)
        rest = iter(text.split("\n"))
        assert [] == [line for line in mine if line not in rest]
    assert text.endswith(NOTE.partition("\n\n")[2])
    assert fresh[0] == carried(fresh[0], outlooks[0])


def test_an_answer_and_a_tick_stay_when_what_they_belong_to_is_settled() -> None:
    question = OpenQuestion("q-k3f9a200", "왜요?", "open", None, 7, DAY, "notes/a.md")
    promise = DuePromise("p-k3f9a200", "내일 공유", (), DAY, DAY, "notes/a.md", 1)
    text = carried(NOTE, Outlook(DAY, (question,), 1, (promise,)))
    written = text.replace("`q-k3f9a200`", "`q-k3f9a200`\n  - A. 그래서요.").replace("- [ ]", "- [x]")
    after = carried(written, Outlook(DAY))
    assert "  - A. 그래서요." in after.split("\n")
    note = read_note(PATH, after.encode(), SETTINGS)
    assert ("그래서요.", ("p-k3f9a200",)) == (note.carried[0].answers[0].text, note.kept)


def test_lines_that_nobody_touched_go_when_they_are_settled() -> None:
    question = OpenQuestion("q-k3f9a200", "왜요?", "open", None, 7, DAY, "notes/a.md")
    text = carried(NOTE, Outlook(DAY, (question,), 1))
    after = carried(text, Outlook(DAY))
    assert "q-k3f9a200" not in after
    assert "남은 질문도 약속도 없음" in after


def test_a_note_without_anything_to_carry_is_not_touched() -> None:
    assert NOTE == carried(NOTE, Outlook(DAY))


def test_a_block_without_its_end_is_not_refreshed() -> None:
    question = OpenQuestion("q-k3f9a200", "왜요?", "open", None, 7, DAY, "notes/a.md")
    text = carried(NOTE, Outlook(DAY, (question,), 1)).replace(END_LINE, "")
    with pytest.raises(StudylogError) as stopped:
        carried(text, Outlook(DAY))
    assert (Exit.DECIDE, 6) == (stopped.value.exit_code, stopped.value.place and stopped.value.place.line)


def test_a_comment_that_is_only_shown_as_code_begins_no_block() -> None:
    note = f"{NOTE}\n```\n<!-- studylog:carry -->\n```\n"
    question = OpenQuestion("q-k3f9a200", "왜요?", "open", None, 7, DAY, "notes/a.md")
    text = carried(note, Outlook(DAY, (question,), 1))
    assert 2 == len(BEGIN.findall(text))
    assert text.endswith(note.partition("\n\n")[2])


@pytest.mark.parametrize(
    ("path", "way"),
    [
        ("notes/2021/a.md", "a.md"),
        ("notes/a (1).md", "../a%20%281%29.md"),
        ("notes/2022/b/c.md", "../2022/b/c.md"),
        ("notes/2021/x/가.md", "x/가.md"),
    ],
)
def test_the_way_to_another_note_is_told_from_here(path: str, way: str) -> None:
    assert way == address(path, PATH)


@pytest.mark.parametrize(
    ("text", "words", "linked"),
    [
        ("https://a.b/c_d <== 여기", r"https\://a.b/c_d \<\=\= 여기", r"https://a.b/c_d \<\=\= 여기"),
        ("[글](https://a.b)", r"\[글\](https\://a.b)", r"\[글\](https://a.b)"),
        ("*별* a@b", r"\*별\* a\@b", r"\*별\* a\@b"),
        ("가 " * 60 + "https://a.b/" + "c" * 90, None, None),
    ],
)
def test_addresses_are_left_whole_only_for_those_who_follow_them(
    text: str, words: str | None, linked: str | None
) -> None:
    if words is None:
        assert quoted(text) == quoted(text, linked=True)
    else:
        assert (words, linked) == (quoted(text), quoted(text, linked=True))


_SOURCES = st.sampled_from((r"\sqrt{d_k}", "x_1", "W^Q", r"\alpha", r"a_{[b](c)}", "*a_i*", "x_1\n+ y_1"))


@given(
    st.lists(st.one_of(_SOURCES, st.text("가a1 .,*_\\$[]()<>^{}|`~", max_size=6)), max_size=8).map("".join),
    st.lists(_SOURCES, max_size=4, unique=True),
)
def test_formulas_stand_in_their_dollars_and_nothing_else_means_anything(
    text: str, sources: list[str]
) -> None:
    """What is quoted is one line that says the same, and only formulas of the note are formulas in it."""
    tokens = parse(f"x {quoted(text, formulas=sources)} x")
    assert ["paragraph_open", "inline", "paragraph_close"] == [token.type for token in tokens]
    children = tokens[1].children or []
    assert {child.type for child in children} <= {"text", "text_special", "math_inline"}
    told = [" ".join(source.split()) for source in sources]
    assert all(child.content in told for child in children if child.type == "math_inline")
    said = "".join(child.content for child in children)
    assert bare(f"x {text} x") == bare(said)


def bare(text: str) -> str:
    return "".join(text.split()).replace("$", "")


# A formula that a long text is cut in, and one that is a long text by itself.
LONG = r"\frac{a + b}{c + d}"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (r"\sqrt{d_k}로 왜 나누나요? d_k 는요?", r"$\sqrt{d_k}$로 왜 나누나요? $d_k$ 는요?"),
        (r"$d_k$와 $$d_k$$", "$d_k$와 $d_k$"),
        ("d_k2와 2d_k와 d_k", r"d_k2와 2d_k와 $d_k$"),
        ("w * d_k", r"w \* $d_k$"),
        (f"{'가나다 ' * 34}: {LONG}라서", f"{('가나다 ' * 34).strip()}…"),
        (f"d_k {'가나다 ' * 30}나 {LONG}", f"$d_k$ {'가나다 ' * 30}나…"),
        (f"{LONG * 7}", f"${LONG * 7}$"),
    ],
)
def test_formulas_of_the_note_stand_in_dollars(text: str, line: str) -> None:
    assert line == quoted(text, formulas=("d_k", r"\sqrt{d_k}", LONG, LONG * 7))
