"""A note in two parts, header and body, and changes to the header that touch only the lines they mean."""

from studylog.core.frontmatter.edit import set_header
from studylog.core.frontmatter.parts import Split, split

__all__ = ["Split", "set_header", "split"]
