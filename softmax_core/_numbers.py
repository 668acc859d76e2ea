"""What stands beside the scores: a temperature, a rate, a share, a count, and when it is none."""

import numpy as np
from numpy.typing import ArrayLike

from softmax_core._checks import Floats, check_integer, real_numbers


def check_one(value: float, *, name: str) -> float:
    """Return one real number."""
    found = real_numbers(value, name=name, are="a real number")
    if found.ndim:
        raise TypeError(f"{name} must be one number, not an array of shape {found.shape}")
    return float(found)


def check_amount(values: ArrayLike, *, name: str) -> Floats:
    """Return numbers that are not negative."""
    found = real_numbers(values, name=name, are="a real number")
    if not (found >= 0).all():  # written so that nan fails as well
        raise ValueError(f"{name} must be a number >= 0")
    return found


def check_share(p: ArrayLike, *, name: str) -> Floats:
    """Return a share with an axis for the classes behind it."""
    share = real_numbers(p, name=name, are="a real number")[..., np.newaxis]
    if not ((share >= 0) & (share <= 1)).all():
        raise ValueError(f"{name} must be from 0 to 1")
    return share


def check_temperature(temperature: ArrayLike) -> Floats:
    """Return the temperature as float64, with an axis for the classes behind it."""
    checked = real_numbers(temperature, name="temperature", are="a real number")[..., np.newaxis]
    if not (checked > 0).all():
        raise ValueError("temperature must be > 0")
    return checked


def check_pace(learning_rate: ArrayLike, steps: int) -> Floats:
    """Return the learning rate with an axis for the classes behind it, having looked at both."""
    rate = real_numbers(learning_rate, name="learning_rate", are="a real number")[..., np.newaxis]
    if not ((rate >= 0) & (rate < np.inf)).all():
        raise ValueError(f"learning_rate must be a finite number >= 0, not {learning_rate!r}")
    if check_integer(steps, name="steps") < 0:
        raise ValueError(f"steps must be >= 0, not {steps}")
    return rate
