"""What says who may see a note, where no header is read: behind something else, or written otherwise."""

from collections.abc import Container, Iterator

from studylog.core.findings import Finding, Place
from studylog.core.frontmatter import Split
from studylog.core.header.keys import field_of
from studylog.core.i18n import say
from studylog.core.late import late

_ASTRAY = late(
    r"(?s)(?:\s++|<!--(?>.*?-->))*+(?P<rule>-{3,}|\+{3,})[^\S\r\n]*+[\r\n](?P<header>.*?)[\r\n][^\S\r\n]*+(?P=rule)"
)
# Behind a # it is switched off.
_FLAG = late(r"(?im)^[^\w#\n]*+(?P<key>private|비공개|draft|초안|publish|공개)\b\W{0,2}?[:：=][ \t]*[^\s#]")


def astray(split: Split, path: str, fields: Container[str]) -> Iterator[Finding]:
    """The keys at the top of a note that say who may see it, of which a header has no such `fields`."""
    header, line = split.header, split.header_line
    if header is None and (found := _ASTRAY.match(split.body)):
        header = found["header"]
        line = split.body_line + split.body.count("\n", 0, found.start("header"))
    for flag in _FLAG.finditer(header or ""):
        if field_of(flag["key"]) not in fields:
            message = say("“{key}” stands where no header can be read.", key=flag["key"])
            hint = say("Begin the note with “---”, and write one “key: value” on each line below it.")
            place = Place(path, line + (header or "").count("\n", 0, flag.start("key")))
            yield Finding(place, "warning", "header-astray", message, hint)
