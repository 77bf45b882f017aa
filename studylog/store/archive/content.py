"""The content of an entry in pieces, and not a byte more or less than the archive says."""

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO
from zipfile import ZIP_STORED

from studylog.store.archive.entries import Entry
from studylog.store.archive.refusals import AGAIN, DAMAGED, RefusalError
from studylog.store.failures import told

_PIECE = 128 * 1024


def content(file: BinaryIO, archive: Path, entry: Entry) -> Iterator[bytes]:
    """The content in pieces; at the first byte too much, and at the end, damage is an error.

    zipfile itself would cut what is longer than stated, and leave unread what follows the end.
    """
    packed = _packed(file, archive, entry)
    size, crc = 0, 0
    for piece in packed if entry.method == ZIP_STORED else _inflated(packed, entry):
        size += len(piece)
        crc = zlib.crc32(piece, crc)
        if size > entry.size:
            break
        yield piece
    if (size, crc) != (entry.size, entry.crc):
        raise RefusalError(DAMAGED, AGAIN, entry.name)


def _packed(file: BinaryIO, archive: Path, entry: Entry) -> Iterator[bytes]:
    left = entry.packed
    while left:
        with told(archive):
            file.seek(entry.start + entry.packed - left)
            piece = file.read(min(_PIECE, left))
        if not piece:
            raise RefusalError(DAMAGED, AGAIN, entry.name)
        left -= len(piece)
        yield piece


def _inflated(packed: Iterator[bytes], entry: Entry) -> Iterator[bytes]:
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for piece in packed:
            while piece and not inflater.eof:
                yield inflater.decompress(piece, _PIECE)
                piece = inflater.unconsumed_tail
            if inflater.eof:
                break
        while rest := inflater.decompress(b"", _PIECE):
            yield rest
    except zlib.error as error:
        raise RefusalError(DAMAGED, AGAIN, entry.name) from error
    if not inflater.eof or inflater.unused_data or next(packed, b""):
        raise RefusalError(DAMAGED, AGAIN, entry.name)
