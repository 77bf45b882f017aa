"""Make a folder a notebook: its settings, its folders, and what git shall leave alone, or merge with care."""

import json
import os
from collections.abc import Iterable
from pathlib import Path

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Language, say
from studylog.core.settings import read_settings
from studylog.core.settings.schema import can_be_called
from studylog.core.strictyaml import written
from studylog.core.text import nfc
from studylog.core.values import dataclass
from studylog.store import files
from studylog.store.failures import told
from studylog.store.names import real
from studylog.store.notebook import MARKER, NOTES, SLIDES
from studylog.store.templates import built_in

_FOLDERS = (NOTES, SLIDES)
_WORKFLOW = ".github/workflows/digest.yml"
_IGNORED = ("/.studylog/", "/_site/")
# An editor that changes all line ends would make all lines conflict; of lists of hashes both sides are right.
_ATTRIBUTES = """\
*.md text=auto
*.yaml text=auto
/notes/.imported*.sha256 merge=union
/slides/.slides.sha256 merge=union
"""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the new notebook was told; None and empty where it was told nothing.

    `pages` asks for what makes GitHub show its digest.
    """

    name: str | None = None
    roster: tuple[str, ...] = ()
    language: Language | None = None
    pages: bool = False


@dataclass(frozen=True, slots=True)
class Made:
    """A notebook, and which of its files and folders are new; none when it was one already.

    `around` is a notebook that a new one lies in.
    """

    root: Path
    new: tuple[str, ...]
    around: Path | None = None


def init(folder: Path, wish: Wish, *, comments: Language) -> Made:
    """Make the folder a notebook; one that is there already is left as it is, but for pages that are wished.

    The settings are written last: until then it is no notebook, and a killed run is simply run again.
    """
    with told(folder):
        if (folder / MARKER).exists():
            return Made(folder, _publish(folder, comments) if wish.pages else ())
    _expect_names(wish.roster)
    text = settings_text(wish, comments)
    # What was told may be nothing that settings can hold: that is said before anything is made.
    read_settings(text, MARKER)
    new = [f"{name}/" for name in _FOLDERS if _make_folder(folder / name)]
    if _ignore(folder / ".gitignore"):
        new.append(".gitignore")
    if _attribute(folder / ".gitattributes"):
        new.append(".gitattributes")
    if wish.pages:
        new += _publish(folder, comments)
    files.write_new(folder / MARKER, text.encode())
    around = next((above for above in folder.parents if (above / MARKER).is_file()), None)
    return Made(folder, (MARKER, *new), around)


def _expect_names(roster: Iterable[str]) -> None:
    """Refuses a name that no roster can hold: there is no file yet in which it could be corrected."""
    for name in roster:
        if not can_be_called(nfc(name)):
            hint = say("A name has no brackets, commas and other signs.")
            raise StudylogError(say("“{name}” cannot be on the roster.", name=name), Exit.USAGE, hint=hint)


def settings_text(wish: Wish, comments: Language) -> str:
    """The settings of a new notebook: what was told, and everything else as comments."""
    text = (built_in() / "notebook" / f"studylog.{comments}.yaml").read_text(encoding="utf-8")
    if wish.name:
        text = _told(text, "name", written(nfc(wish.name)))
    if wish.language:
        text = _told(text, "language", wish.language)
    if wish.roster:
        people = "".join(f"\n  - {{name: {written(nfc(name), in_list=True)}}}" for name in wish.roster)
        text = _told(text, "roster", people)
    return text


def _told(text: str, key: str, value: str) -> str:
    """The text with the line of a key told, instead of shown as a comment."""
    start = text.index(f"\n# {key}:") + 1
    end = text.index("\n", start)
    blank = "" if value.startswith("\n") else " "
    return f"{text[:start]}{key}:{blank}{value}{text[end:]}"


def _make_folder(folder: Path) -> bool:
    with told(folder):
        if folder.is_dir():
            return False
        folder.mkdir(parents=True)
        return True


def _publish(folder: Path, comments: Language) -> tuple[str, ...]:
    """Write what makes GitHub build and show the digest, where it looks for that; none if it is there."""
    with told(folder):
        top = real(folder)
        repository = next((one for one in (top, *top.parents) if (one / ".git").exists()), top)
        workflow = repository / _WORKFLOW
        if workflow.exists():
            return ()
        workflow.parent.mkdir(parents=True, exist_ok=True)
    text = (built_in() / "notebook" / f"pages.{comments}.yml").read_text(encoding="utf-8")
    inside = top.relative_to(repository)
    for name, path in (("{folder}", inside), ("{site}", inside / "_site")):
        # What JSON quotes, YAML reads: a folder may be called anything.
        text = text.replace(name, json.dumps(nfc(path.as_posix()), ensure_ascii=False))
    files.write_new(workflow, text.encode())
    return (Path(os.path.relpath(workflow, top)).as_posix(),)


def _attribute(gitattributes: Path) -> bool:
    """Tell git how notes are merged; whether it was told. A folder that has attributes keeps its own."""
    with told(gitattributes):
        if gitattributes.exists():
            return False
    files.write_new(gitattributes, _ATTRIBUTES.encode())
    return True


def _ignore(gitignore: Path) -> bool:
    """Add the lines that git needs to leave our own files alone; whether any was missing."""
    with told(gitignore):
        exists = gitignore.exists()
    if not exists:
        files.write_new(gitignore, "".join(f"{line}\n" for line in _IGNORED).encode())
        return True
    before = files.read(gitignore)
    files.rewrite(gitignore, _with_ignored)
    return _with_ignored(before) != before


def _with_ignored(content: bytes) -> bytes:
    newline = b"\r\n" if b"\r\n" in content else b"\n"
    present = {line.strip().strip(b"/") for line in content.splitlines()}
    missing = [line.encode() for line in _IGNORED if line.strip("/").encode() not in present]
    if content and missing and not content.endswith(b"\n"):
        content += newline
    return content + b"".join(line + newline for line in missing)
