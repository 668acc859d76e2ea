"""Softmax and what surrounds it, in NumPy: legible, right at the edges, without warnings.

The last axis of every array is the classes; all other axes broadcast, so that one call can
evaluate a whole sweep. Inputs are converted to float64 and never written to.

>>> from softmax_core import softmax
>>> softmax([2, 3, 5]).round(3)
array([0.042, 0.114, 0.844])
"""

from softmax_core.information import entropy
from softmax_core.maps import (
    LinearShares,
    SoftmaxSteps,
    hardmax,
    linear_normalize,
    log_softmax,
    logsumexp,
    softmax,
    softmax_steps,
)

__all__ = [
    "LinearShares",
    "SoftmaxSteps",
    "entropy",
    "hardmax",
    "linear_normalize",
    "log_softmax",
    "logsumexp",
    "softmax",
    "softmax_steps",
]
