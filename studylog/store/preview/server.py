"""The server of the preview: this machine alone may ask it, for files of the site and nothing else."""

import errno
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import parse_qs, quote

from studylog.core.errors import StudylogError
from studylog.core.i18n import Language, say
from studylog.store.files import read
from studylog.store.preview.lasting import KEPT, may_be_kept, version, with_versions
from studylog.store.preview.pages import (
    EVENTS,
    HEADERS,
    SCRIPT,
    STYLE,
    at_any_depth,
    event,
    following,
    waiting_page,
)
from studylog.store.preview.requests import (
    INDEX,
    asked_name,
    content_type,
    file_of,
    is_for_us,
    is_from_us,
)
from studylog.store.preview.state import Preview
from studylog.store.templates import built_in

HOST = "127.0.0.1"
"""Where the server listens: no other machine reaches it."""
FIRST_PORT, _MOST_PORTS = 8000, 50
_NOT_FOUND = "404.html"
# How long a connection may be silent; a listener is told something more often, and we notice when it is gone.
_PATIENCE, _HEARTBEAT = 30.0, 10.0


class Server(ThreadingHTTPServer):
    """Serves the site in a folder, in the states that a preview tells."""

    daemon_threads = True
    # Two servers at one port would take turns.
    allow_reuse_port = False

    def __init__(self, port: int, site: Path, preview: Preview, language: Language) -> None:
        super().__init__((HOST, port), _Handler)
        self.site, self.preview, self.language = site, preview, language

    @property
    def port(self) -> int:
        """The port that it listens at."""
        return int(self.server_address[1])

    def handle_error(self, request: object, client_address: object) -> None:
        """A connection that broke off is nobody's concern."""


@contextmanager
def serving(port: int | None, site: Path, preview: Preview, language: Language) -> Iterator[Server]:
    """A server in threads of its own: at a port that is named, else at the first free one from 8000 on."""
    server = _listening(port, lambda chosen: Server(chosen, site, preview, language))
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True).start()
    try:
        yield server
    finally:
        preview.close()
        server.shutdown()
        server.server_close()


def _listening(port: int | None, server: Callable[[int], Server]) -> Server:
    for chosen in (port,) if port is not None else (*range(FIRST_PORT, FIRST_PORT + _MOST_PORTS), 0):
        try:
            return server(chosen)
        except OSError as error:
            if port is not None:
                raise _refused(port, error) from error
            if error.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    raise AssertionError("the system has a free port")


def _refused(port: int, error: OSError) -> StudylogError:
    hint = say("Name another port, or none: then a free one is taken.")
    if error.errno == errno.EADDRINUSE:
        return StudylogError(say("Port {port} is taken by another program.", port=port), hint=hint)
    reason = error.strerror or str(error)
    return StudylogError(say("Port {port} cannot be used: {reason}", port=port, reason=reason), hint=hint)


class _Handler(BaseHTTPRequestHandler):
    """One connection: each request is looked at, then answered from memory or from one file."""

    server: Server
    protocol_version = "HTTP/1.1"
    server_version, sys_version = "studylog", ""
    timeout = _PATIENCE

    def do_GET(self) -> None:
        """Answers a request."""
        refused = self._refusal()
        if refused:
            self._send(*refused)
            return
        path, _, query = self.path.partition("?")
        if path == f"/{EVENTS}":
            self._tell_events(query)
        elif own := _own(path[1:]):
            self._send_content(200, path[1:], own)
        else:
            self._send_site()

    do_HEAD = do_GET  # noqa: N815

    def __getattr__(self, name: str) -> Callable[[], None]:
        if name.startswith("do_"):
            return self._not_allowed
        raise AttributeError(name)

    def _not_allowed(self) -> None:
        self.close_connection = True
        self._send(405, allow="GET, HEAD")

    def _refusal(self) -> tuple[int] | None:
        hosts = self.headers.get_all("Host", [])
        if "Content-Length" in self.headers or "Transfer-Encoding" in self.headers:
            # What follows would be taken for the next request.
            self.close_connection = True
            return (400,)
        if not is_for_us(hosts, self.server.port):
            return (400,) if len(hosts) != 1 else (403,)
        return None if is_from_us(self.headers, hosts[0]) else (403,)

    def _send_site(self) -> None:
        name = asked_name(self.path)
        if name is None:
            self._send_missing()
            return
        # First the stamp: a page that is replaced while it is read must hear of it.
        stamp = self.server.preview.now.stamp
        content = self.server.preview.ahead(name) or self._content(name)
        if content is not None:
            self._send_named(200, name, content, stamp)
        elif file_of(self.server.site, f"{name}/{INDEX}"):
            self._send(301, location=f"/{quote(name)}/")
        else:
            self._send_missing()

    def _send_missing(self) -> None:
        state = self.server.preview.now
        content = self._content(_NOT_FOUND)
        if self._content(INDEX) is None:
            self._send(503, waiting_page(state, self.server.language), content_type(INDEX))
        elif content is not None:
            self._send_named(404, _NOT_FOUND, at_any_depth(content), state.stamp)
        else:
            self._send(404)

    def _content(self, name: str) -> bytes | None:
        file = file_of(self.server.site, name)
        try:
            return file.read_bytes() if file else None
        except OSError:
            return None

    def _send_named(self, status: int, name: str, content: bytes, stamp: str) -> None:
        if name.endswith(".html"):
            content = following(content, name, stamp)
        self._send_content(status, name, with_versions(content, name, self._version))

    def _version(self, name: str) -> str | None:
        content = _own(name) or self._content(name)
        return version(with_versions(content, name, self._version)) if content is not None else None

    def _send_content(self, status: int, name: str, content: bytes) -> None:
        kept = may_be_kept(name, self.path.partition("?")[2], content)
        more = {"cache-control": KEPT} if kept else {}
        self._send(status, content, content_type(name), **more)

    def _send(
        self,
        status: int,
        content: bytes | None = None,
        kind: str = "text/plain; charset=utf-8",
        **more: str,
    ) -> None:
        if content is None:
            content = f"{status} {self.responses[status][0]}\n".encode()
        self.send_response(status)
        headers = HEADERS | {name.title(): value for name, value in more.items()}
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _tell_events(self, query: str) -> None:
        """Tells of each new state, as long as somebody listens."""
        preview, asked = self.server.preview, parse_qs(query)
        self.close_connection = True
        self.send_response(200)
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self.send_header("Connection", "close")
        self.end_headers()
        if self.command == "HEAD":
            return
        stamp = asked.get("stamp", [""])[0]
        with preview.looking(asked.get("page", [""])[0], stamp):
            if stamp == preview.now.stamp:
                self.wfile.write(event(preview.now._replace(changed=())))
            while not preview.closed:
                state = preview.after(stamp, _HEARTBEAT)
                self.wfile.write(event(state) if state else b": still here\n\n")
                stamp = state.stamp if state else stamp

    def setup(self) -> None:
        """Sends small answers at once."""
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def log_message(self, format: str, *args: object) -> None:
        """Says nothing: whoever asks sees the answer."""


def _own(name: str) -> bytes | None:
    """What the server alone has."""
    return read(built_in() / "preview" / name.rpartition("/")[2]) if name in (SCRIPT, STYLE) else None
