"""One paper however it is spelt: what was planned for it, who presented it, where its slides are."""

from pathlib import Path

import pytest

from studylog.core.model import Paper
from studylog.core.papers.slides import name_in_file
from studylog.core.people.roster import Person, Roster
from studylog.core.settings import Settings
from studylog.store.files import sha256
from studylog.store.index.lists import IndexLists
from tests.indexes import fresh, indexed, notebook

SETTINGS = Settings(roster=Roster((Person("홍길동"), Person("이몽룡"))))
SECTION = "### 2. 논문 리뷰\n\n"


def bodies_of(*bodies: str) -> dict[str, str]:
    days = (f"2021-08-{10 + i}" for i in range(len(bodies)))
    return {f"{day}.md": f"---\ndate: {day}\n---\n{body}" for day, body in zip(days, bodies, strict=True)}


def papers(*bodies: str) -> tuple[Paper, ...]:
    notes = ((f"notes/{name}", text) for name, text in bodies_of(*bodies).items())
    return IndexLists(indexed(notes, SETTINGS)).papers.whole()


def test_a_plan_and_a_presentation_meet() -> None:
    (paper,) = papers(
        "- VGG-16 (2014) → 리뷰 → 몽룡님(8/11 수)", SECTION + "#### VGG\n\n발표자료: <https://e.org/VGG.pdf>"
    )
    assert (paper.title, paper.aliases, paper.year) == ("VGG-16", ("VGG",), 2014)
    assert paper.planned is not None
    assert (paper.planned.presenters, str(paper.planned.date)) == (("이몽룡",), "2021-08-11")
    assert [place.path for place in paper.presented] == ["notes/2021-08-11.md"]


def test_a_meeting_presents_a_paper_once_though_its_topic_and_a_heading_name_it() -> None:
    topic = SECTION + "- 발표 주제 : VGG, ResNet\n- [발표 자료](https://e.org/a.pdf)\n\n"
    both = papers(topic + "**VGG**\n\n- 깊다\n\n**ResNet**\n\n- 더 깊다", SECTION + "#### VGG\n\n다시 본다")
    assert [(one.title, len(one.presented)) for one in both] == [("ResNet", 1), ("VGG", 2)]


def test_who_presented_is_stated_or_planned_or_hinted_at() -> None:
    stated = papers(SECTION + "#### VGG\n\n발표자: 길동님")[0]
    planned = papers("- VGG (2014) → 몽룡님(8/11)")[0]
    hinted = papers(SECTION + "#### VGG\n\n발표자료: ../slides/VGG_이몽룡.pdf")[0]
    unknown = papers(SECTION + "#### VGG\n\n발표자료: ../slides/VGG.pdf")[0]
    assert [(paper.presenter, paper.presenter_evidence) for paper in (stated, planned, hinted, unknown)] == [
        ("홍길동", "stated"),
        ("이몽룡", "plan"),
        ("이몽룡", "filename"),
        (None, None),
    ]


def test_a_name_in_a_file_needs_a_roster_or_a_plain_name() -> None:
    assert name_in_file("a/Xception_%EC%9D%B4%EB%AA%BD%EB%A3%A1.pdf", SETTINGS.roster) == "이몽룡"
    assert name_in_file("a/DenseNet_발표.pdf", SETTINGS.roster) is None
    assert name_in_file("a/Xception_이몽룡.pdf", Roster()) == "이몽룡"


@pytest.mark.parametrize(
    ("file", "name"),
    [
        ("Xception_제갈량.pdf", "제갈량"),
        ("Xception_남궁민수.pdf", "남궁민수"),
        ("VGG (성춘향).pdf", "성춘향"),
        ("VGG_이몽룡_최종본.pdf", "이몽룡"),
        ("VGG_몽룡님.pdf", "몽룡"),
        ("VGG_홍민식.pdf", "홍민식"),
        ("VGG_몽룡.pdf", None),
        ("과정 소개.pdf", None),
        ("DenseNet_발표.pdf", None),
        ("GAN_모델.pdf", None),
        ("GAN_모델링.pdf", None),
        ("Week3_강의록.pdf", None),
        ("BERT_정리본.pdf", None),
    ],
)
def test_without_a_roster_only_what_is_plainly_a_name_is_one(file: str, name: str | None) -> None:
    assert name == name_in_file(f"slides/{file}", Roster())


def test_links_that_differ_only_in_their_encoding_are_the_same_slides() -> None:
    plain, encoded = "https://e.org/VGG_이몽룡.pdf", "https://e.org/VGG_%EC%9D%B4%EB%AA%BD%EB%A3%A1.pdf"
    (paper,) = papers(
        f"{SECTION}#### VGG\n\n발표자료: <{plain}>", f"{SECTION}#### VGG\n\n발표자료: <{encoded}>"
    )
    assert [slides.url for slides in paper.slides] == [plain]
    assert len(paper.presented) == 2


def test_slides_in_the_notebook_are_known_by_their_content(tmp_path: Path) -> None:
    body = f"{SECTION}#### VGG\n\n발표자료: ../slides/VGG.pdf\n\n발표자료: [b](../slides/gone.pdf)"
    book = notebook(tmp_path, bodies_of(body))
    (tmp_path / "slides").mkdir()
    (tmp_path / "slides" / "VGG.pdf").write_bytes(b"slides")
    with fresh(book) as db:
        (paper,) = IndexLists(db).papers.whole()
    assert [(slides.path, slides.sha256, slides.status) for slides in paper.slides] == [
        ("slides/VGG.pdf", sha256(b"slides"), "ok"),
        (None, None, "missing"),
    ]


def test_the_questions_about_a_paper_are_found_with_it() -> None:
    (paper,) = papers(f"{SECTION}#### ResNet\n\nQ. 왜 더하나요?\n\nQ. 언제 더하나요?")
    assert len(paper.questions) == 2
