"""What holds for all tests."""

from hypothesis import settings

settings.register_profile("course", deadline=None)  # no test says how fast a machine must be
settings.register_profile("thorough", deadline=None, max_examples=1000)  # on demand
settings.load_profile("course")
