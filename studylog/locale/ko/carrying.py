"""What is carried from one meeting to the next, what stands at a meeting, and what a week brought."""

MESSAGES: dict[str, str] = {
    # What stands in notes.
    "Write an answer under its question. `studylog carry` refreshes these lines and keeps yours.": "답은 질문 아래에 적으면 원래 질문의 답이 됩니다. `studylog carry`가 이 줄들을 새로 고치고, 적어 둔 글은 그대로 둡니다.",
    "Carried over": "지난 시간에 이어서",
    "Still open": "아직 열린 질문",
    "Promised": "약속",
    "Papers of the day": "오늘의 논문",
    "Without slides": "발표자료가 없는 논문",
    "Nothing is left open": "남은 질문도 약속도 없음",
    "the latest {shown} of {total}": "{total}개 가운데 최근 {shown}개",
    "due {day}": "{day}까지",
    # The commands.
    "Put what is open at the top of the coming note": "다가오는 노트 맨 위에 아직 열린 것을 이어 옵니다",
    "into today's note, or the next one": "오늘 노트에, 없으면 다음 노트에",
    "into the note of a day": "그날의 노트에",
    "Put what is open at the top of the coming note: questions, promises, papers of the day. They stay where they stand; an answer that is written under one answers the original. Again, it refreshes these lines and keeps what was written among them.": "다가오는 노트 맨 위에 아직 열린 질문, 약속, 그날의 논문을 이어 옵니다. 원래 글은 제자리에 그대로 있고, 이어 온 질문 아래에 적은 답은 원래 질문의 답이 됩니다. 다시 실행하면 이 줄들만 새로 고치고, 그 사이에 적은 글은 그대로 둡니다.",
    "What is open was not carried over: the notes have to be read first.": "아직 열린 것을 이어 오지 않았습니다. 먼저 노트를 모두 읽어야 합니다.",
    "`studylog carry` does that.": "`studylog carry`를 실행하면 됩니다.",
    "Carried over: {questions:question/questions}, {promises:promise/promises}.": "이어 왔습니다: 질문 {questions}개, 약속 {promises}개.",
    "No note of a coming meeting is there yet.": "다가오는 회의의 노트가 아직 없습니다.",
    "Write it with `studylog new`, or name the note that is meant.": "`studylog new`로 쓰거나, 어느 노트인지 이름을 주세요.",
    "{path} is no meeting, so nothing is carried into it.": "{path}은(는) 회의록이 아니어서 이어 올 것이 없습니다.",
    "Nothing is carried into meetings of the type {type}.": "{type} 유형의 회의에는 아무것도 이어 오지 않습니다.",
    "Set `carry: true` in studylog.yaml, for the type or for all.": "studylog.yaml에서 그 유형이나 전체에 `carry: true`를 적으세요.",
    "What was carried over begins here and ends nowhere.": "이어 온 부분이 여기서 시작되는데 끝나는 곳이 없습니다.",
    "Put the line {line} behind it, and run the command again.": "그 뒤에 {line} 줄을 적고 다시 실행하세요.",
    # The digest.
    "Carried in": "이어 온 질문",
    "Carried on": "이어 간 질문",
    "Carried through": "이어 온 회의",
    # Findings.
    "What is answered here is asked nowhere: {id}.": "여기에 답이 적힌 질문 {id}이(가) 어느 노트에도 없습니다.",
    "Pin the question in its note with ^{id}, or move the answer to it.": "원래 질문 끝에 ^{id}을(를) 적어 고정하거나, 답을 질문이 있는 곳으로 옮기세요.",
}
