"""The numbers of lesson 9's second part: a softmax regression trained on the penguins."""

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.kit.choices import chosen
from softmax_app.lessons.learning import words
from softmax_app.lessons.learning.boundaries import boundaries
from softmax_app.lessons.learning.penguins import SPECIES, penguins
from softmax_app.settings.table import NUMBERS
from softmax_app.sweeps import Batch, Frames
from softmax_core import (
    RegressionPath,
    cross_entropy_grad,
    one_hot,
    regression_logits,
    softmax,
    train_regression,
)

Floats = NDArray[np.float64]

STEPS: Final = int(NUMBERS["training_step"].high)
PENALTY: Final = 0.01  # L2 on the weights: keeps them small, and the optimum within a hundred steps
RISE: Final = 1e-12  # less is rounding
COLUMNS: Final = 36  # of the lattice of places at which the model is asked
ROWS: Final = 24
ROOM: Final = 0.06  # around the samples, as a part of their range


def evaluate(batch: Batch) -> Frames:
    """Return every number of the training, a row for each row of ``batch``."""
    data = penguins()
    run = train(tuple(batch.training_rate.tolist()))
    n_runs = run.losses.shape[1]
    rows = np.arange(max(n_runs, len(batch.training_step)))
    step = np.broadcast_to(batch.training_step.astype(np.intp), len(rows))
    which = np.minimum(rows, n_runs - 1)  # a single run serves all rows
    weights, biases = run.weights[step, which], run.biases[step, which]
    places = data.standardized(lattice(data.features))
    losses = run.losses.T
    ups = np.count_nonzero(np.diff(losses, axis=-1) > RISE, axis=-1)
    boundary_x, boundary_y = lines(weights, biases)
    frames: Frames = {
        "boundary_x": boundary_x,
        "boundary_y": boundary_y,
        "lattice_probs": softmax(regression_logits(places, weights, biases)),
        "training_x": np.arange(STEPS + 1, dtype=np.float32)[np.newaxis],
        "training_y": losses.astype(np.float32),
        "training_step": batch.training_step,
        "training_loss": run.losses[step, which],
        "accuracy": run.accuracies[step, which] * 100,
        "is_trained": chosen(words.ACCURACIES, "classified", guessed=~weights.any(axis=(-2, -1))),
        "training_state": chosen(
            words.TRAINING_NOTES,
            "steady",
            untrained=batch.training_step == 0,
            too_large=ups > 0,
        ),
        "training_ups": ups,
        "weights": weights.reshape(len(weights), -1),
        "biases": biases,
    }
    return frames | sample_frames(batch, weights, biases)


def lines(weights: Floats, biases: Floats) -> tuple[Floats, Floats]:
    """Return the boundaries between the species where they are looked at, in millimetres."""
    data = penguins()
    raw = weights / data.standard.spread
    return boundaries(raw, biases - raw @ data.standard.mean, ends(data.features))


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
        "sample_target": one_hot(label, len(SPECIES)),
        "sample_probs": softmax(logits),
        "sample_error": error,
        "sample_product": product.reshape(len(product), -1),
    }


def ends(features: Floats) -> tuple[tuple[float, float], tuple[float, float]]:
    """Return from where to where each feature is looked at: where samples are, and around them."""
    low, high = features.min(axis=0), features.max(axis=0)
    room = ROOM * (high - low)
    left, bottom = (low - room).tolist()
    right, top = (high + room).tolist()
    return (left, right), (bottom, top)


def lattice(features: Floats) -> Floats:
    """Return the places at which the model is asked, shape (places, 2), row by row."""
    (left, right), (bottom, top) = ends(features)
    x = left + (right - left) * (np.arange(COLUMNS) + 0.5) / COLUMNS
    y = bottom + (top - bottom) * (np.arange(ROWS) + 0.5) / ROWS
    return np.stack([np.tile(x, ROWS), np.repeat(y, COLUMNS)], axis=-1)


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
