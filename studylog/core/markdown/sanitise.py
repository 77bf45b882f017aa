"""The second wall: a page fragment with raw HTML in it is parsed again, and only what we know comes back."""

from functools import cache

import nh3

from studylog.core.markdown.tags import ALLOWED

_OWN_TAGS = """
math semantics annotation mrow mi mn mo mtext mspace ms mfrac msqrt mroot mstyle merror mpadded mphantom
menclose msub msup msubsup munder mover munderover mmultiscripts mprescripts mtable mtr mtd none
"""
_OF_FORMULAS = """
display displaystyle scriptlevel mathvariant class encoding stretchy symmetric fence separator largeop
movablelimits lspace rspace minsize maxsize form accent accentunder linethickness width height
depth voffset notation
"""
_MATHML = frozenset(_OWN_TAGS.split())
_MATH_ATTRIBUTES = frozenset(_OF_FORMULAS.split())
_GLOBAL = frozenset({"class", "id", "lang", "dir", "title", "role", "tabindex", "aria-label"})
_ATTRIBUTES = {
    "*": _GLOBAL,
    "a": {"href", "rel"},
    "img": {"src", "alt", "width", "height", "loading"},
    "ol": {"start", "reversed"},
    "li": {"value"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
    "col": {"span"},
    "colgroup": {"span"},
    "details": {"open"},
    "time": {"datetime"},
    "div": {"data-language"},
}


@cache
def _cleaner() -> nh3.Cleaner:
    attributes = {name: set(values) for name, values in _ATTRIBUTES.items()}
    attributes |= {name: set(_MATH_ATTRIBUTES) for name in _MATHML}
    return nh3.Cleaner(
        tags=set(ALLOWED | _MATHML),
        attributes=attributes,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        strip_comments=True,
    )


def clean(html: str) -> str:
    """The fragment, balanced, with nothing in it that a page of ours may not have."""
    return _cleaner().clean(html)
