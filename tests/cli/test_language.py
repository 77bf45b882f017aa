"""Which language is spoken."""

from pathlib import Path

import pytest

from studylog.cli.language import spoken
from studylog.cli.places import personal_settings
from studylog.core.i18n import Language


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / ".config" / "studylog").mkdir(parents=True)
    (tmp_path / "nb").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("flag", "variable", "notebook", "personal", "locale", "expected"),
    [
        ("en", "ko", "ko", "ko", "ko_KR.UTF-8", "en"),
        (None, "en", "ko", "ko", "ko_KR.UTF-8", "en"),
        (None, "", "en", "ko", "ko_KR.UTF-8", "en"),
        (None, "", "", "en", "ko_KR.UTF-8", "en"),
        (None, "", "", "", "ko_KR.UTF-8", "ko"),
        (None, "", "", "", "en_GB", "en"),
        (None, "fr", "", "", "C.UTF-8", None),
        (None, "", "", "", "", None),
    ],
)
def test_the_first_that_is_told_decides(
    home: Path,
    flag: Language | None,
    variable: str,
    notebook: str,
    personal: str,
    locale: str,
    expected: Language | None,
) -> None:
    (home / "nb" / "studylog.yaml").write_text(f"language: {notebook}\n", encoding="utf-8")
    (home / ".config" / "studylog" / "config.yaml").write_text(f"language: {personal}\n", encoding="utf-8")
    environment = {"HOME": str(home), "STUDYLOG_LANG": variable, "LANG": locale}
    assert expected == spoken(flag, environment, home / "nb")


def test_of_the_locale_the_first_that_is_set_decides() -> None:
    assert spoken(None, {"HOME": "/", "LC_ALL": "C", "LANG": "ko_KR.UTF-8"}, None) is None
    assert "ko" == spoken(None, {"HOME": "/", "LC_MESSAGES": "ko", "LANG": "en_US"}, None)


def test_personal_settings_lie_where_the_system_keeps_them() -> None:
    assert Path("/x/studylog/config.yaml") == personal_settings({"XDG_CONFIG_HOME": "/x", "HOME": "/h"})
    assert Path("/h/.config/studylog/config.yaml") == personal_settings(
        {"XDG_CONFIG_HOME": "x", "HOME": "/h"}
    )


def test_korean_has_to_be_asked_for_where_a_terminal_shows_no_hangul() -> None:
    assert "en" == spoken(None, {"LANG": "ko_KR"}, None, hangul=False)
    assert "ko" == spoken(None, {"STUDYLOG_LANG": "ko"}, None, hangul=False)
    assert "ko" == spoken("ko", {}, None, hangul=False)
