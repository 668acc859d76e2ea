"""What the snippets are made of."""

import html
import json
from collections.abc import Callable

from softmax_app.settings import Settings
from softmax_app.texts import code as texts

Snippet = Callable[[Settings], str]
Snippets = dict[str, Snippet]  # by library


def listed(scores: tuple[float, ...]) -> str:
    """Return scores as a Python list.

    >>> listed((2.0, 3.5))
    '[2.0, 3.5]'
    """
    return repr(list(scores))


def quoted(text: str) -> str:
    r"""Return text as a Python string, which the figure shows letter by letter.

    Plotly would take ``<b>`` for mark-up.

    >>> print(quoted('"<b>cat</b>"\\'))
    "\"&lt;b&gt;cat&lt;/b&gt;\"\\"
    """
    return json.dumps(html.escape(text, quote=False), ensure_ascii=False)


def class_names(settings: Settings) -> str:
    """Return the classes' names as a Python list.

    >>> class_names(Settings((4.0, 3.0), names=("cat",)))
    '["cat", "politics"]'
    """
    return f"[{', '.join(map(quoted, settings.labels))}]"


def true_class(settings: Settings) -> str:
    """Return the line that sets the true class.

    >>> true_class(Settings((4.0, 3.0)))
    'y = 1  # the true class, counted from 0'
    """
    return f"y = {settings.true_class}  # {texts.TRUE_CLASS.say(settings.language)}"
