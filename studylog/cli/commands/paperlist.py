"""The papers listed on the command line: the board, those without slides, or the plan."""

from functools import partial

from studylog.cli.context import Context
from studylog.cli.reading import listed, read_in_lines
from studylog.cli.shown.output import Answer, answer
from studylog.cli.shown.paperboard import paper_table
from studylog.cli.talk import tell, tell_findings
from studylog.core.i18n import Message, say
from studylog.core.records import paper_item
from studylog.features.papers import board, planned, without_slides
from studylog.store.index.damage import once_more

_NOTHING: dict[str | None, Message] = {
    None: say("No papers yet."),
    "missing": say("No slides are missing."),
    "plan": say("No paper is planned."),
}


@once_more
def show_papers(context: Context, what: str | None) -> None:
    """Puts the board, what is missing, or the plan on stdout."""
    notebook = context.notebook()
    with listed(context, notebook, files=True) as lists:
        standings = board(lists.papers.lines(), context.today(notebook.settings))
        whole = {paper.id: paper for paper in lists.papers.whole()} if context.everywhere.json else {}
        in_line, unread = read_in_lines(context, lists), lists.unread_notes()
        odd = lists.unread_papers()
    tell_findings(odd, context)
    shown = {"missing": without_slides, "plan": planned}[what](standings) if what else standings
    if not shown and not odd:
        tell(_NOTHING[what], context.language)
    items = [paper_item(whole[one.paper.id], one.state, one.days_late) for one in shown] if whole else []
    table = partial(paper_table, shown, what, context.language)
    answer(context, Answer("papers", notebook.name, items, table, in_line, unread))
