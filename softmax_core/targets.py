"""What a prediction is compared with: labels and distributions."""

import numpy as np
from numpy.typing import ArrayLike

from softmax_core._checks import Floats, check_distribution, check_labels
from softmax_core._numbers import check_one


def one_hot(labels: ArrayLike, n_classes: int) -> Floats:
    """Return each label as the distribution that is certain of it.

    Formula: ``t_i = [i = label]``

    Shapes: labels (...) -> (..., n_classes).

    Raises:
        TypeError: the labels or ``n_classes`` are not integers.
        ValueError: a label is negative or not below ``n_classes``.

    >>> one_hot([1, 3], 4)
    array([[0., 1., 0., 0.],
           [0., 0., 0., 1.]])
    """
    checked = check_labels(labels, n_classes)
    result: Floats = (np.arange(n_classes) == checked[..., np.newaxis]).astype(np.float64)
    return result


def smooth_labels(targets: ArrayLike, *, smoothing: float) -> Floats:
    """Return targets that leave every class a little: label smoothing.

    Formula: ``(1 - smoothing) * t_i + smoothing / n``

    Shapes: targets (..., n), rows of probabilities -> (..., n).

    Raises:
        TypeError: the targets are not real numbers.
        ValueError: a row of targets is no distribution, or smoothing is not between 0 and 1.

    Source: Szegedy et al. (2016), https://doi.org/10.1109/CVPR.2016.308

    >>> smooth_labels([0, 0, 1], smoothing=0.3).round(3)
    array([0.1, 0.1, 0.8])
    """
    if not 0 <= check_one(smoothing, name="smoothing") <= 1:
        raise ValueError(f"smoothing must be between 0 and 1, not {smoothing}")
    distribution = check_distribution(targets)
    smoothed: Floats = (1 - smoothing) * distribution + smoothing / distribution.shape[-1]
    return smoothed
