"""What `studylog answer` says of an answer that was written down."""

from typing import TYPE_CHECKING

from studylog.cli.shown.output import Item
from studylog.core.i18n import Message, say

if TYPE_CHECKING:
    from studylog.core.asking import Edit


def said_where(edit: "Edit") -> Message:
    """Where an answer stands now, or that it only promises one."""
    if any(one.place.line == edit.line for one in edit.question.answers):
        return say("In {path}, line {line}.", path=edit.path, line=edit.line)
    if edit.question.answers:
        return say("In {path}, line {line}: it only promises an answer.", path=edit.path, line=edit.line)
    return say(
        "In {path}, line {line}: it promises an answer, so the question stays open.",
        path=edit.path,
        line=edit.line,
    )


def item_of(edit: "Edit") -> Item:
    """An item of `answer --json`."""
    question = edit.question
    answer = next((one for one in question.answers if one.place.line == edit.line), None)
    return {
        "id": question.id,
        "placed": True,
        "path": edit.path,
        "line": edit.line,
        "question": question.text,
        "text": answer.text if answer else None,
        "marker": answer.marker if answer else None,
        "by": answer.by if answer else None,
        "tentative": answer.tentative if answer else False,
        "confirmed": answer.confirmed if answer else False,
        "answers": len(question.answers),
        "why": None,
    }
