"""Markdown as study notes have it: text to tokens, and tokens to words.

HTML is made by `render` and `elements`, which bring a sanitiser along that nobody needs to read a note.

- The `engine`, made quick (`lean`, `starts`), and what notes need besides: `autolinks`, `cjk`,
  `definitions`, `dollars`, `footnotes`, `highlights`, `labels`, `privacy`, `rawhtml`, `tables`, `wikilinks`.
- Tokens to words: `plain`, and `readable` on a terminal; `slices` of them, closed in themselves.
- Tokens to HTML: `render` asks its `context`, makes each `fragment` of `elements`, `rawtags` (from
  `tags`), `callouts` and code in colour (`highlight`), leads to `addresses` that may be, and is looked
  through again by `sanitise`.
- Texts that are changed: `destinations` led elsewhere, by their `destinationforms`, also inside of
  `nesting`.
"""

from markdown_it.token import Token

from studylog.core.markdown.engine import parse
from studylog.core.markdown.plain import html_text, plain

__all__ = ["Token", "html_text", "parse", "plain"]
