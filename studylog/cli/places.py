"""Where things lie on this machine, from the environment."""

from collections.abc import Mapping
from pathlib import Path


def personal_settings(environment: Mapping[str, str]) -> Path:
    """Your own settings: `studylog/config.yaml` in the folder for configuration (XDG, or APPDATA)."""
    folder = environment.get("XDG_CONFIG_HOME") or environment.get("APPDATA")
    if not folder or not Path(folder).is_absolute():
        folder = str(Path(environment.get("HOME") or environment.get("USERPROFILE") or "/") / ".config")
    return Path(folder) / "studylog" / "config.yaml"
