"""Options and arguments that several commands share, in the same words everywhere."""

from typing import Annotated

from typer import Argument, Option

from studylog.cli import complete

Ref = Annotated[
    str | None,
    Argument(
        metavar="REF",
        help="A path, a day (8/12, 어제, W2D4), -1 for the last meeting, or a part of a title.",
        autocompletion=complete.references,
    ),
]
Absent = Annotated[
    list[str] | None,
    Option("--absent", metavar="NAME", help="Who is not there.", autocompletion=complete.people),
]
With = Annotated[
    list[str] | None,
    Option("--with", metavar="NAME", help="Who is there as well.", autocompletion=complete.people),
]
Course = Annotated[
    str | None,
    Option("--course", metavar="COURSE", help="Only this course.", autocompletion=complete.courses),
]
Lecture = Annotated[
    int | None,
    Option("--lecture", metavar="N", help="Only this lecture.", autocompletion=complete.lectures),
]
DryRun = Annotated[bool, Option("--dry-run", "-n", help="Only show what would change.", show_default=False)]
