"""An id stands behind one question of a note; behind a second one, `check` says so."""

import pytest

from studylog.core.i18n import translate
from studylog.core.parse import read_note
from studylog.core.settings import Settings


def found(body: str) -> list[tuple[str, int, str]]:
    note = read_note("notes/a.md", f"---\ndate: 2021-08-12\n---\n{body}".encode(), Settings())
    return [(one.code, one.place.line, translate(one.message, "en")) for one in note.findings]


def test_what_was_left_of_a_merge_is_found_at_the_second_of_the_two() -> None:
    body = "Q. 왜 그런가요? ^q-k3f9a2bc 닫음: 다음에\nQ. 왜 그렇게 되나요? ^q-k3f9a2bc\n\nA. 그래서요.\n"

    assert [
        ("question-twice", 5, "The id q-k3f9a2bc stands behind the question of line 4 as well.")
    ] == found(body)


@pytest.mark.parametrize(
    "body",
    [
        "Q. 왜 그런가요? ^q-k3f9a2bc\n\nQ. 왜 안 그런가요? ^q-k3f9a2bd\n",
        "Q. 왜 그런가요?\n\nQ. 왜 그런가요?\n",
        "Q. 왜 그런가요? ^q-k3f9a2bc 중복: q-k3f9a2bd\n\nQ. 왜 안 그런가요? ^q-k3f9a2bd\n",
        "<!-- studylog:carry -->\n- 왜? · `q-k3f9a2bc`\n<!-- /studylog:carry -->\n\nQ. 왜? ^q-k3f9a2bc\n",
    ],
    ids=["two ids", "no id", "a duplicate", "carried over"],
)
def test_what_is_none(body: str) -> None:
    assert [] == found(body)


def test_of_versions_that_git_could_not_merge_only_the_conflict_is_told() -> None:
    body = "<<<<<<< HEAD\nQ. 왜요? ^q-k3f9a2bc\n=======\nQ. 왜 그런가요? ^q-k3f9a2bc\n>>>>>>> b\n"

    assert ["conflict"] == [code for code, _, _ in found(body)]
