"""Talk goes to stderr: errors, findings and what a command did, in the user's language."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING

from studylog.cli.printable import one_line, printable
from studylog.core.errors import StudylogError
from studylog.core.findings import Finding
from studylog.core.i18n import Language, Message, say, translate

if TYPE_CHECKING:
    from studylog.cli.context import Context

_RED, _YELLOW, _DIM, _PLAIN = "\x1b[31m", "\x1b[33m", "\x1b[2m", "\x1b[0m"
_COLOURS = {"error": _RED, "warning": _YELLOW, "note": _DIM}


def tell(message: Message, language: Language) -> None:
    """Say one sentence."""
    print(printable(translate(message, language)), file=sys.stderr)


def tell_unchanged(path: str, language: Language) -> None:
    """Say that a file says already what it was to say."""
    tell(say("{path} says so already; nothing was changed.", path=path), language)


def tell_words(words: str) -> None:
    """Say words of the notes on a line, as they are."""
    print(one_line(words), file=sys.stderr)


def report(error: StudylogError, context: "Context") -> None:
    """Say what stopped the command, where, and what mends it."""
    where = f"{error.place}: " if error.place else ""
    word = _painted("error", context.language, context.talk_colour)
    sentence = printable(where + translate(error.message, context.language))
    print(f"studylog: {word}: {sentence}", file=sys.stderr)
    if error.hint is not None:
        tell_hint(error.hint, context.language)


def tell_hint(hint: Message, language: Language) -> None:
    """Say what to do about it, indented under what was said."""
    print(printable("  " + translate(hint, language)), file=sys.stderr)


def tell_findings(findings: Iterable[Finding], context: "Context") -> None:
    """Say what was found, each with its place and its hint."""
    for finding in findings:
        print(finding_line(finding, context.language, colour=context.talk_colour), file=sys.stderr)
        if finding.hint is not None:
            tell_hint(finding.hint, context.language)


def finding_line(finding: Finding, language: Language, *, colour: bool) -> str:
    """A finding on one line: `path:line:column: warning[code]: sentence`."""
    word = _painted(finding.severity, language, colour)
    sentence = one_line(translate(finding.message, language))
    return f"{one_line(str(finding.place))}: {word}[{finding.code}]: {sentence}"


def severity_word(severity: str, language: Language) -> str:
    """`error`, `warning` or `note` in the language."""
    return translate(_SEVERITIES[severity], language)


_SEVERITIES = {"error": say("error"), "warning": say("warning"), "note": say("note")}


def _painted(severity: str, language: Language, colour: bool) -> str:
    word = severity_word(severity, language)
    return f"{_COLOURS[severity]}{word}{_PLAIN}" if colour else word
