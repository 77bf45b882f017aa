"""Formulas: LaTeX to MathML, at build time and for good, and as a line of text."""

from studylog.core.math.linear import in_line
from studylog.core.math.mathml import check, to_mathml

__all__ = ["check", "in_line", "to_mathml"]
