"""Attention: a softmax over keys, some of which may be masked."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from softmax_core._checks import (
    Bools,
    Floats,
    as_float64,
    check_finite_scores,
    check_integer,
    real_numbers,
)
from softmax_core.maps import softmax


class Attention(NamedTuple):
    """What a softmax over keys is taken of, and what it gives.

    ``scores`` are scaled and hold -inf where a key is masked, ``weights`` sum to 1 for each
    query; both (..., queries, keys). Where a query may look at no key at all, its weights are
    nan: 0/0.
    """

    scores: Floats
    weights: Floats


def attention_products(queries: ArrayLike, keys: ArrayLike) -> Floats:
    """Return how well each key fits each query: the scores before they are scaled.

    Formula: ``q_i . k_j``

    Shapes: queries (..., queries, d), keys (..., keys, d) -> (..., queries, keys).

    Raises:
        TypeError: queries or keys are not real numbers.
        ValueError: their rows are not of one length, there is no row, or a product is not finite.

    >>> attention_products([[1, 0], [1, 1]], [[2, 3], [4, 5], [6, 7]])
    array([[ 2.,  4.,  6.],
           [ 5.,  9., 13.]])
    """
    asking, asked = as_float64(queries, name="queries"), as_float64(keys, name="keys")
    if asking.shape[-1] != asked.shape[-1] or min(asking.ndim, asked.ndim) < 2:
        raise ValueError(
            f"queries {asking.shape} and keys {asked.shape} must be rows of the same length"
        )
    with np.errstate(over="ignore", invalid="ignore"):
        products: Floats = asking @ np.swapaxes(asked, -1, -2)
    if not np.isfinite(products).all():
        raise ValueError("queries and keys must be finite, and small enough to be multiplied")
    return products


def causal_mask(n_queries: int) -> Bools:
    """Return which keys each query of a text may look at: its own and those before it.

    Formula: ``allowed_ij = [j <= i]``

    Shapes: -> (queries, keys), as many keys as queries; True is allowed.

    Raises:
        TypeError: the number of queries is not whole.
        ValueError: it is negative.

    >>> causal_mask(3).astype(int)
    array([[1, 0, 0],
           [1, 1, 0],
           [1, 1, 1]])
    """
    if check_integer(n_queries, name="n_queries") < 0:
        raise ValueError(f"n_queries must be >= 0, not {n_queries}")
    places = np.arange(n_queries)
    allowed: Bools = places <= places[:, np.newaxis]
    return allowed


def attention_weights(
    products: ArrayLike, *, scale: ArrayLike = 1.0, allowed: ArrayLike = True
) -> Attention:
    """Return the share of its attention that each query gives to each key.

    Formula: ``s_ij = scale q_i . k_j``, and -inf where not allowed; ``w_ij = softmax_j(s_ij)``

    A mask is -inf and not 0: exp(-inf) = 0 leaves the sum as if the key were not there, while a
    score of 0 would still have a share. A query without a single key has 0/0 = nan, as the
    formula says: what to do with it is not for softmax to decide.

    Shapes: products (..., queries, keys), scale broadcastable to (...), allowed to the products
    -> each (..., queries, keys).

    Raises:
        TypeError: products or scale are not real numbers, or ``allowed`` is not of True and False.
        ValueError: a product is not finite, or what the scale makes of it.

    Source: Vaswani et al. (2017), https://arxiv.org/abs/1706.03762, section 3.2.1; its scale is
    1 / sqrt(d), with which products of d independent parts of spread 1 have spread 1

    >>> attention_weights([[2, 4, 6]], scale=0.5, allowed=[True, True, False]).weights.round(3)
    array([[0.269, 0.731, 0.   ]])
    >>> attention_weights([[2, 4, 6]], allowed=False).weights
    array([[nan, nan, nan]])
    """
    scores = np.where(_check_allowed(allowed), _scaled(products, scale), -np.inf)
    is_open = np.isfinite(scores).any(axis=-1, keepdims=True)
    weights = np.where(is_open, softmax(np.where(is_open, scores, 0.0)), np.nan)
    return Attention(scores, weights)


def _scaled(products: ArrayLike, scale: ArrayLike) -> Floats:
    """Return the products times the scale."""
    factor = real_numbers(scale, name="scale", are="a real number")[..., np.newaxis, np.newaxis]
    with np.errstate(over="ignore", invalid="ignore"):
        scaled: Floats = check_finite_scores(products) * factor
    if not np.isfinite(scaled).all():
        raise ValueError("the scale must be finite, and leave the scores so")
    return scaled


def _check_allowed(allowed: ArrayLike) -> Bools:
    """Return the mask, which is not one of numbers to add."""
    mask = np.asarray(allowed)
    if mask.dtype.kind not in "biu":
        raise TypeError(f"allowed must be True or False for each key, not {mask.dtype}")
    return mask.astype(np.bool_)
