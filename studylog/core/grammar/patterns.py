"""Signs that a text asks, states or knows nothing; and the compiled marks before questions and answers.

The rows of marks are in `markwords`. A notebook adds plain markers of its own under `patterns:` in
`studylog.yaml` (`answer: ["풀이)"]`); they are matched as they are written, with a number allowed before the
closing sign.
"""

import re
from collections.abc import Mapping
from functools import cache
from itertools import count

from studylog.core.grammar import markwords as rows
from studylog.core.grammar.markwords import ENDS_IN_N
from studylog.core.grammar.titlewords import SECTIONS
from studylog.core.late import late
from studylog.core.sought import Sought, sought
from studylog.core.values import dataclass

# A picture or a point may stand before any mark: `🔹 Q. …`, `• Q. …`, `❓ Q. …`.
_DECORATION = (
    r"(?:[•·‣※ㆍ\u25a0-\u25ff\u2600-\u2794\u2798-\u27a0\u2b00-\u2bff"
    r"\U0001f300-\U0001faff]\ufe0f?\s*)?"
)
# A question for the mentor says so in the title of its section, or in its first words.
TO_MENTOR = late(r"멘토|mentor", re.IGNORECASE)
TO_MENTOR_MARK = late(
    r"^[\[(@](?:멘토|to\s?mentor|mentor)(?:님)?(?:께|에게)?[\])]?\s*[:：]?\s*", re.IGNORECASE
)

# Signs that a text asks, in one sentence of it.
ASKS = late(
    r"[?？]|(?:궁금|모르겠|헷갈|설명(?:이|을|해|\s?부탁)|알려\s?주|해\s?주(?:세요|실)|필요합니다|부탁|고민(?:이|입|중|돼|됩)|이해가\s[^.]{0,8}안)"
)
# Of signs that stand together the first one is enough: a line may have thousands.
ENDS_ASKING = sought(
    "? ？",
    r"[?？](?<![?？][?？])(?<![?？][\s?？!][?？])[\s?？!.~^ㅠㅜㅎㅋ)…]*(?:[(（\[][^()（）\[\]\n]{1,20}[)）\]]\s*)?$",
)
# Without the sign: how a sentence ends that asks, or that says what somebody does not know.
WONDERS = sought(
    "나요 까요 가요 궁금 모르겠",
    rf"(?:[가-힣](?:나요|까요)|{ENDS_IN_N}가요|궁금(?:합니다|해요|하다|함|하네요)"
    r"|(?:왜|어떻게|무엇|무슨|뭔지|어떤|어디|언제|차이|이유|이해)[^\n]{0,40}모르겠(?:습니다|어요|음|다|네요|는데요))"
    r"[\s.!~…ㅠㅜㅎㅋ)]*$",
)
# `버려야 하는지`, `빠지는 건가`: what asks where somebody has signed it or answers below.
ASKS_INDIRECTLY = sought(
    "지 가 안 n't n’t not",
    rf"(?:[는은을]지|[건뭔]지|{ENDS_IN_N}[지가]|(?:이해|감)(?:이|가)\s(?:잘\s)?안\s(?:됩니다|돼요|되네요|됨|가요|감))"
    r"[\s.!~…ㅠㅜ)]*$"
    r"|\b(?:don['’]t|do not)\s(?:really\s)?(?:get|understand|see)\s(?:why|how|what|when|where)\b",
)
# How a sentence ends that states something.
STATES = late(r"(?:다|요|음|함|됨|임|죠|니다)[\s.!~ㅎㅋ)]*$")
# What asks for an explanation, where questions are expected.
REQUESTS = late(
    r"(?:설명|풀이|답변|도움)[^\n]{0,6}(?:부탁|주세요|주실|바랍니다|필요합니다)[^\n]{0,8}$"
    r"|알려\s?(?:주세요|주실)[^\n]{0,8}$|이해가\s[^\n]{0,4}(?:안|되지|않)[^\n]{0,10}$"
)
# What is asked of a call, and not of what is learned there.
OF_THE_CALL = late(
    r"(?:마이크|목?소리|화면(?:\s?공유)?)[이가은는도]?\s(?:(?:지금|이제|다들|다|잘)\s)*(?:들리|보이|나오|나가)(?:시|고\s있)?(?:나요|세요|죠)"
    r"|(?:can|do)\syou\s(?:all\s)?(?:hear|see)\s(?:me|my)\b",
    re.IGNORECASE,
)
# A reply in the form of a question: 'might it not be …?'
# `분산이 커서?` replies with a reason, and wonders whether it is one.
RHETORICAL = late(
    r"아닐까|아닌가|않을까|같은데|isn't it|right\?"
    r"|(?:[아어여와워려라]서|[커해져돼써가나]서|때문(?:에|이)?|덕분(?:에|이)?|니까|[은는인한런른]\s듯)\s?[.…~]*\s?[?？]"
    r"(?=\s*(?:[(（][^()（）\n]*[)）]\s*)?(?:$|\n))"
)
GOES_ON = late(r"(?:지만|는데|은데|인데|으며|이며|하고|라고|라서|여서|해서|면서|으면|라면|,)\s*$")
CONNECTS = late(
    r"^(?:그리고|또(?:한|는)?|그런데|근데|가령|예를\s?들|즉|다시\s?말|그러니까"
    r"|[Aa]nd|[Aa]lso|[Ff]or example)\b"
)
UNSURE = late(r"모르겠|이해가|헷갈|궁금|confus|don't (?:get|understand)")
THANKS = late(
    r"^[\s(（]*(?:앗!?|아하?|우?오+|우?와+|넵+|네+)?[\s,!~]*(?:[가-힣]{1,4}님[,!]?\s)?"
    r"(?:(?:정말|진짜|답변|설명|공유|정리|모두|넘|너무|자세한|상세한|친절한|좋은|빠른)\s?)*"
    r"(?:감사|고마|고맙|땡큐|thanks|thank you)[^?]{0,20}$|^[\W\sㅋㅎㅠㅜ]+$"
    r"|^\W*(?:(?:앗|아+하?|오+|와+|넵+|네+|ok|oh|ah)[\s,.!]+)?(?:그렇(?:군요|구나)|그러(?:네요|게요)"
    r"|(?:다\s)?(?:이해(?:했|됐|되었)|알겠)(?:습니다|어요)|got it|i see|makes sense)[\W\sㅋㅎㅠㅜ]*$",
    re.IGNORECASE,
)
# … and whom it thanks: who has answered.
THANKED = late(
    r"(?!멘토|강사|교수|조교|모두|다들)(?P<name>[가-힣]{2,4})님[,!]?\s(?!.*질문)[^.?!\n]{0,16}(?:감사|고마|고맙)"
    r"|(?:감사|고마|고맙)[가-힣]{0,6}[\s,!~]{1,3}(?!멘토|강사|교수|조교|모두|다들)(?P<behind>[가-힣]{2,4})님"
)
# `넵`: an answer, too, unless there is one already, or who asked says so.
NODS = late(r"\W*(?:넵+|넹+|네+|예|응|ㅇㅇ|ㅇㅋ|오케이|ok(?:ay)?|yep|yes)[\W\sㅋㅎㅠㅜ]*", re.IGNORECASE)

# What stands where an answer will stand, as long as nobody knows one.
NO_ANSWER = late(
    r"[\W_ㅠㅜㅎㅋ]*(?:(?:아직\s?)?(?:답변?\s?)?(?:없음|없습니다|없어요|미정|미해결|미답변?|보류|대기(?:\s?중)?)|아직(?:요|이요|입니다)?"
    r"|(?:저도\s|저는\s|아직\s|아무도\s|다들\s|모두\s|이거\s|이건\s|진짜\s|정말\s|도저히\s|도무지\s)*(?:잘\s)?"
    r"(?:모름|모르겠(?:습니다|어요|네요|음|다)|못\s?찾음)"
    r"|저도(?:요|\s(?:너무\s|정말\s|같은\s(?:게|것이|부분이)\s)?궁금(?:합니다|해요|하네요|했어요|했습니다)"
    r"|\s(?:같은|똑같은)\s(?:질문|의문)(?:입니다|이에요|이\s?(?:있습니다|있어요)|\s?있습니다)?)"
    r"|(?:시간\s?(?:이\s)?(?:부족|관계상)\s?)?(?:(?:논의|토의|답변?)\s?(?:못\s?함|안\s?함)|패스|스킵)|다루지\s?못(?:함|했음|했습니다)"
    r"|(?:(?:잘\s)?(?:모르겠|몰라)(?:어)?서\s)(?:넘어감|넘어갔음|패스)|(?:추후\s|더\s)?확인(?:이)?\s?필요(?:함|합니다)?"
    r"|(?:찾아|알아)\s?보는\s?중(?:입니다|이에요)?|(?:조사|확인|작성)\s?(?:하는\s?)?중(?:입니다|이에요)?"
    r"|다음\s?(?:에|번에|시간에|주에)(?:\s(?:이어서|계속|다시|마저))?"
    r"|tb[ad]|n/?a|none|pending|unanswered|not\s(?:answered\s)?yet|no\s(?:idea|answer)"
    r"|not\s(?:discussed|covered|answered)|nobody\skn(?:ew|ows)|(?:ran\s)?out\sof\stime|no\stime|me\stoo|same\shere"
    r"|(?:i\s)?don't\sknow|not\ssure)?[\W_ㅠㅜㅎㅋ]*",
    re.IGNORECASE,
)

# `Q. 없음`: nobody asks anything.
NOTHING_ASKED = late(
    r"\W*(?:(?:질문\s?)?(?:없음|없습니다|없어요)|none|n/?a|nothing|no questions?)?[^\w?？]*", re.IGNORECASE
)

PIN = sought(
    "^q-",
    r"\s*\^(?P<id>q-[0-9a-hjkmnp-tv-z]{8})(?![\w-])"
    r"(?:[ \t]+(?P<verb>closed|닫음|duplicate|중복)\s?[:：]?\s*(?P<reason>[^\n]*))?",
)
DUPLICATE = late(r"중복|같은 질문|duplicate|same as", re.IGNORECASE)
QUESTION_ID = late(r"q-[0-9a-hjkmnp-tv-z]{8}")


@dataclass(frozen=True, slots=True)
class Patterns:
    """The compiled rows, those of the notebook included."""

    question: Sought
    sub_question: re.Pattern[str]
    answer: re.Pattern[str]
    addition: re.Pattern[str]
    guess: Sought
    guess_words: re.Pattern[str]
    confirmation: re.Pattern[str]
    slides: re.Pattern[str]
    presenter: re.Pattern[str]
    topic: re.Pattern[str]
    asked_by: re.Pattern[str]
    answered_by: re.Pattern[str]
    sections: tuple[tuple[str, re.Pattern[str]], ...]


def patterns_for(extra: Mapping[str, tuple[str, ...]]) -> Patterns:
    """The built-in rows, with the markers that a notebook adds to `question`, `answer` and the others."""
    return _compiled(tuple(sorted((name, tuple(markers)) for name, markers in extra.items())))


@cache
def _compiled(extra: tuple[tuple[str, tuple[str, ...]], ...]) -> Patterns:
    more = dict(extra)

    def at_start(name: str, marks: tuple[str, ...]) -> re.Pattern[str]:
        own = tuple(_literal(marker) for marker in more.get(name, ()))
        return _alternatives((*own, *marks), rf"^\s*{_DECORATION}", r"\s*")

    def behind(name: str, words: tuple[str, ...], marks: tuple[str, ...]) -> Sought:
        return Sought((*words, *map(_word, more.get(name, ()))), at_start(name, marks))

    def label(name: str, marks: tuple[str, ...]) -> re.Pattern[str]:
        own = tuple(re.escape(marker.rstrip(" :：")) for marker in more.get(name, ()))
        return _alternatives(
            (*own, *marks), r"^\s*", r"\s*(?:(?:[:：]|→|->|=>)\s*|$|(?<=resented by)\s+|(?<=\d)[.)]\s+)"
        )

    return Patterns(
        question=behind("question", rows.QUESTION_WORDS, rows.QUESTION),
        sub_question=at_start("sub_question", rows.SUB_QUESTION),
        answer=at_start("answer", rows.ANSWER),
        addition=at_start("addition", rows.ADDITION),
        guess=behind("guess", rows.GUESS_MARK_WORDS, rows.GUESS),
        guess_words=at_start("guess_words", rows.GUESS_WORDS),
        confirmation=at_start("confirmation", rows.CONFIRMATION),
        slides=label("slides", rows.SLIDES),
        presenter=label("presenter", rows.PRESENTER),
        topic=label("topic", rows.TOPIC),
        asked_by=label("asked_by", rows.ASKED_BY),
        answered_by=label("answered_by", rows.ANSWERED_BY),
        sections=tuple((row.kind, late(row.pattern, re.IGNORECASE)) for row in SECTIONS),
    )


def _word(marker: str) -> str:
    """What of a marker stands in every text that has it."""
    return marker if marker[-1:].isalnum() else marker[:-1].rstrip()


def _literal(marker: str) -> str:
    """A marker as written; `풀이)` also reads `풀이1)`."""
    word, sign = marker[:-1].rstrip(), marker[-1:]
    if not sign or sign.isalnum():
        return re.escape(marker)
    return rf"{re.escape(word)}\s?(?:\d+(?:-\d+)?)?\s?{re.escape(sign)}"


def _alternatives(marks: tuple[str, ...], before: str, after: str) -> re.Pattern[str]:
    """One pattern of all marks; groups that several of them name are numbered apart: `number_1`."""
    # One mark may name the group twice, and no name may stand twice in one pattern.
    names = (f"(?P<number_{index}>" for index in count())
    parts = [re.sub(r"\(\?P<number>", lambda _: next(names), row) for row in marks]
    return late(f"{before}(?P<marker>{'|'.join(parts)}){after}")


def number_of(match: re.Match[str]) -> str | None:
    """The number in a marker: `2-1` of `Q2-1.`."""
    return next(
        (value for name, value in match.groupdict().items() if name.startswith("number") and value), None
    )
