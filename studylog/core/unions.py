"""What belongs together, told pair by pair."""

from collections.abc import Iterable


class Union:
    """Numbers, of which some are joined pair by pair."""

    def __init__(self, numbers: Iterable[int]) -> None:
        self._above = {number: number for number in numbers}

    def join(self, one: int, other: int) -> None:
        """Two belong together; the smaller number leads."""
        one, other = self._top(one), self._top(other)
        self._above[max(one, other)] = min(one, other)

    def parts(self) -> list[list[int]]:
        """What belongs together, each part in order, and the parts by their first number."""
        parts: dict[int, list[int]] = {}
        for number in self._above:
            parts.setdefault(self._top(number), []).append(number)
        return list(parts.values())

    def _top(self, number: int) -> int:
        while self._above[number] != number:
            self._above[number] = self._above[self._above[number]]
            number = self._above[number]
        return number
