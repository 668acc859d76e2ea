"""What holds for all tests."""

from hypothesis import settings

settings.register_profile("course", deadline=None)  # no test says how fast a machine must be
settings.load_profile("course")
