"""A note as the public may read it: which notes go out, and what is left of their text."""

import re
from collections.abc import Container, Iterator, Mapping

from studylog.core.facts import Facts
from studylog.core.findings import Finding, Place
from studylog.core.header.keys import field_of, note_type
from studylog.core.header.reading import Header
from studylog.core.i18n import say
from studylog.core.markdown.destinationforms import Lead
from studylog.core.markdown.destinations import lead_elsewhere
from studylog.core.parse import read_note
from studylog.core.publishing.carried import without_references
from studylog.core.publishing.masks import Mask
from studylog.core.publishing.stretches import without_private
from studylog.core.settings import PublicSettings, Settings
from studylog.core.strictyaml.writer import Written, written
from studylog.core.unmerged import CONFLICT, unmerged

_NAMES = ("author", "attendees", "absent", "moderator")
# Keys of the team's own stay at home: nobody knows what they are for.
_KEPT = ("title", "type", "course", *_NAMES, "lectures", "tags")

# With these a header may say more than what is read of it, and that may be `private: true`.
_READ_IN_PART = frozenset(
    {
        CONFLICT,
        "header-astray",
        "header-shape",
        "header-unclosed",
        "header-undecided",
        "yaml-key",
        "yaml-repeated-key",
        "yaml-unreadable",
    }
)
# What is meant as a header and is none, because something stands before it or it is written otherwise.
_ASTRAY = re.compile(
    r"(?:\s++|<!--(?>.*?-->))*+(?P<rule>-{3,}|\+{3,})[^\S\r\n]*+[\r\n](?P<header>.*?)[\r\n]\s*(?P=rule)",
    re.DOTALL,
)
_FLAG = re.compile(
    r"^\W*(?P<key>private|비공개|draft|초안|publish|공개)\b\W{0,2}?[:：=][ \t]*[^\s#]",
    re.IGNORECASE | re.MULTILINE,
)


def doubt(facts: Facts, settings: Settings) -> Finding | None:
    """What leaves open whether a note may be seen, so that it stays at home; None where nothing does."""
    found = (*facts.findings, *_unread(facts))
    if any(unmerged(facts.split.body)):
        found = read_note(facts.path, facts.text.encode(), settings).findings
    why = next((one for one in found if one.code in _READ_IN_PART), None)
    if why is None:
        return None
    message = say("This note stays private, because not all of it can be read: {why}", why=why.message)
    return Finding(why.place, "warning", "stays-private", message, why.hint)


def _unread(facts: Facts) -> Iterator[Finding]:
    """What the top of a note says about who may see it, and its header does not."""
    header, line = facts.split.header, facts.split.header_line
    if header is None and (astray := _ASTRAY.match(facts.split.body)):
        header = astray["header"]
        line = facts.split.body_line + facts.split.body.count("\n", 0, astray.start("header"))
    for flag in _FLAG.finditer(header or ""):
        if getattr(facts.header, field_of(flag["key"]) or "") is None:
            message = say("“{key}” stands where no header can be read.", key=flag["key"])
            hint = say("Begin the note with “---”, and write one “key: value” on each line below it.")
            place = Place(facts.path, line + (header or "").count("\n", 0, flag.start("key")))
            yield Finding(place, "warning", "header-astray", message, hint)


def is_public(facts: Facts, public: PublicSettings) -> bool:
    """Whether a note goes out: not what is private, a draft, or of a type that stays at home.

    `publish: true` is stronger than the type, and weaker than `private` and `draft`.
    """
    header = facts.header
    if header.private or header.draft or header.publish is False:
        return False
    return header.publish is True or (note_type(facts.type) if facts.type else None) not in public.private


def people_in(header: Header) -> Iterator[str]:
    """The people whom a header names."""
    yield from (name for name in (header.author, header.moderator) if name)
    yield from header.attendees
    yield from header.absent


def hidden_lines(facts: Facts) -> frozenset[int]:
    """The lines of a note that stay at home, as they are counted in its file."""
    before, after = facts.split.body, without_private(facts.split.body)
    pairs = enumerate(zip(before.split("\n"), after.split("\n"), strict=True), facts.split.body_line)
    return frozenset(line for line, (old, new) in pairs if old != new)


def public_text(facts: Facts, leads: Mapping[str, Lead], mask: Mask, public: Container[str]) -> str:
    """The text of a note for the public; its lines stand where they stood.

    `public` are the ids of questions and promises that the public may know.
    """
    body = without_private(without_references(facts.split.body, public))
    if leads:
        body = _led(body, leads)
    header = _header(facts, mask) if facts.split.header is not None else ""
    return header + mask.text(body)


def _led(body: str, leads: Mapping[str, Lead]) -> str:
    """The body with its references led elsewhere; a wikilink that was led keeps no name but its own label."""
    led = lead_elsewhere(body, leads).text
    names = {re.escape(lead.name) for lead in leads.values()}
    labels = "|".join(re.escape(written.strip()) for written in sorted(leads, key=len, reverse=True))
    return re.sub(
        rf"(?<=\[\[)({'|'.join(names)})(?:#[^\]|]*)?\\?\|(?:{labels})(?:#[^\]|]*)?(?=\]\])", r"\1", led
    )


def _header(facts: Facts, mask: Mask) -> str:
    lines = [f"{key}: {written(value)}" for key, value in _values(facts, mask)]
    # Blank lines keep the places of the body: the old header had at least as many lines, or was one line.
    lines += [""] * (facts.split.body_line - 3 - len(lines))
    return "\n".join(("---", *lines, "---", ""))


def _values(facts: Facts, mask: Mask) -> Iterator[tuple[str, Written]]:
    header = facts.header
    if header.date:
        yield "date", facts.day.isoformat() if facts.day else mask.text(header.date)
    for key in _KEPT:
        value = getattr(header, key)
        if value:
            yield key, tuple(map(mask.text, value)) if isinstance(value, tuple) else mask.text(value)
    for key in ("created", "updated"):
        moment = getattr(header, key)
        if moment:
            yield key, moment.isoformat(timespec="minutes")
