"""The preview of a site: a server for this machine alone, whose pages follow the notes."""

from studylog.store.preview.server import HOST, Server, serving
from studylog.store.preview.state import Failure, Preview, State

__all__ = ["HOST", "Failure", "Preview", "Server", "State", "serving"]
