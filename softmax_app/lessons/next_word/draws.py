"""What is drawn in lesson 10: the one token that comes next, and how often each of many comes."""

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from softmax_app.sweeps import Batch
from softmax_core import RankedProbs, first_with_mass, mass_of_first, uniforms

Floats = NDArray[np.float64]


def first_uniforms(batch: Batch) -> Floats:
    """Return the number from 0 to 1 that the first draw of each seed is made from."""
    return np.array([uniforms(size=1, seed=int(seed))[0] for seed in batch.seed])


def one_drawn(probs: RankedProbs, kept: NDArray[np.int64], uniform: Floats) -> dict[str, Floats]:
    """Return the rank of the token that a number from 0 to 1 draws, and its probability.

    It is the first whose probability, with that of all before it, reaches the number.
    """
    mass = mass_of_first(probs, kept)
    place = np.minimum(first_with_mass(probs, uniform * mass), kept)
    group = np.searchsorted(probs.counts, place) - 1
    share = np.exp(probs.log_probs[group]) / mass
    return {"word_rank": place.astype(np.float64), "word_share": share}


def drawn(batch: Batch, ends: Floats) -> Floats:
    """Return how many draws each row of the figure has: those between its end and the one above."""
    rows = max(len(ends), len(batch.draws), len(batch.seed))
    sizes, seeds = (
        np.broadcast_to(one.astype(np.int64), rows).tolist() for one in (batch.draws, batch.seed)
    )
    upto = [
        np.searchsorted(chance(size, seed), row)
        for size, seed, row in zip(
            sizes, seeds, np.broadcast_to(ends, (rows, ends.shape[-1])), strict=True
        )
    ]
    return np.diff(upto).astype(np.float64)


@lru_cache(maxsize=256)  # the same for all temperatures and filters
def chance(size: int, seed: int) -> Floats:
    """Return the numbers that draws of this seed are made from, from the smallest up."""
    return np.sort(uniforms(size=size, seed=seed))
