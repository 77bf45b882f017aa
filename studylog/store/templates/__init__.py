"""Templates: the notebook's own before the built-in ones; strict, in a sandbox, and never note text."""

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias

from studylog.core.dates.labels import day_label
from studylog.core.errors import Exit, StudylogError
from studylog.core.findings import Place
from studylog.core.i18n import Language, say
from studylog.core.late import late
from studylog.core.strictyaml import Written, written
from studylog.core.text import decode, nfc
from studylog.store.failures import shown, told
from studylog.store.files import read
from studylog.store.names import real
from studylog.store.templates.usual import usual_text
from studylog.store.walk import walk

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

Kind = Literal["note", "site"]
Templates: TypeAlias = "SandboxedEnvironment"
"""Templates that are ready to be rendered."""
FOLDER = "templates"
_LANGUAGES: tuple[Language, ...] = ("ko", "en")
_ENDING = ".md.j2"
_ADDRESS = late(r"'(?:\w+\.)+(\w+) object'")
# What the code of a template can raise; the sandbox keeps it from anything else.
_BROKEN = (ArithmeticError, AttributeError, LookupError, MemoryError, RecursionError, TypeError, ValueError)


def built_in() -> Path:
    """The folder of the built-in templates: inside the installed package, or beside it in a checkout."""
    package = Path(__file__).resolve().parents[2]
    for folder in (package / FOLDER, package.parent / FOLDER):
        if (folder / "note").is_dir():
            return folder
    raise StudylogError(
        say("The built-in templates are missing: {path}", path=shown(package / FOLDER)),
        hint=say("Install studylog again."),
    )


def template_files(root: Path, kind: Kind) -> dict[str, Path]:
    """All templates of a kind by name (NFC, `/`): the notebook's own in the place of built-in ones."""
    ours = built_in()
    return {**_below(ours / kind, ours), **_below(root / FOLDER / kind, root)}


def theme_stamp(root: Path) -> tuple[tuple[str, int, int], ...]:
    """What tells that the templates of the site are what they were: name, size and time of each."""
    found = ((name, file.stat()) for name, file in sorted(template_files(root, "site").items()))
    return tuple((name, status.st_size, status.st_mtime_ns) for name, status in found)


def note_types(root: Path) -> tuple[str, ...]:
    """The types of notes that there are templates for, such as `daily`."""
    return tuple(
        sorted({name.split(".")[0] for name in template_files(root, "note") if name.endswith(_ENDING)})
    )


def render_note(root: Path, type_id: str, language: Language, values: Mapping[str, object]) -> str:
    """A new note of a type; the variables are described in `templates/note/_header.j2`."""
    name, files = _note_template(root, type_id, language), template_files(root, "note")
    text = usual_text(name, lambda other: _text(files, other), _filters(language), values)
    if text is not None:
        return text
    return render(_environment(root, "note", language, {}, autoescape=False), name, values)


def site_environment(
    root: Path, language: Language, words: Mapping[str, Callable[..., object]] | None = None
) -> "SandboxedEnvironment":
    """Templates for pages: what they print is escaped; `builtin/base.html.j2` is the built-in one.

    `words` are the functions that all of them may call.
    """
    return _environment(root, "site", language, words or {}, autoescape=True)


def render(environment: "SandboxedEnvironment", name: str, values: Mapping[str, object]) -> str:
    """What a template makes of the values; a broken one is named with its line."""
    from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError

    try:
        return environment.get_template(name).render(values)
    except TemplateSyntaxError as error:
        raise _broken(error.filename or error.name or name, error.lineno, error) from error
    except TemplateNotFound as error:
        missing = ValueError(f"no template is called {error.message}")
        raise _broken(*(_line(error) or (name, 1)), missing) from error
    except (TemplateError, *_BROKEN) as error:
        raise _broken(*(_line(error) or (name, 1)), error) from error


def macros_of(
    environment: "SandboxedEnvironment", name: str, values: Mapping[str, object], known: tuple[type, ...] = ()
) -> object:
    """The macros of a template, which see the values; for templates that are rendered to call.

    They remember what they made of plain values, and of those of types that are `known` to be told apart
    quickly.
    """
    from studylog.store.templates.macros import ShortMacro

    module = environment.get_template(name).make_module(dict(values))
    for macro in vars(module).values():
        if isinstance(macro, ShortMacro):
            macro.remember(known)
    return module


def _environment(
    root: Path,
    kind: Kind,
    language: Language,
    words: Mapping[str, Callable[..., object]],
    *,
    autoescape: bool,
) -> "SandboxedEnvironment":
    # Late, because most commands render nothing.
    from jinja2 import ChoiceLoader, FunctionLoader, PrefixLoader, StrictUndefined

    from studylog.store.templates.kept import KeptCode
    from studylog.store.templates.sandbox import Sandbox

    ours = built_in()
    environment = Sandbox(
        words=words,
        loader=ChoiceLoader(
            [
                FunctionLoader(_reader(template_files(root, kind), root)),
                PrefixLoader({"builtin": FunctionLoader(_reader(_below(ours / kind, ours), root))}),
            ]
        ),
        autoescape=autoescape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=KeptCode(ours / kind, kind, language),
    )
    environment.filters.update(_filters(language))
    return environment


def _filters(language: Language) -> Mapping[str, Callable[..., str]]:
    """What templates can do with values, besides what jinja2 offers."""
    return {
        "yaml": _yaml,
        "day": lambda day: day_label(date.fromisoformat(str(day)), language),
    }


def _below(folder: Path, root: Path) -> dict[str, Path]:
    # Templates may come with somebody else's notebook: a link must not carry other files into the site.
    if not real(folder).is_relative_to(real(root)) or not folder.is_dir():
        return {}
    with told(folder):
        files = [Path(path) for path in walk(folder, root)]
    return {shown(file.relative_to(folder).as_posix()): file for file in files}


def _reader(files: Mapping[str, Path], root: Path) -> Callable[[str], tuple[str, str, None] | None]:
    def load(name: str) -> tuple[str, str, None] | None:
        text = _text(files, name)
        if text is None:
            return None
        file = files[name]
        place = file.relative_to(root) if file.is_relative_to(root) else file
        return text, place.as_posix(), None

    return load


def _text(files: Mapping[str, Path], name: str) -> str | None:
    return decode(read(files[name])).text if name in files else None


def _note_template(root: Path, type_id: str, language: Language) -> str:
    type_id = nfc(type_id)
    endings = (f".{language}{_ENDING}", _ENDING, *(f".{other}{_ENDING}" for other in _LANGUAGES))
    ours = built_in()
    for files in (_below(root / FOLDER / "note", root), _below(ours / "note", ours)):
        for ending in endings:
            if type_id + ending in files:
                return type_id + ending
    raise StudylogError(
        say("There is no template for notes of the type {type}.", type=type_id),
        Exit.NOT_FOUND,
        hint=say(
            "There are: {types}. Your own goes to templates/note/{type}.{language}.md.j2.",
            types=", ".join(note_types(root)),
            type=type_id,
            language=language,
        ),
    )


def _yaml(value: Written | list[str] | None) -> str:
    """A value for a header: quoted where YAML would take it for something else."""
    if value is None:
        return ""
    return written(tuple(value) if isinstance(value, list) else value)


def _line(error: Exception) -> tuple[str, int] | None:
    """The template and the line that raised the error: jinja2 writes them into the traceback."""
    found = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename.endswith(".j2"):
            found = trace.tb_frame.f_code.co_filename, trace.tb_lineno
        trace = trace.tb_next
    return found


def _broken(template: str, line: int, error: Exception) -> StudylogError:
    # jinja2 tells the whole address of a class, of which only the name means something here.
    reason = _ADDRESS.sub(r"'\1'", str(error)) or type(error).__name__
    return StudylogError(
        say("This template cannot be used: {reason}", reason=reason),
        place=Place(shown(template), line),
        hint=say("Mend the template, or remove it to use the built-in one."),
    )
