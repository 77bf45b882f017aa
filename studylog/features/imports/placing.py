"""Where each draft comes to lie: in the note that it is already, else in its place, else by day and type."""

from collections.abc import Iterator, Sequence
from functools import cached_property

from studylog.core.errors import StudylogError
from studylog.core.facts import Facts, note_facts
from studylog.core.filenames import numbered, portable_path
from studylog.core.i18n import say
from studylog.core.incoming.drafts import Draft, note_text
from studylog.core.text import slug
from studylog.core.values import dataclass, replace
from studylog.features.imports.pages import Page, Pages, page_of, pages_of
from studylog.features.imports.shelf import Shelf
from studylog.store.imported import Ledger
from studylog.store.notebook import NOTES, Notebook

_MOST_OF_ONE_NAME = 100
_ENDING = ".md"


@dataclass(frozen=True, slots=True)
class Placed:
    """A draft and the path of its note; `natural` is the path that it would have, had nobody moved it.

    `people` are named in its header; `twin` is the draft before it that seems to be the same page.
    """

    draft: Draft
    path: str
    title: str
    natural: str
    people: tuple[str, ...] = ()
    twin: str | None = None

    @property
    def folder(self) -> str:
        """Where those files of the note lie that have no place of their own."""
        return self.path.removesuffix(_ENDING)

    @property
    def natural_folder(self) -> str:
        """Where they would lie, had nobody moved the note."""
        return self.natural.removesuffix(_ENDING)


class Placing:
    """Places the drafts of one run: first those whose notes are there, so that no other takes their paths."""

    def __init__(self, notebook: Notebook, drafts: Sequence[Draft], shelf: Shelf, ledger: Ledger) -> None:
        self._notebook, self._shelf, self._ledger = notebook, shelf, ledger
        self._drafts = drafts
        self._facts: dict[int, Facts] = {}
        self._paths: dict[int, str] = {}

    def placed(self) -> list[Placed | StudylogError]:
        """The place of each draft, in their order; for those that can have none, the reason."""
        errors = dict(self._unreadable())
        for way in (self._by_source, self._by_moment, self._by_place, self._anew):
            for number in sorted(self._facts, key=self._turn):
                path = None if number in self._paths else way(number)
                if path is not None:
                    self._paths[number] = path
                    self._shelf.give(path, f"note {number}")
        return [
            errors[number] if number in errors else self._result(number)
            for number in range(len(self._drafts))
        ]

    def _turn(self, number: int) -> tuple[bool, bool, str]:
        """Whole notes go by their names, those that keep them first: the order they come in means nothing."""
        draft = self._drafts[number]
        if draft.header or draft.place is None:
            return True, False, ""
        return False, portable_path(draft.place) != draft.place, draft.place

    def _unreadable(self) -> Iterator[tuple[int, StudylogError]]:
        for number, draft in enumerate(self._drafts):
            try:
                content = note_text(draft).encode()
            except StudylogError as error:
                yield number, error
            else:
                self._facts[number] = note_facts(draft.source, content, self._notebook.settings)

    @cached_property
    def _known(self) -> Pages:
        return Pages(pages_of(self._notebook))

    def _page(self, number: int) -> Page:
        return replace(page_of(self._facts[number]), path=str(number))

    def _by_source(self, number: int) -> str | None:
        if not self._drafts[number].header:
            return None
        page = self._page(number)
        return self._one_of(self._known.of_source(page), number, surely=page.id is not None)

    def _by_moment(self, number: int) -> str | None:
        if not self._drafts[number].header:
            return None
        return self._one_of(self._known.of_moment(self._page(number)), number)

    def _one_of(self, pages: Sequence[Page], number: int, *, surely: bool = False) -> str | None:
        """The page that is meant: the one that lies where it would, else the only one."""
        paths = [page.path for page in pages if self._shelf.is_free(page.path)]
        there = next((path for path in self._candidates(number) if path in paths), None) if paths else None
        return there or (paths[0] if paths and (surely or len(paths) == 1) else None)

    def _by_place(self, number: int) -> str | None:
        """A draft that was found as a whole note is the one that lies in its place."""
        if self._drafts[number].header or self._drafts[number].place is None:
            return None
        path = next(self._candidates(number))
        return path if self._shelf.is_free(path) else None

    def _anew(self, number: int) -> str | None:
        for path in self._candidates(number):
            if self._shelf.is_free(path) and (not self._shelf.file(path) or self._is_its(path, number)):
                return path
        return None

    def _is_its(self, path: str, number: int) -> bool:
        """Whether the note that lies in a draft's path is its own, although nothing else proves it."""
        if self._drafts[number].header:
            return self._known.is_named(path, self._page(number))
        return self._ledger.knows(path)

    def _candidates(self, number: int) -> Iterator[str]:
        """The paths that a draft may have: its place, else its day and type; then the same with `-2`."""
        draft, facts = self._drafts[number], self._facts[number]
        if draft.place is not None:
            name = portable_path(draft.place.removesuffix(_ENDING) + _ENDING)
        elif facts.day:
            name = f"{facts.day.year}/{facts.day.isoformat()}-{slug(facts.type or 'meeting', 60)}{_ENDING}"
        else:
            name = slug(facts.title) + _ENDING
        folder, sign, last = f"{NOTES}/{name}".rpartition("/")
        yield folder + sign + last
        for count in range(2, _MOST_OF_ONE_NAME):
            yield folder + sign + numbered(last, count)

    def _result(self, number: int) -> Placed | StudylogError:
        draft = self._drafts[number]
        if number not in self._paths:
            return StudylogError(
                say("There are too many notes with the name of {source}.", source=draft.source)
            )
        path = self._paths[number]
        natural = self._before_it_moved(path, number) or path
        facts = self._facts[number]
        header = facts.header
        people = (header.author, header.moderator, *header.attendees, *header.absent)
        named = tuple(name for name in people if name)
        return Placed(draft, path, facts.title, natural, named, self._twin(number))

    def _before_it_moved(self, path: str, number: int) -> str | None:
        """The path under which a note came in that lies elsewhere now, by its content or by its name."""
        content = self._shelf.content(path)
        if content is None or self._ledger.knows(path):
            return None
        of_content = self._ledger.named(NOTES, content)
        return next(
            (
                known
                for known in (*of_content, *filter(self._ledger.knows, self._candidates(number)))
                if not self._shelf.file(known) and self._shelf.is_free(known)
            ),
            None,
        )

    @cached_property
    def _run(self) -> Pages:
        return Pages(self._page(number) for number in self._facts if self._drafts[number].header)

    def _twin(self, number: int) -> str | None:
        if not self._drafts[number].header:
            return None
        page = self._page(number)
        alike = [int(other.path) for other in (*self._run.of_source(page), *self._run.of_moment(page))]
        before = min(alike, default=number)
        return self._drafts[before].source if before < number else None
