"""Changes to `papers.yaml`: planned at the exact marks of its values, then read again and compared."""

import re
from collections.abc import Container, Mapping

from studylog.core.errors import StudylogError
from studylog.core.findings import Place
from studylog.core.i18n import say
from studylog.core.model import NotePaper, Paper
from studylog.core.papers.catalogue import FILE, key_of, read_catalogue
from studylog.core.papers.names import name_key
from studylog.core.people.roster import Roster
from studylog.core.strictyaml import Node, Scalar, Written, YamlList, YamlMap, composed, load, plain, written
from studylog.core.strictyaml.splices import Splice, apply, replacement
from studylog.core.text import nfc
from studylog.core.textlines import BREAK, newline_of
from studylog.core.values import replace

Fields = Mapping[str, Written]
"""Keys of a paper and their new values."""

_DASH = re.compile(r"(?P<indent>[ \t]*)-(?P<gap>[ \t]+)")


def with_paper(text: str, fields: Fields) -> str:
    """The list with one more paper at its end."""
    root = _root(text)
    empty = root is None or (isinstance(root, Scalar) and root.value is None)
    if not empty and not (isinstance(root, YamlList) and not root.flow):
        raise _refusal(1)
    newline = newline_of(text)
    indent = _dash_of(text, root).split("-")[0] if isinstance(root, YamlList) and root.items else ""
    lines = [f"{key}: {written(composed(value))}" for key, value in fields.items()]
    entry = "".join(f"{indent}{'- ' if at == 0 else '  '}{line}{newline}" for at, line in enumerate(lines))
    gap = "" if not text or text.endswith(("\n", "\r")) else newline
    return _proved(text, f"{text}{gap}{entry}", None)


def with_fields(text: str, entry: NotePaper, fields: Fields, *, keep: Container[str] = ()) -> str:
    """The list with these keys of an entry; all else stays as it is written.

    What is to `keep` is only told where the entry does not say it yet.
    """
    root = _root(text)
    items = root.items if isinstance(root, YamlList) else ()
    line = entry.place.line
    number = next((at for at, item in enumerate(items) if item.start.line == line), None)
    if number is None:
        raise _refusal(line)
    item, newline = items[number], newline_of(text)
    wanted = {key: composed(value) for key, value in fields.items()}
    if isinstance(item, Scalar):
        changed = apply(text, [_as_mapping(item, {**wanted, "title": nfc(item.text)}, newline)])
    elif isinstance(item, YamlMap):
        known = {key_of(key) for key, node in item.pairs if plain(node) not in (None, "")}
        told = {key: value for key, value in wanted.items() if key not in known or key not in keep}
        changed = apply(text, _splices(text, item, told, newline))
    else:
        raise _refusal(line)
    return _proved(text, changed, number)


def entry_of(text: str, paper: Paper | None, title: str, fields: Fields | None = None) -> NotePaper | None:
    """The entry that a paper has in the list: by one of its names, or by its numbers."""
    names = {name_key(name) for name in (title, *((paper.title, *paper.aliases) if paper else ()))}
    numbers = {paper.arxiv, paper.doi} if paper else set()
    numbers |= {str((fields or {}).get(key) or "") for key in ("arxiv", "doi")}
    numbers -= {None, ""}
    for entry in read_catalogue(text.removeprefix("\ufeff"), Roster()).papers:
        own = {name_key(name) for name in (*entry.titles, *entry.aliases)}
        if own & names or {entry.arxiv, entry.doi} & numbers:
            return entry
    return None


def _splices(text: str, item: YamlMap, wanted: Fields, newline: str) -> list[Splice]:
    splices: list[Splice] = []
    missing: dict[str, Written] = {}
    for key, value in wanted.items():
        pair = next((pair for pair in item.pairs if key_of(pair[0]) == key), None)
        if pair:
            splices += replacement(text, *pair, value, in_list=item.flow, newline=newline)
        else:
            missing[key] = value
    if missing and item.flow:
        more = "".join(f", {key}: {written(value, in_list=True)}" for key, value in missing.items())
        splices.append(Splice(item.pairs[-1][1].end.index, item.pairs[-1][1].end.index, more))
    elif missing:
        indent = " " * (item.pairs[0][0].start.column - 1)
        found = BREAK.search(text, item.pairs[-1][1].end.index)
        end, gap = (found.end(), "") if found else (len(text), newline)
        lines = "".join(f"{indent}{key}: {written(value)}{newline}" for key, value in missing.items())
        splices.append(Splice(end, end, gap + lines))
    return splices


def _as_mapping(item: Scalar, fields: Fields, newline: str) -> Splice:
    indent = newline + " " * (item.start.column - 1)
    fields = {"title": fields["title"], **fields}
    lines = indent.join(f"{key}: {written(value)}" for key, value in fields.items())
    return Splice(item.start.index, item.end.index, lines)


def _root(text: str) -> Node | None:
    loaded = load(text, FILE)
    why = loaded.conflict or (loaded.findings[-1] if loaded.root is None and loaded.findings else None)
    if why:
        raise StudylogError(why.message, place=why.place, hint=why.hint)
    return loaded.root


def _dash_of(text: str, root: YamlList) -> str:
    first = root.items[0].start.index
    start = max(text.rfind("\n", 0, first), text.rfind("\r", 0, first)) + 1
    dash = _DASH.match(text, start)
    if dash is None:
        raise _refusal(root.start.line)
    return dash[0]


def _proved(before: str, after: str, number: int | None) -> str:
    """The changed list, if it reads as before in all but the paper that was meant."""
    old, new = _papers(before), _papers(after)
    others = [paper for at, paper in enumerate(new) if at != (len(new) - 1 if number is None else number)]
    expected = [paper for at, paper in enumerate(old) if at != number]
    if others != expected or len(new) != len(old) + (number is None):
        raise _refusal(1)
    return after


def _papers(text: str) -> list[NotePaper]:
    """The papers of a list, wherever they stand in it."""
    nowhere = Place("")
    return [_moved(paper, nowhere) for paper in read_catalogue(text, Roster()).papers]


def _moved(paper: NotePaper, place: Place) -> NotePaper:
    return replace(paper, place=place, slides=tuple(replace(one, line=1) for one in paper.slides))


def _refusal(line: int) -> StudylogError:
    message = say("papers.yaml is written in a way that cannot be changed here.")
    return StudylogError(message, place=Place(FILE, line), hint=say("Change it by hand."))
