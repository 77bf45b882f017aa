"""The people of a team as a table: what is stated, and what is only hinted at."""

from datetime import date

import pytest

from studylog.cli.shown.peopletables import people_table
from studylog.cli.shown.tables import Cell
from studylog.core.people.attendance import PersonStanding
from studylog.features.people import Member


@pytest.mark.parametrize(
    ("presented", "hinted", "drawn"), [(0, 0, ""), (2, 0, "2"), (0, 1, "+1?"), (2, 1, "2+1?")]
)
def test_papers_that_are_only_hinted_at_are_drawn_but_never_counted(
    presented: int, hinted: int, drawn: str
) -> None:
    member = Member(PersonStanding("홍길동", presented=presented, hinted=hinted), None)
    (group,) = people_table([member], [], date(2021, 8, 13), "ko").groups
    assert Cell(drawn, plain=str(presented)) == group.rows[0][-1]
