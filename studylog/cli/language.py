"""Which language to speak: `--lang`, STUDYLOG_LANG, the notebook, your own settings, the locale, English."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from studylog.cli.places import personal_settings
from studylog.core.i18n import Language
from studylog.store.language import language_in, notebook_language


def spoken(
    told: Language | None, environment: Mapping[str, str], notebook: Path | None, *, hangul: bool = True
) -> Language | None:
    """The first language that is told; `notebook` is the folder from which one is looked for.

    Where a terminal shows no `hangul`, Korean has to be asked for: signs in its place tell nobody anything.
    """
    return told if told is not None else next(_told(environment, notebook, hangul), None)


def _told(environment: Mapping[str, str], notebook: Path | None, hangul: bool) -> Iterator[Language]:
    yield from _language(environment.get("STUDYLOG_LANG", ""))
    if not hangul:
        yield "en"
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
