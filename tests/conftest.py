"""Generated examples may take as long as they take in every test: a busy machine is no mistake."""

import os

from hypothesis import settings

# The profile that Hypothesis chose, whose examples are the same each time where `CI` is set.
# Of those that say no number of their own, a sweep takes more.
settings.register_profile(
    "patient",
    settings.get_profile(settings.get_current_profile_name()),
    deadline=None,
    max_examples=int(os.environ.get("STUDYLOG_EXAMPLES", "50")),
)
settings.load_profile("patient")
