"""Many commands at once: none fails, each is told what notes said, and the index stays whole."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from studylog.store.index.opening import opened
from tests.indexes import digest, made_anew, notebook

ROOT = Path(__file__).parents[3]
ROUNDS = int(os.environ.get("STUDYLOG_ROUNDS", "6"))
PROCESSES, NOTES = 8, 5

# Each process has notes of its own, which only grow: whoever asks later is told of no fewer words. Notes come
# and go too, with their folders. A word says whose note it is and how often it was written.
CROWD = """
import random, re, shutil, sys
from pathlib import Path
from studylog.store.index.opening import opened
from studylog.store.notebook import find

root, own, rounds, notes = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
chance = random.Random(own)
book = find(root)

def text(owner, note, count):
    words = (f"Q. w{owner}n{note}c{number}?\\n\\n" for number in range(count))
    return f"#### {owner + 1}강\\n\\n" + "".join(words)

def write(path, content):
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(content)
    fresh.replace(path)

counts = {}
least = {}
print("ready", flush=True)
sys.stdin.readline()
for number in range(rounds):
    note = chance.randrange(notes)
    counts[note] = counts.get(note, 0) + 1
    write(root / "notes" / f"{own}-{note}.md", text(own, note, counts[note]))
    if chance.random() < 0.3:
        folder = root / "notes" / f"folder-{own}"
        folder.mkdir()
        (folder / "passing.md").write_text("Q. passing?\\n")
        shutil.rmtree(folder)
    with opened(book, files=chance.random() < 0.3, hold=chance.random() < 0.2) as index:
        rows = index.db.execute("SELECT note.path, asked.value FROM note JOIN asked ON asked.note = note.id")
        told = {}
        for path, value in rows.fetchall():
            found = re.search(r"w(\\d+)n(\\d+)c(\\d+)", value)
            if found:
                owner, its, count = map(int, found.groups())
                told.setdefault((owner, its), set()).add(count)
        asked = "SELECT count(*) FROM question WHERE heading LIKE '%w%n%c%'"
        (gathered,) = index.db.execute(asked).fetchone()
    assert gathered == sum(map(len, told.values())), "gathered from another state than the notes"
    for (owner, its), seen in told.items():
        assert seen == set(range(len(seen))), f"half a note: {owner}-{its} {sorted(seen)}"
        assert len(seen) >= least.get((owner, its), 0), f"an older note: {owner}-{its}"
        least[owner, its] = len(seen)
    for its, count in counts.items():
        assert len(told.get((own, its), ())) == count, f"not what I wrote: {own}-{its}"
print("done")
"""


def test_a_crowd_of_writers_and_readers_is_told_what_is_there(tmp_path: Path) -> None:
    book = notebook(tmp_path, {"first.md": "Q. first?\n"})
    words = [sys.executable, "-c", CROWD, str(tmp_path)]
    crowd = [
        subprocess.Popen(
            [*words, str(number), str(ROUNDS), str(NOTES)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for number in range(PROCESSES)
    ]
    for one in crowd:
        assert one.stdout
        assert "ready\n" == one.stdout.readline()
    for one in crowd:
        assert one.stdin
        one.stdin.write("go\n")
        one.stdin.flush()
    assert [("done\n", "")] * PROCESSES == [one.communicate() for one in crowd]
    with opened(book) as index:
        assert tmp_path / ".studylog" / "index.db" == index.file
        assert [("ok",)] == index.db.execute("PRAGMA integrity_check").fetchall()
        assert made_anew(book) == digest(index.db)


HOLD = """
import sys
from pathlib import Path
from studylog.store.index.opening import opened
from studylog.store.notebook import find
from tests.indexes import digest
with opened(find(Path(sys.argv[1])), hold=True) as index:
    print(digest(index.db), flush=True)
    sys.stdin.readline()
    print(digest(index.db), flush=True)
"""


def test_a_build_that_holds_the_index_is_waited_for_by_nobody(tmp_path: Path) -> None:
    book = notebook(tmp_path, {"first.md": "Q. first?\n"})
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as build:
        assert build.stdout and build.stdin
        before = build.stdout.readline()
        (tmp_path / "notes" / "first.md").write_text("Q. second?\n")
        for files in (False, True):
            with opened(book, files=files) as index:
                assert made_anew(book) == digest(index.db)
                assert not index.file or not index.file.is_relative_to(tmp_path)
        # Other settings are another index: it is not waited for either, as the one held is whole.
        (tmp_path / "studylog.yaml").write_text("name: other\n")
        other = notebook(tmp_path, {}, "name: other\n")
        with opened(other) as index:
            assert made_anew(other) == digest(index.db)
        build.stdin.write("go\n")
        build.stdin.flush()
        assert before == build.stdout.readline()
    with opened(other) as index:
        assert made_anew(other) == digest(index.db)
        assert tmp_path / ".studylog" / "index.db" == index.file


def test_a_first_run_is_waited_for(tmp_path: Path) -> None:
    book = notebook(tmp_path, {f"{number}.md": f"Q. {number}?\n" for number in range(100)})
    words = [sys.executable, "-c", HOLD, str(tmp_path)]
    runs = [
        subprocess.Popen(words, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE) for _ in "abcd"
    ]
    expected = f"{made_anew(book)}\n".encode()
    assert [expected * 2] * 4 == [run.communicate()[0] for run in runs]
    with opened(book) as index:
        assert 1 == index.generation


def test_a_removed_index_is_made_again_by_whoever_comes(tmp_path: Path) -> None:
    book = notebook(tmp_path, {"first.md": "Q. first?\n"})
    with opened(book, hold=True) as held:
        before = digest(held.db)
        shutil.rmtree(tmp_path / ".studylog")
        (tmp_path / "notes" / "first.md").write_text("Q. second?\n")
        with opened(book) as index:
            assert made_anew(book) == digest(index.db)
            assert tmp_path / ".studylog" / "index.db" == index.file
        assert before == digest(held.db)
    with opened(book) as index:
        assert made_anew(book) == digest(index.db)
