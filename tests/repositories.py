"""Repositories for tests: made by git in a folder of the test, with no settings but these."""

import os
import shlex
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

_QUIET = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "a",
    "GIT_AUTHOR_EMAIL": "a@example",
    "GIT_COMMITTER_NAME": "a",
    "GIT_COMMITTER_EMAIL": "a@example",
}


def git(folder: Path, *words: str) -> str:
    """What git says in a folder."""
    run = subprocess.run(
        ["git", "-C", str(folder), *words], check=True, capture_output=True, env={**os.environ, **_QUIET}
    )
    return run.stdout.decode("utf-8", "surrogateescape").strip()


def pretended_git(folder: Path, script: str) -> None:
    """A program called git in a folder, that runs a script.

    Behind `#!` no name of a program may have blanks, and without its packages Python also begins in Hangul.
    """
    source, program = folder / "git.py", folder / "git"
    source.write_text(script, encoding="utf-8")
    words = shlex.join((sys.executable, "-S", str(source)))
    program.write_text(f'#!/bin/sh\nexec {words} "$@"\n', encoding="utf-8")
    program.chmod(0o755)


def repository(folder: Path, files: Mapping[str, str | None] = MappingProxyType({})) -> Path:
    """A repository with a first commit."""
    folder.mkdir(parents=True)
    git(folder, "init", "-q", "-b", "main")
    commit(folder, files)
    return folder


def commit(folder: Path, files: Mapping[str, str | None] = MappingProxyType({})) -> str:
    """Writes files, removes those that are None, and commits everything; the name of the commit."""
    for path, text in files.items():
        file = folder / path
        if text is None:
            file.unlink()
            continue
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "--allow-empty", "-m", "change")
    return git(folder, "rev-parse", "HEAD")


def move(folder: Path, moves: Mapping[str, str]) -> str:
    """Moves files, and commits that; the name of the commit."""
    for old, new in moves.items():
        (folder / new).parent.mkdir(parents=True, exist_ok=True)
        (folder / old).rename(folder / new)
    return commit(folder)


def slides(words: str) -> str:
    """The content of slides, long enough that git sees what was copied and what was changed."""
    return "%PDF-1.4\n" + "".join(f"{words} {line}\n" for line in range(40))
