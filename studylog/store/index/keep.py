"""Where the index lies: `.studylog/index.db`, used only when it is exactly what the last run left there."""

import json
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from sqlite3 import Connection, DatabaseError
from time import sleep

from studylog.core.values import dataclass
from studylog.store.beside import FOLDER, leave, refuse_link
from studylog.store.index.damage import DamagedError
from studylog.store.index.database import State, UnusableError, begin, connection, is_damage
from studylog.store.lock import tried

_DATABASE, _STATE, _LOCK = "index.db", "index.json", "index.lock"
_BESIDE = ("-journal", "-wal", "-shm")
# About a second for others to let go; about a minute where only a run that fills the index can be waited for.
_ATTEMPTS, _MOST_ATTEMPTS, _NAP = 40, 2400, 0.025


@dataclass(frozen=True, slots=True)
class Shelf:
    """The folder in which an index is kept; what is `lasting` there survives the power."""

    folder: Path
    lasting: bool = True

    @property
    def database(self) -> Path:
        """The file of the index."""
        return self.folder / _DATABASE

    def state(self, key: str) -> State:
        """The state of the index; UnusableError when it is for another key, or is not what was left here."""
        state = self._left()
        if state is None or state.key != key:
            raise UnusableError
        return state

    def leave(self, state: State) -> None:
        """Says that the database is whole, and what tells that it is still the same one."""
        if self._left() != state:
            leave(self.folder / _STATE, {**state._asdict(), "stamp": self._stamp()})

    def distrust(self) -> None:
        """Lets the next run make the index anew."""
        with suppress(OSError):
            (self.folder / _STATE).unlink()

    @contextmanager
    def as_left(self, key: str, *, writing: bool = False) -> Iterator[tuple[Connection, State]]:
        """The database with its state, in a transaction; UnusableError when it is not what was left here."""
        state = self.state(key)
        with closing(self.writing() if writing else self.reading()) as db:
            begin(db, state, writing=writing)
            yield db, state

    @contextmanager
    def in_use(self) -> Iterator[None]:
        """While the index is read: DamagedError where it turns out to be damaged, and no trust in it then."""
        try:
            yield
        except DatabaseError as error:
            if not is_damage(error):
                raise
            self.distrust()
            raise DamagedError(FOLDER) from error

    def reading(self) -> Connection:
        """The database, to be read."""
        return self._connection("ro")

    def writing(self) -> Connection:
        """The database, to be changed."""
        return self._connection("rwc")

    def clear(self) -> None:
        """Removes the index, whatever is left of it."""
        for name in (_STATE, _DATABASE, *(_DATABASE + beside for beside in _BESIDE)):
            (self.folder / name).unlink(missing_ok=True)

    @contextmanager
    def held(self, *, patient: bool) -> Iterator[bool]:
        """Holds the index against other runs; False when one does not let go.

        It is waited for longer when somebody is `patient`, or when there is nothing else to be read.
        """
        lock = self._lock()
        for attempt in range(_MOST_ATTEMPTS):
            with tried(lock) as taken:
                if taken:
                    yield True
                    return
            if attempt >= _ATTEMPTS and not patient and self._left():
                break
            sleep(_NAP)
        yield False

    def now(self) -> int:
        """The time by the clock of the file system, in nanoseconds."""
        lock = self._lock()
        lock.touch()
        return lock.stat().st_mtime_ns

    def _lock(self) -> Path:
        self.folder.mkdir(exist_ok=True)
        refuse_link(self.folder)
        lock = self.folder / _LOCK
        if lock.is_symlink():
            lock.unlink()
        lock.touch()
        return lock

    def _left(self) -> State | None:
        """What the last run left, for whichever key; None when the database is another one since."""
        try:
            found = json.loads((self.folder / _STATE).read_text("utf-8"))
            state = State(found["key"], found["id"], found["generation"])
            # Damage may show in no reading: whoever else wrote here, the notes are read anew.
            return state if found["stamp"] == self._stamp() else None
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def _stamp(self) -> list[int]:
        status = self.database.stat()
        return [status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino]

    def _connection(self, mode: str) -> Connection:
        return connection(f"{self.database.absolute().as_uri()}?mode={mode}", lasting=self.lasting)


def shelf_of(root: Path) -> Shelf:
    """The shelf of a notebook."""
    return Shelf(root / FOLDER)
