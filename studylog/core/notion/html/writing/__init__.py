"""From blocks to Markdown that reads back as what was meant.

`blocks` are written one by one, in `chunks` with room between them: `tables`, code by its `fencing`, the
`summary` of a toggle, and lines (`inline`). Of these, `dress` says how runs look, `pieces` which marks
open and close, `spans` what stands as a whole; `delimiters` and `escape` find signs that hold, and
`readback` proves it.
"""
