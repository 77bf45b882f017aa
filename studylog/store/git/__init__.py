"""What git knows: asked as a program, never through a shell, and never waited for long."""

from pathlib import Path

from studylog.store.git.running import GitError, run


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
    # Two letters of state stand before each path; of the first, a blank may be gone.
    paths = (entry.lstrip().partition(" ")[2].lstrip() for entry in answer.split("\0") if entry.strip())
    return tuple(path.removeprefix(prefix) for path in paths)


def git_version() -> str | None:
    """The version of git, such as `2.39.5`; None where it is not installed."""
    answer = _asked(Path(), "version")
    return answer.removeprefix("git version ") if answer else None


def _asked(root: Path, *words: str) -> str | None:
    """What git answers on one line; None when it is absent, refuses, or takes too long."""
    try:
        return run(root, *words).decode("utf-8", "replace").strip()
    except GitError:
        return None
