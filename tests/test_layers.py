"""The house keeps its shape: imports point down, each library has one home, the lower layers are blind."""

import ast
import re
import sys
from collections.abc import Collection, Iterable, Iterator
from graphlib import CycleError, TopologicalSorter
from itertools import chain
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

Modules = dict[str, ast.Module]


@pytest.fixture(scope="module")
def modules() -> Modules:
    """Every module of ours by its name, read once for these tests and let go behind them."""
    files = {file.relative_to(ROOT).with_suffix(""): file for file in (ROOT / "studylog").rglob("*.py")}
    names = {".".join(path.parts).removesuffix(".__init__"): file for path, file in files.items()}
    return {name: ast.parse(file.read_text(encoding="utf-8")) for name, file in names.items()}


@pytest.fixture(scope="module")
def imports(modules: Modules) -> dict[str, list[str]]:
    """Everything that a module imports, whole: `studylog.core.text.nfc`, `pathlib.Path`."""
    return {name: list(imported(module)) for name, module in modules.items()}


@pytest.fixture(scope="module")
def ours(imports: dict[str, list[str]]) -> dict[str, set[str]]:
    """The modules of ours that a module imports."""
    return {name: of_ours(name, fulls, imports.keys()) for name, fulls in imports.items()}


def of_ours(name: str, fulls: Iterable[str], names: Collection[str]) -> set[str]:
    inside = {full for full in fulls if full.split(".")[0] == "studylog"}
    return {full if full in names else full.rpartition(".")[0] for full in inside} - {name}


def imported(module: ast.Module, *, typing: bool = True) -> Iterator[str]:
    """What a module imports; without `typing`, what it needs to run."""
    blocks = (node for node in ast.walk(module) if isinstance(node, ast.If))
    for_types = {
        id(part) for one in blocks if ast.unparse(one.test) == "TYPE_CHECKING" for part in ast.walk(one)
    }
    for node in (node for node in ast.walk(module) if typing or id(node) not in for_types):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"a relative import of {node.module}"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def area(name: str, depth: int = 1) -> str:
    return ".".join(name.split(".")[1 : 1 + depth])


def lies_in(name: str, home: str) -> bool:
    return f"{name}.".startswith(f"studylog.{home}.")


def test_imports_point_down(ours: dict[str, set[str]]) -> None:
    below = {layer: {"", *LAYERS[:level]} for level, layer in enumerate(LAYERS, 1)}
    assert [] == [
        (name, other)
        for name, others in ours.items()
        for other in others
        if area(other) not in below.get(area(name), {area(other)})
    ]


def test_siblings_in_features_do_not_know_each_other(ours: dict[str, set[str]]) -> None:
    pairs = [(name, other) for name, others in ours.items() for other in others]
    features = [pair for pair in pairs if {area(name) for name in pair} == {"features"}]
    assert [] == [(name, other) for name, other in features if area(name, 2) != area(other, 2)]


def core_part(name: str) -> str:
    """The module or package of `core` that a module is, or lies in."""
    return area(name, 2).removeprefix("core.") if area(name, 2) != "core" and area(name) == "core" else ""


def test_core_is_made_of_what_its_map_has_above(modules: Modules) -> None:
    table = (ROOT / "docs/architecture.md").read_text("utf-8").partition("## Inside `core`")[2]
    rows = re.findall(r"^\| (`[^|]*`) \|", table.partition("\n## ")[0], re.MULTILINE)
    place = {name.strip("`/"): at for at, row in enumerate(rows) for name in row.split()}
    pairs = {
        (core_part(name), core_part(other))
        for name, module in modules.items()
        for other in of_ours(name, imported(module, typing=False), modules.keys())
    }
    assert sorted(place) == sorted({core_part(name) for name in modules} - {""})
    assert [] == [(one, other) for one, other in pairs if one and other and place[other] > place[one]]


@pytest.mark.parametrize("home", ["studylog.core.grammar", "studylog.cli"])
def test_packages_with_folders_are_made_of_what_their_map_has_above(
    home: str, modules: Modules, ours: dict[str, set[str]]
) -> None:
    told = re.findall(r"`(\w+)`", ast.get_docstring(modules[home]) or "")
    place = {name: at for at, name in enumerate(told)}
    inside = home.count(".") + 1
    part = {name: name.split(".")[inside] for name in modules if name.startswith(f"{home}.")}
    assert sorted(place) == sorted(set(part.values()))
    pairs = [(name, other) for name in part for other in ours[name] if other in part]
    assert [] == [(one, other) for one, other in pairs if place[part[other]] > place[part[one]]]


def test_packages_of_many_modules_have_a_map(modules: Modules) -> None:
    inside: dict[str, list[str]] = {}
    for name in modules:
        package, _, module = name.rpartition(".")
        if core_part(package) or area(package) == "cli" or area(package, 2).startswith("features."):
            inside.setdefault(package, []).append(module)
    maps = {
        package: ast.get_docstring(modules[package]) or ""
        for package in inside
        if len(inside[package]) > MANY
    }
    assert [] == [
        f"{package}.{name}"
        for package in maps
        for name in inside[package]
        if f"`{name}`" not in maps[package]
    ]


def test_no_import_leads_round_in_a_circle(ours: dict[str, set[str]]) -> None:
    # A package that gathers its modules is known by their users, not by themselves.
    graph = {
        name: {other for other in others if not name.startswith(f"{other}.")} for name, others in ours.items()
    }
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" → ".join(error.args[1]))


def test_every_library_has_one_home(imports: dict[str, list[str]]) -> None:
    strangers = {
        (name, full.split(".")[0])
        for name, fulls in imports.items()
        for full in fulls
        if full.split(".")[0] in HOMES or full.split(".")[0] not in {*sys.stdlib_module_names, "studylog"}
    }
    assert [] == [
        (name, library)
        for name, library in sorted(strangers)
        if not any(lies_in(name, home) for home in HOMES.get(library, []))
    ]


def test_below_the_commands_nothing_prints_or_looks_around(modules: Modules) -> None:
    seen = {
        (name.removeprefix("studylog."), ast.unparse(node))
        for name, module in modules.items()
        if area(name) in LAYERS[:-1]
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute | ast.Name) and BLIND.fullmatch(ast.unparse(node))
    }
    assert [] == sorted(seen - SEEING)


def test_the_core_knows_no_disk_no_clock_and_no_chance(
    modules: Modules, imports: dict[str, list[str]]
) -> None:
    core = [name for name in modules if area(name) == "core"]
    impure = [(name, full) for name in core for full in imports[name] if IMPURE.fullmatch(full)]
    opens = [
        (name, node.lineno)
        for name in core
        for node in ast.walk(modules[name])
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "open"
    ]
    assert ([], []) == (impure, opens)


def test_every_module_fits_in_a_few_screens() -> None:
    files = chain(ROOT.glob("studylog/**/*.py"), ROOT.glob("templates/**/*.js"))
    lengths = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    assert {} == {
        str(file.relative_to(ROOT)): lines
        for file, lines in lengths.items()
        if lines > LONGEST and file.parent.parent.name != "locale"
    }


def test_the_search_of_a_page_names_the_modules_that_it_is_the_twin_of() -> None:
    parts = [file.read_text("utf-8") for file in ROOT.glob("templates/search/engine/*.js")]
    named = [name for part in parts for name in re.findall(r"core/search/[\w/]+\.py", part)]
    assert named
    assert [] == [name for name in named if not (ROOT / "studylog" / name).exists()]


def test_every_public_name_says_what_it_means(modules: Modules) -> None:
    silent = [
        f"{name}.{node.name}"
        for name, module in modules.items()
        for owner in (module, *(part for part in module.body if isinstance(part, ast.ClassDef)))
        for node in owner.body
        if isinstance(node, ast.FunctionDef | ast.ClassDef)
        if not any(part.startswith("_") for part in (node.name, getattr(owner, "name", "")))
        if ast.get_docstring(node) is None
    ]
    assert [] == silent + [name for name, module in modules.items() if ast.get_docstring(module) is None]
