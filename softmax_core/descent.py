"""Gradient descent on the logits themselves, kept step by step."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from softmax_core._checks import Floats, as_float64
from softmax_core._numbers import check_pace
from softmax_core.gradients import cross_entropy_grad
from softmax_core.losses import cross_entropy
from softmax_core.maps import softmax


class Descent(NamedTuple):
    """A trajectory: the start and what follows each step, along the first axis.

    ``logits``, ``probs`` and ``grads`` have shape (steps + 1, ..., n), ``losses`` (steps + 1, ...).
    """

    logits: Floats
    probs: Floats
    losses: Floats
    grads: Floats


def descend(
    logits: ArrayLike,
    targets: ArrayLike,
    *,
    learning_rate: ArrayLike = 1.0,
    steps: int = 1,
    temperature: ArrayLike = 1.0,
) -> Descent:
    """Follow the gradient of ``cross_entropy`` downhill from some logits.

    Formula: ``z <- z - learning_rate * (p - t) / T``, ``steps`` times

    With a learning rate of 1 a step subtracts p and adds 1 to the label: push all, pull one. The
    loss never reaches 0, and too large a rate overshoots; both are shown as they are.

    Shapes: logits (..., n), targets as for ``cross_entropy``, learning_rate broadcastable to (...)
    -> as the fields of ``Descent`` say.

    Raises:
        TypeError, ValueError: as ``cross_entropy``.
        ValueError: the learning rate is not a finite number >= 0, ``steps`` is negative, or a step
            leads beyond float64.

    >>> path = descend([4, -4, 3], 2, learning_rate=1, steps=100)
    >>> path.logits[1].round(4), path.losses[[1, 10, 100]].round(4)
    (array([ 3.2691, -4.0002,  3.7311]), array([0.4889, 0.0505, 0.005 ]))
    """
    rate = check_pace(learning_rate, steps)
    path = [as_float64(logits, name="scores")]
    grads = [cross_entropy_grad(path[0], targets, temperature=temperature)]
    for _ in range(steps):
        path.append(_moved(path[-1], rate, grads[-1]))
        grads.append(cross_entropy_grad(path[-1], targets, temperature=temperature))
    trajectory = _stack(path)
    probs = softmax(trajectory, temperature=temperature)
    losses = cross_entropy(trajectory, targets, temperature=temperature)
    return Descent(trajectory, probs, losses, _stack(grads))


def _moved(logits: Floats, rate: Floats, grad: Floats) -> Floats:
    """Return the logits after a step."""
    with np.errstate(over="ignore", invalid="ignore"):
        moved: Floats = logits - rate * grad
    if np.isnan(moved).any():
        raise ValueError("a step is too large for float64: the scores after it are nan")
    return moved


def _stack(steps: list[Floats]) -> Floats:
    """Return the steps along a new first axis; the start may have fewer axes than what follows."""
    return np.stack(np.broadcast_arrays(*steps))
