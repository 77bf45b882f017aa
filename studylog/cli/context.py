"""What a command may know of the world: built once, handed to every command."""

import os
import sys
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from studylog.cli.language import spoken
from studylog.cli.options import Everywhere
from studylog.cli.places import personal_settings
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Language, say
from studylog.core.values import dataclass

if TYPE_CHECKING:
    from studylog.core.settings import Settings
    from studylog.store.notebook import Notebook
    from studylog.store.personal import Personal

_USUAL_COLUMNS = 80


@dataclass(frozen=True, slots=True)
class Terminal:
    """Which of the three streams are a terminal, and how many columns it has."""

    stdin: bool
    stdout: bool
    stderr: bool
    columns: int


@dataclass(frozen=True, slots=True)
class Context:
    """The options of every command, the language, the environment, where one stands, and the terminal."""

    everywhere: Everywhere
    language: Language
    environment: Mapping[str, str]
    standing: Path
    terminal: Terminal

    @property
    def interactive(self) -> bool:
        """Whether a person sits there who may be asked."""
        return self.terminal.stdin and self.terminal.stderr and not self.everywhere.no_input

    @property
    def colour(self) -> bool:
        """Whether a terminal may be shown colours."""
        plain = self.everywhere.no_color or bool(self.environment.get("NO_COLOR"))
        return not plain and self.environment.get("TERM") != "dumb"

    @property
    def drawn(self) -> bool:
        """Whether an answer is drawn for people: in a pipe, and for programs, it is written down."""
        return self.terminal.stdout and not self.everywhere.json

    @property
    def answer_colour(self) -> bool:
        """Whether stdout may have colours."""
        return self.colour and self.terminal.stdout

    @property
    def talk_colour(self) -> bool:
        """Whether stderr may have colours."""
        return self.colour and self.terminal.stderr

    @property
    def named(self) -> Path | None:
        """The notebook that -C or STUDYLOG_NOTEBOOK names."""
        written = self.everywhere.directory or self.environment.get("STUDYLOG_NOTEBOOK")
        return self.path(written) if written else None

    def require_standing(self) -> None:
        """Refuse to work where the folder is gone: paths would mean something else."""
        if not self.standing.is_dir():
            hint = say("Go to another folder with `cd`.")
            raise StudylogError(say("The folder that you are in is gone."), Exit.NOT_FOUND, hint=hint)

    def path(self, written: str) -> Path:
        """A path of the command line, from where one stands; `~` is the home folder."""
        path = Path(written)
        if written.startswith("~"):
            try:
                path = path.expanduser()
            except RuntimeError:
                path = Path(written)
        return Path(os.path.normpath(self.standing / path))

    def shown(self, file: Path) -> str:
        """A file as it can be opened from where one stands: relative below it, else from the root."""
        absolute = file.absolute()
        below = absolute.is_relative_to(self.standing)
        return str(absolute.relative_to(self.standing) if below else absolute)

    def notebook(self) -> "Notebook":
        """The notebook that is named, or that one stands in."""
        from studylog.store.notebook import find

        return find(self.standing, self.named)

    def personal(self) -> "Personal":
        """The settings of whoever sits here."""
        from studylog.store.personal import read_personal

        return read_personal(personal_settings(self.environment))

    def now(self, settings: "Settings | None" = None) -> datetime:
        """This moment in local wall time with its offset; STUDYLOG_NOW sets it in tests."""
        written = self.environment.get("STUDYLOG_NOW")
        zone = settings.timezone if settings is not None and not self.environment.get("TZ") else None
        if not written and not zone:
            return datetime.now().astimezone()
        # Late, because mostly the clock of this machine is that of the team.
        from studylog.cli.clock import in_zone, moment_of

        moment = moment_of(written) if written else datetime.now().astimezone()
        return in_zone(moment, zone, wall=bool(written)) if zone else moment

    def today(self, settings: "Settings | None" = None) -> date:
        """The day of `now`."""
        return self.now(settings).date()

    def day_of_build(self, settings: "Settings") -> date:
        """The day that a site is seen from: today, unless SOURCE_DATE_EPOCH tells it in seconds of UTC."""
        told = self.environment.get("SOURCE_DATE_EPOCH")
        if not told:
            return self.today(settings)
        from studylog.cli.clock import day_of_epoch

        return day_of_epoch(told)


def here(everywhere: Everywhere) -> Context:
    """The context of this process."""
    environment = dict(os.environ)
    standing = _standing(environment)
    terminal = Terminal(
        stdin=_is_terminal(sys.stdin),
        stdout=_is_terminal(sys.stdout),
        stderr=_is_terminal(sys.stderr),
        columns=_columns(environment),
    )
    context = Context(everywhere, "en", environment, standing, terminal)
    hangul = _shows_hangul(sys.stdout) and _shows_hangul(sys.stderr)
    language = spoken(everywhere.language, environment, context.named or standing, hangul=hangul) or "en"
    return Context(everywhere, language, environment, standing, terminal)


def _shows_hangul(stream: TextIO) -> bool:
    try:
        return bool("가".encode(getattr(stream, "encoding", None) or "utf-8"))
    except (UnicodeEncodeError, LookupError):
        return False


def _columns(environment: Mapping[str, str]) -> int:
    if not _is_terminal(sys.stdout) and "COLUMNS" not in environment:
        return _USUAL_COLUMNS
    # Late, because it imports every format of archives, and a pipe has no width of its own.
    from shutil import get_terminal_size

    return get_terminal_size().columns


def _standing(environment: Mapping[str, str]) -> Path:
    try:
        return Path.cwd()
    except FileNotFoundError:
        # It was deleted under our feet: no folder at all, which commands are told by `require_standing`.
        gone = Path(environment.get("PWD", ""))
        return gone if gone.is_absolute() else Path(os.devnull)


def _is_terminal(stream: TextIO | None) -> bool:
    return stream is not None and not stream.closed and stream.isatty()
