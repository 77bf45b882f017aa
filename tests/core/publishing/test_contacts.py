"""What must not be published is found however it is written; what only looks like it is not."""

import pytest

from studylog.core.i18n import translate
from studylog.core.publishing.contacts import contacts

REFUSED = {
    "an e-mail address": (
        "문의: someone@example.org",
        "<mailto:some.one+tag@mail.example.co.kr>",
        "some_one @ example.com",
        "someone [at] example [dot] org",
        "someone(골뱅이)example.com",
        "someone&#64;example.org",
        "someone%40example.org",
        "someone＠example.org",
        "some\u200bone@exam\u200bple.org",
        "someone\\@example.org",
        "`someone@example.org`",
        "hello@b.kr.someone@example.org",
        "someone@example.org으로 보내세요",
        "_someone@example.org_",
        "some.one at example dot co dot kr",
    ),
    "a telephone number": (
        "010-1234-5678",
        "010 1234 5678",
        "01012345678",
        "010.1234.5678",
        "+82 10-1234-5678",
        "02-123-4567",
        "(031) 123-4567",
        "070-1234-5678",
        "+1 415 555 2671",
        "(415) 555-2671",
        "415-555-2671",
        "０１０－１２３４－５６７８",
        "010&#45;1234&#45;5678",
        "010-1234-5678로 전화",
        "번호는010-1234-5678",
        "__02-123-4567__",
    ),
    "the number of an identity card": ("900101-1234567", "010203 - 3234567"),
    "the number of an account": ("계좌 110-234-567890", "한결은행(몽룡) 3333-01-2345678로"),
    "a key or a token": (
        "ghp_" + "a1B2" * 9,
        "github_pat_" + "a1B2" * 9,
        "AKIA" + "ABCD1234" * 2,
        "AIza" + "a1B2" * 9,
        "sk-proj-" + "a1B2" * 9,
        "xoxb-123456789012-abcdef",
        "hf_" + "a1B2" * 8,
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl",
        "-----BEGIN OPENSSH PRIVATE KEY-----",
        "https://hooks.slack.com/services/T000/B000/xyz",
    ),
    "a password": (
        "password: hunter22",
        "비밀번호: study2021",
        "와이파이 비번은 lab2021!",
        "Wi-Fi pw: lab2021!",
        "https://zoom.example/j/912?pwd=QWxh1234",
        'API_KEY = "abcdef123456"',
        "Authorization: Bearer abcdef1234567890",
        "https://user:secret1@example.org/repo",
    ),
}
HARMLESS = (
    "2021-08-12에 만납니다. 13:00-14:30",
    "arXiv 2103.14030, 1706.03762v5",
    "attn = q@k.transpose(-2, -1)",
    "A @ B 는 행렬곱입니다. `x @ w.T`",
    "@torch.no_grad()",
    "x@w.T_상태, 그림 IMG_0101234567.jpg, 0_010_1234_5678_1",
    "하나은행은 2021-08-12에 문을 닫는다. 계좌는 2021-08-12부터",
    "pw = 0.123, at work dot com",
    "@춘향 내일 알아올 것",
    "0.12-0.34 사이, 10^-3, 1e-5",
    "비밀번호는 왜 해시로 저장하나요?",
    "password 필드는 문자열입니다",
    "Q. 010이 무엇인가요?",
    "https://example.org/2021/08/12/01-02",
    "shape: (32, 128, 768)",
    "RGB 255-255-255",
    "128 256 512 1024 2048",
    "2021-08-0612:00",
    "sk-learn, hf_hub, npm_config",
    pytest.param("eyJ" * 40_000, id="a picture as text"),
    pytest.param("A" * 1_000_000, id="a word without an end"),
)


@pytest.mark.parametrize(
    ("what", "text"), [(what, text) for what, texts in REFUSED.items() for text in texts]
)
def test_it_is_found(what: str, text: str) -> None:
    found = list(contacts(f"첫 줄\n앞 {text} 뒤"))
    assert (2, what) in [(one.line, translate(one.message, "en")) for one in found]


@pytest.mark.parametrize("text", HARMLESS)
def test_it_is_none(text: str) -> None:
    assert [] == list(contacts(text))


def test_what_is_found_is_not_told_in_full() -> None:
    (found,) = contacts("someone@example.org")
    assert "some…" == found.written


def test_what_is_allowed_may_be_published() -> None:
    assert [] == list(contacts("hello@example.org, 02-123-4567", ["hello@example.org", "02-123-4567"]))
    assert 1 == len(list(contacts("hello@example.org and other@example.org", ["hello@example.org"])))
