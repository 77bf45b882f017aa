"""Which papers of notes are one: surely by name and number, by guess where nothing speaks against it."""

from collections.abc import Iterator, Sequence
from itertools import combinations, product

from studylog.core.model import NotePaper
from studylog.core.papers.names import Reading, family_key, is_number, may_be_one, name_key, reading_of
from studylog.core.unions import Union
from studylog.core.values import dataclass, field

# Years of a first version, of a conference and of a journal may differ by so much.
_YEARS_APART = 1

# No paper has so many depths: what counts up to more are different papers in a row.
_MOST_ALIKE = 8

_Reading = tuple[int, Reading]


@dataclass(frozen=True, slots=True)
class Named:
    """A paper by one of its titles in a note, with its other names; `at` is the number of its place."""

    at: int
    names: tuple[str, ...]
    paper: NotePaper

    @property
    def keys(self) -> Iterator[str]:
        """The keys of which one shared makes two papers one: titles by their letters, arXiv id, DOI."""
        told = self.names if self.paper.role == "described" else self.names[:1]
        yield from map(title_key, told)
        if len(self.paper.titles) == 1:
            yield from number_keys(self.paper.arxiv, self.paper.doi)

    @property
    def alias_keys(self) -> Iterator[str]:
        """The keys of names in brackets, by which it is the same as what has one of them for a title."""
        return map(title_key, self.names[1:])


@dataclass(slots=True)
class Sure:
    """Everything that is surely one paper, in the order in which it was given."""

    members: list[Named] = field(default_factory=list)

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, each spelling once."""
        return tuple(dict.fromkeys(name for one in self.members for name in one.names))


@dataclass(frozen=True, slots=True)
class Group:
    """One paper: what surely is, that which names it first in front, and what was matched by guess."""

    sure: Sure
    guessed: tuple[Sure, ...]


def title_key(name: str) -> str:
    """The key of a title: what all its spellings share."""
    return f"name:{name_key(name)}"


def number_keys(arxiv: str | None, doi: str | None) -> Iterator[str]:
    """The keys of a paper's numbers."""
    if arxiv:
        yield f"arxiv:{arxiv}"
    if doi:
        yield f"doi:{doi}"


def all_keys(paper: NotePaper) -> Iterator[str]:
    """The keys of which papers that have to be gathered together share one."""
    for name in (*paper.titles, *paper.aliases):
        yield from (title_key(name), _base_key(name), family_key(name))
    if len(paper.titles) < 2:
        yield from number_keys(paper.arxiv, paper.doi)


def _base_key(name: str) -> str:
    """The key that names share which may mean one paper."""
    return f"base:{reading_of(name).base}"


def names_of(paper: NotePaper) -> list[tuple[str, ...]]:
    """The names of each paper that is meant; other names belong to it only if it is the only one."""
    if len(paper.titles) == 1:
        return [(*paper.titles, *paper.aliases)]
    return [(title,) for title in paper.titles]


def groups_of(named: Sequence[Named]) -> list[Group]:
    """The papers; the same ones in whatever order they are given, each with its members in that order."""
    sure = _surely_one(named)
    guesses = Union(range(len(sure)))
    for first, second in _likely(sure):
        if not _cannot_be_one(sure[first], sure[second]):
            guesses.join(first, second)
    groups: list[Group] = []
    for together in guesses.parts():
        # Where two of them cannot be one, nobody knows which of them the others mean.
        torn = len(together) > _MOST_ALIKE or any(
            _cannot_be_one(*pair) for pair in combinations([sure[at] for at in together], 2)
        )
        parts = [[at] for at in together] if torn else [together]
        groups += (Group(sure[part[0]], tuple(sure[at] for at in part[1:])) for part in parts)
    return sorted(groups, key=lambda group: group.sure.members[0].at)


def _surely_one(named: Sequence[Named]) -> list[Sure]:
    union = Union(range(len(named)))
    first: dict[str, int] = {}
    for number, one in enumerate(named):
        for key in one.keys:
            union.join(first.setdefault(key, number), number)
    # `(Inception-v1)` behind a title is the title of another paper, but `(CVPR)` behind two says nothing.
    for number, one in enumerate(named):
        for key in one.alias_keys:
            union.join(first.get(key, number), number)
    return [Sure([named[number] for number in part]) for part in union.parts()]


def _likely(sure: Sequence[Sure]) -> Iterator[tuple[int, int]]:
    """The pairs that have a name each of which one may be short for the other."""
    by_base: dict[str, list[_Reading]] = {}
    for number, part in enumerate(sure):
        for name in part.names:
            if not is_number(name):
                reading = reading_of(name)
                by_base.setdefault(reading.base, []).append((number, reading))
    for readings in by_base.values():
        for (one, first), (other, second) in _comparable(readings):
            if one != other and may_be_one(first, second):
                yield one, other


def _comparable(readings: Sequence[_Reading]) -> Iterator[tuple[_Reading, _Reading]]:
    """The pairs of one depth, or of none beside any: of hundreds of numbered names, few are compared."""
    by_depth: dict[str, list[_Reading]] = {}
    for reading in readings:
        by_depth.setdefault(reading[1].depth, []).append(reading)
    bare = by_depth.pop("", [])
    for alike in (bare, *by_depth.values()):
        yield from combinations(alike, 2)
        if alike is not bare:
            yield from product(bare, alike)


def _cannot_be_one(one: Sure, other: Sure) -> bool:
    """Whether something speaks against a guess: other numbers, years or titles, or somebody who says so."""
    for number in ("arxiv", "doi"):
        ids = [{getattr(each.paper, number) for each in part.members} - {None} for part in (one, other)]
        if all(ids) and ids[0].isdisjoint(ids[1]):
            return True
    years = [[each.paper.year for each in part.members if each.paper.year] for part in (one, other)]
    if all(years) and min(abs(a - b) for a in years[0] for b in years[1]) > _YEARS_APART:
        return True
    tails = [{reading_of(name).tail for name in part.names} - {""} for part in (one, other)]
    if all(tails) and tails[0].isdisjoint(tails[1]):
        return True
    return _is_unlike(one, other) or _is_unlike(other, one)


def _is_unlike(one: Sure, other: Sure) -> bool:
    unlike = {name_key(name) for each in one.members for name in each.paper.unlike}
    return not unlike.isdisjoint(map(name_key, other.names))
