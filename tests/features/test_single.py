"""One file with everything inside: every link in it leads somewhere, and nothing is fetched."""

import base64
import hashlib
import re
from collections import Counter
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from studylog.core.dates.weeks import Week
from studylog.core.errors import Exit, StudylogError
from studylog.features.single import single_file
from tests.features.site_notebook import build_site, make

# The notebook begins on 2021-08-02.
SECOND = Week(2, None, date(2021, 8, 9), date(2021, 8, 15))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("single")
    build_site(make(folder / "notebook"), folder / "site")
    return folder / "site"


@pytest.fixture(scope="module", params=[None, SECOND], ids=["everything", "a week"])
def page(request: pytest.FixtureRequest, site: Path) -> str:
    return single_file(site, request.param).decode()


def values(page: str, name: str) -> list[str]:
    return [unescape(value) for value in re.findall(rf'\s{name}="([^"]*)"', page)]


def test_every_link_leads_within_the_file_or_to_the_web(page: str) -> None:
    ids = set(values(page, "id"))
    targets = values(page, "href")
    assert targets
    assert [] == [one for one in targets if not re.match(r"#|https?:|mailto:", one)]
    assert [] == [one for one in targets if one.startswith("#") and unquote(one[1:]) not in ids]


def test_no_id_is_there_twice(page: str) -> None:
    assert {} == {one: count for one, count in Counter(values(page, "id")).items() if count > 1}


def test_pictures_are_inside_and_nothing_runs_or_is_fetched(page: str) -> None:
    sources = values(page, "src")
    assert sources
    assert all(one.startswith("data:image/") for one in sources)
    assert not re.search(r"<script|<link|<iframe|<form|url\(\"(?!data:)|@import", page)


def test_its_style_is_the_only_one_that_it_permits(page: str) -> None:
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"style-src 'sha256-{digest}'" in page
    assert "style=" not in page


def test_the_font_of_formulas_is_there_where_a_formula_is(page: str) -> None:
    assert ("<math" in page) == ("data:font/woff2" in page)


def test_it_is_the_same_for_the_same_site(page: str, site: Path) -> None:
    assert page in (single_file(site).decode(), single_file(site, SECOND).decode())


def test_its_head_leads_to_the_lists_on_which_something_is(tmp_path: Path) -> None:
    root = tmp_path / "notebook"
    (root / "notes").mkdir(parents=True)
    (root / "studylog.yaml").write_text("language: en\n", "utf-8")
    (root / "notes/2021-08-12.md").write_text("---\ndate: 2021-08-12\n---\nQ. Why?\n", "utf-8")
    build_site(root, tmp_path / "site")

    head = re.search(r'<nav class="whole".*?</nav>', single_file(tmp_path / "site").decode())
    assert head
    assert ["Meetings", "Questions", "Weeks"] == re.findall(r"<a[^>]*>([^<]*)</a>", head[0])[1:]


def test_everything_has_all_pages_and_a_week_only_what_belongs_to_it(site: Path) -> None:
    pages = {file.relative_to(site).as_posix() for file in site.rglob("*.html")} - {"search.html", "404.html"}
    sheets = set(re.findall(r'<section class="sheet[^"]*" id="([^"]+)"', single_file(site).decode()))
    assert pages == set(map(unescape, sheets))
    week = re.findall(r'<section class="sheet[^"]*" id="([^"]+)"', single_file(site, SECOND).decode())
    assert week[0] == "weeks/w2.html"
    assert "meetings/2021-08-11-daily.html" in week
    assert {"weeks", "meetings", "questions", "papers"} == {name.partition("/")[0] for name in week}


def test_what_is_not_in_it_is_a_link_to_the_site_where_that_is_on_the_web(site: Path) -> None:
    page = single_file(site, SECOND, url="https://study.example/").decode()
    assert 'href="https://study.example/lectures/dl-basic-8.html"' in page
    assert "lectures/dl-basic-8.html" not in single_file(site, SECOND).decode()


def test_a_week_without_a_meeting_is_not_found(site: Path) -> None:
    with pytest.raises(StudylogError) as error:
        single_file(site, Week(40, None, date(2022, 5, 2), date(2022, 5, 8)))
    assert Exit.NOT_FOUND == error.value.exit_code


def test_of_many_weeks_the_last_are_named(tmp_path: Path) -> None:
    (tmp_path / "weeks").mkdir()
    for number in range(1, 31):
        (tmp_path / f"weeks/w{number}.html").write_text("", "utf-8")
    with pytest.raises(StudylogError) as refused:
        single_file(tmp_path, Week(99, None, date(2026, 9, 7), date(2026, 9, 13)))
    assert refused.value.hint
    assert ("weeks", "…, 23, 24, 25, 26, 27, 28, 29, 30") in refused.value.hint.args
