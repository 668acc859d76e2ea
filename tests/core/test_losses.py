"""Truths about targets and losses, against independent references."""

import json
import math
from pathlib import Path

import mpmath
import numpy as np
import pytest
import scipy.special
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from softmax_core import (
    cross_entropy,
    cross_entropy_from_probs,
    cross_entropy_grad,
    entropy,
    kl_divergence,
    log_softmax,
    one_hot,
    sigmoid,
    smooth_labels,
    softmax,
)

CASES = json.loads((Path(__file__).parents[1] / "data" / "expected.json").read_text("utf-8"))[
    "cases"
]
LABELLED = [case for case in CASES if case.get("label") is not None]
EPS = np.finfo(np.float64).eps
INF, NAN = np.inf, np.nan

scores = st.integers(2, 9).flatmap(
    lambda n: arrays(np.float64, n, elements=st.floats(-300, 300)).map(lambda a: a + 0.0)
)
distributions = st.integers(2, 6).flatmap(
    lambda n: arrays(np.float64, n, elements=st.floats(-8, 8)).map(softmax)
)


def target_of(case):
    label, smoothing = case["label"], case.get("label_smoothing", 0)
    if not smoothing:
        return label
    return smooth_labels(one_hot(label, len(case["logits"])), smoothing=smoothing)


@pytest.mark.parametrize("case", LABELLED, ids=lambda case: case["name"])
@pytest.mark.parametrize("as_array", [True, False])
def test_cross_entropy_agrees_with_the_25_digit_values(case, as_array):
    logits = np.array(case["logits"], dtype=np.float64) if as_array else case["logits"]
    found = cross_entropy(logits, target_of(case), temperature=float(case["temperature"]))
    expected = float(case["cross_entropy"])
    quotient = np.ptp(case["logits"]) / case["temperature"] if case["temperature"] != 1 else 0
    smoothed = 8 if case.get("label_smoothing") else 0
    np.testing.assert_allclose(found, expected, rtol=EPS * (2.5 + smoothed + quotient / 2))


def test_the_article_s_loss():
    assert cross_entropy([4, -4, 3], 2) == pytest.approx(1.3135069002830532, rel=4 * EPS)
    # printed by TensorFlow in float32
    assert abs(np.float32(cross_entropy([4, -4, 3], 2)) - np.float32(1.3135068)) <= 2 * np.spacing(
        np.float32(1.3)
    )


def test_softmax_applied_twice_gives_a_lower_and_wrong_loss():
    assert cross_entropy(softmax([4, -4, 3]), 2) == pytest.approx(1.2094609, abs=5e-8)


def test_the_loss_of_a_hopeless_class_is_exact_where_its_probability_is_lost():
    assert cross_entropy([0, 666, 1], 0) == 666
    assert cross_entropy([0, 20, 0], 0) == pytest.approx(20.0, abs=1e-8)
    assert cross_entropy([0.0, -2000.0], 1) == 2000
    assert cross_entropy(np.array([0.0, -40.0]), 0) == pytest.approx(np.exp(-40), rel=4 * EPS)


@given(scores, st.data())
def test_cross_entropy_at_a_label_is_minus_log_softmax(logits, data):
    label = data.draw(st.integers(0, len(logits) - 1))
    assert cross_entropy(logits, label) == pytest.approx(-log_softmax(logits)[label], rel=1e-14)
    expected = scipy.special.logsumexp(logits) - logits[label]
    assert cross_entropy(logits, label) == pytest.approx(expected, abs=1e-11)


@given(scores, st.data(), st.floats(0.05, 20))
def test_a_label_is_a_one_hot_distribution(logits, data, temperature):
    label = data.draw(st.integers(0, len(logits) - 1))
    by_label = cross_entropy(logits, label, temperature=temperature)
    by_target = cross_entropy(logits, one_hot(label, len(logits)), temperature=temperature)
    np.testing.assert_allclose(by_label, by_target, rtol=4 * EPS, atol=1e-300)


@given(scores, st.floats(0.05, 20))
def test_the_short_way_and_the_long_way_agree(logits, temperature):
    alone = cross_entropy(logits, 0, temperature=temperature)
    in_rows = cross_entropy(logits[np.newaxis], [0], temperature=temperature)[0]
    np.testing.assert_allclose(alone, in_rows, rtol=4 * EPS, atol=1e-300)
    np.testing.assert_allclose(
        softmax(logits, temperature=temperature),
        softmax(logits[np.newaxis], temperature=temperature)[0],
        rtol=8 * EPS,
        atol=1e-323,
    )
    np.testing.assert_allclose(
        log_softmax(logits, temperature=temperature),
        log_softmax(logits[np.newaxis], temperature=temperature)[0],
        rtol=4 * EPS,
        atol=1e-300,
    )


@given(distributions, st.data())
def test_cross_entropy_is_entropy_plus_divergence(target, data):
    logits = data.draw(arrays(np.float64, len(target), elements=st.floats(-20, 20)))
    expected = entropy(target) + kl_divergence(target, softmax(logits))
    np.testing.assert_allclose(cross_entropy(logits, target), expected, rtol=1e-10, atol=1e-12)


@given(distributions, st.data())
def test_divergence_is_never_negative_and_agrees_with_scipy(p, data):
    q = softmax(data.draw(arrays(np.float64, len(p), elements=st.floats(-8, 8))))
    assert kl_divergence(p, q) >= 0
    assert kl_divergence(p, p) == 0
    np.testing.assert_allclose(
        kl_divergence(p, q), scipy.special.rel_entr(p, q).sum(), rtol=1e-8, atol=1e-13
    )


def test_divergence_is_not_symmetric_and_may_be_infinite():
    assert kl_divergence([0.5, 0.5], [0.9, 0.1]) != kl_divergence([0.9, 0.1], [0.5, 0.5])
    assert kl_divergence([0.5, 0.5], [1, 0]) == INF
    assert kl_divergence([1, 0], [0.5, 0.5]) == pytest.approx(np.log(2))


def test_an_impossible_class_costs_nothing_or_everything():
    assert cross_entropy([1, -INF], [1.0, 0.0]) == 0
    assert cross_entropy([1, -INF], [0.5, 0.5]) == INF
    assert cross_entropy([1, -INF], 1) == INF
    assert cross_entropy([1, INF], 1) == 0
    assert cross_entropy_from_probs([1, 0], [0.5, 0.5], clip=0) == INF
    assert cross_entropy_from_probs([1, 0], [1.0, 0.0], clip=0) == 0


def test_losses_broadcast_over_leading_axes():
    logits = np.arange(24, dtype=float).reshape(2, 4, 3)
    assert cross_entropy(logits, 1).shape == (2, 4)
    assert cross_entropy(logits, np.zeros((2, 4), dtype=int)).shape == (2, 4)
    assert cross_entropy(logits, [0.2, 0.3, 0.5]).shape == (2, 4)
    assert cross_entropy([[4.0, -4, 3]], [0, 1, 2]).shape == (3,)
    assert cross_entropy([4.0, -4, 3], 2, temperature=[1, 2, 3]).shape == (3,)
    assert cross_entropy([4.0, -4, 3], np.eye(3)).shape == (3,)
    assert kl_divergence(np.eye(3), [0.2, 0.3, 0.5]).shape == (3,)


@pytest.mark.parametrize(
    ("targets", "error", "sentence"),
    [
        (3, ValueError, "from 0 to 2: there are 3 classes"),
        (-1, ValueError, "from 0 to 2: there are 3 classes"),
        (1.0, TypeError, "labels must be integers"),
        (True, TypeError, "labels must be integers"),
        ("1", TypeError, "labels must be integers"),
        ([0.5, 0.5], ValueError, "targets have 2 classes, the scores have 3"),
        ([0.5, 0.6, 0.5], ValueError, "must sum to 1"),
        ([1.5, -0.5, 0.0], ValueError, "must be numbers >= 0"),
        ([0, 0, 1], ValueError, "one label for each row"),
    ],
)
def test_targets_that_are_none_are_refused(targets, error, sentence):
    for logits in ([1, 2, 3], np.array([1.0, 2.0, 3.0])):
        with pytest.raises(error, match=sentence):
            cross_entropy(logits, targets)
    with pytest.raises(error, match=sentence):
        cross_entropy_from_probs([0.2, 0.3, 0.5], targets)


def test_one_hot_and_smoothing():
    np.testing.assert_array_equal(one_hot([[1], [3]], 4), [[[0, 1, 0, 0]], [[0, 0, 0, 1]]])
    smoothed = smooth_labels(one_hot(2, 4), smoothing=0.1)
    np.testing.assert_allclose(smoothed, [0.025, 0.025, 0.925, 0.025])
    np.testing.assert_array_equal(smooth_labels([0.0, 1.0], smoothing=0), [0, 1])
    np.testing.assert_array_equal(smooth_labels([0.0, 1.0], smoothing=1), [0.5, 0.5])
    for smoothing in (-0.1, 1.1, NAN):
        with pytest.raises(ValueError, match="smoothing must be between 0 and 1"):
            smooth_labels([0.0, 1.0], smoothing=smoothing)
    with pytest.raises(ValueError, match="from 0 to 1: there are 2 classes"):
        one_hot(2, 2)


def test_the_clipped_route_saturates():
    capped = 16.118095650958320
    assert cross_entropy_from_probs(softmax([0, 20, 0]), 0) == pytest.approx(capped, rel=EPS)
    assert cross_entropy_from_probs(softmax([0, 500, 0]), 0) == pytest.approx(capped, rel=EPS)
    # raw logits by mistake: normalised to [1.33, -1.33, 1], then clipped just below 1
    assert cross_entropy_from_probs([4, -4, 3], 2) == pytest.approx(-np.log1p(-1e-7))


@given(distributions)
def test_the_clipped_route_agrees_where_the_clip_does_not_hold(probs):
    expected = -np.log(probs[0] / probs.sum())
    if 1e-7 < probs[0] < 1 - 1e-7:
        np.testing.assert_allclose(
            cross_entropy_from_probs(probs * 3, 0), expected, rtol=1e-12, atol=4 * EPS
        )


@pytest.mark.parametrize("clip", [-1e-9, 0.5, NAN])
def test_a_clip_that_is_none_is_refused(clip):
    with pytest.raises(ValueError, match="clip must be from 0 to below"):
        cross_entropy_from_probs([0.5, 0.5], 0, clip=clip)


@pytest.mark.parametrize("probs", [[0, 0], [1, -1], [INF, 1], [NAN, 1]])
def test_probabilities_that_cannot_be_normalised_are_refused(probs):
    with pytest.raises(ValueError, match="finite sum that is not 0"):
        cross_entropy_from_probs(probs, 0)


@given(st.floats(-800, 800), st.floats(-800, 800))
def test_two_classes_are_a_sigmoid_of_the_difference(first, second):
    together = softmax([first, second])[0]
    alone = sigmoid(first - second)
    assert abs(together - alone) <= np.spacing(max(together, alone)) + 5e-324


def test_sigmoid_has_its_limits_and_refuses_nan():
    np.testing.assert_array_equal(sigmoid([-INF, 0, INF]), [0, 0.5, 1])
    assert sigmoid(1) == pytest.approx(0.7310585786300049, rel=EPS)
    np.testing.assert_allclose(sigmoid([-3.0, 700]), scipy.special.expit([-3.0, 700]))
    with pytest.raises(ValueError, match="score is not a number"):
        sigmoid(NAN)
    with pytest.raises(TypeError, match="scores must be real numbers"):
        sigmoid("1")


@pytest.mark.parametrize("scale", [1.0, 10.0, 100.0])
def test_the_logarithm_and_the_loss_keep_their_digits_where_one_class_dominates(scale):
    random = np.random.default_rng(7)
    batch = random.normal(0, scale, (40, 3))
    with mpmath.workdps(900):
        for row, in_batch in zip(batch, log_softmax(batch), strict=True):
            exact = [mpmath.mpf(float(score)) for score in row]
            lse = mpmath.log(mpmath.fsum(map(mpmath.exp, exact)))
            true = [score - lse for score in exact]
            top = int(row.argmax())
            for found, ulps in (
                (in_batch, 3),
                (log_softmax(row), 3),
                ([-cross_entropy(row, k) for k in range(3)], 2.5),
                (-cross_entropy(row[np.newaxis].repeat(3, axis=0), [0, 1, 2]), 2.5),
            ):
                for value, truth in zip(found, true, strict=True):
                    off = abs(mpmath.mpf(float(value)) - truth)
                    assert float(off / np.spacing(abs(float(truth)))) <= ulps
            assert cross_entropy(row, top) >= 0


def test_ties_count_in_a_dominated_row():
    row = np.array([5.0, 5.0, -40.0])
    assert cross_entropy(row, 0) == pytest.approx(np.log(2), rel=2 * EPS)
    assert cross_entropy(np.array([5.0, 5.0 - 1e-15, 5.0]), 1) == pytest.approx(np.log(3))


def test_targets_and_probabilities_broadcast_either_way():
    one, two = np.array([0.2, 0.3, 0.5]), np.array([[0.2, 0.3, 0.5], [0.6, 0.3, 0.1]])
    for probs, targets in ((one, two), (two, one)):
        found = cross_entropy_from_probs(probs, targets)
        expected = -(targets * np.log(probs)).sum(axis=-1)
        np.testing.assert_allclose(found, expected, rtol=1e-15)


def test_a_loss_of_0_has_no_sign():
    assert np.copysign(1, cross_entropy_from_probs([1.0, 0.0], 0, clip=0)) == 1


def test_divergence_is_finite_as_long_as_nothing_is_ruled_out():
    found = kl_divergence([1.0, 0.0, 0.0], [5e-324, 1.0, 0.0])
    assert found == pytest.approx(-np.log(5e-324), rel=1e-15)


def test_a_distribution_keeps_the_digits_of_a_label_where_one_class_dominates():
    logits = np.random.default_rng(5).normal(0, 10, (200, 4))
    for label in range(4):
        target = np.eye(4)[label]
        np.testing.assert_array_max_ulp(
            cross_entropy(logits, target), cross_entropy(logits, label), maxulp=2
        )


def test_tensorflow_s_float32_answers_to_the_article_are_within_2_ulp():
    # tf.nn.sparse_softmax_cross_entropy_with_logits and its gradient, TensorFlow 2.21.0, float32
    loss, grad = 1.3135068, [0.7308793663978577, 0.0002451827167533338, -0.7311245203018188]
    exact = cross_entropy([4, -4, 3], 2)
    assert abs(loss - exact) <= 2 * np.spacing(np.float32(exact))
    exact_grad = cross_entropy_grad([4, -4, 3], 2)
    ulp = np.spacing(abs(exact_grad).astype(np.float32))
    assert (abs(grad - exact_grad) <= 2 * ulp).all()


def test_a_row_longer_than_a_block_keeps_its_digits():
    logits = np.full(20_000, -30.0) - np.arange(20_000) * 1e-3
    logits[15_000] = 0.25
    rest = math.fsum(math.exp(one - 0.25) for one in np.delete(logits, 15_000).tolist())
    found = np.stack([log_softmax(logits)[15_000], -cross_entropy(logits, 15_000)])
    np.testing.assert_allclose(found, -math.log1p(rest), rtol=1e-13)
    batch = np.stack([logits, logits[::-1], np.zeros(20_000)])
    expected = [math.log1p(rest), math.log1p(rest), math.log(20_000)]
    np.testing.assert_allclose(cross_entropy(batch, [15_000, 4_999, 0]), expected, rtol=1e-13)
