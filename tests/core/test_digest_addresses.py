"""Each page has a name of its own, whatever files are called."""

import unicodedata
from dataclasses import replace

from studylog.core.digest.addresses import assign
from tests.core.digest_cases import made

MEETING = """\
---
date: 2021-08-12
type: daily
---
"""


def test_a_meeting_is_named_by_day_and_type() -> None:
    site = made({"notes/a.md": MEETING})
    assert {"notes/a.md": "meetings/2021-08-12-daily.html"} == site.addresses.notes


def test_a_meeting_without_a_type_is_a_meeting() -> None:
    site = made({"notes/a.md": MEETING.replace("type: daily", "title: 8/12(목) 회의록")})
    assert {"notes/a.md": "meetings/2021-08-12-meeting.html"} == site.addresses.notes


def test_a_second_meeting_of_a_day_and_type_is_counted_and_nothing_to_mend() -> None:
    site = made({"notes/b.md": MEETING, "notes/a.md": MEETING})
    assert "meetings/2021-08-12-daily.html" == site.addresses.notes["notes/a.md"]
    assert "meetings/2021-08-12-daily-2.html" == site.addresses.notes["notes/b.md"]
    assert () == site.addresses.findings


def test_other_notes_keep_their_path_and_their_hangul() -> None:
    site = made({"notes/용어집.md": "# 용어집", "notes/papers/ResNet 읽기.md": "# ResNet"})
    assert {
        "notes/용어집.md": "notes/용어집.html",
        "notes/papers/ResNet 읽기.md": "notes/papers-resnet-읽기.html",
    } == site.addresses.notes


def test_upper_and_lower_case_get_two_pages_and_a_finding() -> None:
    site = made({"notes/cnn.md": "# a", "notes/CNN.md": "# b"})
    assert {"notes/CNN.md": "notes/cnn.html", "notes/cnn.md": "notes/cnn-2.html"} == site.addresses.notes
    assert [("notes/cnn.md", "page-name")] == [(f.place.path, f.code) for f in site.addresses.findings]


def test_composed_and_decomposed_hangul_get_two_pages_and_a_finding() -> None:
    composed = "notes/용어집.md"
    decomposed = unicodedata.normalize("NFD", composed)
    site = made({decomposed: "# a", composed: "# b"})
    assert {"notes/용어집.html", "notes/용어집-2.html"} == set(site.addresses.pages)
    assert ["page-name"] == [finding.code for finding in site.addresses.findings]


def test_two_files_that_read_as_one_path_get_two_pages() -> None:
    notes = tuple(made({"notes/용어집.md": text}).collection.notes[0] for text in ("# a", "# b"))
    addresses = assign(replace(made({}).collection, notes=notes))
    assert {"notes/용어집.html", "notes/용어집-2.html"} == set(addresses.pages)
    assert 1 == len(addresses.findings)


def test_a_note_called_index_does_not_take_the_place_of_the_list() -> None:
    site = made({"notes/index.md": "# Index"})
    assert {"notes/index.md": "notes/index-2.html"} == site.addresses.notes


def test_lectures_are_named_by_course_and_number() -> None:
    note = MEETING + "\n## 7강 Further Questions\n\n- 왜 그런가요?\n"
    site = made({"notes/a.md": note, "notes/b.md": note.replace("08-12", "08-05")})
    assert {
        ("AI Math", 7): "lectures/ai-math-7.html",
        ("DL Basic", 7): "lectures/dl-basic-7.html",
    } == site.addresses.lectures


def test_names_are_bounded_however_long_a_title_is() -> None:
    site = made({f"notes/{'가' * 80}/{'나' * 80}.md": "# 긴 이름"})
    assert all(len(page.encode()) < 160 for page in site.addresses.pages)
