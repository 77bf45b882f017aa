"""Signs that a text asks, states, thanks or knows nothing, and ids behind it: data, for both languages."""

import re

from studylog.core.grammar.vocabulary.markwords import ENDS_IN_L, ENDS_IN_N
from studylog.core.identity import ID_LETTERS
from studylog.core.late import late
from studylog.core.sought import sought

# A question for the mentor says so in the title of its section, or in its first words.
TO_MENTOR = late(r"멘토|mentor", re.IGNORECASE)
TO_MENTOR_MARK = late(
    r"^[\[(@](?:멘토|to\s?mentor|mentor)(?:님)?(?:께|에게)?[\])]?\s*[:：]?\s*", re.IGNORECASE
)

# Signs that a text asks, in one sentence of it.
ASKS = late(
    r"[?？]|(?:궁금|모르겠|헷갈|설명(?:이|을|해|\s?부탁)|알려\s?주|해\s?주(?:세요|실)|필요합니다|부탁|고민(?:이|입|중|돼|됩)|이해가\s[^.]{0,8}안)"
)
# The sign of a question at the end. Of several together the first one is enough: a line may have thousands.
QUESTION_SIGN = sought(
    "? ？",
    r"[?？](?<![?？][?？])(?<![?？][\s?？!][?？])[\s?？!.~^ㅠㅜㅎㅋ)…]*(?:[(（\[][^()（）\[\]\n]{1,20}[)）\]]\s*)?"
    # Where it arose, or a tag, may stand behind it.
    r"(?:(?:@|(?:강의|영상)\s)?(?:\d{1,3}\s?분(?:\s?(?:쯤|경|정도|대))?|\d{1,2}(?::\d\d){1,2})\s*|#\w{1,20}\s*)?$",
)
# `나누나요`, `차이가 큰가요`; `초기값이니까요` gives a reason.
_ASKS_POLITELY = rf"[가-힣](?:나요|(?<!니)까요)|{ENDS_IN_N}가요"
ASKS_POLITELY = sought("나요 까요 가요", rf"(?:{_ASKS_POLITELY})[\s.!~…ㅠㅜㅎㅋ)]*$")
# Whoever may know: `왜 나누는지 아는 사람`; `파이썬을 아는 사람` is somebody.
_ASKS_ANYBODY = (
    r"(?:아시는|(?:해|써|풀어|읽어)\s?보신)\s?분"
    r"|(?:왜|어떻게|어케|이유|차이|방법|원리|뜻|의미|[는은건]지)[^\n.?!]{0,20}\s아는\s?(?:사람|분)"
)
ASKS_ANYBODY = sought("아시는 아는 보신", rf"(?:{_ASKS_ANYBODY})[\s.!~…ㅠㅜㅎㅋ)]*$")
# Without the sign: how a sentence ends that asks, or that says what somebody does not know.
WONDERS = sought(
    "나요 까요 가요 궁금 모르겠 죠 아시는 아는 보신",
    rf"(?:{_ASKS_POLITELY}|궁금(?:합니다|해요|하다|함|하네요)?|{_ASKS_ANYBODY}"
    r"|(?<![가-힣])(?:왜|뭐|뭘|무엇을?|무슨)(?:\s[^\n.,?!]{0,24}[가-힣])?(?<![시알겠])죠"
    r"|(?:왜|어떻게|무엇|무슨|뭔지|어떤|어디|언제|차이|이유|이해|[식법뜻]을|원리|개념|의미)[^\n]{0,40}모르겠(?:습니다|어요|음|다|네요|는데요))"
    r"[\s.!~…ㅠㅜㅎㅋ)]*$",
)
# `버려야 하는지`, `빠지는 건가`, `닫을 수 있을까`, `맞는지 모르겠어요`: asks where it is signed or has an
# answer below.
ASKS_INDIRECTLY = sought(
    "지 가 까 거 냐 나 안 뭐 n't n’t not",
    rf"(?:(?<![가-힣])뭐(?:임|야|냐|니)|[는은을]지|[건뭔]지|{ENDS_IN_N}[지가]|{ENDS_IN_L}까|지(?:는|를)?\s(?:잘\s)?모르겠(?:습니다|어요|음|다|네요)|(?:이해|감)(?:이|가)\s(?:(?:잘\s)?안\s(?:됩니다|돼요|되네요|됨|가요|감)|잘\s?(?=\.\.|…)))"
    r"[\s.!~…ㅠㅜ)]*$"
    r"|(?:왜|어떻게|뭐|뭘|무슨|어떤|언제|어디|누가|몇)[^\n.?!]{0,40}(?:거(?:임|지|죠|야|냐|니|예요|에요)|냐|나)[\s.!~…ㅠㅜ)]*$"
    # `하나` and `누나` end so, too.
    r"|(?:[되있없맞같]|해야\s?하)나[\s.!~…ㅠㅜ)]*$"
    r"|\b(?:don['’]t|do not)\s(?:really\s)?(?:get|understand|see)\s(?:why|how|what|when|where)\b",
)
# `is the scan faster`, `how does it relate`: asks where somebody has signed it and something replies.
ASKS_IN_ENGLISH = late(
    r"\W*(?:(?:and|so|but|ok(?:ay)?|then),?\s)?(?:why\s\w|how\scome\b|(?:how|what|when|where|which|who)(?:['’]s\s|\s(?:is|are|was|were"
    r"|do|does|did|can|could|should|would|will|has|have)(?:n['’]t)?\s)|(?:is|are|was|were|does|did|can|could|should|would"
    r"|has|have)(?:n['’]t)?\s(?:the|an?|it|this|that|there|these|those|we|you|i|they|he|she|any\w*|one|our)\b)",
    re.IGNORECASE,
)
# How a sentence ends that states something.
STATES = late(r"(?:다|요|음|함|됨|임|죠|니다)[\s.!~ㅎㅋ)]*$")
# What asks for an explanation, where questions are expected.
REQUESTS = late(
    r"(?:설명|풀이|답변|도움)[^\n]{0,6}(?:부탁|주세요|주실|바랍니다|필요합니다)[^\n]{0,8}$"
    r"|알려\s?(?:주세요|주실)[^\n]{0,8}$|설명\s?해\s?(?:봐|줘|보세요|주시겠)[^\n]{0,4}$|이해가\s[^\n]{0,4}(?:안|되지|않)[^\n]{0,10}$"
)
# What is asked of a call, of when and where to meet, or of who listens, and not of what is learned there.
OF_THE_CALL = late(
    r"(?:마이크|목?소리|화면(?:\s?공유)?)[이가은는도]?\s(?:(?:지금|이제|다들|다|잘)\s)*(?:들리|보이|나오|나가)(?:시|고\s있)?(?:나요|세요|죠)"
    r"|(?:답변?|설명|도움)[이가은는]?\s(?:잘\s|좀\s)?(?:되셨|되었|됐|됬)\S{0,3}(?:나요|까요|가요)|이해\s?(?:되|가|하)\S{0,3}셨나요"
    r"|몇\s?시(?!간)(?:쯤|경|정도)?(?:에|까지|부터|로)?\s?(?:[?？]|시작|끝[나내]|볼까|봐요|봬요|만나|모[이여일]|올까|와요|오[시나]|가[요나]|갈까|할까|하나|하죠|할지|출발|도착|계[시세]|되[시나]|가능|괜찮|좋)"
    r"|장소[는가]?\s?어디|(?:회식|뒤풀이|뒷풀이|엠티|치맥)[^\n?？]{0,12}[?？]"
    r"|(?:예약|준비물?|간식|서기|섭외|공지|뒷정리|화면\s?공유)[은는이가]?\s?누가(?:\s?(?:할까요?|하나요?|하죠|해요|할래요?))?\s?[?？]"
    r"|(?:^|\s)\d{1,2}시(?:\s?(?:반|쯤|정도))+\s?[?？]"
    r"|(?:과제|숙제|출석|설문|신청서?|예약|회비)\S{0,3}\s?(?:[^\s?？]{1,6}\s){0,2}(?:제출|체크|신청|예약|등록|입금|작성)?\s?(?:했|하셨|냈|내셨|됐|되셨)(?:어|나|니|지|죠|음)요?\s?[?？]"
    r"|(?:can|do)\syou\s(?:all\s)?(?:hear|see)\s(?:me|my)\b|does that (?:help|answer|make sense)\b",
    re.IGNORECASE,
)
# How a question begins that goes on from an answer.
FOLLOWS_UP = late(
    r"^(?:(?:아+하?|오+|음+|네+|ㅇ[ㅎㅋㅇ]+|[Aa]h|[Oo]h|[Oo]k(?:ay)?)[\s.,!~…]{1,3})?"
    r"(?:그럼|그러면|그렇다면|그렇다고|그런데|혹시|추가로|[Tt]hen|[Ss]o|[Bb]ut (?:then|what|why|how)"
    r"|[Aa]nd (?:if|what|why|how|when|where))\b"
)
# A reply in the form of a question: 'might it not be …?'
# `분산이 커서?` replies with a reason, and wonders whether it is one.
RHETORICAL = late(
    r"아닐까|아닌가|않을까|같은데|isn't it|right\?"
    # `커진다 정도?`
    r"|[다음함됨임]\s?정도(?:요|일까요?)?\s?[?？]+(?=\s*(?:[(（][^()（）\n]*[)）]\s*)?(?:$|\n))"
    r"|\b[Ww]ho\s(?:would\shave\s(?:thought|guessed)\b|cares\b|knows[\s?!.]*$)"
    r"|(?:[아어여와워려라]서|[커해져돼써가나]서|때문(?:에|이)?|덕분(?:에|이)?|니까|[은는인한런른]\s?듯(?:요|함|합니다|해요)?|아마도?)\s?[.…~]*\s?[?？]"
    r"(?=\s*(?:[(（][^()（）\n]*[)）]\s*)?(?:$|\n))"
)
GOES_ON = late(r"(?:지만|는데|은데|인데|으며|이며|하고|라고|라서|여서|해서|면서|으면|라면|,)\s*$")
CONNECTS = late(
    r"^(?:그리고|또(?:한|는)?|그런데|근데|가령|예를\s?들|즉|다시\s?말|그러니까"
    r"|[Aa]nd|[Aa]lso|[Ff]or example)\b"
)
UNSURE = late(r"모르겠|이해가|헷갈|궁금|confus|don't (?:get|understand)")
THANKS = late(
    r"^[\s(（]*(?:앗!?|아하?|우?오+|우?와+|넵+|네+|ah+|oh+|ok(?:ay)?|great)?[\s,!~]*(?:[가-힣]{1,4}님[,!]?\s)?"
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
    r"(?:모름|모르겠(?:습니다|어요|네요|음|다)|(?:답변?[을은]?\s?)?못\s?찾(?:음|았(?:음|습니다|어요)))"
    r"|(?:아직\s)?아무도\s(?:안|못)\s?(?:해\s?봤?음|해\s?봄|찾음|함|했음|읽음|읽어\s?봄)"
    r"|(?:ㄹㅇ\s?)?(?:저도|나도)(?:요|\s(?:너무\s|정말\s|(?:그|이)(?:거|게)\s|같은\s(?:게|것이|부분이)\s)?궁금(?:합니다|해요|하네요|했어요|했습니다|했음|함)"
    r"|\s(?:같은|똑같은)\s(?:질문|의문)(?:입니다|이에요|이\s?(?:있습니다|있어요)|\s?있습니다)?)"
    r"|(?:시간[이은]?\s?(?:부족(?:으로|해서|하여)?|관계상|없어서|모자라서)[\s,]*)?(?:패스|스킵"
    r"|(?:논의|토의|답변?|질문)[을를은]?\s?(?:못|안)\s?(?:함|했(?:음|습니다|어요|다))"
    r"|(?:(?:논의|토의|답변?|질문)[을를은]?\s?)?못\s?(?:들|받|물어|여쭤)\s?(?:음|봄|었음|았음|봤음|(?:었|았|봤)(?:습니다|어요|다))"
    r"|답변?[을은]?\s?(?:듣지|받지|하지)\s?못(?:함|했(?:음|습니다|어요|다))|답변?[이은]?\s?(?:아직\s)?안\s?(?:옴|왔(?:음|습니다|어요|다)))"
    r"|시간(?:이|\s관계상)?\s?(?:없어서?|부족(?:해서|으로)?)?\s?(?:못\s?(?:함|봄|다룸|했음|했습니다)|패스|넘어감)"
    r"|다루지\s?못(?:함|했음|했습니다)"
    r"|(?:(?:잘\s)?(?:모르겠|몰라)(?:어)?서\s)(?:넘어감|넘어갔음|패스)|(?:추후\s|더\s)?확인(?:이)?\s?필요(?:함|합니다)?"
    r"|(?:찾아|알아)\s?보는\s?중(?:입니다|이에요)?|(?:조사|확인|작성)\s?(?:하는\s?)?중(?:입니다|이에요)?"
    r"|다음\s?(?:에|번에|시간에|주에)(?:\s(?:이어서|계속|다시|마저))?"
    r"|tb[adc]|n/?a|none|pending|(?:still\s|left\s)?(?:open|unanswered)(?:\s(?:so\sfar|for\snow))?|not\s(?:answered\s)?yet|no\s(?:idea|answers?(?:\s(?:yet|so\sfar|found))?)"
    r"|(?:still\s)?(?:to\sbe|needs?\sto\sbe)\s(?:checked|confirmed|answered|discussed|clarified|looked\sup)|needs\s(?:checking|looking\sup)"
    r"|(?:we\s)?could(?:n['’]t|\snot)\s(?:agree|find\s(?:it\s)?out|answer\s(?:it|this|that)|figure\s(?:it\s|this\s|that\s)?out|settle\s(?:it|this|that))"
    r"|(?:to\s)?ask\s(?:(?:in|at|during)\s(?:the\s)?(?:office\shours?|class|tutorial|lab)|(?:the|our)\s(?:tas?|prof(?:essor)?|mentor|instructor|lecturer))(?:\s(?:about\s)?(?:it|this|that))?"
    r"|not\s(?:discussed|covered|answered)|(?:we\s)?skipped(?:\s(?:it|this|that|for\snow))?"
    r"|(?:nobody|no\sone)(?:\selse)?\s(?:sure|kn(?:ew|ows)|remember(?:s|ed)|ha[sd]|was\ssure|is\ssure|could\s\w+)(?:\s[\w'’]+){0,4}|(?:(?:we\s)?ran\s)?out\sof\stime|no\stime|me\stoo|same\shere|silence|crickets"
    r"|(?:lots|plenty|many)\sof\sopinions|no\s(?:conclusion|consensus|agreement)(?:\syet)?|undecided|unresolved|unclear|(?:parked|park\s(?:it|this|that))(?:\sfor\s(?:now|later))?"
    r"|(?:i\s)?don't\sknow|not\ssure)?[\W_ㅠㅜㅎㅋ]*",
    re.IGNORECASE,
)

# `Q. 없음`: nobody asks anything.
NOTHING_ASKED = late(
    r"\W*(?:(?:질문\s?)?(?:없음|없습니다|없어요)|none|n/?a|nothing|no questions?)?[^\w?？]*", re.IGNORECASE
)

PIN = sought(
    "^q-",
    rf"\s*\^(?P<id>q-{ID_LETTERS})(?![\w-])"
    r"(?:[ \t]+(?P<verb>closed|닫음|duplicate|중복)\s?[:：]?\s*(?P<reason>[^\n]*))?",
)
DUPLICATE = late(r"중복|같은 질문|duplicate|same as", re.IGNORECASE)
QUESTION_ID = late(rf"q-{ID_LETTERS}")
