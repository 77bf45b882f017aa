"""A question that was asked below a heading with two papers."""

from studylog.core.model import Paper
from studylog.core.packing import unpacked
from studylog.core.settings import Settings
from tests.indexes import indexed

NOTE = "---\ndate: 2021-08-11\n---\n\n## 논문 리뷰\n\n### (1) Xception, VGG-16\n\nQ. 왜 나누나요?\n"


def test_it_is_a_question_about_each_of_them() -> None:
    db = indexed([("notes/2021-08-11.md", NOTE)], Settings())
    papers = [unpacked(Paper, value) for (value,) in db.execute("SELECT value FROM paper ORDER BY title")]
    assert [("VGG-16", 1), ("Xception", 1)] == [(one.title, len(one.questions)) for one in papers]
