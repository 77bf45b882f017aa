"""How much a PDF may hold before it is no note any more."""

MOST_PAGES = 500
MOST_GLYPHS = 300_000
MOST_OBJECTS = 200_000


class TooMuchError(Exception):
    """The document is larger than any notes are."""
