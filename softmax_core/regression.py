"""Softmax regression: scores that come from weights, and the weights learned."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from softmax_core._checks import Floats, as_float64, check_labels, check_pace
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


class Standardized(NamedTuple):
    """Features of mean 0 and spread 1, and the mean and spread that they had, shape (d,)."""

    features: Floats
    mean: Floats
    spread: Floats


def standardize(features: ArrayLike) -> Standardized:
    """Take from each feature its mean and divide it by its standard deviation.

    Formula: ``(x - mean(x)) / std(x)`` for each feature, over the samples

    So every feature counts alike in a step of gradient descent, whatever its unit.

    Shapes: features (samples, d) -> (samples, d), mean (d,), spread (d,).

    Raises:
        TypeError: the features are not real numbers.
        ValueError: a feature is the same in all samples, or not finite.

    >>> standardize([[1.0, 10.0], [3.0, 30.0]]).features
    array([[-1., -1.],
           [ 1.,  1.]])
    """
    x = as_float64(features, name="features")
    if not np.isfinite(x).all():
        raise ValueError("a feature must be finite")
    exponent = np.frexp(np.abs(x).max(axis=0))[1]
    scaled = np.ldexp(x, -exponent)  # by a power of 2, exactly: squares cannot overflow
    mean, spread = scaled.mean(axis=0), scaled.std(axis=0)
    if not (spread > 0).all():
        raise ValueError("a feature must not be the same in all samples")
    mean_and_spread = np.ldexp(mean, exponent), np.ldexp(spread, exponent)
    return Standardized((scaled - mean) / spread, *mean_and_spread)


def regression_logits(features: ArrayLike, weights: ArrayLike, bias: ArrayLike) -> Floats:
    """Return the scores that weights give to samples.

    Formula: ``z = W x + b``

    Shapes: features (samples, d), weights (..., k, d), bias (..., k) -> (..., samples, k).

    Raises:
        TypeError: an input is not made of real numbers.
        ValueError: a score is not a number.

    >>> regression_logits([[1, 2]], [[1, 0], [0, 1]], [0, 10])
    array([[ 1., 12.]])
    """
    x = as_float64(features, name="features")
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

    Raises: TypeError, ValueError: as ``cross_entropy``; ValueError: l2 is negative.

    >>> regression_loss([[1.0], [2.0]], [0, 1], [[0.0], [0.0]], [0.0, 0.0])
    np.float64(0.6931471805599453)
    """
    _check_penalty(l2)
    losses = cross_entropy(regression_logits(features, weights, bias), labels)
    if l2 == 0:  # or a square that is too large would count as 0 times infinity
        return np.asarray(losses.mean(axis=-1))[()]
    with np.errstate(over="ignore"):
        squares = np.square(as_float64(weights, name="weights")).sum(axis=(-2, -1))
        result: Floats = losses.mean(axis=-1) + l2 / 2 * squares
    return result


def regression_grad(
    features: ArrayLike, labels: ArrayLike, weights: ArrayLike, bias: ArrayLike, *, l2: float = 0.0
) -> RegressionGrad:
    """Return the gradient of ``regression_loss``.

    Formula: ``dL/dW = mean_k (p_k - t_k) x_k^T + l2 W``, ``dL/db = mean_k (p_k - t_k)``

    Shapes: features (samples, d), labels (samples,), weights (..., k, d), bias (..., k) -> as
    given.

    Raises: as ``regression_loss``.

    >>> regression_grad([[1.0], [2.0]], [0, 1], [[0.0], [0.0]], [0.0, 0.0]).weights
    array([[ 0.25],
           [-0.25]])
    """
    _check_penalty(l2)
    x, w = as_float64(features, name="features"), as_float64(weights, name="weights")
    errors = cross_entropy_grad(regression_logits(x, w, bias), labels)
    with np.errstate(over="ignore"):
        products = np.swapaxes(errors, -1, -2) @ x  # the outer products, added over the samples
        return RegressionGrad(products / len(x) + l2 * w, errors.mean(axis=-2))


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
        ValueError: the learning rate is not a finite number >= 0, or ``steps`` is negative.

    >>> run = train_regression([[-1.0], [1.0]], [0, 1], n_classes=2, learning_rate=1, steps=20)
    >>> run.losses[[0, 20]].round(3), run.accuracies[-1]
    (array([0.693, 0.024]), np.float64(1.0))
    """
    rate = check_pace(learning_rate, steps)
    x, y = as_float64(features, name="features"), check_labels(labels, n_classes)
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


def _check_penalty(l2: float) -> None:
    """Say when a penalty is none."""
    if not l2 >= 0:
        raise ValueError(f"l2 must be >= 0, not {l2}")


def _zeros(
    steps: int, runs: tuple[int, ...], n_classes: int, n_features: int
) -> tuple[Floats, Floats]:
    """Return room for the weights and the biases of the start and of what follows each step."""
    shape = (steps + 1, *runs, n_classes)
    return np.zeros((*shape, n_features)), np.zeros(shape)
