"""From scores to shares by division alone, and what can be wrong with that."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from softmax_core._checks import Bools, Floats, check_finite_scores


class LinearShares(NamedTuple):
    """What linear normalisation gives, and what is wrong with it.

    ``shares`` has the shape of the scores; the others have one value a row.
    """

    shares: Floats
    total: Floats
    zero_sum: Bools
    negative_share: Bools


def linear_normalize(scores: ArrayLike) -> LinearShares:
    """Divide each score by the sum of its row.

    Formula: ``share_i = z_i / sum_j z_j``

    The shares are a probability distribution only where no score is negative and the sum is
    positive. Elsewhere the division is still done where it can be, and the fields say what came
    of it: ``negative_share`` marks rows with a share below 0 (the others then add up to more than
    1), a negative ``total`` rows whose order is reversed, and ``zero_sum`` rows that cannot be
    divided (their shares are nan). A sum counts as zero when it is no larger than its own rounding
    error, ``n * 2**-53 * sum_j |z_j|``, and is then given as 0: 0.1 + 0.2 - 0.3 is 5.6e-17 in
    float64.

    Shapes: scores (..., n) -> shares (..., n); total, zero_sum, negative_share (...).

    Raises:
        TypeError: the scores are not real numbers.
        ValueError: a score is nan or infinite, or a row has no score.

    >>> linear_normalize([2, 3, 5]).shares
    array([0.2, 0.3, 0.5])
    >>> linear_normalize([4, -4, 3]).negative_share
    np.True_
    """
    checked = check_finite_scores(scores)
    total = _sum_of_rows(checked)
    if not np.isfinite(total).all():  # the sum overflowed: divide numbers small enough to be added
        return linear_normalize(checked / (2.0 * checked.shape[-1]))._replace(total=total)
    zero_sum = abs(total) <= _rounding_of_sum(checked)
    total = np.where(zero_sum, 0.0, total)[()]
    shares = _divide_rows(checked, total)  # nan where the sum is 0
    opposed = checked * np.sign(total)[..., np.newaxis] < 0  # a share may round to 0
    negative_share: Bools = np.logical_or.reduce(opposed, axis=-1)
    return LinearShares(shares, total, zero_sum, negative_share)


def _sum_of_rows(scores: Floats) -> Floats:
    """Return the sum of each row, which may leave float64."""
    with np.errstate(over="ignore", invalid="ignore"):
        total: Floats = scores.sum(axis=-1)
    return total


def _rounding_of_sum(scores: Floats) -> Floats:
    """Return how far from the true sum of each row the sum in float64 may be."""
    rounding: Floats = (abs(scores) * (scores.shape[-1] * 2.0**-53)).sum(axis=-1)
    return rounding


def _divide_rows(scores: Floats, total: Floats) -> Floats:
    """Return ``z_i / total``, nan where the total is 0."""
    divisor = np.where(total == 0, np.nan, total)
    with np.errstate(over="ignore"):
        shares: Floats = scores / divisor[..., np.newaxis]
    return shares
