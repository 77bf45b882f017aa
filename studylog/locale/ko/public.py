"""The public site: what it shows, and what it refuses."""

MESSAGES: dict[str, str] = {
    "an e-mail address": "전자우편 주소",
    "a telephone number": "전화번호",
    "the number of an identity card": "주민등록번호",
    "the number of an account": "계좌번호",
    "a key or a token": "키나 토큰",
    "a password": "비밀번호",
    "This would publish {what}: {written}": "{what:이/가} 공개됩니다: {written}",
    "This note stays private, because it may be meant to: {why}": "비공개로 쓴 노트일 수 있어 공개하지 않습니다. {why}",
    "This note stays private: its header has no type, but its name or first lines say “{type}”.": (
        "머리말에 유형이 없고 이름이나 첫 줄에 비공개 유형 “{type}” 표시가 있어서 공개하지 않습니다."
    ),
    "Write its “type” into its header, or “publish: true” if all may see it.": (
        "머리말에 “type”을 쓰거나, 누구나 보아도 되면 “publish: true”를 쓰세요."
    ),
    "Take it out, put it between `::: private` and `:::`, or list it under site.public.allow.": "지우거나, `::: private`과 `:::` 사이에 두거나, 공개해도 되면 site.public.allow에 적으세요.",
    "Nothing was published: {n:place/places} would show what must stay private.": "공개하지 않았습니다. 드러나면 안 되는 곳이 {n}군데 있습니다.",
    "See what would be visible with `studylog build --public --dry-run`.": "무엇이 보이게 되는지는 `studylog build --public --dry-run`으로 볼 수 있습니다.",
    "{n:thing becomes/things become} visible for the first time.": "처음으로 보이게 되는 것이 {n}개 있습니다.",
    "Nothing becomes visible that was not before.": "새로 보이게 되는 것이 없습니다.",
    "{n:note stays/notes stay} private.": "노트 {n}개는 공개하지 않습니다.",
    "What": "종류",
    "New lines": "새 줄",
    "a note": "노트",
    "a file": "파일",
    "{option} only goes with {other}.": "{option:은/는} {other:과/와} 함께만 씁니다.",
    "Only what everybody may see, as the settings say.": "설정에 따라 누구나 보아도 되는 것만 담습니다.",
    "With --public: only list what would become visible.": "--public과 함께: 무엇이 보이게 되는지 보여 주기만 합니다.",
    "for everybody: no private notes, people by their initials": "누구나 보도록: 비공개 노트는 빼고, 이름은 머리글자로",
    "what would become visible for the first time": "무엇이 처음으로 보이게 되는지",
    # One file.
    "{week} had no meeting.": "{week}에는 회의가 없었습니다.",
    "Weeks with meetings: {weeks}": "회의가 있던 주: {weeks}",
    "Weeks with meetings: {weeks}. {why}": "회의가 있던 주: {weeks}. {why}",
    "One file of {n} KB, with everything inside.": "필요한 것이 모두 든 파일 하나입니다({n} KB).",
    "Name another file with {option}.": "{option:으로/로} 다른 파일을 정하세요.",
    "One HTML file with everything inside; -o names the file.": "모든 것이 든 HTML 파일 하나. -o로 파일 이름을 정합니다.",
    "With --single-file: only this week: 3, or 2026-w48 of the calendar.": "--single-file과 함께: 이 주만 담습니다. 3, 또는 달력의 주로 2026-w48.",
    "the third week as one file, for a mail or a chat": "3주차를 메일이나 채팅에 붙일 파일 하나로",
}
