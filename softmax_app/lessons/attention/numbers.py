"""The numbers of attention, for any batch of settings: one head and its row, and all heads."""

from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from softmax_app.kit.choices import chosen
from softmax_app.lessons.attention import online, words
from softmax_app.lessons.attention.heads import SURE, products
from softmax_app.settings.limits import KEYS
from softmax_app.settings.table import NUMBERS
from softmax_app.sweeps import Batch, Frames
from softmax_core import attention_weights, causal_mask, softmax_jacobian

Floats = NDArray[np.float64]

USUAL: Final = NUMBERS["scale"].low  # 1 / sqrt(d)


class AllHeads(NamedTuple):
    """What the last rows of all heads have in common, at some scales: (scales,) each."""

    largest: Floats
    sure: Floats
    first: Floats
    norm: Floats


def evaluate(batch: Batch) -> Frames:
    """Return every number of the page, a row for each row of ``batch``."""
    layer, head, query, scale = np.broadcast_arrays(
        *(one.astype(np.intp) - 1 for one in (batch.layer, batch.head, batch.query)), batch.scale
    )
    fits, rows = products()[layer, head], np.arange(len(query))
    allowed = allowed_keys(batch)
    found = attention_weights(fits, scale=scale, allowed=allowed)
    weights, scores = found.weights[rows, query], found.scores[rows, query]
    usual = attention_weights(fits, scale=USUAL, allowed=allowed).scores[rows, query]
    frames: Frames = {
        "map_weights": found.weights.reshape(len(rows), -1),
        "map_masked": np.isneginf(found.scores).reshape(len(rows), -1).astype(np.uint8),
        "weights": weights,
        "scores": scores,
        "products": fits[rows, query],
        "query": query[:, np.newaxis].astype(np.int64),
        "layer": layer + 1.0,
        "head": head + 1.0,
        "scale": scale,
    }
    seen = np.count_nonzero(np.isfinite(scores), axis=-1)
    return (
        frames
        | largest(weights, seen)
        | jacobians(scores, usual, scale, seen)
        | every_head(batch.scale)
        | online.evaluate(batch)
    )


def allowed_keys(batch: Batch) -> NDArray[np.bool_]:
    """Return which keys each query may look at, (queries, keys)."""
    allowed = np.ones((KEYS, KEYS), dtype=bool)
    if batch.choices["causal"] == "on":
        allowed &= causal_mask(KEYS)
    allowed[:, [key - 1 for key in batch.choices["hidden"]]] = False
    return allowed


def largest(weights: Floats, seen: NDArray[np.intp]) -> Frames:
    """Return the largest weight of each row and whose it is, if there is one."""
    known = np.nan_to_num(weights)
    return {
        "largest": weights.max(axis=-1),  # nan where all are
        "largest_key": known.argmax(axis=-1).astype(np.int64),
        "row_state": chosen(words.ROW_NOTES, "open", masked=seen == 0, alone=seen == 1),
        "seen": seen.astype(np.float64),
    }


def jacobians(scores: Floats, usual: Floats, scale: Floats, seen: NDArray[np.intp]) -> Frames:
    """Return how much the weights still move with the scores, now and at the usual scale."""
    now, before = norms(scores), norms(usual)
    return {
        "norm": now,
        "norm_usual": before,
        "norm_state": chosen(
            words.NORM_NOTES,
            "risen",
            masked=seen == 0,
            alone=seen == 1,
            usual=scale == USUAL,
            fallen=now < before,
        ),
    }


def norms(scores: Floats) -> Floats:
    """Return the Frobenius norm of each row's Jacobian, nan where every key is masked."""
    is_open = np.asarray(np.isfinite(scores).any(axis=-1))
    jacobian = softmax_jacobian(np.where(is_open[..., np.newaxis], scores, 0.0))
    return np.where(is_open, np.linalg.norm(jacobian, axis=(-2, -1)), np.nan)


def every_head(scale: Floats) -> Frames:
    """Return what the last rows of all heads have in common, as percentages where it is a part."""
    found = all_heads(tuple(scale.tolist()))
    return {
        "all_largest": found.largest,
        "all_sure": found.sure * 100,
        "all_first": found.first * 100,
        "all_norm": found.norm,
    }


@lru_cache(maxsize=32)  # only the scale moves them
def all_heads(scales: tuple[float, ...]) -> AllHeads:
    """Compute the last row of every head: the one that sees all keys, no mask by hand."""
    rows = products()[..., -1, :].reshape(-1, KEYS)  # all heads, below one another
    scores, weights = attention_weights(rows, scale=scales)
    top = weights.max(axis=-1)
    return AllHeads(
        largest=top.mean(axis=-1),
        sure=np.mean(top > SURE, axis=-1),
        first=weights[..., 0].mean(axis=-1),
        norm=np.median(norms(scores), axis=-1),
    )
