"""What may stand in `studylog.yaml`: a row for each setting, with the reader that knows what it may be."""

import re
from collections.abc import Callable
from typing import Any

from studylog.core.header.keys import note_type
from studylog.core.i18n import say
from studylog.core.people.roster import Person, Roster
from studylog.core.settings.readers import (
    Reader,
    Spot,
    day,
    each,
    flag,
    listed,
    matching,
    names,
    one_of,
    table,
    text,
    zone,
)
from studylog.core.settings.values import (
    PATTERN_KINDS,
    ROLES,
    SITE_NOUNS,
    TITLE_FIELDS,
    Course,
    LectureSetting,
    NavLink,
    PublicSettings,
    RotaSetting,
    Settings,
    SiteSettings,
    TypeSetting,
)
from studylog.core.strictyaml import Scalar, YamlList


def _lasting(reader: Reader) -> Reader:
    """Something that lasts from one day to another, which is not before the first."""

    def read(spot: Spot) -> Any:
        lasting = reader(spot)
        if lasting.since and lasting.until and lasting.until < lasting.since:
            raise spot.wrong(say("a span of days that ends after it begins"))
        return lasting

    return read


def _or_bare(name: Reader, make: Callable[[str], Any], reader: Reader) -> Reader:
    """A map, or only a name where nothing else is told."""
    return lambda spot: make(name(spot)) if isinstance(spot.node, Scalar) else reader(spot)


def _lecture_number(spot: Spot) -> int:
    """The number of a lecture, `6` or `6강`."""
    number = re.fullmatch(r"([0-9]{1,3})\s*강?", text(spot))
    if number is None:
        raise spot.wrong(say("the number of a lecture"))
    return int(number[1])


def _lectures(spot: Spot) -> tuple[LectureSetting, ...]:
    told = each(_lecture_number, _or_bare(text, lambda title: {"title": title}, _LECTURE))(spot)
    return tuple(LectureSetting(number, **told[number]) for number in sorted(told))


def _roster(spot: Spot) -> Roster:
    if isinstance(spot.node, YamlList):
        return Roster(listed(_or_bare(_NAME, Person, _PERSON))(spot))
    if not isinstance(spot.node, Scalar):
        raise spot.wrong(say("a list of names"))
    return Roster(tuple(Person(name) for name in names(spot)))


def _title(spot: Spot) -> str:
    """A pattern that names nothing but the day, so that it can be filled in without a surprise."""
    # Late, because few notebooks have a title of their own.
    from string import Formatter

    expected = say("a title with nothing but {fields} in braces", fields=", ".join(TITLE_FIELDS))
    try:
        fields = [
            (name, form, how) for _, name, form, how in Formatter().parse(text(spot)) if name is not None
        ]
    except ValueError as error:
        raise spot.wrong(expected) from error
    for name, form, how in fields:
        if (
            name not in TITLE_FIELDS
            or how
            or not re.fullmatch("" if name == "weekday" else "(?:02d?)?", form or "")
        ):
            raise spot.wrong(expected)
    return text(spot)


def can_be_called(name: str) -> bool:
    """Whether somebody on the roster can be called so."""
    return bool(re.fullmatch(_CALLED, name))


def _type(spot: Spot) -> TypeSetting:
    return TypeSetting() if spot.empty else table({"title": _title, "carry": flag}, TypeSetting)(spot)


def _turns(*roles: str) -> Reader:
    """Roles that go round: `true`, a list of names, or a map; only a role that is written goes round."""

    def read(spot: Spot) -> dict[str, RotaSetting]:
        told = table(dict.fromkeys(roles, _role), dict)(spot)
        return {role: setting for role, setting in told.items() if setting is not None}

    return read


def _role(spot: Spot) -> RotaSetting | None:
    if isinstance(spot.node, YamlList):
        return RotaSetting(order=names(spot))
    if isinstance(spot.node, Scalar):
        return RotaSetting() if flag(spot) else None
    setting: RotaSetting = _ROLE(spot)
    return setting


def _type_ids(spot: Spot) -> tuple[str, ...]:
    return tuple(note_type(name) for name in names(spot))


def _type_id(spot: Spot) -> str:
    # It becomes part of the name of a template, so it must not lead elsewhere.
    return note_type(matching(r"\w[\w -]*", say("a word without signs"))(spot))


def _nav(spot: Spot) -> tuple[NavLink, ...]:
    return tuple(NavLink(label, url) for label, url in each(text, _LINK)(spot).items())


_CALLED = r"[^\W_][\w .'’·-]*"
_NAME = matching(_CALLED, say("a name without brackets, commas and other signs"))
_ADDRESS = matching(r"https?://[^\s<>\"\\]+", say("an address that begins with https://"))
_LINK = matching(
    r"(?:https?://|mailto:)[^\s<>\"\\]+|(?!//|[A-Za-z][\w+.-]*:)[^\s<>\"\\]+",
    say("a web address, or a path in the site"),
)
_PATH_INSIDE = matching(r"(?!/)(?!.*(?:^|/)\.\.(?:/|$))[^\\:]+", say("the path of a file in the notebook"))
_COLOUR = matching(
    r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})", say("a colour in quotes, such as {example}", example='"#3b6ea5"')
)

_SOURCE = matching(
    r"https?://(?=[^\s<>\"\\]*\{path\})[^\s<>\"\\]+",
    say("an address with {path} in it", path="{path}"),
)
_NOUN = one_of(*SITE_NOUNS)

_LECTURE = table({"title": text, "video": _ADDRESS}, dict)
_PERSON = _lasting(
    table({"name": _NAME, "aliases": names, "login": text, "since": day, "until": day}, Person, "name")
)
_ROLE = table({"order": names, "start": day, "skip": names, "types": _type_ids, "fill": flag}, RotaSetting)
_COURSE = _lasting(table({"name": text, "from": day, "to": day, "lectures": _lectures}, Course, "name"))
_PUBLIC = table(
    {
        "names": one_of("full", "given", "nicknames", "initials", "hidden"),
        "private": _type_ids,
        "allow": listed(text),
        "slides": flag,
    },
    PublicSettings,
)
_SITE = table(
    {
        "title": text,
        "url": _ADDRESS,
        "accent": _COLOUR,
        "logo": _PATH_INSIDE,
        "language": one_of("ko", "en"),
        "nav": _nav,
        "footer": text,
        "source": _SOURCE,
        "order": listed(_NOUN),
        "hide": listed(_NOUN),
        "public": _PUBLIC,
    },
    SiteSettings,
)

SETTINGS = table(
    {
        "name": text,
        "language": one_of("ko", "en"),
        "timezone": zone,
        "start": day,
        "author": text,
        "roster": _roster,
        "courses": listed(_or_bare(text, Course, _COURSE)),
        "carry": flag,
        "types": each(_type_id, _type),
        "rota": _turns(*ROLES),
        "patterns": table({kind: listed(text) for kind in PATTERN_KINDS}, dict),
        "repositories": each(text, text),
        "site": _SITE,
    },
    Settings,
)
"""The whole file: each key with its reader."""
