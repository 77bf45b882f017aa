"""Pictures by their bytes alone: how large they are, and what of them is published."""

from studylog.core.pictures.bare import Bare, bare
from studylog.core.pictures.size import MOST_PIXELS, MOST_PIXELS_OF_JPEG, WIDEST, Size, size_of

__all__ = ["MOST_PIXELS", "MOST_PIXELS_OF_JPEG", "WIDEST", "Bare", "Size", "bare", "size_of"]
