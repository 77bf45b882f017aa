"""Slides: where they are, where they went, and how they are added."""

MESSAGES: dict[str, str] = {
    "The slides {url} moved to {place}.": "발표 자료 {url:이/가} {place:으로/로} 옮겨졌습니다.",
    "`studylog slides check --fix` corrects the link.": "`studylog slides check --fix`로 링크를 고칠 수 있습니다.",
    "The slides {url} are not there any more.": "발표 자료 {url:이/가} 더는 그 자리에 없습니다.",
    "Perhaps these are meant: {place}.": "혹시 이 파일인가요: {place}",
    "Correct the link, or add the slides with `studylog slides add`.": "링크를 고치거나 `studylog slides add`로 발표 자료를 넣으세요.",
    "The clone of {repository} is not there, so its slides are not checked.": "{repository}의 클론이 없어서 그 저장소의 발표 자료는 확인하지 않았습니다.",
    "Correct its path under `repositories`, or clone it to {folder}.": "`repositories`의 경로를 고치거나 {folder}에 클론하세요.",
    "What should be the clone of {repository} is no git repository, so its slides are not checked.": "{repository}의 클론이라는 곳이 git 저장소가 아니어서 발표 자료를 확인하지 않았습니다.",
    "git is not installed, so the slides in {repository} are not checked.": "git이 설치되어 있지 않아 {repository}의 발표 자료는 확인하지 않았습니다.",
    "Install git, and they are.": "git을 설치하면 확인합니다.",
    "git cannot read the clone of {repository}, so its slides are not checked.": "git이 {repository}의 클론을 읽지 못해 발표 자료를 확인하지 않았습니다.",
    "`git -C {folder} log` says why.": "`git -C {folder} log`로 까닭을 볼 수 있습니다.",
    "The history of {repository} takes git too long: slides that moved may not be found.": "{repository}의 이력이 너무 길어 git이 다 훑지 못했습니다. 옮겨진 발표 자료를 못 찾을 수 있습니다.",
    "Correct their links by hand.": "그 링크는 직접 고치세요.",
    "The clone of {repository} is shallow: what moved before it begins is not found.": "{repository}의 클론에는 이력이 일부만 있어서, 그전에 옮겨진 파일은 찾지 못합니다.",
    "`git -C {folder} fetch --unshallow` brings the whole history.": "`git -C {folder} fetch --unshallow`로 이력을 모두 받을 수 있습니다.",
}
