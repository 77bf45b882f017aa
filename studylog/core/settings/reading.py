"""From the text of `studylog.yaml` to settings."""

from studylog.core.errors import Exit, StudylogError
from studylog.core.findings import Finding, Place
from studylog.core.i18n import say
from studylog.core.settings.readers import Spot
from studylog.core.settings.schema import SETTINGS
from studylog.core.settings.values import Settings
from studylog.core.strictyaml import Mapping, load, plain


def read_settings(text: str, path: str) -> tuple[Settings, tuple[Finding, ...]]:
    """The settings of a notebook, with findings for what is doubtful; an empty text gives the defaults.

    Raises StudylogError (no notebook), at its exact place, for a value that cannot be meant.
    """
    loaded = load(text, path)
    findings = list(loaded.findings)
    errors = [finding for finding in findings if finding.severity == "error"]
    if loaded.root is None and errors:
        message = say("The settings cannot be read: {why}", why=errors[0].message)
        raise StudylogError(message, Exit.NO_NOTEBOOK, place=errors[0].place, hint=errors[0].hint)
    if plain(loaded.root) is None:
        return Settings(), tuple(findings)
    if not isinstance(loaded.root, Mapping):
        message = say("The settings do not consist of “key: value” lines.")
        raise StudylogError(message, Exit.NO_NOTEBOOK, place=Place(path))
    settings: Settings = SETTINGS(Spot(loaded.root, "", path, findings))
    return settings, tuple(findings)
