"""Samples by their features: a table with a row a sample, and a column a feature."""

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from softmax_core._checks import Floats, as_float64


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
        ValueError: a feature is the same in all samples, or not finite, or there is no sample.

    >>> standardize([[1.0, 10.0], [3.0, 30.0]]).features
    array([[-1., -1.],
           [ 1.,  1.]])
    """
    x = _check_features(features)
    exponent = np.frexp(np.abs(x).max(axis=0))[1]
    scaled = np.ldexp(x, -exponent)  # by a power of 2, exactly: squares cannot overflow
    mean, spread = scaled.mean(axis=0), scaled.std(axis=0)
    mean_and_spread = np.ldexp(mean, exponent), np.ldexp(spread, exponent)
    return Standardized((scaled - mean) / spread, *mean_and_spread)


def _check_features(features: ArrayLike) -> Floats:
    """Return a table of features that each have a spread."""
    x = check_samples(features)
    if not np.isfinite(x).all():
        raise ValueError("a feature must be finite")
    # by differences, exactly: a mean that is rounded leaves a spread where there is none
    if (x == x[0]).all(axis=0).any():
        raise ValueError("a feature must not be the same in all samples")
    return x


def check_samples(features: ArrayLike) -> Floats:
    """Return the features as a table: a row a sample."""
    x = as_float64(features, name="features")
    if x.ndim != 2 or len(x) == 0:
        raise ValueError(f"features must be rows of samples, not an array of shape {x.shape}")
    return x
