"""Pages made from the index and put into a draft: here, or by the workers of an executor."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import lru_cache
from pathlib import Path
from threading import get_ident

from studylog.core.digest.site import Site, site_of
from studylog.core.values import dataclass
from studylog.features.build.pages import Page
from studylog.features.build.plan import Plan
from studylog.features.build.render import renderer
from studylog.store.index.database import Database, reading
from studylog.store.index.reading import IndexLibrary
from studylog.store.index.reading.files import IndexFiles, Shown
from studylog.store.notebook import Notebook, find
from studylog.store.pictures.logo import logo_doubts, logo_of
from studylog.store.site import put


@dataclass(frozen=True, slots=True)
class Job:
    """What workers make pages from: a notebook, its index in a file, the day; with a search or without."""

    root: Path
    database: Path
    index: str
    generation: int
    today: date
    searched: bool


@dataclass(frozen=True, slots=True)
class Made:
    """A page that was made: its name, the hash of its content, and whether it had to be written."""

    name: str
    sha256: str
    different: bool


@dataclass(frozen=True, slots=True)
class Workshop:
    """Everything that making pages of one site takes."""

    site: Site
    plan: Plan
    files: IndexFiles
    rendered: Callable[[Page], bytes]


Asked = tuple[str, str | None]
"""The name of a page, and the hash that it had so far."""


def workshop(notebook: Notebook, db: Database, today: date, *, searched: bool) -> Workshop:
    """The workshop for the site of a notebook, from its index."""
    logo = logo_of(notebook)
    files = IndexFiles(db, Shown(*logo) if logo else None)
    site = site_of(
        IndexLibrary(db),
        notebook.settings,
        files,
        today,
        searched=searched,
        name=notebook.name,
        findings=logo_doubts(notebook),
    )
    return Workshop(site, Plan(site), files, renderer(site, notebook.root))


def make_here(place: Workshop, folder: Path, pages: Sequence[Asked]) -> tuple[Made, ...]:
    """Makes pages, and puts those into a folder that are not what they were."""
    made = []
    for name, old_sha256 in pages:
        page = place.plan.page(name)
        if page is not None:
            made.append(Made(name, *put(folder, name, place.rendered(page), old_sha256)))
    return tuple(made)


def make_some(place: Workshop, names: Iterable[str]) -> dict[str, bytes]:
    """Pages by name, without those that the site does not have."""
    pages = {name: place.plan.page(name) for name in names}
    return {name: place.rendered(page) for name, page in pages.items() if page}


def make_there(job: Job, folder: Path, pages: Sequence[Asked]) -> tuple[Made, ...]:
    """The same in a worker."""
    return make_here(_workshop_there(job, get_ident()), folder, pages)


@lru_cache(1)
def _workshop_there(job: Job, thread: int) -> Workshop:
    """The workshop of a worker, in one thread of one process: pieces of work after each other share it."""
    db = reading(job.database)
    db.execute("BEGIN")
    return workshop(find(job.root, job.root), db, job.today, searched=job.searched)
