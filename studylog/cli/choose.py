"""The one question that a command may ask a person at a terminal: which of these?"""

import sys
from collections.abc import Sequence

from studylog.cli.context import Context
from studylog.cli.printable import printable
from studylog.cli.talk import tell
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Message, say, translate


def choose(context: Context, question: Message, choices: Sequence[str]) -> str:
    """The choice of a person; without a terminal, or with --no-input, an error that names the choices."""
    undecided = StudylogError(
        question, Exit.DECIDE, hint=say("Name one of: {choices}", choices=", ".join(choices))
    )
    if not context.interactive:
        raise undecided
    tell(question, context.language)
    for number, choice in enumerate(choices, 1):
        print(printable(f"  {number}) {choice}"), file=sys.stderr)
    prompt = translate(say("Which one (1–{last})?", last=len(choices)), context.language)
    print(prompt, end=" ", file=sys.stderr, flush=True)
    typed = sys.stdin.readline()
    if not typed.endswith("\n"):
        # Ctrl-D ended the input, not the line: what is said next begins one.
        print(file=sys.stderr)
    answer = typed.strip()
    if answer.isdecimal() and 1 <= int(answer) <= len(choices):
        return choices[int(answer) - 1]
    raise undecided
