"""From the HTML of a page to its blocks: the tree, what each element means, what can be read.

`blocks` goes once through the `tree`, knows some `hints` before, and asks the table of `elements` what
each means: `lists`, `tables`, `figures`, what is `embedded`, and what is added on `leaving`. The
`builder` grows the blocks; `header` has the properties, and `words` all that a reader sees.
"""
