"""studylog: the minutes and the knowledge of a study team, kept in plain Markdown."""

__version__ = "0.1.0"
