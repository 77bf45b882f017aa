"""The pages of a public site that stand for what stays at home, by the names of their files."""

from studylog.core.late import late

NOT_PUBLIC = "not-public"
"""What a link to something that is not public leads to."""

SLIDES_NOT_PUBLIC = "not-public-slides"
"""What a link to slides that are not public leads to: a paper with such a link has slides."""

_SLIDES = late(rf"(?:[\w./-]*/)?{SLIDES_NOT_PUBLIC}(?:-\d+)?\.md")


def are_withheld(url: str) -> bool:
    """Whether a link says that there are slides which are not public."""
    return _SLIDES.fullmatch(url) is not None
