"""How wrong a prediction is: cross-entropy, from logits and from probabilities."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from softmax_core._checks import (
    Floats,
    are_labels,
    as_float64,
    check_distribution,
    check_row_labels,
    check_scores,
    check_targets,
)
from softmax_core._kernels import log_total, shift
from softmax_core._numbers import check_one
from softmax_core._short_rows import quick_for_labelled_rows, short_loss
from softmax_core.targets import one_hot


class Normalized(NamedTuple):
    """``p / sum(p)``, shape (..., n), and ``sum(p)``, shape (..., 1)."""

    shares: Floats
    total: Floats


@quick_for_labelled_rows(short_loss)  # up to 16 scores: the same formula in plain Python
def cross_entropy(logits: ArrayLike, targets: ArrayLike, *, temperature: ArrayLike = 1.0) -> Floats:
    """Return the loss of a softmax whose true class, or distribution of classes, is known.

    Formula: ``-sum_i t_i log p_i = sum_i t_i ((m - z_i) / T + log1p(rest))``, which for a label y
    is ``(m - z_y) / T + log1p(rest)``; ``rest = sum_{j != top} exp((z_j - m) / T)``

    Probabilities are never formed, so none can underflow to 0 before its logarithm is taken. A
    class with target 0 adds nothing, even where its probability is 0.

    Shapes: logits (..., n); targets integer labels (...), or float distributions (..., n); both
    broadcast -> (...), one loss a row.

    Raises:
        TypeError: scores, targets or temperature are not real numbers, or a label is a float.
        ValueError: as ``softmax``; a label that is no class; targets that are no distribution.

    Source: Blanchard, Higham & Higham (2021), https://doi.org/10.1093/imanum/draa038

    >>> cross_entropy([4, -4, 3], 2).round(7)
    np.float64(1.3135069)
    >>> cross_entropy([4, -4, 3], [0.1, 0.1, 0.8]).round(7)
    np.float64(1.9135069)
    """
    checked = check_scores(logits)
    shifted = shift(checked, temperature)  # (z_i - m) / T
    if are_labels(targets):
        at_label = take_labels(shifted, targets)  # (z_y - m) / T
        log_sum = log_total(shifted, checked, temperature, keep=False)  # log1p(rest)
        return log_sum[..., 0] - at_label
    distribution = check_targets(targets, shifted.shape[-1])
    # -log p_i, in place of the shifted scores: no more than two large arrays are held
    surprise = np.subtract(log_total(shifted, checked, temperature), shifted, out=shifted)
    return mean_under(distribution, surprise)


def cross_entropy_from_probs(probs: ArrayLike, targets: ArrayLike, *, clip: float = 1e-7) -> Floats:
    """Return the cross-entropy of probabilities, the way Keras does without ``from_logits``.

    Formula: ``-sum_i t_i log q_i``, where ``q = p / sum(p)``, then clipped to
    ``[clip, 1 - clip]``

    For contrast: the clip caps the loss at ``-log(clip)``, 16.1 by default, however wrong the
    prediction is. ``cross_entropy`` has no such limit. Nor is it looked at whether a number is a
    probability at all: scores that are taken for probabilities are shared out and clipped too.

    Shapes: probs (..., n), targets as for ``cross_entropy`` -> (...).

    Raises:
        TypeError: probabilities or targets are not real numbers, or a label is a float.
        ValueError: a row of ``probs`` has no finite sum but 0; ``clip`` is not in [0, 0.5);
            targets as for ``cross_entropy``.

    Source: https://keras.io/api/losses/probabilistic_losses/

    >>> cross_entropy_from_probs([2e-9, 1 - 4e-9, 2e-9], 0)
    np.float64(16.11809565095832)
    """
    shares = normalized(probs, clip).shares
    target = as_distribution(targets, shares.shape)
    with np.errstate(divide="ignore"):  # without a clip, log(0) is -inf
        logs = np.log(np.clip(shares, clip, 1 - clip))
    return -mean_under(target, logs) + 0.0  # never "-0.0"


def kl_divergence(p: ArrayLike, q: ArrayLike) -> Floats:
    """Return how much more surprising q is than p, where p is true, in nats.

    Formula: ``KL(p || q) = sum_i p_i log(p_i / q_i)``

    Summed as ``p_i log(p_i / q_i) - p_i + q_i``, whose terms are never negative. It is 0 only
    where p = q, and not symmetric: no distance. ``cross-entropy = entropy(p) + KL(p || q)``.

    Shapes: p (..., n), q (..., n), broadcast -> (...). Infinite where q rules out what p allows.

    Raises:
        TypeError: the probabilities are not real numbers.
        ValueError: a row of p or q is no distribution.

    Source: Kullback & Leibler (1951), https://doi.org/10.1214/aoms/1177729694

    >>> kl_divergence([0.5, 0.5], [0.9, 0.1]).round(4)
    np.float64(0.5108)
    >>> kl_divergence([0.9, 0.1], [0.5, 0.5]).round(4)
    np.float64(0.3681)
    """
    true, other = np.broadcast_arrays(check_distribution(p), check_distribution(q))
    terms = log_ratio(true, other)  # in place: p_i log(p_i / q_i) - p_i + q_i
    terms *= true
    terms -= true
    terms += other
    divergence: Floats = np.maximum(terms, 0.0, out=terms).sum(axis=-1)
    return divergence


def take_labels(rows: Floats, targets: ArrayLike) -> Floats:
    """Return the number of each row at its label, in a new array."""
    labels = check_row_labels(targets, rows.shape)[..., np.newaxis]
    shape = np.broadcast_shapes(labels.shape[:-1], rows.shape[:-1])
    at_label = np.take_along_axis(
        np.broadcast_to(rows, (*shape, rows.shape[-1])),
        np.broadcast_to(labels, (*shape, 1)),
        axis=-1,
    )
    return at_label[..., 0]


def mean_under(distribution: Floats, values: Floats) -> Floats:
    """Return ``sum_i t_i v_i``, where 0 times infinity counts as 0."""
    terms = np.multiply(
        distribution,
        values,
        out=np.zeros(np.broadcast_shapes(distribution.shape, values.shape)),
        where=distribution > 0,
    )
    total: Floats = terms.sum(axis=-1)
    return total


def log_ratio(true: Floats, other: Floats) -> Floats:
    """Return ``log(p_i / q_i)``, 0 where p_i is 0; the ratio may be too large for float64."""
    with np.errstate(divide="ignore", over="ignore"):
        # + 0.0: divided by -0, it would be -inf
        ratio = np.divide(true, other + 0.0, out=np.ones(true.shape), where=true > 0)
        overflowed = np.isinf(ratio)
        logs: Floats = np.log(ratio, out=ratio)
        logs[overflowed] = np.log(true[overflowed]) - np.log(other[overflowed])
    return logs


def as_distribution(targets: ArrayLike, shape: tuple[int, ...]) -> Floats:
    """Return targets for scores of a shape as rows of probabilities, labels as one-hot."""
    if are_labels(targets):
        return one_hot(check_row_labels(targets, shape), shape[-1])
    return check_targets(targets, shape[-1])


def normalized(probs: ArrayLike, clip: float) -> Normalized:
    """Return ``p / sum(p)`` and ``sum(p)``, having looked at ``clip``."""
    if not 0 <= check_one(clip, name="clip") < 0.5:
        raise ValueError(f"clip must be from 0 to below 0.5, not {clip}")
    checked = as_float64(probs, name="probabilities")
    with np.errstate(over="ignore", invalid="ignore"):
        total = checked.sum(axis=-1, keepdims=True)
    if not (np.isfinite(total) & (total != 0)).all():
        raise ValueError("probabilities must have a finite sum that is not 0")
    with np.errstate(over="ignore"):
        shares = checked / total
    if not np.isfinite(shares).all():
        raise ValueError("probabilities must have a sum large enough to divide by")
    return Normalized(shares, total)
