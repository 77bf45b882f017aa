"""Settings as frozen values; everything has a default, so that an empty file is a notebook."""

from collections.abc import Mapping
from datetime import date
from typing import Literal, get_args

from studylog.core.i18n import Language
from studylog.core.people.roster import Roster
from studylog.core.values import dataclass, field

# What a title pattern may name between braces.
TITLE_FIELDS = ("year", "month", "day", "weekday")

# The rows of the grammar to which a notebook may add markers of its own.
PATTERN_KINDS = (
    "question",
    "sub_question",
    "answer",
    "addition",
    "guess",
    "guess_words",
    "confirmation",
    "slides",
    "presenter",
    "topic",
    "asked_by",
    "answered_by",
)

PublicNames = Literal["full", "given", "nicknames", "initials", "hidden"]


@dataclass(frozen=True, slots=True)
class LectureSetting:
    """A lecture of a course; `video` is the address of its recording."""

    number: int
    title: str | None = None
    video: str | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """A course and the days it lasts, both included; an end that is not given is open."""

    name: str
    since: date | None = None
    until: date | None = None
    lectures: tuple[LectureSetting, ...] = ()

    def lasts_on(self, day: date) -> bool:
        """Whether the day lies in the course."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


@dataclass(frozen=True, slots=True)
class TypeSetting:
    """A type of meeting: the pattern of its title, and whether `new` carries over what is open."""

    title: str | None = None
    carry: bool = True


Role = Literal["moderator", "presenter"]

ROLES: tuple[Role, ...] = ("moderator", "presenter")
"""What people of a team take turns in."""


@dataclass(frozen=True, slots=True)
class RotaSetting:
    """How a role goes round: in which order of names (else that of the roster), from which day on.

    Those in `skip` take no turn; `types` are the meetings that have one, all when empty; with `fill`, `new`
    puts the name into the header.
    """

    order: tuple[str, ...] = ()
    start: date | None = None
    skip: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
    fill: bool = False


@dataclass(frozen=True, slots=True)
class PublicSettings:
    """What `build --public` shows: how people are called, and which types of notes stay at home.

    `allow` are addresses, numbers and the like that may be published. Without `slides`, only pictures are
    copied of the notebook's files.
    """

    names: PublicNames = "initials"
    private: tuple[str, ...] = ()
    allow: tuple[str, ...] = ()
    slides: bool = False


@dataclass(frozen=True, slots=True)
class NavLink:
    """A link of the team's own in the navigation of the digest."""

    text: str
    url: str


SiteNoun = Literal[
    "meetings", "questions", "lectures", "papers", "people", "weeks", "notes", "resources", "health"
]

SITE_NOUNS: tuple[SiteNoun, ...] = get_args(SiteNoun)
"""What the navigation of a site can be ordered by, and what it can do without."""


@dataclass(frozen=True, slots=True)
class SiteSettings:
    """How the digest looks; a title or language that is None is the notebook's.

    `source` is the address at which files of the notebook can be read, with `{path}` and `{line}`; `order`
    are the nouns that stand first in the rail, `hide` those that do not stand there.
    """

    title: str | None = None
    url: str | None = None
    accent: str = "#3b6ea5"
    logo: str | None = None
    language: Language | None = None
    nav: tuple[NavLink, ...] = ()
    footer: str | None = None
    source: str | None = None
    order: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    public: PublicSettings = PublicSettings()


@dataclass(frozen=True, slots=True)
class Settings:
    """What a notebook settled on; a `timezone` of None is that of the machine."""

    name: str | None = None
    language: Language = "ko"
    timezone: str | None = None
    start: date | None = None
    author: str | None = None
    roster: Roster = field(default_factory=Roster)
    courses: tuple[Course, ...] = ()
    carry: bool = True
    types: Mapping[str, TypeSetting] = field(default_factory=dict)
    rota: Mapping[Role, RotaSetting] = field(default_factory=dict)
    patterns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    repositories: Mapping[str, str] = field(default_factory=dict)
    site: SiteSettings = SiteSettings()

    @property
    def site_language(self) -> Language:
        """The language of the site: its own, else that of the notebook."""
        return self.site.language or self.language

    def carries(self, type_: str | None) -> bool:
        """Whether what is open is carried into meetings of a type."""
        setting = self.types.get(type_ or "")
        return self.carry and (setting.carry if setting is not None else True)

    def lecture(self, course: str | None, number: int) -> LectureSetting | None:
        """What the settings say of a lecture of a course."""
        lectures = (one for known in self.courses if known.name == course for one in known.lectures)
        return next((one for one in lectures if one.number == number), None)

    def lecture_title(self, course: str | None, number: int) -> str:
        """What the settings call a lecture of a course; empty where they do not say."""
        lecture = self.lecture(course, number)
        return (lecture.title if lecture else None) or ""

    def course_on(self, day: date) -> str | None:
        """The course of a day: of several, the one that began last; None where two began together."""
        lasting = [course for course in self.courses if course.lasts_on(day)]
        latest = max((course.since or date.min for course in lasting), default=date.min)
        names = [course.name for course in lasting if (course.since or date.min) == latest]
        return names[0] if len(names) == 1 else None
