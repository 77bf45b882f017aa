"""Carrying over on the disk: which note is meant, what `new` looks at, and what answers lead back to."""

from datetime import date, datetime
from pathlib import Path

import pytest

from studylog.core.dates.weeks import week_of
from studylog.core.errors import Exit, StudylogError
from studylog.core.heads import Head
from studylog.core.settings import Settings, TypeSetting
from studylog.core.weekly import markdown
from studylog.features.carry import carry, coming, require_carrying
from studylog.features.new import Meeting, NewNote, note_of
from studylog.store.heads import Lately, lately
from studylog.store.index import ready as looking
from studylog.store.index.days.outlook import outlook
from studylog.store.index.days.weekly import weekly
from studylog.store.index.lists import IndexLists
from studylog.store.index.opening import opened
from studylog.store.index.ready import ready
from studylog.store.notebook import Notebook, NoteFile
from tests.indexes import later, notebook

DAY = date(2021, 8, 12)
YESTERDAY = """\
---
date: 2021-08-11
type: daily
---
Q. 왜 나누나요? ^q-k3f9a2bc

### 4. 다음 시간까지

- [ ] 내일 공유하기 @길동
"""


@pytest.fixture
def team(tmp_path: Path) -> Notebook:
    found = notebook(tmp_path, {"2021/2021-08-11-daily.md": YESTERDAY}, "roster: [홍길동]\n")
    later(tmp_path)
    with opened(found):
        return found


def new(team: Notebook) -> NewNote:
    def find(path: str, notes: Lately) -> object:
        with ready(team, notes) as db:
            return outlook(db, DAY, path) if db is not None else None

    meeting = Meeting(DAY, "daily", datetime(2021, 8, 12, 10))
    note = note_of(team, meeting, outlook=find, dry_run=True)  # type: ignore[arg-type]
    assert isinstance(note, NewNote)
    return note


def test_a_new_note_begins_with_what_is_open(team: Notebook) -> None:
    text = new(team).text
    assert "왜 나누나요? — 1일째 · [8/11(수)](2021-08-11-daily.md) · `q-k3f9a2bc`" in text
    assert "- [ ] 내일 공유하기 @길동 — 홍길동 · 8/12(목)까지" in text


def test_formulas_are_carried_over_as_they_stand_in_their_note(team: Notebook) -> None:
    later = team.root / "notes" / "2021" / "2021-08-11-retro.md"
    later.write_text(
        "---\ndate: 2021-08-11\ntype: retro\n---\nQ. 왜 $\\sqrt{d_k}$로 나누나요?\n\n"
        "A. 추측입니다만 $d_k$ 때문에요.\n\n"
        "- [ ] 내일까지 $W^Q$ 정리하기 @길동\n\nQ. 값이 d_k 인가요?\n\n"
        "Q. $V^O$는 무엇인가요? ^q-vt4kq7w9\n\nQ. 아까 그 값은요? ^q-9d4cw6rp duplicate: q-vt4kq7w9\n",
        encoding="utf-8",
    )
    text = new(team).text
    assert "왜 $\\sqrt{d_k}$로 나누나요? — " in text
    assert "- [ ] 내일까지 $W^Q$ 정리하기" in text
    with opened(team) as index:
        told = markdown(weekly(index.db, week_of(DAY, None)), "팀", "ko").splitlines()
    assert [line for line in told if line.startswith("  - 추측입니다만 $d_k$ 때문에요.")]
    assert [line for line in told if line.startswith("- **추측** 왜 $\\sqrt{d_k}$로 나누나요?")]
    assert [line for line in told if line.startswith("- [ ] 내일까지 $W^Q$ 정리하기")]
    assert "  - “$V^O$는 무엇인가요?”와 같은 질문: `q-vt4kq7w9`" in told


def test_what_was_written_since_the_last_command_is_carried_over_too(team: Notebook) -> None:
    later = team.root / "notes" / "2021" / "2021-08-11-retro.md"
    later.write_text("---\ndate: 2021-08-11\ntype: retro\n---\nQ. 더 물은 것?\n", encoding="utf-8")
    assert "더 물은 것?" in new(team).text


def test_where_too_much_would_have_to_be_read_a_new_note_does_without(
    team: Notebook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "_SOON", 0)
    (team.root / "notes" / "2021" / "2021-08-10.md").write_text("Q. 왜요?\n", encoding="utf-8")
    assert "studylog:carry" not in new(team).text
    with ready(team, lately(team, DAY)) as db:
        assert db is None


def test_a_damaged_index_keeps_no_note_from_being_written(team: Notebook) -> None:
    (team.root / ".studylog" / "index.db").write_bytes(b"nothing")
    assert "q-k3f9a2bc" in new(team).text


def test_an_answer_in_the_block_answers_the_original_in_its_own_note(team: Notebook) -> None:
    note = new(team)
    note.file.write_text(
        note.text.replace("`q-k3f9a2bc`", "`q-k3f9a2bc`\n  - A. (길동) 커서요.").replace("- [ ]", "- [x]"),
        encoding="utf-8",
    )
    with opened(team) as index:
        question = IndexLists(index.db).questions.one("q-k3f9a2bc")
        found = outlook(index.db, DAY, note.path)
    assert ("answered", "홍길동", note.path) == (
        question.state,
        question.answers[0].by,
        question.answers[0].place.path,
    )
    assert ((), ()) == (found.questions, found.promises)
    place = NoteFile(note.path, note.file)
    before = note.file.read_bytes()
    carry(team, place, found, dry_run=True)
    assert before == note.file.read_bytes()
    carry(team, place, found, dry_run=False)
    assert "A. (길동) 커서요." in note.file.read_text(encoding="utf-8")
    assert YESTERDAY == (team.root / "notes/2021/2021-08-11-daily.md").read_text(encoding="utf-8")


def head(day: date | None, type_: str = "daily", *, meeting: bool = True) -> Head:
    return Head(f"notes/{day}-{type_}.md", "", day, type_, meeting)


def test_the_coming_meeting_is_that_of_today_or_the_next_that_something_is_carried_into() -> None:
    settings = Settings(types={"catchup": TypeSetting(carry=False)})
    tomorrow = date(2021, 8, 13)
    heads = [head(date(2021, 8, 11)), head(DAY, "catchup"), head(tomorrow), head(date(2021, 8, 20))]
    assert heads[2] == coming(heads, settings, DAY)
    with pytest.raises(StudylogError) as stopped:
        coming(heads[:2], settings, DAY)
    assert Exit.NOT_FOUND == stopped.value.exit_code


@pytest.mark.parametrize(
    ("settings", "meant"),
    [
        (Settings(carry=False), head(DAY)),
        (Settings(types={"retro": TypeSetting(carry=False)}), head(DAY, "retro")),
        (Settings(), head(None, "topic", meeting=False)),
    ],
)
def test_what_nothing_is_carried_into_is_refused(settings: Settings, meant: Head) -> None:
    with pytest.raises(StudylogError) as stopped:
        require_carrying(meant, settings)
    assert Exit.USAGE == stopped.value.exit_code


@pytest.mark.parametrize(
    ("thread", "due"),
    [
        ("A. (길동) 내일 알아올게요.", True),
        ("A. (길동) 내일 알아올게요.\n\nA. (길동) 분산 때문입니다.", False),
        ("A. (길동) 분산 때문입니다.\n\nA. (길동) 내일 더 알아올게요.", True),
        ("A. (길동) 분산 때문입니다. 그림은 내일 공유할게요.", True),
    ],
)
def test_a_promise_to_find_out_is_kept_by_the_answer_that_follows(
    tmp_path: Path, thread: str, due: bool
) -> None:
    note = f"---\ndate: 2021-08-11\ntype: daily\n---\nQ. 왜 나누나요? ^q-k3f9a2bc\n\n{thread}\n"
    found = notebook(tmp_path, {"2021/2021-08-11-daily.md": note}, "roster: [홍길동]\n")
    with opened(found) as index:
        assert due == bool(outlook(index.db, DAY, "").promises)
