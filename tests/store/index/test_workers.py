"""Work that is mapped over workers: in order, a few pieces ahead, and done here where they die."""

from concurrent.futures import ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool

import pytest

from studylog.store.index.workers import Pool, mapped
from tests.store.index.test_executors import Dying


def half(number: int) -> float:
    return 1 / number


def test_results_are_in_the_order_of_the_pieces() -> None:
    expected = [half(number) for number in range(1, 200)]
    assert expected == list(mapped(None, half, range(1, 200)))
    with ThreadPoolExecutor(4) as executor:
        assert expected == list(mapped(executor, half, range(1, 200)))


@pytest.mark.parametrize("lives", [0, 1, 30])
def test_what_dead_workers_leave_is_done_here(lives: int) -> None:
    dying = Dying(lives, BrokenProcessPool("a worker died"))
    assert [half(number) for number in range(1, 50)] == list(mapped(dying, half, range(1, 50)))


def test_only_a_few_pieces_are_made_before_somebody_asks_for_results() -> None:
    made: list[int] = []

    def piece(number: int) -> int:
        made.append(number)
        return number

    with ThreadPoolExecutor(2) as executor:
        for done, _ in enumerate(mapped(executor, half, map(piece, range(1, 1000))), 1):
            assert done <= len(made) <= done + 20


def test_what_fails_fails_as_it_would_here() -> None:
    with ThreadPoolExecutor(2) as executor, pytest.raises(ZeroDivisionError):
        list(mapped(executor, half, [1, 0]))


def test_a_pool_that_was_closed_starts_other_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.cpu_count", lambda: 2)
    pool = Pool()
    first = pool.workers(1000)
    assert first
    assert first is pool.workers(1000)
    pool.close()
    second = pool.workers(1000)
    assert second
    assert [half(4)] == list(second.map(half, [4]))
    pool.close()
    with pytest.raises(RuntimeError):
        first.submit(half, 4)
