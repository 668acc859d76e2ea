"""What a small language model said, kept in one file: next-token scores, queries and keys.

The model is SmolLM2-135M-Instruct; `README.md` says where it is from and how the file was made. The
stored numbers are read when they are first asked for, once a process, and shared by all readers.
"""

from functools import lru_cache
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

FILE: Final = Path(__file__).parent / "smollm2.npz"
PROMPTS: Final = {  # by its name in a link
    "france": "The capital of France is",
    "once": "Once upon a time, there was a",
    "opposite": "The opposite of hot is",
    "roses": "Roses are red, violets are",
    "hamlet": "To be, or not to be, that is the",
    "knock": "Knock, knock. Who's",
    "sum": "2 + 2 =",
    "product": "If you multiply six by seven, you get",
    "code": "def add(a, b):\n    return a",
    "sport": "The football match ended in a",
    "politics": "The election was won by the",
    "science": "Scientists have found a",
}
SENTENCE: Final = "The animal didn't cross the street because it was too tired"
PASSAGE: Final = (  # how Lewis Carroll's Alice's Adventures in Wonderland (1865) begins
    "Alice was beginning to get very tired of sitting by her sister on the bank, and of having"
    " nothing to do: once or twice she had peeped into the book her sister was reading, but it had"
    " no pictures or conversations in it, 'and what is the use of a book,' thought Alice 'without"
    " pictures or conversation"
)


class Attention(NamedTuple):
    """What every head of the model asks and offers in the sentence, after the rotary embedding.

    Queries are (layers, heads, tokens, width), keys (layers, key heads, tokens, width): a head
    shares its keys with the heads beside it, head h having those of h // (heads / key heads).
    """

    tokens: tuple[str, ...]
    queries: NDArray[np.float16]
    keys: NDArray[np.float16]


class Passage(NamedTuple):
    """The tokens of the passage, and the largest next-token score after each of them."""

    tokens: tuple[str, ...]
    largest: NDArray[np.float16]


@lru_cache(maxsize=1)
def next_token_scores() -> dict[str, NDArray[np.float16]]:
    """Return each prompt's scores over the whole vocabulary, by the prompt's name."""
    return dict(zip(PROMPTS, _stored("scores"), strict=True))


@lru_cache(maxsize=1)
def attention() -> Attention:
    """Return the queries and keys of all heads in the sentence."""
    tokens = tuple(token(number) for number in _stored("sentence"))
    return Attention(tokens, _stored("queries"), _stored("keys"))


@lru_cache(maxsize=1)
def passage() -> Passage:
    """Return the passage's tokens and largest scores."""
    tokens = tuple(token(number) for number in _stored("passage"))
    return Passage(tokens, _stored("largest"))


def token(number: int) -> str:
    """Return a token of the vocabulary as text; bytes that are no character alone become �.

    >>> token(7042)
    ' Paris'
    """
    text, ends = _vocabulary()
    start = ends[number - 1] if number else 0
    return text[start : ends[number]].decode(errors="replace")


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[bytes, NDArray[np.int32]]:
    """Return all tokens in one piece, and where each of them ends."""
    return _stored("vocabulary").tobytes(), _stored("ends")


def _stored(name: str) -> NDArray[Any]:
    """Read one array of the file, which nobody may write to: all readers share it."""
    with np.load(FILE) as arrays:
        array: NDArray[Any] = arrays[name]
    array.setflags(write=False)
    return array
