"""How much a distribution leaves open."""

import numpy as np
from numpy.typing import ArrayLike

from softmax_core._checks import Floats, check_distribution


def entropy(probs: ArrayLike) -> Floats:
    """Return the entropy of a distribution, in nats.

    Formula: ``H(p) = -sum_i p_i log p_i``, where ``0 log 0`` counts as 0

    Shapes: (..., n) -> (...). From 0, when one class is certain, to ``log n``, when all are alike.

    Raises:
        TypeError: the probabilities are not real numbers.
        ValueError: one is negative or nan, a row is empty, or a row sums to 1 only beyond 1e-6.

    Source: Shannon (1948), https://doi.org/10.1002/j.1538-7305.1948.tb01338.x

    >>> entropy([0.5, 0.5])
    np.float64(0.6931471805599453)
    >>> entropy([[0, 0, 1], [0.2, 0.3, 0.5]])
    array([0.        , 1.02965301])
    """
    checked = check_distribution(probs)
    logs = np.log(checked, out=np.zeros_like(checked), where=checked > 0)
    result: Floats = np.maximum(-(checked * logs).sum(axis=-1), 0.0)  # never "-0.0"
    return result


def perplexity(probs: ArrayLike) -> Floats:
    """Return among how many equally likely classes a draw would be as open.

    Formula: ``exp(H(p))``, where ``H`` is the entropy

    Shapes: (..., n) -> (...). From 1, when one class is certain, to n, when all are alike.

    Raises: as ``entropy``.

    Source: Jelinek et al. (1977), https://doi.org/10.1121/1.2016299

    >>> perplexity([[0, 0, 1], [0.5, 0.5, 0]])
    array([1., 2.])
    """
    open_classes: Floats = np.exp(entropy(probs))
    return open_classes
