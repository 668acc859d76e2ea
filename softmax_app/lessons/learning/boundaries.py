"""Where two classes of a softmax regression are equally probable, and no other one is more so."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Box = tuple[tuple[float, float], tuple[float, float]]
Limit = tuple[Floats, Floats]  # what must not be negative along a line: its slope, its start


def boundaries(weights: Floats, biases: Floats, box: Box) -> tuple[Floats, Floats]:
    """Return the x and the y of the boundaries inside a box, a row for each model.

    Two probabilities are equal where the two scores are: a straight line. A boundary is the part
    of it that lies inside the box and where no third score is larger; nan parts it from the next.

    Shapes: weights (rows, classes, 2), biases (rows, classes) -> twice (rows, 3 for each pair).
    """
    pieces = [
        _piece(weights, biases, box, first, second)
        for first, second in combinations(range(biases.shape[-1]), 2)
    ]
    points = np.concatenate(pieces, axis=1)
    return points[..., 0], points[..., 1]


def _piece(weights: Floats, biases: Floats, box: Box, first: int, second: int) -> Floats:
    """Return both ends of the boundary of two classes, and a gap: shape (rows, 3, 2)."""
    normal = weights[:, first] - weights[:, second]
    offset = biases[:, first] - biases[:, second]
    with np.errstate(divide="ignore", invalid="ignore"):  # equal weights have no boundary
        foot = -normal * (offset / (normal**2).sum(axis=-1))[:, np.newaxis]
    along = np.stack([-normal[:, 1], normal[:, 0]], axis=-1)
    low = np.where((normal == 0).all(axis=-1), np.inf, -np.inf)
    high = np.full(len(biases), np.inf)
    others = [k for k in range(biases.shape[-1]) if k not in (first, second)]
    leads = [(weights[:, first] - weights[:, k], biases[:, first] - biases[:, k]) for k in others]
    for slope, value in (*_inside(box, foot, along), *_ahead(leads, foot, along)):
        with np.errstate(divide="ignore", invalid="ignore"):
            crossing = -value / slope
        low = np.where(slope > 0, np.maximum(low, crossing), low)
        high = np.where(slope < 0, np.minimum(high, crossing), high)
        low = np.where((slope == 0) & (value < 0), np.inf, low)
    ends = np.where(low < high, np.stack([low, high]), np.nan)[..., np.newaxis]
    gap = np.full_like(foot, np.nan)
    return np.stack([foot + ends[0] * along, foot + ends[1] * along, gap], axis=1)


def _inside(box: Box, foot: Floats, along: Floats) -> Iterator[Limit]:
    """Yield how far a line is from each side of a box, inwards."""
    for axis, (start, end) in enumerate(box):
        yield along[:, axis], foot[:, axis] - start
        yield -along[:, axis], end - foot[:, axis]


def _ahead(leads: list[tuple[Floats, Floats]], foot: Floats, along: Floats) -> Iterator[Limit]:
    """Yield by how much each of the other scores is the smaller one along a line."""
    for weight, bias in leads:
        yield (weight * along).sum(axis=-1), (weight * foot).sum(axis=-1) + bias
