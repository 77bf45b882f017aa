"""Reading never fails, and no word of a note is lost on its page: for any text, and for real notes."""

import html
import json
import re
import tarfile
from urllib.parse import unquote

import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from studylog.core.body.parts import parts_of
from studylog.core.facts import note_facts
from studylog.core.markdown.context import PictureLink, RenderContext
from studylog.core.model import Part
from studylog.core.parse import read, read_note
from studylog.core.people.roster import Person, Roster
from studylog.core.settings import Settings
from studylog.core.text import nfc
from tests.realdata import REAL, needs

SETTINGS = Settings(roster=Roster((Person("홍길동"), Person("이몽룡"))))
CONTEXT = RenderContext(
    link=lambda url: url, image=lambda source: PictureLink("assets/a.png"), wikilink=lambda name: None
)
HANGUL = re.compile(r"[가-힣]{2,}")
WORD = re.compile(r"[가-힣a-zA-Z0-9]{2,}")

# Pieces of notes as people write them; any of them may follow any other.
LINES = st.sampled_from(
    [
        "# 8/12(목) 회의록",
        "### 1. 강의 내용 중 질문하기",
        "#### 7강 Further Questions",
        "- 게이트는 무엇인가요?",
        "  - 이어지는 항목",
        "1. 첫째 항목",
        "   2) 둘째 항목",
        "Q1. 물음표가 있나요? ^q-k3f9a2bc",
        "Q2. 물음",
        "2-1. 작은 물음인가요?",
        "A1. 대답입니다 $x^2$",
        "생각) 짐작",
        "(+추가) 몽룡님 : 덧붙임",
        "⇒ 화살표",
        "> 인용된 말",
        "> Q. 인용된 물음?",
        "```python",
        "print(1)",
        "```",
        "$$",
        "a = b",
        "| 논문 | 발표자 | 날짜 |",
        "|---|---|---|",
        "| 잔차망 | 몽룡 | 8/13(금) |",
        "### 2. 논문 리뷰",
        "#### (1) 잔차망",
        "발표자료: <https://example.org/slides.pdf>",
        "- [ ] 할일 @길동",
        "**굵은 줄**",
        "![그림](a.png)",
        "[[다른 노트]]",
        "<details><summary>Q3. 접힌 물음?</summary>",
        "</details>",
        "<b>열린",
        "각주[^1]",
        "[^1]: 각주의 말",
        "---",
        "> [!NOTE] 알림",
        "",
        "",
    ]
)
BODIES = st.lists(LINES, max_size=30).map("\n".join)


def shown(parts: tuple[Part, ...]) -> str:
    return " ".join(piece for part in parts for piece in (part.html, part.context, *part.answers))


def visible(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page)) + html.unescape(page)


@given(st.binary(max_size=400))
@settings(max_examples=300)
def test_any_bytes_are_a_note(content: bytes) -> None:
    assert read_note("notes/a.md", content, SETTINGS).path == "notes/a.md"


@given(st.text(max_size=400))
@settings(max_examples=300)
def test_any_text_has_a_page(text: str) -> None:
    content = text.encode("utf-8", "surrogatepass")
    assert isinstance(parts_of(read("notes/a.md", content, SETTINGS), CONTEXT), tuple)


@given(BODIES)
@settings(max_examples=400)
def test_every_word_of_a_note_is_on_its_page_in_order(body: str) -> None:
    content = f"---\ntitle: 제목\n---\n{body}".encode()
    page = visible(shown(parts_of(read("notes/2021-08-12.md", content, SETTINGS), CONTEXT)))
    written = re.sub(r"</?\w+>|\[!NOTE\]|^```\w*|\^q-\w+|\|---.*|^\[\^1\]:", "", body, flags=re.MULTILINE)
    assert [word for word in WORD.findall(written) if word not in page and word.lower() not in page] == []


@given(BODIES)
@settings(max_examples=200)
def test_every_question_and_answer_has_its_part(body: str) -> None:
    content = body.encode()
    note = read_note("notes/2021-08-12.md", content, SETTINGS)
    parts = parts_of(read("notes/2021-08-12.md", content, SETTINGS), CONTEXT)
    for number, question in enumerate(note.questions):
        mine = [part for part in parts if part.question == number]
        assert mine, question.text
        assert sum(len(part.answers) for part in mine) >= len(question.answers)


@given(BODIES)
@settings(max_examples=100)
def test_reading_twice_gives_the_same(body: str) -> None:
    assert read_note("a.md", body.encode(), SETTINGS) == read_note("a.md", body.encode(), SETTINGS)


@needs("hostile", "vault")
def test_any_header_of_the_yaml_test_suite_leaves_the_note_readable() -> None:
    for file in sorted((REAL / "hostile/yaml-test-suite").glob("*.yaml")):
        for case in yaml.safe_load(file.read_text(encoding="utf-8")):
            header = str(case.get("yaml", ""))
            text = f"---\n{header}\n---\n# 8/12(목) 회의록\n\nQ. 왜 그런가요?\n"
            note = read_note("notes/2021-08-12-daily.md", text.encode(), SETTINGS)
            assert note.date is not None, file.name
            assert "왜 그런가요?" in [question.text for question in note.questions], file.name


@needs("hostile", "vault")
def test_any_naughty_string_can_be_a_title_a_name_a_tag_and_a_body() -> None:
    for naughty in json.loads((REAL / "hostile/blns.json").read_text(encoding="utf-8")):
        text = (
            f"---\ntitle: {naughty}\ntags: [{naughty}]\nauthor: {naughty}\n---\n{naughty}\n\nQ. {naughty}\n"
        )
        content = text.encode("utf-8", "surrogatepass")
        note = read_note("notes/2021-08-12.md", content, SETTINGS)
        assert note.path == "notes/2021-08-12.md"
        assert isinstance(parts_of(read(note.path, content, SETTINGS), CONTEXT), tuple)


@needs("hostile", "vault")
def test_every_word_of_real_notes_is_on_their_pages() -> None:
    """A sample of the thousand notes of the vault: one in ten."""
    with tarfile.open(REAL / "vault/johngrib-md.tar.gz") as archive:
        members = sorted((one for one in archive if one.name.endswith(".md")), key=lambda one: one.name)
        for member in members[::10]:
            opened = archive.extractfile(member)
            assert opened is not None
            content = opened.read()
            facts = note_facts(member.name, content, SETTINGS)
            page = visible(shown(parts_of(read(member.name, content, SETTINGS), CONTEXT)))
            page += re.sub(r"\s", "", page) + unquote(page) + facts.title
            # Addresses, labels of links and names of footnotes are no words: Hangul is, wherever it stands.
            body = re.sub(r"^\s*```.*|\[\^[^\]]+\]:?", " ", nfc(facts.split.body), flags=re.MULTILINE)
            assert [word for word in HANGUL.findall(body) if word not in page] == [], member.name


def test_a_question_leads_to_any_number_of_others() -> None:
    body = "Q. 왜?\nA. 그래서\n\n" + "그럼 왜요?\n\nA. 네\n\n" * 1_500
    questions = read_note("a.md", body.encode(), SETTINGS).questions
    assert [asked.parent for asked in questions] == [None, *range(1_500)]


def test_headings_that_are_alike_have_addresses_of_their_own() -> None:
    body = "# 쪽\n\n## 같은 말\n\n## 같은 말-2\n\n## 같은 말\n\n## 같은 말\n\n## 같은 말-2\n"
    anchors = [section.anchor for section in read_note("a.md", body.encode(), SETTINGS).sections]
    assert anchors == ["같은-말", "같은-말-2", "같은-말-3", "같은-말-4", "같은-말-2-2"]
