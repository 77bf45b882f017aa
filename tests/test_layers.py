"""The house keeps its shape: imports point down, each library has one home, the lower layers are blind."""

import ast
import re
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LAYERS = ["locale", "core", "store", "features", "cli"]

# The one place that may import what is not ours; a library without a row here has no home yet.
HOMES = {
    "yaml": ["core.strictyaml"],
    "markdown_it": ["core.markdown"],
    "mdit_py_plugins": ["core.markdown"],
    "linkify_it": ["core.markdown"],
    "nh3": ["core.markdown"],
    "pygments": ["core.markdown"],
    "math_core": ["core.math"],
    "jinja2": ["store.templates"],
    "bs4": ["core.notion"],
    "bibtexparser": ["store.bib"],
    "pypdfium2": ["store.pdf"],
    "PIL": ["store.pdf"],
    "zipfile": ["store.archive"],
    "sqlite3": ["store.index"],
    "subprocess": ["store.git", "store.editor"],
    "imagesize": ["core.pictures"],
    "ctypes": ["store.swap", "store.memory", "store.pdf"],
    "watchfiles": ["store.watching"],
    "typer": ["cli"],
    "rich": ["cli"],
}
# Time, place, surroundings and talk are arguments below `cli`; git alone is started in the environment.
BLIND = re.compile(
    r"print|input|(datetime|date)\.(now|utcnow|today)|time\.(time|monotonic)|Path\.(cwd|home)"
    r"|os\.(getcwd|environ|getenv)|sys\.(argv|stdin|stdout|stderr)"
)
SEEING = {("store.git.running", "os.environ")}
# What `core` must not even name: it turns text into values.
IMPURE = re.compile(
    r"(os(?!\.path)|pathlib\.Path|shutil|tempfile|io\.open|socket|sqlite3|random|time|threading)(\..*)?"
)
LONGEST = 300


def sources() -> dict[str, ast.Module]:
    files = {file.relative_to(ROOT).with_suffix(""): file for file in (ROOT / "studylog").rglob("*.py")}
    names = {".".join(path.parts).removesuffix(".__init__"): file for path, file in files.items()}
    return {name: ast.parse(file.read_text(encoding="utf-8")) for name, file in names.items()}


MODULES = sources()


def imports(name: str) -> Iterator[str]:
    """Everything that a module imports, whole: `studylog.core.text.nfc`, `pathlib.Path`."""
    for node in ast.walk(MODULES[name]):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(name: str) -> set[str]:
    """The modules of ours that a module imports."""
    inside = {full for full in imports(name) if full.split(".")[0] == "studylog"}
    return {full if full in MODULES else full.rpartition(".")[0] for full in inside} - {name}


def area(name: str, depth: int = 1) -> str:
    return ".".join(name.split(".")[1 : 1 + depth])


def lies_in(name: str, home: str) -> bool:
    return f"{name}.".startswith(f"studylog.{home}.")


@pytest.mark.parametrize("name", [name for name in MODULES if area(name) in LAYERS])
def test_imports_point_down(name: str) -> None:
    below = LAYERS[: LAYERS.index(area(name)) + 1]
    assert [] == [other for other in ours(name) if area(other) not in ("", *below)]


def test_siblings_in_features_do_not_know_each_other() -> None:
    features = [name for name in MODULES if area(name) == "features"]
    pairs = [(name, other) for name in features for other in ours(name) if area(other) == "features"]
    assert [] == [(name, other) for name, other in pairs if area(name, 2) != area(other, 2)]


def test_no_import_leads_round_in_a_circle() -> None:
    # A package that gathers its modules is known by their users, not by themselves.
    graph = {name: {other for other in ours(name) if not name.startswith(f"{other}.")} for name in MODULES}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_every_library_has_one_home() -> None:
    strangers = {
        (name, full.split(".")[0])
        for name in MODULES
        for full in imports(name)
        if full.split(".")[0] in HOMES or full.split(".")[0] not in {*sys.stdlib_module_names, "studylog"}
    }
    assert [] == [
        (name, library)
        for name, library in sorted(strangers)
        if not any(lies_in(name, home) for home in HOMES.get(library, []))
    ]


def test_below_the_commands_nothing_prints_or_looks_around() -> None:
    seen = {
        (name.removeprefix("studylog."), ast.unparse(node))
        for name in MODULES
        if area(name) in LAYERS[:-1]
        for node in ast.walk(MODULES[name])
        if isinstance(node, ast.Attribute | ast.Name) and BLIND.fullmatch(ast.unparse(node))
    }
    assert [] == sorted(seen - SEEING)


def test_the_core_knows_no_disk_no_clock_and_no_chance() -> None:
    core = [name for name in MODULES if area(name) == "core"]
    impure = [(name, full) for name in core for full in imports(name) if IMPURE.fullmatch(full)]
    opens = [
        (name, node.lineno)
        for name in core
        for node in ast.walk(MODULES[name])
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "open"
    ]
    assert ([], []) == (impure, opens)


def test_every_module_fits_in_a_few_screens() -> None:
    lengths = {
        file: len(file.read_text(encoding="utf-8").splitlines()) for file in ROOT.glob("studylog/**/*.py")
    }
    assert {} == {
        str(file.relative_to(ROOT)): lines
        for file, lines in lengths.items()
        if lines > LONGEST and file.parent.parent.name != "locale"
    }


def test_every_public_name_says_what_it_means() -> None:
    silent = [
        f"{name}.{node.name}"
        for name, module in MODULES.items()
        for owner in (module, *(part for part in module.body if isinstance(part, ast.ClassDef)))
        for node in owner.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        if not any(part.startswith("_") for part in (node.name, getattr(owner, "name", "")))
        if ast.get_docstring(node) is None
    ]
    assert [] == silent + [name for name, module in MODULES.items() if ast.get_docstring(module) is None]
