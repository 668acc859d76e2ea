"""The numbers of lesson 4, for any batch of settings: softmax in a number format, step by step."""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from softmax_app.kit.choices import chosen
from softmax_app.lessons.overflow import words
from softmax_app.sweeps import Batch, Frames
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
    "overflow encountered in reduce",
    "overflow encountered in subtract",
    "invalid value encountered in subtract",
    "invalid value encountered in divide",
)
FAULTY: Final = [place for place, name in enumerate(words.NAIVE_NOTES) if name in words.FAULTS]


def evaluate(batch: Batch) -> Frames:
    """Return every number of the page, a row for each row of ``batch``."""
    name = batch.number_format
    moved = batch.scores + batch.shift[:, np.newaxis]
    naive = softmax_in_format(moved, name)
    shifted = softmax_in_format(moved, name, shifted=True)
    logs = log_softmax_in_format(moved, name)
    is_rounded = np.any(naive.scores != moved, axis=-1)
    frames: Frames = {
        "scores": batch.scores,
        "moved": moved,
        "rounded": naive.scores,
        "rounded_top": naive.scores.max(axis=-1),
        "is_rounded": chosen(words.ROUNDING_NOTES, "exact", rounded=is_rounded),
        "naive_off": abs(naive.probs - shifted.probs).max(axis=-1),
        "naive_total_tag": exp_tags(naive.total, name),
        "naive_infinite": np.count_nonzero(np.isinf(naive.exponentials), axis=-1),
        "naive_said": said(moved, name, is_shifted=False),
        "shifted_said": said(moved, name, is_shifted=True),
        "from_probs": -logs.from_probs + 0.0,
        "from_logits": -logs.from_logits + 0.0,
        "log_state": log_state(shifted),
        "limits": limits_table(moved.shape[-1]),
    }
    frames |= states(naive, shifted, name)
    return frames | steps_of("naive", naive, name) | steps_of("shifted", shifted, name)


def steps_of(row: str, steps: FormatSteps, name: FormatName) -> Frames:
    """Return one of the two formulas, step by step, and what became of its numbers."""
    return {
        row: steps.probs,
        f"{row}_exponents": steps.shifted,
        f"{row}_exponentials": steps.exponentials,
        f"{row}_total": steps.total,
        f"{row}_zeros": np.count_nonzero(steps.exponentials == 0, axis=-1),
        f"{row}_exp_tag": exp_tags(steps.exponentials, name),
        f"{row}_share_tag": share_tags(steps),
    }


def states(naive: FormatSteps, shifted: FormatSteps, name: FormatName) -> Frames:
    """Return what happens to both formulas, and which fault of ``words.FAULTS`` that is, if any."""
    state = naive_state(naive, shifted, name)
    is_nan = np.isnan(shifted.total)
    return {
        "naive_state": state,
        "naive_fault": state,
        "naive_useless": np.isin(state, FAULTY).astype(np.int64),
        "shifted_state": shifted_state(shifted),
        "shifted_fault": chosen(words.NAIVE_NOTES, "fits", nan=is_nan),
        "shifted_useless": is_nan.astype(np.int64),
    }


def naive_state(naive: FormatSteps, shifted: FormatSteps, name: FormatName) -> States:
    """Return which of ``words.NAIVE_NOTES`` holds for each row."""
    exponentials, total = naive.exponentials, naive.total
    limits = format_limits(name)
    with np.errstate(invalid="ignore"):
        off = abs(naive.probs - shifted.probs).max(axis=-1) > limits.epsilon / 2
    digits_lost = total < limits.tiny  # else what was lost is too small to change the sum
    return chosen(
        words.NAIVE_NOTES,
        "fits",
        nan=np.isnan(total),
        overflow=np.any(np.isinf(exponentials), axis=-1),
        infinite_sum=np.isinf(total),
        all_zero=total == 0,
        inaccurate=off & digits_lost,
        some_zero=np.any(exponentials == 0, axis=-1),
    )


def shifted_state(shifted: FormatSteps) -> States:
    """Return which of ``words.SHIFTED_NOTES`` holds for each row."""
    underflow = np.any(shifted.exponentials == 0, axis=-1)
    is_nan, is_infinite = np.isnan(shifted.total), np.isinf(shifted.scores).any(axis=-1)
    return chosen(
        words.SHIFTED_NOTES,
        "safe",
        lost=is_nan & is_infinite,
        lost_at_once=is_nan,
        some_zero=underflow,
    )


def log_state(shifted: FormatSteps) -> States:
    """Return which of ``words.LOGS_NOTES`` holds for each row."""
    vanished = np.any(shifted.probs == 0, axis=-1)
    return chosen(words.LOGS_NOTES, "agree", lost=np.isnan(shifted.total), vanished=vanished)


def exp_tags(exponentials: Floats, name: FormatName) -> States:
    """Return which of ``words.EXP_TAGS`` stands beside each exponential, or sum of them."""
    return chosen(
        words.EXP_TAGS,
        "sound",
        nan=np.isnan(exponentials),
        infinite=np.isinf(exponentials),
        zero=exponentials == 0,
        subnormal=exponentials < format_limits(name).tiny,
    )


def share_tags(steps: FormatSteps) -> States:
    """Return which of ``words.SHARE_TAGS`` stands beside each share: how it came about."""
    total = steps.total[..., np.newaxis]
    nan = np.isnan(steps.probs)
    zero = steps.probs == 0
    return chosen(
        words.SHARE_TAGS,
        "sound",
        infinity_over_infinity=nan & np.isinf(total),
        zero_over_zero=nan & (total == 0),
        nan=nan,
        over_infinity=zero & np.isinf(total),
        zero=zero,
    )


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
