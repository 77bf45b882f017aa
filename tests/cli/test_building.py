"""The day that a site is seen from, and what is said of one that follows its notebook."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from studylog.cli.app import main
from studylog.cli.commands.building import Site
from studylog.cli.context import Context, Terminal
from studylog.cli.options import Everywhere
from studylog.core.errors import Exit, StudylogError
from studylog.core.i18n import Message
from studylog.core.settings import Settings
from studylog.features.build.following import Following, follow
from studylog.store.site import inplace, old
from tests.cli.test_transcripts import here, played

__all__ = ["here"]

NOW = {"STUDYLOG_NOW": "2021-08-12T18:00+09:00"}


@pytest.mark.parametrize(
    ("changed", "said"),
    [((), ""), (("static/style.css",), ""), (("index.html", "feed.xml"), "1 page changed.\n")],
)
def test_pages_that_changed_are_told_of_and_nothing_is_said_of_none(
    changed: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    context: Any = SimpleNamespace(language="en")
    report: Any = SimpleNamespace(changed=frozenset(changed))
    Site(context, Path("_site")).tell(report)
    assert said == capsys.readouterr().err


@pytest.mark.parametrize(
    ("well", "outcomes", "said"),
    [
        (True, (True, True), []),
        (False, (False, True, True), ["failed", "mended"]),
        (True, (False, False, True), ["failed", "failed", "mended"]),
    ],
)
def test_that_a_site_can_be_built_again_is_said_once(
    well: bool, outcomes: tuple[bool, ...], said: list[str]
) -> None:
    told, left = list[str](), list(outcomes)

    def build() -> Any:
        if not left.pop(0):
            raise StudylogError(Message("Settings cannot be read."))
        return SimpleNamespace(changed=frozenset())

    def wait(nap: float) -> tuple[str, ...]:
        if not left:
            raise KeyboardInterrupt
        return ("studylog.yaml",)

    def outcome(of: object) -> None:
        told.extend(["failed"] if isinstance(of, StudylogError) else [])

    watch: Any = SimpleNamespace(wait=wait)
    following = Following(
        Path("_site"), build, lambda *_: {}, date.today, outcome, lambda: told.append("mended")
    )
    with pytest.raises(KeyboardInterrupt):
        follow(watch, following, None, "en", well=well)
    assert said == told


def test_a_large_site_becomes_public_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = tmp_path / "study"
    (root / "notes").mkdir(parents=True)
    (root / "studylog.yaml").write_text("", "utf-8")
    (root / "notes/a.md").write_text("# Open\n", "utf-8")
    (root / "notes/b.md").write_text("---\nprivate: true\n---\n# Ours\n", "utf-8")
    monkeypatch.setattr(old, "LARGEST", 0)
    assert 0 == main(["-C", str(root), "build"])
    assert (root / "_site/notes/b.html").exists()
    monkeypatch.setattr(inplace, "change", lambda *_: pytest.fail("changed file by file"))
    assert 0 == main(["-C", str(root), "build", "--public"])
    assert not (root / "_site/notes/b.html").exists()


def built_on(**variables: str) -> date:
    terminal = Terminal(stdin=False, stdout=False, stderr=False, columns=80)
    context = Context(Everywhere(), "en", {**NOW, **variables}, Path("/"), terminal)
    return context.day_of_build(Settings())


def test_a_site_is_seen_from_today_or_from_the_day_that_makers_of_packages_tell() -> None:
    assert date(2021, 8, 12) == built_on()
    assert date(2021, 8, 12) == built_on(SOURCE_DATE_EPOCH="")
    assert date(2020, 2, 29) == built_on(SOURCE_DATE_EPOCH="1582934400")


@pytest.mark.parametrize("told", ["yesterday", "2020-02-29", "1e9", "9" * 30, "-62135596800", "253402300799"])
def test_a_day_that_is_none_is_refused(told: str) -> None:
    with pytest.raises(StudylogError) as refused:
        built_on(SOURCE_DATE_EPOCH=told)
    assert Exit.USAGE == refused.value.exit_code


@pytest.mark.parametrize("told", ["later", "0001-01-03T10:00", "1969-12-31", "9999-12-31T23:59"])
def test_a_moment_that_no_clock_can_say_is_refused(told: str) -> None:
    with pytest.raises(StudylogError) as refused:
        built_on(STUDYLOG_NOW=told)
    assert Exit.USAGE == refused.value.exit_code


def test_one_file_is_as_strict_as_a_folder(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "notes").mkdir()
    (here / "studylog.yaml").touch()
    (here / "notes" / "2021-08-13.md").write_text("[어제](nowhere.md)\n", encoding="utf-8")
    for strict, ends in (("", False), (" --strict", True)):
        said = played(f"studylog build --single-file{strict} -o all{len(strict)}.html", here, capsys)
        assert said.endswith("→ 1\n") is ends
        assert "1 thing to look at: `studylog check`" in said
        assert (here / f"all{len(strict)}.html").is_file()
