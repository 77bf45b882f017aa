"""Notion's pages, in each of the forms in which they leave it, as the parts of a note.

- Pages: in `markdown`, with what is not read in code (`fences`), its `callouts` and `links`; in `html`.
- Databases: a `table` of them, the `rows` that are pages; `properties` become a header.
- Between pages: the `contents` of an export, `ids`, and the `paths` that a reference means.
"""
