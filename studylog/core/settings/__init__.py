"""The settings of a notebook, `studylog.yaml`: one table of what may stand there, and the values it gives."""

from studylog.core.settings.reading import read_settings
from studylog.core.settings.values import (
    PATTERN_KINDS,
    ROLES,
    TITLE_FIELDS,
    Course,
    LectureSetting,
    NavLink,
    PublicNames,
    PublicSettings,
    Role,
    RotaSetting,
    Settings,
    SiteNoun,
    SiteSettings,
    TypeSetting,
)

__all__ = [
    "PATTERN_KINDS",
    "ROLES",
    "TITLE_FIELDS",
    "Course",
    "LectureSetting",
    "NavLink",
    "PublicNames",
    "PublicSettings",
    "Role",
    "RotaSetting",
    "Settings",
    "SiteNoun",
    "SiteSettings",
    "TypeSetting",
    "read_settings",
]
