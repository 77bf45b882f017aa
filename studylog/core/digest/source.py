"""Where a note can be read or changed as it is written: its file where the team keeps it."""

from urllib.parse import quote

from studylog.core.digest.site import Site


def source(site: Site, path: str, line: int | None = None) -> str | None:
    """The address of a note's file, at a line of it; None where the settings name no place for files."""
    pattern = site.settings.site.source
    if pattern is None:
        return None
    # A brace of a path is no field of the pattern.
    return pattern.replace("{line}", str(line or 1)).replace("{path}", quote(path))
