"""Pages in the form in which Notion exports them, and what a reader sees in the notes that come of them."""

import unicodedata

from studylog.core.markdown import html_text, parse, plain
from studylog.core.notion.html import HtmlPage, read_html

ID = "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"


def page_html(body: str, header: str = "", title: str = "8/12(목) 회의록") -> str:
    return (
        '<html><head><meta charset="utf-8"/><title>page</title><style>\n.callout { color: red }\n'
        "</style></head><body>"
        f'<article id="{ID}" class="page sans"><header><h1 class="page-title">{title}</h1>{header}</header>'
        f'<div class="page-body">{body}</div></article><span class="sans" style="font-size:14px">'
        f"</span></body></html>"
    )


def read(body: str, header: str = "") -> HtmlPage:
    page = read_html(page_html(body, header), "page.html")
    assert page is not None
    return page


def body_of(html: str) -> str:
    return read(html).body


def equation(tex: str, block: bool = False) -> str:
    """An equation with everything that Notion writes into it."""
    katex = (
        '<span class="katex"><span class="katex-mathml"><math '
        'xmlns="http://www.w3.org/1998/Math/MathML"><semantics>'
        f'<mrow><mi>q</mi><mo>=</mo></mrow><annotation encoding="application/x-tex">{tex}'
        f"</annotation></semantics>"
        '</math></span><span class="katex-html" aria-hidden="true"><span class="mord">q</span></span></span>'
    )
    style = "<style>@import url('https://cdn.example.com/katex.min.css')</style>"
    if block:
        return (
            f'<figure class="equation">{style}<div class="equation-container"><span class="katex-display">'
            f"{katex}</span></div></figure>"
        )
    return (
        f'{style}<span data-token-index="0" contenteditable="false" class="notion-text-equation-token">'
        f"<span></span><span>{katex}</span><span>\ufeff</span></span>"
    )


def row(kind: str, name: str, value: str) -> str:
    """A line of the table of properties."""
    icon = '<span class="icon property-icon"><svg viewBox="0 0 14 14"><path d="M1 1"></path></svg></span>'
    return f'<tr class="property-row property-row-{kind}"><th>{icon}{name}</th><td>{value}</td></tr>'


def readable(markdown: str) -> str:
    """Everything that a reader of a note sees, without blanks."""
    seen = []
    for token in parse(markdown):
        if token.type == "inline":
            seen.append(plain(token.children or []))
        elif token.type == "html_block":
            seen.append(html_text(token.content))
        elif token.type in ("fence", "code_block", "math_block"):
            seen.append(token.content)
    return squeezed("".join(seen))


def squeezed(text: str) -> str:
    """Text without blanks, each letter in its parts, wherever these stood."""
    return "".join(unicodedata.normalize("NFD", char) for char in text if not char.isspace())


def swallowed(page: HtmlPage) -> str:
    """What stands in the source and not, in its order, in the body that is read again; empty when nothing."""
    wanted = squeezed(page.visible.removeprefix(page.title))
    found, position = readable(page.body), 0
    for index, char in enumerate(wanted):
        position = found.find(char, position) + 1
        if not position:
            return f"{wanted[max(0, index - 20) : index]}【{wanted[index : index + 20]}】"
    return ""
