"""Help texts and talk of the commands."""

MESSAGES: dict[str, str] = {}
