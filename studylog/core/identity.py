"""The identity of a question: the same words about the same lecture are the same question."""

from studylog.core.text import fold, short_hash

ID_LETTERS = "[0-9a-hjkmnp-tv-z]{8}"
"""A pattern of what stands behind `q-` in the id of a question, and behind `p-` in that of a promise."""


def question_id(course: str | None, lecture: int | None, text: str) -> str:
    """The id of a question in these words, unless an id stands behind it."""
    return f"q-{short_hash(course, lecture, fold(text))}"
