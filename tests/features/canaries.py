"""Places where a team keeps what is nobody else's business, each with a word that must not get out.

A place is a function of its word: it gives the files that hold it. Words are unique, so that whichever is
found in a site tells where it came from.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

Place = Callable[[str], Mapping[str, str]]

DAY = "---\ndate: 2021-08-{day:02}\ntype: daily\n---\n"
# Ways of writing a stretch that stays at home.
STRETCHES = (
    "::: private\n{word}\n:::\n",
    ":::private\n{word}\n:::\n",
    "::: PRIVATE\n{word}\n:::\n",
    "::: 비공개\n{word}\n:::\n",
    "::::  private 멘토에게만\n{word}\n::::\n",
    "::: private\n{word}\n",
    "- 항목\n  ::: private\n  {word}\n  :::\n- 항목\n",
    "- ::: private\n  {word}\n  :::\n",
    "> ::: private\n> {word}\n> :::\n",
    "1. 가\n\n   ::: private\n   {word}\n   :::\n",
    "```text\n::: private\n{word}\n:::\n```\n",
    "```\n닫지 않은 울타리\n\n::: private\n{word}\n:::\n",
    "::: private\n```\n{word}\n:::\n",
    "::: private\n::: note\n{word}\n:::\n{word}\n:::\n",
    "::: private\r\n{word}\r\n:::\r\n",
    "::: private\n{word}\u2028:::\n{word}\n:::\n",
    "글 바로 아래\n::: private\n{word}\n:::\n",
    "<!-- {word} -->\n",
    "글 <!-- {word}\n{word} --> 글\n",
    "<!--\n::: private\n-->\n{word}\n",
)
# What may stand in such a stretch, or in a note that stays at home as a whole.
CONTENTS = (
    "{word} 문단입니다.",
    "# {word}",
    "#### 7강 {word}",
    "Q. {word}은 무엇인가요?",
    "Q. 무엇인가요?\nA. {word}입니다.",
    "- [ ] 내일 {word} 알아올 것",
    "| 가 | 나 |\n|---|---|\n| {word} | 2 |",
    "```python\n{word} = 1\n```",
    "$$\n\\text{{{word}}}\n$$",
    "[{word}](https://example.org/{word})",
    "<https://example.org/{word}>",
    "![{word}](/slides/{word}.png)",
    "[[{word}]]",
    "[^1]\n\n[^1]: {word}",
    "[링크][ref]\n\n[ref]: https://example.org/{word}",
    "<details><summary>{word}</summary>{word}</details>",
    "## 논문 리뷰\n\n### (1) {word}\n\n발표자: {word}\n발표자료: [slides](/slides/{word}.pdf)",
    "**{word}** `{word}` ~~{word}~~",
)
HEADERS = (
    "private: true",
    "비공개: 예",
    "private: 내일",
    "draft: true",
    "초안: 네",
    "publish: false",
    "공개: 아니요",
    "type: mentoring",
    "유형: 멘토링",
    "type: 인사",
    "private: true\npublish: true",
)
# Headers of which only a part can be read: the rest may be what keeps a note at home.
READ_IN_PART = (
    "private: true\nauthor: [몽룡",
    "title: 가: 나\nprivate: true",
    "type: mentoring\n\tauthor: 몽룡",
    "private: [true]",
    "private: false\nprivate: true",
    "private: false\n비공개: 예",
    "draft: false\n초안: 네",
    "publish: true\n공개: 아니요",
    "type: daily\n유형: 멘토링",
    "private：true",
    "? private\n: true",
    "<<: {private: true}\ntitle: 쪽",
    "site: {private: true}",
    "visibility: private",
    "tags: [가, 비공개]",
    "public: false",
    "type: 멘토링 노트",
    "type: 3차 멘토링노트",
    "<<<<<<< HEAD\nprivate: false\n=======\nprivate: true\n>>>>>>> 몽룡",
    "<<<<<<< HEAD\ntags: [가\n=======\nprivate: true\n>>>>>>> 몽룡",
)
# Where a header is no header, because it is not where one is read.
ASTRAY = (
    "\n\n---\nprivate: true\n---\n{word}\n",
    "<!-- 글 -->\n---\nprivate: true\n---\n{word}\n",
    " ---\nprivate: true\n---\n{word}\n",
    "---\u00a0\r\n비공개: 예\r\n---\r\n{word}\r\n",
    "----\ndraft: true\n----\n{word}\n",
    "+++\npublish = false\n+++\n{word}\n",
    "# 회의\n\n---\nprivate: true\n---\n{word}\n",
    "# 회의\n\n---\ndate: 2021-08-12\nprivate: 멘토만\n---\n{word}\n",
    "# 회의\n\n비공개: 예\n날짜: 2021-08-12\n\n{word}\n",
    "# 8/12 멘토링\n\n{word}\n",
    "# 8/12\n\n---\ntype: Mentoring notes\n---\n{word}\n",
    "# 8/12\n\n| 유형 | 멘토링 |\n|---|---|\n| 태그 | 가 |\n\n{word}\n",
    "# 8/12\n\nTags: cnn, #비공개\n\n{word}\n",
)
# Where a name is written, each time of somebody else.
NAMES = (
    "{name}님이 물었습니다.",
    "{name}이가 {name}에게, {name}한테 {name}의 것을",
    "({name}) 그렇습니다.",
    "{name}) 그렇습니다.",
    "Q. {name}님께: 왜 그런가요?",
    "Q. 왜 그런가요? ({name})\nA. ({name}) 그래서요.",
    "A. {name} : 그래서요.",
    "# {name}",
    "| {name} |\n|---|\n| {name} |",
    "`{name}`",
    "```\n{name}\n```",
    "$\\text{{{name}}}$",
    "[{name}](https://example.org/{quoted})",
    "<https://example.org/{quoted}>",
    "![{name}](/slides/{quoted}.png)",
    "[[{name}]] [[없음|{name}]]",
    "[링크](https://example.org/ '{name}')",
    "발표자: {name}",
    "- [ ] {name}님이 내일 알아올 것",
    "@{name}",
    "<b>{name}</b>",
    "{entities}",
    "{seen}",
    "{nfd}",
    "{spaced}",
    "{given}님, {given}이, ({given}), {given})",
    "이름표_{name}_끝 {name}_표.pdf",
)


@dataclass(frozen=True, slots=True)
class Canary:
    """A word, what kind of place it was put in, and the files that hold it there."""

    word: str
    place: str
    files: Mapping[str, str]


def canaries() -> Iterator[Canary]:
    """More than two hundred words in as many places."""
    for number, (place, made) in enumerate(_places()):
        word = f"canary{number:03}kestrel"
        yield Canary(word, place, {path.format(word=word): text for path, text in made(word).items()})


def _places() -> Iterator[tuple[str, Place]]:
    for number, stretch in enumerate(STRETCHES):
        yield f"stretch {stretch!r}", _in_stretch(number, stretch)
    for number, content in enumerate(CONTENTS):
        yield f"in a stretch {content!r}", _in_content(number, content)
    for header in HEADERS:
        for number, content in enumerate(CONTENTS[:: 1 if header in HEADERS[:6] else 2]):
            yield f"{header!r} {content!r}", _in_note(header, number, content)
    for header in READ_IN_PART:
        yield f"{header!r}", _in_note(header, 0, CONTENTS[0])
    for number, text in enumerate(ASTRAY):
        yield f"{text!r}", _as_it_is(f"notes/astray-{number}.md", text)
    for header in HEADERS[:4]:
        yield f"the name of a note with {header!r}", _in_name(header)
    yield from _elsewhere()


def _in_stretch(number: int, stretch: str) -> Place:
    return lambda word: {
        f"notes/stretch-{number}.md": DAY.format(day=number + 1) + "앞\n\n" + stretch.format(word=word)
    }


def _in_content(number: int, content: str) -> Place:
    text = "# 쪽\n\n::: private\n" + content + "\n:::\n\n뒤\n"
    return lambda word: {f"notes/content-{number}.md": text.format(word=word), **_files(word)}


def _in_note(header: str, number: int, content: str) -> Place:
    name = "".join(char for char in header if char.isalnum())
    return lambda word: {
        f"notes/{name}-{number}.md": f"---\n{header}\n---\n{content.format(word=word)}\n",
        **_files(word),
    }


def _as_it_is(path: str, text: str) -> Place:
    return lambda word: {path: text.format(word=word)}


def _in_name(header: str) -> Place:
    """A note that stays at home, and others that lead to it by its name and its path."""
    return lambda word: {
        f"notes/{word}.md": f"---\n{header}\ntitle: {word} 제목\n---\n안\n",
        f"notes/to-{len(header)}-{header[0]}.md": f"# 길\n\n[가]({word}.md) [나](./{word}.md#x) "
        f"![[{word}]] [[{word}]]\n"
        f"![[{word}#^x]] [바](./{word}) [사]({word}.html#x) [아](<../{word.upper()}.MD>)\n"
        f"[[{word} 제목]] [[{word}|다]] [라][r] <a href='{word}.md'>마</a>\n\n[r]: {word}.md\n",
    }


def _elsewhere() -> Iterator[tuple[str, Place]]:
    yield "a key of the team's own", lambda word: {"notes/key.md": f"---\ntitle: 쪽\n방: {word}\n---\n글\n"}
    yield (
        "a comment of a header",
        lambda word: {"notes/comment.md": f"---\ntitle: 쪽 # {word}\n# {word}\n---\n글\n"},
    )
    yield "a file nobody links to", lambda word: {f"notes/{word}.png": word, f"slides/{word}.pdf": word}
    yield "a hidden note", lambda word: {f"notes/.{word}.md": word}
    yield (
        "slides that are linked",
        lambda word: {"notes/slides.md": f"[s](/slides/{word}.pdf)", f"slides/{word}.pdf": word},
    )
    yield (
        "slides that are not there",
        lambda word: {
            "notes/nowhere.md": f"[[{word}.pdf]] [[{word}.PPTX|가]] [나](/slides/{word}.pdf#page=2) "
            f"![[{word}.pdf]] [다](/{word}.key?x) [라][r]\n\n[r]: {word}.zip\n"
        },
    )
    yield "a header without an end", lambda word: {"notes/endless.md": f"---\nprivate: true\n\n{word}\n"}
    yield (
        "one of two versions of a note",
        lambda word: {
            "notes/versions.md": f"<<<<<<< HEAD\n---\nprivate: true\n---\n{word}\n=======\n글\n>>>>>>> 몽룡\n"
        },
    )
    yield (
        "one of two versions of a stretch",
        lambda word: {
            "notes/half.md": f"글\n<<<<<<< HEAD\n::: private\n{word}\n:::\n=======\n{word}.\n>>>>>>> 몽룡\n"
        },
    )
    yield "a note that is put away", lambda word: {f"notes/비공개/{word}.md": word}
    yield "a note of another folder", lambda word: {f"drafts/{word}.md": word}


def _files(word: str) -> dict[str, str]:
    return {f"slides/{word}.png": word, f"slides/{word}.pdf": word}


def people() -> tuple[str, ...]:
    """As many names as there are ways of writing one; no part of one is in any other word."""
    first, second = "퓨퓌쀼뷰뮤류듀", "켤쿨콸쾰"
    return tuple(f"뷁{first[number % 7]}{second[number // 7]}" for number in range(len(NAMES)))


def named() -> dict[str, str]:
    """A note for each way of writing a name."""
    from unicodedata import normalize

    notes = {}
    for number, (name, form) in enumerate(zip(people(), NAMES, strict=True)):
        text = form.format(
            name=name,
            given=name[1:],
            quoted=quote(name),
            entities="".join(f"&#{ord(char)};" for char in name),
            seen="\u200b".join(name),
            nfd=normalize("NFD", name),
            spaced=" ".join(name),
        )
        day = f"date: 2021-09-{number + 1:02}"
        header = f"title: {name} 회의\n{day}\nauthor: {name}\nattendees: [{name}]\ntags: [{name}]"
        notes[f"notes/{name}-{number}.md"] = f"---\n{header}\n---\n{text}\n"
    return notes
