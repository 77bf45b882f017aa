"""The marks before questions, answers, slides and presenters, as people write them: data, for both languages.

Every entry is an alternative of one pattern, matched at the start of a line.
"""

ARROW = r"(?:→|⇒|->|=>|➡)"
"""An arrow, as people type it."""

AT_ONCE = (
    r"(?=(?:(?:[Yy]es|[Yy]ep|[Yy]eah|[Nn]o|[Nn]ope|[Nn]ot|[Bb]ecause|[Oo]nly|[Ii]t\sdoes|[Dd]epends)\b"
    r"|(?:네|넵|예|응|아니[요오]?|아뇨|가능|불가)(?![가-힣])))"
)
"""How an answer begins that stands behind a dash: `Is it allowed? — yes, but …`."""

# A number as people give it to questions: 1, 2-1.
_NUMBER = r"(?P<number>\d{1,3}(?:-\d{1,2})?)"
_CLOSE = r"\s?(?:::|[.):：．）])"

# `Q (춘향): …`, `답변 (림): …`: who speaks stands behind the mark; `Q(s, a)` is a function.
_NAMED = r"\s?(?=[(\[][^(),\[\]\n]{2,20}[)\]]\s?[:：])"
_BY = _NAMED.replace("{2,20}", "{1,20}")
# Without a colon behind, the bracket has to look like a name: `**Q (춘향)** …`.
_PERSON = r"\s?(?=[(\[](?:[가-힣]{2,4}(?:\s?님)?|[A-Z][a-z]{1,14})[)\]]\s+\S)"
# `필요한가요`, `어려운가요`, `만든 건가요`: whatever ends in ㄴ before 가요 asks.
ENDS_IN_N = f"[{''.join(map(chr, range(ord('간'), ord('힣') + 1, 28)))}]"
# `있을까`, `될까`: whatever ends in ㄹ before 까 wonders; `니까` gives a reason.
ENDS_IN_L = f"[{''.join(map(chr, range(ord('갈'), ord('힣') + 1, 28)))}]"
_ASKS_IN_LINE = (
    r"(?=(?:[(\[][^()\[\]\n]*[)\]])?\s*(?:[Ww]h(?:y|at|en|ere|ich|o)|[Hh]ow)(?:['’]s)?\s|[^\n]*(?:[?？]|궁금|모르겠|이해(?:가|를)?\s[^\n]{0,6}[안못]"
    rf"|(?:[가-힣](?:까|나요)|{ENDS_IN_N}가요)[.\s]*(?:\n|$)))"
)

# One of these words is in every mark of a question, and of a guess.
QUESTION_WORDS = (
    "Q",
    "q",
    "질문",
    "질의",
    "❓",
    "❔",
    "문",
    "🙋",
    "🤔",
    "[!f",
    "[!h",
    "[!F",
    "[!H",
    "[?]",
    "ollow",
    "問",
)
# … and one of these signs is in each, so that 질문 and 문제 within a sentence are soon seen to be no mark.
QUESTION_SIGNS = tuple("Qq.．:：)）（(]】#>-–—❓❔🙋🤔")
GUESS_MARK_WORDS = ("생각", "추측", "추론", "뇌피셜", "uess")
QUESTION = (
    rf"Q(?:\.|\s?#|-){_NUMBER}(?:{_CLOSE}|(?=\s))",
    rf"#Q{_NUMBER}(?:{_CLOSE}|(?=\s))",
    # A tag in front of what is asked, perhaps among others.
    r"#(?:[Qq]uestion|질문)(?:\s#[\w/-]{1,30}){0,3}\s(?=[^\s#])",
    rf"[Qq]\s?{_NUMBER}?{_NAMED}|(?:[Qq]uestion|질[문의])\s?{_NUMBER}?{_BY}",
    rf"Q\s?{_NUMBER}?{_PERSON}{_ASKS_IN_LINE}",
    rf"[Qq]\s?{_NUMBER}?{_CLOSE}(?!\w\.)",
    rf"[\[(<【][Qq]\s?{_NUMBER}?[\])>】]\s?[.:：]?",
    rf"(?:[가-힣]{{1,4}}\s?)?질[문의]\s?{_NUMBER}?\s?(?:::|[):：）])",
    # A box that is ticked off with a question.
    r"\[\?\](?=\s\S)",
    r"[\[(<【](?:[가-힣]{1,4}\s?)?질[문의][\])>】]\s?:?",
    rf"(?:(?:[Ff]ollow-?up|[Oo]pen|[Qq]uick|[Aa]nother|[Ss]ide|[Dd]umb|[Ss]tupid)\s)?[Qq]uestion\s?{_NUMBER}?\s?[.):：]",
    rf"(?:[Aa]|[Oo]ne|[Tt]he)\s[Qq]uestion\s(?:that\s)?(?:we|nobody|no\sone)\s[^:.?\n]{{3,40}}:{_ASKS_IN_LINE}",
    # `Q from Ada: …`: who asks stands behind.
    rf"(?:Q|[Qq]uestion)\s?{_NUMBER}?\s(?:from|by)\s(?=[A-Z][^:\n]{{1,20}}:\s)",
    # `Follow-up: send the slides` is something to do.
    rf"[Ff]ollow(?:-|\s)?up\s?{_NUMBER}?(?:\s?[:：)]|{_BY}){_ASKS_IN_LINE}",
    # `질문 1 (춘향)` over what is asked.
    rf"(?:질문|[Qq]uestion|Q)\s?{_NUMBER}\s?(?=[(（][^(),（）\n]{{2,20}}[)）]\s*(?:\n|$))",
    # `❓ 질문 & 답변` is a title.
    r"[❓❔]\ufe0f?+\s?+(?!(?:[가-힣A-Za-z]{1,15}\s)?(?:질문|질의|문답|Q\s?&|FAQ|[Qq]uestions?)[^?？\n]{0,12}$)",
    r"Qs\s?:(?=\s*\S)",
    # Without a closing sign the mark needs a number, or a question behind it.
    rf"질[문의]\s?{_NUMBER}\s?[.-](?!\d)",
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
    rf"A\s?{_NUMBER}?(?:{_NAMED}|{_PERSON})|(?:[Aa]ns(?:wer)?|답변?)\s?{_NUMBER}?{_BY}",
    rf"(?:A\s?{_NUMBER}?|a{_NUMBER}){_CLOSE}(?!\w\.)",
    rf"[\[(<【]A\s?{_NUMBER}?[\])>】]\s?[.:：]?",
    # `(answered by Ada) It is.`: whose it is stands behind.
    r"[(\[][Aa]nswered\sby\s(?=[^()\[\]\n]{2,20}[)\]])",
    r"(?:R|Re|Reply|[Rr]esolved|[Rr]esolution)\s?[:：](?=\s)",
    rf"(?:답변?|해설|정답|답글|回?答え?)\s?{_NUMBER}?\s?(?:::|[):：）])",
    # `춘향님 답변 : …`, and whatever else it is that answers.
    r"(?:[가-힣]{1,5}|[A-Z][A-Za-z]{1,15})\s(?:추가\s?)?답변?\s?[:：)]",
    r"[\[(<【]추가\s?(?:답변?|의견|설명)[\])>】]\s?:?",
    r"[\[(<【](?:답변?|해설|정답)[\])>】]\s?:?",
    rf"(?:[Aa]nswer|[Aa]ns)\s?{_NUMBER}?\s?[.):：]",
    r"(?:⇒|=>|==>|⟹|→|->|-->|➡️?|↳|└|ㄴ(?=\s|$))\s?",
    rf"[\[(<【](?:[Aa]nswer|[Aa]ns)\s?{_NUMBER}?[\])>】]\s?[.:：]?",
    rf"(?:답변?|해설|정답)\s?{_NUMBER}\s?[.-](?!\d)|답변\.(?=\s)",
    rf"A\s?{_NUMBER}?\s?[-–—>]\s+(?=\S)",
    rf"[-–—]\s{AT_ONCE}",
    r"\[!(?:[Ss]uccess|SUCCESS|[Cc]heck|[Dd]one|[Aa]nswer|ANSWER)\][-+]?[ \t]?",
    r"[💡💬👉🙆][\U0001f3fb-\U0001f3ff]?(?:\u200d[♀♂])?\ufe0f?\s?",
)
ADDITION = (
    r"\(\s?\+[^)\n]{0,8}\)\s?[:：]?",
    r"\+\s?\)",
    # `(8/13 추가) …`, as somebody adds the next day.
    r"[(\[]\s?\d{1,2}(?:/|\.\s?|월\s?)\d{1,2}일?\s?(?:추가|보충|added)\s?[)\]]\s?[:：]?",
    rf"(?:피드백|코멘트|보충(?:\s?설명)?|첨언|[Ff]eedback|[Cc]omment){_BY}",
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
    r"아마(?:도)?(?=[\s,.…?~])",
    r"(?:제|내|개인적인)\s?(?:생각|추측)(?:에는|엔|으로는|으론|인데|입니다만)",
    r"(?:확실하지는?|확실친|정확하지는?|정확친|잘\s?모르(?:겠|지))[^\n.]{0,8}(?:지만|는데)",
    r"(?:잘\s)?모르겠[^\n아]{0,8}아마(?:도)?(?=[\s,.…])",
    r"(?:(?:[Yy]es|[Yy]eah|[Nn]o|[Hh]mm?),?\s)?[Ii]\s(?:guess|think|suppose|believe)\b",
    r"(?:[Ii]\s)?[Tt]hink\sso\b|[Hh]mm+\b(?=[\s,.…])",
    r"[Ii]f I understand\b",
    r"(?:(?:[Yy]es|[Yy]eah|[Nn]o),?\s)?(?:[Mm]aybe|[Pp]erhaps|[Pp]robably|(?:[Mm]ost\s)?[Ll]ikely(?!\s(?!this\b)\w+s\s)|[Pp]resumably|[Pp]ossibly)\b",
    r"(?:I['’]?m\s)?(?:[Nn]ot|[Pp]retty|[Ff]airly)\s(?:100\s?%\s|entirely\s|totally\s|completely\s)?sure\b",
    r"\(?[Uu]nsure\b",
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
    r"자료(?=\s?[:：]|\s[-–—]\shttps?://)",
    r"📎",
    r"(?:발표\s?자료|슬라이드|자료)[은는](?=\s+https?://)",
)
PRESENTER = (
    r"발[표제]자?",
    r"발표\s?담당",
    r"리뷰어",
    r"[Pp]resenters?",
    r"[Pp]resented by|[Ll]ed by",
    r"[Ss]peaker",
    r"(?:[Dd]iscussion )?[Ll]ead(?:er)?",
    r"👤",
)
TOPIC = (
    r"발표\s?주제|(?:발표|논문|[Tt]alk|[Pp]aper)\s?\d{1,2}",
    r"(?:오늘의?\s|이번\s(?:주\s)?|이번주\s)?(?:리뷰\s?)?논문(?:\s?(?:제목|명))?|[Pp]aper(?:\s[Tt]itle)?|[Tt]opic"
    r"|[Pp]aper\s[Oo]f\s[Tt]he\s(?:[Ww]eek|[Dd]ay|[Mm]onth)|(?:[Tt]oday|[Tt]his\s[Ww]eek)['’]s\s[Pp]aper",
    r"[Jj]ournal\s[Cc]lub",
    r"제목(?=\s?[:：]\s?[\"“][^\"”\n]*[A-Za-z]{2})",
)
ASKED_BY = (r"질문자", r"작성자", r"[Aa]sked by")
ANSWERED_BY = (r"답변자", r"[Aa]nswered by")
