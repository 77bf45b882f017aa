"""Generated examples may take as long as they take: a busy machine is no mistake."""

from hypothesis import settings

settings.register_profile("patient", deadline=None)
settings.load_profile("patient")
