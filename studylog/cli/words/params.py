"""Options and arguments that several commands share, in the same words everywhere."""

from typing import Annotated

from studylog.cli.words import complete
from studylog.cli.words.declare import Argument, Option

Ref = Annotated[
    str | None,
    Argument(
        metavar="REF",
        help="A path, a day (8/12, 어제, W2D4), -1 for the last meeting, or a part of a title.",
        offers=complete.references,
    ),
]
Absent = Annotated[
    tuple[str, ...],
    Option("--absent", metavar="NAME", help="Who is not there.", offers=complete.people),
]
With = Annotated[
    tuple[str, ...],
    Option("--with", metavar="NAME", help="Who is there as well.", offers=complete.people),
]
Course = Annotated[
    str | None,
    Option("--course", metavar="COURSE", help="Only this course.", offers=complete.courses),
]
Lecture = Annotated[
    int | None,
    Option("--lecture", metavar="N", help="Only this lecture.", offers=complete.lectures),
]
Edit = Annotated[
    bool | None, Option("--edit/--no-edit", help="Open the editor; on a terminal it opens by itself.")
]
DryRun = Annotated[bool, Option("--dry-run -n", help="Only show what would change.")]
By = Annotated[
    str | None,
    Option("--by", metavar="NAME", help="Who says it; else STUDYLOG_ME, or nobody.", offers=complete.people),
]
ID = Argument(metavar="ID", help="The question, by its id or the beginning of it.", offers=complete.questions)
QuestionId = Annotated[str, ID]
