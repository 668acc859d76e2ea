"""The edge cases: what comes out, and what is said when nothing can."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from softmax_core import entropy, hardmax, linear_normalize, log_softmax, logsumexp, softmax

MAPS = [softmax, hardmax, log_softmax]
ALL = [*MAPS, logsumexp, linear_normalize]
INF, NAN = np.inf, np.nan


@pytest.mark.parametrize("function", ALL)
@pytest.mark.parametrize(
    ("scores", "error", "sentence"),
    [
        ([1, NAN], ValueError, r"score at index \(1,\) is not a"),
        ([[1, 2], [NAN, INF]], ValueError, r"score at index \(1, 0\) is not a"),
        ([], ValueError, "needs at least one score"),
        (np.zeros((3, 0)), ValueError, "needs at least one score"),
        (5.0, ValueError, "must stand in a row"),
        ([1j, 2], TypeError, "scores must be real numbers"),
        (["1", "2"], TypeError, "scores must be real numbers"),
        ([None, 2], TypeError, "scores must be real numbers"),
        (np.ma.array([1.0, 2.0], mask=[True, False]), TypeError, "fill with -inf"),
    ],
)
def test_what_cannot_be_answered_is_refused_in_a_sentence(function, scores, error, sentence):
    with pytest.raises(error, match=sentence):
        function(scores)


@pytest.mark.parametrize("function", MAPS)
def test_rows_without_a_unique_limit_are_refused(function):
    with pytest.raises(ValueError, match="two infinite scores have no unique answer"):
        function([INF, 1, INF])
    with pytest.raises(ValueError, match="every score is -inf"):
        function([[1, 2], [-INF, -INF]])


def test_infinite_scores_are_limits():
    np.testing.assert_array_equal(softmax([1, INF, -INF]), [0, 1, 0])
    np.testing.assert_array_equal(softmax([1, INF, -INF], temperature=2), [0, 1, 0])
    np.testing.assert_array_equal(hardmax([1, INF]), [0, 1])
    np.testing.assert_array_equal(log_softmax([1, INF]), [-INF, 0])
    np.testing.assert_array_equal(softmax([[1, INF], [3, 3]]), [[0, 1], [0.5, 0.5]])


def test_minus_infinity_masks_a_class():
    np.testing.assert_array_equal(softmax([2, -INF, 2]), [0.5, 0, 0.5])
    np.testing.assert_array_equal(softmax([2, -INF, 9], temperature=INF), [0.5, 0, 0.5])
    np.testing.assert_array_equal(log_softmax([3, -INF]), [0, -INF])


def test_logsumexp_has_the_limits_of_a_sum():
    assert logsumexp([-INF, -INF]) == -INF
    assert logsumexp([-INF, -INF], temperature=INF) == -INF
    assert logsumexp([1, INF]) == INF
    assert logsumexp([INF, INF]) == INF  # a sum, unlike a share, has one answer here
    np.testing.assert_array_equal(logsumexp([[-INF, -INF], [3, -INF]]), [-INF, 3])


def test_linear_normalisation_refuses_infinite_scores():
    with pytest.raises(ValueError, match=r"index \(1,\) is not a finite number"):
        linear_normalize([1, -INF])


def test_the_widest_scores_overflow_in_silence():
    np.testing.assert_array_equal(softmax([1e308, -1e308]), [1, 0])
    np.testing.assert_array_equal(softmax([1e308, -1e308], temperature=INF), [0.5, 0.5])
    assert logsumexp([1e308, 0], temperature=0.01) == INF


@pytest.mark.parametrize("function", [softmax, log_softmax, logsumexp])
@pytest.mark.parametrize("temperature", [0, -1, NAN, [1, 0], True - 1])
def test_temperature_must_be_positive(function, temperature):
    with pytest.raises(ValueError, match="temperature must be > 0"):
        function([1, 2], temperature=temperature)


def test_temperature_must_be_a_number():
    with pytest.raises(TypeError, match="temperature must be a real number"):
        softmax([1, 2], temperature="1")


def test_extreme_temperatures_are_limits():
    np.testing.assert_array_equal(softmax([5, 5, 1], temperature=5e-324), [0.5, 0.5, 0])
    np.testing.assert_array_equal(
        softmax([5, 5, 1], temperature=[5e-324, INF]), [[0.5, 0.5, 0], [1 / 3, 1 / 3, 1 / 3]]
    )


def test_a_large_offset_costs_no_digits_at_a_small_temperature():
    np.testing.assert_array_equal(
        softmax([1000, 1000.5], temperature=0.1), softmax([0, 0.5], temperature=0.1)
    )


@pytest.mark.parametrize("function", [softmax, hardmax, log_softmax])
def test_no_rows_give_no_rows(function):
    assert function(np.zeros((0, 3))).shape == (0, 3)


@pytest.mark.parametrize("n_classes", [1, 2, 16, 17, 40])
def test_short_and_long_rows_follow_the_same_rules(n_classes):
    row = np.linspace(-3, 3, n_classes)
    np.testing.assert_allclose(softmax(row), softmax(row.tolist()), rtol=1e-15)
    np.testing.assert_allclose(logsumexp(row), logsumexp(row.tolist()), rtol=1e-15, atol=1e-15)
    for broken, sentence in ((NAN, "is not a number"), (INF, None), (-INF, None), (1e308, None)):
        changed = np.concatenate([row, [broken, broken if broken == 1e308 else 0.0]])
        if sentence:
            with pytest.raises(ValueError, match=sentence):
                softmax(changed)
        else:
            np.testing.assert_array_equal(softmax(changed), softmax(changed.tolist()))
            np.testing.assert_allclose(
                log_softmax(changed), log_softmax(changed.tolist()), rtol=1e-15
            )
            np.testing.assert_array_equal(logsumexp(changed), logsumexp(changed.tolist()))


@pytest.mark.parametrize("dtype", [bool, np.int8, np.uint8, np.int64, np.float16, np.longdouble])
def test_every_real_dtype_is_computed_in_float64(dtype):
    scores = np.array([0, 1, 1], dtype=dtype)
    np.testing.assert_array_equal(softmax(scores), softmax([0.0, 1.0, 1.0]))
    assert softmax(scores).dtype == np.float64


def test_unsigned_scores_do_not_wrap_around():
    np.testing.assert_array_equal(softmax(np.array([1, 3], dtype=np.uint8)), softmax([1.0, 3.0]))


@pytest.mark.parametrize("function", ALL)
@given(scores=arrays(np.float64, (2, 3), elements=st.floats(0.5, 100)))
def test_the_caller_s_array_is_not_written_to(function, scores):
    scores.setflags(write=False)  # a write would raise
    before = scores.copy()
    function(scores)
    np.testing.assert_array_equal(scores, before)


def test_entropy_runs_from_certain_to_uniform():
    assert entropy([0, 0, 1]) == 0
    assert np.copysign(1, entropy([0, 0, 1])) == 1
    np.testing.assert_allclose(entropy(np.full(7, 1 / 7)), np.log(7), rtol=1e-15)


@given(arrays(np.float64, 4, elements=st.floats(-50, 50)), st.floats(0.05, 20))
def test_entropy_is_mean_surprise(scores, temperature):
    probs = softmax(scores, temperature=temperature)
    surprise = -log_softmax(scores, temperature=temperature)
    np.testing.assert_allclose(entropy(probs), (probs * surprise).sum(), rtol=1e-12, atol=1e-15)


@given(arrays(np.float64, 4, elements=st.floats(-20, 20)), st.floats(0.1, 5), st.floats(1, 4))
def test_entropy_grows_with_temperature(scores, temperature, factor):
    colder = entropy(softmax(scores, temperature=temperature))
    warmer = entropy(softmax(scores, temperature=temperature * factor))
    assert warmer >= colder - 1e-12


@pytest.mark.parametrize(
    ("probs", "sentence"),
    [
        ([0.5, 0.6], "must sum to 1"),
        ([1.5, -0.5], "must be numbers >= 0"),
        ([NAN, 1], "must be numbers >= 0"),
        ([], "needs at least one"),
    ],
)
def test_entropy_is_of_distributions_only(probs, sentence):
    with pytest.raises(ValueError, match=sentence):
        entropy(probs)


@pytest.mark.parametrize("function", [softmax, log_softmax, logsumexp])
def test_a_float64_row_is_refused_and_tempered_like_any_other(function):
    row = np.array([1.0, 2.0])
    for temperature in (0.0, -1.0, NAN):
        with pytest.raises(ValueError, match=r"^temperature must be > 0$"):
            function(row, temperature=temperature)
    with pytest.raises(ValueError, match="needs at least one score"):
        function(np.zeros(0))
    both = function(row, temperature=[1.0, 2.0])
    np.testing.assert_allclose(both[1], function(row, temperature=2.0), rtol=1e-15)
    np.testing.assert_array_equal(function(row, temperature=np.longdouble(2)), both[1])


def test_each_row_of_a_batch_has_its_own_limits():
    np.testing.assert_array_equal(softmax([[INF, 0], [0, INF]]), [[1, 0], [0, 1]])
    np.testing.assert_array_equal(softmax([[INF, 0], [0, 3]], temperature=INF), [[1, 0], [0.5] * 2])
    np.testing.assert_array_equal(
        linear_normalize([[1e20, 1], [0.001, 0.003]]).shares[1], [0.25, 0.75]
    )


def test_an_infinite_temperature_leaves_the_logarithms_of_the_uniform_distribution():
    np.testing.assert_allclose(log_softmax([5, 5, 1], temperature=INF), -np.log([3, 3, 3]))
