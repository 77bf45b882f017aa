"""What GitHub and Obsidian call the callouts of Notion, which are told apart by their picture alone."""

_KINDS = {
    **dict.fromkeys("💡✨👍✅🎯", "TIP"),
    **dict.fromkeys("❗❕❓‼⁉📌⭐🔑", "IMPORTANT"),
    **dict.fromkeys("⚠🚧", "WARNING"),
    **dict.fromkeys("🚨🔥🛑⛔🚫❌☠", "CAUTION"),
}


def callout_kind(text: str) -> str:
    """The kind of a callout that begins with a picture; with any other one, or none, it is a note."""
    return _KINDS.get(text[:1], "NOTE")
