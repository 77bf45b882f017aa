"""The words of the command line.

- The `catalogue` has every command; what its words are, it says by `declare`, and several share `params`.
- `usual` reads the usual ones; Typer is asked about all others: in our `group`, and `usage` says what was
  wrong.
- `help`, and what `shells` `complete`.
"""
