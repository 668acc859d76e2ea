"""The tokens of lesson 10 as they are read: what is not seen of them has a sign."""

from functools import cache, lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.smollm2 import next_token_scores, token

PICTURES: Final = 0x2400  # of control characters, in their order: ␀ is the first
SIGNS: Final = {chr(code): chr(PICTURES + code) for code in range(32)}
SIGNS_OF: Final = str.maketrans(SIGNS | {" ": "␣", "\n": "⏎", "\t": "⇥"})
LONGEST: Final = 20  # letters: the longest token is a line and 80 spaces
BYTES: Final = 64  # of the letters of any, and of the sign that there are more


def likeliest(prompt: str, count: int) -> tuple[str, ...]:
    """Return the likeliest tokens after a prompt, as they are spelled."""
    return tuple(spelled(token(number)) for number in _by_rank(prompt)[:count].tolist())


def spelled(text: str) -> str:
    """Return a token with signs for what is not seen of it.

    >>> spelled(" Paris")
    '␣Paris'
    """
    return text.translate(SIGNS_OF)


def letters(prompt: str, ranks: NDArray[np.int64]) -> NDArray[np.uint8]:
    """Return the tokens of these ranks, counted from 1, as UTF-8 with zeros behind; (rows, BYTES).

    >>> bytes(letters("france", np.array([1]))[0]).rstrip(bytes(1)).decode()
    '␣Paris'
    """
    numbers = _by_rank(prompt)[ranks - 1].tolist()
    return np.stack([_letters(number) for number in numbers])


@lru_cache(maxsize=2048)  # along a slider few change
def _letters(number: int) -> NDArray[np.uint8]:
    text = spelled(token(number))
    shown = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
    return np.frombuffer(shown.encode().ljust(BYTES, bytes(1)), dtype=np.uint8)


@cache
def _by_rank(prompt: str) -> NDArray[np.int32]:
    """Return the numbers of all tokens, the likeliest first."""
    order = np.argsort(-next_token_scores()[prompt], kind="stable").astype(np.int32)
    order.setflags(write=False)
    return order
