"""From the text of `studylog.yaml` to settings."""

from collections.abc import Iterator

from studylog.core.errors import Exit, StudylogError
from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.settings.readers import Spot
from studylog.core.settings.schema import SETTINGS
from studylog.core.settings.values import Settings
from studylog.core.strictyaml import Node, Scalar, YamlList, YamlMap, load, plain


def read_settings(text: str, path: str) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings of a notebook, with findings for what is doubtful; an empty text gives the defaults.

    Raises StudylogError (no notebook), at its exact place, for a value that cannot be meant.
    """
    loaded = load(text, path)
    findings = list(loaded.findings)
    errors = [finding for finding in findings if finding.severity == "error"]
    if errors and (loaded.root is None or loaded.conflict):
        message = say("The settings cannot be read: {why}", why=errors[0].message)
        raise StudylogError(message, Exit.NO_NOTEBOOK, place=errors[0].place, hint=errors[0].hint)
    if plain(loaded.root) is None:
        return Settings(), tuple(findings)
    if not isinstance(loaded.root, YamlMap):
        message = say("The settings do not consist of “key: value” lines.")
        raise StudylogError(message, Exit.NO_NOTEBOOK, place=Place(path))
    settings: Settings = SETTINGS(Spot(loaded.root, "", path, findings))
    return settings, (*findings, *_strangers_in_turn(settings, loaded.root, path))


def _strangers_in_turn(settings: Settings, root: YamlMap, path: str) -> Iterator[Finding]:
    """Names under `rota` that are not one person of the roster: whose turn it is cannot be told then."""
    if not settings.rota:
        return
    written = next(node for key, node in root.pairs if key.text == "rota")
    places = {one.text: Place(path, one.start.line, one.start.column) for one in _words(written)}
    names = (name for one in settings.rota.values() for name in (*one.order, *one.skip))
    for name in dict.fromkeys(names):
        if settings.roster.resolve(name).person is None:
            # Late, because it is seldom said, and the settings are read by every command.
            from studylog.core.people.rota import not_in_turn

            message, hint = not_in_turn(name, settings.roster)
            yield Finding(places.get(name, Place(path)), "warning", "unknown-person", message, hint)


def _words(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
        return
    inner = node.items if isinstance(node, YamlList) else [value for _, value in node.pairs]
    for one in inner:
        yield from _words(one)
