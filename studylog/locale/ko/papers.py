"""Korean for papers: the board, the plan, the list `papers.yaml`."""

MESSAGES: dict[str, str] = {
    # What is doubtful in the list of papers
    "A paper has no key “{name}”.": "논문 항목에는 “{name}”라는 키가 없습니다.",
    "A paper with its keys was expected here.": "여기에는 “키: 값”으로 적은 논문이 와야 합니다.",
    "Add “title: …”, or an arXiv id or DOI.": "“title: …”을 적거나, arXiv 번호나 DOI를 적어 주세요.",
    "Begin each paper with “- title: …”.": "논문마다 “- title: …”로 시작해 주세요.",
    "Say in {file} whether it is: under “aliases”, or under “not”.": "맞으면 {file}의 aliases에, 아니면 not에 적어 주세요.",
    "The keys of a paper are: {names}.": "쓸 수 있는 키: {names}",
    "This paper has no title.": "이 논문에는 제목이 없습니다.",
    "a DOI, such as {example}": "{example} 같은 DOI",
    "a year, such as {example}": "{example} 같은 연도",
    "an arXiv id, such as {example}": "{example} 같은 arXiv 번호",
    "{file} is not a list of papers.": "{file:은/는} 논문 목록이 아닙니다.",
    "“{name}” is taken for the paper “{title}”.": "“{name}”은(는) “{title}” 논문으로 보고 묶었습니다.",
    "“{title}” stands here a second time.": "“{title}” 논문이 두 번 적혀 있습니다.",
}
