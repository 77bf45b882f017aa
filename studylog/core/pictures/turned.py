"""How a camera was held: the one thing in the words around a picture that one needs to see it upright.

Those words (EXIF) are a TIFF file without a picture: a byte order, and a list of numbered entries.
"""

import struct

UPRIGHT = 1
_ORIENTATION = 0x0112
_SHORT = 3
_ENTRY = 12
_ORDERS = {b"II*\0": "<", b"MM\0*": ">"}


def turn_of(words: bytes) -> int:
    """How a picture is turned, 1 to 8 as EXIF counts; upright where nothing sensible is said."""
    order = _ORDERS.get(words[:4])
    if order is None:
        return UPRIGHT
    try:
        (start,) = struct.unpack_from(f"{order}I", words, 4)
        (count,) = struct.unpack_from(f"{order}H", words, start)
        for place in range(start + 2, start + 2 + _ENTRY * count, _ENTRY):
            tag, kind = struct.unpack_from(f"{order}HH", words, place)
            if (tag, kind) == (_ORIENTATION, _SHORT):
                (turn,) = struct.unpack_from(f"{order}H", words, place + 8)
                return turn if UPRIGHT <= turn <= 8 else UPRIGHT
    except struct.error:
        pass
    return UPRIGHT


def words_of(turn: int) -> bytes:
    """Words that say how a picture is turned, and nothing else."""
    entry = struct.pack("<HHIHH", _ORIENTATION, _SHORT, 1, turn, 0)
    return b"II*\0" + struct.pack("<IH", 8, 1) + entry + b"\0\0\0\0"
