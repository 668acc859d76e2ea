"""The numbers of lesson 9, for any batch of settings: descents, and where on them the reader is."""

from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.kit.choices import chosen, look_alike
from softmax_app.kit.targets import targets
from softmax_app.lessons.learning import weights, words
from softmax_app.settings.table import NUMBERS
from softmax_app.sweeps import Batch, Frames
from softmax_core import Descent, descend, entropy

Floats = NDArray[np.float64]

STEPS: Final = int(NUMBERS["descent_step"].high)
EVERY: Final = 2  # steps between the distributions that are told of the path
RISE: Final = 1e-12  # less is rounding
LEAST: Final = 1e-3  # where the log axis of losses begins: there is no end downwards
DEEPEST: Final = 1e-300  # likewise, of losses that float64 hardly knows


def evaluate(batch: Batch) -> Frames:
    """Return every number of the page, a row for each row of ``batch``."""
    target = targets(batch)
    path = descents(batch, target)
    rows = np.arange(max(path.losses.shape[1], len(batch.descent_step)))
    step = np.broadcast_to(batch.descent_step.astype(np.intp), len(rows))
    run = np.minimum(rows, path.losses.shape[1] - 1)  # a single descent serves all rows
    logits, probs, grad = path.logits[step, run], path.probs[step, run], path.grads[step, run]
    losses = path.losses[: STEPS + 1].T  # what is drawn; the path goes one step further
    hardly = look_alike(losses[:, 0], losses[:, 1])
    like_start = look_alike(losses[:, 0], path.losses[step, run])
    ups = np.count_nonzero(np.diff(losses, axis=-1) > RISE, axis=-1)
    frames: Frames = {
        "start": batch.scores,
        "logits": logits,
        "logits_sum": logits.sum(axis=-1),
        "start_sum": batch.scores.sum(axis=-1),
        "probs": probs,
        "target": target,
        "gradient": grad,
        "gradient_sum": grad.sum(axis=-1),
        "after": path.logits[step + 1, run],
        "loss": path.losses[step, run],
        "loss_start": losses[:, 0],
        "loss_next": losses[:, 1],
        "rate": batch.learning_rate,
        "step": batch.descent_step,
        "has_moved": chosen(
            words.NOTES,
            "at_start",
            too_large=ups > 0,
            hardly_further=(batch.descent_step > 0) & like_start,
            further=batch.descent_step > 0,
            hardly_at_start=hardly,
        ),
        "end_state": chosen(
            words.END_NOTES,
            "hard",
            soft=batch.smoothing > 0,
            shown_as_0=~grad.any(axis=-1),
        ),
        "floor": entropy(target),
        "ups": ups,
        "goes_up": chosen(words.RATE_NOTES, "steady", too_large=ups > 0),
        "curve_x": np.arange(STEPS + 1, dtype=np.float32)[np.newaxis],
        "curve_y": losses,
        "descent_path": np.moveaxis(path.probs[: STEPS + 1], 0, 1)[:, ::EVERY],
    }
    return frames | weights.evaluate(batch)


def foot(starts: NDArray[Any]) -> float:
    """Return the power of 10 at which the axis of losses begins: below the first one.

    >>> foot(np.array([1.3])), foot(np.array([4e-9])), foot(np.array([0.0]))
    (0.001, 1e-10, 0.001)
    """
    lowest = np.min(starts, where=starts > DEEPEST, initial=1.0)
    return min(LEAST, float(f"1e{np.floor(np.log10(lowest)) - 1:.0f}"))


def descents(batch: Batch, target: Floats) -> Descent:
    """Return the descent of each row, with one step after the last that is shown."""
    labelled = not batch.smoothing.any()
    rows = np.broadcast_shapes(
        batch.scores.shape[:-1], batch.learning_rate.shape, target.shape[:-1]
    )
    scores = np.broadcast_to(batch.scores, (*rows, batch.scores.shape[-1]))
    rates = np.broadcast_to(batch.learning_rate, rows)
    goal = batch.label if labelled else target
    path = descend(scores, goal, learning_rate=rates, steps=STEPS + 1)
    if labelled or batch.smoothing.all():
        return path
    # along the smoothing the first row has a label, which keeps digits that its distribution loses
    hard = descend(scores, batch.label, learning_rate=rates, steps=STEPS + 1)
    is_hard = batch.smoothing == 0
    for kept, exact in zip(path, hard, strict=True):
        kept[:, is_hard] = exact[:, is_hard]
    return path
