"""Makes the pages of a site that may be different, and puts what is different into its folder."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from studylog.core.decks import THUMBS
from studylog.core.digest.frame import counts_of
from studylog.core.digest.health import health_page
from studylog.core.digest.site import Site
from studylog.core.machine.texts import MISSING, SITEMAP, sitemaps
from studylog.core.values import dataclass
from studylog.features.build.copies import put_copies
from studylog.features.build.helping import Helping
from studylog.features.build.making import (
    Asked,
    Job,
    Made,
    Workshop,
    make_here,
    make_there,
    workshop,
)
from studylog.features.build.searching import put_search
from studylog.features.build.stale import Had, Stale, pages_of_day, stale_pages
from studylog.features.build.theme import theme_files
from studylog.store.index.opening import Index
from studylog.store.index.touched import touched_since
from studylog.store.notebook import Notebook
from studylog.store.site import MARKER, Draft, site_draft
from studylog.store.site.latest import Built, Latest, Summary

# Pages beside each other show much of the same, which each worker reads anew: a piece of work is as large as
# it can be without leaving other workers idle at the end.
_PIECES, _LONGEST_PIECE = 32, 256
# Where copies of the notebook's own files lie.
_COPIES = ("assets/", "slides/")


@dataclass(frozen=True, slots=True)
class Building:
    """A site on its way: what it is built from, and who helps."""

    notebook: Notebook
    index: Index
    now: Built
    today: date
    helping: Helping
    at_once: bool


def build_into(building: Building, output: Path, latest: Latest | None) -> tuple[Latest, frozenset[str]]:
    """Builds a site into its folder; what it has then, and which files were written or are gone.

    `latest` is what the site in the folder was built from and has, where that is known.
    """
    searched = building.now.searched is not None
    place = workshop(building.notebook, building.index.db, building.today, searched=searched)
    with site_draft(output, building.notebook.root, at_once=building.at_once) as draft:
        stale = _stale(building, place, latest if draft.intact else None, draft)
        _make(building, place, stale, draft)
        _put_files(place, building.notebook, draft)
        if searched:
            since = latest.built.searched if stale is not None and latest else None
            put_search(draft, building.index, since or 0, place.site.language)
    names = draft.hashes
    health = health_page(place.site)
    pages = sum(name.endswith(".html") and name != MISSING for name in names)
    copies = sum(name.startswith(_COPIES) for name in names)
    undrawn = sum(deck.trouble == "unread" for _, _, deck in place.files.decks())
    site = Summary(len(names), pages, copies, health.errors, health.warnings, undrawn)
    parts = {one.page: one.told for one in place.plan.listed()} if stale is None else stale.parts
    return Latest(building.now, site, parts), _changed(draft)


def _stale(building: Building, place: Workshop, latest: Latest | None, draft: Draft) -> Stale | None:
    """What has to be made anew; None for every page."""
    if latest is None:
        return None
    before, now = latest.built, building.now
    same = (now.index, now.rest, now.searched is None)
    if (before.index, before.rest, before.searched is None) != same:
        return None
    passed = pages_of_day(place.plan, date.fromisoformat(before.day), building.today)
    if before.generation == now.generation:
        return Stale(passed, frozenset(), latest.parts)
    things = touched_since(building.index.db, before.generation)
    return stale_pages(place.plan, things, Had(draft.old, latest.parts), passed)


def _make(building: Building, place: Workshop, stale: Stale | None, draft: Draft) -> None:
    names = tuple(place.plan.names()) if stale is None else stale.names
    done = 0
    for made in _made(building, place, [(name, draft.old.get(name)) for name in names], draft.folder):
        for page in made:
            draft.took(page.name, page.sha256, page.different)
        done += len(made)
        if building.helping.progress:
            building.helping.progress(done, len(names))
    # What follows is done here, and takes memory: workers that would only wait are let go.
    building.helping.dismiss()
    if stale is not None:
        draft.keep_all_but({*stale.gone, *names} - draft.hashes.keys())


def _made(
    building: Building, place: Workshop, pages: Sequence[Asked], folder: Path
) -> Iterator[tuple[Made, ...]]:
    """Makes pages piece by piece: here, or by workers where others can read the index, too."""
    size = min(_LONGEST_PIECE, len(pages) // _PIECES + 1)
    pieces = [pages[start : start + size] for start in range(0, len(pages), size)]
    index, site = building.index, place.site
    executor = building.helping.workers(len(pages)) if index.file else None
    if index.file is None or executor is None:
        return map(partial(make_here, place, folder), pieces)
    job = Job(building.notebook.root, index.file, index.id, index.generation, site.today, site.searched)
    return executor.map(partial(make_there, job, folder), pieces)


def _put_files(place: Workshop, notebook: Notebook, draft: Draft) -> None:
    """The files that are no pages: the theme, and copies of what notes lead to or show."""
    for name, content in theme_files(notebook.root, notebook.settings, counts_of(place.site)):
        draft.write(name, content)
    _put_sitemaps(place.site, draft)
    copied = put_copies(place.files, notebook.root, draft)
    draft.drop(name for name in draft.unchanged if name.startswith((*_COPIES, THUMBS)) and name not in copied)


def _changed(draft: Draft) -> frozenset[str]:
    gone = draft.old.keys() - draft.unchanged.keys()
    return frozenset(gone | (draft.written.keys() - {MARKER}))


def _put_sitemaps(site: Site, draft: Draft) -> None:
    made = dict(sitemaps(site, draft.hashes))
    for name, content in made.items():
        draft.write(name, content)
    before = [name for name in draft.unchanged if name == SITEMAP or name.startswith("sitemaps/")]
    draft.drop(name for name in before if name not in made)
