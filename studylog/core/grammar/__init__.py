"""How a note is read: a linear scan over its blocks, a table of rules, and a small memory.

`blocks` makes the blocks, `patterns` holds the words, `rules` the table, `scan` the loop and its memory;
`replies`, `locators`, `papers` and `promises` know what the rules find.
"""
