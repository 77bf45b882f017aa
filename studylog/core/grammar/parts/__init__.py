"""A note in parts: each block is one thing, told in reading order.

- `division` parts paragraphs, tables (`questiontables`, by their `questioncolumns`) and `toggles` that
  hold several things, and what is asked and answered `atonce`; `blocks` makes one block of each, of what
  its `inlines` say.
- What a line is by its form alone: `plaintitles`, questions that are `setapart` by their letters, `bylines`.
- What stands `below` a title.
"""
