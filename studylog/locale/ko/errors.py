"""What stops a command."""

MESSAGES: dict[str, str] = {}
