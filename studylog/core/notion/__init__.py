"""Notion's pages, in each of the forms in which they leave it, as the parts of a note."""
