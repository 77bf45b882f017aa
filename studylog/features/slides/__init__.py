"""Slides: which there are, where they went, and new ones."""

from studylog.features.slides.adding import Added, Addition, add
from studylog.features.slides.listing import PaperSlides, last_note, slides_of
from studylog.features.slides.mending import Mended, Mending, mend

__all__ = ["Added", "Addition", "Mended", "Mending", "PaperSlides", "add", "last_note", "mend", "slides_of"]
