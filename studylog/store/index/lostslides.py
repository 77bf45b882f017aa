"""What is doubtful about slides: those that are elsewhere or gone, and clones that could not tell."""

from collections.abc import Iterator
from sqlite3 import Connection

from studylog.core.digest.weblinks import place_in_words
from studylog.core.findings import Finding, Place
from studylog.core.i18n import Message, say
from studylog.store.notebook import CATALOGUE, MARKER, Notebook

_LOST = f"""SELECT coalesce(note.path, '{CATALOGUE}'), slides_link.line, located.written,
    located.status, located.found_at FROM located JOIN slides_link USING (place, written, title)
    LEFT JOIN note ON note.id = slides_link.note WHERE located.status IN ('moved', 'missing')
    ORDER BY note.rank_day, note.path, note.file, slides_link.seq"""
_TROUBLES = """SELECT DISTINCT clone.repository, clone.trouble FROM clone
    JOIN slides_link ON slides_link.repository = clone.repository
    JOIN located USING (place, written, title)
    WHERE clone.trouble <> '' AND located.status IN ('missing', 'remote') ORDER BY clone.repository"""

_MEND = say("Correct the link, or add the slides with `studylog slides add`.")
_WHY: dict[str, tuple[Message, Message]] = {
    "no-folder": (
        say("The clone of {repository} is not there, so its slides are not checked."),
        say("Correct its path under `repositories`, or clone it to {folder}."),
    ),
    "no-repository": (
        say("What should be the clone of {repository} is no git repository, so its slides are not checked."),
        say("Correct its path under `repositories`, or clone it to {folder}."),
    ),
    "no-git": (
        say("git is not installed, so the slides in {repository} are not checked."),
        say("Install git, and they are."),
    ),
    "refused": (
        say("git cannot read the clone of {repository}, so its slides are not checked."),
        say("`git -C {folder} log` says why."),
    ),
    "slow": (
        say("The history of {repository} takes git too long: slides that moved may not be found."),
        say("Correct their links by hand."),
    ),
    "shallow": (
        say("The clone of {repository} is shallow: what moved before it begins is not found."),
        say("`git -C {folder} fetch --unshallow` brings the whole history."),
    ),
}


def lost_slides(db: Connection) -> Iterator[Finding]:
    """The slides of which a link does not lead to them."""
    for path, line, written, status, found_at in db.execute(_LOST):
        if status == "moved":
            message = say(
                "The slides {url} moved to {place}.",
                url=place_in_words(written),
                place=place_in_words(found_at),
            )
            hint = say("`studylog slides check --fix` corrects the link.")
            yield Finding(Place(path, line), "warning", "slides-moved", message, hint)
            continue
        message = say("The slides {url} are not there.", url=place_in_words(written))
        meant = found_at and say("Perhaps these are meant: {place}.", place=place_in_words(found_at))
        yield Finding(Place(path, line), "warning", "slides-missing", message, meant or _MEND)


def unchecked_slides(db: Connection, notebook: Notebook) -> Iterator[Finding]:
    """The repositories with slides that could not be looked for, or not far enough."""
    known = {name.lower(): (name, folder) for name, folder in notebook.settings.repositories.items()}
    for repository, trouble in db.execute(_TROUBLES).fetchall():
        if repository in known:
            name, folder = known[repository]
            told = (("repository", name), ("folder", folder))
            message, hint = (Message(sentence.text, told) for sentence in _WHY[trouble])
            yield Finding(Place(MARKER), "note", "slides-unchecked", message, hint)
