"""What a reader wrote, inside Markdown."""

import re


def escape_markdown(text: str) -> str:
    r"""Return text that Markdown shows letter by letter.

    >>> print(escape_markdown("![x](y) <b>"))
    \!\[x\]\(y\) \<b\>
    """
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", text)
