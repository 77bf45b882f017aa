"""Plain text as Markdown that reads back as the same text, with as few backslashes as that takes."""

import re

# What has a meaning wherever it stands, as far as its neighbours let it have one.
_INLINE = re.compile(
    r"""
    \\(?=[!-/:-@\[-`{-~])          # a backslash that would escape something
    | `
    | (?<!\s)\*|\*(?!\s)           # emphasis
    | (?<![^\W_])_|_(?![^\W_])
    | ~(?=~)|(?<=~)~
    | \[(?=[^\]]*\]\()|\[(?=\[)|\[(?=\^)|(?<=\])\[  # a link, a wikilink, a footnote
    | <(?=[A-Za-z/!?]|[^\s<>@]+@[^\s<>@]+>)  # a tag, the address of a mailbox
    | &(?=\#?\w+;)                 # a character by its name
    | \^(?=\[|q-[a-z2-7]{8}\b)     # a footnote, the name of a block
    """,
    re.VERBOSE,
)
_DOLLAR = re.compile(r"\$")
_START = re.compile(
    r"""
    (?P<before>[ \t]*[0-9]{1,9})(?P<mark>[.)])(?=[ \t]|$)        # the number of an item
    | (?P<before2>[ \t]*)(?P<mark2>[-+*](?=[ \t]|$)|\#(?=\#{0,5}(?:[ \t]|$))|>|\||:(?=::)|~(?=~~)
        |-(?=[-\ \t]*$)|=(?=[=\ \t]*$)|\[(?=[^\]]+\]:)|\[(?=[ xX]\]))
    """,
    re.VERBOSE,
)


def escape(text: str, *, start: bool = False) -> str:
    """Text that Markdown shows as it is; `start` when it begins a line."""
    escaped = _INLINE.sub(r"\\\g<0>", text)
    if escaped.count("$") > 1:
        escaped = _DOLLAR.sub(r"\\$", escaped)
    return _START.sub(_started, escaped, count=1) if start and _START.match(escaped) else escaped


def _started(found: re.Match[str]) -> str:
    before, mark = (found["before"], found["mark"]) if found["mark"] else (found["before2"], found["mark2"])
    return f"{before}\\{mark}"
