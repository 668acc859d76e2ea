"""Softmax regression: scores that come from weights, and the weights learned."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from softmax_core._checks import Floats, Labels, as_float64, check_labels
from softmax_core._numbers import check_one, check_pace
from softmax_core.features import check_samples
from softmax_core.gradients import cross_entropy_grad
from softmax_core.losses import cross_entropy
from softmax_core.maps import hardmax


class RegressionGrad(NamedTuple):
    """The gradient in the weights, (..., classes, features), and the bias, (..., classes)."""

    weights: Floats
    bias: Floats


class RegressionPath(NamedTuple):
    """A training run: the start and what follows each step, along the first axis.

    Runs with several learning rates have these behind it. Where classes tie, ``accuracies`` count
    what a guess among them gets right on average.
    """

    weights: Floats
    biases: Floats
    losses: Floats
    accuracies: Floats


def regression_logits(features: ArrayLike, weights: ArrayLike, bias: ArrayLike) -> Floats:
    """Return the scores that weights give to samples.

    Formula: ``z = W x + b``

    Shapes: features (samples, d), weights (..., k, d), bias (..., k) -> (..., samples, k).

    Raises:
        TypeError: an input is not made of real numbers.
        ValueError: the features are no table of samples, or a score is not a number.

    >>> regression_logits([[1, 2]], [[1, 0], [0, 1]], [0, 10])
    array([[ 1., 12.]])
    """
    x = check_samples(features)
    w, b = as_float64(weights, name="weights"), as_float64(bias, name="biases")
    with np.errstate(over="ignore", invalid="ignore"):
        scores: Floats = x @ np.swapaxes(w, -1, -2) + b[..., np.newaxis, :]
    if np.isnan(scores).any():
        raise ValueError("features and weights are too large, or not numbers: their scores are nan")
    return scores


def regression_loss(
    features: ArrayLike, labels: ArrayLike, weights: ArrayLike, bias: ArrayLike, *, l2: float = 0.0
) -> Floats:
    """Return the mean cross-entropy of samples, with a penalty on large weights.

    Formula: ``mean_k cross_entropy(W x_k + b, y_k) + l2/2 * sum(W**2)``

    Shapes: features (samples, d), labels (samples,), weights (..., k, d), bias (..., k) -> (...).

    Raises: as ``regression_logits`` and ``cross_entropy``; ValueError: l2 is negative or infinite.

    >>> regression_loss([[1.0], [2.0]], [0, 1], [[0.0], [0.0]], [0.0, 0.0])
    np.float64(0.6931471805599453)
    """
    _check_penalty(l2)
    losses = cross_entropy(regression_logits(features, weights, bias), labels)
    if l2 == 0:  # or a square that is too large would count as 0 times infinity
        return np.asarray(_mean(losses))[()]
    with np.errstate(over="ignore"):
        squares = np.square(as_float64(weights, name="weights")).sum(axis=(-2, -1))
        result: Floats = _mean(losses) + l2 * squares / 2  # half of the smallest l2 would be 0
    return result


def regression_grad(
    features: ArrayLike, labels: ArrayLike, weights: ArrayLike, bias: ArrayLike, *, l2: float = 0.0
) -> RegressionGrad:
    """Return the gradient of ``regression_loss``.

    Formula: ``dL/dW = mean_k (p_k - t_k) x_k^T + l2 W``, ``dL/db = mean_k (p_k - t_k)``

    Shapes: features (samples, d), labels (samples,), weights (..., k, d), bias (..., k) -> as
    given.

    Raises: as ``regression_loss``; ValueError: a slope is not a number.

    >>> regression_grad([[1.0], [2.0]], [0, 1], [[0.0], [0.0]], [0.0, 0.0]).weights
    array([[ 0.25],
           [-0.25]])
    """
    _check_penalty(l2)
    x, w = check_samples(features), as_float64(weights, name="weights")
    errors = cross_entropy_grad(regression_logits(x, w, bias), labels)
    with np.errstate(over="ignore", invalid="ignore"):
        products = np.swapaxes(errors, -1, -2) @ x  # the outer products, added over the samples
        slopes = products / len(x) + l2 * w
    if np.isnan(slopes).any():
        raise ValueError("features and weights are too large, or not finite: a slope is nan")
    return RegressionGrad(slopes, errors.mean(axis=-2))


@np.errstate(over="ignore", invalid="ignore")  # what is too large ends at scores that are refused
def train_regression(
    features: ArrayLike,
    labels: ArrayLike,
    *,
    n_classes: int,
    learning_rate: ArrayLike,
    steps: int,
    l2: float = 0.0,
) -> RegressionPath:
    """Train a softmax regression by full-batch gradient descent, from weights of 0.

    Formula: ``W <- W - learning_rate * dL/dW``, ``b <- b - learning_rate * dL/db``

    Shapes: features (samples, d), labels (samples,), learning_rate (...) -> weights (steps + 1,
    ..., n_classes, d), biases (steps + 1, ..., n_classes), losses and accuracies (steps + 1, ...).

    Raises:
        TypeError, ValueError: as ``regression_loss``.
        ValueError: the learning rate is not a finite number >= 0, ``steps`` is negative, or there
            is not one label for each sample.

    >>> run = train_regression([[-1.0], [1.0]], [0, 1], n_classes=2, learning_rate=1, steps=20)
    >>> run.losses[[0, 20]].round(3), run.accuracies[-1]
    (array([0.693, 0.024]), np.float64(1.0))
    """
    rate = check_pace(learning_rate, steps)
    x, y = _check_pairs(features, labels, n_classes)
    weights, biases = _zeros(steps, rate.shape[:-1], n_classes, x.shape[-1])
    for step in range(steps):
        grad = regression_grad(x, y, weights[step], biases[step], l2=l2)
        weights[step + 1] = weights[step] - rate[..., np.newaxis] * grad.weights
        biases[step + 1] = biases[step] - rate * grad.bias
    losses = regression_loss(x, y, weights, biases, l2=l2)
    accuracies = _accuracy(regression_logits(x, weights, biases), y)
    return RegressionPath(weights, biases, losses, accuracies)


def _accuracy(logits: Floats, labels: NDArray[np.intp]) -> Floats:
    """Return the part of the samples whose label has the largest score; ties share a hit."""
    hits = hardmax(logits)[..., np.arange(len(labels)), labels]
    result: Floats = hits.mean(axis=-1)
    return result


def _mean(losses: Floats) -> Floats:
    """Return the mean over the samples, also where their sum is too large for float64."""
    with np.errstate(over="ignore"):
        mean: Floats = losses.mean(axis=-1)
    return mean if np.isfinite(mean).all() else (losses / losses.shape[-1]).sum(axis=-1)


def _check_pairs(features: ArrayLike, labels: ArrayLike, n_classes: int) -> tuple[Floats, Labels]:
    """Return samples and their labels, one for each."""
    x, y = check_samples(features), check_labels(labels, n_classes)
    if y.shape != x.shape[:1]:
        raise ValueError(f"{len(x)} samples need as many labels, not an array of shape {y.shape}")
    return x, y


def _check_penalty(l2: float) -> None:
    """Say when a penalty is none."""
    if not 0 <= check_one(l2, name="l2") < np.inf:
        raise ValueError(f"l2 must be >= 0, not {l2}")


def _zeros(
    steps: int, runs: tuple[int, ...], n_classes: int, n_features: int
) -> tuple[Floats, Floats]:
    """Return room for the weights and the biases of the start and of what follows each step."""
    shape = (steps + 1, *runs, n_classes)
    return np.zeros((*shape, n_features)), np.zeros(shape)
