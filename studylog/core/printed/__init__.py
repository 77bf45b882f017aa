"""Pages as they were printed: glyphs, lines and pictures at their places, and the note that they show.

- A page is a `model`, in `units` of a browser; `read` makes the parts of a note of several, and `visible`
  tells what a person reads on them.
- What is no text: `furniture`. What is read as one: `columns`, and `flows` over pages.
- `pages` part into `scenes` and `content`: `tables` in their `grids`, `codes`, `frames` with `icons`,
  `islands` of `formulas`, each of things that hang together (`clusters`); the rest is `lines` of glyphs
  in their `styles`.
- Lines become `blocks` by their `marks`, joined (`joins`) where a browser `breaks` them, and a tree
  (`outline`) with `properties`; `write` makes Markdown of it, line by line (`inline`, `escape`).
"""
