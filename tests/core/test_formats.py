"""Truths about number formats: where exp leaves them, and what softmax does there."""

import ml_dtypes
import numpy as np
import pytest

from softmax_core import (
    FORMATS,
    format_dtype,
    format_limits,
    largest_equal_score,
    log_softmax,
    log_softmax_in_format,
    softmax,
    softmax_in_format,
)

# last finite, first inf, smallest normal, smallest nonzero, largest of three equal scores
TABLE = {
    "float16": (11.0859375, 11.09375, -9.703125, -17.328125, 9.984375),
    "bfloat16": (88.5, 89, -87, -92.5, 87.5),
    "float32": (
        88.72283172607422,
        88.72283935546875,
        -87.33654022216797,
        -103.97207641601562,
        87.62422180175781,
    ),
    "float64": (
        709.782712893384,
        709.7827128933841,
        -708.3964185322641,
        -745.1332191019411,
        708.6841006047158,
    ),
}
WITH_INFINITY = [name for name in FORMATS if name != "float8_e4m3fn"]


@pytest.mark.parametrize("name", TABLE)
def test_the_limits_are_those_of_the_table(name):
    format_limits.cache_clear()  # found now, not remembered
    limits = format_limits(name)
    found = (limits.last_finite, limits.first_overflow)
    found += (limits.smallest_normal, limits.smallest_nonzero, largest_equal_score(name, 3))
    assert found == TABLE[name]


@pytest.mark.parametrize("name", FORMATS)
def test_exp_leaves_the_format_between_its_limits(name):
    limits, dtype = format_limits(name), format_dtype(name)

    def exp_of(score: float) -> float:
        with np.errstate(all="ignore"):
            return float(np.exp(np.array(score, dtype=dtype)))

    assert np.isfinite(exp_of(limits.last_finite))
    assert not np.isfinite(exp_of(limits.first_overflow))
    between = np.nextafter(np.array(limits.last_finite, dtype), np.array(np.inf, dtype))
    if np.isfinite(float(between)):
        assert float(between) == limits.first_overflow
    assert exp_of(limits.smallest_nonzero) > 0
    below = np.nextafter(np.array(limits.smallest_nonzero, dtype), np.array(-limits.largest, dtype))
    assert exp_of(float(below)) == 0
    assert exp_of(limits.smallest_normal) >= float(ml_dtypes.finfo(dtype).smallest_normal)
    assert limits.largest == float(ml_dtypes.finfo(dtype).max)
    assert limits.epsilon == float(ml_dtypes.finfo(dtype).eps)
    assert limits.tiny == float(ml_dtypes.finfo(dtype).smallest_normal)


@pytest.mark.parametrize("name", ["float64", "float32", "float16", "bfloat16"])
@pytest.mark.parametrize("n_classes", [1, 2, 3, 10])
def test_a_sum_overflows_at_log_of_the_largest_less_log_n(name, n_classes):
    limits = format_limits(name)
    expected = np.log(limits.largest) - np.log(n_classes)
    found = largest_equal_score(name, n_classes)
    assert found == pytest.approx(expected, rel=limits.epsilon * 2)
    assert found <= limits.last_finite


@pytest.mark.parametrize("name", WITH_INFINITY)
def test_the_article_s_scores_overflow_without_a_shift(name):
    naive = softmax_in_format([123, 456, 789], name)
    first = 0.0 if name == "float64" else np.nan
    np.testing.assert_array_equal(naive.probs, [first, 0 if name == "float64" else np.nan, np.nan])
    assert np.isposinf(naive.total)
    assert naive.warnings == (
        "overflow encountered in exp",
        "invalid value encountered in divide",
    )
    shifted = softmax_in_format([123, 456, 789], name, shifted=True)
    assert shifted.probs[2] == 1
    assert shifted.warnings == ()


def test_the_shift_saves_the_article_s_scores():
    steps = softmax_in_format([123, 456, 789], "float64", shifted=True)
    np.testing.assert_array_equal(steps.shifted, [-666, -333, 0])
    np.testing.assert_allclose(steps.probs[:2], [5.7527440569791497e-290, 2.398487868841356e-145])


def test_a_sum_can_overflow_in_silence_over_exp():
    steps = softmax_in_format([709, 709, 709], "float64")
    assert np.isfinite(steps.exponentials).all()
    assert np.isposinf(steps.total)
    np.testing.assert_array_equal(steps.probs, [0, 0, 0])
    assert not any("exp" in warning or "invalid" in warning for warning in steps.warnings)
    for name in WITH_INFINITY[1:]:
        other = softmax_in_format([709, 709, 709], name)
        assert np.isnan(other.probs).all()
        assert "overflow encountered in exp" in other.warnings


@pytest.mark.parametrize("name", WITH_INFINITY)
def test_very_negative_scores_are_0_divided_by_0(name):
    steps = softmax_in_format([-1000, -1001, -1002], name)
    np.testing.assert_array_equal(steps.exponentials, [0, 0, 0])
    assert steps.total == 0
    assert np.isnan(steps.probs).all()
    assert steps.warnings == ("invalid value encountered in divide",)


@pytest.mark.parametrize("scores", [[123, 456, 789], [709, 709, 709], [-1000, -1001, -1002]])
def test_a_format_without_infinity_answers_nan(scores):
    steps = softmax_in_format(scores, "float8_e4m3fn")
    assert np.isnan(steps.probs).all()
    assert not np.isinf(steps.exponentials).any()


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("shifted", [False, True])
def test_every_step_is_a_number_of_the_format(name, shifted):
    steps = softmax_in_format([[2, 3, 5], [4, -4, 3]], name, shifted=shifted)
    assert steps.total.shape == (2,)
    for numbers in steps[:5]:
        rounded = numbers.astype(format_dtype(name)).astype(np.float64)
        np.testing.assert_array_equal(numbers, rounded)
    error = 8 * format_limits(name).epsilon
    np.testing.assert_allclose(
        steps.probs, softmax([[2, 3, 5], [4, -4, 3]]), rtol=error, atol=error
    )


def test_the_sum_is_taken_from_left_to_right():
    steps = softmax_in_format(np.log([2048, 1, 1]), "float16")
    assert steps.total == 2048  # 2048 + 1 rounds to 2048 in float16, twice


def test_what_is_no_format_is_refused():
    with pytest.raises(ValueError, match="format must be one of float64"):
        format_dtype("float128")
    with pytest.raises(ValueError, match="format must be one of float64"):
        softmax_in_format([1, 2], "int8")
    with pytest.raises(ValueError, match="n_classes must be at least 1"):
        largest_equal_score("float64", 0)


def test_what_numpy_says_is_heard_whatever_the_caller_wants_to_hear():
    for wish in ("ignore", "warn", "raise"):
        with np.errstate(all=wish):
            steps = softmax_in_format([123, 456, 789], "float64")
        assert steps.warnings == (
            "overflow encountered in exp",
            "invalid value encountered in divide",
        )


def test_each_row_is_shifted_by_its_own_maximum():
    steps = softmax_in_format([[1, 2], [301, 302]], "float32", shifted=True)
    np.testing.assert_array_equal(steps.shifted, [[-1, 0], [-1, 0]])
    np.testing.assert_array_equal(steps.probs[0], steps.probs[1])


def test_the_maximum_subtracted_does_not_save_the_logarithm():
    logs = log_softmax_in_format([0, 666, 1], "float64")
    np.testing.assert_allclose(logs.from_probs, [-666, 0, -665], rtol=1e-15)
    logs = log_softmax_in_format([0, 666, 1], "float32")
    np.testing.assert_array_equal(logs.from_probs, [-np.inf, 0, -np.inf])
    np.testing.assert_array_equal(logs.from_logits, [-666, 0, -665])


@pytest.mark.parametrize("name", ["float64", "float32", "float16"])
def test_from_logits_a_format_comes_close_to_the_truth(name):
    logits = [2, -7, 5.5]
    found = log_softmax_in_format(logits, name).from_logits
    tolerance = 4 * format_limits(name).epsilon
    np.testing.assert_allclose(found, log_softmax(logits), rtol=tolerance, atol=tolerance)


@pytest.mark.parametrize("name", FORMATS)
def test_logarithms_in_a_format_are_numbers_of_that_format(name):
    logits = [[2, -1, 0.5], [0.25, 0.5, 1]]
    for logs in log_softmax_in_format(logits, name):
        assert logs.dtype == np.float64
        np.testing.assert_array_equal(logs.astype(format_dtype(name)).astype(np.float64), logs)
    steps = softmax_in_format(logits, name, shifted=True)
    with np.errstate(all="ignore"):
        log_total = np.log(steps.total.astype(format_dtype(name)))[:, np.newaxis]
        expected = steps.shifted.astype(format_dtype(name)) - log_total
    found = log_softmax_in_format(logits, name).from_logits
    np.testing.assert_array_equal(found, expected.astype(np.float64))
