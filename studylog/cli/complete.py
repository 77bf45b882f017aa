"""What the shell offers when somebody presses Tab: days, titles, ids, names, courses, lectures, types."""

from collections.abc import Iterator

from typer import Context as Parsing

from studylog.cli.context import Context

Offers = list[str | tuple[str, str]]


def references(ctx: Parsing, incomplete: str) -> Offers:
    """The notes that may be meant: meetings by their day, the latest first, and all notes by title."""
    from studylog.core.text import fold
    from studylog.store.heads import read_heads
    from studylog.store.notebook import note_files

    notebook = _context(ctx).notebook()
    heads = read_heads(notebook, note_files(notebook))
    days = sorted(((head.day, head.title) for head in heads if head.meeting and head.day), reverse=True)
    offers: Offers = [
        (day.isoformat(), title) for day, title in days if day.isoformat().startswith(incomplete)
    ]
    titles = [head.title for head in heads if fold(head.title).startswith(fold(incomplete))]
    return offers if offers or not incomplete else [*titles]


def questions(ctx: Parsing, incomplete: str) -> Offers:
    """The questions by their shortest ids, with what they ask."""
    from studylog.core.questions import short_ids
    from studylog.store.library import read_notebook

    found = read_notebook(_context(ctx).notebook()).questions
    short = short_ids(found)
    return [(short[question.id], question.text) for question in found if question.id.startswith(incomplete)]


def people(ctx: Parsing, incomplete: str) -> Offers:
    """The people of the roster."""
    return [person.name for person in _context(ctx).notebook().settings.roster.people]


def courses(ctx: Parsing, incomplete: str) -> Offers:
    """The courses of the settings."""
    return [course.name for course in _context(ctx).notebook().settings.courses]


def lectures(ctx: Parsing, incomplete: str) -> Offers:
    """The lectures of the settings, of the course that is named where one is."""
    named = ctx.params.get("course")
    offers: Offers = []
    for course in _context(ctx).notebook().settings.courses:
        if named in (None, course.name):
            offers += [(str(lecture.number), lecture.title or course.name) for lecture in course.lectures]
    return offers


def types(ctx: Parsing, incomplete: str) -> Offers:
    """The types of notes: ours and those of the notebook."""
    context = _context(ctx)
    return list(_types(context))


def _types(context: Context) -> Iterator[str | tuple[str, str]]:
    from studylog.core.headerkeys import TYPES, type_title

    yield from ((name, type_title(name, context.language)) for name in TYPES)
    settings = context.notebook().settings
    yield from (
        (name, setting.title or name) for name, setting in settings.types.items() if name not in TYPES
    )


def _context(ctx: Parsing) -> Context:
    context: Context = ctx.find_root().obj
    return context
