"""Softmax in log space, where nothing underflows."""

from numpy.typing import ArrayLike

from softmax_core._checks import Floats, check_scores
from softmax_core._kernels import (
    divide_by_temperature,
    limits_or,
    log_total,
    shift,
    zeros_for_limits,
)
from softmax_core._short_rows import quick_for_short_rows, short_log_softmax, short_logsumexp


@quick_for_short_rows(short_log_softmax)  # up to 16 scores: the same formula in plain Python
def log_softmax(logits: ArrayLike, *, temperature: ArrayLike = 1.0) -> Floats:
    """Return the logarithms of the softmax probabilities, also where those round to 0 or 1.

    Formula: ``log p_i = (z_i - m) / T - log1p(sum_{j != top} exp((z_j - m) / T))``

    The largest term of the sum is exactly 1 and is left to ``log1p``: added to the others, it
    would swallow them whenever one class dominates.

    Shapes: logits (..., n), temperature broadcastable to (...) -> (..., n), all <= 0.

    Raises: as ``softmax``.

    Source: Blanchard, Higham & Higham (2021), https://doi.org/10.1093/imanum/draa038

    >>> log_softmax([0, -40])
    array([-4.24835426e-18, -4.00000000e+01])
    """
    checked = check_scores(logits)
    log_probs = shift(checked, temperature)  # (z_i - m) / T
    log_probs -= log_total(log_probs, checked, temperature)  # log1p(sum_{j != top} ...)
    return log_probs


@quick_for_short_rows(short_logsumexp)  # up to 16 scores: the same formula in plain Python
def logsumexp(logits: ArrayLike, *, temperature: ArrayLike = 1.0) -> Floats:
    """Return the logarithm of the sum of the exponentials: with T = 1, the soft maximum.

    Formula: ``log sum_j exp(z_j / T) = m / T + log1p(sum_{j != top} exp((z_j - m) / T))``

    Shapes: logits (..., n), temperature broadcastable to (...) -> (...). A row of nothing but
    -inf gives -inf, a row with a +inf gives +inf.

    Raises:
        TypeError: the scores or the temperature are not real numbers.
        ValueError: a score is nan, a row is empty, or the temperature is not > 0.

    Source: Blanchard, Higham & Higham (2021), https://doi.org/10.1093/imanum/draa038

    >>> logsumexp([123, 456, 789])
    np.float64(789.0)
    >>> logsumexp([[0, 0], [2, 2]]).round(4)
    array([0.6931, 2.6931])
    """
    checked = check_scores(logits, one_winner=False)
    finite = zeros_for_limits(checked)
    shifted = shift(finite, temperature)  # (z_i - m) / T
    log_sum = log_total(shifted, finite, temperature, keep=False)  # log1p(sum_{j != top} ...)
    total = divide_by_temperature(finite.top, temperature) + log_sum
    return limits_or(total, checked.top)
