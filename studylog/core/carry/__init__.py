"""What is carried into a coming meeting: a short block of references at the top of its note.

Nothing is moved: a line of the block names a question or a promise by its id, and what is written under it
belongs to the original.
"""
