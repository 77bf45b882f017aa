"""The words of the digest."""

MESSAGES: dict[str, str] = {}
