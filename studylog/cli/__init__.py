"""The command line: Typer and Rich, and nothing that decides."""
