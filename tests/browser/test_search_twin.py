"""`search.js` does what `studylog.core.search` does: the same rows, the same scores, the same results.

Asked are node, where it is installed, and Chromium, where the files also are loaded from a folder.
"""

import json
import random
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import mean
from typing import TYPE_CHECKING, Any, cast

import pytest

from studylog.core.search.queries.filters import KEYS, KINDS
from studylog.core.search.queries.query import parse
from studylog.core.search.ranking.find import search
from studylog.core.search.snippets import snippet
from studylog.core.search.terms.sounds import LETTERS, SPELLINGS, sound
from studylog.core.search.terms.text import terms
from studylog.core.search.terms.vocabulary import ENDINGS, FUNCTION_WORDS, SURE
from studylog.features.build.searching import search_script
from tests.core.search.memory import shards
from tests.core.search.notebook import demo, lookings, recall, reciprocal_rank
from tests.core.search.vectors import rows, shown_pieces, shown_query, shown_terms

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ANSWER = Path(__file__).with_name("search_twin.js")
NODE = shutil.which("node")
# What base.html.j2 allows a page.
POLICY = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; font-src 'self'"
IN_NODE = """
const fs = require("fs"), vm = require("vm");
const world = { performance: performance, MessageChannel: MessageChannel };
world.window = world;
vm.createContext(world);
for (const file of process.argv.slice(1)) vm.runInContext(fs.readFileSync(file, "utf8"), world);
world.request = JSON.parse(fs.readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(vm.runInContext("answer(StudylogSearch, request)", world)));
"""
# What nobody wrote so: how it sounds, the other script of the keyboard, a wrong letter.
NEAR = (
    "gradient", "셀프 attention", "resnet 요약 트랜스포머", "배치 놈", "djxpstus", "qocl wjdrbghk",
    "ㄱㄷㄴㅜㄷㅅ", "attenton", "cliping", "1종오류", "networks droped", "Rkwl", "eksdjrk djqtek",
    "gradient gradient",
)  # fmt: skip
Answer = Mapping[str, Any]


@pytest.fixture(scope="module")
def page(browser: "Browser") -> "Page":
    return browser.new_page()


@pytest.fixture(scope="module")
def request_() -> dict[str, Any]:
    found = rows()
    files = [[shard.name, _value(shard.script)] for shard in shards(demo())]
    return {
        "texts": [row["text"] for row in found["terms"]] + _random_texts(),
        "queries": [[row["query"], not row.get("typed")] for row in found["queries"]],
        "snippets": [[row["text"], row["query"], row["room"]] for row in found["snippets"]]
        + _random_snippets(),
        "files": files,
        "words": demo().ordered,
        "searches": [[looking.query, True, 50] for looking in lookings()]
        + [[query, False, 50] for query in NEAR]
        + _random_searches(),
    }


@pytest.fixture(scope="module")
def script(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The script that searches, whole."""
    file = tmp_path_factory.mktemp("script") / "search.js"
    file.write_text(search_script(), "utf-8")
    return file


@pytest.fixture(scope="module", params=["node", "chromium"])
def answer(request: pytest.FixtureRequest, request_: dict[str, Any], script: Path) -> Answer:
    if request.param == "chromium":
        page = request.getfixturevalue("page")
        page.goto("about:blank")
        for file in (script, ANSWER):
            page.add_script_tag(path=str(file))
        return cast(Answer, page.evaluate("request => answer(StudylogSearch, request)", request_))
    if NODE is None:
        pytest.skip("node is not on the PATH")
    done = subprocess.run(
        [NODE, "-e", IN_NODE, str(script), str(ANSWER)],
        input=json.dumps(request_),
        capture_output=True,
        text=True,
        check=True,
        encoding="utf-8",
    )
    return cast(Answer, json.loads(done.stdout))


def test_both_know_the_same_words(answer: Answer) -> None:
    tables = answer["tables"]
    found = (sorted(SURE), sorted(ENDINGS), sorted(FUNCTION_WORDS))
    assert found == tuple(sorted(tables[name]) for name in ("sure", "endings", "functionWords"))
    assert {key: list(names) for key, names in KEYS.items()} == tables["keys"]
    assert {kind: list(names) for kind, names in KINDS.items()} == tables["kinds"]
    assert (list(map(list, SPELLINGS)), LETTERS) == (tables["spellings"], tables["letters"])


def test_every_word_sounds_the_same(answer: Answer) -> None:
    words = demo().ordered
    differing = [word for word, heard in zip(words, answer["sounds"], strict=True) if heard != sound(word)]
    assert [] == differing


def test_every_row_is_reproduced(answer: Answer) -> None:
    found = rows()
    differing = [
        *_differing(found["terms"], "terms", map(shown_terms, answer["terms"])),
        *_differing(found["queries"], "parsed", map(shown_query, answer["queries"])),
        *_differing(found["snippets"], "shown", map(shown_pieces, answer["snippets"])),
    ]
    assert [] == differing


def test_any_text_has_the_same_terms(answer: Answer) -> None:
    expected = [sorted((one.text, one.start, one.end) for one in terms(text)) for text in _random_texts()]
    found = answer["terms"][-len(expected) :]
    assert expected == [sorted(map(tuple, some)) for some in found]


def test_any_query_finds_the_same_with_the_same_scores(answer: Answer, request_: dict[str, Any]) -> None:
    differing = []
    for (query, typing, limit), found in zip(request_["searches"], answer["searches"], strict=True):
        expected = search(demo(), parse(query, typing=typing), limit)
        hits = [[hit.number, hit.score, hit.complete] for hit in expected.hits]
        if {"complete": expected.complete, "lost": list(expected.lost), "hits": hits} != found:
            differing.append(query)
    assert [] == differing


def test_of_any_document_the_same_is_shown(answer: Answer) -> None:
    asked = _random_snippets()
    expected = [shown_pieces(snippet(text, parse(query), room)) for text, query, room in asked]
    assert expected == list(map(shown_pieces, answer["snippets"][-len(asked) :]))


def test_what_is_meant_is_found_in_a_page_as_well(answer: Answer) -> None:
    ids = [
        [demo().document(hit[0]).id for hit in found["hits"]]
        for found in answer["searches"][: len(lookings())]
    ]
    assert mean(recall(*pair) for pair in zip(lookings(), ids, strict=True)) >= 0.95
    assert mean(reciprocal_rank(*pair) for pair in zip(lookings(), ids, strict=True)) >= 0.95


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, script: Path) -> Path:
    """A page with the policy of a site, and beside it the files of the index."""
    root = tmp_path_factory.mktemp("사이트 검색")
    (root / "search").mkdir()
    for shard in shards(demo()):
        (root / "search" / f"{shard.name}.js").write_text(shard.script, "utf-8")
    shutil.copy(script, root / "search.js")
    head = f'<meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    (root / "index.html").write_text(f'<!doctype html>{head}<script src="search.js"></script>', "utf-8")
    return root


@pytest.fixture
def opened(page: "Page", folder: Path) -> Iterator[tuple["Page", list[str], list[str]]]:
    """The page with a search, what it asked for, and what it complained about."""
    asked: list[str] = []
    heard: list[str] = []
    listeners = {
        "request": lambda request: asked.append(Path(request.url).stem),
        "console": lambda message: heard.append(message.text),
        "pageerror": lambda error: heard.append(str(error)),
    }
    page.goto((folder / "index.html").as_uri())
    for event, listener in listeners.items():
        page.on(event, listener)  # type: ignore[call-overload]
    page.evaluate("window.engine = new StudylogSearch.Engine('search/'); null")
    yield page, asked, heard
    for event, listener in listeners.items():
        page.remove_listener(event, listener)


def searched(page: "Page", query: str) -> Any:
    return page.evaluate(
        "query => new Promise(done => engine.search(query, {limit: 5}, done))"
        ".then(found => ({...found, ids: found.hits.map(hit => hit.found.id)}))",
        query,
    )


def test_from_a_folder_the_files_that_a_search_needs_are_loaded_once(
    opened: tuple["Page", list[str], list[str]], folder: Path
) -> None:
    page, asked, heard = opened
    ids = searched(page, "어텐션")["ids"]
    first = list(asked)
    again = searched(page, "어텐션 가중치")["ids"]
    best = [demo().document(hit.number).id for hit in search(demo(), parse("어텐션"), 5).hits]
    assert (best, []) == (ids, heard)
    assert "question:q-8jmtxsvj" == again[0]
    assert len(asked) == len(set(asked)) < len(list((folder / "search").iterdir())) + 1
    assert {"index", "f-0"} <= set(first)


def test_a_phrase_is_looked_up_in_the_texts(opened: tuple["Page", list[str], list[str]]) -> None:
    page, _, heard = opened
    assert (["question:q-8jmtxsvj"], []) == (searched(page, '"not Explanation"')["ids"], heard)


def test_what_comes_near_is_loaded_where_nothing_has_all_words(
    opened: tuple["Page", list[str], list[str]],
) -> None:
    page, _, heard = opened
    found = searched(page, "레스넷 요약")
    assert ("note:notes/papers/ResNet 읽기.md", ["레스넷"], []) == (found["ids"][0], found["lost"], heard)


def test_what_comes_near_is_not_loaded_while_keys_follow(
    opened: tuple["Page", list[str], list[str]],
) -> None:
    page, _, heard = opened
    files, paused, after = page.evaluate(
        """async () => {
          const soon = setTimeout, held = [];
          const rest = milliseconds => new Promise(done => soon(done, milliseconds));
          window.setTimeout = then => { held.push(then); };
          engine.search("레스넷 요약", {}, () => {});
          for (let round = 0; round < 1000 && !held.length; round += 1) await rest(10);
          const files = engine._loading.size, paused = held.length;
          engine.search("", {}, () => {});
          held.forEach(then => then());
          await rest(0);
          return [files, paused, engine._loading.size];
        }"""
    )
    assert (1, files, []) == (paused, after, heard)


def test_only_the_last_of_several_searches_answers(opened: tuple["Page", list[str], list[str]]) -> None:
    page, _, heard = opened
    answered = page.evaluate(
        """() => new Promise(done => {
          const answered = [];
          for (const query of ["어", "어텐", "어텐션", "역전파"]) {
            engine.search(query, {}, found => { answered.push(found.hits[0].found.heading); });
          }
          const wait = () => answered.length ? setTimeout(() => done(answered), 50) : setTimeout(wait, 10);
          wait();
        })"""
    )
    expected = demo().document(search(demo(), parse("역전파"), 1).hits[0].number).heading
    assert ([expected], []) == (answered, heard)


def test_a_missing_file_is_said_and_the_rest_is_found(page: "Page", folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "site")
    for file in (tmp_path / "site/search").glob("t-*.js"):
        if file.stem != "t-":
            file.unlink()
    page.goto((tmp_path / "site/index.html").as_uri())
    page.evaluate("window.engine = new StudylogSearch.Engine('search/'); null")
    found = searched(page, "batch 어텐션")
    assert (True, True) == (found["missing"], isinstance(found["ids"], list))
    (tmp_path / "site/search/index.js").unlink()
    page.goto((tmp_path / "site/index.html").as_uri())
    page.evaluate("window.engine = new StudylogSearch.Engine('search/'); null")
    assert ([], True) == (searched(page, "어텐션")["ids"], searched(page, "어텐션")["missing"])


def _value(script: str) -> Any:
    return json.loads(script.removeprefix("studylogShard(").removesuffix(");\n").partition(", ")[2])


def _differing(found: Sequence[Mapping[str, Any]], name: str, answered: Iterator[Any]) -> list[Any]:
    return [(row, other) for row, other in zip(found, answered, strict=False) if row[name] != other]


def _words() -> list[str]:
    return [word for one in demo().documents.values() for word in f"{one.heading} {one.text}".split()]


def _random_texts() -> list[str]:
    chance = random.Random(20260907)
    letters = (
        "가나다라은는이가에서합니다졌눠여각닭뱇ㅂㅊㄴㅁㄳㅏ  \n\tabcNBM_.-'’0123,:/×+=*@>→🙋👍🏽"
        "漢字かな𠀀ßẞİΣςﬁ①Ωé"
    )
    return ["".join(chance.choices(letters, k=chance.randint(1, 30))) for _ in range(500)]


def _random_searches() -> list[list[Any]]:
    chance = random.Random(20260908)
    words = _words()
    endings = (
        "",
        "",
        "",
        " 강의:8",
        " 종류:질문",
        " 사람:세린",
        " since:2026-09-20",
        " -kind:note",
        " -정규화",
    )
    found: list[list[Any]] = []
    for _ in range(400):
        query = " ".join(chance.choices(words, k=chance.randint(1, 3)))
        if chance.random() < 0.15:
            query = '"' + query.replace('"', "") + '"'
        if chance.random() < 0.3:
            query = query[: chance.randint(1, len(query))]
        found.append([query + chance.choice(endings), chance.random() < 0.7, 20])
    return found


def _random_snippets() -> list[list[Any]]:
    chance = random.Random(20260909)
    texts = [one.text for one in demo().documents.values() if one.text]
    words = _words()
    return [
        [chance.choice(texts), " ".join(chance.choices(words, k=2)), chance.choice((20, 60, 160))]
        for _ in range(300)
    ] + [[text, text.strip()[: chance.randint(1, 6)], 20] for text in _random_texts()]
