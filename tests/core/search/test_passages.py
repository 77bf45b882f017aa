"""What of a notebook can be found: every word once, where people look for it."""

import subprocess
import sys
from pathlib import Path

import pytest

from studylog.core.search.documents.document import Document
from studylog.core.search.queries.query import parse
from studylog.core.search.ranking.find import search
from tests.core.search.memory import index_of
from tests.core.search.notebook import documents
from tests.features.site_notebook import make


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Document]:
    root = make(tmp_path_factory.mktemp("search") / "notebook")
    long = "\n\n".join(f"## {n}절\n\n" + f"낱말{n} " * 200 for n in range(8))
    (root / "notes" / "긴 글.md").write_text(
        f"# 긴 글\n\n{long}\n\n[가리킴](https://far.example/%EA%B8%80)\n", "utf-8"
    )
    return {one.id: one for one in documents(root)}


def names(found: dict[str, Document], query: str) -> list[str]:
    index = index_of(found.values())
    return [index.document(hit.number).id for hit in search(index, parse(query)).hits if hit.complete]


def test_a_question_is_found_by_its_answers_and_by_where_it_stands(found: dict[str, Document]) -> None:
    question = found["question:q-k3f9a2bc"]
    assert "24:37 W^Q는 어디에서 오나요?" == question.heading
    assert question.text.startswith("입력에 곱해서 얻습니다.")
    assert {("course", "DL Basic"), ("lecture", "8"), ("person", "성춘향")} <= set(question.facets)
    for query in ("입력에 곱해서", "강의:8 사람:춘향", "8강 어디에서 오나요", "Transformer 어디에서 오나요"):
        assert "question:q-k3f9a2bc" in names(found, query), query


def test_a_note_has_what_is_no_question(found: dict[str, Document]) -> None:
    note = found["note:notes/2021-08-11.md"]
    assert ("meeting", "8/11(수) 회의록") == (note.kind, note.title)
    assert "8강 Further Questions" in note.heading
    assert "헤드를 나누는" not in note.text
    assert {"논문 3쪽", 'return "값"'} <= {line.strip() for line in note.text.splitlines()}


def test_the_cells_of_a_table_are_words_of_their_own(found: dict[str, Document]) -> None:
    assert "모델 정확도\nXception 79.0" in found["note:notes/2021-08-11.md"].text


def test_a_long_note_is_found_in_pieces_each_with_its_heading(found: dict[str, Document]) -> None:
    pieces = [one for id_, one in found.items() if id_.startswith("note:notes/긴 글.md")]
    assert len(pieces) > 2
    assert all(len(one.text) < 4000 for one in pieces)
    assert [pieces[0].url] == [one.url for one in pieces if "#" not in one.url]
    last = names(found, "낱말7")[0]
    assert found[last].url.endswith("#7절") or "7절" in found[last].heading


def test_an_address_behind_words_finds_its_note(found: dict[str, Document]) -> None:
    assert ["note:notes/긴 글.md"] == names(found, "far.example")
    assert all("far.example" not in one.text for one in found.values())


def test_a_paper_is_found_by_its_title_and_its_presenter(found: dict[str, Document]) -> None:
    assert "paper:xception" == names(found, "xception 종류:논문")[0]
    assert ["paper:xception"] == names(found, "사람:몽룡 종류:논문")


def test_every_document_has_a_page_of_its_kind(found: dict[str, Document]) -> None:
    folders = {"question": "questions/", "note": "notes/", "meeting": "meetings/", "paper": "papers/"}
    assert [] == [one.id for one in found.values() if not one.url.startswith(folders[one.kind])]


def test_searching_loads_no_parser_of_markdown() -> None:
    names = ("documents.passages", "index.shards", "queries.query", "ranking.find", "snippets")
    loads = ", ".join(f"studylog.core.search.{name}" for name in names)
    code = f"import sys, {loads}; print('markdown_it' in sys.modules)"
    root = Path(__file__).parents[3]
    assert "False" == subprocess.check_output([sys.executable, "-c", code], cwd=root, text=True).strip()
