"""What the tests of Markdown share: a page that knows every link and picture."""

import re
from pathlib import Path

from studylog.core.markdown import parse
from studylog.core.markdown.context import PictureLink, RenderContext
from studylog.core.markdown.render import render

EVERYTHING = RenderContext(
    link=lambda url: url,
    image=lambda source: PictureLink(f"../assets/{source.rsplit('/', 1)[-1]}"),
    wikilink=lambda target: f"../notes/{target}.html",
    table_label="table",
)
# Bits of Markdown and HTML, in one file; ⏎ is a new line.
MARKUP_PIECES = [
    piece.replace("⏎", "\n") for piece in Path(__file__).with_name("markup.txt").read_text("utf-8").split()
]
NOTHING = RenderContext(link=lambda url: None, image=lambda source: None, wikilink=lambda target: None)


def shown(text: str, context: RenderContext = EVERYTHING) -> str:
    """The HTML of a text on one line, formulas as MATH."""
    html = re.sub(r"<math.*?</math>", "MATH", render(parse(text), context), flags=re.DOTALL)
    return re.sub(r"\s+", " ", html).strip()


def inside(text: str, context: RenderContext = EVERYTHING) -> str:
    """The inside of the only paragraph of a text."""
    return shown(text, context).removeprefix("<p>").removesuffix("</p>")
