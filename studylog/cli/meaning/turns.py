"""Whose turn it is to moderate, for a note that is being written: only where the settings ask for it."""

from collections.abc import Sequence
from datetime import date

from studylog.cli.context import Context
from studylog.cli.talk import tell_findings
from studylog.core.errors import StudylogError
from studylog.core.findings import Finding, Place
from studylog.core.header.keys import field_of
from studylog.store.notebook import MARKER, Notebook

_FIELD = "moderator"


def with_moderator(
    context: Context,
    notebook: Notebook,
    values: Sequence[tuple[str, str]],
    day: date,
    type_: str,
    absent: Sequence[str],
) -> tuple[tuple[str, str], ...]:
    """The lines of a header with that of the moderator, unless they have one or nobody is asked for."""
    setting = notebook.settings.rota.get("moderator")
    told = any(field_of(key) == _FIELD for key, _ in values)
    if setting is None or not setting.fill or told or (setting.types and type_ not in setting.types):
        return tuple(values)
    # Late, because most notebooks leave it to people who moderates, and a new note needs no index.
    from studylog.cli.reading import listed
    from studylog.features.rota import moderator_on

    try:
        with listed(context, notebook) as lists:
            name = moderator_on(lists, notebook.settings, day, absent)
    except StudylogError as error:
        # A meeting begins also where whose turn it is cannot be told.
        doubt = Finding(Place(MARKER), "warning", "rota", error.message, error.hint)
        tell_findings([doubt], context)
        return tuple(values)
    return (*values, (_FIELD, name)) if name else tuple(values)
