"""Where a question ends, and which of the lines after it are its answers."""

import re
from collections.abc import Sequence
from itertools import compress

from studylog.core.grammar.answers.silence import answers_nothing, is_thanks, only_defers, only_nods
from studylog.core.grammar.state.locators import locate
from studylog.core.grammar.state.pieces import Piece, Reply, Thread
from studylog.core.grammar.vocabulary import words
from studylog.core.grammar.vocabulary.sentences import asks_plainly, ends_asking
from studylog.core.late import late
from studylog.core.people.roster import Roster
from studylog.core.people.speakers import signed_by, unsigned

_LONGEST_PLACE = 40
# `24:37강의에서`: what may stand around a place without asking anything.
# `… 말해 보세요.`
_ASKS_TO_TELL = late(r"(?:[보주]|하)(?:세요|십시오|시오)[\s.!]*$")
# Who asks, behind that: `… 뜻인가요 (몽룡)`.
_SIGNED = late(r"(?<=[가-힣])\s?[(（][^()（）\n]{1,20}[)）]\s*$")
_AROUND_PLACE = late(r"강의|영상|부분|에서|\b(?:at|in|video)\b")


def follow_up_at(pieces: Sequence[Piece], roster: Roster) -> int | None:
    """The index of a further question among the replies: `그럼 …??`, with an answer of its own.

    Behind the sign of a reply, too: `└ (춘향) 그럼 …?`, but not where that replies in the form of a question.
    """
    replied = False
    for index in range(2, len(pieces) - 1):
        piece, after = pieces[index], pieces[index + 1]
        replied = replied or _replies(pieces[index - 1])
        if (
            replied
            and (after.mark is not None or _is_answered_below(piece, after))
            and words.FOLLOWS_UP.search(piece.text)
            and _asks_on(piece, roster)
        ):
            return index
    return None


def _is_answered_below(piece: Piece, after: Piece) -> bool:
    """Whether an item that asks has one in its own list: that answers without a mark."""
    inner = piece.block.item and after.block.item and after.block.depth > piece.block.depth
    return bool(inner) and ends_asking(piece.text) and not words.RHETORICAL.search(piece.text)


def _asks_on(piece: Piece, roster: Roster) -> bool:
    text = unsigned(piece.text, roster)[0]
    if piece.mark is None:
        return words.QUESTION_SIGN.search(text) is not None
    asks = ends_asking(text) and not words.RHETORICAL.search(text)
    return asks and piece.mark.kind in ("answer", "speaker")


def _replies(piece: Piece) -> bool:
    return piece.mark is not None or (
        piece.block.kind == "text" and not words.QUESTION_SIGN.search(piece.text)
    )


def thread(pieces: Sequence[Piece], pinned: int | None = None) -> Thread:
    """The pieces of one question told apart; `pinned` is the index of the one that bears its id.

    With a marked answer, all before it is the question: its paragraphs, and beside it the lists and pictures
    that follow once it has asked. Without one, the question is its first paragraph, with those up to the
    question mark, and the rest is its answer. The id stands where the words of the question end: what follows
    it is read alike with a marked answer and without one. So is what stands before a mark that only goes on
    with an answer.
    """
    marked = next((i for i, piece in enumerate(pieces) if i and _is_reply(pieces, i)), None)
    if marked is None:
        return _unmarked(pieces, pinned)
    before, after = pieces[:marked], pieces[marked:]
    if pinned is None and _only_goes_on(after):
        pinned = 0
    if pinned is None and _is_answered_before(before, after):
        told = _unmarked(before, None)
    else:
        told = _asked(before) if pinned is None or pinned >= marked else _pinned(before, pinned)
    unmarked = (piece for reply in told.replies for piece in reply.pieces)
    told.replies = split([*unmarked, *after])
    return told


def over_its_parts(told: Thread) -> Thread:
    """A question asked in parts: where it only names their matter, a picture over them is no answer."""
    answered = any(reply.mark or any(map(_is_words, reply.pieces)) for reply in told.replies)
    if answered or any(_asks_somewhere(piece.text) for piece in told.question):
        return told
    shown = [piece for reply in told.replies for piece in reply.pieces]
    return Thread(told.question, [*told.context, *shown])


def only_marked(told: Thread) -> Thread:
    """A question that is said to be open: what nothing marks as an answer is none."""
    beside = [piece for reply in told.replies if not reply.mark for piece in reply.pieces]
    return Thread(told.question, [*told.context, *beside], [reply for reply in told.replies if reply.mark])


def settled(told: Thread, roster: Roster, asker: str | None = None) -> Thread:
    """The question with its replies by those who signed them; what answers nothing stands beside it."""
    replies = [part for reply in told.replies for part in _by_signature(reply, roster)]
    silent: list[bool] = []
    for reply in replies:
        nothing = answers_nothing(reply) or only_defers(reply, roster)
        silent.append(nothing or only_nods(reply, asker, answered=not all(silent)))
    beside = (piece for reply in compress(replies, silent) for piece in reply.pieces)
    answers = [reply for reply, nothing in zip(replies, silent, strict=True) if not nothing]
    return Thread(told.question, [*told.context, *beside], answers)


def _only_goes_on(marked: Sequence[Piece]) -> bool:
    """Whether the first mark tells that an answer stands before it, and no later one that it begins there."""
    mark = marked[0].mark
    begun = any(piece.mark and piece.mark.kind == "answer" for piece in marked)
    return mark is not None and (mark.kind == "addition" or _is_worded(marked[0])) and not begun


def _is_answered_before(before: Sequence[Piece], marked: Sequence[Piece]) -> bool:
    """Whether an answer without a mark stands before who else replies: in the list below an item that asks,
    or in a quote.
    """
    first, rest = before[0], before[1:]
    if any(piece.mark and piece.mark.kind != "speaker" for piece in marked):
        return False
    if rest and all(piece.block.quotes > first.block.quotes for piece in rest):
        return ends_asking(first.text) or _ASKS_TO_TELL.search(first.text) is not None
    if rest and first.block.said.startswith("[!") and ends_asking(first.text):
        return True  # a box has its question for a title
    asks = ends_asking(_SIGNED.sub("", first.text))
    if asks and rest and _are_listed_beside(rest, marked[0]):
        return True
    if not (first.block.item or first.block.kind == "html") or not asks:
        return False
    return all(piece.block.depth > first.block.depth or not piece.block.item for piece in rest)


def _are_listed_beside(pieces: Sequence[Piece], marked: Piece) -> bool:
    """Whether pieces are items of one list with the first reply of somebody named."""
    blocks = [piece.block for piece in pieces]
    return bool(marked.block.item) and all(
        one.kind == "text" and one.depth >= marked.block.depth > 0 for one in blocks
    )


def _is_worded(piece: Piece) -> bool:
    """Whether only its words say that a paragraph guesses, as `아마` does, and no sign stands before them."""
    mark = piece.mark
    return mark is not None and mark.kind == "guess" and mark.rest == piece.block.text


def _unmarked(pieces: Sequence[Piece], pinned: int | None) -> Thread:
    """A question without a marked answer: what follows its words is its answer."""
    end = _end_of_question(pieces)
    if pinned is not None and pinned >= end:
        end = pinned + 1
        told = _asked(pieces[:end])
    else:
        told = Thread(list(pieces[:end]))
    return _with_reply(told, pieces[end:])


def _pinned(pieces: Sequence[Piece], pinned: int) -> Thread:
    """What stands before a marked answer, where the id tells the words of the question from the rest."""
    end = max(pinned + 1, _end_of_question(pieces))
    told, rest = _asked(pieces[:end]), pieces[end:]
    if any(piece.block.kind == "text" and not piece.block.item for piece in rest):
        return _with_reply(told, rest)
    told.context += rest
    return told


def _with_reply(told: Thread, rest: Sequence[Piece]) -> Thread:
    """The question with what nothing marks as its answer; thanks, and what only asks on, stand beside it."""
    told.context += (piece for piece in rest if piece.block.beside is not None)
    said = tuple(piece for piece in rest if piece.block.beside is None)
    if all(is_thanks(piece) or _only_asks(piece) for piece in said):
        told.context += said
    else:
        told.replies.append(Reply(said))
    return told


def _is_reply(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a marked piece answers; an addition that asks adds to the question."""
    mark = pieces[index].mark
    if mark is None:
        return False
    return not (mark.kind == "addition" and words.QUESTION_SIGN.search(pieces[index].text))


def _asked(pieces: Sequence[Piece]) -> Thread:
    """Question and context of the pieces before a marked answer."""
    told = Thread([pieces[0]])
    complete = _asks_somewhere(pieces[0].text)
    for piece in pieces[1:]:
        # Lists, pictures and code after a complete question are shown with it, but are not its words.
        beside = piece.block.beside is not None
        if piece.block.kind != "text" or beside or (piece.block.item and complete):
            told.context.append(piece)
        else:
            told.question.append(piece)
            complete = complete or _asks_somewhere(piece.text)
    return told


def _end_of_question(pieces: Sequence[Piece]) -> int:
    """How many pieces the question has when nothing marks its answer."""
    end = 1
    while end < len(pieces) and _is_only_a_place(pieces[end - 1].text) and _is_words(pieces[end]):
        end += 1
    if not _asks_somewhere(pieces[end - 1].text):
        asking = _next_asking(pieces, end)
        end = asking + 1 if asking is not None else end
    while (more := _continues(pieces, end)) is not None:
        end = more
    return end


def _next_asking(pieces: Sequence[Piece], start: int) -> int | None:
    """The first piece from `start` that ends with a question mark, over plain paragraphs only."""
    for index in range(start, len(pieces)):
        # What stands below an item of a list goes on with it, and is none of its words.
        below = pieces[0].block.item and pieces[index].block.item
        if below or not _is_words(pieces[index]):
            return None
        if asks_plainly(pieces[index].text):
            return index
    return None


def _continues(pieces: Sequence[Piece], end: int) -> int | None:
    """Where the question ends when what follows plainly goes on asking."""
    index = end
    while index < len(pieces) and _is_words(pieces[index]) and not pieces[index].block.item:
        text = pieces[index].text
        if words.RHETORICAL.search(text):
            return None
        if words.QUESTION_SIGN.search(text):
            return index + 1 if re.search(r"\w", text) else None
        if not (words.GOES_ON.search(text) or words.CONNECTS.search(text) or words.UNSURE.search(text)):
            return None
        index += 1
    return None


def split(pieces: Sequence[Piece]) -> list[Reply]:
    """The replies: each mark begins one; a paragraph that only sounds like a guess goes on with its own."""
    runs: list[list[Piece]] = []
    for piece in pieces:
        goes_on = _is_worded(piece) and not piece.block.item
        if not runs or (piece.mark and not (goes_on and not answers_nothing(Reply(tuple(runs[-1]))))):
            runs.append([])
        runs[-1].append(piece)
    return [Reply(tuple(run)) for run in runs]


def _by_signature(reply: Reply, roster: Roster) -> list[Reply]:
    """A reply that several people have signed in turn is as many."""
    if len(reply.pieces) < 2:
        return [reply]
    signed = [signed_by(piece.text, roster) for piece in reply.pieces]
    if len({name for name in signed if name}) < 2:
        return [reply]
    ends = [index + 1 for index, name in enumerate(signed[:-1]) if name]
    starts = [0, *ends]
    return [Reply(reply.pieces[start:end]) for start, end in zip(starts, [*ends, None], strict=True)]


def _asks_somewhere(text: str) -> bool:
    """Whether anything in a text asks, with a question mark or in words."""
    return bool(words.ASKS.search(text))


def _is_words(piece: Piece) -> bool:
    return piece.block.kind == "text" and not piece.block.link_only and bool(piece.text.strip())


def _is_only_a_place(text: str) -> bool:
    """Whether nothing is asked yet: an empty text, one that ends with a colon, or only a locator."""
    bare = text.strip()
    place = locate(bare) if len(bare) <= _LONGEST_PLACE else None
    return (
        not bare
        or bare.endswith((":", "："))
        or (
            place is not None and not re.search(r"\w", _AROUND_PLACE.sub("", bare.replace(place.written, "")))
        )
        or bool(re.fullmatch(r"(?:[가-힣]{2}\s)?(?:퀴즈|과제|quiz)?\s?[\d\s,:강분번-]*", bare))
    )


def _only_asks(piece: Piece) -> bool:
    """Whether what stands below a question asks on, and does not answer in the form of a question."""
    return piece.block.kind == "text" and asks_plainly(piece.text)
