"""What must never be published unasked: addresses of people, telephone numbers, keys and passwords."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from html import unescape
from typing import NamedTuple
from urllib.parse import unquote

from studylog.core.i18n import Message, say
from studylog.core.values import dataclass


class _Kind(NamedTuple):
    message: Message
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Contact:
    """Something of somebody's own: the line and column where it stands, what it is, and how it begins."""

    line: int
    column: int
    message: Message
    written: str


# From where a word begins, or goes on behind another address: pictures as text are words of a million
# letters, and from each of them sixty-four would be looked at.
_BEFORE_AT = r"(?:(?<![\w.+-])[\w.+-]++|(?<=\w)[.+-][\w.+-]{0,63}+)"
# Particles follow at once, `…com으로`, and so do the signs around a word: only letters and numbers go on.
_AFTER = r"(?![A-Za-z0-9(-]|_[A-Za-z0-9가-힣])"
_TOP = "com|net|org|edu|kr|io|dev|me|ai|co|de|jp"
# In code `q@k.transpose(…)` is no address, and `q @ k.softmax` neither.
_EMAIL = (
    rf"{_BEFORE_AT}@[\w-]+(?:\.[\w-]+)*\.[a-z]{{2,24}}{_AFTER}"
    rf"|{_BEFORE_AT}\s@\s[\w-]+(?:\.[\w-]+)*\.(?:{_TOP})(?!\.){_AFTER}"
)
_SPELT = (
    rf"{_BEFORE_AT}\s?[\[(<{{]\s?(?:at|@|골뱅이)\s?[\])>}}]\s?[\w-]+"
    r"(?:\s?(?:\.|[\[(<{]\s?(?:dot|점)\s?[\])>}])\s?[\w-]+)+"
    rf"|{_BEFORE_AT}\s(?:at|골뱅이)\s[\w-]+(?:\s(?:dot|점|닷)\s[\w-]+)*\s(?:dot|점|닷)\s(?:{_TOP}){_AFTER}"
)
_NUMBER, _NO_MORE = r"(?<![A-Za-z0-9.+-])(?<![A-Za-z0-9가-힣]_)", r"(?![A-Za-z0-9-]|_[A-Za-z0-9가-힣])"
_PHONE = (
    rf"{_NUMBER}(?:\+?82[ .-]?\(?0?\)?|0)(?:1[016-9]|2|[3-6][1-5]|70|50\d)"
    rf"[ .)-]{{0,2}}\d{{3,4}}[ .-]?\d{{4}}{_NO_MORE}"
    rf"|{_NUMBER}\+[1-9]\d{{0,2}}[ .-]?\(?\d{{1,4}}\)?(?:[ .-]?\d{{2,4}}){{2,4}}{_NO_MORE}"
    rf"|{_NUMBER}\(\d{{3}}\)[ .-]?\d{{3}}[ .-]\d{{4}}{_NO_MORE}"
    rf"|{_NUMBER}\d{{3}}-\d{{3}}-\d{{4}}{_NO_MORE}"
)
_ACCOUNT = r"(?:계좌|은행|뱅크)[^\d\n]{0,12}(?!(?:19|20)\d\d-)\d{2,6}-\d{2,6}-\d{2,8}(?!\d)"
_RESIDENT = r"(?<!\d)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])[ ]?-[ ]?[1-8]\d{6}(?!\d)"
_TOKEN = (
    r"gh[pousr]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|sk-(?:[a-z]+-)*[\w-]{16,}|sk_(?:live|test)_\w{16,}"
    r"|A[KS]IA[0-9A-Z]{16}|AIza[\w-]{30,}|ya29\.[\w-]{20,}|xox[abeoprs]-[\w-]{10,}|hf_\w{20,}|npm_\w{20,}"
    r"|pypi-[\w-]{20,}|dop_v1_\w{20,}|(?:secret|ntn)_\w{30,}|SG\.[\w-]{16,}\.[\w-]{16,}"
    r"|(?<![\w-])(?=[\w-]*+\.eyJ)[\w-]*eyJ[\w-]{8,}+\.eyJ[\w-]{8,}\.[\w-]*|-----BEGIN [A-Z ]*PRIVATE KEY-----"
    r"|hooks\.slack\.com/services/[\w/]+|discord(?:app)?\.com/api/webhooks/[\w/-]+|\d{6,12}:AA[\w-]{30,}"
)
_PASSWORD = (
    r"(?:password|passwd|passphrase|\bpwd?(?!\W*\d+\.\d)|api[_ -]?key|access[_ -]?token|secret[_ -]?key"
    r"|client[_ -]?secret|비밀 ?번호|패스워드|비번|암호|인증키|접속키)"
    r"[\"'`*]*\s?(?:[:=：]|은|는)\s?[\"'`*]*(?=[^\s가-힣]*\d)[^\s\"'`*<>(){}\[\]가-힣]{6,}"
    r"|\bbearer\s+[\w.~+/-]{16,}|://[^\s/:@]+:[^\s/@]+@"
)

_KINDS = (
    _Kind(say("an e-mail address"), re.compile(rf"{_EMAIL}|{_SPELT}", re.IGNORECASE)),
    _Kind(say("a telephone number"), re.compile(_PHONE)),
    _Kind(say("the number of an identity card"), re.compile(_RESIDENT)),
    _Kind(say("the number of an account"), re.compile(_ACCOUNT)),
    _Kind(say("a key or a token"), re.compile(_TOKEN)),
    _Kind(say("a password"), re.compile(_PASSWORD, re.IGNORECASE)),
)
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]")
_MARKS = re.compile(r"\\(?=[@.+_\-])")
_SHOWN = 4


def contacts(text: str, allowed: Iterable[str] = ()) -> Iterator[Contact]:
    """What of a text must not be published, line by line, however it is encoded; `allowed` may be."""
    may_be = {_plain(entry).casefold() for entry in allowed}
    for number, line in enumerate(text.split("\n"), 1):
        for reading in dict.fromkeys((_plain(line), _plain(unquote(line)))):
            found = list(_in_line(number, reading, may_be))
            if found:
                yield from found
                break


def _in_line(number: int, line: str, allowed: set[str]) -> Iterator[Contact]:
    for kind in _KINDS:
        for found in kind.pattern.finditer(line):
            if found[0].strip().casefold() not in allowed:
                yield Contact(number, found.start() + 1, kind.message, f"{found[0].strip()[:_SHOWN]}…")


def _plain(line: str) -> str:
    """A line as a reader sees it: without entities, escapes, wide letters and what cannot be seen."""
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", unescape(_MARKS.sub("", line))))
