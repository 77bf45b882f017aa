"""Which question an id on the command line means."""

import re
from typing import TYPE_CHECKING

from studylog.cli.choose import choose
from studylog.cli.context import Context
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Message, say

if TYPE_CHECKING:
    from studylog.core.listed import ListedQuestion
    from studylog.store.index.lists.questions import QuestionList

_ID = re.compile(r"\^?(?:q-)?(?P<letters>[0-9a-z]{1,8})", re.IGNORECASE)
# Letters that Crockford's alphabet leaves out, because they look like these.
_MISREAD = str.maketrans("oil", "011")
_CANDIDATES, _WIDTH = 6, 60


def question(context: Context, questions: "QuestionList", written: str) -> "ListedQuestion":
    """The question that an id, or the beginning of one, means; of several a person has to choose."""
    found = _ID.fullmatch(written.strip())
    if found is None:
        message = say("“{text}” is not the id of a question.", text=written)
        raise StudylogError(
            message, Exit.USAGE, hint=say("Write it like {example}.", example="q-k3f9a2bc, k3f9")
        )
    letters = found["letters"].lower().translate(_MISREAD)
    meant = questions.beginning(f"q-{letters}", _CANDIDATES + 1)
    if len(meant) == 1:
        return meant[0]
    if not meant:
        raise StudylogError(
            say("There is no question {id}.", id=f"q-{found['letters']}"),
            Exit.NOT_FOUND,
            hint=_nearby(questions, letters),
        )
    offered = [_offered(questions, line) for line in meant[:_CANDIDATES]]
    chosen = choose(context, say("{id} may be several questions.", id=f"q-{letters}"), offered)
    return meant[offered.index(chosen)]


def _nearby(questions: "QuestionList", letters: str) -> Message:
    """The questions whose ids begin most like it; a letter in common is none."""
    for length in range(len(letters) - 1, 1, -1):
        near = questions.beginning(f"q-{letters[:length]}", _CANDIDATES)
        if near:
            choices = ", ".join(_offered(questions, line) for line in near)
            return say("Did you mean: {choices}?", choices=choices)
    return say("`studylog questions --all` lists them.")


def _offered(questions: "QuestionList", line: "ListedQuestion") -> str:
    words = " ".join(questions.in_line(line.text).split())
    shown = words if len(words) <= _WIDTH else f"{words[: _WIDTH - 1]}…"
    return f"{line.id} {shown}"
