"""What the words of a question say themselves: a mark, for whom it is, who asks, and where it arose."""

from studylog.core.asking.refusing import plain_line
from studylog.core.asking.wording import Asked
from studylog.core.errors import Exit, StudylogError
from studylog.core.grammar.state.locators import locate
from studylog.core.grammar.vocabulary import words
from studylog.core.grammar.vocabulary.markpatterns import patterns_for
from studylog.core.i18n import say
from studylog.core.people.speakers import speaker
from studylog.core.settings import Settings
from studylog.core.values import replace


def as_said(asked: Asked, settings: Settings) -> Asked:
    """The question with what its own text says taken out of it: a mark, for whom it is, who asks, where."""
    text = plain_line(asked.text)
    if not text:
        raise StudylogError(
            say("The question is empty."),
            Exit.USAGE,
            hint=say("Write it like {example}.", example='studylog ask "…?"'),
        )
    mark = patterns_for(settings.patterns).question.match(text)
    text = text[mark.end() :] if mark else text
    to_mentor = words.TO_MENTOR_MARK.match(text)
    text = text[to_mentor.end() :] if to_mentor else text
    said = None if asked.by else speaker(text, settings.roster)
    text = said.rest if said else text
    if words.PIN.search(text) or not any(char.isalnum() for char in text):
        raise StudylogError(
            say("This cannot be written down as a question: {text}", text=asked.text),
            Exit.USAGE,
            hint=say("Say it in plain words, without an id of another question."),
        )
    place = locate(text)
    return replace(
        asked,
        text=text,
        to=asked.to or ("mentor" if to_mentor else None),
        by=asked.by or (said.name if said else None),
        lecture=asked.lecture if asked.about is not None or place is None else place.lecture,
    )
