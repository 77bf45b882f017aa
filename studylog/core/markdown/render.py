"""Tokens to HTML that is safe to show: nothing runs, nothing is fetched, no word is lost.

Every kind of token that needs more than its tag has a row in `ELEMENTS`.
"""

from collections.abc import Callable, Sequence
from html import escape

from markdown_it.token import Token

from studylog.core.markdown.code import coloured
from studylog.core.markdown.context import RenderContext
from studylog.core.markdown.references import References
from studylog.core.markdown.sanitise import balanced, keep, safe_html, safe_tag, without_signs
from studylog.core.markdown.tags import read_tag
from studylog.core.math import to_mathml

_ALIGNED = {"text-align:left": "left", "text-align:right": "right", "text-align:center": "center"}
_DEEPEST_HEADING = 6
_LINES = frozenset({"p", "li", "ul", "ol", "blockquote", "tr", "thead", "tbody", "dl", "dd"})


def render(tokens: Sequence[Token], context: RenderContext) -> str:
    """The tokens as HTML; a slice of them is closed in itself."""
    raw = any(token.type == "html_block" for token in tokens)
    page = _Page(context, [] if raw else None)
    html = page.html(tokens)
    return html if page.kept is None else balanced(html, page.kept)


class _Page:
    """One slice on its way to HTML; `kept` holds our own HTML while the tags of the note's are balanced."""

    def __init__(self, context: RenderContext, kept: list[str] | None) -> None:
        self.context = context
        self.kept = kept
        self.references = References(context)

    def html(self, tokens: Sequence[Token]) -> str:
        return "".join(map(self._element, tokens))

    def ours(self, html: str) -> str:
        """Our own HTML, set aside where the note's own tags are about to be cleaned."""
        return html if self.kept is None else keep(html, self.kept)

    def _element(self, token: Token) -> str:
        if token.type == "inline":
            return self.html(token.children or [])
        if token.hidden:
            return "\n" if token.nesting < 0 else ""
        element = ELEMENTS.get(token.type)
        return element(self, token) if element else _tag(token)


def _tag(token: Token) -> str:
    """A token that is nothing but its tag."""
    if not token.tag:
        return escape(token.content, quote=False)
    line = "\n" if token.tag in _LINES and token.nesting <= 0 else ""
    if token.nesting < 0:
        return f"</{token.tag}>{line}"
    named = (
        f' {name}="{escape(str(value))}"' for name, value in token.attrs.items() if name in ("start", "class")
    )
    return f"<{token.tag}{''.join(named)}>{line}"


def _text(page: _Page, token: Token) -> str:
    text = token.content if page.kept is None else without_signs(token.content)
    return escape(text, quote=False)


def _code(page: _Page, token: Token) -> str:
    words = token.info.strip().split(maxsplit=1)
    language = words[0].strip("{}.") if words else ""
    named = f' data-language="{escape(language)}"' if language else ""
    code = coloured(token.content, language)
    return page.ours(f'<div class="code"{named}><pre><code>{code}</code></pre></div>\n')


def _formula(page: _Page, token: Token) -> str:
    return page.ours(f'<div class="formula">{to_mathml(token.content, True)}</div>\n')


def _heading(page: _Page, token: Token) -> str:
    level = f"h{min(_DEEPEST_HEADING, int(token.tag[1]) + page.context.heading_offset)}"
    if token.nesting < 0:
        return f"</{level}>\n"
    anchor = token.attrs.get("id")
    return f'<{level} id="{escape(str(anchor))}">' if anchor else f"<{level}>"


def _table(page: _Page, token: Token) -> str:
    label = escape(page.context.table_label)
    region = f' tabindex="0" role="region" aria-label="{label}"' if label else ""
    return f'<div class="table"{region}><table>\n'


def _cell(page: _Page, token: Token) -> str:
    side = _ALIGNED.get(str(token.attrs.get("style", "")).replace(" ", ""))
    return f'<{token.tag} class="{side}">' if side else f"<{token.tag}>"


def _item(page: _Page, token: Token) -> str:
    checked = token.meta.get("checked")
    if checked is None:
        return "<li>"
    sign = "☑" if checked else "☐"
    return f'<li class="task-list-item"><span class="task" aria-hidden="true">{sign}</span> '


def _raw_tag(page: _Page, token: Token) -> str:
    tag = read_tag(token.content)
    if tag is None:
        return escape(token.content, quote=False)
    if tag.name == "a" and tag.closing:
        return page.references.close()
    return safe_tag(tag, page.references.open, page.references.picture)


def _footnote_ref(page: _Page, token: Token) -> str:
    number = token.meta["id"] + 1
    anchor = _footnote_anchor(token)
    return f'<sup class="footnote-ref"><a href="#fn{number}" id="{anchor}">[{number}]</a></sup>'


def _footnote_anchor(token: Token) -> str:
    again = token.meta["subId"]
    return f"fnref{token.meta['id'] + 1}" + (f"-{again}" if again else "")


ELEMENTS: dict[str, Callable[[_Page, Token], str]] = {
    "text": _text,
    "text_special": _text,
    "softbreak": lambda page, token: "\n",
    "hardbreak": lambda page, token: "<br>\n",
    "hr": lambda page, token: "<hr>\n",
    "code_inline": lambda page, token: page.ours(f"<code>{escape(token.content, quote=False)}</code>"),
    "code_block": _code,
    "fence": _code,
    "math_inline": lambda page, token: page.ours(to_mathml(token.content, False)),
    "math_inline_double": lambda page, token: page.ours(to_mathml(token.content, True)),
    "math_block": _formula,
    "math_block_label": _formula,
    "heading_open": _heading,
    "heading_close": _heading,
    "table_open": _table,
    "table_close": lambda page, token: "</table></div>\n",
    "th_open": _cell,
    "td_open": _cell,
    "list_item_open": _item,
    "link_open": lambda page, token: page.references.open(str(token.attrs.get("href", ""))),
    "link_close": lambda page, token: page.references.close(),
    "wikilink": lambda page, token: page.references.wikilink(str(token.meta["target"]), token.content),
    "embed": lambda page, token: page.references.embed(str(token.meta["target"]), token.content),
    "image": lambda page, token: page.references.picture(str(token.attrs.get("src", "")), token.content),
    "html_inline": _raw_tag,
    "html_block": lambda page, token: safe_html(
        without_signs(token.content), page.references.raw_link, page.references.picture
    ),
    "footnote_ref": _footnote_ref,
    "footnote_block_open": lambda page, token: '<section class="footnotes"><ol>\n',
    "footnote_block_close": lambda page, token: "</ol></section>\n",
    "footnote_open": lambda page, token: f'<li id="fn{token.meta["id"] + 1}">',
    "footnote_close": lambda page, token: "</li>\n",
    "footnote_anchor": lambda page, token: (
        f' <a class="footnote-back" href="#{_footnote_anchor(token)}">↩</a>'
    ),
}
