"""Four figures in the name of what was written about a day."""

from datetime import date

import pytest

from studylog.core.dates.figures import day_in_figures
from studylog.core.dates.reading import DateParts

BEGUN, FINISHED = date(2021, 8, 3), date(2021, 8, 17)

DAYS = """
0812
Week2_0812
week 2 - 0812
W2_0812
2주차 0812 정리
0812 피어세션
[0812] 회의록
📝 0812 회의록
회의록_0812
회의록 (0812)
스터디 모임 0812
０８１２ 피어세션
"""

NO_DAYS = """
0812개의 표본
ResNet-0812
v0812
arXiv 0812.1234
0812-0819 정리
08:12
0812/0813
batch size 0812
임베딩 0812 차원
기수 0812 발표 준비
1332 피어세션
0231
20210812
Week2_08123
"""


@pytest.mark.parametrize("name", DAYS.strip().splitlines())
def test_a_month_and_a_day_near_the_time_of_writing(name: str) -> None:
    assert day_in_figures(name, [BEGUN, FINISHED]) == DateParts(2021, 8, 12)


@pytest.mark.parametrize("name", ["0812(목) 피어세션", "Week2_0812 (Thu)", "정리 0812 (목)"])
def test_with_its_weekday(name: str) -> None:
    assert day_in_figures(name, [BEGUN]) == DateParts(2021, 8, 12, weekday=3)


@pytest.mark.parametrize("name", NO_DAYS.strip().splitlines())
def test_what_only_looks_like_it(name: str) -> None:
    assert day_in_figures(name, [BEGUN, FINISHED]) is None


def test_figures_far_from_the_time_of_writing_count_something() -> None:
    assert day_in_figures("1024 피어세션", [BEGUN, FINISHED]) is None
    assert day_in_figures("0812 피어세션", []) is None


def test_another_weekday_than_that_of_the_day_is_no_day() -> None:
    assert day_in_figures("0812(금) 피어세션", [BEGUN, FINISHED]) is None


def test_one_of_the_times_of_writing_is_enough() -> None:
    template, written = date(2021, 3, 1), date(2022, 1, 3)
    assert day_in_figures("1230 회고", [template, written]) == DateParts(2021, 12, 30)
