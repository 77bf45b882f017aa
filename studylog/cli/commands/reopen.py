"""`studylog reopen`: open a question that was closed."""

from studylog.cli.commands.close import put_edits
from studylog.cli.context import Context
from studylog.cli.words.params import DryRun, QuestionId
from studylog.core.errors import StudylogError
from studylog.core.i18n import say, translate

EXAMPLES = (
    ("studylog reopen q-k3f9", "it was closed too soon"),
    ("studylog reopen q-k3f9 -n", "only show what would change"),
)


def command(context: Context, question: QuestionId, dry_run: DryRun = False) -> None:
    """Open a question again that was closed or named a duplicate. What was answered stays: a question with
    answers is open again when they are deleted."""
    from studylog.cli.meaning.identified import question as identified
    from studylog.cli.reading import listed
    from studylog.core.words import STATES
    from studylog.features.close import reopen

    notebook = context.notebook()
    with listed(context, notebook) as lists:
        line = identified(context, lists.questions, question)
        standing = lists.questions.standing(line.id)
    if line.state not in ("closed", "duplicate"):
        state = translate(STATES[line.state], context.language)
        raise StudylogError(
            say("{id} is not closed: its state is “{state}”.", id=line.id, state=state),
            hint=say("Its state is told by its answers: {path}:{line}", path=line.path, line=line.line),
        )
    edits = reopen(notebook, standing, line.id, dry_run=dry_run)
    put_edits(context, notebook.name, "reopen", [*edits], dry_run=dry_run)
