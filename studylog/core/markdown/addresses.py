"""Where a link or a picture may lead: http, https, mailto and relative, and nowhere else."""

import re
from functools import lru_cache

from markdown_it.common.normalize_url import normalizeLink

from studylog.core.late import late

_SCHEME = late(r"([^/?#:]*):")
_INVISIBLE = late(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028-\u202f\u2060\ufeff]")
_OUTSIDE = ("http", "https")


# The notes of a team lead to the same few places, and to be encoded an address is taken apart.
@lru_cache(maxsize=4_096)
def safe(address: str) -> str | None:
    """The address as it may stand in HTML, percent-encoded; None when it may not."""
    compact = visible(address)
    scheme = _SCHEME.match(compact)
    if scheme and scheme[1].lower() not in (*_OUTSIDE, "mailto"):
        return None
    if re.match(r"[\\/]{2}", compact):
        return _encoded(f"https://{compact[2:]}")
    return _encoded(compact if scheme else address.strip())


def is_outside(address: str) -> bool:
    """Whether the address leads away from the site."""
    compact = visible(address)
    scheme = _SCHEME.match(compact)
    return bool(re.match(r"[\\/]{2}", compact)) or (scheme is not None and scheme[1].lower() in _OUTSIDE)


def refused(address: str) -> bool:
    """Whether the address has a scheme that runs, embeds or reads something."""
    return visible(address).lower().startswith(("javascript:", "vbscript:", "data:", "file:"))


def visible(address: str) -> str:
    """The address without what is not seen, which may hide its scheme from us, and not from a browser."""
    return _INVISIBLE.sub("", address)


def _encoded(address: str) -> str | None:
    try:
        return normalizeLink(address)
    except ValueError:
        return None
