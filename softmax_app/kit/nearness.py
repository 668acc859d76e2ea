"""How far guesses are from the answer, and which are as good as it."""

from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from softmax_app.kit.items import Amount, Bars, Choice, Question

Numbers = NDArray[np.float64]


def distances(question: Question, guesses: ArrayLike) -> Numbers:
    """Return how far each guess (a row) is from the answer; nan, where none was made.

    Of bars it is that of the bar that is furthest off, of an amount its own; of a choice 0 or 1;
    of an order how many pairs of options it has the other way round.
    """
    guesses = np.asarray(guesses, dtype=np.float64)
    if isinstance(question.form, Bars | Amount):
        return np.asarray(abs(guesses - question.truth()).max(axis=-1))
    made = ~np.isnan(guesses).any(axis=-1)
    best = ordered(question)
    if isinstance(question.form, Choice):
        return np.where(made, guesses[:, 0] != best[0], np.nan)
    places = np.argsort(guesses, axis=-1)  # of each option in a guess
    pairs = [places[:, one] > places[:, other] for one, other in combinations(best, 2)]
    return np.where(made, np.sum(pairs, axis=0), np.nan)


def are_near(question: Question, guesses: ArrayLike) -> NDArray[np.bool_]:
    """Return which of the guesses are as good as the answer."""
    form = question.form
    room = form.near * (form.high - form.low) if isinstance(form, Bars | Amount) else 0
    return np.asarray(distances(question, guesses) <= room)


def ordered(question: Question) -> list[int]:
    """Return the options, the one of which there is most first."""
    return [int(k) for k in np.argsort(-question.truth(), kind="stable")]
