"""A site that follows its notebook: built again whenever something in it may have changed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path

from studylog.core.errors import StudylogError
from studylog.core.i18n import Language, translate
from studylog.core.values import dataclass
from studylog.features.build import BuildReport
from studylog.store.failures import trouble
from studylog.store.index.opening import Index
from studylog.store.index.reading import IndexLibrary
from studylog.store.notebook import Notebook
from studylog.store.preview import Failure, Preview
from studylog.store.preview.requests import INDEX, file_of
from studylog.store.site.places import check_output
from studylog.store.watching import Watch, watching

# For long, nothing may happen but that a day ends: the first page says what is today.
_NAP = 20.0
_PATIENCE = 0.3

Changed = tuple[str, ...]
"""The files that are said to have changed; empty where that is not known."""


@dataclass(frozen=True, slots=True)
class Following:
    """What makes a site follow: its folder, how it is built, what day it is, who is told of each outcome.

    `pages` makes some of its pages alone, sooner than `build` makes all that may differ; `mended` is called
    when a build succeeds after one that failed.
    """

    site: Path
    build: Callable[[], BuildReport]
    pages: Callable[[Sequence[str], Changed], Mapping[str, bytes]]
    today: Callable[[], date]
    told: Callable[[BuildReport | StudylogError], None]
    mended: Callable[[], None]


def follow(
    watch: Watch, following: Following, preview: Preview | None, language: Language, *, well: bool
) -> None:
    """Builds a site whenever its notebook changes, for ever; why a build fails is told, and the next awaited.

    `well` says whether the last build succeeded.
    """
    day = following.today()
    while True:
        changed = watch.wait(_NAP)
        if changed is not None or following.today() != day:
            day = following.today()
            failed, well = not well, build_once(following, preview, language, changed or ())
            if failed and well:
                following.mended()


def build_once(
    following: Following, preview: Preview | None, language: Language, changed: Changed = ()
) -> bool:
    """Builds a site once, and says whether it could. A preview first shows what somebody is looking at."""
    try:
        if preview and (names := preview.looked_at()):
            _show_ahead(preview, following, names, changed)
        report = following.build()
    except (StudylogError, OSError) as error:
        known = error if isinstance(error, StudylogError) else trouble(error, Path(str(error.filename)))
        if preview:
            preview.fail(_failure(known, language))
        following.told(known)
        return False
    if preview:
        preview.show(report.changed, partial(_as_built, following.site))
    following.told(report)
    return True


def _show_ahead(preview: Preview, following: Following, names: Sequence[str], changed: Changed) -> None:
    made = following.pages(names, changed)
    pages = {name: page for name, page in made.items() if page != _as_built(following.site, name)}
    if pages:
        preview.show_ahead(pages)
        # Whoever looks comes first: to make the rest at the same time would slow down both.
        preview.wait_for_pages(_PATIENCE)


def pages_of(
    notebook: Notebook, index: Index, today: date, names: Sequence[str], *, search: bool
) -> Mapping[str, bytes]:
    """Some pages of the site of a notebook, as a build would make them."""
    from studylog.features.build.making import make_some, workshop

    return make_some(workshop(notebook, index.db, today, searched=search), names)


def _as_built(site: Path, name: str) -> bytes | None:
    file = file_of(site, name)
    try:
        return file.read_bytes() if file else None
    except OSError:
        return None


def _failure(error: StudylogError, language: Language) -> Failure:
    return Failure(
        str(error.place) if error.place else None,
        translate(error.message, language),
        translate(error.hint, language) if error.hint else None,
    )


def page_of(index: Index, day: date) -> str:
    """The page of the meeting of a day, else the first page of the site."""
    meeting = IndexLibrary(index.db).meetings.near(day).today
    return meeting.page if meeting else INDEX


@contextmanager
def watched(root: Path, output: Path) -> Iterator[Watch]:
    """Watches a notebook whose site is in a folder, which must be one that a site may be written to."""
    check_output(output, root)
    with watching(root, output) as watch:
        yield watch
