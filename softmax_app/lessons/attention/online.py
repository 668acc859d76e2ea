"""The numbers of the second part: the last row's scores, which arrive block by block."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.kit.choices import chosen
from softmax_app.lessons.attention import words
from softmax_app.lessons.attention.heads import products
from softmax_app.settings.limits import KEYS
from softmax_app.smollm2 import passage
from softmax_app.sweeps import Batch, Frames
from softmax_core import (
    OnlineSteps,
    attention_weights,
    format_limits,
    online_softmax,
    softmax_in_format,
)

Floats = NDArray[np.float64]

# what is told of every block, and what it is before the first
KNOWN: Final = {"tops": -np.inf, "totals": 0.0, "plain": 0.0, "factors": np.nan, "added": 0.0}


def evaluate(batch: Batch) -> Frames:
    """Return every number of the second part, a row for each row of ``batch``."""
    layer, head = (one.astype(np.intp) - 1 for one in (batch.layer, batch.head))
    rows = products()[layer, head][:, -1:]
    scores = attention_weights(rows, scale=batch.scale).scores[:, 0]
    name, block = batch.number_format, int(batch.choices["block"])
    steps = online_softmax(scores, block=block, name=name)
    whole = softmax_in_format(scores, name, shifted=True)
    done = np.ceil(batch.arrived / block).astype(np.intp)
    ends = np.minimum(done * block, KEYS)
    frames: Frames = {
        "online_scores": whole.scores,
        "arrived": (np.arange(KEYS) < ends[:, np.newaxis]).astype(np.uint8),
        "blocks_done": done.astype(np.int64),
        "whole_probs": whole.probs,
        "online_probs": steps.probs,
        "online_off": abs(steps.probs - whole.probs).max(axis=-1),
        **{f"block_{one}": getattr(steps, one) for one in KNOWN},
    }
    is_last, off = done == steps.totals.shape[-1], frames["online_off"]
    frames["is_done"] = chosen(words.END_NOTES, "waiting", exact=is_last & (off == 0), done=is_last)
    return frames | here(steps, done) | overflows()


def here(steps: OnlineSteps, done: NDArray[np.intp]) -> Frames:
    """Return what is known after the blocks that have arrived, and what the last one changed."""
    top, total, plain, factor, added = (
        _after(getattr(steps, name), done, nothing) for name, nothing in KNOWN.items()
    )
    top_before = _after(steps.tops, np.maximum(done - 1, 0), -np.inf)
    return {
        "top": top,
        "top_before": top_before,
        "total": total,
        "total_before": _after(steps.totals, np.maximum(done - 1, 0), 0.0),
        "factor": factor,
        "added": added,
        "plain": plain,
        "online_state": chosen(
            words.ONLINE_NOTES, "same", nothing=done == 0, first=done == 1, risen=top > top_before
        ),
        "plain_state": chosen(
            words.PLAIN_NOTES,
            "fits",
            nothing=done == 0,
            overflow=~np.isfinite(plain),
            underflow=plain == 0,
        ),
        "goes_on": (done > 1).astype(np.int64),
    }


def _after(values: Floats, done: NDArray[np.intp], nothing: float) -> Floats:
    """Return what stands behind so many blocks, in each row; before the first, ``nothing``."""
    known = np.concatenate([np.full_like(values[:, :1], nothing), values], axis=-1)
    rows = np.arange(max(len(known), len(done)))
    found: Floats = known[np.minimum(rows, len(known) - 1), np.broadcast_to(done, len(rows))]
    return found


def overflows() -> Frames:
    """Return how many of the passage's largest scores exp cannot take in float16."""
    largest = passage().largest.astype(np.float64)
    over = largest > format_limits("float16").last_finite
    return {
        "passage": largest[np.newaxis],
        "passage_over": np.array([float(over.sum())]),
        "passage_percent": np.array([100 * over.mean()]),
    }
