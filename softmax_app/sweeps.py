"""The controls' grids, and a lesson's numbers at every position of one of them.

A slider's positions are a grid, and the core is vectorised: one call evaluates a lesson along
the whole grid, all other settings standing still. The browser then plays the rows.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from softmax_app.settings import Settings
from softmax_app.settings.events import read, spell
from softmax_app.settings.settings import moved_pair
from softmax_app.settings.table import NUMBERS, ROWS, STEPS_TO_EACH_SIDE, binary_grid
from softmax_core import FormatName

CHOICES: Final = ("causal", "hidden", "block", "prompt", "order", "entry")
Floats = NDArray[np.float64]
# float64 for what is shown as digits, int64 for choices, float32 or float16 for shapes, uint8 for
# shading; one row a position
Frames: TypeAlias = dict[str, NDArray[np.float64 | np.float32 | np.float16 | np.int64 | np.uint8]]


@dataclass(frozen=True)
class Batch:
    """Settings in rows: ``scores`` (rows, n), ``guess`` (rows, k), the numbers (rows,).

    Each of them may have a single row, which stands for all. A number is had by its name in the
    table of settings: ``batch.temperature``. ``choices`` are settings that no slider moves.
    """

    scores: Floats
    guess: Floats
    label: int
    number_format: FormatName
    numbers: Mapping[str, Floats] = field(default_factory=dict)
    choices: Mapping[str, Any] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Floats:
        if name in NUMBERS:
            return self.numbers[name]
        raise AttributeError(f"a batch has no {name!r}")


Evaluate = Callable[[Batch], Frames]


class Slider(NamedTuple):
    """A control: which value it moves, and through which positions."""

    id: str
    grid: Floats
    value: float


def number_slider(settings: Settings, name: str) -> Slider:
    """Return the slider of a number of the table."""
    return Slider(spell(name), NUMBERS[name].positions(settings), getattr(settings, name))


def score_slider(settings: Settings, index: int, *, place: str = "") -> Slider:
    """Return the slider of one score: 201 positions from ``-reach`` to ``reach``."""
    steps = np.arange(-STEPS_TO_EACH_SIDE, STEPS_TO_EACH_SIDE + 1)
    # multiply first: k * 10 / 100 is the float64 nearest to the decimal number, k * 0.1 is not
    grid = steps * settings.reach / STEPS_TO_EACH_SIDE
    return Slider(spell("scores", index, place=place), grid, settings.scores[index])


def pair_slider(settings: Settings) -> Slider:
    """Return the slider that moves the first two scores together: the mean of both."""
    first, second = settings.scores[:2]
    room = settings.reach - abs(first - second) / 2  # both stay on their own sliders
    grid = binary_grid(settings.reach)
    return Slider(spell("pair"), grid[abs(grid) <= room], (first + second) / 2)


def guess_slider(settings: Settings, index: int, low: float, high: float) -> Slider:
    """Return the slider of one number of a guess, in hundredths of its room."""
    grid = low + np.arange(101) * (high - low) / 100
    return Slider(spell("guess", index), grid, settings.asked.guess[index])


@lru_cache(maxsize=64)  # each of a page's controls asks for the same; no one writes into it
def at_settings(settings: Settings) -> Batch:
    """Return the settings as a batch of one row."""
    return Batch(
        scores=np.array([settings.scores]),
        guess=np.array([settings.asked.guess]),
        label=settings.true_class,
        number_format=settings.number_format,
        choices={name: getattr(settings, ROWS[name].effective or name) for name in CHOICES},
        numbers={name: np.array([getattr(settings, name)]) for name in NUMBERS},
    )


def along(slider: Slider, settings: Settings) -> Batch:
    """Return the settings with ``slider`` at each of its positions, a row each."""
    batch = at_settings(settings)
    moved, grid = read(slider.id), slider.grid
    if moved.action in NUMBERS:
        return replace(batch, numbers={**batch.numbers, moved.action: grid})
    scores, guess = (np.repeat(rows, len(grid), axis=0) for rows in (batch.scores, batch.guess))
    match moved.action:
        case "guess":
            guess[:, moved.which] = grid
            return replace(batch, guess=guess)
        case "pair":
            scores[:, :2] = [moved_pair(settings.scores, mean) for mean in grid.tolist()]
        case "scores":
            scores[:, moved.which] = grid
        case _:
            raise ValueError(f"nothing can be swept along {slider.id!r}")
    return replace(batch, scores=scores)


def outline(values: Floats) -> NDArray[np.float16 | np.float32]:
    """Return a line of many points as it is sent to be drawn: in float16, where that holds it.

    Its 11 bits place a point of a figure 300 pixels high to a seventh of a pixel.

    >>> outline(np.array([0.1])).dtype, outline(np.array([1e5])).dtype
    (dtype('float16'), dtype('float32'))
    """
    fits = np.abs(values).max() <= np.finfo(np.float16).max
    return values.astype(np.float16 if fits else np.float32)


def fingerprint(lesson: str, slider: Slider, settings: Settings) -> str:
    """Return a short text that changes when, and only when, the sweep along ``slider`` does.

    Where the slider itself stands makes no difference.
    """
    # all else stands still, so the first position and the grid say the others
    first = along(slider._replace(grid=slider.grid[:1]), settings)
    fixed = f"{lesson} {slider.id} {first.label} {first.number_format} {first.scores.shape}"
    fixed += f" {first.choices}"
    digest = hashlib.blake2s(fixed.encode(), digest_size=8)
    for values in (slider.grid, first.scores, first.guess, *first.numbers.values()):
        digest.update(values.tobytes())
    return digest.hexdigest()
