"""Minutes that are a talk: `몽룡: 왜 자르나요?`, and on the next line somebody or an answer says why."""

from studylog.core.grammar.parts.blocks import Block
from studylog.core.grammar.parts.bylines import who_says
from studylog.core.grammar.state.memory import Memory
from studylog.core.grammar.vocabulary import words
from studylog.core.grammar.vocabulary.leftopen import leaves_open
from studylog.core.grammar.vocabulary.sentences import asks_and_adds, asks_plainly, ends_asking, suggests
from studylog.core.late import late
from studylog.core.people.roster import Roster
from studylog.core.people.speakers import is_stamped, speaker
from studylog.core.sought import sought

# `(춘향) hard voting vs soft voting` asks which, where a reply says it.
_COMPARES = late(r"\s*[(（\[][^()\n]{2,12}[)）\]]\s*[^\n.!:]{2,30}\s(?i:vs\.?|versus)\s[^\n.!:]{2,30}")


_OPENLY = late(r"(?<![가-힣])(?:왜|어떻게|어케|어떤|무엇|무슨|뭐|뭘|뭔|언제|어디|얼마|몇)")
# `배치가 하나면 어케돼요`, `왜 0이 됨`: asks in its last words; `왜 늦었는지 말함` tells.
ENDS_OPENLY = sought(
    "왜 어떻게 어케 뭐가 뭘 무슨 얼마나",
    r"(?<![가-힣])(?:왜(?!냐)|어떻게(?!든)|어케|뭐가|뭘|무슨|얼마나)\s?(?:[^\s.?!]*[^\s.?!지고서면데]\s){0,2}"
    r"[^\s.?!]*(?:[해돼써줘예에져]요|[됨함음임]|[하되쓰]나)[\s.~ㅋㅎㅠㅜ]*$",
)
# What hangs below a line of a talk replies to it.
_HANGS = late(r"\s*(?:ㄴ|└|↳)\s")
# `둘을 따로 두는 이유`: no sentence, and asks among questions.
_NAMES_WHAT = late(r"(?:이유|차이|의미|뜻|방법|원리|역할)[\s.~ㅠㅜ]*$")
# What a chat has in place of a picture.
_SHOWN = late(r"\s*(?:사진|동영상|파일)(?:\s\d{1,2}장)?\s*")
_NO_ANSWER = late(r"\s*(?i:no\sanswers?|not\sanswered|nobody\skn(?:ew|ows)|no\sone\skn(?:ew|ows))\b")
_AT_A_MINUTE = late(r"\s*[(\[]?(?:\d{1,2}:)?\d{1,3}:\d\d[)\]]?\s")


def asks_in_talk(memory: Memory, block: Block) -> bool:
    """Whether a line begins a paragraph in which one person asks, and another one speaks right behind."""
    if not memory.scope.minutes or block.kind != "text" or block.depth:
        return False
    if begins_at_a_minute(memory, block) or _asks_in_bold(memory, block):
        return True
    after = memory.after(block)
    if _asks_over_quote(memory, block, after):
        return True
    told = _asks_over_reply(memory, block, after) or _wonders_openly(memory, block, after)
    if not (told or _asks(memory, block)):
        return False
    asks = who_says(block, block.text, memory.scope.roster)
    if asks is None or after is None or after.kind != "text":
        return False
    if not (
        _begins_paragraph(memory, block)
        or _asks_behind_others(memory, asks.name)
        or _asks_behind_remarks(memory, block, asks.name)
        or _is_over_hanging(block, after)
    ):
        return False
    if after.depth:
        # What was said to it may stand in a list right below.
        return bool(after.item) and ends_asking(block.text) and not ends_asking(after.text)
    replies, patterns = who_says(after, after.text, memory.scope.roster), memory.scope.patterns
    marked = patterns.answer.match(after.said) or patterns.confirmation.match(after.said)
    if is_left_open(block.text, after.text):
        return True
    return marked is not None or (replies is not None and asks.name != replies.name)


def is_left_open(above: str, line: str) -> bool:
    """Whether a line says below what asks that nobody knows: `(아무도 모름)`, `No answer, Ada will look`."""
    told = line.lstrip().startswith(("(", "（")) or _NO_ANSWER.match(line) is not None
    return told and ends_asking(above) and leaves_open(line)


def begins_at_a_minute(memory: Memory, block: Block) -> bool:
    """Whether a line of a lecture's minutes asks with its minute in front: `12:35 몽룡: 왜 자르나요?`."""
    if memory.lecture is None or block.depth or not memory.scope.minutes:
        return False
    return asks_at_a_minute(block.text, memory.scope.roster)


def _asks_in_bold(memory: Memory, block: Block) -> bool:
    """Whether a bold line asks as another bold one did above: `**[몽룡] 왜 셋인지 궁금**`."""
    last = memory.found.questions[-1] if block.bold and memory.found.questions else None
    if last is None or not last.asked_by or last.section != memory.heading:
        return False
    above = last.pieces[0].block
    if not above.bold or above.depth or last.marked:
        return False
    return speaker(block.text, memory.scope.roster) is not None and ends_asking(block.text)


def asks_at_a_minute(line: str, roster: Roster) -> bool:
    """Whether a line asks behind a minute and the name of who does."""
    if not _AT_A_MINUTE.match(line) or (said := speaker(line, roster)) is None:
        return False
    return ends_asking(said.rest) or words.ASKS_IN_ENGLISH.match(said.rest) is not None


def _is_over_hanging(block: Block, after: Block) -> bool:
    """Whether what hangs below a line answers it, `ㄴ …`, and the line itself hangs below nothing."""
    return _HANGS.match(after.said) is not None and not _HANGS.match(block.said)


def _asks_behind_others(memory: Memory, name: str) -> bool:
    """Whether somebody asks on the next line of a talk who neither asked nor answered there before."""
    asking = memory.asking
    if asking is None or not asking.asked_by or not asking.answered:
        return False
    # Who is curious, too, has answered nothing.
    spoken = {piece.mark.by for piece in asking.pieces if piece.mark and not _tells_nothing(piece.text)}
    return name not in spoken and name != asking.asked_by


def _asks_behind_remarks(memory: Memory, block: Block, name: str) -> bool:
    """Whether nobody has asked yet in a talk, and somebody else spoke right above who asks now."""
    before = memory.before(block)
    if memory.asking is not None or before is None or block.item or before.depth != block.depth:
        return False
    said = who_says(before, before.text, memory.scope.roster)
    return said is not None and said.name != name and bool(said.rest.strip())


def _tells_nothing(text: str) -> bool:
    return leaves_open(text) or bool(_SHOWN.fullmatch(text) or words.NODS.fullmatch(text))


def _asks(memory: Memory, block: Block) -> bool:
    expected = memory.section.kind in ("questions", "mentoring")
    return asks_and_adds(block.text) or (expected and words.REQUESTS.search(block.text) is not None)


def _asks_over_quote(memory: Memory, block: Block, after: Block | None) -> bool:
    """Whether somebody asks in a paragraph, `**춘향** - 왜 셋인가요?`, and a quote right below replies."""
    if after is None or not after.quoted or block.quoted or after.kind != "text":
        return False
    said = who_says(block, block.text, memory.scope.roster)
    if said is None or after.line != block.line + block.text.count("\n") + 1:
        return False
    if ends_asking(said.rest) or words.ASKS_INDIRECTLY.search(said.rest):
        return True
    return memory.section.kind == "questions" and _NAMES_WHAT.search(said.rest) is not None


def _asks_over_reply(memory: Memory, block: Block, after: Block | None) -> bool:
    """Whether a line asks without the sign of a question, and that of an answer begins the next one."""
    if not (words.WONDERS.search(block.text) or _COMPARES.fullmatch(block.text)):
        return False
    if after is None or after.line != block.line + block.text.count("\n") + 1:
        return False
    return memory.scope.patterns.answer.match(after.said) is not None


def _wonders_openly(memory: Memory, block: Block, after: Block | None) -> bool:
    """Whether a paragraph wonders, `춘향) 왜 빠져 있는지`, or asks politely, and another speaks next."""
    if after is None or after.depth or after.line != block.line + block.text.count("\n") + 1:
        return False
    wonders = words.ASKS_INDIRECTLY.search(block.text) and _OPENLY.search(block.text)
    politely = words.ASKS_POLITELY.search(block.text) and not suggests(block.text)
    if not (wonders or politely or ENDS_OPENLY.search(block.text)):
        return False
    return _begins_paragraph(memory, block)


def asks_over_replies(memory: Memory, block: Block) -> bool:
    """Whether somebody asks in a paragraph behind an answer, and others reply by name in a list below."""
    asking, after = memory.asking, memory.after(block)
    if asking is None or not asking.answered or block.depth or block.kind != "text":
        return False
    if after is None or not after.item or not _begins_paragraph(memory, block):
        return False
    asks, replies = (speaker(one.text, memory.scope.roster) for one in (block, after))
    if asks is None or replies is None or asks.name == replies.name:
        return False
    return asks_plainly(block.text) and not asks_plainly(after.text)


def asks_into_silence(memory: Memory, block: Block) -> bool:
    """Whether a talk that asked before ends here, with a paragraph that asks what nobody answers."""
    asked = memory.asking.pieces[0].block if memory.asking and memory.asking.asked_by else None
    if asked is None or asked.kind != "text" or asked.depth or block.kind != "text" or block.depth:
        return False
    if not (asks_plainly(block.text) or words.ASKS_ANYBODY.search(block.text)):
        return False
    said = speaker(block.text, memory.scope.roster) if is_stamped(block.text) else None
    return (said is not None and _asks_behind_others(memory, said.name)) or _begins_paragraph(memory, block)


def _begins_paragraph(memory: Memory, block: Block) -> bool:
    before = memory.before(block)
    if (
        before is not None
        and not memory.asking
        and who_says(before, before.text, memory.scope.roster) is None
    ):
        return True  # what is only told stands above
    return before is None or before.kind != "text" or before.line + before.text.count("\n") + 1 < block.line
