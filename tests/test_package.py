"""What is shipped works alone: the wheel in an empty environment, outside of the checkout."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

import studylog

ROOT = Path(__file__).parents[1]


def run(*words: str | Path, folder: Path, **environment: str) -> str:
    """Runs a program that must succeed, away from the checkout, and returns what it printed."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "STUDYLOG"))}
    done = subprocess.run(
        [str(word) for word in words],
        cwd=folder,
        env=kept | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert 0 == done.returncode, f"{words}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the source distribution: as it would reach an index of packages."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, folder=folder)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python that has the wheel, the libraries of the running one, and no way to the checkout."""
    home = tmp_path_factory.mktemp("empty") / "환경"
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    there = {"base": str(home), "platbase": str(home)}
    packages = Path(sysconfig.get_path("purelib", vars=there))
    # A folder named in a .pth is searched, but its own .pth files (an editable studylog) are not read.
    (packages / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    interpreter = Path(sysconfig.get_path("scripts", vars=there)) / Path(sys.executable).name
    installed = ["-m", "pip", "--python", interpreter, "install", "-q", "--no-deps", "--no-index", wheel]
    run(sys.executable, *installed, folder=home)
    return interpreter


def test_the_wheel_has_what_people_need_and_nothing_else(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    assert {"studylog/py.typed", "studylog/templates/site/base.html.j2"} <= names
    ours = {str(path.relative_to(ROOT)) for path in (ROOT / "templates").rglob("*") if path.is_file()}
    assert {f"studylog/{path}" for path in ours} <= names
    dist = f"studylog-{studylog.__version__}.dist-info"
    assert {"studylog", dist} == {name.partition("/")[0] for name in names}


def test_the_installed_package_is_not_the_checkout(python: Path, tmp_path: Path) -> None:
    place = run(python, "-c", "import studylog; print(studylog.__file__)", folder=tmp_path).strip()
    assert Path(place).is_relative_to(python.parents[1])
    from_there = "from studylog.store.templates import built_in; print(built_in())"
    assert Path(place).parent / "templates" == Path(run(python, "-c", from_there, folder=tmp_path).strip())


def test_a_team_starts_with_the_installed_command(python: Path, tmp_path: Path) -> None:
    command = python.with_name("studylog" + (".exe" if os.name == "nt" else ""))
    notebook = tmp_path / "우리 스터디"

    def studylog_(*words: str) -> str:
        return run(
            command, *words, folder=tmp_path, STUDYLOG_NOW="2021-08-12T18:00+09:00", STUDYLOG_ME="홍길동"
        )

    assert f"studylog {studylog.__version__}\n" == studylog_("--version")
    studylog_("init", str(notebook), "--lang", "ko")
    studylog_("-C", str(notebook), "new", "--no-edit")
    (note,) = (notebook / "notes").rglob("*.md")
    assert "title: 8/12(목) 회의록" in note.read_text(encoding="utf-8")
    studylog_("-C", str(notebook), "build")
    assert "8/12" in (notebook / "_site" / "index.html").read_text(encoding="utf-8")
