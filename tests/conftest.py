"""Generated examples may take as long as they take in every test: a busy machine is no mistake."""

from hypothesis import settings

# The profile that Hypothesis chose, whose examples are the same each time where `CI` is set.
settings.register_profile("patient", settings.get_profile(settings.get_current_profile_name()), deadline=None)
settings.load_profile("patient")
