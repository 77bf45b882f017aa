"""Action items of minutes, each in a line: `AI: Ada - check the proof`, `Action: Grace to mail it`."""

import re

from studylog.core.grammar.vocabulary.promising import PAST
from studylog.core.late import late
from studylog.core.people.roster import Roster
from studylog.core.people.speakers import Speaker
from studylog.core.people.speakers import speaker as said_by

# `AI: Ada - check the proof`, `Action: Ada to check it`: an action item; `AI: the new course` is a subject.
_ACTION = late(r"\W*(?P<mark>AI|AP|Actions?(?:\s(?:item|point)s?)?)\s?[:：]\s*(?=\S)", re.IGNORECASE)
_NAMED = late(
    r"@?(?P<name>[A-Z][\w'’-]*|[가-힣]{2,5}?)(?:님)?(?:\s(?:to|will)|(?<=[^\W\d_])[이가은는])?\s\w"
    r"|[^()\n]*[(（](?P<behind>[^(),\n]{2,20})[^()\n]*[)）]\s*$"
)
_ALL = late(r"(?:all|everyone|everybody|both|다들|모두|전원)\s?(?:[-–—:]|to\s)\s?(?=\S)", re.IGNORECASE)


def action_of(text: str, roster: Roster) -> Speaker | None:
    """Who is to do what an action item says, somebody known or, without a name, all of them."""
    mark = _ACTION.match(text)
    rest = text[mark.end() :] if mark else ""
    if not rest or "?" in rest or PAST.search(rest):
        return None
    told = said_by(rest, roster)
    if told and told.rest.strip():
        return told
    everybody = _ALL.match(rest)
    if everybody:
        return Speaker("", everybody[0], rest[everybody.end() :])
    named = _NAMED.match(rest)
    person = roster.resolve(named["name"] or named["behind"]).person if named else None
    return Speaker(person.name, "", rest) if person else None
