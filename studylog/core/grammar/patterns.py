"""The words people write before questions, answers, slides and presenters: data, for both languages.

Every entry is an alternative of one pattern, matched at the start of a line. A notebook adds plain markers
of its own under `patterns:` in `studylog.yaml` (`answer: ["풀이)"]`); they are matched as they are written,
with a number allowed before the closing sign.
"""

import re
from collections.abc import Mapping
from functools import cache
from itertools import count

from studylog.core.grammar.titlewords import SECTIONS
from studylog.core.late import late
from studylog.core.sought import Sought, sought
from studylog.core.values import dataclass

# A number as people give it to questions: 1, 2-1.
_NUMBER = r"(?P<number>\d{1,3}(?:-\d{1,2})?)"
_CLOSE = r"\s?(?:::|[.):：．）])"

# `Q (춘향): …`, `답변 (림): …`: who speaks stands behind the mark; `Q(s, a)` is a function.
_NAMED = r"\s?(?=[(\[][^(),\[\]\n]{2,20}[)\]]\s?[:：])"
_BY = _NAMED.replace("{2,20}", "{1,20}")
# A picture or a point may stand before any mark: `🔹 Q. …`, `• Q. …`, `❓ Q. …`.
_DECORATION = (
    r"(?:[•·‣※ㆍ\u25a0-\u25ff\u2600-\u2794\u2798-\u27a0\u2b00-\u2bff"
    r"\U0001f300-\U0001faff]\ufe0f?\s*)?"
)
# `필요한가요`, `어려운가요`, `만든 건가요`: whatever ends in ㄴ before 가요 asks.
_ENDS_IN_N = f"[{''.join(map(chr, range(ord('간'), ord('힣') + 1, 28)))}]"
_ASKS_IN_LINE = (
    r"(?=[^\n]*(?:[?？]|궁금|모르겠|이해(?:가|를)?\s[^\n]{0,6}[안못]"
    rf"|(?:[가-힣](?:까|나요)|{_ENDS_IN_N}가요)[.\s]*(?:\n|$)))"
)

# One of these words is in every mark of a question, and of a guess.
QUESTION_WORDS = ("Q", "q", "질문", "❓", "❔", "문", "🙋", "🤔", "[!f", "[!h", "[!F", "[!H", "ollow", "問")
GUESS_MARK_WORDS = ("생각", "추측", "추론", "뇌피셜", "uess")
QUESTION = (
    rf"Q(?:\.|\s?#|-){_NUMBER}(?:{_CLOSE}|(?=\s))",
    rf"#Q{_NUMBER}(?:{_CLOSE}|(?=\s))",
    rf"[Qq]\s?{_NUMBER}?{_NAMED}|(?:[Qq]uestion|질문)\s?{_NUMBER}?{_BY}",
    rf"[Qq]\s?{_NUMBER}?{_CLOSE}(?!\w\.)",
    rf"[\[(<【][Qq]\s?{_NUMBER}?[\])>】]\s?[.:：]?",
    rf"(?:[가-힣]{{1,4}}\s?)?질문\s?{_NUMBER}?\s?[):：）]",
    r"[\[(<【](?:[가-힣]{1,4}\s?)?질문[\])>】]\s?:?",
    rf"(?:[Ff]ollow-?up\s)?[Qq]uestion\s?{_NUMBER}?\s?[.):：]",
    # `Follow-up: send the slides` is something to do.
    rf"[Ff]ollow(?:-|\s)?up\s?{_NUMBER}?(?:\s?[:：)]|{_BY}){_ASKS_IN_LINE}",
    # `질문 1 (춘향)` over what is asked.
    rf"(?:질문|[Qq]uestion|Q)\s?{_NUMBER}\s?(?=[(（][^(),（）\n]{{2,20}}[)）]\s*(?:\n|$))",
    # `❓ 질문 & 답변` is a title.
    r"[❓❔]\ufe0f?+\s?+(?!(?:[가-힣A-Za-z]{1,15}\s)?(?:질문|질의|문답|Q\s?&|FAQ|[Qq]uestions?)[^?？\n]{0,12}$)",
    r"Qs\s?:(?=\s*\S)",
    # Without a closing sign the mark needs a number, or a question behind it.
    rf"질문\s?{_NUMBER}\s?[.-](?!\d)",
    rf"[質疑]?問\s?{_NUMBER}?\s?[):：）]",
    rf"문\s?{_NUMBER}\s?[.):：）]|문\s?[):：）](?=[^\n]*(?:[?？]|[까가요오라지]\.?\s*(?:\n|$)))",
    rf"Q\s?{_NUMBER}\s?[-–—>]\s+(?!Q)|Q\s?[-–—>]\s+(?=\S){_ASKS_IN_LINE}",
    rf"Q{_NUMBER}\s+(?=\S){_ASKS_IN_LINE}",
    r"\[!(?:[Qq]uestion|QUESTION|[Ff]aq|FAQ|[Hh]elp|HELP)\][-+]?\s?",
    rf"[🙋🤔][\U0001f3fb-\U0001f3ff]?(?:\u200d[♀♂])?\ufe0f?\s?{_ASKS_IN_LINE}",
)
SUB_QUESTION = (rf"{_NUMBER}\s?[.):](?=\s|[가-힣])",)
ANSWER = (
    rf"A(?:\.|\s?#|-){_NUMBER}(?:{_CLOSE}|(?=\s))",
    rf"A\s?{_NUMBER}?{_NAMED}|(?:[Aa]ns(?:wer)?|답변?)\s?{_NUMBER}?{_BY}",
    rf"(?:A\s?{_NUMBER}?|a{_NUMBER}){_CLOSE}(?!\w\.)",
    rf"[\[(<【]A\s?{_NUMBER}?[\])>】]\s?[.:：]?",
    r"(?:R|Re|Reply)\s?[:：](?=\s)",
    rf"(?:답변?|해설|정답|답글|回?答え?)\s?{_NUMBER}?\s?[):：）]",
    # `춘향님 답변 : …`, and whatever else it is that answers.
    r"(?:[가-힣]{1,5}|[A-Z][A-Za-z]{1,15})\s(?:추가\s?)?답변?\s?[:：)]",
    r"[\[(<【]추가\s?(?:답변?|의견|설명)[\])>】]\s?:?",
    r"[\[(<【](?:답변?|해설|정답)[\])>】]\s?:?",
    rf"(?:[Aa]nswer|[Aa]ns)\s?{_NUMBER}?\s?[.):：]",
    r"(?:⇒|=>|==>|⟹|→|->|-->|➡️?|↳|└|ㄴ(?=\s|$))\s?",
    rf"[\[(<【](?:[Aa]nswer|[Aa]ns)\s?{_NUMBER}?[\])>】]\s?[.:：]?",
    rf"(?:답변?|해설|정답)\s?{_NUMBER}\s?[.-](?!\d)",
    rf"A\s?{_NUMBER}?\s?[-–—>]\s+(?=\S)",
    r"\[!(?:[Ss]uccess|SUCCESS|[Cc]heck|[Dd]one|[Aa]nswer|ANSWER)\][-+]?[ \t]?",
    r"[💡💬👉🙆][\U0001f3fb-\U0001f3ff]?(?:\u200d[♀♂])?\ufe0f?\s?",
)
ADDITION = (
    r"\(\s?\+[^)\n]{0,8}\)\s?[:：]?",
    r"\+\s?\)",
    r"(?:\(추가\)|추가\s?[):：]|덧붙여\s?[):：]|[Aa]dded\s?[:：])",
)
GUESS = (
    r"(?:[^.\n?!]{0,20}?\s)?(?:(?:제|내|저의|나의|개인적인)\s?)?(?:생각|추측|추론|뇌피셜)\s?[):：）]",
    r"[\[(<](?:추측|생각|guess)[\])>]",
    r"(?:[Mm]y\s)?[Gg]uess\s?[.):：]",
)
# A reply that begins so is a guess although nothing stands before it; the words stay in its text.
GUESS_WORDS = (
    r"(?:이건\s|저는\s)?추측(?:입니다만?|이지만|이긴\s?한데|인데|으로는|하건대|컨대|하기로는)",
    r"아마(?:도)?(?=[\s,.…])",
    r"(?:제|내|개인적인)\s?(?:생각|추측)(?:에는|엔|으로는|으론|인데|입니다만)",
    r"(?:확실하지는?|확실친|정확하지는?|정확친|잘\s?모르(?:겠|지))[^\n.]{0,8}(?:지만|는데)",
    r"(?:[Ii]\s(?:guess|think|suppose|believe)|[Ii]f I understand)\b",
    r"(?:[Mm]aybe|[Pp]erhaps|[Pp]robably|[Nn]ot sure)\b",
)
CONFIRMATION = (
    r"(?:[가-힣]{1,6}\s?)?확인(?:됨|완료|했습니다)?\s?[:：)]",
    r"(?:[가-힣]{1,4}\s?)?(?:멘토|교수|조교|강사|선생)(?:님)?(?:\s?(?:답변?|말씀))?\s?[:：)]",
    r"[\[(<](?:[가-힣]{1,4}\s?)?(?:멘토|교수|조교|강사|선생)(?:님)?[\])>]\s?[:：]?",
    r"[Cc]onfirmed(?:\sby\s[^:\n]{1,30})?\s?[:：)]",
    r"(?:[Mm]entor|[Pp]rof(?:essor|\.)?|[Ii]nstructor|TA)(?:\s[A-Z]\w{1,20})?(?:\s(?:says|said|replied))?\s?[:：)]",
)
SLIDES = (
    r"발표\s?자료\s?(?:링크)?",
    r"(?:강의\s?|리뷰\s?)?슬라이드(?!\s?\d)",
    r"(?:[Ss]lides?|[Dd]eck)(?!\s?\d)",
    r"PPT|ppt",
    r"자료(?=\s?[:：])",
)
PRESENTER = (r"발표자?", r"발표\s?담당", r"리뷰어", r"[Pp]resenters?", r"[Pp]resented by", r"[Ss]peaker")
TOPIC = (
    r"발표\s?주제|(?:발표|논문|[Tt]alk|[Pp]aper)\s?\d{1,2}",
    r"(?:오늘의?\s|이번\s?주\s)?(?:리뷰\s?)?논문(?:\s?(?:제목|명))?|[Pp]aper(?:\s[Tt]itle)?|[Tt]opic",
)
ASKED_BY = (r"질문자", r"작성자", r"[Aa]sked by")
ANSWERED_BY = (r"답변자", r"[Aa]nswered by")
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
    rf"(?:[가-힣](?:나요|까요)|{_ENDS_IN_N}가요|궁금(?:합니다|해요|하다|함|하네요)"
    r"|(?:왜|어떻게|무엇|무슨|뭔지|어떤|어디|언제|차이|이유|이해)[^\n]{0,40}모르겠(?:습니다|어요|음|다|네요|는데요))"
    r"[\s.!~…ㅠㅜㅎㅋ)]*$",
)
# `버려야 하는지`, `빠지는 건가`: what asks where somebody has signed it or answers below.
ASKS_INDIRECTLY = sought(
    "지 가 안 n't n’t not",
    rf"(?:[는은을]지|[건뭔]지|{_ENDS_IN_N}[지가]|(?:이해|감)(?:이|가)\s(?:잘\s)?안\s(?:됩니다|돼요|되네요|됨|가요|감))"
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
# A reply in the form of a question: 'might it not be …?'
RHETORICAL = late(r"아닐까|아닌가|않을까|같은데|isn't it|right\?")
GOES_ON = late(r"(?:지만|는데|은데|인데|으며|이며|하고|라고|라서|여서|해서|면서|으면|라면|,)\s*$")
CONNECTS = late(
    r"^(?:그리고|또(?:한|는)?|그런데|근데|가령|예를\s?들|즉|다시\s?말|그러니까"
    r"|[Aa]nd|[Aa]lso|[Ff]or example)\b"
)
UNSURE = late(r"모르겠|이해가|헷갈|궁금|confus|don't (?:get|understand)")
THANKS = late(
    r"^[\s(（]*(?:앗!?|아하?|오+|와+|넵+|네+)?[\s,!]*(?:(?:정말|답변|모두|넘|너무)\s?)*"
    r"(?:감사|고마|땡큐|thanks|thank you)[^?]{0,20}$|^[\W\sㅋㅎㅠㅜ]+$"
    r"|^\W*(?:(?:앗|아+하?|오+|와+|넵+|네+|ok|oh|ah)[\s,.!]+)?(?:그렇(?:군요|구나)|그러(?:네요|게요)"
    r"|(?:다\s)?(?:이해(?:했|됐|되었)|알겠)(?:습니다|어요)|got it|i see|makes sense)[\W\sㅋㅎㅠㅜ]*$",
    re.IGNORECASE,
)
# `넵`: an answer, too, unless there is one already, or who asked says so.
NODS = late(r"\W*(?:넵+|넹+|네+|예|응|ㅇㅇ|ㅇㅋ|오케이|ok(?:ay)?|yep|yes)[\W\sㅋㅎㅠㅜ]*", re.IGNORECASE)

# What stands where an answer will stand, as long as nobody knows one.
NO_ANSWER = late(
    r"[\W_]*(?:(?:아직\s?)?(?:답변?\s?)?(?:없음|없습니다|없어요|미정|미해결|미답변?|대기(?:\s?중)?)"
    r"|(?:저도\s|아직\s|아무도\s|다들\s|모두\s)*(?:잘\s)?(?:모름|모르겠(?:습니다|어요|네요|음|다)|못\s?찾음)"
    r"|(?:시간\s?(?:이\s)?(?:부족|관계상)\s?)?(?:논의|토의|답변?)\s?(?:못\s?함|안\s?함)|다루지\s?못(?:함|했음|했습니다)"
    r"|tb[ad]|n/?a|none|pending|unanswered|not\s(?:answered\s)?yet|no\s(?:idea|answer)"
    r"|not\s(?:discussed|covered|answered)|nobody\skn(?:ew|ows)|(?:ran\s)?out\sof\stime|no\stime"
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

    def at_start(name: str, rows: tuple[str, ...]) -> re.Pattern[str]:
        own = tuple(_literal(marker) for marker in more.get(name, ()))
        return _alternatives((*own, *rows), rf"^\s*{_DECORATION}", r"\s*")

    def behind(name: str, words: tuple[str, ...], rows: tuple[str, ...]) -> Sought:
        return Sought((*words, *map(_word, more.get(name, ()))), at_start(name, rows))

    def label(name: str, rows: tuple[str, ...]) -> re.Pattern[str]:
        own = tuple(re.escape(marker.rstrip(" :：")) for marker in more.get(name, ()))
        return _alternatives(
            (*own, *rows), r"^\s*", r"\s*(?:(?:[:：]|→|->|=>)\s*|$|(?<=resented by)\s+|(?<=\d)[.)]\s+)"
        )

    return Patterns(
        question=behind("question", QUESTION_WORDS, QUESTION),
        sub_question=at_start("sub_question", SUB_QUESTION),
        answer=at_start("answer", ANSWER),
        addition=at_start("addition", ADDITION),
        guess=behind("guess", GUESS_MARK_WORDS, GUESS),
        guess_words=at_start("guess_words", GUESS_WORDS),
        confirmation=at_start("confirmation", CONFIRMATION),
        slides=label("slides", SLIDES),
        presenter=label("presenter", PRESENTER),
        topic=label("topic", TOPIC),
        asked_by=label("asked_by", ASKED_BY),
        answered_by=label("answered_by", ANSWERED_BY),
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


def _alternatives(rows: tuple[str, ...], before: str, after: str) -> re.Pattern[str]:
    """One pattern of all rows; groups that several rows name are numbered apart (`number`, `number_1`, …)."""
    # One row may name the group twice, and no name may stand twice in one pattern.
    names = (f"(?P<number_{index}>" for index in count())
    parts = [re.sub(r"\(\?P<number>", lambda _: next(names), row) for row in rows]
    return late(f"{before}(?P<marker>{'|'.join(parts)}){after}")


def number_of(match: re.Match[str]) -> str | None:
    """The number in a marker: `2-1` of `Q2-1.`."""
    return next(
        (value for name, value in match.groupdict().items() if name.startswith("number") and value), None
    )
