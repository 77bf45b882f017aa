"""What is odd in exports of Notion: twins, empty pages, long names, loose files, torn archives."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from studylog.core.filenames import portable_path
from studylog.core.incoming.coverage import coverage
from studylog.core.incoming.drafts import note_text
from studylog.core.incoming.readable import readable
from studylog.features.imports.notion import is_export
from tests.features.notion_exports import (
    EXPORT,
    PIXEL,
    attached,
    codes,
    contents,
    link,
    links,
    named,
    nested,
    read,
    study_in_html,
    study_in_markdown,
    written,
    zip_of,
)
from tests.realdata import REAL, needs

ONE, OTHER = "1" * 32, "2" * 32


def test_pages_of_one_title_are_two_notes(tmp_path: Path) -> None:
    files = {
        f"무제 {ONE}.md": b"# \xeb\xac\xb4\xec\xa0\x9c\n",
        f"무제 {OTHER}.md": b"# \xeb\xac\xb4\xec\xa0\x9c\n",
    }
    found = read(tmp_path, written(files, tmp_path / "a"))
    assert [(each.header["source"], each.place) for each in found.drafts.values()] == [
        (f"https://www.notion.so/{ONE}", "무제.md"),
        (f"https://www.notion.so/{OTHER}", "무제.md"),
    ]


@pytest.mark.parametrize(
    ("name", "text", "title", "place"),
    [
        (f"{ONE}.md", "", "Untitled", "Untitled.md"),
        (f"Untitled {ONE}.md", "# \n\n글\n", "Untitled", "Untitled.md"),
        (f"🎉 {ONE}.md", "# 🎉\n", "🎉", "🎉.md"),
        (f"왜 어떻게 하나 {ONE}.md", "# 왜? 어떻게: 하나/둘\n", "왜? 어떻게: 하나/둘", "왜 어떻게 하나.md"),
        (f"스터디 {OTHER}/안 {ONE}.md", "# 안\n", "안", "스터디/안.md"),
        (f"Private & Shared/v1.2 {ONE}.md", "# v1.2\n", "v1.2", "Private & Shared/v1.2.md"),
    ],
)
def test_titles_and_places(tmp_path: Path, name: str, text: str, title: str, place: str) -> None:
    (draft,) = read(tmp_path, written({name: text.encode()}, tmp_path / "a")).drafts.values()
    assert (draft.source, draft.header["title"], draft.place) == (name, title, place)
    assert portable_path(place) == place


def test_names_that_no_file_can_have_are_read_from_archives(tmp_path: Path) -> None:
    title = "가나다라마" * 40
    picture = f"{title} {ONE}/그림.png"
    files = {f"{title} {ONE}.md": f"# {title}\n\n![그림]({link(picture)})\n".encode(), picture: PIXEL}
    (tmp_path / "a.zip").write_bytes(zip_of(files))
    found = read(tmp_path / "scratch", tmp_path / "a.zip")
    (draft,) = found.drafts.values()
    assert (draft.source, draft.header["title"]) == (f"{title} {ONE}.md", title)
    assert attached(draft) == {picture: PIXEL}


def test_a_day_that_was_today_is_told_by_the_table(tmp_path: Path) -> None:
    files = {
        f"기록 {ONE}_all.csv": '날짜,한 일,시각\n"@2025년 8월 6일 ",예,오전 6:21\n'.encode(),
        f"기록 {ONE}/@오늘 {OTHER}.md": "# @오늘\n\n한 일: 예\n시각: 오전 6:21\n".encode(),
    }
    found = read(tmp_path, written(files, tmp_path / "a"))
    day = found.drafts[f"기록 {ONE}/@오늘 {OTHER}.md"]
    assert (day.header["title"], day.header["date"], day.place) == ("@2025년 8월 6일", "2025-08-06", None)


def test_pages_of_a_database_that_its_table_lacks_stand_in_it(tmp_path: Path) -> None:
    files = {f"표 {ONE}.csv": "이름,값\n".encode(), f"표/새 쪽 {OTHER}.md": "# 새 쪽\n\n값: 3\n".encode()}
    found = read(tmp_path, written(files, tmp_path / "a"))
    assert found.drafts[f"표 {ONE}.csv"].text == (
        f"| 이름 | 값 |\n| --- | --- |\n| [새 쪽](https://www.notion.so/{OTHER}) | 3 |\n"
    )
    assert found.drafts[f"표/새 쪽 {OTHER}.md"].header["값"] == "3"


def test_a_database_is_called_as_links_call_it(tmp_path: Path) -> None:
    files = {
        f"회의 기록 {ONE}.csv": "이름\n".encode(),
        f"팀 {OTHER}.md": f"# 팀\n\n[회의: 기록?]({link(f'회의 기록 {ONE}.csv')})\n".encode(),
    }
    found = read(tmp_path, written(files, tmp_path / "a"))
    assert found.drafts[f"회의 기록 {ONE}.csv"].header["title"] == "회의: 기록?"


def test_values_that_lead_somewhere_are_links_in_tables(tmp_path: Path) -> None:
    home = f"https://www.notion.so/{OTHER}"
    rows = f'이름,관련\n하나,"팀 ({link(f"../팀 {OTHER}.md")}), 밖 ({home}), https://a.b/c_d"\n둘,{home}\n'
    files = {f"안/표 {ONE}.csv": rows.encode(), f"팀 {OTHER}.md": "# 팀\n".encode()}
    table = read(tmp_path, written(files, tmp_path / "a")).drafts[f"안/표 {ONE}.csv"]
    assert table.text.splitlines()[2:] == [
        f"| 하나 | [팀]({link(f'../팀 {OTHER}.md')}), [밖]({home}), https://a.b/c_d |",
        f"| 둘 | [{home}]({home}) |",
    ]
    assert set(links(table).values()) == {f"팀 {OTHER}.md"}


def test_a_database_with_a_page_of_its_own_is_one_note(tmp_path: Path) -> None:
    files = {f"표 {ONE}.csv": "이름\n하나\n".encode(), f"표 {ONE}.md": "# 표: 전체\n\n설명\n".encode()}
    (draft,) = read(tmp_path, written(files, tmp_path / "a")).drafts.values()
    assert draft.text == "설명\n\n| 이름 |\n| --- |\n| 하나 |\n"
    assert draft.header["title"] == "표: 전체"


def test_folders_may_come_without_ids(tmp_path: Path) -> None:
    study_text = f"# 스터디\n\n![그림]({link('스터디/그림.png')}) [안]({link(f'스터디/안 {OTHER}.md')})\n"
    files = {
        f"스터디 {ONE}.md": study_text.encode(),
        "스터디/그림.png": PIXEL,
        f"스터디/안 {OTHER}.md": f"# 안\n\n[밖](https://www.notion.so/x-{ONE}#abc)\n".encode(),
    }
    found = read(tmp_path, written(files, tmp_path / "a"))
    study, inside = found.drafts[f"스터디 {ONE}.md"], found.drafts[f"스터디/안 {OTHER}.md"]
    assert (attached(study), links(study)) == (
        {"스터디/그림.png": PIXEL},
        {f"스터디/안 {OTHER}.md": inside.source},
    )
    assert links(inside) == {f"https://www.notion.so/x-{ONE}": study.source}
    assert inside.text == f"[밖](https://www.notion.so/x-{ONE})\n"
    assert codes(study) == codes(inside) == []


def test_an_export_without_folders_keeps_its_tree(tmp_path: Path) -> None:
    files = {f"{named(title)}.md": f"# {title}\n".encode() for title in ("스터디", "회의", "안건")}
    listed = contents(("스터디", "md", 0), ("회의", "md", 1), ("안건", "md", 2))
    found = read(tmp_path, written({**files, "index.html": listed}, tmp_path / "a"))
    assert [draft.place for draft in found.drafts.values()] == [
        "스터디.md",
        "스터디/회의.md",
        "스터디/회의/안건.md",
    ]


def test_files_that_nobody_leads_to_come_along(tmp_path: Path) -> None:
    files = {
        f"쪽 {ONE}.md": f"# 쪽\n\n![그림]({link(f'쪽 {ONE}/a.png')})\n".encode(),
        f"쪽 {ONE}/a.png": PIXEL,
        f"쪽 {ONE}/표지.png": b"cover",
        "떨어진 파일.pdf": b"%PDF",
    }
    found = read(tmp_path, written(files, tmp_path / "a"))
    (page,) = found.drafts.values()
    assert attached(page) == {f"쪽 {ONE}/a.png": PIXEL, "표지.png": b"cover"}
    assert codes(page) == ["attachment"]
    assert [(each.source, each.finding.code) for each in found.refused] == [("떨어진 파일.pdf", "attachment")]


def test_a_file_in_the_folder_of_another_page_is_not_left_over(tmp_path: Path) -> None:
    files = {
        f"쪽 {ONE}.md": "# 쪽\n".encode(),
        f"쪽 {ONE}/a.png": PIXEL,
        f"다른 쪽 {OTHER}.md": f"# 다른 쪽\n\n![그림]({link(f'쪽 {ONE}/a.png')})\n".encode(),
    }
    found = read(tmp_path, written(files, tmp_path / "a"))
    assert [(sorted(attached(draft)), codes(draft)) for draft in found.drafts.values()] == [
        ([f"쪽 {ONE}/a.png"], []),
        ([], []),
    ]


def test_what_is_gone_is_said(tmp_path: Path) -> None:
    reference = link(f"쪽 {ONE}/없는 그림.png")
    text = f"# 쪽\n\n![그림]({reference}) [위](#위) [메일](mailto:a@b.kr)\n"
    (page,) = read(tmp_path, written({f"쪽 {ONE}.md": text.encode()}, tmp_path / "a")).drafts.values()
    assert (page.lost, codes(page)) == ((reference,), ["dead-link"])
    assert page.text == text.partition("\n\n")[2]


def test_values_lead_where_text_does(tmp_path: Path) -> None:
    text = (
        f"# 가/나 {ONE}\n\n작성자: 홍길동\n앞선 회의: 없는 회의 ({link(f'없는 회의 {OTHER}.md')}), 메모/둘\n"
        f"자료: {link(f'쪽 {ONE}/없는 자료.pdf')}\n"
    )
    (page,) = read(tmp_path, written({f"쪽 {ONE}.md": text.encode()}, tmp_path / "a")).drafts.values()
    assert page.header["title"] == f"가/나 {ONE}"
    assert page.header["앞선 회의"] == f"없는 회의 (https://www.notion.so/{OTHER}), 메모/둘"
    assert (page.lost, codes(page)) == ((link(f"쪽 {ONE}/없는 자료.pdf"),), ["notion-link", "dead-link"])


def test_the_same_page_twice_is_one_note(tmp_path: Path) -> None:
    older, newer = f"쪽 {ONE}.md", f"새 이름 {ONE}.md"
    first = written({older: "# 쪽\n".encode()}, tmp_path / "하나")
    same = written({older: "# 쪽\n".encode()}, tmp_path / "둘")
    other = written({newer: "# 새 이름\n".encode()}, tmp_path / "셋")
    (draft,) = read(tmp_path, first, same).drafts.values()
    assert codes(draft) == []
    (draft,) = read(tmp_path, first, other).drafts.values()
    assert (draft.header["title"], codes(draft)) == ("쪽", ["repeated"])


def test_exports_of_several_workspaces_stand_beside_each_other(tmp_path: Path) -> None:
    files = {f"팀 {ONE}.md": "# 팀\n".encode(), "읽기.md": "# 읽기\n".encode()}
    others = {f"모임 {OTHER}.md": f"# 모임\n\n[팀](/{ONE})\n".encode(), "읽기.md": "# 다른 읽기\n".encode()}
    found = read(tmp_path, written(files, tmp_path / "하나"), written(others, tmp_path / "둘"))
    assert list(found.drafts) == ["읽기.md", f"팀 {ONE}.md", f"모임 {OTHER}.md", "둘/읽기.md"]
    assert links(found.drafts[f"모임 {OTHER}.md"]) == {f"/{ONE}": f"팀 {ONE}.md"}


def test_a_broken_archive_keeps_no_other_out(tmp_path: Path) -> None:
    (tmp_path / "깨진.zip").write_bytes(nested(study_in_markdown())[:-10])
    (tmp_path / "좋은.zip").write_bytes(nested(study_in_html()))
    found = read(tmp_path / "scratch", tmp_path / "깨진.zip", tmp_path / "좋은.zip")
    assert (len(found.drafts), [each.source for each in found.refused]) == (5, ["깨진.zip"])


def test_of_different_files_of_one_name_in_two_parts_both_stay(tmp_path: Path) -> None:
    parts = {
        f"{EXPORT}-Part-{number}.zip": zip_of({f"쪽 {ONE}.md": "# 쪽\n".encode(), f"쪽 {ONE}/a.txt": content})
        for number, content in ((1, b"one"), (2, b"two"))
    }
    (tmp_path / "a.zip").write_bytes(zip_of(parts))
    found = read(tmp_path / "scratch", tmp_path / "a.zip")
    (page,) = found.drafts.values()
    assert [b"one", b"two"] == [Path(each.file).read_bytes() for each in page.attachments]


PIECES = st.sampled_from(
    [
        *"[]()!`<>\n \"'",
        "](",
        "그림.png",
        f"쪽%20{ONE}.md",
        f"없는 {OTHER}.md",
        "<aside>",
        "</aside>",
        "    ",
        "- ",
    ]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_whatever_a_page_says_its_references_are_in_it(
    tmp_path_factory: pytest.TempPathFactory, text: str
) -> None:
    folder = tmp_path_factory.mktemp("export")
    files = {f"쪽 {ONE}.md": f"# 쪽\n\n{text}".encode(), f"쪽 {ONE}/그림.png": PIXEL}
    (page,) = read(folder, written(files, folder / "a")).drafts.values()
    references = [*page.lost, *(each.reference for each in (*page.attachments, *page.pages))]
    assert [] == [each for each in references if each not in page.text]


@needs("notion")
def test_a_real_export_in_markdown_comes_whole(tmp_path: Path) -> None:
    archive = REAL / "notion/markdown-export.zip"
    assert is_export(archive)
    found = read(tmp_path, archive)
    assert (len(found.drafts), found.refused) == (279, [])
    (database,) = (draft for name, draft in found.drafts.items() if name.endswith(".csv"))
    assert len(set(links(database).values())) == 270
    for draft in found.drafts.values():
        assert (draft.lost, draft.attachments) == ((), ())
        assert {"notion-link"} >= set(codes(draft))
        assert coverage(draft.visible, readable(note_text(draft))).missing == ()
    assert sum(draft.place is None for draft in found.drafts.values()) == 269


@needs("notion")
def test_a_real_export_in_html_comes_whole(tmp_path: Path) -> None:
    archive = REAL / "notion/html-export.zip"
    assert is_export(archive)
    found = read(tmp_path, archive)
    assert (len(found.drafts), found.refused) == (4, [])
    assert sum(len(draft.attachments) for draft in found.drafts.values()) == 5
    assert sum(len(links(draft)) for draft in found.drafts.values()) == 5
    for draft in found.drafts.values():
        assert draft.lost == ()
        assert coverage(draft.visible, readable(note_text(draft))).missing == ()
