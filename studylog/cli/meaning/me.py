"""Who asks, answers and presents; asking and answering: --by, STUDYLOG_ME, your own settings, else nobody.

Neither the settings of the notebook nor git are asked: they name who keeps the minutes, for everybody.
"""

from collections.abc import Iterable

from studylog.cli.context import Context
from studylog.cli.meaning import meant
from studylog.cli.talk import tell_findings
from studylog.core.doubts import unknown_person
from studylog.core.findings import Place
from studylog.core.people.names import is_mentor
from studylog.core.settings import Settings
from studylog.store.notebook import MARKER


def speaking(context: Context, settings: Settings, told: str | None) -> str | None:
    """Who speaks, as on the roster; somebody who is not on it is told of, and taken as written."""
    said = told or context.environment.get("STUDYLOG_ME") or context.personal().author
    return known(context, settings, said) if said else None


def known(context: Context, settings: Settings, written: str) -> str:
    """The name as the roster has it; for one that it has not, the nearest is suggested, never taken."""
    name = meant.person(context, settings, written)
    roster = settings.roster
    if roster.people and roster.resolve(name).person is None and not is_mentor(name):
        finding = unknown_person(Place(MARKER), name, roster)
        tell_findings([finding], context)
    return name


def all_known(context: Context, settings: Settings, written: Iterable[str]) -> tuple[str, ...]:
    """The names of several options as the roster has them, each as `known` says."""
    return tuple(known(context, settings, name) for name in meant.people(context, settings, written))
