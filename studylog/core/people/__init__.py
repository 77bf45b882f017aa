"""The people of a team: who is meant by a name, who says a line, who was at a meeting, whose turn it is.

- `names` and how they are built, in the `listing` of a line, on the `roster`, or of nobody there
  (`likeness`).
- `speakers` of lines, `attendance` of meetings, the `rota`.
"""
