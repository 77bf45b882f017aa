"""Papers: what one note and the team's list say of them, which of them are one, how each stands on a day.

- Of one note: `notes`. Of the list `papers.yaml`, and of headers: `catalogue`; changes to the list:
  `edits`.
- Of all notes: `gathered`, in `groups` of `names` that mean one paper, with their `slides`; `states` of a
  day.
- Which one is `meant` on the command line; what a paper says of itself on its `titlepage`.
"""
