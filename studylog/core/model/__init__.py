"""What a note says, and what all notes say together: frozen, picklable, in the words of the team.

`Note…` types are what one note says; the bare names (`Question`, `Paper`, `Lecture`) gather all notes.
"""

from studylog.core.header import Header
from studylog.core.model.gathered import (
    Confidence,
    Evidence,
    Lecture,
    Paper,
    Part,
    Plan,
    Presentation,
    Question,
    QuestionPlace,
    Slides,
    SlidesStatus,
    State,
)
from studylog.core.model.notes import (
    Answer,
    Image,
    LectureMention,
    Link,
    Locator,
    Note,
    NotePaper,
    NoteQuestion,
    Promise,
    QuestionKind,
    Section,
    SectionKind,
    SlidesLink,
)

__all__ = [
    "Answer",
    "Confidence",
    "Evidence",
    "Header",
    "Image",
    "Lecture",
    "LectureMention",
    "Link",
    "Locator",
    "Note",
    "NotePaper",
    "NoteQuestion",
    "Paper",
    "Part",
    "Plan",
    "Presentation",
    "Promise",
    "Question",
    "QuestionKind",
    "QuestionPlace",
    "Section",
    "SectionKind",
    "Slides",
    "SlidesLink",
    "SlidesStatus",
    "State",
]
