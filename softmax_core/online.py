"""Softmax whose scores arrive block by block: a running maximum, and a sum that is rescaled."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from softmax_core._checks import Floats, check_integer, check_scores
from softmax_core._formats import Numbers, add_in_order
from softmax_core.formats import FormatName, format_dtype


class OnlineSteps(NamedTuple):
    """What is known after each block, every number given as float64.

    ``tops`` is the largest score so far, ``factors`` what the sum so far is multiplied by when a
    block arrives, ``added`` the block's own sum, ``totals`` the sum so far: each (..., blocks).
    ``plain`` is the sum so far without a maximum, ``sum_j exp(z_j)``, which may overflow.
    ``probs`` (..., n) are the shares once all have arrived.
    """

    tops: Floats
    factors: Floats
    added: Floats
    totals: Floats
    plain: Floats
    probs: Floats


def online_softmax(logits: ArrayLike, *, block: int, name: FormatName = "float64") -> OnlineSteps:
    """Return softmax as it is computed of scores that arrive in blocks, in a number format.

    Formula: for each block b, after the maximum m and the sum S, ``m' = max(m, max_{j in b} z_j)``,
    ``S' = S exp(m - m') + sum_{j in b} exp(z_j - m')``; at the end ``p_i = exp(z_i - m) / S``

    No exponent is above 0, so that nothing overflows, and no score but those of one block has to
    be at hand: this is what lets FlashAttention never write down a whole row. Each step is
    rounded to the format, sums are taken from left to right.

    Shapes: logits (..., n) -> as the fields say, with ``ceil(n / block)`` blocks.

    Raises:
        TypeError, ValueError: as ``softmax``.
        TypeError: ``block`` is not whole.
        ValueError: a block is empty, or there is no such format.

    Source: Milakov & Gimelshein (2018), https://arxiv.org/abs/1805.02867, algorithm 3

    >>> steps = online_softmax([12, 11, 14, 13], block=2, name="float16")
    >>> steps.tops, steps.totals.round(3), steps.plain
    (array([12., 14.]), array([1.368, 1.554]), array([inf, inf]))
    """
    with np.errstate(all="ignore"):
        scores = check_scores(logits).scores.astype(format_dtype(name))
        blocks, ends = _split(scores, block)
        tops = np.stack([one.max(axis=-1) for one in blocks], axis=-1)
        found = _summed(blocks, np.maximum.accumulate(tops, axis=-1))
        plain = np.add.accumulate(np.exp(scores), axis=-1)[..., ends - 1]
        probs = np.exp(scores - found[0][..., -1:]) / found[-1][..., -1:]
    return OnlineSteps(*(one.astype(np.float64) for one in (*found, plain, probs)))


def _split(scores: Numbers, block: int) -> tuple[list[Numbers], NDArray[np.intp]]:
    """Return the scores in blocks, of which the last may be shorter, and where each ends."""
    if check_integer(block, name="block") < 1:
        raise ValueError(f"a block needs at least one score, not {block}")
    count = scores.shape[-1]
    ends = np.minimum(np.arange(0, count, block) + block, count)
    return np.split(scores, ends[:-1], axis=-1), ends


def _summed(blocks: list[Numbers], tops: Numbers) -> tuple[Numbers, Numbers, Numbers, Numbers]:
    """Return the running maxima, and of each block its factor, its own sum, and the sum so far."""
    bases = np.where(np.isneginf(tops), np.zeros_like(tops), tops)  # nothing yet: -inf - 0 is -inf
    before = np.concatenate([bases[..., :1], tops[..., :-1]], axis=-1)
    factors = np.exp(before - bases)
    added = np.stack(
        [
            add_in_order(np.exp(one - bases[..., number, np.newaxis]))
            for number, one in enumerate(blocks)
        ],
        axis=-1,
    )
    totals = [added[..., 0]]
    for number in range(1, len(blocks)):
        totals.append(totals[-1] * factors[..., number] + added[..., number])
    return tops, factors, added, np.stack(totals, axis=-1)
