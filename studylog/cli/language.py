"""Which language to speak: `--lang`, STUDYLOG_LANG, the notebook, your own settings, the locale, English."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from studylog.cli.places import personal_settings
from studylog.core.i18n import Language
from studylog.store.language import language_in, notebook_language


def spoken(told: Language | None, environment: Mapping[str, str], notebook: Path | None) -> Language | None:
    """The first language that is told; `notebook` is the folder from which one is looked for."""
    return told if told is not None else next(_told(environment, notebook), None)


def _told(environment: Mapping[str, str], notebook: Path | None) -> Iterator[Language]:
    yield from _language(environment.get("STUDYLOG_LANG", ""))
    in_notebook = notebook_language(notebook) if notebook is not None else None
    if in_notebook is not None:
        yield in_notebook
    personal = language_in(personal_settings(environment))
    if personal is not None:
        yield personal
    # As in C: the first of these that is set decides, even where we do not speak its language.
    locales = (environment.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    yield from _language(next(filter(None, locales), ""))


def _language(written: str) -> Iterator[Language]:
    if written.lower().startswith("ko"):
        yield "ko"
    elif written.lower().startswith("en"):
        yield "en"
