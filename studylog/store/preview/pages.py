"""A page on its way out of the preview: as it was built, with the script that makes it follow its notes.

Nothing of the page is taken away or changed; two pieces are put in: the script, and the leave to listen to
this server, which the policy of the page gives nobody. How it asks for styles and scripts: `lasting`.
"""

import json
import re
from dataclasses import asdict
from html import escape

from studylog.store.preview.state import State

OWN = ".studylog/"
"""What the server alone has; no file of a site is called like that."""
SCRIPT, STYLE, EVENTS = OWN + "reload.js", OWN + "reload.css", OWN + "events"

_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy" content="')
_LISTENING = b"connect-src 'self'; "
_STYLE_SHEET = re.compile(rb'href="([^"]*)static/style\.css"')
_HEAD_END = b"</head>"
_STYLES = "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:"
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": _STYLES
    + "; font-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}
"""What every answer says: no other page may read it, frame it, or take it for something else."""


def following(page: bytes, name: str, stamp: str) -> bytes:
    """A page that follows its notes."""
    policy = _POLICY.search(page)
    if policy:
        page = page[: policy.end()] + _LISTENING + page[policy.end() :]
    head, end, body = page.partition(_HEAD_END)
    return head + _script(name, stamp) + end + body if end else page


def at_any_depth(page: bytes) -> bytes:
    """The page for what is missing, whose links lead to the root of this server from wherever it is shown."""
    style = _STYLE_SHEET.search(page)
    root = re.escape(style[1]) if style and style[1] else rb"(?![/#]|[a-z]+:)"
    return re.sub(rb'((?:href|src)=")' + root, rb"\1/", page)


def waiting_page(state: State, language: str) -> bytes:
    """What stands where no page is yet, and goes as soon as there is one."""
    failure = state.failure
    title = failure.sentence if failure else "studylog"
    head = f'<!doctype html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
    head += '<meta name="color-scheme" content="light dark">\n'
    text = f"{head}<title>{escape(title)}</title>\n</head>\n<body></body>\n</html>\n"
    return following(text.encode(), "", state.stamp)


def event(state: State) -> bytes:
    """A state as a server-sent event."""
    failure = asdict(state.failure) if state.failure else None
    told = json.dumps({"stamp": state.stamp, "changed": state.changed, "failure": failure})
    return f"id: {state.stamp}\ndata: {told}\n\n".encode()


def _script(name: str, stamp: str) -> bytes:
    return f'<script src="/{SCRIPT}" data-page="{escape(name)}" data-stamp="{stamp}"></script>\n'.encode()
