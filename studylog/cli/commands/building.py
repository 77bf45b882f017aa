"""The site of a notebook for commands: built once, or again and again while it is followed."""

import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from studylog.cli.context import Context
from studylog.cli.progress import progress
from studylog.cli.reading import indexed
from studylog.cli.talk import report, tell, tell_hint
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Language, say
from studylog.core.values import dataclass
from studylog.store.index.damage import once_more
from studylog.store.index.workers import Pool

if TYPE_CHECKING:
    from types import FrameType

    from studylog.features.build import BuildReport
    from studylog.features.build.following import Following
    from studylog.store.index.opening import Index
    from studylog.store.notebook import Notebook
    from studylog.store.site.latest import Summary


def pool_for_pages() -> Pool:
    """The processes that help to build a site."""
    return Pool(_import_what_makes_pages)


def _import_what_makes_pages() -> None:
    for name in ("studylog.features.build.anew", "studylog.store.templates.sandbox"):
        import_module(name)


@once_more
def built(
    context: Context,
    notebook: "Notebook",
    pool: Pool,
    folder: Path,
    *,
    search: bool,
    at_once: bool = False,
    opened: "Callable[[Index, date], None] | None" = None,
) -> "BuildReport":
    """Builds the site of a notebook into a folder, `at_once` however large it is.

    `opened` is told the index first, and what day it is.
    """
    from studylog.features.build import Helping, build

    today = context.day_of_build(notebook.settings)
    with (
        indexed(context, notebook, pool, files=True, search=search, hold=True) as index,
        progress(context, say("Writing pages")) as update,
    ):
        # What read notes keeps much that making pages has no use for: other processes do that.
        pool.close()
        if opened:
            opened(index, today)
        helping = Helping(pool.workers, pool.close, update)
        return build(notebook, index, folder, today, helping, search=search, at_once=at_once)


@dataclass(frozen=True, slots=True)
class Site:
    """The site of the notebook that a command means, in a folder, with its search or without."""

    context: Context
    folder: Path
    search: bool = True

    def build(self, opened: "Callable[[Index, date], None] | None" = None) -> "BuildReport":
        """Builds it from the notes and the settings as they are now; `opened` is told the index first."""
        notebook = self.context.notebook()
        with closing(pool_for_pages()) as pool:
            return built(self.context, notebook, pool, self.folder, search=self.search, opened=opened)

    def pages(self, names: Sequence[str], changed: tuple[str, ...]) -> Mapping[str, bytes]:
        """Some of its pages; where it is known which files changed, nothing else is looked at."""
        from studylog.features.build.following import pages_of
        from studylog.store.index.opening import opened

        context = self.context
        notebook = context.notebook()
        today = context.day_of_build(notebook.settings)
        with opened(notebook, hold=True, look_at=changed) as index:
            return pages_of(notebook, index, today, names, search=self.search)

    def following(self) -> "Following":
        """How the site follows its notebook, and is talked about."""
        from studylog.features.build.following import Following

        settings = self.context.notebook().settings
        return Following(
            self.folder,
            self.build,
            self.pages,
            lambda: self.context.day_of_build(settings),
            self.tell,
            lambda: tell(say("It can be built again."), self.context.language),
        )

    def tell(self, outcome: "BuildReport | StudylogError") -> None:
        """Says how a build went."""
        context = self.context
        if isinstance(outcome, StudylogError):
            report(outcome, context)
        elif pages := sum(name.endswith(".html") for name in outcome.changed):
            tell(say("{n:page/pages} changed.", n=pages), context.language)


def report_line(built: "BuildReport", language: Language) -> None:
    """Says what a site has, and whether something in the notes is to be mended."""
    site = built.site
    tell(say("{pages:page/pages}, {files:file/files}.", pages=site.pages, files=site.copies), language)
    tell_what_to_mend(site, language)


def tell_what_to_mend(site: "Summary", language: Language) -> None:
    """Says how much in the notes is to be mended, if anything, and what names it."""
    if not site.sound:
        found = say("{n:thing/things} to look at: `studylog check`", n=site.errors + site.warnings)
        tell_hint(found, language)


def follow_on(site: Site) -> Exit:
    """Builds a site, and again whenever its notebook changes, until somebody ends it."""
    from studylog.features.build.following import build_once, follow, watched

    context = site.context
    with until_ended(), watched(context.notebook().root, site.folder) as watch:
        following = site.following()
        well = build_once(following, None, context.language)
        tell(say("Watching the notes; Ctrl-C ends it."), context.language)
        follow(watch, following, None, context.language, well=well)
    return Exit.DONE


@contextmanager
def until_ended() -> Iterator[None]:
    """Something that goes on until Ctrl-C, or until the system asks it to end: then it was done."""
    before = signal.signal(signal.SIGTERM, _interrupt)
    try:
        with suppress(KeyboardInterrupt):
            yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(number: int, frame: "FrameType | None") -> None:
    raise KeyboardInterrupt
