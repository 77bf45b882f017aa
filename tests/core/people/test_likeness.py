"""Who may be meant by a name that nobody answers to."""

import pytest

from studylog.core.people.likeness import may_be_meant
from studylog.core.people.roster import Person, Roster

ROSTER = Roster(
    (
        Person("성춘향", aliases=("향단이친구",), login="chunhyang"),
        Person("이몽룡"),
        Person("임꺽정"),
        Person("Linnea Berg", aliases=("리네아",)),
    )
)


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("성춘양", ("성춘향",)),
        ("춘양", ("성춘향",)),
        ("몽용", ("이몽룡",)),
        ("chunyang", ("성춘향",)),
        ("Linea", ("Linnea Berg",)),
        ("ㅅㅊㅎ", ("성춘향",)),
        ("ㅊㅎ", ("성춘향",)),
        ("ㅇㄲㅈ", ("임꺽정",)),
        ("LB", ("Linnea Berg",)),
        ("L. B.", ("Linnea Berg",)),
        ("방자", ()),
        ("ㅂㅈ", ()),
        ("", ()),
    ],
)
def test_a_name_is_suggested_by_initials_and_by_spelling(written: str, names: tuple[str, ...]) -> None:
    assert names == tuple(person.name for person in may_be_meant(written, ROSTER))


def test_initials_of_several_people_suggest_all_of_them() -> None:
    roster = Roster((Person("김하나"), Person("강현아"), Person("박하나")))
    assert ("김하나", "박하나") == tuple(person.name for person in may_be_meant("ㅎㄴ", roster))


def test_nobody_suggests_nobody() -> None:
    assert () == may_be_meant("성춘향", Roster())


@pytest.mark.parametrize("role", ["멘토님", "Mentor", "교수님"])
def test_a_role_is_no_name_that_somebody_may_have(role: str) -> None:
    assert () == may_be_meant(role, Roster((Person("Nora Field"), Person("멘토현"))))
