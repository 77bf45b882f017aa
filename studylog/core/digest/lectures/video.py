"""A lecture's video at a moment of it."""

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from studylog.core.digest.weblinks import host
from studylog.core.words import second

_QUERY_HOSTS = ("youtube.com", "m.youtube.com", "youtu.be", "youtube-nocookie.com")


def video_at(video: str | None, at: str | None) -> str | None:
    """The address of a video, at a moment where one is known; None unless it is of the web."""
    if video is None or host(video) is None:
        return None
    if at is None:
        return video
    parts = urlsplit(video)
    if host(video) in _QUERY_HOSTS:
        query = [pair for pair in parse_qsl(parts.query, True) if pair[0] not in ("t", "start")]
        return urlunsplit(parts._replace(query=urlencode([*query, ("t", f"{second(at)}s")])))
    return urlunsplit(parts._replace(fragment=f"t={second(at)}"))
