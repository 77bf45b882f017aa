"""Formulas: LaTeX to MathML, at build time and for good."""

from studylog.core.math.mathml import check, to_mathml

__all__ = ["check", "to_mathml"]
