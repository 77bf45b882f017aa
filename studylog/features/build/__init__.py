"""Builds the site of a notebook: only what may be different is made, only what is different is written.

- `plan` knows which pages there are, `pages` what each shows; `stretches` are the pages of long lists, and
  `machine` has the files for programs. `stale` tells which of all these a change may concern.
- `anew` makes them: `making` does it here or with workers (`helping`), `render` turns a page into bytes.
  `theme` has what they share, `lean` without comments; `copies` of files and `searching` stand beside them.
- `following` builds again whenever the notebook changes.
"""

import hashlib
from datetime import date
from pathlib import Path

from studylog import __version__
from studylog.core.values import dataclass
from studylog.features.build.helping import ALONE, Helping
from studylog.store.index.opening import Index
from studylog.store.index.search import generation
from studylog.store.notebook import Notebook
from studylog.store.site.latest import Built, Summary, last_built, remember_built
from studylog.store.site.old import is_whole
from studylog.store.site.places import check_output
from studylog.store.templates import theme_stamp

__all__ = ["BuildReport", "Helping", "build"]


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a site has now, and which of its files had to be written, or are gone."""

    output: Path
    site: Summary
    changed: frozenset[str]

    @property
    def written(self) -> int:
        """How many files had to be written."""
        return len(self.changed)


def build(
    notebook: Notebook,
    index: Index,
    output: Path,
    today: date,
    helping: Helping = ALONE,
    *,
    search: bool = True,
    at_once: bool = False,
) -> BuildReport:
    """Builds the site of a notebook as it is seen on a day; the old site stays until the new one is whole.

    `search` tells whether it can be searched: for that, the index must have been opened with its search.
    `at_once` puts it in place as a whole, however large it is: what is no longer public is gone in one step.
    Raises StudylogError, with nothing changed, for an output folder that is not ours and for a template that
    is broken.
    """
    searched = generation(index.db) if search else None
    now = Built(index.id, index.generation, searched, today.isoformat(), _rest(notebook))
    check_output(output, notebook.root)
    latest = last_built(notebook.root, output)
    if latest and latest.built == now and is_whole(output, latest.site.files):
        return BuildReport(output, latest.site, frozenset())
    # Late: what makes pages takes longer to import than to find that there is nothing to do.
    from studylog.features.build.anew import Building, build_into

    building = Building(notebook, index, now, today, helping, at_once)
    fresh, changed = build_into(building, output, latest)
    remember_built(notebook.root, output, fresh)
    return BuildReport(output, fresh.site, changed)


def _rest(notebook: Notebook) -> str:
    """Whatever pages depend on besides the notes and the day, in one hash."""
    told = repr((__version__, notebook.settings, notebook.name, theme_stamp(notebook.root)))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()
