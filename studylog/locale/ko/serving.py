"""The preview of the site, and a build that goes on."""

MESSAGES: dict[str, str] = {
    "Port {port} is taken by another program.": "포트 {port}번은 다른 프로그램이 쓰고 있습니다.",
    "Port {port} cannot be used: {reason}": "포트 {port}번을 쓸 수 없습니다: {reason}",
    "Name another port, or none: then a free one is taken.": "다른 포트를 주거나, 포트를 빼고 실행하면 빈 포트를 찾아 씁니다.",
    "There are no ports above {most}.": "포트 번호는 {most}번까지입니다.",
    "The digest follows the notes; Ctrl-C ends it.": "노트를 저장할 때마다 다이제스트가 따라 바뀝니다. 끝내려면 Ctrl-C를 누르세요.",
    "Watching the notes; Ctrl-C ends it.": "노트를 지켜보고 있습니다. 끝내려면 Ctrl-C를 누르세요.",
    "No browser could be opened; the address is {address}": "브라우저를 열지 못했습니다. 주소는 {address} 입니다.",
    "{n:page/pages} changed.": "{n}쪽이 바뀌었습니다.",
    "It can be built again.": "이제 다시 만들 수 있습니다.",
    # Files for programs.
    "Paper: {title}": "논문: {title}",
    "Due: {what}": "기한: {what}",
    "The minutes of a study team: {meetings:meeting/meetings}, {questions:question/questions}, {papers:paper/papers}.": "스터디 팀의 회의록: 회의 {meetings}회, 질문 {questions}개, 논문 {papers}편.",
    "Lists": "목록",
    "Data": "데이터",
    "There is no such page": "없는 쪽입니다",
    "Perhaps its note was renamed, or the address was cut off.": "노트 이름이 바뀌었거나 주소가 잘렸을 수 있습니다.",
    # Help: init --pages.
    "Also write what makes GitHub build and show the digest.": "GitHub가 다이제스트를 만들어 보여 주게 하는 파일도 씁니다.",
    "and the digest in the web, by GitHub Pages": "GitHub Pages로 다이제스트를 웹에",
    "New in this notebook: {files}.": "이 노트북에 새로 생긴 것: {files}",
    "Choose GitHub Actions as the source of Pages in the settings of the repository, once.": "저장소 설정의 Pages에서 Source를 GitHub Actions로 한 번 골라 주세요.",
    # Help: serve.
    "Show the digest in a browser, as it follows the notes": "노트를 따라 바뀌는 다이제스트를 브라우저로 보기",
    "Show the digest in a browser of this machine. Whatever you save is on the open page at once, where you were reading; what cannot be built is told over the page, and the last good one stays. Ctrl-C ends it.": "이 컴퓨터의 브라우저로 다이제스트를 봅니다. 노트를 저장하면 열어 둔 쪽이 보던 자리 그대로 곧바로 바뀝니다. 만들 수 없으면 까닭을 쪽 위에 띄우고, 마지막으로 잘 만든 쪽을 그대로 둡니다. 끝내려면 Ctrl-C를 누릅니다.",
    "The port; the first free one from 8000 on when left out.": "포트. 생략하면 8000번부터 처음 비어 있는 포트.",
    "Open the page of today's meeting in your browser.": "브라우저로 오늘 회의 쪽을 엽니다.",
    "the digest at http://127.0.0.1:8000/": "다이제스트를 http://127.0.0.1:8000/ 에서 보기",
    "and the page of today's meeting in your browser": "오늘 회의 쪽을 브라우저로 열기",
    "at another port": "다른 포트로",
    "{option} does not go with {other}.": "{option:은/는} {other:과/와} 함께 쓸 수 없습니다.",
    # Help: build --watch.
    "Build again whenever something changes, until Ctrl-C.": "무언가 바뀔 때마다 다시 만듭니다. Ctrl-C로 끝냅니다.",
    "and again whenever a note changes": "노트가 바뀔 때마다 다시",
}
