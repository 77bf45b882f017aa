"""`studylog check`: what is wrong or doubtful in the notes."""

from typing import Annotated, Literal

from studylog.cli.context import Context
from studylog.cli.printable import one_line
from studylog.cli.shown.output import put_json, put_line
from studylog.cli.talk import finding_line, tell
from studylog.cli.words.declare import Option
from studylog.core.errors import Exit
from studylog.core.findings import Finding
from studylog.core.i18n import Language, Message, say, translate
from studylog.core.records import finding_item
from studylog.features.check import Health, told_once
from studylog.store.index.damage import once_more

EXAMPLES = (
    ("studylog check", "everything that is odd, with its place"),
    ("studylog check --format github", "as annotations, in a workflow of GitHub"),
    ("studylog check --json", "for a program"),
)


@once_more
def command(
    context: Context,
    form: Annotated[
        Literal["text", "json", "github"],
        Option("--format", help="How to say it.", metavar="text|json|github"),
    ] = "text",
) -> Exit:
    """Find what is wrong or doubtful: settings and headers that cannot be read, wrong weekdays, unknown
    names, lost links. Ends with 1 when there are errors or warnings; notes are advice and do not count."""
    from studylog.cli.reading import listed
    from studylog.features.check import check_notebook, github_lines

    notebook = context.notebook()
    with listed(context, notebook, files=True) as lists:
        health = check_notebook(notebook, lists, context.today(notebook.settings))
    if context.everywhere.json or form == "json":
        items = [finding_item(finding, context.language) for finding in health.findings]
        put_json("check", notebook.name, items)
    elif form == "github":
        told = ((finding, _sentence(finding, context.language)) for finding in health.findings)
        for line in github_lines(told):
            put_line(line)
    else:
        _put_text(health, context)
    tell(_summary(health), context.language)
    return Exit.DONE if health.sound else Exit.PROBLEMS


def _put_text(health: Health, context: Context) -> None:
    between = "\n  " if context.terminal.stdout else " "
    # In a pipe every place has a line of its own.
    told = told_once(health.findings) if context.terminal.stdout else ((one, 0) for one in health.findings)
    for finding, more in told:
        hint = translate(finding.hint, context.language) if finding.hint is not None else ""
        line = finding_line(finding, context.language, colour=context.answer_colour)
        also = say("(also in {n:more note/more notes})", n=more)
        line += f" {translate(also, context.language)}" if more else ""
        print(f"{line}{between}{one_line(hint)}" if hint else line)


def _sentence(finding: Finding, language: Language) -> str:
    sentences = [finding.message, *([finding.hint] if finding.hint is not None else [])]
    return "\n".join(translate(sentence, language) for sentence in sentences)


def _summary(health: Health) -> Message:
    if not health.findings:
        return say("Nothing is wrong.")
    return say(
        "{errors:error/errors}, {warnings:warning/warnings}, {notes:note/notes}.",
        errors=health.errors,
        warnings=health.warnings,
        notes=health.notes,
    )
