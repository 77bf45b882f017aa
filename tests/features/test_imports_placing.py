"""Where pages come to lie, by which they are found again, and how their links follow."""

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from studylog.core.i18n import translate
from studylog.core.incoming.drafts import Attachment, Draft, PageLink
from studylog.features.imports import ImportReport
from studylog.store.notebook import Notebook
from tests.features.import_cases import (
    OTHER,
    PAGE,
    bring,
    codes,
    files,
    marks,
    notebook_in,
    page,
    statuses,
    write,
)


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return notebook_in(tmp_path / "공책")


def paths(report: ImportReport) -> list[str]:
    return [item.path.removeprefix("notes/") for item in report.items]


def test_pages_of_one_day_stand_beside_each_other(notebook: Notebook) -> None:
    both = page(source=PAGE), page(source=OTHER)
    assert ["2021/2021-08-12-daily.md", "2021/2021-08-12-daily-2.md"] == paths(bring(notebook, *both))
    # Each keeps its note, in whatever order they come.
    assert ["2021/2021-08-12-daily-2.md", "2021/2021-08-12-daily.md"] == paths(bring(notebook, *both[::-1]))


def test_a_page_without_a_day_is_called_by_its_title(notebook: Notebook) -> None:
    draft = Draft("x", "글", {"title": "용어집: 1장", "source": PAGE})
    assert ["용어집-1장.md"] == paths(bring(notebook, draft))


def test_a_place_becomes_a_name_that_every_system_takes(notebook: Notebook) -> None:
    draft = Draft("x", "글", {"title": "x", "source": PAGE}, place="위키/Q: 왜?/con.md")
    assert ["위키/Q 왜/con_.md"] == paths(bring(notebook, draft))


def test_names_that_differ_in_case_only_are_kept_apart(notebook: Notebook) -> None:
    drafts = [Draft(name, name, {}, place=name) for name in ("Adam.md", "adam.md", "adam-2.md")]
    assert ["Adam.md", "adam-3.md", "adam-2.md"] == paths(bring(notebook, *drafts))
    assert ["unchanged"] * 3 == statuses(bring(notebook, *drafts))


def test_a_page_of_notion_is_known_by_its_id_wherever_it_lies(notebook: Notebook) -> None:
    bring(notebook, page("하나\n"))
    note = notebook.root / "notes/2021/2021-08-12-daily.md"
    note.rename(notebook.root / "notes/다른 이름.md")
    report = bring(notebook, page("둘\n", title="8/13(금) 제목도 다른", date="2021-08-13"))
    assert (["다른 이름.md"], ["updated"]) == (paths(report), statuses(report))


def test_a_print_and_an_export_of_one_page_are_one_note(notebook: Notebook) -> None:
    created = "2021-08-06T18:00"
    bring(notebook, page("하나\n", source="Week2_0812.pdf", created=created))
    report = bring(notebook, page("둘\n", source=PAGE, created=created))
    assert (["2021/2021-08-12-daily.md"], ["updated"]) == (paths(report), statuses(report))


def test_a_name_of_a_file_is_no_proof(notebook: Notebook) -> None:
    bring(notebook, page(source="a/minutes.md"))
    other = page(source="b/minutes.md", title="8/13(금) 회의록", date="2021-08-13")
    assert ["2021/2021-08-13-daily.md"] == paths(bring(notebook, other))
    moved = notebook.root / "notes/2021/2021-08-12-daily.md"
    moved.rename(notebook.root / "notes/옛 회의.md")
    assert ["옛 회의.md"] == paths(bring(notebook, page(source="c/minutes.md")))


def test_two_sources_of_one_page_in_one_run_are_both_kept_and_told(notebook: Notebook) -> None:
    created = "2021-08-06T18:00"
    first = page("하나\n", source=PAGE, created=created)
    second = Draft(
        "Week2_0812.pdf",
        "둘\n",
        {**first.header, "source": "Week2_0812.pdf"},
    )
    report = bring(notebook, first, second)
    assert ["2021/2021-08-12-daily.md", "2021/2021-08-12-daily-2.md"] == paths(report)
    assert [[], ["same-page"]] == [codes(item) for item in report.items]
    assert ["unchanged"] * 2 == statuses(bring(notebook, first, second))


def test_a_note_of_ones_own_on_that_day_is_another_one(notebook: Notebook) -> None:
    write(notebook.root, "notes/2021/2021-08-12-daily.md", "---\ndate: 2021-08-12\n---\n내 회의록\n")
    assert ["2021/2021-08-12-daily-2.md"] == paths(bring(notebook, page()))


def test_links_between_pages_lead_to_their_notes(notebook: Notebook) -> None:
    first = Draft(
        "a",
        "[그날](Day%20abc.md#결론) <a href='Day%20abc.md'>그날</a> `[그날](Day%20abc.md)`\n",
        {"title": "모음", "source": PAGE},
        pages=(PageLink("Day%20abc.md", "b"), PageLink("none.md", "c")),
        place="모음/첫 장 (1).md",
    )
    second = page("[모음](../x.md)\n", source=OTHER)
    second = Draft("b", second.text, second.header, pages=(PageLink("../x.md", "a"),))
    report = bring(notebook, first, second)
    assert (
        "[그날](../2021/2021-08-12-daily.md#결론) <a href='../2021/2021-08-12-daily.md'>그날</a> "
        "`[그날](Day%20abc.md)`\n"
    ) == files(notebook)["모음/첫 장 (1).md"].partition("---\n\n")[2]
    assert "[모음](../모음/첫%20장%20%281%29.md)" in files(notebook)["2021/2021-08-12-daily.md"]
    assert [(2, 1), (1, 0)] == [(item.links_mended, item.links_lost) for item in report.items]


def test_files_without_a_place_lie_in_a_folder_beside_the_note(notebook: Notebook, tmp_path: Path) -> None:
    one, same, two = (
        write(tmp_path, name, content)
        for name, content in [("a/image.png", b"1"), ("b/x.png", b"1"), ("c/image.png", b"2")]
    )
    draft = page('![](i1.png "제목") ![](i2.png) [](<i 3.png>)\n')
    draft = Draft(
        draft.source,
        draft.text,
        {**draft.header, "source": "i1.png", "첨부": ("i 3.png",)},
        attachments=(
            Attachment("i1.png", str(one)),
            Attachment("i2.png", str(same)),
            Attachment("i 3.png", str(two)),
        ),
    )
    report = bring(notebook, draft)
    text = files(notebook)["2021/2021-08-12-daily.md"]
    assert text.endswith(
        '![](2021-08-12-daily/image.png "제목") ![](2021-08-12-daily/image.png)'
        " [](<2021-08-12-daily/image-2.png>)\n"
    )
    assert "source: 2021-08-12-daily/image.png\n첨부: [2021-08-12-daily/image-2.png]\n" in text
    assert ["2021/2021-08-12-daily/image-2.png", "2021/2021-08-12-daily/image.png"] == [*files(notebook)][:2]
    assert 2 == report.items[0].attachments


def test_pictures_keep_their_names_when_others_come_between(notebook: Notebook, tmp_path: Path) -> None:
    old, new = write(tmp_path, "a/image.png", b"old"), write(tmp_path, "b/image.png", b"new")

    def imported(*pictures: Path) -> str:
        draft = page("".join(f"![](i{number})" for number in range(len(pictures))))
        attached = tuple(Attachment(f"i{number}", str(file)) for number, file in enumerate(pictures))
        bring(notebook, Draft(draft.source, draft.text, draft.header, attachments=attached))
        return files(notebook)["2021/2021-08-12-daily.md"].rpartition("---\n\n")[2]

    folder = "2021-08-12-daily"
    assert f"![]({folder}/image.png)" == imported(old)
    assert f"![]({folder}/image-2.png)![]({folder}/image.png)" == imported(new, old)


def test_a_file_that_is_gone_is_a_lost_link(notebook: Notebook, tmp_path: Path) -> None:
    draft = page("![](a.png)\n")
    gone = Attachment("a.png", str(tmp_path / "a.png"))
    report = bring(notebook, Draft(draft.source, draft.text, draft.header, attachments=(gone,)))
    assert (["written"], ["attachment"], 1) == (
        statuses(report),
        codes(report.items[0]),
        report.items[0].links_lost,
    )


def test_a_file_to_which_nothing_refers_comes_along(notebook: Notebook, tmp_path: Path) -> None:
    draft = page("글\n")
    file = Attachment("", str(write(tmp_path, "a.csv", "1\n")))
    report = bring(notebook, Draft(draft.source, draft.text, draft.header, attachments=(file,)))
    assert ("1\n", []) == (files(notebook)["2021/2021-08-12-daily/a.csv"], codes(report.items[0]))


def test_people_are_called_as_on_the_roster_and_proposed_once(tmp_path: Path) -> None:
    notebook = notebook_in(tmp_path / "공책", "roster: [{name: 홍길동, aliases: [hong]}, 성춘향]\n")
    people = ("길동", "춘향님", "이몽룡님", "멘토님")
    first = Draft("a", "글\n", {"title": "a", "author": "hong", "attendees": people, "source": PAGE})
    second = Draft("b", "글\n", {"title": "b", "source": OTHER, "author": "이몽룡"})
    report = bring(notebook, first, second)
    text = files(notebook)["a.md"]
    assert "author: 홍길동\nattendees: [홍길동, 성춘향, 이몽룡님, 멘토님]\n" in text
    (finding,) = report.findings
    assert "Not on the roster: 이몽룡." == translate(finding.message, "en")
    assert finding.hint and translate(finding.hint, "en").endswith("studylog.yaml:\n      - 이몽룡")


def test_the_lines_of_the_proposal_are_a_roster(notebook: Notebook) -> None:
    (finding,) = bring(notebook, page(author="홍길동")).findings
    assert finding.hint and translate(finding.hint, "en").endswith(
        "studylog.yaml:\n    roster:\n      - 홍길동"
    )


PLACES = st.sampled_from(
    ["a.md", "A.md", "a-2.md", "b/a.md", "B/a.md", "con.md", "x: y.md", "x y.md", "가.md", "\u1100\u1161.md"]
)
TITLES = st.sampled_from(["8/12(목)", "8/13", "용어", "용어:", "용어-2", "", "con", "a" * 300])


@st.composite
def some_drafts(draw: st.DrawFn) -> list[Draft]:
    found = []
    for number in range(draw(st.integers(1, 7))):
        place = draw(st.none() | PLACES)
        header = {"title": draw(TITLES), "created": "2021-08-06T18:00"}
        source = draw(st.sampled_from([f"https://www.notion.so/{number:032x}", f"{number}.md", "same.md"]))
        whole = place is not None and draw(st.booleans())
        found.append(
            Draft(str(number), f"글 {number}\n", {} if whole else header | {"source": source}, place)
        )
    # Files have different names where they lie.
    places = [draft.place for draft in found if not draft.header]
    return [draft for draft in found if draft.header or places.count(draft.place) == 1]


@settings(max_examples=100)
@given(some_drafts(), st.randoms(use_true_random=False))
def test_no_two_pages_take_one_path_and_each_keeps_its_own(
    tmp_path_factory: pytest.TempPathFactory, drafts: list[Draft], chance: random.Random
) -> None:
    notebook = notebook_in(tmp_path_factory.mktemp("a"))
    first = bring(notebook, *drafts)
    assert {"written"} >= {*statuses(first)}
    assert len(drafts) == len({item.path.casefold() for item in first.items})
    before = marks(notebook)
    chance.shuffle(drafts)
    again = bring(notebook, *drafts)
    told_apart = [draft for draft in drafts if draft.header.get("source") != "same.md"]
    if len(told_apart) == len(drafts):
        assert {"unchanged"} >= {*statuses(again)}
        assert before == marks(notebook)
    assert len(drafts) == len(files(notebook))
