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
# A package of so many modules is held in mind without a map.
MANY = 8


def sources() -> dict[str, ast.Module]:
    files = {file.relative_to(ROOT).with_suffix(""): file for file in (ROOT / "studylog").rglob("*.py")}
    names = {".".join(path.parts).removesuffix(".__init__"): file for path, file in files.items()}
    return {name: ast.parse(file.read_text(encoding="utf-8")) for name, file in names.items()}


MODULES = sources()


def imports(name: str, *, typing: bool = True) -> Iterator[str]:
    """Everything that a module imports, whole: `studylog.core.text.nfc`, `pathlib.Path`."""
    tree = MODULES[name]
    blocks = (node for node in ast.walk(tree) if isinstance(node, ast.If))
    for_types = {
        id(part) for one in blocks if ast.unparse(one.test) == "TYPE_CHECKING" for part in ast.walk(one)
    }
    for node in (node for node in ast.walk(tree) if typing or id(node) not in for_types):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{name} imports relatively"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def ours(name: str, *, typing: bool = True) -> set[str]:
    """The modules of ours that a module imports; without `typing`, those that it needs to run."""
    inside = {full for full in imports(name, typing=typing) if full.split(".")[0] == "studylog"}
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


def core_part(name: str) -> str:
    """The module or package of `core` that a module is, or lies in."""
    return area(name, 2).removeprefix("core.") if area(name, 2) != "core" and area(name) == "core" else ""


def test_core_is_made_of_what_its_map_has_above() -> None:
    table = (ROOT / "docs/architecture.md").read_text("utf-8").partition("## Inside `core`")[2]
    rows = re.findall(r"^\| (`[^|]*`) \|", table.partition("\n## ")[0], re.MULTILINE)
    place = {name.strip("`/"): at for at, row in enumerate(rows) for name in row.split()}
    pairs = {(core_part(name), core_part(other)) for name in MODULES for other in ours(name, typing=False)}
    assert sorted(place) == sorted({core_part(name) for name in MODULES} - {""})
    assert [] == [(one, other) for one, other in pairs if one and other and place[other] > place[one]]


def test_packages_of_many_modules_in_core_have_a_map() -> None:
    inside: dict[str, list[str]] = {}
    for name in MODULES:
        if core_part(name.rpartition(".")[0]):
            inside.setdefault(name.rpartition(".")[0], []).append(name.rpartition(".")[2])
    maps = {
        package: ast.get_docstring(MODULES[package]) or ""
        for package in inside
        if len(inside[package]) > MANY
    }
    assert [] == [
        f"{package}.{name}"
        for package in maps
        for name in inside[package]
        if f"`{name}`" not in maps[package]
    ]


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
