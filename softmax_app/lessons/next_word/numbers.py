"""The numbers of lesson 10, for any batch of settings: a vocabulary cut off, and drawn from."""

from functools import cache, lru_cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from softmax_app.kit.choices import chosen
from softmax_app.lessons.next_word import words
from softmax_app.settings.limits import ORDERS, VOCABULARY
from softmax_app.smollm2 import next_token_scores
from softmax_app.sweeps import Batch, Frames, outline
from softmax_core import (
    RankedProbs,
    Ranks,
    entropy_of_first,
    first_at_least,
    first_with_mass,
    mass_of_first,
    rank,
    rank_probs,
    uniforms,
)

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]

SHOWN: Final = 10  # tokens; the row below them is all others together
PLACES: Final = np.append(np.arange(SHOWN + 1.0), VOCABULARY)  # where the rows end
AXIS_ENDS: Final = (0.25, 0.5, 1.0)  # of the probabilities of single tokens
RANKS: Final = np.unique(np.geomspace(1, VOCABULARY, 64).round())  # where the curve is told


class Cut(NamedTuple):
    """How many tokens are left after top-k, after top-p too, and after min-p too; (rows,)."""

    top_k: Counts
    top_p: Counts
    min_p: Counts


def evaluate(batch: Batch) -> Frames:
    """Return every number of the page, a row for each row of ``batch``."""
    name = batch.choices["prompt"]
    ranks, own = ranked(name), own_probs(name)
    by_order = {"last": cut(batch, own)}  # the filters see the model's own probabilities
    found: list[dict[str, Floats]] = []
    for temperature in batch.temperature.tolist():
        probs = rank_probs(ranks, temperature=temperature)
        by_order["first"] = cut(batch, probs)
        found.append(_at_temperature(probs, by_order, batch.choices["order"]))
    looked_up = {one: np.concatenate([few[one] for few in found]) for one in found[0]}
    return _frames(looked_up, batch) | {
        "token_scores": ranks.scores[np.searchsorted(ranks.counts, PLACES[1:-1]) - 1][np.newaxis],
        "own_curve": outline(mass_of_first(own, RANKS))[np.newaxis],
        "top_p": batch.top_p,
        "min_p": batch.min_p,
        "draws": batch.draws,
    }


@cache
def ranked(prompt: str) -> Ranks:
    """Return the scores of a prompt from the largest down."""
    return rank(next_token_scores()[prompt])


@cache
def own_probs(prompt: str) -> RankedProbs:
    """Return the model's own probabilities: those at T = 1."""
    return rank_probs(ranked(prompt))


def axis_end(prompt: str) -> float:
    """Return a round number up to which the tokens' bars reach: no slider moves that axis.

    It has room for twice what the likeliest token has at T = 1, where this is possible.
    """
    largest = float(mass_of_first(own_probs(prompt), [1])[0])
    return next((end for end in AXIS_ENDS if end >= 2 * largest), AXIS_ENDS[-1])


def cut(batch: Batch, probs: RankedProbs) -> Cut:
    """Return what the filters leave, one after the other, each of what the last one left."""
    top_k = batch.top_k.astype(np.int64)
    mass = mass_of_first(probs, top_k)
    whole = batch.top_p == 1
    top_p = np.where(whole, top_k, np.minimum(first_with_mass(probs, batch.top_p * mass), top_k))
    return Cut(top_k, top_p, np.minimum(first_at_least(probs, batch.min_p), top_p))


def _at_temperature(probs: RankedProbs, by_order: dict[str, Cut], order: str) -> dict[str, Floats]:
    """Return what has to be looked up at one temperature."""
    left = by_order[order]
    return {
        **{name: count.astype(np.float64) for name, count in left._asdict().items()},
        **{f"kept_{name}": one.min_p.astype(np.float64) for name, one in by_order.items()},
        "mass": mass_of_first(probs, left.min_p),
        "entropy": entropy_of_first(probs, left.min_p),
        "entropy_before": entropy_of_first(probs, [VOCABULARY]),
        "mass_at": mass_of_first(probs, PLACES)[np.newaxis],
        "curve": mass_of_first(probs, RANKS)[np.newaxis],
    }


def _frames(found: dict[str, Floats], batch: Batch) -> Frames:
    """Return what is shown of that."""
    kept, mass, mass_at = found["min_p"], found["mass"], found["mass_at"]
    ends = np.minimum(mass_at / mass[:, np.newaxis], 1.0)  # what is cut off has nothing
    order = np.where(found["kept_first"] == found["kept_last"], "same", batch.choices["order"])
    limits = {
        "one": kept == 1,
        "min_p": kept < found["top_p"],
        "top_p": found["top_p"] < found["top_k"],
        "top_k": kept < VOCABULARY,
    }
    return {
        "kept": kept,
        "mass": mass,
        "before": np.diff(mass_at),
        "after": np.diff(ends),
        "drawn": drawn(batch, ends),
        "expected": np.diff(ends) * batch.draws[:, np.newaxis],
        "curve": outline(found["curve"]),
        "kept_first": found["kept_first"],
        "kept_last": found["kept_last"],
        "entropy_before": found["entropy_before"],
        "entropy": found["entropy"],
        "perplexity_before": np.exp(found["entropy_before"]),
        "perplexity": np.exp(found["entropy"]),
        "cut_note": chosen(words.CUT_NOTES, "all", **limits),
        "order_note": chosen(words.ORDER_NOTES, "same", **{n: order == n for n in ORDERS}),
    }


def drawn(batch: Batch, ends: Floats) -> Floats:
    """Return how many draws each row of the figure has: those between its end and the one above."""
    rows = max(len(ends), len(batch.draws), len(batch.seed))
    sizes, seeds = (
        np.broadcast_to(one.astype(np.int64), rows).tolist() for one in (batch.draws, batch.seed)
    )
    upto = [
        np.searchsorted(chance(size, seed), row)
        for size, seed, row in zip(
            sizes, seeds, np.broadcast_to(ends, (rows, ends.shape[-1])), strict=True
        )
    ]
    return np.diff(upto).astype(np.float64)


@lru_cache(maxsize=256)  # the same for all temperatures and filters
def chance(size: int, seed: int) -> Floats:
    """Return the numbers that draws of this seed are made from, from the smallest up."""
    return np.sort(uniforms(size=size, seed=seed))
