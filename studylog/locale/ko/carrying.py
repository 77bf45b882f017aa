"""What is carried from one meeting to the next, what stands at a meeting, and what a week brought."""

MESSAGES: dict[str, str] = {
    # The digest.
    "Carried in": "이어 온 질문",
    "Carried on": "이어 간 질문",
    "Carried through": "이어 온 회의",
    # Findings.
    "What is answered here is asked nowhere: {id}.": "여기에 답이 적힌 질문 {id}이(가) 어느 노트에도 없습니다.",
    "Pin the question in its note with ^{id}, or move the answer to it.": "원래 질문 끝에 ^{id}을(를) 적어 고정하거나, 답을 질문이 있는 곳으로 옮기세요.",
}
