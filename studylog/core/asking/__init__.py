"""Asking and answering as edits of a note: text and an intention in, a new text out that was read back."""

from studylog.core.asking.answering import NewAnswer, add_answer
from studylog.core.asking.closing import Closing, close_question, reopen_question
from studylog.core.asking.edits import Edit, the_question
from studylog.core.asking.wording import Asked, read_moment, read_quiz
from studylog.core.asking.writing import as_said, ask_in

__all__ = [
    "Asked",
    "Closing",
    "Edit",
    "NewAnswer",
    "add_answer",
    "as_said",
    "ask_in",
    "close_question",
    "read_moment",
    "read_quiz",
    "reopen_question",
    "the_question",
]
