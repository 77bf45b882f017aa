"""The files of a site for programs: each is what its format asks for, and tells what the notes say."""

import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.cli.app import main
from studylog.core.machine import records
from studylog.core.machine.calendar import _folded, _text
from studylog.core.machine.texts import sitemaps
from tests.features.site_notebook import build_site, make, tree

URL = "site:\n  url: https://team.example/study\n"
ODD = """\
---
title: "<script>alert(1)</script> & ]]> \\a, 쉼표; 역빗금\\\\ 끝"
date: 2021-08-14
type: daily
attendees: [홍길동]
---
Q. `</title>`과 <b>굵은</b> 글 & "따옴표", 그리고 [괄호]는?
A. 그대로입니다 <img src=x onerror=alert(1)>.

- [ ] 길동님이 다음 주까지 발표 자료; 그림, 그리고 아주 길고 길고 길고 길고 긴 이름의 표를 공유
"""
ATOM = "{http://www.w3.org/2005/Atom}"
PLACES = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@pytest.fixture(scope="module", params=["", URL], ids=["folder", "web"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = make(tmp_path_factory.mktemp("machine") / "notebook")
    (root / "notes/odd.md").write_text(ODD, "utf-8")
    with (root / "studylog.yaml").open("a", encoding="utf-8") as settings:
        settings.write(request.param)
    build_site(root, root / "_site")
    return root / "_site"


def in_the_web(site: Path) -> bool:
    return URL in (site.parent / "studylog.yaml").read_text("utf-8")


def test_the_feed_is_atom(site: Path) -> None:
    content = (site / "feed.xml").read_bytes()
    root = ElementTree.fromstring(content)
    assert f"{ATOM}feed" == root.tag
    for element in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert 1 == len(element.findall(f"{ATOM}{name}")), name
        assert 1 <= len(element.findall(f"{ATOM}link[@rel='alternate']"))
        assert re.fullmatch(r"tag:[a-z.]+,2026:[\w%./~-]+", element.findtext(f"{ATOM}id") or "")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", element.findtext(f"{ATOM}updated") or "")
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    assert 1 == len(root.findall(f"{ATOM}link[@rel='self']"))
    ids = [element.text for element in root.iter(f"{ATOM}id")]
    assert sorted(set(map(str, ids))) == sorted(map(str, ids))


def test_readers_of_feeds_find_meetings_and_answers(site: Path) -> None:
    feed = feedparser.parse((site / "feed.xml").read_bytes())
    assert not feed.bozo
    titles = [entry.title for entry in feed.entries]
    assert {"8/11(수) 회의록", "8/12(목) 회의록"} <= set(titles)
    assert any("에서 오나요?" in title for title in titles)
    assert [entry.updated for entry in feed.entries] == sorted(
        (one.updated for one in feed.entries), reverse=True
    )
    assert "2021-08-14T12:00:00Z" == feed.feed.updated
    home = "https://team.example/study/" if in_the_web(site) else ""
    assert {True} == {entry.link.startswith(home) for entry in feed.entries}


def test_nothing_in_a_feed_is_markup_that_a_note_wrote(site: Path) -> None:
    root = ElementTree.fromstring((site / "feed.xml").read_bytes())
    assert {"div", "p", "ul", "li"} >= {
        element.tag.rpartition("}")[2] for element in root.iter() if not element.tag.startswith(ATOM)
    }
    assert any("<script>alert(1)</script>" in (title.text or "") for title in root.iter(f"{ATOM}title"))


def test_a_new_title_makes_no_new_entry(tmp_path: Path) -> None:
    ids = []
    for title in ("8/11(수) 회의록", "다른 제목"):
        root = make(tmp_path / title.replace("/", "-"))
        note = root / "notes/2021-08-11.md"
        note.write_text(note.read_text("utf-8").replace("title: 8/11(수) 회의록", f"title: {title}"), "utf-8")
        build_site(root, root / "_site")
        ids.append([entry.id for entry in feedparser.parse((root / "_site/feed.xml").read_bytes()).entries])
    assert ids[0] == ids[1]


def test_no_clock_is_in_these_files(tmp_path: Path) -> None:
    root = make(tmp_path / "notebook")
    build_site(root, tmp_path / "one", date(2021, 8, 13))
    build_site(root, tmp_path / "two", date(2031, 8, 13))
    one, two = tree(tmp_path / "one"), tree(tmp_path / "two")
    names = [name for name in one if not name.endswith(".html")]
    assert {"feed.xml", "calendar.ics", "llms.txt", "data/questions.json"} <= {*names}
    assert [] == [name for name in names if name != ".studylog-site" and one[name] != two[name]]


def test_the_calendar_is_read_by_others(site: Path) -> None:
    content = (site / "calendar.ics").read_bytes()
    calendar = icalendar.Calendar.from_ical(content)
    events = list(calendar.walk("VEVENT"))
    assert [] == [error for event in events for error in event.errors]
    by_day = {event["DTSTART"].dt: [] for event in events}
    for event in events:
        by_day[event["DTSTART"].dt].append(str(event["SUMMARY"]))
    assert "8/11(수) 회의록" in by_day[date(2021, 8, 11)]
    assert ["논문: EfficientNet"] == by_day[date(2021, 8, 20)]
    odd = next(summary for summary in by_day[date(2021, 8, 14)] if "alert" in summary)
    assert odd.endswith("]]> , 쉼표; 역빗금\\ 끝")
    uids = [str(event["UID"]) for event in events]
    assert sorted(set(uids)) == sorted(uids)
    assert in_the_web(site) == all("URL" in event for event in events)


def test_lines_of_the_calendar_are_folded_and_end_as_they_must(site: Path) -> None:
    lines = (site / "calendar.ics").read_bytes().split(b"\r\n")
    assert b"" == lines.pop()
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert max(map(len, lines)) <= 75


@given(st.text())
def test_any_text_comes_back_from_the_calendar(text: str) -> None:
    line = f"SUMMARY:{_text(text)}"
    folded = list(_folded(line))
    assert max(len(piece.encode()) for piece in folded) <= 75
    assert line == folded[0] + "".join(piece[1:] for piece in folded[1:])
    kept = "".join(char for char in text if char == "\n" or (char >= " " and char != "\x7f"))
    event = icalendar.Event.from_ical("\r\n".join(("BEGIN:VEVENT", *folded, "END:VEVENT", "")))
    assert kept == str(event["SUMMARY"])


def said(root: Path, capsysbinary: pytest.CaptureFixture[bytes], *words: str) -> dict[str, object]:
    assert 0 == main(["-C", str(root), *words, "--json"])
    answer: dict[str, object] = json.loads(capsysbinary.readouterr().out)
    return answer


@pytest.mark.parametrize(
    "noun, words",
    [
        ("notes", ("list",)),
        ("questions", ("questions", "--all")),
        ("papers", ("papers",)),
        ("lectures", ("lectures",)),
    ],
)
def test_the_data_are_those_of_the_commands(
    site: Path, capsysbinary: pytest.CaptureFixture[bytes], noun: str, words: tuple[str, ...]
) -> None:
    data = json.loads((site / f"data/{noun}.json").read_bytes())
    told = said(site.parent, capsysbinary, *words)
    assert (told["schema"].replace("list", "notes"), told["notebook"], []) == (  # type: ignore[attr-defined]
        data["schema"],
        data["notebook"],
        data["parts"],
    )
    assert told["items"]
    assert in_order(told["items"]) == in_order(data["items"])


def in_order(items: object) -> list[dict[str, object]]:
    """Items without what depends on the day, which no file can say."""
    assert isinstance(items, list)
    # A question's state is told by the notes, a paper's by the day.
    dated = {"age_days", "days_late", *(("state",) if any("planned" in item for item in items) else ())}
    ageless = [{key: value for key, value in item.items() if key not in dated} for item in items]
    return sorted(ageless, key=lambda item: json.dumps(item, sort_keys=True))


def test_a_language_model_finds_its_way(site: Path) -> None:
    text = (site / "llms.txt").read_text("utf-8")
    first, blank, quote, *_ = text.splitlines()
    assert ("# 우리 스터디", "", "> 스터디 팀의 회의록: 회의 4회, 질문 6개, 논문 2편.") == (
        first,
        blank,
        quote,
    )
    headings = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert ["목록", "회의", "강의", "논문", "데이터"] == headings
    links = re.findall(r"^- \[(?:[^\]\\]|\\.)+\]\((\S+)\)$", text, re.MULTILINE)
    assert len(links) == sum(line.startswith("- ") for line in text.splitlines())
    home = "https://team.example/study/" if in_the_web(site) else ""
    for link in links:
        assert link.startswith(home)


def test_a_site_in_the_web_tells_where_it_is(site: Path) -> None:
    page = (site / "meetings/2021-08-11-daily.html").read_text("utf-8")
    address = "https://team.example/study/meetings/2021-08-11-daily.html"
    told = in_the_web(site)
    assert told == (f'<link rel="canonical" href="{address}">' in page)
    assert told == (f'<meta property="og:url" content="{address}">' in page)
    assert told == (
        '<link rel="canonical" href="https://team.example/study/">' in (site / "index.html").read_text()
    )
    assert '<link rel="alternate" href="../feed.xml" type="application/atom+xml"' in page
    assert told == (site / "sitemap.xml").exists()
    # Only at the root of a host somebody asks for it.
    assert not (site / "robots.txt").exists()
    missing = (site / "404.html").read_text("utf-8")
    assert told == ('href="/study/static/lists.css"' in missing)
    assert "canonical" not in missing


def test_the_list_of_all_pages_has_all_pages(site: Path) -> None:
    if in_the_web(site):
        root = ElementTree.fromstring((site / "sitemap.xml").read_bytes())
        places = {place.text for place in root.iter(f"{PLACES}loc")}
        assert len(list(site.rglob("*.html"))) - 1 == len(places)
        assert {"https://team.example/study/", "https://team.example/study/meetings/"} <= places


def test_at_the_root_of_a_host_crawlers_are_told(tmp_path: Path) -> None:
    root = make(tmp_path / "notebook")
    with (root / "studylog.yaml").open("a", encoding="utf-8") as settings:
        settings.write("site:\n  url: https://team.example/\n")
    build_site(root, root / "_site")
    expected = "User-agent: *\nAllow: /\n\nSitemap: https://team.example/sitemap.xml\n"
    assert expected == (root / "_site/robots.txt").read_text("utf-8")
    settings_file = root / "studylog.yaml"
    settings_file.write_text(
        settings_file.read_text("utf-8").replace("https://team.example/", "https://a.b/c"), "utf-8"
    )
    build_site(root, root / "_site")
    assert not (root / "_site/robots.txt").exists()


def many(root: Path) -> Path:
    """A notebook with more notes and questions than stand in one file."""
    notes = root / "notes"
    notes.mkdir(parents=True)
    (root / "studylog.yaml").write_text(f"name: 많은 노트\ncourses: [DL Basic]\n{URL}", "utf-8")
    for number in range(310):
        month, day = divmod(number, 28)
        name = f"2021-{month + 1:02}-{day + 1:02}"
        header = f"---\ndate: {name}\ntype: daily\ncourse: DL Basic\n---\n"
        text = f"{header}#### {month + 1}강\n\nQ. {number}번은 왜?\n"
        (notes / f"{name}.md").write_text(text, "utf-8")
    return root


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = many(tmp_path_factory.mktemp("many") / "notebook")
    build_site(root, root / "_site")
    return root


def parts(site: Path, noun: str) -> Iterator[tuple[str, list[dict[str, object]]]]:
    whole = json.loads((site / f"data/{noun}.json").read_bytes())
    assert [] == whole["items"]
    for name in whole["parts"]:
        part = json.loads((site / name).read_bytes())
        assert (whole["schema"], whole["notebook"]) == (part["schema"], part["notebook"])
        yield name, part["items"]


@pytest.mark.parametrize("noun, words", [("notes", ("list",)), ("questions", ("questions", "--all"))])
def test_what_is_too_much_for_one_file_comes_in_parts(
    large: Path, capsysbinary: pytest.CaptureFixture[bytes], noun: str, words: tuple[str, ...]
) -> None:
    found = dict(parts(large / "_site", noun))
    assert 12 == len(found)
    told = said(large, capsysbinary, *words)
    assert in_order(told["items"]) == in_order([item for items in found.values() for item in items])


def test_one_change_writes_the_parts_that_tell_of_it(large: Path) -> None:
    note = large / "notes/2021-03-05.md"
    note.write_text(note.read_text("utf-8") + "A. 그래서입니다.\n", "utf-8")
    report = build_site(large, large / "_site")
    written = {name for name in report.changed if name.startswith("data/")}
    assert {"data/questions/2021-03.json", "data/lectures.json"} == written
    assert "sitemap.xml" not in report.changed


def test_lectures_that_are_long_have_a_file_each(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    monkeypatch.setattr(records, "_LONG", 300)
    root = many(tmp_path / "notebook")
    build_site(root, root / "_site")
    found = dict(parts(root / "_site", "lectures"))
    assert {f"data/lectures/dl-basic-{number}.json": 1 for number in range(1, 13)} == {
        name: len(items) for name, items in found.items()
    }
    told = said(root, capsysbinary, "lectures")
    assert in_order(told["items"]) == in_order([item for items in found.values() for item in items])
    note = root / "notes/2021-03-05.md"
    note.write_text(note.read_text("utf-8") + "\nQ. 또 왜?\n", "utf-8")
    report = build_site(root, root / "_site")
    written = {name for name in report.changed if name.startswith("data/lectures")}
    assert {"data/lectures/dl-basic-3.json"} == written


def test_a_note_of_another_month_leaves_its_old_one(large: Path) -> None:
    note = large / "notes/2021-12-02.md"
    note.write_text(note.read_text("utf-8").replace("date: 2021-12-02", "date: 2022-01-02"), "utf-8")
    other = large / "notes/2021-12-01.md"
    other.unlink()
    build_site(large, large / "_site")
    assert "data/notes/2022-01.json" in dict(parts(large / "_site", "notes"))
    build_site(large, large / "_anew")
    assert tree(large / "_anew") == tree(large / "_site")


def test_many_pages_are_listed_folder_by_folder(large: Path) -> None:
    class Settings:
        class site:  # noqa: N801
            url = "https://team.example"

    class Place:
        settings = Settings

    names = [f"questions/q-{number:08}.html" for number in range(2_100)] + ["index.html", "404.html", "a.css"]
    made = dict(sitemaps(Place, names))  # type: ignore[arg-type]
    assert {"sitemap.xml", "sitemaps/pages.xml", "sitemaps/questions-0.xml"} == made.keys()
    index = ElementTree.fromstring(made["sitemap.xml"])
    assert f"{PLACES}sitemapindex" == index.tag
    listed = [place.text for place in index.iter(f"{PLACES}loc")]
    assert [
        "https://team.example/sitemaps/pages.xml",
        "https://team.example/sitemaps/questions-0.xml",
    ] == listed
    urls = sum(content.count(b"<url>") for content in made.values())
    assert 2_101 == urls
