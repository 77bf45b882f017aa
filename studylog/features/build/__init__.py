"""Builds the site of a notebook: only what may be different is made, only what is different is written."""

import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from studylog import __version__
from studylog.core.digest.frame import counts_of
from studylog.core.digest.health import HealthPage, health_page
from studylog.core.digest.pagenames import HOME
from studylog.features.build.making import Job, Workshop, at_work, make_pages
from studylog.features.build.stale import Stale, stale_pages
from studylog.features.build.theme import theme_files
from studylog.store.index.opening import Index
from studylog.store.index.touched import touched_since
from studylog.store.index.update import Progress, Workers
from studylog.store.notebook import Notebook
from studylog.store.site import Draft, site_draft
from studylog.store.site.latest import Built, last_built, remember_built
from studylog.store.templates import theme_stamp


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build made: how many pages and copies a site has, how many files were written, its findings."""

    output: Path
    pages: int
    assets: int
    written: int
    health: HealthPage


@dataclass(frozen=True, slots=True)
class _Build:
    job: Job
    place: Workshop
    index: Index


def build(
    notebook: Notebook,
    index: Index,
    output: Path,
    today: date,
    *,
    workers: Workers = lambda count: None,
    progress: Progress | None = None,
) -> BuildReport:
    """Builds the site of a notebook as it is seen on a day; the old site stays until the new one is whole.

    `progress(done, all)` is told after each piece of work. Raises StudylogError, with nothing changed, for an
    output folder that is not ours and for a template that is broken.
    """
    job = Job(notebook.root, index.file, index.id, index.generation, today)
    now = Built(index.id, index.generation, today.isoformat(), _rest(notebook))
    with at_work(job) as place, site_draft(output, notebook.root) as draft:
        before = last_built(notebook.root, output) if draft.intact else None
        building = _Build(job, place, index)
        if before != now:
            stale = _stale(building, before, now, draft)
            _make(building, stale, draft, workers, progress)
            _put_files(building, notebook, draft)
        else:
            draft.keep_all_but(())
        pages = sum(name.endswith(".html") for name in draft.hashes)
        copies = len({one.name for one in place.files.all()})
        health = health_page(place.site)
    remember_built(notebook.root, output, now)
    return BuildReport(output, pages, copies, len(draft.written), health)


def _rest(notebook: Notebook) -> str:
    """Whatever pages depend on besides the notes and the day, in one hash."""
    told = repr((__version__, notebook.settings, notebook.name, theme_stamp(notebook.root)))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _stale(building: _Build, before: Built | None, now: Built, draft: Draft) -> Stale | None:
    """What has to be made anew; None for every page."""
    if before is None or (before.index, before.rest) != (now.index, now.rest):
        return None
    if before.generation == now.generation:
        return Stale((HOME,), frozenset())
    return stale_pages(building.place.plan, touched_since(building.index.db, before.generation), draft.old)


def _make(
    building: _Build, stale: Stale | None, draft: Draft, workers: Workers, progress: Progress | None
) -> None:
    names = tuple(building.place.plan.names()) if stale is None else stale.names
    done = 0
    for made in make_pages(building.job, names, draft.old, draft.folder, workers(len(names))):
        for page in made:
            draft.took(page.name, page.sha256, page.different)
        done += len(made)
        if progress:
            progress(done, len(names))
    if stale is not None:
        draft.keep_all_but({*stale.gone, *names} - draft.hashes.keys())


def _put_files(building: _Build, notebook: Notebook, draft: Draft) -> None:
    """The files that are no pages: the theme, and copies of what notes lead to or show."""
    site, files = building.place.site, {one.name: one for one in building.place.files.all()}
    for name, content in theme_files(notebook.root, notebook.settings, counts_of(site)):
        draft.write(name, content)
    for name, attachment in files.items():
        draft.copy(attachment.file, name, attachment.sha256)
    draft.drop(name for name in draft.unchanged if _is_copy(name) and name not in files)


def _is_copy(name: str) -> bool:
    return name.startswith(("assets/", "slides/"))
