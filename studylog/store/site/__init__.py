"""The folder of a finished site: only what is ours is replaced, and never half of it."""

from studylog.store.site.draft import Draft, put, site_draft
from studylog.store.site.marker import MARKER, written_by_us
from studylog.store.site.places import check_output

__all__ = ["MARKER", "Draft", "check_output", "put", "site_draft", "written_by_us"]
