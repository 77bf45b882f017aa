"""What a note says, and what all notes say together: frozen, picklable, in the words of the team.

`Note…` types are what one note says; the bare names (`Question`, `Paper`, `Lecture`) gather all notes.
"""

from typing import TYPE_CHECKING

from studylog.core.header.reading import Header
from studylog.core.model.notes import (
    Answer,
    Carried,
    Image,
    LectureMention,
    Link,
    Locator,
    Note,
    NotePaper,
    NoteQuestion,
    PaperRole,
    Promise,
    QuestionKind,
    Section,
    SectionKind,
    SlidesLink,
)

if TYPE_CHECKING:
    from studylog.core.model.gathered import (
        Confidence,
        Evidence,
        Guess,
        Lecture,
        Mention,
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
else:

    def __getattr__(name: str) -> object:
        # To make these classes takes as long as to read some notes, and whoever reads one needs none of them.
        if name not in __all__:
            raise AttributeError(name)
        from studylog.core.model import gathered

        return getattr(gathered, name)


__all__ = [
    "Answer",
    "Carried",
    "Confidence",
    "Evidence",
    "Guess",
    "Header",
    "Image",
    "Lecture",
    "LectureMention",
    "Link",
    "Locator",
    "Mention",
    "Note",
    "NotePaper",
    "NoteQuestion",
    "Paper",
    "PaperRole",
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
