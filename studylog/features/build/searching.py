"""The search of a site: its index as small scripts, the scripts that search them, and the words these say."""

import json
from collections.abc import Iterable, Iterator

from studylog.core.i18n import Language, Message, say, translate
from studylog.core.search.documents import Document
from studylog.core.search.index import index_of
from studylog.core.search.shards import shards
from studylog.store.files import read
from studylog.store.templates import built_in

FOLDER = "search/"
_SCRIPTS = ("box.js", "search.js")
_WORDS = {
    "search": say("Search"),
    "placeholder": say("words, a phrase, a filter"),
    "results": say("Results"),
    "hint": say("Try first consonants (ㅂㅊㄴㅁ), kind:question, lecture:7, since:2026-09, or a “phrase”."),
    "one": say("1 result"),
    "many": say("{n} results", n="{n}"),
    "none": say("Nothing was found."),
    "all": say("All results"),
    "close": say("Close"),
    "missing": say("The files of the search could not be loaded."),
}
_KINDS = {
    "question": say("Question"),
    "meeting": say("Meeting"),
    "note": say("Note"),
    "paper": say("Paper"),
}
_KEYS = (("↑↓", say("choose")), ("↵", say("go there")))


def search_files(documents: Iterable[Document], language: Language) -> Iterator[tuple[str, bytes]]:
    """All files of a site's search, by name."""
    for name in _SCRIPTS:
        yield f"static/{name}", read(built_in() / "search" / name)
    yield f"{FOLDER}words.js", _words(language)
    for shard in shards(index_of(documents)):
        yield f"{FOLDER}{shard.name}.js", shard.script.encode(errors="replace")


def _words(language: Language) -> bytes:
    def told(message: Message) -> str:
        return translate(message, language)

    words = {
        **{name: told(message) for name, message in _WORDS.items()},
        "kinds": {kind: told(message) for kind, message in _KINDS.items()},
        "keys": [(key, told(message)) for key, message in _KEYS],
    }
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    return f"studylogWords({text});\n".encode()
