"""The day of a draft, written into its header, so that the note does not depend on how it was found."""

from studylog.core.facts import note_facts
from studylog.core.incoming.drafts import Draft, note_text
from studylog.core.settings import Settings
from studylog.core.values import replace


def dated(draft: Draft, settings: Settings) -> Draft:
    """The draft with the day of its meeting, as its title and the time of its writing tell it."""
    facts = note_facts(draft.source, note_text(draft).encode(), settings)
    if facts.day is None or "date" in draft.header:
        return draft
    title, *rest = draft.header.items()
    return replace(draft, header=dict([title, ("date", facts.day.isoformat()), *rest]))
