"""`studylog rota`: whose turn it is to moderate and to present."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Annotated, Literal

from studylog.cli.context import Context
from studylog.cli.shown.output import Answer, Item, answer
from studylog.cli.shown.tables import Cell, Column, Field, Rows, Table, counted
from studylog.cli.words.declare import Argument
from studylog.core.i18n import Language, Message, say, translate
from studylog.store.index.damage import once_more

if TYPE_CHECKING:
    from studylog.core.settings import Role
    from studylog.features.rota import Place, RoleDue

EXAMPLES = (
    ("studylog rota", "the line of each role, the next one first"),
    ("studylog rota next", "whose turn the coming meetings are"),
    ("studylog rota next --json", "for a program"),
)

_ROLES: "dict[Role, Message]" = {"moderator": say("Moderator"), "presenter": say("Presenter")}


@once_more
def command(
    context: Context,
    what: Annotated[
        Literal["next"] | None,
        Argument(metavar="next", help="Only whose turn the coming meetings are."),
    ] = None,
) -> None:
    """Show whose turn it is. Whoever has had a turn goes to the end of the line, and who cannot come is next
    when they can. What notes and plans say goes before the line; `rota:` in studylog.yaml orders it."""
    from studylog.cli.reading import listed
    from studylog.features.rota import the_lines, the_next

    notebook = context.notebook()
    settings, today = notebook.settings, context.today(notebook.settings)
    with listed(context, notebook) as lists:
        if what:
            dues = the_next(lists, settings, today)
            items, table = [_due_item(one) for one in dues], partial(_dues, dues, context.language)
        else:
            places = the_lines(lists, settings, today)
            items, table = [_place_item(one) for one in places], partial(_lines, places, context.language)
    answer(context, Answer("rota-next" if what else "rota", notebook.name, items, table))


def _lines(places: "Sequence[Place]", language: Language) -> Table:
    columns = (
        Column(say("Role"), pipe_only=True),
        Column(say("Turn"), style="dim", align="right"),
        Column(say("Name")),
        Column(say("Turns"), align="right"),
        Column(say("Last"), style="dim"),
    )
    return Table(
        columns,
        tuple(
            Rows(tuple(map(_place, group)), translate(_ROLES[role], language))
            for role, group in groupby(places, key=lambda place: place.role)
        ),
    )


def _place(place: "Place") -> tuple[Field, ...]:
    last = place.last.isoformat() if place.last else ""
    return place.role, str(place.number), place.name, counted(place.turns), last


def _dues(dues: "Sequence[RoleDue]", language: Language) -> Table:
    columns = (
        Column(say("Date"), style="dim"),
        Column(say("Role")),
        Column(say("Name")),
        Column(say("Because"), style="dim", wide=True),
        Column(say("Path"), pipe_only=True),
    )
    return Table(columns, (Rows(tuple(_due(one, language) for one in dues)),) if dues else ())


def _due(one: "RoleDue", language: Language) -> tuple[Field, ...]:
    day = one.due.coming.day.isoformat()
    shown = day if one.path or one.due.stated else translate(say("next"), language)
    names = ", ".join(one.due.names) or translate(say("nobody"), language)
    return (
        Cell(shown, plain=day),
        Cell(translate(_ROLES[one.role], language), plain=one.role),
        Cell(names, plain=",".join(one.due.names)),
        Cell(translate(_reason(one), language), plain="stated" if one.due.stated else "turn"),
        one.path or "",
    )


def _reason(one: "RoleDue") -> Message:
    if one.due.stated:
        return say("the note says so") if one.role == "moderator" else say("planned")
    if one.due.waiting:
        return say("in turn; {names} cannot come, and is next", names=", ".join(one.due.waiting))
    return say("in turn")


def _place_item(place: "Place") -> Item:
    return {
        "role": place.role,
        "position": place.number,
        "name": place.name,
        "turns": place.turns,
        "last": place.last.isoformat() if place.last else None,
    }


def _due_item(one: "RoleDue") -> Item:
    return {
        "date": one.due.coming.day.isoformat(),
        "role": one.role,
        "names": list(one.due.names),
        "stated": one.due.stated,
        "waiting": list(one.due.waiting),
        "path": one.path,
        "type": one.type,
    }
