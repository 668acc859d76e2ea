"""What the votes of a class come to: how many were near, who chose what, who moved where."""

from collections.abc import Sequence
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from softmax_app.classroom.rules import Guess
from softmax_app.classroom.tally import Pair
from softmax_app.kit.items import Choice, Question
from softmax_app.kit.nearness import Numbers, are_near, ordered

MOST_ORDERS: Final = 6  # that are told apart: the others are counted together


class Votes(NamedTuple):
    """The guesses of a class in both votes: a row a phone, nan where it has not voted."""

    first: Numbers
    second: Numbers


class Near(NamedTuple):
    """How many have voted, and how many of them were as good as the answer."""

    voted: int
    near: int


class Counts(NamedTuple):
    """The guesses that are told apart, how many made each, and who moved: from a row to a column.

    ``others`` says that those without a place of their own are counted as the last one.
    """

    guesses: tuple[Guess, ...]
    first: NDArray[np.int64]
    second: NDArray[np.int64]
    moves: NDArray[np.int64]
    others: bool = False


def as_votes(question: Question, pairs: Sequence[Pair]) -> Votes:
    """Return what each phone has voted, at first and after the talk."""
    nothing = (np.nan,) * question.complete
    both = [(first or nothing, second or nothing) for first, second in pairs]
    table = np.array(both, dtype=np.float64).reshape(-1, 2, question.complete)
    return Votes(table[:, 0], table[:, 1])


def near(question: Question, vote: Numbers) -> Near:
    """Return how many of a vote were as good as the answer."""
    return Near(int((~np.isnan(vote[:, 0])).sum()), int(are_near(question, vote).sum()))


def counts(question: Question, votes: Votes, *, answered: bool) -> Counts:
    """Return how many chose what, and who moved from where to where.

    All options of a choice have a place; of orders those made most often, and the answer, which
    would be given away by a place of its own before it is shown.
    """
    if isinstance(question.form, Choice):
        options = range(len(question.form.options))
        return _counted(votes, tuple((float(k),) for k in options), others=False)
    made = np.concatenate([one[~np.isnan(one[:, 0])] for one in votes])
    orders, how_often = np.unique(made, axis=0, return_counts=True)
    often = [tuple(orders[k].tolist()) for k in np.argsort(-how_often, kind="stable")]
    best = [tuple(map(float, ordered(question)))] if answered else []
    found = [*best, *(one for one in often if one not in best)]
    kept = tuple(sorted(found[:MOST_ORDERS]))
    return _counted(votes, kept, others=len(found) > len(kept))


def _counted(votes: Votes, guesses: tuple[Guess, ...], *, others: bool) -> Counts:
    n_places = len(guesses) + others
    first, second = (_places(one, guesses) for one in votes)
    moves = np.zeros((n_places, n_places), dtype=np.int64)
    both = (first >= 0) & (second >= 0)
    np.add.at(moves, (first[both], second[both]), 1)
    return Counts(guesses, _numbers(first, n_places), _numbers(second, n_places), moves, others)


def _numbers(places: NDArray[np.int64], n_places: int) -> NDArray[np.int64]:
    return np.bincount(places[places >= 0], minlength=n_places).astype(np.int64)


def _places(vote: Numbers, guesses: tuple[Guess, ...]) -> NDArray[np.int64]:
    """Return the place of each phone's guess: -1 for none, the one after the last for others."""
    known = {guess: place for place, guess in enumerate(guesses)}
    rows = [tuple(row) for row in vote.tolist()]
    found = [-1 if np.isnan(row[0]) else known.get(row, len(guesses)) for row in rows]
    return np.array(found, dtype=np.int64)
