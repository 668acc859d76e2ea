"""The controls' grids, and a lesson's numbers at every position of one of them.

A slider's positions are a grid, and the core is vectorised: one call evaluates a lesson along
the whole grid, all other settings standing still. The browser then plays the rows.
"""

import hashlib
from collections.abc import Callable
from dataclasses import astuple, dataclass, replace
from math import ceil, log2
from typing import Any, Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from softmax_app.bindings import Frames
from softmax_app.limits import NUMBERS
from softmax_app.settings import Settings, moved_pair
from softmax_core import FormatName, format_limits

Floats = NDArray[np.float64]

STEPS_TO_EACH_SIDE: Final = 100
BEYOND: Final = 1.1  # how far past the limits of a format its slider goes
WRONG_SCORES: Final = (-10.0, 120.0)  # from where float32 holds to where it has underflowed
FORTIETHS: Final = 40  # positions of the point to each 1 on the x axis


@dataclass(frozen=True)
class Batch:
    """Settings in rows: ``scores`` (rows, n), ``guess`` (rows, k), the other numbers (rows,).

    Each of them may have a single row, which stands for all.
    """

    scores: Floats
    temperature: Floats
    point: Floats
    step: Floats
    shift: Floats
    smoothing: Floats
    difference: Floats
    learning_rate: Floats
    descent_step: Floats
    training_rate: Floats
    training_step: Floats
    sample: Floats
    guess: Floats
    number_format: FormatName
    label: int


Evaluate = Callable[[Batch], Frames]


class Slider(NamedTuple):
    """A control: which value it moves, and through which positions."""

    id: str
    grid: Floats
    value: float


def target(control: str) -> tuple[str, int]:
    """Return the field that a control sets, and which of its numbers.

    What stands behind ``@`` tells a control from another one for the same number.

    >>> target("scores.2@below"), target("temperature")
    (('scores', 2), ('temperature', 0))
    """
    field, _, index = control.partition("@")[0].partition(".")
    return field, int(index or 0)


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


def point_slider(settings: Settings) -> Slider:
    """Return the slider of the point x on y = exp(x)."""
    start, end = NUMBERS["point"]
    grid = np.arange(round(start * FORTIETHS), round(end * FORTIETHS) + 1) / FORTIETHS
    return Slider("point", grid, settings.point)


def step_slider(settings: Settings) -> Slider:
    """Return the slider of the step from x: 100 positions, none of them 0."""
    start, end = NUMBERS["step"]
    return Slider("step", np.arange(1, round(end / start) + 1) / (1 / start), settings.step)


def pair_slider(settings: Settings) -> Slider:
    """Return the slider that moves the first two scores together: the mean of both."""
    first, second = settings.scores[:2]
    room = settings.reach - abs(first - second) / 2  # both stay on their own sliders
    grid = _binary_grid(settings.reach)
    return Slider("pair", grid[abs(grid) <= room], (first + second) / 2)


def shift_slider(settings: Settings) -> Slider:
    """Return the slider of what is added to every score.

    It reaches from where every exponential is 0 in the format to where every one is infinite.
    """
    limits = format_limits(settings.number_format)
    to_zero = max(settings.scores) - limits.smallest_nonzero
    to_infinity = limits.first_overflow - min(settings.scores)
    return Slider("shift", _binary_grid(BEYOND * max(to_zero, to_infinity)), settings.shift)


def smoothing_slider(settings: Settings) -> Slider:
    """Return the slider of label smoothing, in hundredths."""
    return Slider("smoothing", np.arange(101) / 100, settings.smoothing)


def wrong_class(label: int, n_classes: int) -> int:
    """Return the class whose score lesson 6 moves: the one behind the true class, or the first."""
    return (label + 1) % n_classes


def wrong_slider(settings: Settings) -> Slider:
    """Return the slider of a wrong class's score, in steps of a half."""
    start, end = WRONG_SCORES
    wrong = wrong_class(settings.target, len(settings.scores))
    grid = np.arange(round(2 * start), round(2 * end) + 1) / 2
    return Slider("wrong", grid, settings.scores[wrong])


def difference_slider(settings: Settings) -> Slider:
    """Return the slider of the step of a finite difference: from 1e-12 to 1 on a log scale."""
    grid = np.array([float(f"{10 ** (exponent / 4):.2g}") for exponent in range(-48, 1)])
    return Slider("difference", grid, settings.difference)


def learning_rate_slider(settings: Settings) -> Slider:
    """Return the slider of the learning rate: from 0.01 to 100 on a log scale, 1 in the middle."""
    grid = np.array([float(f"{10 ** (exponent / 20):.3g}") for exponent in range(-40, 41)])
    return Slider("learning_rate", grid, settings.learning_rate)


def descent_slider(settings: Settings) -> Slider:
    """Return the slider of the step of a descent."""
    _, last = NUMBERS["descent_step"]
    return Slider("descent_step", np.arange(last + 1), settings.descent_step)


def training_rate_slider(settings: Settings) -> Slider:
    """Return the slider of the learning rate in training: from 0.03 to 30 on a log scale."""
    grid = np.array([float(f"{0.03 * 10 ** (exponent / 10):.2g}") for exponent in range(31)])
    return Slider("training_rate", grid, settings.training_rate)


def training_slider(settings: Settings) -> Slider:
    """Return the slider of the step of the training."""
    _, last = NUMBERS["training_step"]
    return Slider("training_step", np.arange(last + 1), settings.training_step)


def sample_slider(settings: Settings) -> Slider:
    """Return the slider of the sample that is looked at."""
    first, last = NUMBERS["sample"]
    return Slider("sample", np.arange(first, last + 1), settings.sample)


def guess_slider(settings: Settings, index: int, low: float, high: float) -> Slider:
    """Return the slider of one number of a guess, in hundredths of its room."""
    grid = low + np.arange(101) * (high - low) / 100
    return Slider(f"guess.{index}", grid, settings.asked.guess[index])


def _binary_grid(reach: float) -> Floats:
    """Return positions at multiples of a power of 2, which add to most scores without rounding."""
    step = 2.0 ** ceil(log2(reach / STEPS_TO_EACH_SIDE))
    count = ceil(reach / step)
    return np.arange(-count, count + 1, dtype=np.float64) * step


def at_settings(settings: Settings) -> Batch:
    """Return the settings as a batch of one row."""
    numbers = {name: np.array([getattr(settings, name)]) for name in NUMBERS}
    return Batch(
        scores=np.array([settings.scores]),
        **numbers,
        guess=np.array([settings.asked.guess]),
        number_format=settings.number_format,
        label=settings.target,
    )


def along(slider: Slider, settings: Settings) -> Batch:
    """Return the settings with ``slider`` at each of its positions, a row each."""
    batch = at_settings(settings)
    field, index = target(slider.id)
    if field in NUMBERS:
        change: dict[str, Any] = {field: slider.grid}
        return replace(batch, **change)
    if field == "guess":
        guess = np.repeat(batch.guess, len(slider.grid), axis=0)
        guess[:, index] = slider.grid
        return replace(batch, guess=guess)
    scores = np.repeat(batch.scores, len(slider.grid), axis=0)
    if field == "pair":
        scores[:, :2] = [moved_pair(settings.scores, mean) for mean in slider.grid.tolist()]
    else:
        column = wrong_class(batch.label, scores.shape[-1]) if field == "wrong" else index
        scores[:, column] = slider.grid
    return replace(batch, scores=scores)


def fingerprint(lesson: str, slider: Slider, settings: Settings) -> str:
    """Return a short text that changes when, and only when, the sweep along ``slider`` does.

    Where the slider itself stands makes no difference.
    """
    digest = hashlib.blake2s(f"{lesson} {slider.id}".encode(), digest_size=8)
    for values in astuple(along(slider, settings)):
        digest.update(np.asarray(values).tobytes())
    return digest.hexdigest()
