"""What git knows: asked as a program, never through a shell, and never waited for long."""

from pathlib import Path

from studylog.store.git.running import GitError, run


def user_name(root: Path) -> str | None:
    """The name that git would put on a commit in the folder; None where nobody told it."""
    return _line(root, "config", "--get", "user.name") or None


def is_repository(root: Path) -> bool:
    """Whether the folder lies in the work tree of a repository."""
    return _line(root, "rev-parse", "--is-inside-work-tree") == "true"


def uncommitted(root: Path, *below: str) -> tuple[str, ...] | None:
    """What is changed or new in the folder and not committed, by path from it; None where git cannot tell."""
    answer = _asked(root, "status", "--porcelain", "-z", "--no-renames", "--", *below)
    prefix = _asked(root, "rev-parse", "--show-prefix")
    if answer is None or prefix is None:
        return None
    # Two letters of state and a blank stand before each path.
    paths = (entry[3:] for entry in answer.split("\0") if entry)
    return tuple(path.removeprefix(prefix.removesuffix("\n")) for path in paths)


def git_version() -> str | None:
    """The version of git, such as `2.39.5`; None where it is not installed."""
    answer = _line(Path(), "version")
    return answer.removeprefix("git version ") if answer else None


def _line(root: Path, *words: str) -> str | None:
    answer = _asked(root, *words)
    return answer.strip() if answer is not None else None


def _asked(root: Path, *words: str) -> str | None:
    """What git answers; None when it is absent, refuses, or takes too long."""
    try:
        return run(root, *words).decode("utf-8", "replace")
    except GitError:
        return None
