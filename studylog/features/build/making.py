"""Pages made from the index and put into a draft: here, or by the workers of an executor."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, partial
from pathlib import Path
from threading import get_ident

from studylog.core.digest.site import Site, site_of
from studylog.core.findings import Finding, Place
from studylog.features.build.plan import Page, Plan
from studylog.features.build.render import renderer
from studylog.store.attachments import PICTURES, Attachment, Attachments, lost_picture
from studylog.store.index.keep import reading
from studylog.store.index.reading import IndexLibrary
from studylog.store.index.reading.files import IndexFiles
from studylog.store.notebook import MARKER, Notebook, find
from studylog.store.site import put

# So many pages are a piece of work: enough to outweigh the way to a worker and back.
_CHUNK = 64


@dataclass(frozen=True, slots=True)
class Job:
    """What pages are made from: a notebook, its index in a file, and the day it is seen on."""

    root: Path
    database: Path
    index: str
    generation: int
    today: date


@dataclass(frozen=True, slots=True)
class Made:
    """A page that was made: its name, the hash of its content, and whether it had to be written."""

    name: str
    sha256: str
    different: bool


@dataclass(frozen=True, slots=True)
class Workshop:
    """Everything that making pages of one site takes."""

    library: IndexLibrary
    site: Site
    plan: Plan
    files: IndexFiles
    rendered: Callable[[Page], bytes]


@lru_cache(1)
def workshop(job: Job, thread: int) -> Workshop:
    """The workshop of a job, in one thread of one process: pages made after each other share it."""
    notebook = find(job.root, job.root)
    db = reading(job.database)
    db.execute("BEGIN")
    library = IndexLibrary(db)
    logo = _logo(notebook)
    files = IndexFiles(db, logo)
    site = site_of(
        library,
        notebook.settings,
        files,
        job.today,
        name=notebook.name,
        findings=_lost_logo(notebook, logo),
    )
    return Workshop(library, site, Plan(site), files, renderer(site, notebook.root))


@contextmanager
def at_work(job: Job) -> Iterator[Workshop]:
    """The workshop of a job in this thread, which lets go of the index at the end."""
    place = workshop(job, get_ident())
    try:
        yield place
    finally:
        workshop.cache_clear()
        place.library.close()


def make_pages(
    job: Job, names: Sequence[str], old: Mapping[str, str], folder: Path, executor: Executor | None
) -> Iterator[tuple[Made, ...]]:
    """Makes pages, piece by piece, and puts those into a folder that are not what the old ones were."""
    pieces = [names[start : start + _CHUNK] for start in range(0, len(names), _CHUNK)]
    work = [[(name, old.get(name)) for name in piece] for piece in pieces]
    make = partial(_make, job, folder)
    return executor.map(make, work) if executor else map(make, work)


def _make(job: Job, folder: Path, names: Sequence[tuple[str, str | None]]) -> tuple[Made, ...]:
    place = workshop(job, get_ident())
    made = []
    for name, old_sha256 in names:
        page = place.plan.page(name)
        if page is not None:
            made.append(Made(name, *put(folder, name, place.rendered(page), old_sha256)))
    return tuple(made)


def _logo(notebook: Notebook) -> Attachment | None:
    logo = notebook.settings.site.logo
    found = Attachments(notebook).find("", f"/{logo}") if logo else None
    return found if found and found.ending in PICTURES else None


def _lost_logo(notebook: Notebook, logo: Attachment | None) -> Iterator[Finding]:
    if notebook.settings.site.logo and logo is None:
        yield lost_picture(Place(MARKER), notebook.settings.site.logo)
