"""The same scores at many temperatures and cut at many places, for a vocabulary of any size.

Filters keep the first of the order, so that all there is to know of them is how many they keep.
Equal scores are equally likely: what they have together grows in equal steps, and they need to be
told but once. Scores in float16 tie so often that this is a quarter of the work.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from softmax_core._checks import Floats, check_finite_scores
from softmax_core._numbers import check_amount, check_one

Counts = NDArray[np.int64]


class Ranks(NamedTuple):
    """Scores from the largest down, equal ones once, how many they are, and up to each from 0."""

    scores: Floats
    times: Floats
    counts: Floats


class RankedProbs(NamedTuple):
    """Probabilities in the order of the scores, equal ones once.

    ``counts`` is 0 and how many there are up to each; ``mass`` what those have together, and
    ``surprise`` their part of the entropy, ``-sum p log p``. ``log_probs`` is of each one alone.
    """

    counts: Floats
    mass: Floats
    surprise: Floats
    log_probs: Floats


def rank(logits: ArrayLike) -> Ranks:
    """Return one row of scores from the largest down, equal ones once.

    Formula: ``counts_g`` is how many scores are ``>= scores_g``, after a first 0

    Shapes: (n,) -> scores and times (g,), counts (g + 1,), with g distinct scores.

    Raises: TypeError, ValueError: the scores are not finite real numbers in one row.

    >>> ranks = rank([2, 5, 3, 3])
    >>> ranks.scores, ranks.counts
    (array([5., 3., 2.]), array([0., 1., 3., 4.]))
    """
    scores = check_finite_scores(logits)
    if scores.ndim != 1:
        raise ValueError(f"one row of scores can be ranked, not {scores.shape}")
    distinct, found = np.unique(scores, return_counts=True)
    times: Floats = found[::-1].astype(np.float64)
    return Ranks(distinct[::-1].copy(), times, np.concatenate([[0.0], times.cumsum()]))


def rank_probs(ranks: Ranks, *, temperature: float = 1.0) -> RankedProbs:
    """Return the softmax of ranked scores, summed up from the likeliest down.

    Formula: ``mass_g = sum of p_i over z_i >= scores_g``, where ``p = softmax(z / T)``

    Shapes: ranks of g distinct scores -> counts, mass and surprise (g + 1,), log_probs (g,).

    Raises:
        TypeError: the temperature is not a real number.
        ValueError: the temperature is not > 0.

    >>> rank_probs(rank([2, 5, 3, 3])).mass.round(3)
    array([0.   , 0.757, 0.962, 1.   ])
    """
    shifted = _shifted(ranks.scores, check_one(temperature, name="temperature"))
    shares = np.exp(shifted)
    shares *= ranks.times
    sums, sums_of_logs = _summed(shares, shifted)
    total, log_total = sums[-1], np.log(sums[-1])
    surprise = (log_total * sums - sums_of_logs) / total
    return RankedProbs(ranks.counts, sums / total, surprise, shifted - log_total)


def _shifted(scores: Floats, temperature: float) -> Floats:
    """Return ``(z - m) / T``, -inf where that is farther down than float64 reaches."""
    if not temperature > 0:
        raise ValueError("temperature must be > 0")
    if temperature == np.inf:
        return np.zeros(len(scores))
    with np.errstate(over="ignore"):
        shifted: Floats = scores - scores[0]
        shifted /= temperature
    return shifted


def _summed(shares: Floats, shifted: Floats) -> tuple[Floats, Floats]:
    """Return the sums of the shares, and of each times its exponent, up to every rank.

    Both in one pass, which takes as long as one of them: each addition waits for the last.
    """
    sums = np.zeros(len(shares) + 1, dtype=np.complex128)
    sums.real[1:] = shares
    # what has vanished adds nothing; the last is the farthest down
    seen = shares > 0 if np.isinf(shifted[-1:]).any() else True
    np.multiply(shares, shifted, out=sums.imag[1:], where=seen)
    np.cumsum(sums, out=sums)
    return sums.real, sums.imag


def mass_of_first(probs: RankedProbs, count: ArrayLike) -> Floats:
    """Return the probability that the likeliest so many have together.

    Formula: ``sum of the count largest p_i``

    Shapes: count (...) -> (...).

    Raises: TypeError, ValueError: the count is not a real number >= 0.

    >>> mass_of_first(rank_probs(rank([2, 5, 3, 3])), [1, 2, 4]).round(3)
    array([0.757, 0.86 , 1.   ])
    """
    return _interpolated(check_amount(count, name="count"), probs.counts, probs.mass)


def entropy_of_first(probs: RankedProbs, count: ArrayLike) -> Floats:
    """Return the entropy of the likeliest so many, once they alone share the probability.

    Formula: ``log M - (sum p log p) / M`` over the count largest p, with the sum M of them

    Shapes: count (...) -> (...), in nats.

    Raises: TypeError, ValueError: the count is not a real number >= 1.

    >>> entropy_of_first(rank_probs(rank([2, 5, 3, 3])), [1, 4]).round(3)
    array([0.   , 0.801])
    """
    wanted = check_amount(count, name="count")
    if (wanted < 1).any():
        raise ValueError("count must be at least 1: nothing has no entropy")
    mass = mass_of_first(probs, wanted)
    surprise = _interpolated(wanted, probs.counts, probs.surprise)
    found: Floats = np.maximum(np.log(mass) + surprise / mass, 0.0)
    return found


def first_with_mass(probs: RankedProbs, mass: ArrayLike) -> Counts:
    """Return how many of the likeliest it takes to have so much probability together.

    Formula: ``min {n >= 1: sum of the n largest p_i >= mass}``

    Shapes: mass (...) -> (...). All of them for a mass of 1.

    Raises: TypeError, ValueError: the mass is not a real number >= 0.

    >>> first_with_mass(rank_probs(rank([2, 5, 3, 3])), [0.7, 0.8, 0.9, 1])
    array([1, 2, 3, 4])
    """
    wanted = check_amount(mass, name="mass")
    group = np.minimum(np.maximum(np.searchsorted(probs.mass, wanted), 1), len(probs.mass) - 1)
    before, through = probs.counts[group - 1], probs.counts[group]
    have, step = probs.mass[group - 1], probs.mass[group] - probs.mass[group - 1]
    # a step is 0 where p has vanished
    with np.errstate(invalid="ignore", divide="ignore", over="ignore"):
        more = np.ceil((wanted - have) / step * (through - before))
    found = before + np.fmax(np.fmin(more, through - before), 1.0)
    return _whole(np.where(wanted >= 1, probs.counts[-1], found))


def first_at_least(probs: RankedProbs, share: ArrayLike) -> Counts:
    """Return how many are at least so large a part as probable as the likeliest one.

    Formula: ``|{i: log p_i >= max_j log p_j + log share}|``

    Shapes: share (...) -> (...).

    Raises: TypeError, ValueError: the share is not a real number >= 0.

    >>> first_at_least(rank_probs(rank([2, 5, 3, 3])), [0, 0.1, 1])
    array([4, 3, 1])
    """
    with np.errstate(divide="ignore"):  # log 0 is -inf: all of them
        least = probs.log_probs[0] + np.log(check_amount(share, name="share"))
    groups = len(probs.log_probs) - np.searchsorted(probs.log_probs[::-1], least)
    return _whole(probs.counts[np.maximum(groups, 1)])


def _interpolated(count: Floats, counts: Floats, sums: Floats) -> Floats:
    """Return a sum that grows in equal steps between those that are known."""
    found: Floats = np.interp(count, counts, sums)
    return found


def _whole(counts: Floats) -> Counts:
    found: Counts = counts.astype(np.int64)
    return found
