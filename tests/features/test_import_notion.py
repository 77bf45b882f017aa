"""Exports of Notion in Markdown, in whatever archive and form, become drafts with their links and files."""

from pathlib import Path

import pytest

from studylog.core.incoming.coverage import coverage
from studylog.core.incoming.drafts import Draft, note_text
from studylog.core.incoming.readable import readable
from studylog.features.imports.notion import is_export
from tests.features.notion_exports import (
    ELSEWHERE,
    FIRST,
    FIRST_PAGE,
    FORMS,
    INTRO,
    INTRO_PAGE,
    MEETINGS,
    PIXEL,
    SECOND,
    SECOND_PAGE,
    STUDY,
    Form,
    attached,
    codes,
    link,
    links,
    named,
    nested,
    page_id,
    part_files,
    read,
    study_in_markdown,
    written,
    zip_of,
)


def check_study(found: dict[str, Draft]) -> None:
    """The study team's pages, however they came."""
    assert found.keys() == {
        f"{STUDY}.md",
        f"{INTRO_PAGE}.md",
        f"{MEETINGS}_all.csv",
        f"{FIRST_PAGE}.md",
        f"{SECOND_PAGE}.md",
    }
    study, first = found[f"{STUDY}.md"], found[f"{FIRST_PAGE}.md"]
    assert links(study) == {
        f"{MEETINGS}.csv": f"{MEETINGS}_all.csv",
        f"{INTRO_PAGE}.md": f"{INTRO_PAGE}.md",
    }
    assert f"[없는 쪽](https://www.notion.so/{ELSEWHERE})" in study.text
    assert f"[바깥](https://example.com/{ELSEWHERE})" in study.text
    assert (codes(study), study.lost) == (["notion-link"], ())
    assert attached(first) == {
        f"{named(FIRST)}/자료 (1).pdf": b"%PDF-1.4",
        f"{named(FIRST)}/Untitled 3.png": PIXEL,
    }
    assert links(first) == {
        f"{named(SECOND)}.md": f"{SECOND_PAGE}.md",
        f"https://www.notion.so/team/{page_id(SECOND)}?pvs=4": f"{SECOND_PAGE}.md",
        f"../{named(INTRO)}.md": f"{INTRO_PAGE}.md",
    }
    for draft in found.values():
        assert coverage(draft.visible, readable(note_text(draft))).missing == ()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("form_of_links", FORMS)
def test_a_folder_is_an_export(tmp_path: Path, form: Form, form_of_links: Form) -> None:
    folder = written(study_in_markdown(form_of_links), tmp_path / "내보내기", form)
    assert is_export(folder)
    found = read(tmp_path / "scratch", folder)
    assert found.refused == []
    check_study(found.drafts)


@pytest.mark.parametrize(
    "packed",
    [
        pytest.param(zip_of(study_in_markdown()), id="plain"),
        pytest.param(zip_of(study_in_markdown(), form="NFD"), id="names in NFD"),
        pytest.param(zip_of(study_in_markdown(), flag=False), id="no flag for UTF-8"),
        pytest.param(zip_of(study_in_markdown(), form="NFD", flag=False), id="NFD without flag"),
        pytest.param(zip_of(study_in_markdown(), encoding="cp949", flag=False), id="CP949"),
        pytest.param(nested(study_in_markdown()), id="nested"),
        pytest.param(nested(study_in_markdown(), wrapped=False), id="nested without a folder"),
        pytest.param(nested(study_in_markdown(), parts=3), id="three parts"),
        pytest.param(zip_of({"다시.zip": nested(study_in_markdown(), parts=2)}), id="packed once more"),
    ],
)
def test_an_archive_is_an_export(tmp_path: Path, packed: bytes) -> None:
    archive = tmp_path / "내보내기.zip"
    archive.write_bytes(packed)
    assert is_export(archive)
    found = read(tmp_path / "scratch", archive)
    assert found.refused == []
    check_study(found.drafts)


def test_parts_may_be_given_one_by_one(tmp_path: Path) -> None:
    parts = part_files(study_in_markdown(), 2)
    packed = written({name: zip_of(files) for name, files in parts.items()}, tmp_path / "받은 파일")
    found = read(tmp_path / "scratch", *sorted(packed.iterdir(), reverse=True))
    assert found.refused == []
    check_study(found.drafts)
    assert is_export(packed)
    check_study(read(tmp_path / "again", packed).drafts)


def test_a_missing_part_is_missed(tmp_path: Path) -> None:
    parts = part_files(study_in_markdown(), 2)
    last = list(parts)[-1]
    packed = written({last: zip_of(parts[last])}, tmp_path / "받은 파일")
    found = read(tmp_path / "scratch", packed / last)
    assert 0 < len(found.drafts) < 5
    assert ["import"] == [each.finding.code for each in found.refused if each.source == last]


def test_what_a_page_says_of_itself_is_its_header(tmp_path: Path) -> None:
    first = read(tmp_path, written(study_in_markdown(), tmp_path / "a")).drafts[f"{FIRST_PAGE}.md"]
    assert dict(first.header) == {
        "title": FIRST,
        "date": "2021-08-12T13:00",
        "author": "홍길동",
        "attendees": ("홍길동", "성춘향"),
        "type": "daily",
        "담당 조": "1조",
        "앞선 회의": f"{SECOND} ({link(f'{named(SECOND)}.md', 'NFD')})",
        "자료": link(f"{named(FIRST)}/자료 (1).pdf", "NFD"),
        "source": f"https://www.notion.so/{page_id(FIRST)}",
    }
    assert first.place is None
    assert first.text.startswith("> [!TIP]\n> 💡 **중요**: 내일은 쉽니다.\n\n![Untitled](")
    assert "<summary>Q. 왜 그런가요?</summary>\n\nA. 그래서요.\n\n</details>" in first.text
    assert "- [ ]  할 일\n- [x]  한 일\n    \n    한 일의 설명\n" in first.text


def test_the_table_of_a_database_completes_its_pages(tmp_path: Path) -> None:
    second = read(tmp_path, written(study_in_markdown(), tmp_path / "a")).drafts[f"{SECOND_PAGE}.md"]
    assert dict(second.header) == {
        "title": SECOND,
        "date": "2021-08-13",
        "메모": "두 줄\n로 된 값",
        "author": "이몽룡",
        "담당 조": "2조",
        "source": f"https://www.notion.so/{page_id(SECOND)}",
    }
    assert second.text == "담당 조: 이 줄은 본문이다\n"


def test_a_database_is_a_note_whose_titles_lead_to_its_pages(tmp_path: Path) -> None:
    meetings = read(tmp_path, written(study_in_markdown(), tmp_path / "a")).drafts[f"{MEETINGS}_all.csv"]
    first, second = (f"https://www.notion.so/{page_id(title)}" for title in (FIRST, SECOND))
    assert meetings.text == (
        "| 이름 | 📅 날짜 | 작성자 | 참석자 | 회의 유형 | 담당 조 | 메모 | 앞선 회의 | 자료 |\n"
        "| --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
        f"| [{FIRST}]({first}) | 2021년 8월 12일 오후 1:00 | 홍길동 | 홍길동, 성춘향 | 일일 회의 | 1조 |  "
        f"| [{SECOND}]({link(f'{named(SECOND)}.md')}) "
        f"| [자료 (1).pdf]({link(f'{named(FIRST)}/자료 (1).pdf')}) |\n"
        f"| [{SECOND}]({second}) | 2021년 8월 13일 | 이몽룡 |  |  | 2조 | 두 줄<br>로 된 값 |  |  |\n"
        "| 쪽 없는 줄 |  |  |  |  |  | 글은 \\| 남는다 |  |  |\n"
    )
    assert dict(meetings.header) == {
        "title": "회의록",
        "source": f"https://www.notion.so/{page_id('회의록')}",
    }
    assert meetings.place == "스터디/회의록.md"
    assert links(meetings)[first] == f"{FIRST_PAGE}.md"


def test_a_folder_of_markdown_is_no_export(tmp_path: Path) -> None:
    vault = {"노트.md": b"# a", "그림/a.png": PIXEL, "읽기.md": b"# b", f"{named('하나')}.md": b"# c"}
    assert not is_export(written(vault, tmp_path / "vault"))
    (tmp_path / "vault.zip").write_bytes(zip_of(vault))
    assert not is_export(tmp_path / "vault.zip")
    (tmp_path / "broken.zip").write_bytes(b"PK")
    assert not is_export(tmp_path / "broken.zip")
    assert not is_export(tmp_path / "vault/노트.md")
    assert is_export(tmp_path / f"vault/{named('하나')}.md")
