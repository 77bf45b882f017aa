"""What is wrong with a query that somebody finished: nothing is asked, or a filter cannot be read."""

from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import say
from studylog.core.search.queries.filters import DAYS, KINDS, first_day, last_day, value_of
from studylog.core.search.queries.query import Query, filters_in, parse

_EXAMPLES = {
    "kind": "question",
    "lecture": "7",
    "course": "math",
    "person": "길동",
    "since": "2026-09",
    "until": "2026-09",
}


def read_query(text: str) -> Query:
    """A query that somebody finished; raises StudylogError where one cannot tell what is meant."""
    for key, value in filters_in(text):
        _check(key, value)
    query = parse(text, typing=False)
    if query.empty:
        hint = say(
            "Write words, a “phrase in quotes”, or a filter such as {example}.", example="kind:question"
        )
        raise StudylogError(say("There is nothing to look for."), Exit.USAGE, hint=hint)
    return query


def _check(key: str, value: str) -> None:
    if not value:
        hint = say("Write it like {example}.", example=f"{key}:{_EXAMPLES[key]}")
        raise StudylogError(say("The filter {name} needs a value.", name=f"{key}:"), Exit.USAGE, hint=hint)
    if key in DAYS and (first_day(value) is None or last_day(value) is None):
        hint = say("Write it like {example}.", example="2026-09-07, 2026-09, 2026")
        raise StudylogError(say("“{text}” is not a day.", text=value), Exit.USAGE, hint=hint)
    if key == "kind" and value_of(key, value) not in KINDS:
        hint = say("Name one of: {choices}", choices=", ".join(KINDS))
        raise StudylogError(say("Nothing is of the kind “{name}”.", name=value), Exit.USAGE, hint=hint)
