"""What a value of a header may look like, for each field: one reader a row."""

from collections.abc import Callable, Mapping
from datetime import datetime

from studylog.core.dates.reading import parse_moment
from studylog.core.findings import Finding, Place, Severity
from studylog.core.header.keys import note_type
from studylog.core.i18n import Message, say
from studylog.core.late import late
from studylog.core.sought import sought
from studylog.core.strictyaml import Node, Scalar, YamlList
from studylog.core.text import fold, nfc
from studylog.core.values import dataclass, field

_BETWEEN_NAMES = late(r"[,，、·・;\r\n]")
# `[[people/홍길동|길동]]`: the page of somebody is called as they are.
_PAGE = sought("[[", r"\[\[(?:[^\[\]|]*/)?(?P<page>[^\[\]|/#]+)(?:[|#][^\[\]]*)?\]\]")
YES = ("true", "yes", "on", "예", "네")
"""What says yes in a header, folded."""

NO = ("false", "no", "off", "아니요", "아니오")
"""What says no in a header, folded."""


@dataclass(slots=True)
class Doubts:
    """Gathers what is odd in the values of one file."""

    path: str
    findings: list[Finding] = field(default_factory=list)

    def place(self, node: Node) -> Place:
        """Where a node stands."""
        return Place(self.path, node.start.line, node.start.column)

    def add(
        self, node: Node, severity: Severity, code: str, message: Message, hint: Message | None = None
    ) -> None:
        """Keep a finding at the place of a node."""
        self.findings.append(Finding(self.place(node), severity, code, message, hint))


Value = str | bool | datetime | tuple[str, ...] | None
Reader = Callable[[str, Node, Doubts], Value]


def text(key: str, node: Node, doubts: Doubts) -> str | None:
    """One text, as it is written; also a list with nothing but one text in it."""
    if isinstance(node, YamlList) and len(node.items) == 1:
        node = node.items[0]
    if isinstance(node, Scalar):
        return None if node.value is None else nfc(node.text).strip() or None
    message = say("“{key}” is left out: one text was expected here.", key=key)
    doubts.add(node, "error", "header-shape", message, say("Put it in quotes if it is meant as text."))
    return None


def names(key: str, node: Node, doubts: Doubts) -> tuple[str, ...]:
    """A list of names, also where one text has them all: `홍길동, 성춘향`, `A·B`."""
    if isinstance(node, Scalar):
        parts = [] if node.value is None else _BETWEEN_NAMES.split(nfc(node.text))
        return tuple(name for part in parts if (name := _of_page(part)))
    items = node.items if isinstance(node, YamlList) else (node,)
    for item in items:
        if not isinstance(item, Scalar):
            message = say("This is left out of “{key}”: a list of names was expected.", key=key)
            doubts.add(item, "error", "header-shape", message, say("Write lists like this: [A, B]."))
    parts = [nfc(item.text) for item in items if isinstance(item, Scalar) and item.value is not None]
    return tuple(name for part in parts if (name := _of_page(part)))


def name(key: str, node: Node, doubts: Doubts) -> str | None:
    """The name of one person."""
    written = text(key, node, doubts)
    return written and _of_page(written)


def _of_page(written: str) -> str:
    """A name without the brackets that lead to a page of its own."""
    return _PAGE.sub(r"\g<page>", written).strip()


def moment(key: str, node: Node, doubts: Doubts) -> datetime | None:
    """A date with or without a time, in any of the ways people write it."""
    written = text(key, node, doubts)
    read = parse_moment(written) if written else None
    if written and read is None:
        message = say("“{written}” is not a date that can be read.", written=written)
        hint = say("Write for example {example}.", example="2021-08-06T18:00")
        doubts.add(node, "warning", "header-date", message, hint)
    return read


def kind(key: str, node: Node, doubts: Doubts) -> str | None:
    """The type of a note: 일일 회의 is `daily`."""
    written = text(key, node, doubts)
    return note_type(written) if written else None


def _flag(yes: str, no: str, doubtful: bool) -> Reader:
    """Yes or no, also in words of its own; what is neither counts as what keeps a note from the public."""
    answers = {**dict.fromkeys(YES, True), **dict.fromkeys(NO, False), yes: True, no: False}

    def read(key: str, node: Node, doubts: Doubts) -> bool | None:
        written = text(key, node, doubts)
        if written is None:
            return None
        if fold(written) in answers:
            return answers[fold(written)]
        meant = "true" if doubtful else "false"
        message = say("“{key}” is neither true nor false, and is taken for {meant}.", key=key, meant=meant)
        doubts.add(node, "warning", "header-flag", message, say("Write true or false."))
        return doubtful

    return read


def flat(node: Node) -> str:
    """Whatever stands there, as one text."""
    if isinstance(node, Scalar):
        return "" if node.value is None else nfc(node.text)
    if isinstance(node, YamlList):
        return ", ".join(flat(item) for item in node.items)
    return ", ".join(f"{nfc(key.text)}: {flat(value)}" for key, value in node.pairs)


READERS: Mapping[str, Reader] = {
    "title": text,
    "date": text,
    "type": kind,
    "course": text,
    "author": name,
    "attendees": names,
    "absent": names,
    "moderator": name,
    "lectures": names,
    "created": moment,
    "updated": moment,
    "tags": names,
    "publish": _flag("공개", "비공개", doubtful=False),
    "private": _flag("비공개", "공개", doubtful=True),
    "draft": _flag("초안", "완성", doubtful=True),
}
