"""The numbers of lesson 9's second part: a softmax regression trained on the penguins."""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.bindings import Frames
from softmax_app.figures import regions
from softmax_app.limits import NUMBERS
from softmax_app.penguins import SPECIES, penguins
from softmax_app.sweeps import Batch
from softmax_core import (
    RegressionPath,
    cross_entropy_grad,
    one_hot,
    regression_logits,
    softmax,
    train_regression,
)

Floats = NDArray[np.float64]

STEPS: Final = int(NUMBERS["training_step"][1])
PENALTY: Final = 0.01  # L2 on the weights: keeps them small, and the optimum within a hundred steps
RISE: Final = 1e-12  # less is rounding


def evaluate(batch: Batch) -> Frames:
    """Return every number of the training, a row for each row of ``batch``."""
    data = penguins()
    run = train(tuple(batch.training_rate.tolist()))
    n_runs = run.losses.shape[1]
    rows = np.arange(max(n_runs, len(batch.training_step)))
    step = np.broadcast_to(batch.training_step.astype(np.intp), len(rows))
    which = np.minimum(rows, n_runs - 1)  # a single run serves all rows
    weights, biases = run.weights[step, which], run.biases[step, which]
    places = data.standardized(regions.grid(data.features))
    losses = run.losses.T
    ups = np.count_nonzero(np.diff(losses, axis=-1) > RISE, axis=-1)
    frames: Frames = {
        "region": regions.shading(softmax(regression_logits(places, weights, biases))),
        "training_x": np.arange(STEPS + 1, dtype=np.float32)[np.newaxis],
        "training_y": losses.astype(np.float32),
        "trained_x": batch.training_step[:, np.newaxis],
        "trained_y": run.losses[step, which][:, np.newaxis],
        "training_step": batch.training_step,
        "training_loss": run.losses[step, which],
        "accuracy": run.accuracies[step, which] * 100,
        "training_goes_up": (ups > 0).astype(np.int64),
        "training_ups": ups,
        "weights": weights.reshape(len(weights), -1),
        "biases": biases,
    }
    return frames | sample_frames(batch, weights, biases)


def sample_frames(batch: Batch, weights: Floats, biases: Floats) -> Frames:
    """Return what one sample asks of the weights: its error times its features."""
    data = penguins()
    number = batch.sample.astype(np.intp) - 1
    features, label = data.features[number], data.labels[number]
    x = data.standard.features[number]
    logits = (weights @ x[..., np.newaxis])[..., 0] + biases
    error = cross_entropy_grad(logits, np.broadcast_to(label, logits.shape[:-1]))
    product = error[..., :, np.newaxis] * np.broadcast_to(x, (len(error), 2))[..., np.newaxis, :]
    return {
        "sample": batch.sample,
        "sample_label": label.astype(np.int64),
        "sample_x": features,
        "sample_standard": x,
        "chosen_x": features[:, :1],
        "chosen_y": features[:, 1:],
        "sample_target": one_hot(label, len(SPECIES)),
        "sample_probs": softmax(logits),
        "sample_error": error,
        "sample_product": product.reshape(len(product), -1),
    }


@lru_cache(maxsize=32)  # the controls of the other part leave the training as it is
def train(rates: tuple[float, ...]) -> RegressionPath:
    """Return the training runs at some learning rates, from weights of 0."""
    data = penguins()
    return train_regression(
        data.standard.features,
        data.labels,
        n_classes=len(SPECIES),
        learning_rate=rates,
        steps=STEPS,
        l2=PENALTY,
    )
