"""What a person settled for all notebooks, and the language that settings tell at a glance."""

from pathlib import Path

import pytest

from studylog.store.language import language_in, notebook_language
from studylog.store.personal import Personal, read_personal


@pytest.mark.parametrize(
    ("text", "personal"),
    [
        ("author: 홍길동\neditor: code --wait\n", Personal("홍길동", "code --wait")),
        ("author: ''\n", Personal()),
        ("author: [홍길동]\nlanguage: ko\n", Personal()),
        ("", Personal()),
        ("- a\n", Personal()),
        ("author: 'open\n", Personal()),
        ("\x00\x01", Personal()),
    ],
)
def test_personal_settings_tell_what_they_tell(tmp_path: Path, text: str, personal: Personal) -> None:
    file = tmp_path / "config.yaml"
    file.write_text(text, encoding="utf-8")
    assert personal == read_personal(file)


def test_no_personal_settings_tell_nothing(tmp_path: Path) -> None:
    assert Personal() == read_personal(tmp_path / "config.yaml")
    assert Personal() == read_personal(tmp_path)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("language: ko\n", "ko"),
        ("name: x\r\nlanguage:  'en'   # for all\r\n", "en"),
        ("# language: ko\n", None),
        ("site:\n  language: ko\n", None),
        ("language: korean\n", None),
        ("", None),
    ],
)
def test_the_language_is_seen_without_reading_the_settings(
    tmp_path: Path, text: str, language: str | None
) -> None:
    (tmp_path / "studylog.yaml").write_text(text, encoding="utf-8")
    folder = tmp_path / "notes" / "2021"
    folder.mkdir(parents=True)
    assert (language, language) == (language_in(tmp_path / "studylog.yaml"), notebook_language(folder))


def test_where_there_is_no_notebook_there_is_no_language(tmp_path: Path) -> None:
    assert (None, None) == (notebook_language(tmp_path), language_in(tmp_path))
