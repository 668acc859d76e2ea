"""What the heads of the model make of the sentence: how well each key fits each query."""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.smollm2 import attention
from softmax_core import attention_products

Floats = NDArray[np.float64]

SURE: Final = 0.99  # a weight above it leaves next to nothing for the other keys


@lru_cache(maxsize=1)
def words_of_sentence() -> tuple[str, ...]:
    """Return the tokens of the sentence, without the space that most of them begin with."""
    return tuple(token.strip() for token in attention().tokens)


@lru_cache(maxsize=1)
def products() -> Floats:
    """Return q . k of every head, shape (layers, heads, queries, keys)."""
    stored = attention()
    shared = stored.queries.shape[1] // stored.keys.shape[1]  # heads that have the same keys
    found = attention_products(stored.queries, np.repeat(stored.keys, shared, axis=1))
    found.setflags(write=False)
    return found
