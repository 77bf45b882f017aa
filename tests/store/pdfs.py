"""PDFs built by hand, good ones and damaged ones."""

import random
import zlib
from collections.abc import Iterator, Mapping

TEXT = (
    b"BT /F1 30 Tf 72 700 Td (8/12 Minutes) Tj ET "
    b"BT /F1 12 Tf 72 650 Td (Q. Why is the sky blue?) Tj ET "
    b"BT /F1 12 Tf 72 630 Td (A. It scatters the light.) Tj ET "
    b"q 100 0 0 50 72 500 cm /I1 Do Q"
)
PIXELS = bytes(range(256)) * 6


def stream(entries: bytes, content: bytes, *, packed: bool = True) -> bytes:
    """A stream object with its length."""
    body = zlib.compress(content) if packed else content
    how = b"/Filter/FlateDecode" if packed else b""
    return b"<<%s%s/Length %d>>stream\n%s\nendstream" % (entries, how, len(body), body)


def parts(text: bytes = TEXT) -> dict[int, bytes]:
    """The objects of a page with text, a link and a picture."""
    return {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Annots[7 0 R]"
        b"/Resources<</Font<</F1 5 0 R>>/XObject<</I1 6 0 R>>>>>>",
        4: stream(b"", text),
        5: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        6: stream(
            b"/Type/XObject/Subtype/Image/Width 32/Height 16/ColorSpace/DeviceRGB/BitsPerComponent 8", PIXELS
        ),
        7: b"<</Type/Annot/Subtype/Link/Rect[72 645 200 665]/A<</S/URI/URI(https://a.example/x)>>>>",
    }


def document(objects: Mapping[int, bytes], trailer: bytes = b"/Root 1 0 R") -> bytes:
    """A file of objects, with the table of their places."""
    written = b"%PDF-1.4\n"
    places = {}
    for number, content in objects.items():
        places[number] = len(written)
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    size = max(objects) + 1
    rows = b"".join(
        b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
        for number in range(size)
    )
    table = b"xref\n0 %d\n%strailer<<%s/Size %d>>" % (size, rows, trailer, size)
    return written + table + b"\nstartxref\n%d\n%%%%EOF\n" % len(written)


def slow() -> bytes:
    """A good file of many pages, each with a large picture: reading it takes a minute."""
    picture = b"/Type/XObject/Subtype/Image/Width 3900/Height 3000/ColorSpace/DeviceRGB/BitsPerComponent 8"
    pages = {10 + number: parts()[3] for number in range(450)}
    kids = b" ".join(b"%d 0 R" % number for number in pages)
    tree = b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(pages))
    return document({**parts(), **pages, 2: tree, 6: stream(picture, b"\7" * 3900 * 3000 * 3)})


def damaged() -> Iterator[tuple[str, bytes]]:
    """Two hundred files that are no good PDF, each with what is wrong with it."""
    crafted = dict(_crafted())
    yield from crafted.items()
    good = document(parts())
    for number in range(60):
        yield f"cut-{number}", good[: len(good) * number // 60]
    for seed in range(200 - 60 - len(crafted)):
        chance = random.Random(seed)
        content = bytearray(good)
        for _ in range(chance.choice((1, 3, 10, 100))):
            content[chance.randrange(len(content))] = chance.randrange(256)
        yield f"flipped-{seed}", bytes(content)


def _crafted() -> Iterator[tuple[str, bytes]]:
    yield "nothing", b""
    yield "a web page", b"<!DOCTYPE html><title>no PDF</title>"
    yield "noise", random.Random(1).randbytes(50_000)
    yield "only a head", b"%PDF-1.7\n"
    for name, number, content in _wrong_objects():
        yield name, document({**parts(), number: content})
    yield "locked", document({**parts(), 8: _LOCK}, b"/Root 1 0 R/Encrypt 8 0 R/ID[<00><00>]")
    yield "no root", document(parts(), b"")
    yield "places that lie", document(parts()).replace(b"0 8\n", b"0 80000000\n")


_LOCK = b"<</Filter/Standard/V 1/R 2/Length 40/P -4/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">>>"


def _wrong_objects() -> Iterator[tuple[str, int, bytes]]:
    """A good document with one object that is wrong."""
    page = parts()[3]
    picture = b"/Type/XObject/Subtype/Image/ColorSpace/DeviceRGB/BitsPerComponent 8"
    yield "a circle of pages", 2, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>>"
    yield "a parent as a page", 2, b"<</Type/Pages/Kids[1 0 R]/Count 1>>"
    yield "billions of pages", 2, b"<</Type/Pages/Kids[3 0 R]/Count 2147483647>>"
    yield "fewer than no pages", 2, b"<</Type/Pages/Kids[3 0 R]/Count -7>>"
    yield "ten thousand pages", 2, b"<</Type/Pages/Kids[%s]/Count 10000>>" % (b"3 0 R " * 10_000)
    yield "a page of kilometres", 3, page.replace(b"595 842", b"1e9 1e9")
    yield "a page of no size", 3, page.replace(b"595 842", b"0 0")
    yield "a page inside out", 3, page.replace(b"0 0 595 842", b"595 842 0 0")
    yield "a huge picture", 6, stream(picture + b"/Width 100000/Height 100000", PIXELS)
    yield "a picture bomb", 6, stream(picture + b"/Width 20000/Height 20000", b"\0" * 50_000_000)
    yield "a picture of negative size", 6, stream(picture + b"/Width -5/Height -5", PIXELS)
    yield (
        "a broken photograph",
        6,
        stream(b"/Filter/DCTDecode" + picture + b"/Width 9/Height 9", b"\xff\xd8\xff"),
    )
    yield "a text bomb", 4, stream(b"", b"BT /F1 9 Tf (x) Tj ET " * 1_000_000)
    yield "deep brackets", 4, stream(b"", b"[" * 100_000)
    yield "deep states", 4, stream(b"", b"q " * 500_000)
    yield "many boxes", 4, stream(b"", b"0.5 g 72 700 400 1 re f " * 300_000)
    yield "deep dictionaries", 7, b"<</A" * 20_000 + b">>" * 20_000
    yield "a font that is itself", 5, b"<</Type/Font/Subtype/Type0/BaseFont/X/DescendantFonts[5 0 R]>>"
    yield "contents that are a page", 3, page.replace(b"4 0 R", b"3 0 R")
    yield (
        "a form in itself",
        6,
        stream(
            b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</I1 6 0 R>>>>", b"/I1 Do " * 100
        ),
    )
    yield "an address without end", 7, parts()[7].replace(b"a.example/x", b"a" * 1_000_000)
