"""SmolLM2-135M in NumPy: its tokens, and the forward pass of a language model in sixty lines.

It reads the model's file in the GGUF format with the package `gguf`. What the model is, and where
that file is from, is said in `softmax_app/smollm2/README.md`.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from math import inf
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np
from gguf import GGUFReader, dequantize
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]  # float32 throughout

LAYERS: Final = 30
HEADS: Final = 9
KEY_HEADS: Final = 3
WIDTH: Final = 64  # of a head; nine of them make the model's 576
BASE: Final = 1e5  # of the rotary embedding
SMALL: Final = 1e-5  # what keeps RMSNorm from a division by zero
# where a text is cut before its pieces are merged: enough for English in ASCII
PIECES: Final = re.compile(r"\d|'s|'t|'re|'ve|'m|'ll|'d| ?[A-Za-z]+| ?[^\sA-Za-z\d]+|\s+(?!\S)|\s+")


class Output(NamedTuple):
    """Next-token scores after each token (tokens, vocabulary), queries and keys of each layer."""

    scores: Floats
    queries: Floats
    keys: Floats


def byte_alphabet() -> dict[int, str]:
    """Return the character that stands for each byte in the vocabulary, as in GPT-2."""
    plain = [*range(33, 127), *range(161, 173), *range(174, 256)]
    others = [byte for byte in range(256) if byte not in plain]
    replaced = {byte: chr(256 + number) for number, byte in enumerate(others)}
    return {byte: chr(byte) for byte in plain} | replaced


class Model:
    """The weights and the vocabulary of one file."""

    def __init__(self, path: Path) -> None:
        reader = GGUFReader(path)
        self._weights: dict[str, Floats] = {
            tensor.name.removesuffix(".weight"): dequantize(tensor.data, tensor.tensor_type)
            for tensor in reader.tensors
        }
        self._alphabet = byte_alphabet()
        words: list[str] = reader.fields["tokenizer.ggml.tokens"].contents()
        merges: list[str] = reader.fields["tokenizer.ggml.merges"].contents()
        bytes_of = {character: byte for byte, character in self._alphabet.items()}
        self.vocabulary = [bytes(bytes_of[character] for character in word) for word in words]
        self._number_of = {word: number for number, word in enumerate(words)}
        self._rank_of = {tuple(merge.split(" ")): rank for rank, merge in enumerate(merges)}

    def tokens(self, text: str) -> list[int]:
        """Return a text as numbers of tokens: byte-pair encoding."""
        return [number for piece in PIECES.findall(text) for number in self._merged(piece)]

    def _merged(self, piece: str) -> Iterator[int]:
        """Merge the pair that was learnt first, until none is left."""
        parts = [self._alphabet[byte] for byte in piece.encode()]
        while len(parts) > 1:
            ranks = [self._rank_of.get(pair, inf) for pair in pairwise(parts)]
            place = ranks.index(min(ranks))
            if ranks[place] == inf:
                break
            parts[place : place + 2] = ["".join(parts[place : place + 2])]
        return (self._number_of[part] for part in parts)

    def __call__(self, tokens: list[int]) -> Output:
        """Run the model on a text."""
        embedding = self._weights["token_embd"]
        stream = embedding[tokens]
        queries, keys = [], []
        for layer in range(LAYERS):
            attended, query, key = self._attend(layer, stream)
            stream = stream + attended
            stream = stream + self._feed_forward(layer, stream)
            queries.append(query)
            keys.append(key)
        scores = norm(stream) * self._weights["output_norm"] @ embedding.T
        return Output(scores, np.stack(queries), np.stack(keys))

    def _attend(self, layer: int, stream: Floats) -> tuple[Floats, Floats, Floats]:
        """Let each token look at those before it; queries and keys are (heads, tokens, width)."""
        block = f"blk.{layer}"
        inputs = norm(stream) * self._weights[f"{block}.attn_norm"]
        query = rotate(split(inputs @ self._weights[f"{block}.attn_q"].T, HEADS))
        key = rotate(split(inputs @ self._weights[f"{block}.attn_k"].T, KEY_HEADS))
        value = split(inputs @ self._weights[f"{block}.attn_v"].T, KEY_HEADS)
        shared = HEADS // KEY_HEADS
        scores = query @ key.repeat(shared, axis=0).swapaxes(1, 2) / np.float32(np.sqrt(WIDTH))
        scores[:, ~np.tri(len(stream), dtype=bool)] = -np.inf
        weights = np.exp(scores - scores.max(axis=-1, keepdims=True))
        weights /= weights.sum(axis=-1, keepdims=True)
        seen = (weights @ value.repeat(shared, axis=0)).swapaxes(0, 1).reshape(stream.shape)
        return seen @ self._weights[f"{block}.attn_output"].T, query, key

    def _feed_forward(self, layer: int, stream: Floats) -> Floats:
        """Let each token think for itself: SwiGLU."""
        block = f"blk.{layer}.ffn"
        inputs = norm(stream) * self._weights[f"{block}_norm"]
        gate = inputs @ self._weights[f"{block}_gate"].T
        opened: Floats = gate / (1 + np.exp(-gate)) * (inputs @ self._weights[f"{block}_up"].T)
        return opened @ self._weights[f"{block}_down"].T


def norm(stream: Floats) -> Floats:
    """Divide each row by its root mean square."""
    square: Floats = np.square(stream).mean(axis=-1, keepdims=True)
    normed: Floats = stream / np.sqrt(square + np.float32(SMALL))
    return normed


def split(rows: Floats, heads: int) -> Floats:
    """Return (tokens, heads x width) as (heads, tokens, width)."""
    return rows.reshape(len(rows), heads, WIDTH).swapaxes(0, 1)


def rotate(heads: Floats) -> Floats:
    """Turn neighbouring pairs by angles that grow with the place: the rotary embedding."""
    places = np.arange(heads.shape[-2])[:, None]
    turns = np.exp(1j * places * BASE ** (-np.arange(0, WIDTH, 2) / WIDTH)).astype(np.complex64)
    turned: Floats = (heads.view(np.complex64) * turns).view(np.float32)
    return turned
