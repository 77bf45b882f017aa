"""The health of a notebook."""

from datetime import timedelta
from pathlib import Path

from studylog.core.findings import Finding, Place, Severity
from studylog.core.i18n import say
from studylog.features.check import Health, check, check_notebook, github_lines, told_once
from studylog.store.index.lists import IndexLists
from studylog.store.index.reading import IndexLibrary
from studylog.store.notebook import find
from tests.features.site_notebook import PIXEL, TODAY, build_site
from tests.indexes import fresh


def finding(path: str, line: int, severity: Severity, code: str = "code") -> Finding:
    return Finding(Place(path, line), severity, code, say("Something."))


LAST, FIRST = finding("b.md", 2, "warning"), finding("a.md", 10, "error")
ADVICE = finding("a.md", 9, "note")


def test_findings_stand_in_order_of_place_each_once() -> None:
    assert Health((ADVICE, FIRST, LAST), 1, 1, 1) == check([LAST, FIRST], [ADVICE, LAST])


def test_advice_alone_is_sound() -> None:
    assert (True, True, False, False) == tuple(
        check(found).sound for found in ([], [ADVICE], [LAST], [FIRST])
    )


def test_what_is_in_a_finding_cannot_break_out_of_an_annotation() -> None:
    odd = finding("a,b:c\n.md", 3, "note", "x")
    line = "::notice file=a%2Cb%3Ac%0A.md,line=3,col=1,title=x::50%25%0A::error::"
    assert [line] == [*github_lines([(odd, "50%\n::error::")])]


def test_versions_of_an_import_that_wait_are_found(tmp_path: Path) -> None:
    (tmp_path / "studylog.yaml").touch()
    (tmp_path / "notes").mkdir()
    for name in ("a.md", "a.md.incoming"):
        (tmp_path / "notes" / name).write_text("글\n", encoding="utf-8")
    notebook = find(tmp_path)
    with fresh(notebook) as db:
        health = check_notebook(notebook, IndexLists(db), TODAY)
    assert [("notes/a.md", "incoming")] == [(each.place.path, each.code) for each in health.findings]


def test_a_logo_that_a_site_cannot_show_is_found_as_its_build_finds_it(tmp_path: Path) -> None:
    (tmp_path / "notes").mkdir()
    (tmp_path / "damaged.png").write_bytes(b"no picture")
    (tmp_path / "logo.pdf").write_bytes(b"%PDF-1.4")
    (tmp_path / "good.png").write_bytes(PIXEL)
    codes = {}
    for logo in ("gone.png", "damaged.png", "logo.pdf", "good.png"):
        (tmp_path / "studylog.yaml").write_text(f"site: {{logo: {logo}}}\n", encoding="utf-8")
        notebook = find(tmp_path)
        with fresh(notebook) as db:
            found = check_notebook(notebook, IndexLists(db), TODAY).findings
        codes[logo] = [one.code for one in found]
        assert len(found) == build_site(tmp_path, tmp_path.parent / f"site of {logo}").site.warnings
    assert codes == {
        "gone.png": ["dead-picture"],
        "damaged.png": ["unshown-picture"],
        "logo.pdf": ["unshown-picture"],
        "good.png": [],
    }


def test_sections_may_be_empty_until_the_day_of_their_meeting_is_over(tmp_path: Path) -> None:
    (tmp_path / "studylog.yaml").touch()
    (tmp_path / "notes").mkdir()
    day = "---\ndate: {}\ntype: daily\n---\n## 건의사항\n"
    for name, written in (("before", "2021-08-12"), ("today", "2021-08-13"), ("coming", "2021-08-14")):
        (tmp_path / "notes" / f"{name}.md").write_text(day.format(written), encoding="utf-8")
    notebook = find(tmp_path)
    with fresh(notebook) as db:
        found = check_notebook(notebook, IndexLists(db), TODAY).findings
        library = IndexLibrary(db)
        (group,) = library.findings.groups(TODAY, 9)
        counts = [library.findings.count(TODAY + timedelta(days=days)) for days in (0, 1, 2)]
    assert [("notes/before.md", "empty-section")] == [(one.place.path, one.code) for one in found]
    assert (1, found) == (group.count, group.first)
    assert [1, 2, 3] == counts


def test_who_is_not_on_the_roster_is_told_once_with_how_many_more_notes_have_the_name() -> None:
    def unknown(path: str, line: int, name: str) -> Finding:
        return Finding(
            Place(path, line), "warning", "unknown-person", say("“{name}” is not on the roster.", name=name)
        )

    first, again, other = unknown("a.md", 1, "가"), unknown("b.md", 1, "가"), unknown("b.md", 1, "나")
    same_note = unknown("a.md", 9, "가")
    assert [(first, 1), (other, 0), (LAST, 0), (LAST, 0)] == [
        *told_once([first, same_note, again, other, LAST, LAST])
    ]
