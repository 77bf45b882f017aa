"""Slides: which there are, where they went, and new ones."""
