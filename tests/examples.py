"""How often a property is tried whose every example takes long."""

from hypothesis import settings


def one_in(part: int) -> settings:
    """Try it with one in so many of the examples that others have, in whatever profile."""
    return settings(max_examples=settings.default.max_examples // part)
