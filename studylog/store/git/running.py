"""The one place that starts git: without shell, hooks and connections, bounded in time and in its answer."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import IO, Literal

PATIENCE_SECONDS = 5.0
"""How long git is waited for."""

MOST_BYTES = 256 * 1024 * 1024
"""The longest answer that is read."""

# Set by git around its hooks, or by hand: they would make it answer for another repository.
_MISLEADING = {
    *("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE"),
    *("GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_SHALLOW_FILE", "GIT_GRAFT_FILE"),
    "GIT_EXTERNAL_DIFF",
    *("GIT_LITERAL_PATHSPECS", "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS"),
}
_QUIET = {
    "LC_ALL": "C",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    # Of a clone that left something out, git would fetch it: no protocol is allowed, so that it cannot.
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "",
}
# A repository may name programs in its settings: none of them is started.
_TAME = (
    *("-c", "protocol.allow=never", "-c", f"core.hooksPath={os.devnull}", "-c", "core.fsmonitor=false"),
    *("-c", "core.pager=cat", "-c", "diff.external=", "-c", "core.untrackedCache=false"),
)

Kind = Literal["absent", "refused", "slow"]


class GitError(Exception):
    """Git gave no answer: it is `absent`, it `refused`, or it was too `slow` or had too much to say."""

    def __init__(self, kind: Kind) -> None:
        super().__init__(kind)
        self.kind = kind


def run(
    root: Path,
    *words: str,
    told: bytes = b"",
    ceiling: Path | None = None,
    patience: float | None = None,
) -> bytes:
    """What git answers in a folder that `told` on its input; no repository above `ceiling` is asked."""
    with _input(told) as given:
        try:
            process = subprocess.Popen(
                ["git", *_TAME, "-C", str(root.absolute()), *words],
                stdin=given or subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env=_environment(ceiling),
            )
        except (OSError, ValueError) as error:
            raise GitError("absent") from error
        return _answer(process, PATIENCE_SECONDS if patience is None else patience)


@contextmanager
def _input(told: bytes) -> Iterator[IO[bytes] | None]:
    """A file to be read from its beginning, if there is anything to be told."""
    if not told:
        yield None
        return
    # Late, because most questions are told by words alone.
    from tempfile import TemporaryFile

    with TemporaryFile() as given:
        given.write(told)
        given.seek(0)
        yield given


def _answer(process: "subprocess.Popen[bytes]", patience: float) -> bytes:
    late: list[bool] = []

    def stop() -> None:
        late.append(True)
        process.kill()

    clock = Timer(patience, stop)
    clock.start()
    with process:
        assert process.stdout is not None
        try:
            answer = process.stdout.read(MOST_BYTES + 1)
        except BaseException:
            process.kill()
            raise
        finally:
            clock.cancel()
        if len(answer) > MOST_BYTES:
            stop()
    if late:
        raise GitError("slow")
    if process.returncode:
        raise GitError("refused")
    return answer


def _environment(ceiling: Path | None) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _MISLEADING}
    ceilings = {"GIT_CEILING_DIRECTORIES": str(ceiling)} if ceiling else {}
    return {**kept, **_QUIET, **ceilings}
