"""Slides that are not where a link says: where they are now, in the notebook or in a repository's clone."""
