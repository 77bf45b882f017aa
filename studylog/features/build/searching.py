"""The search of a site: its index as small scripts, the scripts that search them, and the words these say."""

import json

from studylog.core.dates.labels import forms_of_days
from studylog.core.i18n import Language, Message, say, translate
from studylog.features.build.lean import lean_script
from studylog.store.files import read
from studylog.store.index.opening import Index
from studylog.store.index.search import changed_files, removed_files
from studylog.store.site import Draft
from studylog.store.templates import built_in

_FOLDER = "search/"
_WORDS = {
    "search": say("Search"),
    "placeholder": say("words, a phrase, a filter"),
    "results": say("Results"),
    "hint": say("Try kind:question, lecture:7, since:2026-09, a “phrase”, or first consonants (ㅂㅊㄴㅁ)."),
    "one": say("1 result"),
    "many": say("{n} results", n="{n}"),
    "none": say("Nothing was found."),
    "near": say("Found nowhere as written: {words}. This comes near.", words="{words}"),
    "tip": say("Try fewer words, or only how they begin."),
    "all": say("All results"),
    "close": say("Close"),
    "missing": say("The files of the search could not be loaded."),
}
_KINDS = {
    "question": say("Question"),
    "meeting": say("Meeting"),
    "note": say("Note"),
    "paper": say("Paper"),
    "slides": say("Slide"),
}
_KEYS = (("↑↓", say("choose")), ("↵", say("go there")))


def put_search(draft: Draft, index: Index, since: int, language: Language) -> None:
    """Puts the files of the search into a draft: those that changed since a generation of the search."""
    box = read(built_in() / "search/box.js").decode()
    for name, script in (("box.js", box), ("search.js", search_script())):
        draft.write(f"static/{name}", lean_script(script).encode())
    draft.write(f"{_FOLDER}words.js", _words(language))
    for shard in changed_files(index.db, since):
        draft.write(_name(shard.name), shard.script.encode(errors="replace"))
    draft.drop(_name(name) for name in removed_files(index.db, since))


def search_script() -> str:
    """The script that searches, joined from its parts in the order of their names.

    They are the twin of `studylog.core.search`, part by part: what text is found by, what a query asks, how
    well a document answers and what of it is shown come out as there.
    """
    parts = sorted((built_in() / "search/engine").glob("*.js"))
    inside = "\n".join(read(part).decode() for part in parts)
    return f'var StudylogSearch = (function () {{\n"use strict";\n{inside}return offered;\n}})();\n'


def _name(shard: str) -> str:
    return f"{_FOLDER}{shard}.js"


def _words(language: Language) -> bytes:
    def told(message: Message) -> str:
        return translate(message, language)

    words = {
        **{name: told(message) for name, message in _WORDS.items()},
        "kinds": {kind: told(message) for kind, message in _KINDS.items()},
        "days": forms_of_days(language),
        "keys": [(key, told(message)) for key, message in _KEYS],
    }
    text = json.dumps(words, ensure_ascii=False, separators=(",", ":"))
    return f"studylogWords({text});\n".encode()
