"""Which classes may be drawn at all, as a mask of -inf over the scores, and drawing among them.

Classes are taken in the order of their scores, of equal ones the first before the others.
"""

import numpy as np
from numpy.typing import ArrayLike

from softmax_core._checks import Floats, Labels, check_integer, check_scores
from softmax_core._numbers import check_share
from softmax_core.maps import softmax


def top_k(logits: ArrayLike, k: ArrayLike) -> Floats:
    """Keep the k largest scores, and give the others -inf.

    Formula: ``z_i`` where fewer than k scores stand before z_i in the order, else ``-inf``

    Exactly k are kept, or all if there are fewer: of equal scores the first. Hugging Face's
    TopKLogitsWarper keeps all that equal the k-th.

    Shapes: logits (..., n), k broadcastable to (...) -> (..., n).

    Raises:
        TypeError: the scores are not real numbers, or k is not whole.
        ValueError: the scores have no softmax, or k is less than 1.

    Source: Fan, Lewis & Dauphin (2018), https://arxiv.org/abs/1805.04833

    >>> top_k([2, 5, 3, 3], 2)
    array([-inf,   5.,   3., -inf])
    """
    scores, _ = check_scores(logits)
    count = np.asarray(k)
    if count.dtype.kind not in "iu":
        raise TypeError(f"k must be a whole number, not {count.dtype}")
    if (count < 1).any():
        raise ValueError("k must be at least 1: one class has to remain")
    return _first(scores, np.arange(scores.shape[-1]) < count[..., np.newaxis])


def top_p(logits: ArrayLike, p: ArrayLike) -> Floats:
    """Keep the nucleus: the fewest classes, the likeliest first, that have p of the probability.

    Formula: ``z_i`` where the classes before it in the order have less than p together, else
    ``-inf``; with ``p = 1`` every score, and the first one always

    Where the scores come out of another filter, p counts of what that one has left. A temperature
    belongs before (``top_p(z / T, p)``, another nucleus) or after it (``top_p(z, p) / T``).

    Shapes: logits (..., n), p broadcastable to (...) -> (..., n).

    Raises:
        TypeError: the scores are not real numbers.
        ValueError: the scores have no softmax, or p is not from 0 to 1.

    Source: Holtzman et al. (2020), https://arxiv.org/abs/1904.09751

    >>> z, T = np.array([3, 2, 1]), 0.5
    >>> top_p(z / T, 0.8), top_p(z, 0.8) / T
    (array([  6., -inf, -inf]), array([  6.,   4., -inf]))
    """
    scores, _ = check_scores(logits)
    share = check_share(p, name="p")
    probs = np.take_along_axis(softmax(scores), _order(scores), axis=-1)
    before = np.cumsum(probs, axis=-1)[..., :-1]
    is_needed = (before < share) | (share == 1)  # rounding has a sum reach 1 before its end
    is_first = np.ones((*is_needed.shape[:-1], 1), dtype=bool)
    return _first(scores, np.concatenate([is_first, is_needed], axis=-1))


def min_p(logits: ArrayLike, p: ArrayLike) -> Floats:
    """Keep the classes that are at least p times as probable as the likeliest one.

    Formula: ``z_i`` where ``z_i >= max_j z_j + log p``, else ``-inf``

    Equal scores stay or go together. A temperature before it counts, one after it does not.

    Shapes: logits (..., n), p broadcastable to (...) -> (..., n).

    Raises:
        TypeError: the scores are not real numbers.
        ValueError: the scores have no softmax, or p is not from 0 to 1.

    Source: Nguyen et al. (2024), https://arxiv.org/abs/2407.01082

    >>> min_p([2, 5, 3, 3], 0.1)
    array([-inf,   5.,   3.,   3.])
    """
    scores, top = check_scores(logits)
    with np.errstate(divide="ignore"):  # log 0 is -inf: everything stays
        least = np.log(check_share(p, name="p"))
    with np.errstate(invalid="ignore", over="ignore"):  # an infinite score less itself
        kept: Floats = np.where((scores - top >= least) | (scores == top), scores, -np.inf)
    return kept


def sample(logits: ArrayLike, *, size: int, seed: int) -> Labels:
    """Draw classes with the probabilities that softmax gives them.

    Formula: the first class in the order with ``P_i > u``, where ``P_i`` is the probability of it
    and of those before it, and ``u`` is uniform from 0 to 1

    The same seed gives all rows the same u: what changes between them is not chance. A class of
    score -inf is never drawn.

    Shapes: logits (..., n) -> (..., size), places of classes.

    Raises:
        TypeError: the scores are not real numbers, or size or seed are not whole.
        ValueError: the scores have no softmax, or size or seed are negative.

    Source: Devroye (1986), Non-Uniform Random Variate Generation, chapter III.2

    >>> sample([2, 3, 5], size=8, seed=0)
    array([2, 2, 2, 2, 2, 1, 2, 2])
    """
    scores, _ = check_scores(logits)
    order = _order(scores)
    mass = np.cumsum(np.take_along_axis(softmax(scores), order, axis=-1), axis=-1)
    uniform = uniforms(size=size, seed=seed)
    places = [_drawn(row, uniform) for row in mass.reshape(-1, mass.shape[-1])]
    drawn = np.reshape(places, (*mass.shape[:-1], size)).astype(np.intp)
    return np.take_along_axis(order, drawn, axis=-1)


def _drawn(mass: Floats, uniform: Floats) -> Labels:
    """Return the first places whose mass is above each u, of a sum that rounding leaves near 1."""
    # the last class with any probability, should u times the rounded sum come out as the sum
    last = np.searchsorted(mass, mass[-1])
    places: Labels = np.minimum(np.searchsorted(mass, uniform * mass[-1], side="right"), last)
    return places


def uniforms(*, size: int, seed: int) -> Floats:
    """Return the numbers from 0 to 1 that draws of this seed are made from.

    More of them begin with the same ones.

    Raises: TypeError, ValueError: size or seed are no whole numbers >= 0.

    >>> uniforms(size=2, seed=0).round(3)
    array([0.637, 0.27 ])
    """
    if check_integer(size, name="size") < 0 or check_integer(seed, name="seed") < 0:
        raise ValueError(f"size and seed must be >= 0, not {size} and {seed}")
    return np.random.default_rng(seed).random(size)


def _order(scores: Floats) -> Labels:
    """Return the places of the scores from the largest to the smallest."""
    return np.argsort(-scores, axis=-1, kind="stable")


def _first(scores: Floats, kept: np.typing.NDArray[np.bool_]) -> Floats:
    """Return the scores, and -inf in place of those whose place in the order is not kept."""
    order = _order(scores)
    is_kept = np.zeros(np.broadcast_shapes(scores.shape, kept.shape), dtype=bool)
    order = np.broadcast_to(order, is_kept.shape)
    np.put_along_axis(is_kept, order, np.broadcast_to(kept, is_kept.shape), axis=-1)
    masked: Floats = np.where(is_kept, scores, -np.inf)
    return masked
