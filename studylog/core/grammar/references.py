"""The signs of what was carried over: the comments around it, and the ids at the ends of its references."""

from studylog.core.identity import ID_LETTERS
from studylog.core.late import late
from studylog.core.sought import sought

BEGIN = late(r"<!--\s*studylog:carry\b[^\n]*?-->")
"""The comment before the block; what it says besides is for people."""

END = late(r"<!--\s*/studylog:carry\s*-->")
"""The comment behind the block."""

REFERENCE = late(rf" · (?P<id>[qp]-{ID_LETTERS})\s*$")
"""The end of a line that refers to a question or a promise, as it is read: its id is set as code."""

WRITTEN_REFERENCE = late(rf" · `(?P<id>[qp]-{ID_LETTERS})`\s*$")
"""The same as it is written."""

PROMISE_ID = sought("p-", rf"(?<![\w-])p-{ID_LETTERS}(?![\w-])")
"""The id of a promise, anywhere in a text."""
