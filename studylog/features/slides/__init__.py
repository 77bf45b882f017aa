"""Slides: which there are, where they went, and new ones.

- `listing` has all of them, with the links that lead to them; `thumbs` what became of their pictures.
- `mending` leads links to where slides are now.
- `adding` puts a PDF into the notebook: `belonging` finds its note, `choosing` its paper there, `keeping` the
  place for it; `presenting` begins a heading for a paper that was only planned, `placing` puts the lines.
"""
