"""The target distribution of the reader's label and smoothing, for any batch."""

import numpy as np
from numpy.typing import NDArray

from softmax_app.sweeps import Batch
from softmax_core import one_hot, smooth_labels


def targets(batch: Batch) -> NDArray[np.float64]:
    """Return the target of each row; a smoothing that stands still gives one row for all."""
    label = one_hot(batch.label, batch.scores.shape[-1])
    return np.stack([smooth_labels(label, smoothing=float(part)) for part in batch.smoothing])
