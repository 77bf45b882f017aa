"""Folders of Markdown and vaults: every byte stays where it can, and every link leads where it led."""

import os
import unicodedata
from pathlib import Path

import pytest

from studylog.core.i18n import translate
from studylog.features.imports import import_notes
from studylog.store.notebook import Notebook
from tests.features.import_cases import codes, files, marks, notebook_in, statuses, write
from tests.store.zips import Member, zipped


@pytest.fixture
def notebook(tmp_path: Path) -> Notebook:
    return notebook_in(tmp_path / "공책")


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    return tmp_path / "vault"


def paths(notebook: Notebook, *sources: Path) -> list[str]:
    return [item.path.removeprefix("notes/") for item in import_notes(notebook, sources).items]


def test_a_vault_comes_as_it_is(notebook: Notebook, vault: Path) -> None:
    text = (
        "---\r\ntags: [가]   # 꼬리표\r\n---\r\n[[다른 쪽#절|말]] ![[그림.png]] ![[그림.png|300]]\r\n"
        "[자료](../자료/a%20b.pdf) [[발표.pdf]] [웹](https://a.kr)\r\n"
    )
    write(vault, "첫/하나.md", text)
    write(vault, "둘/다른 쪽.md", "[하나](../첫/하나.md)\n")
    write(vault, "붙임/그림.png", b"\x89PNG")
    write(vault, "자료/a b.pdf", b"%PDF")
    write(vault, "자료/발표.pdf", b"%PDF 2")
    write(vault, "자료/안 쓴 것.pdf", b"%PDF 3")
    write(vault, ".obsidian/app.json", b"{}")
    write(vault, ".trash/버린 것.md", "x\n")
    report = import_notes(notebook, [vault])
    assert [("written", []), ("written", [])] == [(item.status, codes(item)) for item in report.items]
    notes = {
        path.relative_to(notebook.root / "notes").as_posix(): path.read_bytes()
        for path in (notebook.root / "notes").rglob("*.*")
        if path.is_file() and not path.name.startswith(".")
    }
    assert {
        "첫/하나.md": text.encode(),
        "둘/다른 쪽.md": "[하나](../첫/하나.md)\n".encode(),
        "붙임/그림.png": b"\x89PNG",
        "자료/a b.pdf": b"%PDF",
        "자료/발표.pdf": b"%PDF 2",
    } == notes
    before = marks(notebook)
    assert ["unchanged"] * 2 == statuses(import_notes(notebook, [vault]))
    assert before == marks(notebook)


def test_what_gets_another_name_is_still_linked(notebook: Notebook, vault: Path) -> None:
    write(vault, "왜?.md", "[[끝: 2]] ![](img/a|b.png)\n")
    write(vault, "끝: 2.md", "[왜](왜%3F.md) [[왜?|그래서]] [절](왜%3F.md#절)\n")
    write(vault, "img/a|b.png", b"1")
    assert ["끝 2.md", "왜.md"] == paths(notebook, vault)
    assert "[왜](왜.md) [[왜?|그래서]] [절](왜.md#절)\n" == files(notebook)["끝 2.md"]
    assert "[[끝: 2]] ![](img/a%20b.png)\n".replace("%20", " ") != files(notebook)["왜.md"]
    assert files(notebook)["왜.md"].endswith("![](img/a%20b.png)\n")


def test_a_wikilink_is_mended_where_its_page_is_called_otherwise(notebook: Notebook, vault: Path) -> None:
    write(vault, "a/Page.md", "[[a/page]] [[Page]]\n")
    write(vault, "a/page.md", "[[a/Page]]\n")
    if len([*vault.rglob("*.md")]) < 2:
        pytest.skip("this disk does not tell capitals apart")
    assert ["a/Page.md", "a/page-2.md"] == paths(notebook, vault)


def test_a_folder_of_pages_with_ids_loses_them(notebook: Notebook, vault: Path) -> None:
    id_ = "0123456789abcdef" * 2
    write(vault, f"글 {id_}/속 {id_}.md", "[밖](../밖.md) ![](a.png)\n")
    write(vault, f"글 {id_}/a.png", b"1")
    write(vault, "밖.md", f"[속](글%20{id_}/속%20{id_}.md)\n")
    import_notes(notebook, [vault], kind="markdown")
    assert "[속](글/속.md)\n" == files(notebook)["밖.md"]
    assert f"[밖](../밖.md) ![](../글%20{id_}/a.png)\n" == files(notebook)["글/속.md"]


def test_links_from_the_root_of_a_vault_become_relative(notebook: Notebook, vault: Path) -> None:
    write(vault, "a/b.md", "![](/img/x.png) [c](/c.md)\n")
    write(vault, "c.md", "c\n")
    write(vault, "img/x.png", b"1")
    import_notes(notebook, [vault])
    assert "![](../img/x.png) [c](../c.md)\n" == files(notebook)["a/b.md"]


def test_a_name_alone_in_a_plain_link_is_found_as_in_obsidian(notebook: Notebook, vault: Path) -> None:
    write(vault, "a/b.md", "![](x.png)\n")
    write(vault, "img/x.png", b"1")
    import_notes(notebook, [vault])
    assert "![](../img/x.png)\n" == files(notebook)["a/b.md"]


def test_pictures_in_html_come_along(notebook: Notebook, vault: Path) -> None:
    write(vault, "a.md", '<img src="img/x.png" width=300> <a href="img/y.pdf">y</a>\n')
    write(vault, "img/x.png", b"1")
    write(vault, "img/y.pdf", b"2")
    import_notes(notebook, [vault])
    assert ["a.md", "img/x.png", "img/y.pdf"] == [*files(notebook)]


def test_names_taken_apart_by_macos_are_put_together(notebook: Notebook, vault: Path) -> None:
    apart = unicodedata.normalize("NFD", "그림")
    write(vault, f"{apart}.md", f"![]({apart}.png) [[{apart}]]\n")
    write(vault, f"{apart}.png", b"1")
    import_notes(notebook, [vault])
    assert {"그림.md": "![](그림.png) [[그림]]\n", "그림.png": "1"} == files(notebook)


def test_pictures_of_hedgedoc_stay_on_its_server(notebook: Notebook, vault: Path) -> None:
    report = import_notes(notebook, [write(vault, "회의.md", "![](/uploads/upload_1.png)\n")])
    (item,) = report.items
    (finding,) = item.findings
    assert ("dead-link", 1) == (finding.code, item.links_lost)
    assert finding.hint and "HedgeDoc" in translate(finding.hint, "ko")
    write(vault, "uploads/upload_1.png", b"1")
    assert ["updated"] == statuses(import_notes(notebook, [vault / "회의.md"]))
    assert {"uploads/upload_1.png": "1", "회의.md": "![](uploads/upload_1.png)\n"} == files(notebook)


def test_files_given_together_are_linked_with_each_other(notebook: Notebook, vault: Path) -> None:
    first = write(vault, "a?.md", "[b](b?.md) [c](c.md)\n")
    second = write(vault, "b?.md", "[a](a%3F.md)\n")
    write(vault, "c.md", "c\n")
    report = import_notes(notebook, [first, second])
    assert [("notes/a.md", 1), ("notes/b.md", 0)] == [(item.path, item.links_lost) for item in report.items]
    assert "[a](a.md)\n" == files(notebook)["b.md"]


def test_two_vaults_in_one_run_do_not_mix(notebook: Notebook, tmp_path: Path) -> None:
    for name in ("가", "나"):
        write(tmp_path / name, "README.md", f"{name} ![](img/x.png)\n")
        write(tmp_path / name, "img/x.png", name)
    report = import_notes(notebook, [tmp_path / "가", tmp_path / "나"])
    assert [("README.md", "notes/README.md"), ("나/README.md", "notes/README-2.md")] == [
        (item.source, item.path) for item in report.items
    ]
    assert {
        "README.md": "가 ![](img/x.png)\n",
        "README-2.md": "나 ![](README-2/x.png)\n",
        "README-2/x.png": "나",
        "img/x.png": "가",
    } == files(notebook)


def test_an_archive_of_a_vault_is_read_like_the_vault(notebook: Notebook, tmp_path: Path) -> None:
    packed = zipped(
        Member(b"vault/a.md", b"![[x.png]]\n"),
        Member(b"vault/img/x.png", b"1"),
        Member(b"vault/.obsidian/app.json", b"{}"),
    )
    report = import_notes(notebook, [write(tmp_path, "vault.zip", packed)])
    assert ["written"] == statuses(report)
    assert {"a.md": "![[x.png]]\n", "img/x.png": "1"} == files(notebook)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("옛.md", "# 옛 회의록\n\n가나다라\n".encode("cp949")),
        ("옛.md", "\ufeff# 옛 회의록\n\n가나다라\n".encode("utf-16-le")),
        ("옛.md", "\ufeff# 옛 회의록\n\n가나다라\n".encode("utf-16-be")),
    ],
)
def test_other_encodings_become_utf_8_and_are_told(
    notebook: Notebook, vault: Path, name: str, content: bytes
) -> None:
    report = import_notes(notebook, [write(vault, name, content)])
    assert ["encoding"] == codes(report.items[0])
    assert "# 옛 회의록\n\n가나다라\n" == files(notebook)["옛.md"]
    before = marks(notebook)
    assert ["unchanged"] == statuses(import_notes(notebook, [vault / name]))
    assert before == marks(notebook)


def test_a_byte_order_mark_goes(notebook: Notebook, vault: Path) -> None:
    report = import_notes(notebook, [write(vault, "a.md", "\ufeff글\r\n")])
    assert ({"a.md": "글\r\n"}, []) == (
        {"a.md": (notebook.root / "notes/a.md").read_bytes().decode()},
        codes(report.items[0]),
    )


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_name_that_is_no_text_keeps_no_other_out(notebook: Notebook, vault: Path) -> None:
    write(vault, "a.md", "a\n")
    (vault / os.fsdecode(b"\xb0\xa1.md")).write_text("b\n", encoding="utf-8")
    assert ["written"] * 2 == statuses(import_notes(notebook, [vault]))


def test_a_page_copied_out_of_notion_takes_its_pictures_along(notebook: Notebook, vault: Path) -> None:
    text = "# 8/12(목) 회의록\n\n작성일시: 2021년 8월 6일 오후 6:00\n작성자: 홍길동\n\n![](img/x%20y.png)\n"
    write(vault, "img/x y.png", b"1")
    report = import_notes(notebook, [write(vault, "minutes.md", text)])
    (item,) = report.items
    assert (100.0, ()) == (item.coverage and item.coverage.percent, item.coverage and item.coverage.missing)
    note = files(notebook)["2021/2021-08-12-daily.md" if item.path.endswith("daily.md") else item.path[6:]]
    assert note.endswith("-meeting/x%20y.png)\n")
