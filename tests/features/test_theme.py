"""The look of a site: lean files, parts of a notebook's own, and a navigation in the order of the team."""

import json
import re
from pathlib import Path
from typing import get_args

import pytest

from studylog.core.digest.frame import NOUNS, Noun
from studylog.core.errors import StudylogError
from studylog.core.settings.values import SITE_NOUNS
from studylog.features.build.lean import lean_script, lean_style
from studylog.store.templates import built_in
from tests.features.site_notebook import build_site, make, tree

KILOBYTE = 1_000
# A note of five kilobytes, as a team writes one: questions and answers, formulas, code, a table, links.
PIECE = """\
#### {n}강 경사 하강법

Q{n}-1. {n}강 12분 - 학습률이 클수록 손실이 빨리 줄어야 하는데 왜 어느 값부터는 오히려 커지기만 하나요?
A{n}-1. (춘향) 한 걸음이 골짜기의 폭보다 크면 건너편 비탈의 더 높은 곳에 닿습니다. 그래서 걸을수록 멀어집니다.
{formula}
Q{n}-2. 그러면 학습률은 어떻게 고르나요? 매번 손으로 바꾸어 보는 수밖에 없나요?
A{n}-2. 제 생각) 크게 시작해서 줄이는 것이 좋겠습니다. `scheduler.step()`을 잊지 마세요.

"""
FORMULA = "\n$$\\theta_{t+1} = \\theta_t - \\eta \\nabla L(\\theta_t)$$\n"
LONG = (
    "---\ntitle: 8/12(목) 회의록\ndate: 2021-08-12\ntype: daily\nattendees: [홍길동, 성춘향]\n---\n"
    + "".join(PIECE.format(n=n, formula=FORMULA if n < 4 else "") for n in range(1, 9))
    + "```python\nfor step in range(100):\n    loss = train(step)\n    print(step, loss)\n```\n\n"
    + "| 학습률 | 손실 |\n|---|---|\n| 0.1 | 1.2 |\n| 0.01 | 0.4 |\n\n## 다음까지\n\n"
    + "다음 주까지 각자 손으로 미분해 보고, 학습률을 열 배씩 바꾸어 가며 그래프를 그려 오기로 했습니다.\n\n"
    + "가장 작은 손실을 낸 사람이 그다음 회의의 사회를 봅니다.\n\n"
    + "- [ ] 학습률 그래프를 내일까지 그리기 @춘향\n- <https://a.example/learning-rate>\n"
)


def weight(site: dict[str, bytes], name: str) -> int:
    """What a page weighs with everything that it asks for, but pictures, and the font of formulas.

    A feed that it names is nothing that a browser asks for.
    """
    page = site[name].decode()
    asked = re.findall(r'<(?:link|script)(?! rel="alternate")[^>]*?(?:href|src)="\.\./([^"]+)"', page)
    return len(site[name]) + sum(len(site[one]) for one in asked)


def test_a_page_of_a_note_of_five_kilobytes_is_light(tmp_path: Path) -> None:
    root = make(tmp_path / "notebook")
    (root / "notes/2021-08-12.md").write_text(LONG, "utf-8")
    build_site(root, tmp_path / "site")
    assert 5 * KILOBYTE <= len(LONG.encode()) <= 6 * KILOBYTE
    assert weight(tree(tmp_path / "site"), "meetings/2021-08-12-daily.html") <= 60 * KILOBYTE


def test_a_page_is_painted_with_one_style_sheet_and_without_a_script(tmp_path: Path) -> None:
    build_site(make(tmp_path / "notebook"), tmp_path / "site")
    for name, content in tree(tmp_path / "site").items():
        if name.endswith(".html"):
            page = content.decode()
            sheets = re.findall(r'<link rel="stylesheet" href="[./]*static/(\w+)\.css">', page)
            assert ["math"] == sheets[1:] if "<math" in page else len(sheets) == 1, name
            assert page.count("<script") == len(re.findall(r'<script src="[^"]+" defer></script>', page)), (
                name
            )


def test_the_script_of_every_page_stays_small() -> None:
    assert (built_in() / "site/static/site.js").stat().st_size <= 12 * KILOBYTE


@pytest.mark.parametrize(
    ("written", "lean"),
    [
        (
            "a, b { color : red; }\n\n/* why; } */\nc > d { margin: 0 1px; }",
            "a,b{color :red}c > d{margin:0 1px}",
        ),
        ('a::after { content: "; }  /* x */"; }', 'a::after{content:"; }  /* x */"}'),
        ("a { b: 'it\\'s;  }' }", "a{b:'it\\'s;  }'}"),
        ("a :is(b, c)  d { width: calc(1px + 2px); }", "a :is(b,c) d{width:calc(1px + 2px)}"),
        ("@media (max-width: 2px) {\n  a { b: c; }\n}\n", "@media (max-width:2px){a{b:c}}"),
    ],
)
def test_a_style_sheet_says_the_same_in_fewer_letters(written: str, lean: str) -> None:
    assert lean == lean_style(written)
    assert lean == lean_style(lean)


def test_a_script_loses_its_comments_and_its_indents_alone() -> None:
    assert 'a("//x");\nb();\n' == lean_script('  // why\n  a("//x");\n\n\tb();\n')


def test_a_part_of_the_notebook_comes_last_and_takes_the_place_of_one_of_its_name(tmp_path: Path) -> None:
    root = make(tmp_path / "notebook")
    parts = root / "templates/site/style"
    parts.mkdir(parents=True)
    (parts / "99-own.css").write_text(".own-part { color: red; }", "utf-8")
    (parts / "95-print.css").write_text(".no-print { color: blue; }", "utf-8")
    build_site(root, tmp_path / "site")
    for name in ("static/style.css", "static/lists.css"):
        text = tree(tmp_path / "site")[name].decode()
        assert text.index(".no-print{color:blue}") < text.index(".own-part{color:red}")
        assert "@page" not in text


def test_what_is_read_takes_no_style_of_lists(tmp_path: Path) -> None:
    build_site(make(tmp_path / "notebook"), tmp_path / "site")
    site = tree(tmp_path / "site")
    assert ".agenda" in site["static/lists.css"].decode()
    assert ".agenda" not in site["static/style.css"].decode()
    for name in ("meetings/2021-08-11-daily.html", "questions/q-k3f9a2bc.html"):
        assert "static/style.css" in site[name].decode()
    assert "static/lists.css" in site["index.html"].decode()


def test_the_navigation_is_in_the_order_of_the_team(tmp_path: Path) -> None:
    root = make(tmp_path / "notebook")
    settings = (root / "studylog.yaml").read_text("utf-8")
    own = "site: {order: [questions, weeks], hide: [resources, health]}\n"
    (root / "studylog.yaml").write_text(settings + own, "utf-8")
    build_site(root, tmp_path / "site")
    site = tree(tmp_path / "site")
    nouns = re.findall(r'data-count="(\w+)"', site["index.html"].decode())
    assert ["questions", "weeks", "meetings"] == nouns[:3]
    assert not {"resources", "health"} & set(nouns)
    # They are made all the same: other pages lead to them.
    assert "resources.html" in site


def test_every_noun_can_be_ordered_and_hidden() -> None:
    known = {*NOUNS} - {"home"}
    assert known <= set(SITE_NOUNS)
    assert known < set(get_args(Noun))


def test_notes_and_questions_lead_to_their_lines_where_files_can_be_read(tmp_path: Path) -> None:
    root = make(tmp_path / "notebook")
    settings = (root / "studylog.yaml").read_text("utf-8")
    own = 'site: {source: "https://git.example/n/blob/main/{path}#L{line}"}\n'
    (root / "studylog.yaml").write_text(settings + own, "utf-8")
    build_site(root, tmp_path / "site")
    site = tree(tmp_path / "site")
    lines = (root / "notes/2021-08-11.md").read_text("utf-8").splitlines()
    line = next(number for number, text in enumerate(lines, 1) if text.startswith("Q1."))
    address = f"https://git.example/n/blob/main/notes/2021-08-11.md#L{line}"
    assert f'href="{address}"' in site["meetings/2021-08-11-daily.html"].decode()
    assert f'href="{address}"' in site["questions/q-k3f9a2bc.html"].decode()
    assert "notes/%EC%9A%A9%EC%96%B4%EC%A7%91.md#L1" in site["notes/용어집.html"].decode()


def test_a_place_for_files_says_where_the_path_goes(tmp_path: Path) -> None:
    root = make(tmp_path / "notebook")
    (root / "studylog.yaml").write_text("site: {source: https://git.example/n}", "utf-8")
    with pytest.raises(StudylogError) as caught:
        build_site(root, tmp_path / "site")
    assert caught.value.place
    assert ("studylog.yaml", 1) == (caught.value.place.path, caught.value.place.line)


@pytest.mark.parametrize("name", ["overtime.html.j2", "macros.html.j2", "week.html.j2", "base.html.j2"])
def test_a_broken_piece_of_a_page_is_named_with_its_line_and_the_old_site_stays(
    tmp_path: Path, name: str
) -> None:
    root = make(tmp_path / "notebook")
    build_site(root, tmp_path / "site")
    before = tree(tmp_path / "site")
    own = root / "templates/site" / name
    own.parent.mkdir(parents=True)
    text = (built_in() / "site" / name).read_text("utf-8")
    own.write_text("{# ours #}\n{% if %}\n" + text, "utf-8")
    with pytest.raises(StudylogError) as caught:
        build_site(root, tmp_path / "site")
    assert caught.value.place
    assert (f"templates/site/{name}", 2) == (caught.value.place.path, caught.value.place.line)
    assert before == tree(tmp_path / "site")


def test_the_keys_are_told_in_the_language_of_the_site(tmp_path: Path) -> None:
    build_site(make(tmp_path / "notebook", "en"), tmp_path / "site")
    told = tree(tmp_path / "site")["static/keys.js"].decode()
    words = json.loads(told.removeprefix("studylogKeys(").removesuffix(");\n"))
    assert ("Keys", "Close") == (words["title"], words["close"])
    assert ["/", "search"] == words["keys"][0]


def test_each_noun_that_a_key_goes_to_is_told_of(tmp_path: Path) -> None:
    build_site(make(tmp_path / "notebook"), tmp_path / "site")
    site = tree(tmp_path / "site")
    [nouns] = re.findall(r"NOUNS = \{(.*?)\}", site["static/site.js"].decode(), re.DOTALL)
    words = json.loads(site["static/keys.js"].decode().removeprefix("studylogKeys(").removesuffix(");\n"))
    told = {key.removeprefix("g ") for key, _ in words["keys"] if key.startswith("g ")}
    assert told == {*re.findall(r"(\w): \"", nouns)}


def test_each_property_that_the_documentation_names_is_in_the_styles() -> None:
    told = Path(__file__).parents[2].joinpath("docs/themes.md").read_text("utf-8")
    named = {*re.findall(r"`(--[\w-]+)`", told)}
    styles = "".join(file.read_text("utf-8") for file in (built_in() / "site/style").rglob("*.css"))
    assert named
    assert [] == sorted(name for name in named if f"var({name}" not in styles)
