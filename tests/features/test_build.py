"""Building a site: complete, repeatable, whole after a kill, with no link that leads nowhere."""

import json
import os
import re
import signal
import unicodedata
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote

import pytest

from studylog.core.errors import StudylogError
from studylog.store.site import Draft
from tests.features.site_notebook import PIXEL, build_site, make, tree

EVIL = """\
---
title: "<script>alert(1)</script>"
date: 2021-08-13
type: "<b>x</b>"
author: "\\"><img src=x onerror=alert(2)>"
tags: ["</title><script>alert(3)</script>"]
---
Q. <script>alert(4)</script> <img src=x onerror=alert(5)> 왜 그런가요?
A. [가](javascript:alert(6)) <a href="data:text/html,<script>alert(7)</script>" onclick="alert(8)">나</a>

[밖](../../secret.txt) ![밖](../../secret.png) {{ 7 * 7 }} {% raw %}

<style>body{background:url(https://evil.example/x)}</style><iframe src="https://evil.example"></iframe>
"""


class Links(HTMLParser):
    """What a page points to, and the anchors it has."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.targets: list[str] = []
        self.ids: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name in ("href", "src"):
                self.targets.append(value or "")
            if name == "id":
                self.ids.append(value or "")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("build")
    build_site(make(folder / "notebook"), folder / "site")
    return folder / "site"


def pages(site: Path) -> dict[str, str]:
    return {name: content.decode() for name, content in tree(site).items() if name.endswith(".html")}


def words(html: str) -> str:
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def test_every_page_of_the_plan_is_there(site: Path) -> None:
    names = set(pages(site))
    assert {
        "index.html",
        "health.html",
        "resources.html",
        "search.html",
        "lectures/dl-basic-8.html",
        "lectures/index.html",
        "meetings/2021-08-11-daily.html",
        "meetings/2021-08-12-daily.html",
        "meetings/index.html",
        "notes/index.html",
        "notes/용어집.html",
        "papers/efficientnet.html",
        "papers/index.html",
        "papers/xception.html",
        "questions/index.html",
        "questions/q-k3f9a2bc.html",
    } <= names
    assert 5 == sum(name.startswith("questions/q-") for name in names)


def test_no_link_of_the_site_leads_nowhere(site: Path) -> None:
    found = {name: Links(text) for name, text in pages(site).items()}
    for name, links in found.items():
        for target in links.targets:
            if re.match(r"https?:|mailto:", target):
                continue
            path, _, anchor = target.partition("#")
            file = Path(os.path.normpath((site / name).parent / unquote(path))) if path else site / name
            assert file.is_file(), (name, target)
            other = found.get(file.relative_to(site).as_posix())
            assert not anchor or other is None or unquote(anchor) in other.ids, (name, target)


def test_every_anchor_stands_once_on_its_page(site: Path) -> None:
    for name, text in pages(site).items():
        ids = Links(text).ids
        assert sorted(set(ids)) == sorted(ids), name


def test_nothing_is_loaded_from_elsewhere_and_no_style_is_inline(site: Path) -> None:
    for name, text in pages(site).items():
        assert not re.search(r"\sstyle=|<style|<iframe|\son\w+=", text), name
        assert not re.search(r"<(?:script|link|img)[^>]*(?:src|href)=\"(?:https?:)?//", text), name
        assert "default-src 'none'" in text, name


def test_a_note_keeps_its_words(site: Path) -> None:
    text = words(pages(site)["meetings/2021-08-11-daily.html"])
    for sentence in (
        "학습 내용 공유",
        "입력에 곱해서 얻습니다.",
        "논문 3쪽",
        "Xception 79.0",
        "빈 칸",
        "return",
    ):
        assert sentence in text


def test_a_question_has_its_answer_its_minute_and_its_formula(site: Path) -> None:
    text = pages(site)["questions/q-k3f9a2bc.html"]
    assert "https://youtu.be/abc?t=1477s" in text
    assert "입력에 곱해서 얻습니다." in text
    assert "<math" in text[text.index("<h1>") : text.index("</h1>")]
    assert "성춘향" in text
    assert "../notes/용어집.html#어텐션" in unquote(text)


def test_a_paper_shows_what_its_meetings_say_about_it(site: Path) -> None:
    text = words(pages(site)["papers/xception.html"])
    for sentence in ("이몽룡", "8/11(수) 회의록", "Xception 79.0", "return"):
        assert sentence in text
    assert re.search(
        r'<a href="../slides/[^"]+\.pdf">Xception_이몽룡.pdf</a>', pages(site)["papers/xception.html"]
    )
    assert "빈 칸" not in text


def test_pictures_and_slides_are_copied_under_their_content(site: Path) -> None:
    files = tree(site)
    assert [PIXEL] == [files[name] for name in files if name.startswith("assets/")]
    assert [b"slides"] == [files[name] for name in files if name.startswith("slides/")]
    assert 'width="2" height="3"' in pages(site)["meetings/2021-08-11-daily.html"]


def test_the_language_is_that_of_the_notebook(site: Path, tmp_path: Path) -> None:
    assert '<html lang="ko">' in pages(site)["index.html"]
    build_site(make(tmp_path / "notebook", "en"), tmp_path / "site")
    text = pages(tmp_path / "site")["index.html"]
    assert '<html lang="en">' in text
    assert "Still to settle" in text


def test_the_same_notes_give_the_same_bytes(site: Path, tmp_path: Path) -> None:
    build_site(make(tmp_path / "elsewhere"), tmp_path / "other")
    assert tree(site) == tree(tmp_path / "other")


def test_only_the_first_page_and_the_board_of_papers_depend_on_the_day(site: Path, tmp_path: Path) -> None:
    build_site(make(tmp_path / "notebook"), tmp_path / "site", date(2022, 1, 1))
    before, after = tree(site), tree(tmp_path / "site")
    assert ["index.html", "papers/index.html"] == [
        n for n in before if before[n] != after[n] and n != ".studylog-site"
    ]


def test_what_goes_from_the_notes_goes_from_the_site(tmp_path: Path) -> None:
    root = make(tmp_path / "notebook")
    build_site(root, tmp_path / "site")
    (root / "notes/2021-08-11.md").unlink()
    build_site(root, tmp_path / "site")
    assert "k3f9a2bc" not in b"".join(tree(tmp_path / "site").values()).decode("utf-8", "replace")
    assert not (tmp_path / "site/slides").exists()


def test_an_empty_notebook_has_a_site(tmp_path: Path) -> None:
    (tmp_path / "notebook").mkdir()
    (tmp_path / "notebook/studylog.yaml").touch()
    report = build_site(tmp_path / "notebook", tmp_path / "site")
    assert (11, 0) == (report.site.pages, report.site.copies)


def test_the_files_of_the_search_are_small_and_the_same_for_the_same_notes(
    site: Path, tmp_path: Path
) -> None:
    files = {name: content for name, content in tree(site).items() if name.startswith("search/")}
    assert {"search/index.js", "search/f-0.js", "search/words.js", "search/d-0.js"} <= files.keys()
    assert max(map(len, files.values())) <= 100_000
    build_site(make(tmp_path / "notebook"), tmp_path / "site")
    again = {name: content for name, content in tree(tmp_path / "site").items() if name in files}
    assert files == again


def test_every_address_of_the_search_is_a_page(site: Path) -> None:
    records = [
        record
        for name, content in tree(site).items()
        if name.startswith("search/d-")
        for record in json.loads(content.decode().partition(", ")[2].removesuffix(");\n"))
    ]
    assert 11 == len(records)
    for record in records:
        page, _, anchor = record[3].partition("#")
        assert not anchor or anchor in Links(pages(site)[page]).ids, record
        assert page in pages(site), record


def test_a_site_without_search_has_nothing_of_it(tmp_path: Path) -> None:
    build_site(make(tmp_path / "notebook"), tmp_path / "site", search=False)
    files = tree(tmp_path / "site")
    assert [] == [name for name in files if re.search(r"search|box\.js", name)]
    assert [] == [
        name for name, text in pages(tmp_path / "site").items() if re.search(r"search|box\.js", text)
    ]


def test_two_files_of_one_name_get_two_pages(tmp_path: Path) -> None:
    root = make(tmp_path / "notebook")
    decomposed = unicodedata.normalize("NFD", "용어집.md")
    (root / "notes" / decomposed).write_text("# 다른 용어집\n\n다른 뜻.\n", "utf-8")
    if 2 > sum(unicodedata.normalize("NFC", p.name) == "용어집.md" for p in (root / "notes").iterdir()):
        pytest.skip("this file system knows only one of the two names")
    build_site(root, tmp_path / "site")
    texts = {
        pages(tmp_path / "site")[f"notes/{name}.html"].count("다른 뜻") for name in ("용어집", "용어집-2")
    }
    assert {0, 1} == texts
    assert "<code>page-name</code>" in pages(tmp_path / "site")["health.html"]


def test_nothing_of_a_note_runs_and_nothing_from_outside_is_shown(tmp_path: Path) -> None:
    root = make(tmp_path / "notebook")
    (root / "notes/evil.md").write_text(EVIL, "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    (tmp_path / "secret.png").write_bytes(PIXEL)
    build_site(root, tmp_path / "site")
    for name, text in pages(tmp_path / "site").items():
        ours = re.findall(r'<script src="(?:\.\./)*static/(site|box|lists)\.js" defer></script>', text)
        more = {"search.html": ["box"], "meetings/index.html": ["lists"], "questions/index.html": ["lists"]}
        expected = ["site", *more.get(name, [])]
        assert (expected, len(expected)) == (ours, text.count("<script")), name
        assert not re.search(r"<[^>]*\son\w+\s*=|<iframe|href=\"(?:javascript|data):text", text), name
        assert "49" not in re.findall(r"\{\{ 7 \* 7 \}\}|49", text), name
    assert "{{ 7 * 7 }}" in pages(tmp_path / "site")["meetings/2021-08-13-b-x-b.html"]
    assert not any(b"secret" == content for content in tree(tmp_path / "site").values())


def test_a_notebook_brings_its_own_theme(tmp_path: Path) -> None:
    root = make(tmp_path / "notebook")
    own = root / "templates/site"
    (own / "static").mkdir(parents=True)
    (own / "health.html.j2").write_text("own {{ view.warnings }} {{ t('Today') }}", "utf-8")
    (own / "static/extra.css").write_text("p { color: red }", "utf-8")
    build_site(root, tmp_path / "site")
    assert re.fullmatch(r"own \d+ 오늘", pages(tmp_path / "site")["health.html"])
    assert b"p { color: red }" == tree(tmp_path / "site")["static/extra.css"]


def test_a_theme_can_change_a_part_of_a_built_in_page(tmp_path: Path) -> None:
    root = make(tmp_path / "notebook")
    (root / "templates/site").mkdir(parents=True)
    own = '{% extends "builtin/note.html.j2" %}{% block kind %}ours{% endblock %}'
    (root / "templates/site/note.html.j2").write_text(own, "utf-8")
    build_site(root, tmp_path / "site")
    assert '<body class="ours">' in pages(tmp_path / "site")["meetings/2021-08-11-daily.html"]


def test_the_rail_says_where_a_page_is(site: Path) -> None:
    text = pages(site)
    current = {name: re.findall(r'href="([^"]*)" aria-current="(.*?)"', page) for name, page in text.items()}
    assert [("index.html", "page")] == current["index.html"]
    assert [("../questions/index.html", "page")] == current["questions/index.html"]
    assert [("../questions/index.html", "true")] == current["questions/q-k3f9a2bc.html"]
    assert [("../meetings/index.html", "true")] == current["meetings/2021-08-11-daily.html"]
    assert [("../notes/index.html", "true")] == current["notes/용어집.html"]


def test_what_pages_of_a_noun_share_is_made_once(tmp_path: Path) -> None:
    root = make(tmp_path / "notebook")
    own = root / "templates/site/question.html.j2"
    own.parent.mkdir(parents=True)
    own.write_text('{{ view.line.id }} {% call shared("first") %}{{ view.line.id }}{% endcall %}')
    build_site(root, tmp_path / "site")
    files = pages(tmp_path / "site")
    ids = [text.split() for name, text in files.items() if name.startswith("questions/q-")]
    assert (5, 1) == (len({own for own, _ in ids}), len({first for _, first in ids}))


def test_a_team_brings_its_links_its_logo_and_its_last_word(tmp_path: Path) -> None:
    root = make(tmp_path / "notebook")
    nav = "{위키: https://w.example, 표: a/b}"
    settings = f"site: {{logo: notes/images/point.png, footer: 함께 씁니다, nav: {nav}}}"
    (root / "studylog.yaml").write_text(settings, "utf-8")
    build_site(root, tmp_path / "site")
    text = pages(tmp_path / "site")["meetings/index.html"]
    for piece in ('href="https://w.example"', 'href="../a/b"', "함께 씁니다", 'class="logo" src="../assets/'):
        assert piece in text
    (root / "studylog.yaml").write_text("site: {logo: gone.png}", "utf-8")
    build_site(root, tmp_path / "site")
    assert "<code>dead-picture</code>" in pages(tmp_path / "site")["health.html"]


def test_what_was_asked_before_says_so_in_its_note(tmp_path: Path) -> None:
    root = make(tmp_path / "notebook")
    again = "Q. 또 어디에서 오나요? ^q-7m2x9da1 중복: q-k3f9a2bc\n"
    (root / "notes/2021-08-13.md").write_text(f"---\ndate: 2021-08-13\ntype: daily\n---\n{again}", "utf-8")
    build_site(root, tmp_path / "site")
    text = pages(tmp_path / "site")["meetings/2021-08-13-daily.html"]
    assert '<a href="../questions/q-7m2x9da1.html">앞서 나온 질문</a>' in text


@pytest.mark.parametrize(
    "template", ["{% if %}", "a\n{{ view.nothing }}", "{{ 1 / 0 }}", "{% extends 'x' %}"]
)
def test_a_broken_template_is_named_and_the_old_site_stays(tmp_path: Path, template: str) -> None:
    root = make(tmp_path / "notebook")
    build_site(root, tmp_path / "site")
    before = tree(tmp_path / "site")
    (root / "templates/site").mkdir(parents=True)
    (root / "templates/site/health.html.j2").write_text(template, "utf-8")
    with pytest.raises(StudylogError) as caught:
        build_site(root, tmp_path / "site")
    assert caught.value.place
    assert ("templates/site/health.html.j2", 1 + template.count("\n")) == (
        caught.value.place.path,
        caught.value.place.line,
    )
    assert before == tree(tmp_path / "site")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("point", [0, 1, 7, 15, 23, "copy", "before", "after"])
def test_a_killed_build_leaves_the_old_site_or_the_new_one(
    tmp_path: Path, point: int | str, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, output = make(tmp_path / "notebook"), tmp_path / "site"
    build_site(root, output)
    (output / "CNAME").write_text("study.example", "utf-8")
    old = tree(output)
    (root / "notes/2021-08-12.md").unlink()
    build_site(root, tmp_path / "expected")
    new = {**tree(tmp_path / "expected"), "CNAME": b"study.example"}
    child = os.fork()
    if not child:
        _die_at(point, monkeypatch)
        build_site(root, output)
        os._exit(0)
    assert signal.SIGKILL == os.WTERMSIG(os.waitpid(child, 0)[1])
    assert tree(output) == (new if point == "after" else old)
    build_site(root, output)
    assert tree(output) == new


def _die_at(point: int | str, monkeypatch: pytest.MonkeyPatch) -> None:
    from studylog.store.site import whole as site

    def die(*_: object) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    count = 0
    write, exchange = Draft.write, site.exchange

    def counted(draft: Draft, name: str, content: bytes) -> None:
        nonlocal count
        if count == point:
            die()
        count += 1
        write(draft, name, content)

    def exchanged(new: Path, target: Path) -> None:
        if point == "after":
            exchange(new, target)
        die()

    monkeypatch.setattr(Draft, "write", counted)
    monkeypatch.setattr(site, "exchange", exchanged)
    if point == "copy":
        monkeypatch.setattr(Draft, "copy", die)
