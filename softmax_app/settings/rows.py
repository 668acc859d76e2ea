"""What a setting is: a row that says once how it stands in a link, and where it can be set."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.settings.reading import format_number, read_amount
from softmax_app.texts.text import Text

Floats = NDArray[np.float64]

ROW: Final = "row"
NO_LABEL: Final = Text(en="", zh="")


@dataclass(frozen=True, eq=False)
class Row:
    """A setting: its name in the link, how it is read from there and written, and its label.

    What is written may be another property of the settings, ``effective``. A ``mode`` is off
    where the link does not speak of it.
    """

    in_link: str
    read: Callable[[str], Any]
    write: Callable[[Any], str]
    label: Text = NO_LABEL
    mode: bool = False
    effective: str = ""


@dataclass(frozen=True, eq=False)
class Number(Row):
    """A setting that is one number from ``low`` to ``high``, with the positions of its slider.

    The positions may depend on other settings. Marks stand at both ends, and at ``marks``.
    """

    low: float = 0.0
    high: float = 0.0
    positions: Callable[[Any], Floats] = lambda _: np.zeros(1)
    marks: tuple[float, ...] = ()


def row(
    in_link: str,
    default: Any,
    read: Callable[[str], Any],
    write: Callable[[Any], str],
    *,
    label: Text = NO_LABEL,
    mode: bool = False,
    effective: str = "",
) -> Any:
    """Return a field of the table: how it stands in a link, and what it is to begin with."""
    return field(default=default, metadata={ROW: Row(in_link, read, write, label, mode, effective)})


def number(
    in_link: str,
    default: float,
    *,
    low: float,
    high: float,
    grid: Floats | Callable[[Any], Floats],
    label: Text,
    marks: tuple[float, ...] = (),
    whole: bool = False,
) -> Any:
    """Return a field of the table that is one number."""

    def read(text: str) -> float:
        amount = read_amount(text, low, high)
        return round(amount) + 0.0 if whole else amount

    positions = grid if callable(grid) else lambda _: grid
    found = Number(
        in_link,
        read,
        format_number,
        label,
        low=low,
        high=high,
        positions=positions,
        marks=marks,
    )
    return field(default=default, metadata={ROW: found})


def fractions(first: int, last: int, parts: int = 1) -> Floats:
    """Return evenly spaced positions, each the float64 nearest to its decimal number.

    >>> fractions(-2, 2, 10)
    array([-0.2, -0.1,  0. ,  0.1,  0.2])
    """
    return np.arange(first, last + 1) / parts


def powers(
    base: float, exponents: Iterable[int], parts: int, *, digits: int, times: float = 1.0
) -> Floats:
    """Return positions on a log scale: powers of a base, rounded to so many digits.

    >>> powers(10, range(-2, 1), 2, digits=2)
    array([0.1 , 0.32, 1.  ])
    """
    return np.array([float(f"{times * base ** (k / parts):.{digits}g}") for k in exponents])


def counts(last: int) -> Floats:
    """Return whole numbers from 1 on a log scale, of two digits, and the last one.

    >>> counts(20)
    array([ 1.,  2.,  3.,  4.,  5.,  6.,  7.,  8.,  9., 10., 11., 13., 14.,
           16., 18., 20.])
    """
    steps = 10 ** (np.arange(20 * np.log10(last)) / 20)
    tidy = {round(float(f"{step:.2g}")) for step in steps.tolist()}
    return np.array(sorted(tidy | {last}), dtype=np.float64)
