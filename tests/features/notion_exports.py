"""Exports of Notion as teams make them, of pages that nobody ever wrote."""

import hashlib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal
from urllib.parse import quote, unquote

from studylog.core.incoming.drafts import Draft, Refused
from studylog.core.settings import Settings
from studylog.features.imports.notion import drafts
from tests.store.zips import Member, zipped

EXPORT = "Export-11111111-2222-3333-4444-555555555555"
PIXEL = b"\x89PNG\r\n\x1a\n"
Form = Literal["NFC", "NFD"]
Files = Mapping[str, bytes]
FORMS: tuple[Form, ...] = ("NFC", "NFD")


@dataclass(frozen=True)
class Found:
    """What came out of sources: drafts by what they are called, and what gave none."""

    drafts: dict[str, Draft]
    refused: list[Refused]


def read(scratch: Path, *sources: Path) -> Found:
    """The drafts of sources; no two of them are called the same."""
    scratch.mkdir(exist_ok=True)
    items = list(drafts(sources, Settings(), scratch))
    found = [item for item in items if isinstance(item, Draft)]
    assert len({draft.source for draft in found}) == len(found)
    return Found(
        {draft.source: draft for draft in found}, [item for item in items if isinstance(item, Refused)]
    )


def links(draft: Draft) -> dict[str, str]:
    """Which pages the links of a draft mean, each of them found where the draft says."""
    for page in draft.pages:
        assert page.reference in draft.text or page.reference in str(dict(draft.header))
    return {_decoded(page.reference): page.source for page in draft.pages}


def attached(draft: Draft) -> dict[str, bytes]:
    """What the files of a draft hold, by reference, or by name where nothing refers to them."""
    return {
        _decoded(file.reference or Path(file.file).name): Path(file.file).read_bytes()
        for file in draft.attachments
    }


def codes(draft: Draft) -> list[str]:
    """What was found doubtful in a draft."""
    return [finding.code for finding in draft.findings]


def _decoded(reference: str) -> str:
    return unicodedata.normalize("NFC", unquote(reference))


def page_id(title: str) -> str:
    """An id as Notion would give it to a page of this title."""
    return hashlib.md5(title.encode(), usedforsecurity=False).hexdigest()


def uuid(title: str) -> str:
    """The same id as HTML has it."""
    digits = page_id(title)
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))


def named(title: str) -> str:
    """A title as the name of a file, with the id."""
    return f"{''.join(char if char not in '/:?' else ' ' for char in title)} {page_id(title)}"


def link(path: str, form: Form = "NFD") -> str:
    """A path as Notion writes it in Markdown: percent-encoded, the brackets as they are."""
    return quote(unicodedata.normalize(form, path), safe="/()")


def paragraph(text: str) -> str:
    """A paragraph of HTML."""
    return f'<p class="">{text}</p>'


def html_page(title: str, body: str, properties: Mapping[str, str] | None = None) -> bytes:
    """A page of an HTML export, whose properties are all days."""
    rows = "".join(
        f'<tr class="property-row property-row-date"><th><span class="icon property-icon"></span>{name}</th>'
        f"<td><time>@{value}</time></td></tr>"
        for name, value in (properties or {}).items()
    )
    table = f'<table class="properties"><tbody>{rows}</tbody></table>' if rows else ""
    return (
        f"<html><head><title>{title}</title><style>/* cspell:disable-file */</style></head><body>"
        f'<article id="{uuid(title)}" class="page sans"><header><h1 class="page-title">{title}</h1>'
        f'<p class="page-description"></p>{table}</header><div class="page-body">{body}</div></article>'
        f"</body></html>"
    ).encode()


def contents(*tree: tuple[str, str, int]) -> bytes:
    """The list of contents of an export: title, ending and depth of each page."""
    html, depth = '<ul id="id::99999999-9999-9999-9999-999999999999"><li><h3>Workspace details:</h3></li>', 0
    for title, ending, level in tree:
        html += "</ul></li>" * (depth - level)
        html += f'<li><ul id="id::{uuid(title)}{".csv" if ending == "csv" else ""}"><a href="#">{title}</a>'
        depth = level + 1
    return f"<!DOCTYPE html><html><body>{html}{'</ul></li>' * depth}</ul></body></html>".encode()


def written(files: Files, folder: Path, form: Form = "NFC") -> Path:
    """The files of an export, unpacked."""
    for path, content in files.items():
        file = folder / unicodedata.normalize(form, path)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    return folder


def zip_of(files: Files, form: Form = "NFC", encoding: str = "utf-8", flag: bool = True) -> bytes:
    """The files as an archive, with names in whatever encoding, and the flag that tells UTF-8 or not."""
    return zipped(
        *(
            Member(unicodedata.normalize(form, path).encode(encoding), content, flags=0x800 if flag else 0)
            for path, content in files.items()
        )
    )


def nested(files: Files, parts: int = 1, wrapped: bool = True) -> bytes:
    """The files as Notion exports them: some archives in an archive, the files spread over them."""
    inner = part_files(files, parts, wrapped)
    return zip_of({name: zip_of(each) for name, each in inner.items()})


def part_files(files: Files, parts: int, wrapped: bool = False) -> dict[str, dict[str, bytes]]:
    """The files of each part, by the name of its archive."""
    prefix = f"{EXPORT}/" if wrapped else ""
    return {
        f"{EXPORT}-Part-{number + 1}.zip": {
            prefix + path: content
            for index, (path, content) in enumerate(files.items())
            if index % parts == number
        }
        for number in range(parts)
    }


STUDY = named("스터디")
MEETINGS_FOLDER = named("회의록")
MEETINGS = f"{STUDY}/{MEETINGS_FOLDER}"
FIRST, SECOND = "8/12(목) 회의록", "8/13(금) 회의록"
FIRST_PAGE, SECOND_PAGE = f"{MEETINGS}/{named(FIRST)}", f"{MEETINGS}/{named(SECOND)}"
INTRO = "1) 소개"
INTRO_PAGE = f"{STUDY}/{named(INTRO)}"
ELSEWHERE = page_id("내보내지 않은 쪽")


def study_in_markdown(form: Form = "NFD") -> dict[str, bytes]:
    """A team's pages: one with links, a database with two meetings, a picture, and a page with a bracket."""

    def seen(path: str, from_page: str) -> str:
        above = from_page.rpartition("/")[0]
        return link(path.removeprefix(f"{above}/"), form)

    study = (
        f"# 스터디\n\n[회의록]({seen(f'{MEETINGS}.csv', STUDY)})\n\n"
        f"[{INTRO}]({seen(f'{INTRO_PAGE}.md', STUDY)})\n\n"
        f"[없는 쪽]({link(f'{STUDY}/없는 쪽 {ELSEWHERE}.md', form)})\n\n"
        f"[바깥](https://example.com/{ELSEWHERE})\n"
    )
    first = (
        f"# {FIRST}\n\n📅 날짜: 2021년 8월 12일 오후 1:00\n작성자: 홍길동\n참석자: 홍길동, 성춘향\n"
        f"회의 유형: 일일 회의\n담당 조: 1조\n앞선 회의: {SECOND} ({seen(f'{SECOND_PAGE}.md', FIRST_PAGE)})\n"
        f"자료: {seen(f'{FIRST_PAGE}/자료 (1).pdf', FIRST_PAGE)}\n\n"
        "<aside>\n💡 **중요**: 내일은 쉽니다.\n\n</aside>\n\n"
        f"![Untitled]({seen(f'{FIRST_PAGE}/Untitled 3.png', FIRST_PAGE)})\n\n"
        "<details>\n<summary>Q. 왜 그런가요?</summary>\n\n    A. 그래서요.\n\n</details>\n\n"
        "- [ ]  할 일\n- [x]  한 일\n    \n    한 일의 설명\n    \n\n$$\nx^2\n$$\n\n"
        f"[내일](https://www.notion.so/team/{page_id(SECOND)}?pvs=4)와 "
        f"[소개]({link(f'../{named(INTRO)}.md', form)})\n"
    )
    second = f"# {SECOND}\n\n날짜: 2021년 8월 13일\n메모: 두 줄\n로 된 값\n\n담당 조: 이 줄은 본문이다\n"
    columns = "﻿이름,📅 날짜,작성자,참석자,회의 유형,담당 조,메모,앞선 회의,자료\r\n"
    rows = (
        f'"{FIRST}",2021년 8월 12일 오후 1:00,홍길동,"홍길동, 성춘향",일일 회의,1조,,'
        f"{SECOND} ({link(f'{named(SECOND)}.md', form)}),{link(f'{named(FIRST)}/자료 (1).pdf', form)}\r\n"
        f'"{SECOND}",2021년 8월 13일,이몽룡,,,2조,"두 줄\n로 된 값",,\r\n'
        '"쪽 없는 줄",,,,,,"글은 | 남는다",,\r\n'
    )
    return {
        f"{STUDY}.md": study.encode(),
        f"{INTRO_PAGE}.md": f"# {INTRO}\n\n반갑습니다.\n".encode(),
        f"{MEETINGS}.csv": "﻿이름,📅 날짜\r\n짧은,표\r\n".encode(),
        f"{MEETINGS}_all.csv": (columns + rows).encode(),
        f"{FIRST_PAGE}.md": first.encode(),
        f"{FIRST_PAGE}/Untitled 3.png": PIXEL,
        f"{FIRST_PAGE}/자료 (1).pdf": b"%PDF-1.4",
        f"{SECOND_PAGE}.md": second.encode(),
    }


def study_in_html(form: Form = "NFC") -> dict[str, bytes]:
    """The same pages as HTML, with a picture that only this form has."""

    def anchor(path: str, text: str) -> str:
        return f'<a href="{link(path, form)}">{text}</a>'

    study = (
        f'<figure class="link-to-page">{anchor(f"{MEETINGS}.html", "회의록")}</figure>'
        f'<figure class="link-to-page">{anchor(f"{INTRO_PAGE}.html", INTRO)}</figure>'
        + paragraph(anchor(f"{STUDY}/없는 쪽 {ELSEWHERE}.html", "없는 쪽"))
    )
    rows = "".join(
        f'<tr id="{uuid(title)}"><td class="cell-title">'
        f'{anchor(f"{MEETINGS_FOLDER}/{named(title)}.html", title)}</td><td class="cell-x">{group}</td></tr>'
        for title, group in ((FIRST, "1조"), (SECOND, "2조"))
    )
    meetings = (
        '<table class="collection-content"><thead><tr><th>이름</th><th>담당 조</th></tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )
    first = (
        f'<figure class="image"><a href="{link(f"{named(FIRST)}/Untitled 3.png", form)}">'
        f'<img src="{link(f"{named(FIRST)}/Untitled 3.png", form)}"/></a></figure>'
        + paragraph(f'<a href="https://www.notion.so/{page_id(SECOND)}?pvs=21">내일</a>')
        + paragraph(anchor(f"{named(FIRST)}/{quote('그림.png')}", "두 번 적힌 이름"))
    )
    return {
        f"{STUDY}.html": html_page("스터디", study),
        f"{INTRO_PAGE}.html": html_page(INTRO, paragraph("반갑습니다.")),
        f"{MEETINGS}.html": html_page("회의록", meetings),
        f"{FIRST_PAGE}.html": html_page(FIRST, first, {"날짜": "2021년 8월 12일 오후 1:00"}),
        f"{FIRST_PAGE}/Untitled 3.png": PIXEL,
        f"{FIRST_PAGE}/{quote('그림.png')}": b"twice",
        f"{SECOND_PAGE}.html": html_page(SECOND, ""),
        "index.html": contents(
            ("스터디", "html", 0),
            (INTRO, "html", 1),
            ("회의록", "html", 1),
            (SECOND, "html", 2),
            (FIRST, "html", 2),
        ),
    }
