"""Archives that must not be unpacked, by what is wrong with them, each with words that say so."""

import struct
import unicodedata
from collections.abc import Callable

from tests.store.zips import (
    FOLDER,
    LINK,
    REGULAR,
    UTF_8,
    Member,
    deflated,
    field,
    large_end,
    member,
    unicode_path,
    zipped,
    zipped64,
)

Build = Callable[[], bytes]

MB = 1024 * 1024
_GOOD = member("good.md")
_BZIP2, _LZMA, _DEFLATE64, _AES, _PPMD = 12, 14, 9, 99, 98


def _named(name: str, *others: str) -> Build:
    return lambda: zipped(_GOOD, *(member(one) for one in (name, *others)))


def _with(*members: Member) -> Build:
    return lambda: zipped(_GOOD, *members)


_NAMES: dict[str, tuple[Build, str]] = {
    "parent": (_named("../evil.md"), "leads out"),
    "parent inside": (_named("a/../../evil.md"), "leads out"),
    "parent that stays": (_named("a/../b.md"), "leads out"),
    "parent with a blank": (_named("a/.. /evil.md"), "leads out"),
    "three dots": (_named(".../evil.md"), "leads out"),
    "only the parent": (_named(".."), "leads out"),
    "parent as a folder": (_with(member("../", b"", attributes=FOLDER)), "leads out"),
    "parent in rubbish": (_named("__MACOSX/../../evil"), "leads out"),
    "parent without a flag": (_with(Member("../비밀.md".encode("cp949"))), "leads out"),
    "parent in the other name": (_with(Member(b"a.md", extra=unicode_path("../evil", b"a.md"))), "leads out"),
    "absolute": (_named("/tmp/evil.md"), "absolute"),
    "server": (_named("//server/share/evil.md"), "absolute"),
    "drive": (_named("C:/evil.md"), "absolute"),
    "drive without a slash": (_named("c:evil.md"), "absolute"),
    "server with backslashes": (_named("\\\\server\\share\\evil.md"), "backslash"),
    "parent with backslashes": (_named("..\\..\\evil.md"), "backslash"),
    "a backslash": (_named("notes\\a.md"), "backslash"),
    "a null": (_named("a.md\0.exe"), "cannot be printed"),
    "a new line": (_named("a\nb.md"), "cannot be printed"),
    "an escape": (_named("\x1b[2Ja.md"), "cannot be printed"),
    "a control of Latin-1": (_named("a\x9b2J.md"), "cannot be printed"),
    "delete": (_named("a\x7f.md"), "cannot be printed"),
    "device": (_named("CON"), "Windows"),
    "device with an ending": (_named("notes/nul.tar.md"), "Windows"),
    "device as a folder": (_named("aux/a.md"), "Windows"),
    "device with a high digit": (_named("com¹.md"), "Windows"),
    "empty": (_named(""), "is empty"),
    "deep": (_named("a/" * 33 + "a.md"), "32 folders"),
    "a long path": (_named("/".join(["가" * 85] * 12)), "3000 bytes"),
    "a name of 60,000 letters": (_named("/".join(["a"] * 30_000)), "deep"),
    "marks": (_named("a" + "\u0301\u0323" * 2000), "marks"),
    "no UTF-8 in the other name": (
        _with(Member(b"a.md", extra=unicode_path("가", b"a.md")[:-1] + b"\xff")),
        "cannot be read",
    ),
    "no UTF-8 where it says so": (_with(Member(b"\xff\xfe.md", flags=UTF_8)), "cannot be read"),
}

_KINDS: dict[str, tuple[Build, str]] = {
    "link": (_with(member("a", b"/etc/passwd", attributes=LINK)), "is a link"),
    "link to write through": (_with(member("a", b"..", attributes=LINK), member("a/evil")), "is a link"),
    "link as a folder": (_with(member("a/", b"..", attributes=LINK)), "is a link"),
    "link of Windows": (_with(member("a", attributes=0x400)), "is a link"),
    "pipe": (_with(member("a", b"", attributes=0o010644 << 16)), "neither"),
    "device of characters": (_with(member("a", b"", attributes=0o020644 << 16)), "neither"),
    "device of blocks": (_with(member("a", b"", attributes=0o060644 << 16)), "neither"),
    "socket": (_with(member("a", b"", attributes=0o140644 << 16)), "neither"),
    "folder that is a file": (_with(member("a", attributes=FOLDER)), "folder with the content"),
    "folder with content": (_with(member("a/", b"text", attributes=REGULAR)), "folder with the content"),
    "encrypted": (_with(member("a", flags=0x1)), "encrypted"),
    "strongly encrypted": (_with(member("a", flags=0x41)), "encrypted"),
    "hidden list": (_with(member("a", flags=0x2000)), "encrypted"),
    "AES": (_with(member("a", method=_AES)), "does not know"),
    "bzip2": (_with(member("a", method=_BZIP2)), "does not know"),
    "LZMA": (_with(member("a", method=_LZMA)), "does not know"),
    "deflate64": (_with(member("a", method=_DEFLATE64)), "does not know"),
    "PPMd": (_with(member("a", method=_PPMD)), "does not know"),
    "patch": (_with(member("a", flags=0x20)), "does not know"),
    "of a later version": (_with(member("a", version=99)), "cannot be read"),
}

_COLLISIONS: dict[str, tuple[Build, str]] = {
    "the same name twice": (_named("a.md", "a.md"), "name is that of a.md"),
    "case": (_named("Notes.md", "notes.md"), "name is that of"),
    "case of a folder": (_named("A/x.md", "a/X.md"), "name is that of"),
    "sharp s": (_named("straße.md", "STRASSE.md"), "name is that of"),
    "composition": (_named("회의.md", unicodedata.normalize("NFD", "회의.md")), "name is that of"),
    "encodings": (_with(member("회의.md"), Member("회의.md".encode("cp949"))), "name is that of"),
    "a dot at the end": (_named("a", "a."), "name is that of"),
    "the same on the way": (_named("a/b.md", "./a//b.md"), "name is that of"),
    "file and folder": (_named("a", "a/b.md"), "lies in a, which"),
    "folder and file": (_named("a/b.md", "a"), "lies in a, which"),
    "file and folder by case": (_named("x/A", "X/a/b.md"), "lies in x/A, which"),
    "file and folder that is listed": (
        _with(member("a", b""), member("a/", b"", attributes=FOLDER)),
        "name is that of",
    ),
}


def _shared_header() -> bytes:
    # Both entries of the list lead to the same header.
    first = member("a.md")
    return zipped(first, member("a.md", place=0, has_header=False))


def _quoted() -> bytes:
    """The first file quotes the header of the second in a stored block of deflate; they share their data."""
    kernel = deflated(b"0" * 1000)
    inner = Member(b"b", b"0" * 1000, 8, raw=kernel)
    quoted = inner.local()[: -len(kernel)]
    block = b"\0" + struct.pack("<HH", len(quoted), len(quoted) ^ 0xFFFF) + quoted
    outer = Member(b"a", quoted + b"0" * 1000, 8, raw=block + kernel)
    listed_inner = Member(b"b", b"0" * 1000, 8, raw=kernel, place=31 + 5, has_header=False)
    return zipped(outer, listed_inner)


def _into_next() -> bytes:
    text = b"text" * 10
    return zipped(Member(b"a", text, raw=b"text", packed=40), Member(b"b", b"text" * 100))


def _broken_deflate(raw: bytes, data: bytes = b"text" * 100, **told: int) -> Build:
    return _with(Member(b"a", data, 8, raw=raw, **told))  # type: ignore[arg-type]


_TEXT = b"text" * 100
_LAYOUT: dict[str, tuple[Build, str]] = {
    "one header for two": (_shared_header, "overlaps"),
    "quoted overlap": (_quoted, "overlaps"),
    "data reaches into the next": (_into_next, "overlaps"),
    "data reaches into the list": (
        _with(Member(b"a", b"x" * 60, raw=b"", packed=60)),
        "outside",
    ),
    "header outside": (_with(member("a", place=10**6)), "outside"),
    "header in the list": (_with(member("a", place=70)), "outside"),
    "header at the end": (_with(member("a", place=0xFFFFFFFE)), "outside"),
    "header inside another": (_with(member("a", place=1)), "header says"),
    "no header": (_with(member("a", local_mark=b"PK\7\7")), "header says"),
    "other name in the header": (_with(member("a", local_name=b"../evil")), "header says"),
    "longer name in the header": (_with(member("a", local_name=b"ab")), "header says"),
    "other method in the header": (_with(member("a", local_method=8)), "header says"),
    "other size in the header": (_with(member("a", local_size=5)), "header says"),
    "other checksum in the header": (_with(member("a", local_crc=5)), "header says"),
    "stored with two sizes": (_with(member("a", size=3, local_size=3)), "header says"),
    "wrong checksum": (_with(member("a", crc=1)), "damaged"),
    "wrong checksum, deflated": (_with(Member(b"a", _TEXT, 8, crc=1)), "damaged"),
    "deflate breaks off": (_broken_deflate(deflated(_TEXT)[:-4]), "damaged"),
    "no deflate": (_broken_deflate(b"\xff" * 50), "damaged"),
    "nothing deflated": (_broken_deflate(b""), "damaged"),
    "more than stated": (_broken_deflate(deflated(_TEXT), size=399), "damaged"),
    "beginning with its checksum": (_broken_deflate(deflated(_TEXT + _TEXT)), "damaged"),
    "less than stated": (_broken_deflate(deflated(_TEXT), size=401), "damaged"),
    "more behind the end": (_broken_deflate(deflated(_TEXT) + b"hidden"), "damaged"),
    "much more behind the end": (_broken_deflate(deflated(_TEXT) + b"hidden" * 10**5), "damaged"),
}


def _million(told: int) -> bytes:
    """A million entries of no length, all in one place."""
    count = 1_000_000
    one = member("", b"")
    listing = one.listed(0) * count
    body = one.local()
    large = struct.pack(
        "<4sQ2H2L4Q4sLQL",
        *(b"PK\6\6", 44, 45, 45, 0, 0, told, told, len(listing), len(body)),
        *(b"PK\6\7", 0, len(body) + len(listing), 1),
    )
    end = struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 0xFFFF, 0xFFFF, 0xFFFFFFFF, 0xFFFFFFFF, 0)
    return body + listing + large + end


def _many_in_little() -> bytes:
    """As many entries as fit below the limit of the list, of which the end tells two."""
    one = Member(b"")
    listing = one.listed(0) * 340_000
    body = one.local()
    return body + listing + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 2, 2, len(listing), len(body), 0)


def _cut(archive: Build, end: int) -> Build:
    return lambda: archive()[:end]


_SMALL = _with(member("a.md"), member("b.md"))
_LIE = "contradict"
_ENDS: dict[str, tuple[Build, str]] = {
    "nothing": (lambda: b"", "no zip"),
    "text": (lambda: b"# a note\n" * 100, "no zip"),
    "another archive": (lambda: b"\x1f\x8b\x08\0" + b"\0" * 100, "no zip"),
    "no entry": (zipped, "no file"),
    "only folders": (lambda: zipped(member("a/", b"", attributes=FOLDER)), "no file"),
    "only rubbish": (lambda: zipped(member("__MACOSX/a"), member("a/.DS_Store")), "no file"),
    "cut in the middle": (_cut(_SMALL, 60), "breaks off"),
    "cut by a byte": (_cut(_SMALL, -1), "breaks off"),
    "cut in front": (lambda: _SMALL()[20:], _LIE),
    "more behind": (lambda: zipped(_GOOD, after=b"hidden"), _LIE),
    "part of several": (lambda: zipped(_GOOD, disk=2), "several parts"),
    "counts that differ": (lambda: zipped(_GOOD, here=2), _LIE),
    "more entries than told": (lambda: zipped(_GOOD, member("a"), count=1), "cannot be read"),
    "fewer entries than told": (lambda: zipped(_GOOD, count=2), "cannot be read"),
    "list longer than told": (lambda: zipped(_GOOD, size=10), "cannot be read"),
    "list shorter than told": (lambda: zipped(_GOOD, size=80), _LIE),
    "list outside": (lambda: zipped(_GOOD, offset=10**6), _LIE),
    "list of another kind": (lambda: zipped(_GOOD).replace(b"PK\1\2", b"PK\1\3"), "cannot be read"),
    "comment longer than told": (lambda: zipped(_GOOD, comment=b"comment", comment_size=3), _LIE),
    "comment shorter than told": (lambda: zipped(_GOOD, comment_size=30), _LIE),
    "archive in the comment": (lambda: zipped(_GOOD, comment=zipped(member("../evil.md"))), "leads out"),
    "end in the comment": (lambda: zipped(_GOOD, comment=zipped(_GOOD)[-22:-2] + b"\1\0"), _LIE),
    "broken extra field": (_with(member("a", extra=b"\1\0\xff\0")), "cannot be read"),
    "slow extra fields": (
        lambda: zipped(*[member(str(n), extra=field(9, b"") * 16_000) for n in range(240)]),
        "cannot be read",
    ),
    "a list of 17 MB": (
        lambda: zipped(*[member(str(n), comment=b" " * 0xFFFF) for n in range(260)]),
        "16 MB",
    ),
    "20,001 entries": (lambda: zipped(*[member(str(n)) for n in range(20_001)]), "20000 entries"),
    "a million entries": (lambda: _million(1_000_000), "20000 entries"),
    "a million entries, told as two": (lambda: _million(2), "16 MB"),
    "340,000 entries, told as two": (_many_in_little, "cannot be read"),
}

_END64: dict[str, tuple[Build, str]] = {
    "large end elsewhere": (lambda: zipped64(_GOOD, place=0), _LIE),
    "large end missing": (lambda: zipped64(_GOOD, mark=b"PK\0\0"), _LIE),
    "large end in front of the file": (lambda: large_end([])[56:] + zipped(), _LIE),
    "large end of another length": (lambda: zipped64(_GOOD, length=10**15), _LIE),
    "large end on two disks": (lambda: zipped64(_GOOD, disks=2), _LIE),
    "large count": (lambda: zipped64(_GOOD, count=2**63), "20000 entries"),
    "large list": (lambda: zipped64(_GOOD, size=2**63), _LIE),
    "large offset": (lambda: zipped64(_GOOD, offset=2**63), _LIE),
    "ends that differ": (lambda: zipped(_GOOD, large=large_end([_GOOD], count=2)), _LIE),
    "large end in a comment": (
        lambda: zipped(_GOOD, member("a", comment=large_end([member("../evil.md")]))),
        _LIE,
    ),
    "large figures missing": (_with(member("a", size=0xFFFFFFFF, packed=0xFFFFFFFF)), "than 1024 MB"),
    "large size": (
        _with(member("a", size=0xFFFFFFFF, method=8, extra=field(1, struct.pack("<Q", 2**63)))),
        "than 1024 MB",
    ),
    "large place": (
        _with(member("a", place=0xFFFFFFFF, extra=field(1, struct.pack("<Q", 2**63)))),
        "outside",
    ),
}


def _zeros_as(stated: int) -> bytes:
    return zipped(Member(b"a", b"", 8, raw=deflated(b"\0" * 10 * MB), size=stated))


_BOMBS: dict[str, tuple[Build, str]] = {
    "10 MB of zeros": (lambda: zipped(Member(b"a", b"\0" * 10 * MB, 8)), "200 times"),
    "zeros told as 100 bytes": (lambda: _zeros_as(100), "damaged"),
    "zeros told as 1 MB": (lambda: _zeros_as(MB), "damaged"),
    "zeros told as 2 GB": (lambda: _zeros_as(2048 * MB), "1024 MB"),
    "300 times 1 MB of zeros": (
        lambda: zipped(*[Member(b"%d" % n, b"\0" * MB, 8) for n in range(300)]),
        "200 times",
    ),
    "empty blocks without end": (
        _broken_deflate(b"\0\0\0\xff\xff" * 400_000, b"text"),
        "damaged",
    ),
}

HOSTILE = {**_NAMES, **_KINDS, **_COLLISIONS, **_LAYOUT, **_ENDS, **_END64, **_BOMBS}
