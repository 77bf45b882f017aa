"""Shell completion as it is installed: said in the language of the user, refused where there is none."""

from pathlib import Path

import pytest

from studylog.cli.words import shells
from tests.cli.test_transcripts import here, played

__all__ = ["here"]


@pytest.fixture
def typed_in(monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> None:
    monkeypatch.setattr(shells, "_get_shell_name", lambda: request.param)


@pytest.mark.parametrize("typed_in", ["bash"], indirect=True)
@pytest.mark.usefixtures("typed_in")
def test_it_is_installed_and_told_in_the_language_of_the_user(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = [
        "! bash 자동 완성을 설치했습니다: <here>/.bash_completions/studylog.sh",
        "! 셸을 새로 시작하면 쓸 수 있습니다.",
    ]
    assert told == played("studylog --install-completion --lang ko", here, capsys).splitlines()
    assert "_STUDYLOG_COMPLETE" in (here / ".bash_completions" / "studylog.sh").read_text("utf-8")
    assert "Completion for bash is installed in" in played("studylog --install-completion", here, capsys)


@pytest.mark.parametrize(
    ("typed_in", "told"),
    [
        ("tcsh", "tcsh용 자동 완성은 없습니다."),
        (None, "어떤 셸에서 실행했는지 알 수 없습니다."),
    ],
    indirect=["typed_in"],
)
@pytest.mark.parametrize("option", ["--install-completion", "--show-completion"])
@pytest.mark.usefixtures("typed_in")
def test_a_shell_without_it_is_refused_with_those_that_have_it(
    option: str, told: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = played(f"studylog --lang ko {option}", here, capsys)
    hint = "!   다음 셸 가운데 하나에서 실행하세요: bash, zsh, fish, powershell, pwsh\n"
    assert f"! studylog: 오류: {told}\n{hint}→ 1\n" == said
    assert not (here / ".bash_completions").exists()
