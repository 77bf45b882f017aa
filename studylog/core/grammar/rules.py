"""The table: which rule looks at which blocks, in which order. A new convention is a new row here."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from studylog.core.grammar.answers import answerlists
from studylog.core.grammar.answers.marks import lettered, named_letter
from studylog.core.grammar.papers import (
    agreedpapers,
    daysahead,
    nextpapers,
    paperheads,
    paperlines,
    paperlinks,
    paperturns,
    slideslines,
    willpresent,
)
from studylog.core.grammar.parts.blocks import BOX, Block, BlockKind
from studylog.core.grammar.parts.bylines import begins_called
from studylog.core.grammar.parts.plaintitles import titled
from studylog.core.grammar.people import persons
from studylog.core.grammar.promises import todolists
from studylog.core.grammar.questions import (
    alone,
    letterpairs,
    lines,
    logged,
    reported,
    talk,
    unmarked,
    worded,
)
from studylog.core.grammar.questions.alone import is_alone
from studylog.core.grammar.questions.letters import defines_a_letter
from studylog.core.grammar.references import REFERENCE
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.state.papers import presenter_label
from studylog.core.grammar.state.scope import Scope
from studylog.core.grammar.titles import askingheadings, headings, lectures
from studylog.core.grammar.vocabulary.markpatterns import Patterns
from studylog.core.grammar.vocabulary.promising import is_promise
from studylog.core.grammar.vocabulary.sentences import ends_asking
from studylog.core.grammar.vocabulary.unsaid import is_unsaid
from studylog.core.late import late
from studylog.core.people.roster import Roster
from studylog.core.people.speakers import is_stamp, signed_by, speaker

Handler = Callable[[Memory, Block], bool]

HEADING: tuple[BlockKind, ...] = ("heading",)
TEXT: tuple[BlockKind, ...] = ("text",)
SPOKEN: tuple[BlockKind, ...] = ("text", "heading", "html")
ANY: tuple[BlockKind, ...] = ("text", "heading", "html", "picture", "code", "math", "table", "rule")


class Rule(NamedTuple):
    """A row: the first handler that says yes has taken the block."""

    name: str
    looks_at: tuple[BlockKind, ...]
    handle: Handler


# `[!faq] 왜 셋인가요?`: the line of its kind in a box.
_CALL_OUT = late(r"\s*\[!\w{2,12}\][-+]?[ \t]*\S[^\n]*")

RULES: tuple[Rule, ...] = (
    Rule("beside a question", TEXT, lines.beside_question),
    Rule("over numbered answers", ("heading", "text"), answerlists.over_answers),
    Rule("numbered answer", TEXT, answerlists.numbered_answer),
    Rule("label of questions", TEXT, unmarked.label_of_questions),
    Rule("label of notes", TEXT, unmarked.label_of_notes),
    Rule("closing remark", TEXT, lines.closing_remark),
    Rule("next minute", TEXT, logged.next_minute),
    Rule("things to do", TEXT, todolists.over_things_to_do),
    Rule("question", SPOKEN, lines.marked_question),
    Rule("sub-question", SPOKEN, lines.sub_question),
    Rule("worded question", TEXT, worded.worded_question),
    Rule("worded answer", TEXT, worded.worded_answer),
    Rule("letter question", TEXT, letterpairs.letter_question),
    Rule("letter answer", TEXT, letterpairs.letter_answer),
    Rule("reported question", TEXT, reported.reported_question),
    Rule("reported answer", TEXT, reported.reported_answer),
    Rule("unclear point", TEXT, worded.unclear_point),
    Rule("question alone", ("text", "heading"), alone.question_alone),
    Rule("bare question", TEXT, alone.bare_question),
    Rule("bare answer", TEXT, alone.bare_answer),
    Rule("bold letter", TEXT, alone.bold_letter),
    Rule("answer alone", SPOKEN, alone.answer_alone),
    Rule("asking heading", HEADING, askingheadings.asking_heading),
    Rule("asking bold line", TEXT, askingheadings.asking_bold_line),
    Rule("lecture", ("heading", "text"), lectures.lecture_heading),
    Rule("asking summary", ("html",), askingheadings.asking_summary),
    Rule("course", HEADING, headings.course_heading),
    Rule("told paper", ("heading", "text"), paperheads.told_paper),
    Rule("linked paper", TEXT, paperlines.linked_paper),
    Rule("section", HEADING, headings.section_heading),
    Rule("asked by", TEXT, lines.asked_by_line),
    Rule("answered by", TEXT, lines.answered_by_line),
    Rule("reply", SPOKEN, lines.reply),
    Rule("other call-out", TEXT, lines.other_call_out),
    Rule("day of a plan", TEXT, daysahead.day_of_plan),
    Rule("next paper", TEXT, nextpapers.next_paper),
    Rule("agreed papers", TEXT, agreedpapers.agreed_papers),
    Rule("will present", TEXT, willpresent.will_present),
    Rule("turn", TEXT, paperturns.turn_line),
    Rule("quoted paper", TEXT, paperturns.quoted_paper),
    Rule("plan row", ("text", "table"), paperlines.plan_line),
    Rule("table of things to do", ("table",), todolists.table_of_things_to_do),
    Rule("paper", HEADING, paperheads.paper_heading),
    Rule("person", ("heading", "text"), persons.person_line),
    Rule("pasted heading", HEADING, headings.pasted_heading),
    Rule("presenter", TEXT, paperlines.presenter_line),
    Rule("slides", TEXT, slideslines.slides_line),
    Rule("topic", TEXT, paperlines.topic_line),
    Rule("paper link", TEXT, paperlinks.paper_link),
    Rule("bold paper", TEXT, paperlines.bold_paper),
    Rule("listed question", TEXT, unmarked.listed_question),
    Rule("unmarked question", TEXT, unmarked.unmarked_question),
    Rule("speaking item", TEXT, persons.speaking_item),
    Rule("prose", ANY, lines.prose),
)


# The same table by the kind of a block.
HANDLERS: Mapping[BlockKind, tuple[Handler, ...]] = {
    kind: tuple(rule.handle for rule in RULES if kind in rule.looks_at) for kind in ANY
}


def _label_above(patterns: Patterns, above: str) -> bool:
    """Whether a label and what it says stand over a line."""
    labels = (patterns.presenter, patterns.asked_by, patterns.answered_by)
    return any(label.match(above) for label in labels)


def begins_something(scope: Scope, line: str, above: str, whole: str) -> bool:
    """Whether a line inside a paragraph begins something, so that the paragraph is divided there.

    `above` is what stands over the line in the part of the paragraph that it would end.
    """
    patterns, roster = scope.patterns, scope.roster
    first = whole.partition("\n")[0]
    refers = REFERENCE.search(first) is not None and _begins_with(first, above)
    # A line that refers to something is one, whatever it quotes.
    if refers and len(above) + len(line) < len(first):
        return False
    if defines_a_letter(line, whole) or is_stamp(above, roster):
        return False
    return bool(
        _ends_a_title(patterns, above, first)
        or BOX.fullmatch(line)
        or _has_mark(patterns, line)
        or titled(line, patterns)
        # What is written on the line after a reference is a reply to it.
        or refers
        # `내일 같이 얘기해보자` on the line after a question is no part of it.
        or (patterns.question.match(whole) and is_promise(line))
        or unmarked.asks_over_reply(line, whole)
        or talk.is_left_open(above, line)
        or talk.asks_at_a_minute(above, roster)
        or reported.answers_report(above, roster)
        or _is_signed_anew(roster, above, line)
        or worded.is_worded(above, line)
        or worded.is_unclear(line, roster)
        or logged.is_logged(line, first)
        or letterpairs.is_lettered(line, whole)
        or lines.is_answered_by(patterns, above, line, roster)
        or lines.answers_signed(above, line, roster)
        or _label_above(patterns, above)
        or is_alone(line, whole)
        or _is_sub_question(patterns, line)
        or speaker(line, roster)
        or presenter_label(line, scope)
        or begins_called(line, whole, roster)
        or lettered(line, roster)
        or named_letter(line, roster)
        or is_unsaid(line)
        or is_unsaid(above)
    )


def _ends_a_title(patterns: Patterns, above: str, first: str) -> bool:
    """Whether a title stands over a line: in a box that of its kind, below which one line may ask."""
    if BOX.fullmatch(above) or titled(above, patterns):
        return True
    if "[!" not in first:
        return False
    return bool(_CALL_OUT.fullmatch(above) or (_CALL_OUT.match(first) and ends_asking(above)))


def _is_sub_question(patterns: Patterns, line: str) -> bool:
    sub = patterns.sub_question.match(line)
    return sub is not None and "-" in sub["marker"]


def _is_signed_anew(roster: Roster, above: str, line: str) -> bool:
    """Whether one person has signed what stands over a line, and another one the line."""
    by = signed_by(line, roster)
    return by is not None and signed_by(above, roster) not in (None, by)


def _has_mark(patterns: Patterns, line: str) -> bool:
    """Whether a line begins with any of the marks and labels that people write."""
    marks = (
        patterns.question,
        patterns.answer,
        patterns.addition,
        patterns.guess,
        patterns.guess_words,
        patterns.confirmation,
        patterns.slides,
        patterns.presenter,
        patterns.topic,
        patterns.asked_by,
        patterns.answered_by,
    )
    return any(pattern.match(line) for pattern in marks)


def _begins_with(first: str, above: str) -> bool:
    """Whether what stands over a line begins as its paragraph does; code in it is only as long."""
    return all(
        said in ("\x00", written) for said, written in zip(above.partition("\n")[0], first, strict=False)
    )
