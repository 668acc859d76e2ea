"""Derivatives of softmax and cross-entropy, and the finite differences that check them."""

from collections.abc import Callable

import numpy as np
from numpy.typing import ArrayLike

from softmax_core._checks import (
    Floats,
    Labels,
    are_labels,
    as_float64,
    check_row_labels,
    check_targets,
)
from softmax_core._numbers import check_one, check_temperature
from softmax_core.losses import as_distribution, normalized
from softmax_core.maps import softmax


def cross_entropy_grad(
    logits: ArrayLike, targets: ArrayLike, *, temperature: ArrayLike = 1.0
) -> Floats:
    """Return the gradient of ``cross_entropy`` in the logits.

    Formula: ``(p - t) / T``; at a label with p_y > 1/2, ``p_y - 1`` is taken as
    ``-sum_{j != y} p_j``

    The second form loses no digits when p_y is close to 1. Every row sums to 0 but for rounding:
    what pushes the other classes down is what pulls the label up.

    Shapes: logits (..., n), targets as for ``cross_entropy`` -> (..., n).

    Raises: as ``cross_entropy``.

    >>> cross_entropy_grad([4, -4, 3], 2).round(2)
    array([ 0.73,  0.  , -0.73])
    """
    probs = softmax(logits, temperature=temperature)
    if are_labels(targets):
        labels = check_row_labels(targets, probs.shape)[..., np.newaxis]
        grad = _less_one_at(labels, probs)  # p - t, where t is one-hot
    else:
        grad = probs - check_targets(targets, probs.shape[-1])
    with np.errstate(over="ignore"):  # near T = 0 a slope is too large for float64
        grad /= check_temperature(temperature)
    return grad


def _less_one_at(labels: Labels, probs: Floats) -> Floats:
    """Return the probabilities less 1 at the labels, in place where the shapes allow it."""
    rows = np.broadcast_shapes(labels.shape[:-1], probs.shape[:-1])
    if rows != probs.shape[:-1]:
        probs = np.broadcast_to(probs, (*rows, probs.shape[-1])).copy()
    labels = np.broadcast_to(labels, (*rows, 1))
    at_label = np.take_along_axis(probs, labels, axis=-1)
    np.put_along_axis(probs, labels, 0.0, axis=-1)
    pull = np.where(at_label > 0.5, -probs.sum(axis=-1, keepdims=True), at_label - 1)
    np.put_along_axis(probs, labels, pull, axis=-1)
    return probs


def cross_entropy_from_probs_grad(
    probs: ArrayLike, targets: ArrayLike, *, clip: float = 1e-7
) -> Floats:
    """Return the gradient of ``cross_entropy_from_probs`` in the probabilities.

    Formula: ``(g_i - sum_j g_j q_j) / sum(p)``, where ``q = p / sum(p)`` and ``g_i = -t_i / q_i``
    where q_i lies inside ``[clip, 1 - clip]``, else 0

    Where the clip holds, nothing comes through: a prediction that gives the true class less than
    ``clip`` has gradient 0 and cannot learn. The gradient in the logits is this one times
    ``softmax_jacobian``.

    Shapes: probs (..., n), targets as for ``cross_entropy`` -> (..., n).

    Raises: as ``cross_entropy_from_probs``.

    >>> cross_entropy_from_probs_grad([2e-9, 1 - 4e-9, 2e-9], 0)
    array([0., 0., 0.])
    """
    shares, total = normalized(probs, clip)  # q and sum(p)
    target, shares = np.broadcast_arrays(as_distribution(targets, shares.shape), shares)
    reached = (shares >= clip) & (shares <= 1 - clip) & (target > 0)
    within = np.where(reached, target, 0.0)
    mean = -within.sum(axis=-1, keepdims=True)  # g_j q_j is -t_j, also where g_j is infinite
    with np.errstate(divide="ignore", over="ignore"):
        slopes = -np.divide(within, shares, out=np.zeros(shares.shape), where=reached)  # g
        result: Floats = (slopes - mean) / total + 0.0  # never "-0.0"
    return result


def softmax_jacobian(logits: ArrayLike, *, temperature: ArrayLike = 1.0) -> Floats:
    """Return how each probability moves with each score.

    Formula: ``J_ij = dp_i/dz_j = (p_i [i = j] - p_i p_j) / T``; on the diagonal,
    ``p_i (1 - p_i)`` is taken as ``sum_{j != i} p_i p_j``

    So no digits are lost when p_i is close to 1. Rows and columns sum to 0: the matrix is
    symmetric, and probabilities only move from class to class.

    Shapes: logits (..., n), temperature broadcastable to (...) -> (..., n, n).

    Raises: as ``softmax``.

    >>> softmax_jacobian([0, 0])
    array([[ 0.25, -0.25],
           [-0.25,  0.25]])
    """
    probs = softmax(logits, temperature=temperature)
    jacobian = -probs[..., :, np.newaxis] * probs[..., np.newaxis, :]
    diagonal = np.arange(probs.shape[-1])
    jacobian[..., diagonal, diagonal] = 0.0
    jacobian[..., diagonal, diagonal] = -jacobian.sum(axis=-1)  # sum_{j != i} p_i p_j
    with np.errstate(over="ignore"):  # near T = 0 a slope is too large for float64
        result: Floats = jacobian / check_temperature(temperature)[..., np.newaxis]
    return result


def numerical_gradient(
    function: Callable[[Floats], float | Floats], point: ArrayLike, *, step: float = 6e-6
) -> Floats:
    """Return the gradient of a function of a vector by central differences.

    Formula: ``(f(x + h e_i) - f(x - h e_i)) / 2h``

    The default step balances the formula's error, of order h^2, against rounding, of order 1/h.

    Shapes: point (n,), function (n,) -> () -> (n,).

    Raises:
        TypeError: the point or the step is not of real numbers.
        ValueError: the point is not one row of finite numbers, the step is not finite and > 0, or
            it leads beyond float64.

    >>> numerical_gradient(lambda x: x[0] * x[1], [3, 4]).round(6)
    array([4., 3.])
    """
    return numerical_jacobian(function, point, step=step)


def numerical_jacobian(
    function: Callable[[Floats], float | Floats], point: ArrayLike, *, step: float = 6e-6
) -> Floats:
    """Return the Jacobian of a function of a vector by central differences.

    Formula: ``J_ij = (f_i(x + h e_j) - f_i(x - h e_j)) / 2h``

    Shapes: point (n,), function (n,) -> (m,) -> (m, n).

    Raises: as ``numerical_gradient``.

    >>> numerical_jacobian(lambda x: x**2, [3, 4]).round(6)
    array([[6., 0.],
           [0., 8.]])
    """
    start = _check_point(point, step)
    columns = []
    for number in range(len(start)):
        ahead, behind = start.copy(), start.copy()
        ahead[number] += step
        behind[number] -= step
        difference = np.asarray(function(ahead)) - np.asarray(function(behind))
        columns.append(difference / (2 * step))
    return np.stack(columns, axis=-1)


def _check_point(point: ArrayLike, step: float) -> Floats:
    """Return the point as one row, having looked at the step."""
    start, width = as_float64(point, name="points"), check_one(step, name="step")
    if start.ndim != 1:
        raise ValueError(f"the point must be one row, not an array of shape {start.shape}")
    if not width > 0:
        raise ValueError(f"step must be > 0, not {step}")
    if not abs(start).max() + 2 * width < np.inf:
        raise ValueError("point and step must be finite, and together not too large for float64")
    return start
