"""The header of a note, by meaning: its keys in either language, its values however they are written.

- `parts` divides a note; `reading` reads its header by the `keys` and what `values` may be; `edit`
  changes it.
- Where the header is silent, `opening` reads the `firstlines` of the body by their `labels`, and `ticks`
  at names.
- Who may see a note: `astray` where no header is read, `unread` in other words, `wishes`.
"""
