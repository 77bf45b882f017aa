"""The command line: Typer and Rich, and nothing that decides.

From the bottom up; each of these is made of those above it (a test keeps that).

- What all of them need: `places`, `language`, `options` and `clock` of the `context` of a command; text made
  `printable`, the `talk` on stderr, the one question that may be asked (`choose`), the `progress` of long
  work, the index for `reading`, a note for `editing`.
- `shown`: what a command answers on stdout.
- `words`: what a command declares of its words; they are read, helped with and completed by it.
- `meaning`: which note, person, day or question words stand for, and who is asking.
- `commands`: a module for each command, and beside it what only that one needs.
- `app` runs one command, and is the one error boundary.
"""
