"""The numbers of lesson 10, for any batch of settings: a vocabulary cut off, and drawn from."""

from functools import cache
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from softmax_app.kit.choices import chosen
from softmax_app.lessons.next_word import words
from softmax_app.lessons.next_word.draws import drawn, first_uniforms, one_drawn
from softmax_app.lessons.next_word.tokens import letters
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
)

Floats = NDArray[np.float64]
Counts = NDArray[np.int64]

SHOWN: Final = 10  # tokens; the row below them is all others together
PLACES: Final = np.append(np.arange(SHOWN + 1.0), VOCABULARY)  # where the rows end
AXIS_ENDS: Final = (0.25, 0.5, 1.0)  # of the probabilities of single tokens
AS_FOUND: Final = (
    "kept_first",
    "kept_last",
    "entropy_before",
    "entropy",
    "word_rank",
    "word_share",
)
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
    uniform = first_uniforms(batch)
    found: list[dict[str, Floats]] = []
    for temperature in batch.temperature.tolist():
        probs = rank_probs(ranks, temperature=temperature)
        by_order["first"] = cut(batch, probs)
        left = by_order[batch.choices["order"]]
        found.append(_at_temperature(probs, by_order, left) | one_drawn(probs, left.min_p, uniform))
    looked_up = {one: np.concatenate([few[one] for few in found]) for one in found[0]}
    return _frames(looked_up, batch) | {
        "token_scores": ranks.scores[np.searchsorted(ranks.counts, PLACES[1:-1]) - 1][np.newaxis],
        "own_curve": outline(mass_of_first(own, RANKS))[np.newaxis],
        "top_p": batch.top_p,
        "is_tempered": (batch.temperature != 1).astype(np.int64),
        "has_level": (batch.top_p < 1).astype(np.int64),
        "min_p": batch.min_p,
        "draws": batch.draws,
        "uniform": uniform,
        "word": letters(name, looked_up["word_rank"].astype(np.int64)),
    }


@cache
def ranked(prompt: str) -> Ranks:
    """Return the scores of a prompt from the largest down."""
    return rank(next_token_scores()[prompt])


@cache
def own_probs(prompt: str) -> RankedProbs:
    """Return the model's own probabilities: those at T = 1."""
    return rank_probs(ranked(prompt))


def axis_end(prompt: str, now: Frames) -> float:
    """Return a round number up to which the tokens' bars reach, so that none is longer just now.

    It has room for twice what the likeliest token has at T = 1, where this is possible.
    """
    largest = 2 * float(mass_of_first(own_probs(prompt), [1])[0])
    share = now["drawn"] / now["draws"][:, np.newaxis]
    bars = (one[:, :SHOWN].max() for one in (now["before"], now["after"], share))
    needed = max(largest, *map(float, bars))
    return next((end for end in AXIS_ENDS if end >= needed), AXIS_ENDS[-1])


def cut(batch: Batch, probs: RankedProbs) -> Cut:
    """Return what the filters leave, one after the other, each of what the last one left."""
    top_k = batch.top_k.astype(np.int64)
    mass = mass_of_first(probs, top_k)
    whole = batch.top_p == 1
    top_p = np.where(whole, top_k, np.minimum(first_with_mass(probs, batch.top_p * mass), top_k))
    return Cut(top_k, top_p, np.minimum(first_at_least(probs, batch.min_p), top_p))


def _at_temperature(probs: RankedProbs, by_order: dict[str, Cut], left: Cut) -> dict[str, Floats]:
    """Return what has to be looked up at one temperature."""
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
        **{name: found[name] for name in AS_FOUND},
        "perplexity_before": np.exp(found["entropy_before"]),
        "perplexity": np.exp(found["entropy"]),
        "cut_note": chosen(words.CUT_NOTES, "all", **limits),
        "order_note": chosen(words.ORDER_NOTES, "same", **{n: order == n for n in ORDERS}),
    }
