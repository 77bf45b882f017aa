"""What the preview shows now, and who waits to hear that it is another."""

import os
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from threading import Condition
from typing import NamedTuple

from studylog.core.values import dataclass, field

# Of a change that is larger, every page may be different.
_MOST_TOLD = 1_000
_KEPT = 64


@dataclass(frozen=True, slots=True)
class Failure:
    """Why the site could not be built: where, what, and what mends it, as people read it."""

    place: str | None
    sentence: str
    hint: str | None


class State(NamedTuple):
    """A state of the site by its stamp; which names are different in it, None for any; what is wrong."""

    stamp: str
    changed: tuple[str, ...] | None
    failure: Failure | None


@dataclass(slots=True)
class Preview:
    """The states of a site one after the other, and the pages that somebody looks at."""

    _run: str = field(default_factory=lambda: os.urandom(4).hex())
    _states: list[State] = field(default_factory=list)
    _number: int = 0
    _ahead: dict[str, bytes] = field(default_factory=dict)
    _looked_at: Counter[str] = field(default_factory=Counter)
    _arrived: set[str] = field(default_factory=set)
    _news: Condition = field(default_factory=Condition)
    _closed: bool = False

    def __post_init__(self) -> None:
        self._states.append(State(f"{self._run}-0", None, None))

    @property
    def now(self) -> State:
        """The state that pages are served in."""
        return self._states[-1]

    @property
    def closed(self) -> bool:
        """Whether nothing more will be told."""
        return self._closed

    def looked_at(self) -> tuple[str, ...]:
        """The names of the pages that are open somewhere, and in sight."""
        with self._news:
            return tuple(sorted(self._looked_at))

    def ahead(self, name: str) -> bytes | None:
        """A page that was made before the rest of the site is in its place."""
        return self._ahead.get(name)

    def show_ahead(self, pages: Mapping[str, bytes]) -> None:
        """Shows pages before the rest of the site is made."""
        with self._news:
            self._ahead = dict(pages)
            self._tell(tuple(pages), None)

    def wait_for_pages(self, seconds: float) -> None:
        """Waits until the pages that were shown ahead are; whoever takes longer is not waited for."""
        with self._news:
            pages = self._ahead.keys()
            self._news.wait_for(lambda: self._closed or self._arrived >= pages, seconds)

    def show(self, changed: Collection[str], built: Callable[[str], bytes | None]) -> None:
        """Shows the site as it is in its folder; pages that were shown ahead as they were built are not told.

        Something may have changed between the two, and nobody would be told of that later.
        """
        with self._news:
            others = {name for name, page in self._ahead.items() if page != built(name)}
            names = tuple(sorted(set(changed) - self._ahead.keys() | others))
            self._ahead = {}
            if names or self.now.failure:
                self._tell(names if len(names) <= _MOST_TOLD else None, None)

    def fail(self, failure: Failure) -> None:
        """Shows what is wrong, over the pages as they were."""
        with self._news:
            gone = tuple(self._ahead)
            self._ahead = {}
            self._tell(gone, failure)

    def close(self) -> None:
        """Lets everybody go who waits."""
        with self._news:
            self._closed = True
            self._news.notify_all()

    def after(self, stamp: str, seconds: float) -> State | None:
        """The state that came after one: of several, with what is different in any; None when none came."""
        with self._news:
            self._news.wait_for(lambda: self._closed or self.now.stamp != stamp, seconds)
            if self._closed or self.now.stamp == stamp:
                return None
            missed = self._since(stamp)
            if missed is None or any(one.changed is None for one in missed):
                return self.now._replace(changed=None)
            return self.now._replace(
                changed=tuple(sorted({name for one in missed for name in one.changed or ()}))
            )

    @contextmanager
    def looking(self, name: str, stamp: str) -> Iterator[None]:
        """While somebody looks at a page, in the state of a stamp."""
        with self._news:
            self._looked_at[name] += 1
            if stamp == self.now.stamp:
                self._arrived.add(name)
                self._news.notify_all()
        try:
            yield
        finally:
            with self._news:
                self._looked_at[name] -= 1
                if not self._looked_at[name]:
                    # Any name may be asked for, and a preview runs for days.
                    del self._looked_at[name]

    def _since(self, stamp: str) -> list[State] | None:
        for at, state in enumerate(self._states):
            if state.stamp == stamp:
                return self._states[at + 1 :]
        return None

    def _tell(self, changed: tuple[str, ...] | None, failure: Failure | None) -> None:
        self._number += 1
        self._arrived = set()
        self._states = [*self._states[-_KEPT:], State(f"{self._run}-{self._number}", changed, failure)]
        self._news.notify_all()
