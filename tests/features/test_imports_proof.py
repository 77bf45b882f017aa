"""The proof: whatever can be read in a source can be read in its note, and what cannot is named."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.incoming.coverage import Coverage
from studylog.core.incoming.drafts import Attachment, Draft, PageLink, Refused
from studylog.core.incoming.readable import readable
from studylog.features.imports import import_notes, verify_notes
from studylog.store.notebook import Notebook, find
from tests.features.import_cases import OTHER, PAGE, bring, codes, files, notebook_in, page, statuses, write


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return notebook_in(tmp_path / "공책")


WORD = st.text(st.sampled_from("가나다라마바사abcxyz0189"), min_size=1, max_size=8)
# Ways in which Markdown shows a word.
SHOWN = st.sampled_from(
    [
        *("{}", "# {}", "### {}", "- {}", "* {}", "- [ ] {}", "> {}", "**{}**", "*{}*", "~~{}~~", "`{}`"),
        *("[{}](a.png)", "![{}](<a b.png>)", "[{}](Page%20x.md#{})", "[[{}]]", "[[Page|{}]]", "<b>{}</b>"),
        *("```\n{}\n```", "```python\n{}\n```", "    {}", "$$\n{}\n$$", "$ {}$", "| {} |\n|---|\n| {} |"),
        *("<details>\n<summary>{}</summary>\n\n{}\n</details>", "{}[^1]\n\n[^1]: {}", "{}\r\n{}"),
        *("[{}][r]\n\n[r]: a.png", '<img src="a.png" alt=""> {}', "- {}\n  - {}", "Q. {}\nA. {}"),
    ]
)


@st.composite
def shown(draw: st.DrawFn) -> tuple[str, str]:
    """A text in Markdown, and the words that can be read in it."""
    blocks, words = [], []
    for form in draw(st.lists(SHOWN, min_size=1, max_size=8)):
        visible = form.replace("#{}", "").count("{}")
        filled = form.replace("#{}", "#절")
        for _ in range(visible):
            words.append(draw(WORD))
            filled = filled.replace("{}", words[-1], 1)
        blocks.append(filled)
    return "\n\n".join(blocks) + "\n", "\n".join(words)


def imported(root: Path, *drafts: Draft) -> Coverage:
    notebook = notebook_in(root)
    covered = bring(notebook, *drafts).items[0].coverage
    assert covered is not None
    return covered


@settings(max_examples=60)
@given(shown())
def test_whatever_a_draft_holds_no_visible_character_is_missing(
    tmp_path_factory: pytest.TempPathFactory, text_and_words: tuple[str, str]
) -> None:
    text, words = text_and_words
    root = tmp_path_factory.mktemp("a")
    picture = str(write(root, "source/그림 (1).png", b"1"))
    draft = Draft(
        "a",
        text,
        {"title": "8/12(목) 회의록", "date": "2021-08-12", "source": PAGE},
        attachments=(Attachment("a.png", picture), Attachment("a b.png", picture)),
        pages=(PageLink("Page%20x.md", "b"), PageLink("Page", "b")),
        visible=f"8/12(목) 회의록\n{words}",
    )
    other = Draft("b", "글\n", {"title": "쪽", "source": OTHER})
    covered = imported(root / "공책", draft, other)
    assert () == covered.missing


@settings(max_examples=150)
@given(st.text(st.sampled_from("가나a1 \n\r\t#*_-`~[](){}<>!|\\$^&;:/.=\"'"), max_size=120))
def test_any_text_at_all_is_read_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    visible = readable(text)
    header = {"title": "제목", "source": PAGE}
    if visible.strip():
        root = tmp_path_factory.mktemp("a")
        assert () == imported(root, Draft("a", text, header, visible=visible)).missing


@settings(max_examples=60)
@given(st.text(st.sampled_from("가나a1 \n\r#*-`[]()<>!|$:.\ufeff\u3000é"), max_size=80))
def test_a_markdown_file_is_its_note_byte_for_byte(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    root = tmp_path_factory.mktemp("a")
    notebook = notebook_in(root / "공책")
    source = write(root, "a.md", "머리\n" + text)
    (item,) = import_notes(notebook, [source]).items
    assert item.coverage is not None and item.coverage.whole
    assert source.read_bytes() == (notebook.root / "notes/a.md").read_bytes()


@pytest.mark.parametrize(
    ("text", "visible", "missing"),
    [
        ("글 <!-- 숨은 말 --> 끝\n", "글 숨은 말 끝", "글 【숨은 말】 끝"),
        ("2 * 3 * 4 그리고 _밑줄_\n", "2 * 3 * 4 그리고 _밑줄_", "2 * 3 * 4 그리고 【_】밑줄【_】"),
        ("``` 맨 처음\n둘째 줄\n```\n", "맨 처음\n둘째 줄", "【맨 처음】 둘째 줄"),
    ],
)
def test_what_markdown_swallows_is_missing(notebook: Notebook, text: str, visible: str, missing: str) -> None:
    draft = Draft("a", text, {"title": "x", "source": PAGE}, visible=visible)
    (item,) = bring(notebook, draft).items
    assert item.coverage is not None and (missing,) == item.coverage.missing


@pytest.mark.parametrize(
    "visible",
    [
        "8/12(목) 회의록\n작성일시 @2021년 8월 6일 오후 6:00\n작성자 hong\n회의 유형 일일 회의\n글",
        "8/12(목) 회의록\nCreated: August 6, 2021 6:00 PM\nauthor: hong\n글",
        "8/12(목) 회의록 2021/08/06 6:00 PM 길동 글",
    ],
)
def test_what_the_header_has_in_another_form_is_there(tmp_path: Path, visible: str) -> None:
    notebook = notebook_in(tmp_path, "roster: [{name: 홍길동, aliases: [hong]}]\n")
    author = "hong" if "hong" in visible else "길동"
    draft = replace(page("글\n", created="2021-08-06T18:00", author=author), visible=visible)
    draft = replace(draft, visible=draft.visible.replace("Created", "created"))
    (item,) = bring(notebook, draft).items
    assert item.coverage is not None and () == item.coverage.missing
    assert "author: 홍길동" in files(notebook)["2021/2021-08-12-daily.md"]


def test_a_draft_in_which_nothing_can_be_read_has_no_share(notebook: Notebook) -> None:
    report = bring(notebook, Draft("a", "\n", {"title": "x", "source": PAGE}))
    assert (None, None) == (report.items[0].coverage, report.coverage)


def test_the_share_of_a_run_is_that_of_all_characters(notebook: Notebook) -> None:
    first = Draft("a", "가나다\n", {"title": "a", "source": PAGE}, visible="가나다라")
    second = Draft("b", "가나다라\n", {"title": "b", "source": OTHER}, visible="가나다라")
    refused = Refused("c", Finding(Place("c"), "error", "import", say("Check the name.")))
    report = bring(notebook, first, second, refused)
    assert (Coverage(7, 8), 87.5) == (report.coverage, report.coverage and report.coverage.percent)
    assert ["written", "written", "failed"] == statuses(report)


def test_verifying_reads_the_notes_as_they_are(notebook: Notebook, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    write(vault, "a.md", "하나 둘 셋 ![](a.png)\n")
    write(vault, "b.md", "넷 다섯\n")
    write(vault, "c.md", "여섯\n")
    write(vault, "a.png", b"1")
    import_notes(notebook, [vault])
    notes = notebook.root / "notes"
    (notes / "a.png").unlink()
    (notes / "b.md").write_text("다섯\n", encoding="utf-8")
    (notes / "c.md").unlink()
    before = sorted(notes.rglob("*"))
    report = verify_notes(find(notebook.root), [vault])
    assert ["incomplete", "incomplete", "missing"] == statuses(report)
    assert [(), ("【넷】 다섯",), ("【여섯】",)] == [
        item.coverage.missing if item.coverage else None for item in report.items
    ]
    assert [["attachment"], [], []] == [codes(item) for item in report.items]
    assert before == sorted(notes.rglob("*"))


def test_verifying_what_is_there_finds_everything(notebook: Notebook, tmp_path: Path) -> None:
    source = write(tmp_path, "m.md", "# 8/12(목)\n\n작성일시: 2021년 8월 6일\n\n글\n")
    import_notes(notebook, [source])
    # Other edits do no harm.
    note = notebook.root / "notes/2021/2021-08-12-meeting.md"
    note.write_text(note.read_text(encoding="utf-8") + "더\n", encoding="utf-8")
    assert ["whole"] == statuses(verify_notes(find(notebook.root), [source]))


def test_a_remark_about_a_part_of_a_source_is_no_failed_page(notebook: Notebook) -> None:
    remark = Refused("b", Finding(Place("b"), "warning", "part", say("Check the name.")))
    report = bring(notebook, page(), remark)
    assert ["written"] == statuses(report)
    assert remark.finding in report.findings
