"""What happens in the child: a PDF is opened under limits, and given back as the parts of a note."""

import json
import signal
from contextlib import suppress
from dataclasses import asdict
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Literal

from studylog.core.printed.read import PrintedNote, read_printed
from studylog.store.pdf.limits import TooMuchError

Reason = Literal["damaged", "locked", "large", "slow", "died"]

# Memory of the process itself, and all that it may address, libraries and all; some systems know only one.
MOST_MEMORY = 240 << 20
MOST_ADDRESSES = 1 << 30
MOST_FILE = 64 << 20
_GRACE = 2


def serve(connection: Connection) -> None:
    """Reads what it is asked for until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    limit_memory()
    with suppress(EOFError, OSError):
        while True:
            file, folder, formula, seconds = json.loads(connection.recv_bytes())
            limit_time(seconds)
            connection.send_bytes(json.dumps(_read(Path(file), Path(folder), formula)).encode())


def note_of(answer: bytes) -> PrintedNote | Reason:
    """The note in an answer of the child, or the reason why there is none; ValueError for anything else."""
    try:
        fields: dict[str, Any] = json.loads(answer)
        if "failed" in fields:
            return _reason(fields["failed"])
        fields["properties"] = tuple((str(name), str(value)) for name, value in fields["properties"])
        fields["pictures"] = tuple(map(str, fields["pictures"]))
        return PrintedNote(**fields)
    except (TypeError, KeyError) as error:
        raise ValueError("no answer") from error


def _reason(written: str) -> Reason:
    known: tuple[Reason, ...] = ("damaged", "locked", "large")
    return next((reason for reason in known if reason == written), "damaged")


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
    """Ends the process when it works on after nobody waits for it any more."""
    with suppress(ImportError, ValueError, OSError):
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime + seconds) + _GRACE
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))


def _read(file: Path, folder: Path, formula: str) -> dict[str, object]:
    import pypdfium2

    from studylog.store.pdf.extract import extract

    try:
        return asdict(read_printed(extract(file, folder), formula))
    except (TooMuchError, MemoryError):
        return {"failed": "large"}
    except pypdfium2.PdfiumError as error:
        return {"failed": "locked" if "assword" in str(error) else "damaged"}
    except Exception:
        # What a damaged file makes of the reader is anybody's guess; no trace of it reaches the terminal.
        return {"failed": "damaged"}
