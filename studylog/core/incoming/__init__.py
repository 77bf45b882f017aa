"""Notes on their way in: drafts, and how much of what could be read in a source is in its note."""
