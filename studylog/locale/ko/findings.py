"""What is found in notes and settings."""

MESSAGES: dict[str, str] = {}
