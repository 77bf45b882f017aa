"""What happens in the child: a file is opened under limits, and given back as what it was asked for."""

import json
import signal
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import asdict
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Literal, TypeVar

from studylog.core.printed.read import PrintedNote, read_printed
from studylog.store.pdf.limits import TooMuchError

Kind = Literal["note", "deck", "picture", "title"]
"""What may be asked of a file: a printed note, slides page by page, a picture drawn anew, how it begins."""
Reason = Literal["damaged", "locked", "large", "slow", "died"]

# Memory of the process itself, and all that it may address, libraries and all; some systems know only one.
MOST_MEMORY = 240 << 20
MOST_ADDRESSES = 1 << 30
MOST_FILE = 64 << 20
_GRACE = 2

_Made = TypeVar("_Made")


def serve(connection: Connection) -> None:
    """Reads what it is asked for until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory()
    with suppress(EOFError, OSError):
        while True:
            kind, file, folder, words, seconds = json.loads(connection.recv_bytes())
            limit_time(seconds)
            connection.send_bytes(json.dumps(_answer(kind, Path(file), Path(folder), words)).encode())


def read_answer(answer: bytes, made_of: Callable[[dict[str, Any]], _Made]) -> _Made | Reason:
    """What is made of an answer of the child, or why it has none; ValueError where nobody understands it.

    The file that the child looked into may have taken it over, so nothing in the answer is trusted.
    """
    try:
        fields = json.loads(answer)
        if not isinstance(fields, dict):
            raise TypeError(fields)
        return _reason(fields["failed"]) if "failed" in fields else made_of(fields)
    except (TypeError, KeyError, OverflowError, RecursionError) as error:
        raise ValueError("no answer") from error


def _reason(written: object) -> Reason:
    known: tuple[Reason, ...] = ("damaged", "locked", "large")
    return next((reason for reason in known if reason == written), "damaged")


def note_of(fields: dict[str, Any]) -> PrintedNote:
    """The note that a child has read."""
    properties = tuple((str(name), str(value)) for name, value in fields["properties"])
    pictures = tuple(map(str, fields["pictures"]))
    return PrintedNote(**{**fields, "properties": properties, "pictures": pictures})


def limit_memory() -> None:
    """Bounds what this process may take, for as long as it runs."""
    with suppress(ImportError):
        import resource

        limits = {
            "RLIMIT_DATA": MOST_MEMORY,
            "RLIMIT_AS": MOST_ADDRESSES,
            "RLIMIT_FSIZE": MOST_FILE,
            "RLIMIT_CORE": 0,
        }
        for name, most in limits.items():
            with suppress(AttributeError, ValueError, OSError):
                resource.setrlimit(getattr(resource, name), (most, most))


def limit_time(seconds: float) -> None:
    """Ends the process when it has worked for so many seconds."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime + seconds) + _GRACE
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


def _answer(kind: Kind, file: Path, folder: Path, words: str) -> dict[str, object]:
    try:
        return _ANSWERS[kind](file, folder, words)
    except (TooMuchError, MemoryError):
        return {"failed": "large"}
    except Exception as error:
        # What a damaged file makes of the reader is anybody's guess; no trace of it reaches the terminal.
        return {"failed": "locked" if _is_locked(error) else "damaged"}


def _is_locked(error: Exception) -> bool:
    import pypdfium2

    return isinstance(error, pypdfium2.PdfiumError) and "assword" in str(error)


def _note(file: Path, folder: Path, words: str) -> dict[str, object]:
    from studylog.store.pdf.extract import extract

    return asdict(read_printed(extract(file, folder), words))


def _deck(file: Path, folder: Path, words: str) -> dict[str, object]:
    from studylog.store.pdf.slides import drawn_pages

    return drawn_pages(file, folder)


def _picture(file: Path, folder: Path, words: str) -> dict[str, object]:
    from studylog.store.pdf.redraw import redrawn

    return redrawn(file, folder)


def _title(file: Path, folder: Path, words: str) -> dict[str, object]:
    from studylog.store.pdf.pagetext import beginning

    return beginning(file)


_ANSWERS: Mapping[Kind, Callable[[Path, Path, str], dict[str, object]]] = {
    "note": _note,
    "deck": _deck,
    "picture": _picture,
    "title": _title,
}
