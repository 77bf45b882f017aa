"""Text from notes and file names made safe to print: no control character reaches the terminal."""

_CONTROLS = {code: "�" for code in (*range(0x20), *range(0x7F, 0xA0)) if code != ord("\n")}
_BLANKS = {ord(char): " " for char in "\t\n\r\v\f\x85\u2028\u2029"}


def printable(text: str) -> str:
    """The text with its line ends, whatever they are, and without anything else that steers a terminal."""
    ended = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    return ended.replace("\t", "    ").translate(_CONTROLS)


def one_line(text: str) -> str:
    """The text as a field of a record: on one line, without tabs."""
    return text if text.isprintable() else text.translate(_BLANKS).translate(_CONTROLS)
