"""The text of a note as HTML: made once, when the note is read, for its own page and whatever quotes it."""
