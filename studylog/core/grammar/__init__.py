"""How a note is read: a linear scan over its blocks, a table of rules, and a small memory.

From the bottom up; each of these is made of those above it (a test keeps that).

- `vocabulary`: words and marks as people write them, as data, and what the sentences of a line do.
- `parts`: a note in parts: paragraphs, tables and toggles are divided, and a block is made of each.
- `state`: what the scan knows before it begins, and what it remembers between blocks.
- `people`: who is named in a note, who speaks, and who stands over a list of his own.
- `titles`: what headings say: a lecture, a section, a course, or a question.
- `promises`: what somebody will do, in sentences, lists and tables.
- `papers`: what is presented, by whom and when, with its slides and links; and what comes next.
- `answers`: the marks of replies, where a question ends, and which replies say nothing.
- `questions`: whatever asks, with a mark or without, and what only looks so.
- `references` to what was asked before, `rules` (the table: which rule looks at which blocks, in which
  order), the `carried` block; what was remembered becomes questions (`finished`) and promises
  (`promised`), and `scan` leads the blocks past the rules.
"""
