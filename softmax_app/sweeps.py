"""The controls' grids, and a lesson's numbers at every position of one of them.

A slider's positions are a grid, and the core is vectorised: one call evaluates a lesson along
the whole grid, all other settings standing still. The browser then plays the rows.
"""

import hashlib
from collections.abc import Callable
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from softmax_app.bindings import Frames
from softmax_app.settings import Settings

Floats = NDArray[np.float64]

STEPS_TO_EACH_SIDE: Final = 100


class Batch(NamedTuple):
    """Settings in rows: ``scores`` (rows, n) and ``temperature`` (rows,).

    Either may have a single row, which stands for all.
    """

    scores: Floats
    temperature: Floats


Evaluate = Callable[[Batch], Frames]


class Slider(NamedTuple):
    """A control: which value it moves, and through which positions."""

    id: str
    grid: Floats
    value: float


def score_slider(settings: Settings, index: int) -> Slider:
    """Return the slider of one score: 201 positions from ``-reach`` to ``reach``."""
    steps = np.arange(-STEPS_TO_EACH_SIDE, STEPS_TO_EACH_SIDE + 1)
    # multiply first: k * 10 / 100 is the float64 nearest to the decimal number, k * 0.1 is not
    grid = steps * settings.reach / STEPS_TO_EACH_SIDE
    return Slider(f"scores.{index}", grid, settings.scores[index])


def temperature_slider(settings: Settings) -> Slider:
    """Return the temperature's slider: from 1/20 to 20 on a log scale, 1 in the middle."""
    exponents = np.linspace(-1, 1, 2 * STEPS_TO_EACH_SIDE + 1)
    grid = np.array([float(f"{20**exponent:.3g}") for exponent in exponents])
    return Slider("temperature", grid, settings.temperature)


def at_settings(settings: Settings) -> Batch:
    """Return the settings as a batch of one row."""
    return Batch(np.array([settings.scores]), np.array([settings.temperature]))


def along(slider: Slider, settings: Settings) -> Batch:
    """Return the settings with ``slider`` at each of its positions, a row each."""
    batch = at_settings(settings)
    field, _, index = slider.id.partition(".")
    if field == "temperature":
        return batch._replace(temperature=slider.grid)
    scores = np.repeat(batch.scores, len(slider.grid), axis=0)
    scores[:, int(index)] = slider.grid
    return batch._replace(scores=scores)


def fingerprint(slider: Slider, settings: Settings) -> str:
    """Return a short text that changes when, and only when, the sweep along ``slider`` does.

    Where the slider itself stands makes no difference.
    """
    field, _, index = slider.id.partition(".")
    scores: tuple[float | None, ...] = settings.scores
    temperature: float | None = settings.temperature
    if field == "temperature":
        temperature = None
    else:
        scores = (*scores[: int(index)], None, *scores[int(index) + 1 :])
    what = repr((slider.id, scores, temperature, settings.reach))
    return hashlib.blake2s(what.encode(), digest_size=8).hexdigest()
