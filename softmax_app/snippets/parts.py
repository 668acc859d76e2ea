"""What the snippets are made of."""

from collections.abc import Callable

from softmax_app.settings import Settings

Snippets = dict[str, Callable[[Settings], str]]  # by library


def listed(scores: tuple[float, ...]) -> str:
    """Return scores as a Python list.

    >>> listed((2.0, 3.5))
    '[2.0, 3.5]'
    """
    return repr(list(scores))
