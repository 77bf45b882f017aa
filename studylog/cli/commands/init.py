"""`studylog init`: make a folder a notebook."""

from typing import Annotated

from studylog.cli.context import Context
from studylog.cli.language import spoken
from studylog.cli.shown.output import put_json, put_line
from studylog.cli.talk import tell, tell_hint
from studylog.cli.words.declare import Argument, Option
from studylog.core.i18n import Language, say
from studylog.store.failures import shown
from studylog.store.notebook import MARKER

EXAMPLES = (
    ("studylog init", "make this folder a notebook"),
    ("studylog init notes --name 'Paper club'", "a new folder, with a name for the team"),
    ("studylog init --roster 홍길동,성춘향,이몽룡", "and who belongs to it"),
    ("studylog init --pages", "and the digest in the web, by GitHub Pages"),
    ("studylog init --lang en", "notes and digest in English"),
)

_BEGIN = say("`studylog new` writes the note of today's meeting.")
_BEGIN_THERE = say("In its folder, `studylog new` writes the note of today's meeting.")
_SOURCE = say("Choose GitHub Actions as the source of Pages in the settings of the repository, once.")


def command(
    context: Context,
    folder: Annotated[str | None, Argument(metavar="DIR", help="The folder; this one when left out.")] = None,
    name: Annotated[str | None, Option("--name", metavar="TEAM", help="What the team is called.")] = None,
    roster: Annotated[
        tuple[str, ...],
        Option("--roster", metavar="NAMES", help="Who belongs to the team, with commas between the names."),
    ] = (),
    pages: Annotated[
        bool, Option("--pages", help="Also write what makes GitHub build and show the digest.")
    ] = False,
) -> None:
    """Make a folder a notebook: studylog.yaml with your settings, folders for notes and slides, and the lines
    of .gitignore that keep out what can be made again. A notebook that is there already is not touched."""
    from studylog.features.init import Wish, init

    place = context.path(folder or context.everywhere.directory or ".")
    names = (part.strip() for words in roster for part in words.split(","))
    wish = Wish(name or None, tuple(dict.fromkeys(part for part in names if part)), _language(context), pages)
    made = init(place, wish, comments=wish.language or context.language)
    if context.everywhere.json:
        put_json("init", name, [{"path": shown(made.root), "created": list(made.new)}])
    else:
        put_line(shown(made.root))
    if not made.new:
        tell(say("This is a notebook already; nothing was changed."), context.language)
        return
    if MARKER in made.new:
        tell(say("A new notebook: {files}.", files=", ".join(made.new)), context.language)
        tell_hint(_BEGIN if place == context.standing else _BEGIN_THERE, context.language)
    else:
        tell(say("New in this notebook: {files}.", files=", ".join(made.new)), context.language)
    if made.around is not None:
        tell(say("It lies in another notebook: {path}", path=shown(made.around)), context.language)
        tell_hint(say("Commands in its folder mean the new one."), context.language)
    if pages:
        tell_hint(_SOURCE, context.language)


def _language(context: Context) -> Language | None:
    """The language of the notebook where it is told; Korean, the usual one, only where --lang says so."""
    told = context.everywhere.language
    around = spoken(told, context.environment, None)
    return told or (around if around == "en" else None)
