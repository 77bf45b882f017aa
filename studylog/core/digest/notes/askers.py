"""Who asked, where a card would say it twice: in its head, and in the line of the note that tells it."""

from studylog.core.grammar.vocabulary.markwords import ASKED_BY
from studylog.core.late import late

_LINE = late(rf"<p>(?=(?:{'|'.join(ASKED_BY)})\s*[:：][^<]*</p>)")


def without_asker(context: str) -> str:
    """What stands beside a question, with the line `질문자: 춘향` kept in the page but not shown."""
    return _LINE.sub("<p hidden>", context)
