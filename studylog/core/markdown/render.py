"""Tokens to HTML that may stand on a page: nothing in it runs, loads or breaks out."""

import re
from collections.abc import Callable, Iterable, Sequence
from html import escape

from markdown_it.token import Token

from studylog.core.late import late
from studylog.core.markdown.callouts import boxed
from studylog.core.markdown.context import RenderContext
from studylog.core.markdown.elements import (
    attributes,
    embed,
    link_opening,
    open_link,
    picture,
    wikilink,
)
from studylog.core.markdown.engine import parse
from studylog.core.markdown.fragment import Fragment
from studylog.core.markdown.highlight import code_block
from studylog.core.markdown.plain import plain
from studylog.core.markdown.rawtags import raw_html, table_opening
from studylog.core.markdown.sanitise import clean
from studylog.core.math import to_mathml

_Handler = Callable[[Fragment, RenderContext, Token], None]
_KEPT = ("id", "class", "start", "lang", "scope")
_ALIGNED: dict[object, str] = {f"text-align:{side}": side for side in ("left", "center", "right")}
_TAG = late(r"<[^<>]*>")
# How many characters, some of them above each other, fill a line of A4.
_SHEET = 64
_ASIDE = late(r"\s*<aside\b[^<>]*>(?P<words>(?:[^<]|<(?!/aside))*)(?P<behind>.*)", re.DOTALL)
_BOXES = {True: "☑", False: "☐"}


def render(tokens: Sequence[Token], context: RenderContext) -> str:
    """The HTML of a slice of tokens, closed in itself."""
    fragment = Fragment()
    _write_all(fragment, context, boxed(tokens))
    html = fragment.html()
    return clean(html) if fragment.has_raw else html


def _write_all(fragment: Fragment, context: RenderContext, tokens: Iterable[Token]) -> None:
    for token in tokens:
        if token.nesting > 0:
            _OPENINGS.get(token.type, _open)(fragment, context, token)
        elif token.nesting < 0:
            fragment.close(token.type.removesuffix("_close"))
        else:
            _LEAVES.get(token.type, _unknown)(fragment, context, token)


def _open(fragment: Fragment, context: RenderContext, token: Token) -> None:
    name = token.type.removesuffix("_open")
    if token.hidden:
        fragment.open(name, "", "\n")
        return
    ending = "\n" if token.block else ""
    fragment.open(name, f"<{token.tag}{_attributes(token)}>", f"</{token.tag}>{ending}")


def _attributes(token: Token) -> str:
    if not token.attrs:
        return ""
    given = {name: str(token.attrs[name]) for name in _KEPT if name in token.attrs}
    align = _ALIGNED.get(token.attrs.get("style", ""))
    if align:
        given["class"] = align
    return attributes(**given)


def _heading(fragment: Fragment, context: RenderContext, token: Token) -> None:
    tag = f"h{min(6, int(token.tag[1:]) + context.heading_offset)}"
    fragment.open("heading", f"<{tag}{_attributes(token)}>", f"</{tag}>\n")


def _table(fragment: Fragment, context: RenderContext, token: Token) -> None:
    fragment.open("table", f"{table_opening(context)}<table>\n", "</table></div>\n")


def _callout(fragment: Fragment, context: RenderContext, token: Token) -> None:
    tag = "details" if token.info else "div"
    unfolded = " open" if token.info == "+" else ""
    fragment.open("callout", f'<{tag} class="callout"{unfolded}>\n', f"</{tag}>\n")


def _callout_title(fragment: Fragment, context: RenderContext, token: Token) -> None:
    opening, closing = (
        ("<summary><strong>", "</strong></summary>") if token.info else ("<p><strong>", "</strong></p>")
    )
    fragment.open("callout_title", opening, f"{closing}\n")


def _item(fragment: Fragment, context: RenderContext, token: Token) -> None:
    _open(fragment, context, token)
    checked = token.meta.get("checked")
    if checked is not None:
        fragment.write(f'<span class="task">{_BOXES[bool(checked)]}</span> ')


def _link(fragment: Fragment, context: RenderContext, token: Token) -> None:
    href = str(token.attrs.get("href", ""))
    title = token.attrs.get("title")
    open_link(fragment, "link", context.link(href), href, title=str(title) if title else None)


def _slide(fragment: Fragment, context: RenderContext, token: Token) -> None:
    address = context.slide(token.meta["page"], token.meta["paper"])
    opening, closing = link_opening(address, token.content) if address else ("", "")
    fragment.open("slide", opening, closing)


def _footnotes(fragment: Fragment, context: RenderContext, token: Token) -> None:
    fragment.open("footnote_block", '<div class="footnotes"><ol>\n', "</ol></div>\n")


def _footnote(fragment: Fragment, context: RenderContext, token: Token) -> None:
    number = token.meta["id"] + 1
    fragment.open("footnote", f'<li id="fn-{number}" value="{number}">', "</li>\n")
    if not token.meta["used"]:
        fragment.text(f"[^{token.meta['label']}]: ")


def _reference(fragment: Fragment, context: RenderContext, token: Token) -> None:
    number = token.meta["id"] + 1
    given = attributes(href=f"#fn-{number}", id=_reference_id(token), title=token.meta.get("label"))
    inner = number if fragment.inside("link", "a") else f"<a{given}>{number}</a>"
    fragment.write(f'<sup class="footnote-ref">{inner}</sup>')


def _back(fragment: Fragment, context: RenderContext, token: Token) -> None:
    target = attributes(class_="footnote-back", href=f"#{_reference_id(token)}")
    fragment.write(f" <a{target}>↩</a>")


def _reference_id(token: Token) -> str:
    again = token.meta.get("subId", 0)
    return f"fnref-{token.meta['id'] + 1}{f'-{again + 1}' if again else ''}"


def _inline(fragment: Fragment, context: RenderContext, token: Token) -> None:
    _write_all(fragment, context, token.children or [])


def _text(fragment: Fragment, context: RenderContext, token: Token) -> None:
    fragment.text(token.content)


def _unknown(fragment: Fragment, context: RenderContext, token: Token) -> None:
    fragment.text(token.content)
    _inline(fragment, context, token)


def _code(fragment: Fragment, context: RenderContext, token: Token) -> None:
    fragment.write(f"<code>{escape(token.content, quote=False)}</code>")


def _fence(fragment: Fragment, context: RenderContext, token: Token) -> None:
    if token.info.strip() == "math":
        _display(fragment, context, token)
    else:
        fragment.write(code_block(token.content, token.info))


def _formula(fragment: Fragment, context: RenderContext, token: Token) -> None:
    fragment.write(to_mathml(token.content, display=token.type == "math_inline_double"))


def _display(fragment: Fragment, context: RenderContext, token: Token) -> None:
    html = to_mathml(token.content, display=True)
    wide = " wide" if _is_wide(html) else ""
    fragment.write(f'<div class="formula{wide}" tabindex="0">{html}</div>\n')


def _is_wide(html: str) -> bool:
    """Whether a formula is likely wider than a sheet of paper, where no script has measured it."""
    rows = html.partition("<annotation")[0].split("</mtr>")
    return any(len(_TAG.sub("", row)) > _SHEET for row in rows)


def _image(fragment: Fragment, context: RenderContext, token: Token) -> None:
    title = token.attrs.get("title")
    source = str(token.attrs.get("src", ""))
    picture(fragment, context, source, plain(token.children or []), str(title) if title else None)


def _wikilink(fragment: Fragment, context: RenderContext, token: Token) -> None:
    wikilink(fragment, context, token.meta["target"], token.content)


def _embed(fragment: Fragment, context: RenderContext, token: Token) -> None:
    embed(fragment, context, token.meta["target"], token.content)


def _raw(fragment: Fragment, context: RenderContext, token: Token) -> None:
    raw_html(fragment, context, token.content)


def _raw_block(fragment: Fragment, context: RenderContext, token: Token) -> None:
    """A block of raw HTML; what stands in an `<aside>` of Notion is Markdown, up to its first empty line."""
    found = None if fragment.inside("aside") else _ASIDE.fullmatch(token.content)
    if found is None:
        _raw(fragment, context, token)
        return
    fragment.has_raw = True
    fragment.open("aside", '<div class="callout">', "</div>\n", raw=True)
    _write_all(fragment, context, boxed(parse(found["words"])))
    raw_html(fragment, context, found["behind"])


def _verbatim(html: str) -> _Handler:
    return lambda fragment, context, token: fragment.write(html)


_OPENINGS: dict[str, _Handler] = {
    "heading_open": _heading,
    "table_open": _table,
    "list_item_open": _item,
    "link_open": _link,
    "slide_open": _slide,
    "footnote_block_open": _footnotes,
    "footnote_open": _footnote,
    "callout_open": _callout,
    "callout_title_open": _callout_title,
}
_LEAVES: dict[str, _Handler] = {
    "inline": _inline,
    "text": _text,
    "softbreak": _verbatim("\n"),
    "hardbreak": _verbatim("<br>\n"),
    "hr": _verbatim("<hr>\n"),
    "code_inline": _code,
    "code_block": _fence,
    "fence": _fence,
    "math_inline": _formula,
    "math_inline_double": _formula,
    "math_block": _display,
    "image": _image,
    "wikilink": _wikilink,
    "embed": _embed,
    "footnote_ref": _reference,
    "footnote_anchor": _back,
    "html_inline": _raw,
    "html_block": _raw_block,
}
