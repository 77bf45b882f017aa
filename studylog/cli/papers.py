"""`studylog papers`: the papers, who presented them, and their slides."""

from studylog.cli.context import Context
from studylog.cli.output import Answer, answer
from studylog.cli.tables import Cell, Column, Field, Rows, Table
from studylog.cli.talk import tell
from studylog.core.i18n import Language, Message, say, translate
from studylog.core.model import Paper
from studylog.core.records import paper_item

EXAMPLES = (
    ("studylog papers", "plan and reality, and whether the slides are there"),
    ("studylog list --paper xception", "the notes about one of them"),
    ("studylog papers --json", "for a program"),
)


def command(context: Context) -> None:
    """List the papers: who presented them and when, what was planned, and whether their slides are there."""
    from studylog.cli.reading import listed

    notebook = context.notebook()
    with listed(context, notebook, files=True) as lists:
        papers = lists.papers()
    if not papers:
        tell(say("No papers yet."), context.language)
    items = [paper_item(paper) for paper in papers] if context.everywhere.json else []
    answer(context, Answer("papers", notebook.name, items, lambda: _table(papers, context.language)))


def _table(papers: tuple[Paper, ...], language: Language) -> Table:
    columns = (
        Column(say("Id"), pipe_only=True),
        Column(say("Paper"), wide=True),
        Column(say("Year"), align="right"),
        Column(say("Presenter")),
        Column(say("Planned for"), style="dim"),
        Column(say("Presented on")),
        Column(say("Slides")),
    )
    return Table(columns, (Rows(tuple(_row(paper, language) for paper in papers)),) if papers else ())


def _row(paper: Paper, language: Language) -> tuple[Field, ...]:
    presented = [shown.date.isoformat() for shown in paper.presented if shown.date]
    planned = paper.planned.date.isoformat() if paper.planned and paper.planned.date else ""
    return (
        paper.id,
        paper.title,
        str(paper.year or ""),
        _presenter(paper, language),
        planned,
        Cell(presented[-1] if presented else "", plain=",".join(presented)),
        _slides(paper, language),
    )


def _presenter(paper: Paper, language: Language) -> Cell:
    """Who presented; a name that only the file of the slides tells is a guess."""
    name = paper.presenter or ", ".join(paper.planned.presenters if paper.planned else ())
    sure = paper.presenter_evidence != "filename"
    text = name if sure or not name else translate(say("{name}?", name=name), language)
    return Cell(text, plain=paper.presenter or "")


_STATUS: dict[str, tuple[Message, str]] = {
    "missing": (say("missing"), "red"),
    "moved": (say("moved"), "yellow"),
    "ok": (say("at hand"), "green"),
    "remote": (say("link"), ""),
}


def _slides(paper: Paper, language: Language) -> Cell:
    """The worst state that any of the slides is in."""
    states = {slides.status for slides in paper.slides}
    for status, (word, style) in _STATUS.items():
        if status in states:
            return Cell(translate(word, language), style, status)
    return Cell("", plain="")
