"""Real notes, exports and slides, which are no part of the project: where they lie, if they are at hand."""

import os
from pathlib import Path

import pytest

REAL = Path(os.environ.get("STUDYLOG_REAL_DATA", Path(__file__).parents[1] / "../shared/data"))
"""The folder of all of them."""


def needs(*names: str) -> pytest.MarkDecorator:
    """Skips what needs some of them where these are missing, and says so."""
    missing = [name for name in names if not (REAL / name).exists()]
    return pytest.mark.skipif(
        bool(missing), reason=f"{', '.join(missing)} not in STUDYLOG_REAL_DATA ({REAL})"
    )
