"""What is amiss around studylog, and what mends it."""

from dataclasses import replace
from typing import Any

import pytest

from studylog.core.errors import StudylogError
from studylog.core.findings import Place
from studylog.core.i18n import say, translate
from studylog.features.doctor import Surroundings, diagnose

WELL = Surroundings(
    version="1.0",
    python=(3, 12, 1),
    templates="/t",
    notebook="/n",
    trouble=None,
    doubts=0,
    git="2.39",
    repository=True,
    editor=("code", "--wait"),
    editor_found=True,
    encoding="utf-8",
    columns=80,
    pictures=("pillow 12.0",),
)
TROUBLE = StudylogError(say("This is wrong."), place=Place("studylog.yaml", 3))


def test_all_is_well() -> None:
    names = [
        "studylog",
        "python",
        "templates",
        "notebook",
        "git",
        "editor",
        "pictures",
        "encoding",
        "terminal",
    ]
    assert [(name, "ok") for name in names] == [(one.name, one.status) for one in diagnose(WELL)]
    assert [None] * len(names) == [one.hint for one in diagnose(WELL)]


@pytest.mark.parametrize(
    ("change", "name", "status"),
    [
        ({"python": (3, 10, 9)}, "python", "error"),
        ({"templates": None}, "templates", "error"),
        ({"notebook": None}, "notebook", "warning"),
        ({"notebook": None, "trouble": StudylogError(say("No."), hint=say("Do."))}, "notebook", "error"),
        ({"doubts": 2}, "settings", "warning"),
        ({"git": None}, "git", "warning"),
        ({"repository": False}, "repository", "warning"),
        ({"editor": (), "editor_found": False}, "editor", "warning"),
        ({"editor_found": False}, "editor", "warning"),
        ({"pictures": ()}, "pictures", "warning"),
        ({"encoding": "cp949"}, "encoding", "warning"),
        ({"columns": 40}, "terminal", "warning"),
    ],
)
def test_what_is_amiss_comes_with_its_remedy(change: dict[str, Any], name: str, status: str) -> None:
    [amiss] = [one for one in diagnose(replace(WELL, **change)) if one.status != "ok"]
    assert (name, status, True) == (amiss.name, amiss.status, amiss.hint is not None)


def test_settings_that_cannot_be_read_are_named_with_their_place() -> None:
    [amiss] = [one for one in diagnose(replace(WELL, notebook=None, trouble=TROUBLE)) if one.status != "ok"]
    assert "studylog.yaml:3:1: This is wrong." == translate(amiss.message, "en")


def test_without_a_terminal_its_width_is_nobodys_business() -> None:
    assert "terminal" not in [one.name for one in diagnose(replace(WELL, columns=None))]
