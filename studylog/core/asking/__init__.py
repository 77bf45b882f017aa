"""Asking and answering as edits of a note: text and an intention in, a new text out that was read back.

- `writing` asks, `answering` answers, `closing` closes; each takes a note about to be edited (`drafts`,
  its lines in a `sheet`) and gives an `edit`, once `proof` has seen that all else is as it was.
- Questions: what their words say (`saying`), how they are written (`wording`), where they belong
  (`placing`), the `pins` behind them; a question like an earlier one (`likeness`) is put behind it
  (`again`).
- Answers: in the `manner` of their place, in the cells of `rows`, tamed where they break a note
  (`replying`).
- What nobody can mean to write is refused by `refusing`.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from studylog.core.asking.edit import Edit
from studylog.core.asking.saying import as_said
from studylog.core.asking.wording import Asked, read_moment, read_quiz

if TYPE_CHECKING:
    from studylog.core.asking.answering import NewAnswer, add_answer
    from studylog.core.asking.closing import Closing, close_question, reopen_question
    from studylog.core.asking.drafts import the_question
    from studylog.core.asking.writing import ask_in
else:
    # These read notes. A question behind its like needs no reader, and to import one takes longest.
    _READING = {
        "NewAnswer": "answering",
        "add_answer": "answering",
        "Closing": "closing",
        "close_question": "closing",
        "reopen_question": "closing",
        "the_question": "drafts",
        "ask_in": "writing",
    }

    def __getattr__(name: str) -> object:
        if name not in _READING:
            raise AttributeError(name)
        return getattr(import_module(f"studylog.core.asking.{_READING[name]}"), name)


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
