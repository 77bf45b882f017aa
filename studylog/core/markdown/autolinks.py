"""Bare URLs in Korean text: where they end, and the particle begins.

The extent of a URL comes from linkify-it. It takes Hangul for part of the URL, which it is inside of a path
(`/Xception_이몽룡.pdf`), and is not where a particle or a remark hangs on the end (`….pdf를`, `…/c(참고)`).
"""

import re

from linkify_it import LinkifyIt
from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from studylog.core.late import late

# A longer URL than this stays text; every `://` of a text costs at most so much.
_LONGEST = 2_048
_SCHEME = late(r"(?<![a-z0-9.+-])(?:https?|ftp)$", re.IGNORECASE)
# A backslash at the end of a line breaks it.
_WORD = late(rf"(?:[^\s\\]|\\(?![\n]|\Z)){{1,{_LONGEST}}}")
# Emphasis around a URL, and quotation marks and brackets of East Asian text, are never part of it.
_END = late(r"\*\*|~~|[「」『』《》〈〉【】“”‘’…·。，、！？]")
_HANGUL = "ㄱ-ㆎ가-힣"
_REMARK = late(rf"(?<=[A-Za-z0-9/])\([^()]*[{_HANGUL}][^()]*\)?$")
_RUN = late(rf"[{_HANGUL}]+$")
_EXTENSION = late(r"\.[A-Za-z][A-Za-z0-9]{1,4}$")
_PARTICLES = late(
    r"(?:은|는|이|가|을|를|에|에서|에게|한테|께|의|도|만|으로|로|와|과|이랑|랑|하고|까지|부터|보다|처럼|마다|밖에"
    r"|이나|나|이며|며|이고|고|이라|라|인데|및|등|요|쪽|참고|참조|링크|이에요|예요|입니다|이다|이라는|라는|이라고|라고"
    r"|인가요|인지|같은|같이|대로|뿐|조차|든지|이든|든)+"
)


class Addresses(LinkifyIt):  # type: ignore[misc]
    """What finds addresses in a text, with a quicker look at texts that have none."""

    def pretest(self, text: str) -> bool:
        """Whether an address may be in the text: without its `@` there is none, with `mailto:` or not."""
        return "@" in text


def autolinks(md: MarkdownIt) -> None:
    """Make bare URLs links, and bare e-mail addresses."""
    addresses = Addresses(options={"fuzzy_link": False})
    for schema in ("http:", "https:", "ftp:", "//"):
        addresses.add(schema, None)
    md.linkify = addresses
    urls = LinkifyIt(options={"fuzzy_link": False, "fuzzy_email": False})

    def url(state: StateInline, silent: bool) -> bool:
        return _url(state, silent, urls)

    md.inline.ruler.at("linkify", url)


def _without_particle(url: str) -> str:
    """The URL without the Korean words that hang on its end."""
    cut = _END.search(url)
    url = url[: cut.start()] if cut else url
    shorter = _shorter(url)
    while shorter != url:
        url, shorter = shorter, _shorter(shorter)
    return url


def _shorter(url: str) -> str:
    url = _REMARK.sub("", url).rstrip("*,;:.!?'\"")
    run = _RUN.search(url)
    if run is None:
        return url
    rest = url[: run.start()]
    if rest.endswith(("_", "-", "=", "%", "+")) or not rest.isprintable():
        return url
    hangs = _EXTENSION.search(rest) or (
        not re.search(rf"[{_HANGUL}]$", rest) and _PARTICLES.fullmatch(run[0])
    )
    return rest if hangs else url


def _url(state: StateInline, silent: bool, urls: LinkifyIt) -> bool:
    if silent or state.linkLevel > 0 or not state.src.startswith("://", state.pos):
        return False
    scheme = _SCHEME.search(state.src[max(0, state.pos - 6) : state.pos])
    if scheme is None or not state.pending.endswith(scheme[0]):
        return False
    word = _WORD.match(state.src, state.pos - len(scheme[0]), state.posMax)
    found = urls.match_at_start(word[0]) if word else None
    if found is None or found.last_index >= _LONGEST:
        return False
    url = _without_particle(found.raw)
    state.pending = state.pending[: -len(scheme[0])]
    _push(state, url)
    state.pos += len(url) - len(scheme[0])
    return True


def _push(state: StateInline, url: str) -> None:
    opening = state.push("link_open", "a", 1)
    opening.attrs = {"href": url}
    state.push("text", "", 0).content = url
    closing = state.push("link_close", "a", -1)
    for token in (opening, closing):
        token.markup, token.info = "linkify", "auto"
