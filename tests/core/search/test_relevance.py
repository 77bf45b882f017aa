"""People find what they look for: real queries on the notebook of this repository."""

from statistics import mean

from studylog.core.search.queries.query import parse
from studylog.core.search.ranking.find import search
from tests.core.search.notebook import Looking, demo, lookings, recall, reciprocal_rank


def found(looking: Looking) -> list[str]:
    hits = search(demo(), parse(looking.query), 50).hits
    return [demo().document(hit.number).id for hit in hits]


def test_there_are_queries_of_every_kind() -> None:
    assert len(lookings()) >= 60


def test_what_is_meant_is_among_the_first_five() -> None:
    missed = [looking.query for looking in lookings() if recall(looking, found(looking)) < 0.5]
    assert ([], True) == (missed, mean(recall(one, found(one)) for one in lookings()) >= 0.95)


def test_what_is_meant_comes_first() -> None:
    late = [looking.query for looking in lookings() if reciprocal_rank(looking, found(looking)) < 0.5]
    assert ([], True) == (late, mean(reciprocal_rank(one, found(one)) for one in lookings()) >= 0.95)
