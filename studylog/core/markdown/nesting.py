"""Markdown inside of Markdown: in a quote, and below the first line of an item."""


def quoted(text: str) -> str:
    """The text with the sign of a quote before each line."""
    return "\n".join(f"> {line}" if line else ">" for line in text.split("\n"))


def indented(text: str, width: int) -> str:
    """The text of an item, its further lines below its first one."""
    first, *rest = text.split("\n")
    return "\n".join([first, *(f"{' ' * width}{line}" if line else "" for line in rest)])
