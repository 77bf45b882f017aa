"""The preview answers this machine alone, with files of the site and nothing else."""

import json
import os
import re
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from threading import Thread
from unicodedata import normalize
from urllib.parse import quote

import pytest

from studylog.core.errors import StudylogError
from studylog.store.preview import Failure, Preview, Server, serving
from studylog.store.preview.lasting import version
from studylog.store.preview.pages import HEADERS, SCRIPT, at_any_depth, following
from studylog.store.preview.requests import asked_name, content_type, is_for_us
from studylog.store.site.marker import MARKER

POLICY = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">'
PAGE = f"<!doctype html><html><head>{POLICY}<title>가</title></head><body>글</body></html>".encode()
SECRET = b"a secret of somebody"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site among things that are none of anybody's business."""
    place = tmp_path_factory.mktemp("preview")
    folder = place / "notebook/_site"
    (folder / "notes").mkdir(parents=True)
    (folder / "notes/용어집.html").write_bytes(PAGE)
    (folder / "notes/index.html").write_bytes(PAGE)
    (folder / "index.html").write_bytes(PAGE)
    (folder / "static").mkdir()
    (folder / "static/style.css").write_bytes(b"p { color: red }")
    (folder / "a%2e.txt").write_bytes(b"a percent sign")
    (folder / MARKER).write_bytes(SECRET)
    (folder / ".hidden").mkdir()
    (folder / ".hidden/secret.txt").write_bytes(SECRET)
    (place / "notebook/secret.txt").write_bytes(SECRET)
    (place / "_site-secret").mkdir()
    (folder.parent / "_site-2").mkdir()
    (folder.parent / "_site-2/secret.txt").write_bytes(SECRET)
    (folder / "link.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "out").symlink_to(folder.parent)
    (folder / "hid.txt").symlink_to(folder / ".hidden/secret.txt")
    (folder / "in.html").symlink_to(folder / "index.html")
    return folder


def nothing(name: str) -> None:
    """What is built of a site of which nothing was shown ahead."""


@contextmanager
def served(site: Path, preview: Preview | None = None) -> Iterator[Server]:
    with serving(None, site, preview or Preview(), "ko") as server:
        yield server


@pytest.fixture(scope="module")
def server(site: Path) -> Iterator[Server]:
    """One server for all: to end one takes a tenth of a second."""
    with served(site) as server:
        yield server


def ask(server: Server, target: str, method: str = "GET", **headers: str) -> tuple[int, bytes, HTTPResponse]:
    """The answer to a request whose target is sent as it is."""
    connection = HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.putrequest(method, target, skip_host=True, skip_accept_encoding=True)
    for name, value in ({"Host": f"127.0.0.1:{server.port}"} | headers).items():
        connection.putheader(name.replace("_", "-"), value)
    connection.endheaders()
    answer = connection.getresponse()
    content = answer.read()
    connection.close()
    return answer.status, content, answer


def raw(server: Server, request: bytes) -> bytes:
    """The answer to any bytes."""
    with socket.create_connection(("127.0.0.1", server.port), timeout=10) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        answer = b""
        while piece := connection.recv(65_536):
            answer += piece
    return answer


FOUND = {
    "/": "text/html; charset=utf-8",
    "/index.html?x=1": "text/html; charset=utf-8",
    "/notes/": "text/html; charset=utf-8",
    f"/notes/{quote('용어집')}.html": "text/html; charset=utf-8",
    # The same in the letters that macOS takes apart.
    f"/notes/{quote(normalize('NFD', '용어집'))}.html": "text/html; charset=utf-8",
    "/static/style.css": "text/css; charset=utf-8",
    "/a%252e.txt": "text/plain; charset=utf-8",
    "/in.html": "text/html; charset=utf-8",
    "/.studylog/reload.js": "text/javascript; charset=utf-8",
    "/.studylog/reload.css": "text/css; charset=utf-8",
}


@pytest.mark.parametrize("target", FOUND)
def test_files_of_the_site_have_their_types(server: Server, target: str) -> None:
    status, content, answer = ask(server, target)
    assert (200, FOUND[target]) == (status, answer.headers["Content-Type"])
    assert content
    assert HEADERS == {name: answer.headers[name] for name in HEADERS}


OUTSIDE = [
    "/../secret.txt",
    "/notes/../../secret.txt",
    "/%2e%2e/secret.txt",
    "/%2E%2E%2Fsecret.txt",
    "/..%2fsecret.txt",
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "/%252e%252e/secret.txt",
    "/%c0%ae%c0%ae/secret.txt",
    "/%e0%80%ae%e0%80%ae/secret.txt",
    "/%uff0e%uff0e/secret.txt",
    "/．．/secret.txt".encode().decode("latin-1"),
    "/....//secret.txt",
    "/./index.html",
    "/notes/./index.html",
    "//etc/passwd",
    "///etc/passwd",
    "/notes//index.html",
    "//127.0.0.1/index.html",
    "/%2fetc/passwd",
    "/etc/passwd",
    "/C:/windows/win.ini",
    "/C%3A/windows/win.ini",
    "/index.html%00.txt",
    "/%00",
    "/index.html%0d%0aSet-Cookie:%20a=b",
    "/index.html%",
    "/index.html%2",
    "/index.html%zz",
    "/%ff%fe",
    "/%ed%a0%80",
    "/.studylog-site",
    "/%2estudylog-site",
    "/.hidden/secret.txt",
    "/.studylog/",
    "/.studylog/reload.js/",
    "/.studylog/../index.html",
    "/%2estudylog/reload.js",
    "/.studylog/index.db",
    "/link.txt",
    "/out/secret.txt",
    "/out/_site/index.html/../../secret.txt",
    "/hid.txt",
    "/../_site-2/secret.txt",
    "/index.html/",
    "/index.html/secret",
    "/" + "a" * 5_000,
    "/" + "a/" * 1_000,
    "/notes/" + "%EA%B0%80" * 300 + ".html",
    "*",
    "index.html",
    "http://127.0.0.1/index.html",
    "file:///etc/passwd",
]


@pytest.mark.parametrize("target", OUTSIDE)
def test_nothing_else_is_given_however_it_is_written(server: Server, target: str) -> None:
    request = f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1:{server.port}\r\nConnection: close\r\n\r\n"
    answer = raw(server, request.encode("latin-1"))
    assert answer.split(b" ", 2)[1] in (b"400", b"404")
    assert SECRET not in answer
    assert b"Set-Cookie" not in answer
    assert "글".encode() not in answer


def test_a_folder_leads_to_its_index(server: Server) -> None:
    status, _, answer = ask(server, "/notes")
    assert (301, "/notes/") == (status, answer.headers["Location"])


def test_what_is_missing_gets_the_page_for_it(site: Path, server: Server) -> None:
    assert b"404 Not Found\n" == ask(server, "/none.html")[1]
    page = site / "404.html"
    page.write_bytes(PAGE)
    status, content, answer = ask(server, "/a/b/none.html")
    page.unlink()
    assert (404, "text/html; charset=utf-8") == (status, answer.headers["Content-Type"])
    assert "글".encode() in content


@pytest.mark.parametrize("root", ["", "/study/"])
def test_the_page_for_what_is_missing_finds_its_things_from_any_depth(root: str) -> None:
    page = f'<link href="{root}static/style.css"><a href="#a"></a><a href="{root}index.html"></a><a href="https://a.b">'
    expected = (
        '<link href="/static/style.css"><a href="#a"></a><a href="/index.html"></a><a href="https://a.b">'
    )
    assert expected == at_any_depth(page.encode()).decode()


def test_a_pipe_is_no_file(site: Path, server: Server) -> None:
    os.mkfifo(site / "pipe.html")
    assert 404 == ask(server, "/pipe.html")[0]


HOSTS = {
    "127.0.0.1:{port}": 200,
    "localhost:{port}": 200,
    "LOCALHOST:{port}": 200,
    "evil.example:{port}": 403,
    "evil.example": 403,
    "127.0.0.1": 403,
    "127.0.0.1:1": 403,
    "127.0.0.1:{port}.evil.example": 403,
    "evil.example@127.0.0.1:{port}": 403,
    "127.0.0.1:{port}@evil.example": 403,
    "localhost.:{port}": 403,
    "0.0.0.0:{port}": 403,
    "2130706433:{port}": 403,
    "": 403,
}


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("target", ["/", "/static/style.css", "/.studylog/events", "/.studylog/reload.js"])
def test_a_name_that_is_led_here_is_refused(server: Server, host: str, target: str) -> None:
    status, content, _ = ask(server, target, "HEAD", Host=host.format(port=server.port))
    assert (HOSTS[host], b"") == (status, content)


@pytest.mark.parametrize("hosts", ["", "Host: 127.0.0.1:{port}\r\nHost: evil.example\r\n"])
def test_a_request_has_one_host(server: Server, hosts: str) -> None:
    request = f"GET / HTTP/1.1\r\n{hosts.format(port=server.port)}Connection: close\r\n\r\n"
    assert b" 400 " in raw(server, request.encode()).splitlines()[0]


HERE, THERE = "http://127.0.0.1:{port}", "https://evil.example"
VISIT = {"Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "document"}
ASKERS: list[tuple[dict[str, str], int]] = [
    ({}, 200),
    ({"Origin": HERE}, 200),
    ({"Origin": THERE}, 403),
    ({"Origin": "null"}, 403),
    ({"Origin": "http://localhost:{port}"}, 403),
    ({"Origin": "http://127.0.0.1:1"}, 403),
    ({"Origin": "https://127.0.0.1:{port}"}, 403),
    ({"Sec_Fetch_Site": "same-origin"}, 200),
    ({"Sec_Fetch_Site": "none"} | VISIT, 200),
    ({"Sec_Fetch_Site": "cross-site"} | VISIT, 200),
    ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "no-cors", "Sec_Fetch_Dest": "script"}, 403),
    ({"Sec_Fetch_Site": "same-site", "Sec_Fetch_Mode": "cors", "Sec_Fetch_Dest": "empty"}, 403),
    ({"Sec_Fetch_Site": "cross-site", "Sec_Fetch_Mode": "navigate", "Sec_Fetch_Dest": "iframe"}, 403),
]


@pytest.mark.parametrize("headers, expected", ASKERS)
def test_pages_from_elsewhere_read_nothing(server: Server, headers: dict[str, str], expected: int) -> None:
    told = {name: value.format(port=server.port) for name, value in headers.items()}
    assert expected == ask(server, "/static/style.css", **told)[0]


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PATCH", "BREW", "get"]
)
def test_only_reading_is_allowed(server: Server, method: str) -> None:
    status, content, answer = ask(server, "/", method)
    assert (405, "GET, HEAD") == (status, answer.headers["Allow"])
    assert "글".encode() not in content


def test_a_body_is_refused_and_ends_the_connection(server: Server) -> None:
    host = f"Host: 127.0.0.1:{server.port}\r\n"
    hidden = f"GET /static/style.css HTTP/1.1\r\n{host}\r\n"
    for length in (f"Content-Length: {len(hidden)}", "Transfer-Encoding: chunked"):
        answer = raw(server, f"GET / HTTP/1.1\r\n{host}{length}\r\n\r\n{hidden}".encode())
        assert b" 400 " in answer.splitlines()[0]
        assert 1 == answer.count(b"HTTP/1.1 ")


def test_head_is_get_without_its_content(server: Server) -> None:
    _, content, full = ask(server, "/")
    status, nothing, bare = ask(server, "/", "HEAD")
    assert (200, b"", str(len(content))) == (status, nothing, bare.headers["Content-Length"])
    assert full.headers["Content-Type"] == bare.headers["Content-Type"]


def test_only_this_machine_is_listened_to(server: Server) -> None:
    assert "127.0.0.1" == server.socket.getsockname()[0]


def test_a_page_is_as_it_was_built_but_for_what_lets_it_follow() -> None:
    page = following(PAGE, "a.html", "0-1")
    script = f'<script src="/{SCRIPT}" data-page="a.html" data-stamp="0-1"></script>\n'.encode()
    assert 1 == page.count(script)
    assert PAGE == page.replace(script, b"").replace(b"connect-src 'self'; ", b"")
    assert b"content=\"connect-src 'self'; default-src" in page


def test_a_name_cannot_leave_the_attribute_that_it_stands_in() -> None:
    page = following(PAGE, 'a"><script>alert(1)</script>.html', "0-1")
    assert b"<script>alert" not in page


def test_what_is_no_page_is_given_as_it_is(site: Path, server: Server) -> None:
    assert (site / "static/style.css").read_bytes() == ask(server, "/static/style.css")[1]


ASSETS = b'<link rel="icon" href="../static/icon.svg"><link rel="stylesheet" href="../static/style.css">'
VERSION = r"\?v=[0-9a-f]{16}"


@pytest.fixture
def dressed(tmp_path: Path) -> Path:
    """A site whose pages have a style sheet with a font."""
    (tmp_path / "static/fonts").mkdir(parents=True)
    (tmp_path / "static/style.css").write_bytes(b'@font-face{src:url("fonts/math.woff2")}')
    (tmp_path / "static/fonts/math.woff2").write_bytes(b"a font")
    (tmp_path / "notes").mkdir()
    (tmp_path / "index.html").write_bytes(PAGE)
    (tmp_path / "404.html").write_bytes(PAGE.replace(b"</head>", ASSETS + b"</head>"))
    (tmp_path / "notes/a.html").write_bytes(PAGE.replace(b"</head>", ASSETS + b"</head>"))
    return tmp_path


def asked_by(server: Server, target: str, name: str) -> str:
    """What a page or a style sheet asks for, from the root of the server: a name and its version."""
    found = re.search(f"{re.escape(name)}{VERSION}".encode(), ask(server, target)[1])
    assert found
    return found[0].decode()


def test_a_page_asks_for_its_styles_and_scripts_by_version_and_these_are_kept(dressed: Path) -> None:
    with served(dressed) as server:
        for name in ("static/style.css", SCRIPT):
            target = asked_by(server, "/notes/a.html", name)
            assert "immutable" in ask(server, f"/{target}")[2].headers["Cache-Control"]
        font = asked_by(server, "/static/style.css", "fonts/math.woff2")
        assert "immutable" in ask(server, f"/static/{font}")[2].headers["Cache-Control"]
        assert b'../static/icon.svg"' in ask(server, "/notes/a.html")[1], "what is missing has no version"
        assert asked_by(server, "/missing", "static/style.css")


@pytest.mark.parametrize("target", ["/static/style.css", "/static/style.css?v=0", "/static/style.css?run-1"])
def test_what_is_not_asked_for_by_its_version_is_not_kept(dressed: Path, target: str) -> None:
    with served(dressed) as server:
        assert ask(server, target)[2].headers["Cache-Control"] == "no-store"


def test_of_what_is_made_of_notes_nothing_is_kept(dressed: Path) -> None:
    with served(dressed) as server:
        for name in ("index.html", "notes/a.html"):
            answer = ask(server, f"/{name}?v={version((dressed / name).read_bytes())}")
            again = ask(server, f"/{name}?v={version(answer[1])}")
            assert {one[2].headers["Cache-Control"] for one in (answer, again)} == {"no-store"}


@pytest.mark.parametrize("changed", ["static/style.css", "static/fonts/math.woff2"])
def test_another_content_has_another_version_and_so_has_what_asks_for_it(dressed: Path, changed: str) -> None:
    with served(dressed) as server:
        before = asked_by(server, "/notes/a.html", "static/style.css")
        (dressed / changed).write_bytes((dressed / changed).read_bytes() + b" ")
        after = asked_by(server, "/notes/a.html", "static/style.css")
        assert before != after
        assert ask(server, f"/{before}")[2].headers["Cache-Control"] == "no-store"


def test_a_port_that_is_named_must_be_free_and_one_that_is_not_is_looked_for(
    site: Path, server: Server
) -> None:
    taken = pytest.raises(StudylogError, match=f"Port {server.port} is taken")
    with taken, serving(server.port, site, Preview(), "en"):
        pass
    with served(site) as other:
        assert other.port != server.port


def test_where_no_page_is_yet_one_waits_for_it(tmp_path: Path) -> None:
    with served(tmp_path / "none") as server:
        status, content, _ = ask(server, "/meetings/a.html")
        assert 503 == status
        assert b'data-page=""' in content


def test_a_page_hears_of_what_changed(site: Path) -> None:
    preview = Preview()
    with served(site, preview) as server:
        heard = _data(server, preview.now.stamp)
        assert {"stamp": preview.now.stamp, "changed": [], "failure": None} == next(heard)
        assert ("index.html",) == preview.looked_at()
        preview.show({"index.html"}, nothing)
        assert {"stamp": preview.now.stamp, "changed": ["index.html"], "failure": None} == next(heard)
        preview.fail(Failure("a.j2:1", "Broken.", None))
        failure = {"place": "a.j2:1", "sentence": "Broken.", "hint": None}
        assert {"stamp": preview.now.stamp, "changed": [], "failure": failure} == next(heard)


def test_who_missed_some_hears_of_all_and_who_comes_from_another_run_begins_anew(site: Path) -> None:
    preview = Preview()
    first = preview.now.stamp
    preview.show({"a.html"}, nothing)
    preview.show({"b.html"}, nothing)
    with served(site, preview) as server:
        assert ["a.html", "b.html"] == next(_data(server, first))["changed"]
        assert None is next(_data(server, "0000-7"))["changed"]


def test_a_page_that_was_shown_ahead_is_not_told_again(site: Path) -> None:
    preview, page = Preview(), b"<head></head>ahead"
    with served(site, preview) as server:
        preview.show_ahead({"index.html": page})
        assert b"ahead" in ask(server, "/")[1]
        stamp = preview.now.stamp
        preview.show({"index.html"}, {"index.html": page}.get)
        assert stamp == preview.now.stamp
        assert b"ahead" not in ask(server, "/")[1]


@pytest.mark.parametrize("changed", [{"index.html"}, set()])
def test_a_page_that_is_built_otherwise_than_it_was_shown_ahead_is_told_again(changed: set[str]) -> None:
    preview = Preview()
    preview.show_ahead({"index.html": b"without the picture", "notes/a.html": b"as it is"})
    preview.show(changed, {"index.html": b"with the picture", "notes/a.html": b"as it is"}.get)
    assert ("index.html",) == preview.now.changed


def test_a_page_that_is_replaced_while_it_is_read_hears_of_it(site: Path) -> None:
    class Hurried(Preview):
        def ahead(self, name: str) -> bytes | None:
            self.show({name}, nothing)
            return b"<head></head>as it was before"

    preview = Hurried()
    before = preview.now.stamp
    with served(site, preview) as server:
        assert f'data-stamp="{before}"'.encode() in ask(server, "/")[1]
        assert ["index.html"] == next(_data(server, before))["changed"]


def test_whoever_looks_is_waited_for(site: Path) -> None:
    preview = Preview()
    with served(site, preview) as server:
        next(_data(server, preview.now.stamp))
        preview.show_ahead({"index.html": b"<head></head>"})
        back = Thread(target=lambda: next(_data(server, preview.now.stamp)))
        back.start()
        # Not as long as that: it is let go as soon as the page listens again.
        preview.wait_for_pages(60)
        back.join()


def test_a_page_that_nobody_looks_at_any_more_is_forgotten() -> None:
    preview = Preview()
    with preview.looking("a.html", ""), preview.looking("b.html", ""):
        with preview.looking("a.html", ""):
            assert ("a.html", "b.html") == preview.looked_at()
        assert ("a.html", "b.html") == preview.looked_at()
    assert not preview._looked_at


def _data(server: Server, stamp: str) -> Iterator[dict[str, object]]:
    connection = HTTPConnection("127.0.0.1", server.port, timeout=10)
    connection.request("GET", f"/.studylog/events?page=index.html&stamp={stamp}")
    answer = connection.getresponse()
    while line := answer.readline():
        if line.startswith(b"data: "):
            yield json.loads(line[6:])


def test_names_are_read_as_they_are_written() -> None:
    assert "notes/용어집.html" == asked_name(f"/notes/{quote('용어집')}.html?a=b#c")
    assert "index.html" == asked_name("/")
    assert None is asked_name("")


def test_types_do_not_hang_on_the_machine() -> None:
    assert "application/atom+xml; charset=utf-8" == content_type("feed.xml")
    assert "text/calendar; charset=utf-8" == content_type("calendar.ics")
    assert "application/pdf" == content_type("slides/A.PDF")
    assert "application/octet-stream" == content_type("a.unknown")


def test_the_usual_port_need_not_be_named() -> None:
    assert is_for_us(["localhost"], 80)
    assert not is_for_us(["localhost"], 8000)
