"""Zip archives from elsewhere: hostile until shown otherwise, and unpacked whole or not at all.

Everything that can be known before the first byte is written is checked before: `directory` measures the list
of entries, `entries` judges each of them, `layout` their data, `names` what they are called on a disk, and
`collisions` all of them together. `content` and `unpack` believe no figure: they count what really comes.
"""

from studylog.store.archive.limits import Budget, Limits
from studylog.store.archive.unpack import Extracted, extract

__all__ = ["Budget", "Extracted", "Limits", "extract"]
