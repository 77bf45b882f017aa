"""What git knows: asked as a program, never through a shell, and never waited for long."""

import os
import subprocess
from pathlib import Path

_PATIENCE_SECONDS = 5
# Set by git around its hooks: they would make it answer for another repository.
_MISLEADING = {"GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE"}


def user_name(root: Path) -> str | None:
    """The name that git would put on a commit in the folder; None where nobody told it."""
    return _asked(root, "config", "--get", "user.name") or None


def is_repository(root: Path) -> bool:
    """Whether the folder lies in the work tree of a repository."""
    return _asked(root, "rev-parse", "--is-inside-work-tree") == "true"


def uncommitted(root: Path, *below: str) -> tuple[str, ...] | None:
    """What is changed or new in the folder and not committed, by path from it; None where git cannot tell."""
    answer = _asked(root, "status", "--porcelain", "-z", "--no-renames", "--", *below)
    prefix = _asked(root, "rev-parse", "--show-prefix")
    if answer is None or prefix is None:
        return None
    paths = (entry[3:] for entry in f" {answer}".split("\0") if entry.strip())
    return tuple(path.removeprefix(prefix) for path in paths)


def git_version() -> str | None:
    """The version of git, such as `2.39.5`; None where it is not installed."""
    answer = _asked(Path(), "version")
    return answer.removeprefix("git version ") if answer else None


def _asked(root: Path, *words: str) -> str | None:
    """What git answers on one line; None when it is absent, refuses, or takes too long."""
    try:
        run = subprocess.run(
            ["git", "-C", str(root.absolute()), *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE_SECONDS,
            env=_environment(),
            check=True,
        )
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return run.stdout.decode("utf-8", "replace").strip()


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name not in _MISLEADING}
    return {**kept, "LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_OPTIONAL_LOCKS": "0"}
