"""A GIF without remarks and without what programs noted down in it."""

_EXTENSION, _IMAGE, _END = 0x21, 0x2C, 0x3B
_REMARK, _PROGRAM = 0xFE, 0xFF
# How often a moving picture is repeated.
_REPEATED = (b"NETSCAPE2.0", b"ANIMEXTS1.0")


def bare_gif(content: bytes) -> tuple[bytes, int]:
    """The bytes that show something, and how many frames they have; ValueError for what is no GIF."""
    place = 13 + _colours(content[10])
    kept, frames = [content[:place]], 0
    while place < len(content) and content[place] != _END:
        start, kind = place, content[place]
        if kind == _EXTENSION:
            place = _end_of_blocks(content, place + 2)
            if _is_seen(content[start:place]):
                kept.append(content[start:place])
        elif kind == _IMAGE:
            frames += 1
            place = _end_of_blocks(content, place + 11 + _colours(content[place + 9]))
            kept.append(content[start:place])
        else:
            raise ValueError("no block")
    if not frames:
        raise ValueError("no frame")
    return b"".join((*kept, bytes([_END]))), frames


def _colours(flags: int) -> int:
    """The bytes of a table of colours, which the flags before it tell."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _end_of_blocks(content: bytes, place: int) -> int:
    """Where a row of blocks ends, each with its length in front, the last one empty."""
    while place < len(content) and content[place]:
        place += 1 + content[place]
    return place + 1


def _is_seen(extension: bytes) -> bool:
    if extension[1] == _PROGRAM:
        return extension[3:14] in _REPEATED
    return extension[1] != _REMARK
