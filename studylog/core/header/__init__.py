"""The header of a note, by meaning: its keys in either language, its values however they are written.

- `parts` divides a note; `reading` reads its header by the `keys` and what `values` may be; `edit`
  changes it.
- Where the header is silent, `opening` reads the `firstlines` of the body: what is `labelled` there by which
  `labels`, and `ticks` at names; `firsttitle` reads what the first line calls the meeting.
- Who may see a note: `astray` where no header is read, `unread` in other words, `wishes`.
"""
