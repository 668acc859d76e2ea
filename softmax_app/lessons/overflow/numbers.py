"""The numbers of lesson 4, for any batch of settings: softmax in a number format, step by step."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.bindings import Frames
from softmax_app.figures import format_line, share_panels
from softmax_app.sweeps import Batch
from softmax_core import (
    FORMATS,
    FormatName,
    FormatSteps,
    format_limits,
    largest_equal_score,
    log_softmax_in_format,
    softmax_in_format,
)

Floats = NDArray[np.float64]
States = NDArray[np.int64]

# what NumPy may say during a softmax in a format; a test looks for others
WARNINGS: Final = (
    "overflow encountered in cast",
    "overflow encountered in exp",
    "overflow encountered in accumulate",
    "overflow encountered in subtract",
    "invalid value encountered in subtract",
    "invalid value encountered in divide",
)


def evaluate(batch: Batch) -> Frames:
    """Return every number of the page, a row for each row of ``batch``."""
    name = batch.number_format
    moved = batch.scores + batch.shift[:, np.newaxis]
    naive = softmax_in_format(moved, name)
    shifted = softmax_in_format(moved, name, shifted=True)
    logs = log_softmax_in_format(moved, name)
    state = naive_state(naive, shifted, name)
    frames: Frames = {
        "rounded": naive.scores,
        "rounded_top": naive.scores.max(axis=-1),
        "naive": naive.probs,
        "naive_exponentials": naive.exponentials,
        "naive_total": naive.total,
        "naive_label": share_panels.label_heights(naive.probs, of_nan=0.0),
        "naive_zones": share_panels.fault_zones(np.isin(state, SOUND), np.full(len(state), True)),
        "naive_fault": FAULT_OF_STATE[state],
        "naive_state": state,
        "naive_off": abs(naive.probs - shifted.probs).max(axis=-1),
        "naive_infinite": np.count_nonzero(np.isinf(naive.exponentials), axis=-1),
        "naive_zeros": np.count_nonzero(naive.exponentials == 0, axis=-1),
        "naive_exp_tag": exp_tags(naive.exponentials, name),
        "naive_total_tag": exp_tags(naive.total, name),
        "naive_share_tag": share_tags(naive),
        "shifted": shifted.probs,
        "shifted_exponents": shifted.shifted,
        "shifted_exponentials": shifted.exponentials,
        "shifted_total": shifted.total,
        "shifted_label": share_panels.label_heights(shifted.probs, of_nan=0.0),
        "shifted_zones": share_panels.fault_zones(
            ~np.isnan(shifted.total), np.full(len(state), True)
        ),
        "shifted_fault": np.where(np.isnan(shifted.total), 4, 0),
        "shifted_state": shifted_state(shifted),
        "shifted_zeros": np.count_nonzero(shifted.exponentials == 0, axis=-1),
        "shifted_exp_tag": exp_tags(shifted.exponentials, name),
        "shifted_share_tag": share_tags(shifted),
        "is_rounded": (naive.scores != moved).any(axis=-1).astype(np.int64),
        "naive_said": said(moved, name, is_shifted=False),
        "shifted_said": said(moved, name, is_shifted=True),
        "from_probs": -logs.from_probs + 0.0,
        "from_logits": -logs.from_logits + 0.0,
        "log_state": log_state(shifted),
        "limits": limits_table(moved.shape[-1]),
    }
    return frames | line_frames(name, naive, shifted)


# Of texts.NAIVE_NOTES, those that say that the answer holds; and which of texts.FAULTS goes
# with each of them.
SOUND: Final = np.array([0, 6])
FAULT_OF_STATE: Final = np.array([0, 1, 2, 3, 4, 5, 0])


def naive_state(naive: FormatSteps, shifted: FormatSteps, name: FormatName) -> States:
    """Return which of ``texts.NAIVE_NOTES`` holds for each row."""
    exponentials, total = naive.exponentials, naive.total
    limits = format_limits(name)
    with np.errstate(invalid="ignore"):
        off = abs(naive.probs - shifted.probs).max(axis=-1) > limits.epsilon / 2
    digits_lost = total < limits.tiny  # else what was lost is too small to change the sum
    states = [
        np.isnan(total),
        np.isinf(exponentials).any(axis=-1),
        np.isinf(total),
        total == 0,
        off & digits_lost,
        (exponentials == 0).any(axis=-1),
    ]
    return np.select(states, [4, 1, 2, 3, 5, 6], default=0)


def shifted_state(shifted: FormatSteps) -> States:
    """Return which of ``texts.SHIFTED_NOTES`` holds for each row."""
    underflow = (shifted.exponentials == 0).any(axis=-1)
    return np.select([np.isnan(shifted.total), underflow], [2, 1], default=0)


def log_state(shifted: FormatSteps) -> States:
    """Return which of ``texts.LOGS_NOTES`` holds for each row."""
    vanished = (shifted.probs == 0).any(axis=-1)
    return np.select([np.isnan(shifted.total), vanished], [2, 1], default=0)


def exp_tags(exponentials: Floats, name: FormatName) -> States:
    """Return which of ``texts.EXP_TAGS`` stands beside each exponential, or sum of them."""
    smallest = format_limits(name).tiny
    states = [np.isnan(exponentials), np.isinf(exponentials), exponentials == 0]
    return np.select([*states, exponentials < smallest], [4, 3, 2, 1], default=0)


def share_tags(steps: FormatSteps) -> States:
    """Return which of ``texts.SHARE_TAGS`` stands beside each share: how it came about."""
    total = steps.total[..., np.newaxis]
    nan = np.isnan(steps.probs)
    zero = steps.probs == 0
    states = [nan & np.isinf(total), nan & (total == 0), nan, zero & np.isinf(total), zero]
    return np.select(states, [3, 4, 5, 2, 1], default=0)


def said(scores: Floats, name: FormatName, *, is_shifted: bool) -> States:
    """Return whether NumPy gave each of ``WARNINGS``, and last whether none: (rows, warnings).

    NumPy warns of a whole array, so each row is computed alone.
    """
    heard = [softmax_in_format(row, name, shifted=is_shifted).warnings for row in scores]
    rows = [[*(one in warnings for one in WARNINGS), not warnings] for warnings in heard]
    return np.array(rows, dtype=np.int64)


def limits_table(n_classes: int) -> Floats:
    """Return what the table of limits shows, all formats in one row."""
    rows = []
    for name in FORMATS:
        found = format_limits(name)
        rows += [found.largest, found.last_finite, found.first_overflow, found.smallest_normal]
        rows += [found.smallest_nonzero, largest_equal_score(name, n_classes)]
    return np.array([rows])


def line_limits(name: FormatName) -> format_line.Limits:
    """Return what the number line marks."""
    found = format_limits(name)
    return format_line.Limits(found.last_finite, found.smallest_normal, found.smallest_nonzero)


def line_frames(name: FormatName, naive: FormatSteps, shifted: FormatSteps) -> Frames:
    """Return where the powers stand on the number line."""
    frames: Frames = {}
    for row, exponents in (("naive", naive.shifted), ("shifted", shifted.shifted)):
        places, symbols = format_line.places(exponents, line_limits(name))
        frames |= {f"{row}_place": places.astype(np.float32), f"{row}_symbol": symbols}
    return frames
