"""Who keeps the minutes: --author, STUDYLOG_ME, the settings, your own settings, git's name, else nobody."""

from studylog.cli.context import Context
from studylog.cli.meaning import meant
from studylog.store.notebook import Notebook


def author_of(context: Context, notebook: Notebook, told: str | None) -> str:
    """The name of the author as the roster has it, or as it is written; empty when nobody is known."""
    said = told or context.environment.get("STUDYLOG_ME")
    if said:
        return meant.person(context, notebook.settings, said)
    found = notebook.settings.author or context.personal().author or _git(notebook)
    return notebook.settings.roster.canonical(found) if found else ""


def _git(notebook: Notebook) -> str | None:
    from studylog.store.git import user_name

    return user_name(notebook.root)
