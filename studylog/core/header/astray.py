"""What says who may see a note, where no header is read: behind something else, or inside of something."""

from collections.abc import Collection, Iterator

from studylog.core.findings import Finding, Place
from studylog.core.header.keys import field_of
from studylog.core.header.parts import Split
from studylog.core.i18n import say
from studylog.core.late import late
from studylog.core.sought import sought

_Key = tuple[int, str]
"""The line of a key, and the key as it is written there."""

_AT_TOP = late(
    r"(?s)(?:\s++|<!--(?>.*?-->))*+(?P<rule>-{3,}|\+{3,})[^\S\r\n]*+[\r\n](?P<header>.*?)[\r\n][^\S\r\n]*+(?P=rule)"
)
# Behind a # it is switched off.
_FLAG = sought(
    "rivate RIVATE 비공개 raft RAFT 초안 ublish UBLISH 공개",
    r"(?im)^[^\w#\n]*+(?P<key>private|비공개|draft|초안|publish|공개)\b\W{0,2}?[:：=][ \t]*[^\s#]",
)
_FENCE = late(r"(`{3,}(?=[^`]*$)|~{3,})")
_RULE = late(r"[-—–]{2,}|—|\+{3,}")
_RULE_SIGNS = ("--", "––", "—", "+++")
_KEYED = late(r"[^\s:：=`][^:：=`]{0,79}[:：=]|[-#]")


def astray(split: Split, path: str, fields: Collection[str]) -> Iterator[Finding]:
    """The keys that say who may see a note, of which a header has no such `fields`."""
    body = split.body
    keys = list(_flags(split.header or "", split.header_line))
    if split.header is None and (top := _AT_TOP.match(body)):
        keys += _flags(top["header"], split.body_line + body.count("\n", 0, top.start("header")))
    if any(sign in body for sign in _RULE_SIGNS) and _FLAG.search(body):
        keys += ((split.body_line + at, key) for at, key in _between_rules(body))
    for line, key in sorted({line: key for line, key in keys if field_of(key) not in fields}.items()):
        message = say("“{key}” stands where no header can be read.", key=key)
        hint = say(
            "Write “{key}: true” or “{key}: false” into a header: it begins with “---” in the first line.",
            key=key,
        )
        yield Finding(Place(path, line), "warning", "header-astray", message, hint)


def _flags(header: str, line: int) -> Iterator[_Key]:
    for flag in _FLAG.finditer(header):
        yield line + header.count("\n", 0, flag.start("key")), flag["key"]


def _between_rules(body: str) -> list[_Key]:
    """The keys between two rules around nothing but keys and their values, unless a fence closes behind."""
    found: list[_Key] = []
    in_code: list[_Key] = []
    fence, block = "", None
    for at, line in enumerate(body.split("\n")):
        bare = line.strip().lstrip("> ")
        if fence and bare.startswith(fence) and not bare.strip(fence[0]):
            fence, block, in_code = "", None, []
        elif not fence and (opened := _FENCE.match(bare)):
            fence, block = opened[1], None
        elif _RULE.fullmatch(bare):
            (in_code if fence else found).extend(block or ())
            block = list[_Key]()
        elif block is not None and (flag := _FLAG.match(bare)):
            block.append((at, flag["key"]))
        elif bare and not _KEYED.match(bare):
            block = None
    return found + in_code
