"""Filters keep what they say, and draws come as often as they are probable."""

import importlib.util

import numpy as np
import pytest
import scipy.stats
from hypothesis import given
from hypothesis import strategies as st

from softmax_core import (
    entropy,
    entropy_of_first,
    first_at_least,
    first_with_mass,
    mass_of_first,
    min_p,
    perplexity,
    rank,
    rank_probs,
    sample,
    softmax,
    top_k,
    top_p,
)

# in eighths, so that they tie
scores = st.lists(st.integers(-80, 80).map(lambda k: k / 8), min_size=1, max_size=40).map(np.array)
parts = st.floats(0, 1)
FILTERS = {
    "top_k": lambda z, p: top_k(z, 1 + int(p * 10)),
    "top_p": top_p,
    "min_p": min_p,
}
filters = st.sampled_from(list(FILTERS.values()))


def kept(masked):
    return np.flatnonzero(np.isfinite(masked))


@given(scores, parts, filters)
def test_what_is_kept_keeps_its_score_and_is_likelier_than_what_is_not(z, p, keep):
    masked = keep(z, p)
    places = kept(masked)
    np.testing.assert_array_equal(masked[places], z[places])
    assert z.argmax() in places
    others = np.setdiff1d(np.arange(len(z)), places)
    if len(others):
        assert z[places].min() >= z[others].max()


@given(scores, parts, filters)
def test_what_is_kept_shares_the_probability_as_before(z, p, keep):
    masked = keep(z, p)
    before, after = softmax(z), softmax(masked)
    places = kept(masked)
    np.testing.assert_allclose(after[places], before[places] / before[places].sum(), rtol=1e-12)


@given(scores, parts, filters, st.floats(-50, 50))
def test_a_filter_ignores_a_constant_shift(z, p, keep, shift):
    shift = round(shift)  # exact
    np.testing.assert_array_equal(kept(keep(z + shift, p)), kept(keep(z, p)))


@given(scores, st.integers(1, 50))
def test_top_k_keeps_exactly_k_or_all(z, k):
    assert len(kept(top_k(z, k))) == min(k, len(z))


@given(scores, parts)
def test_the_nucleus_is_the_smallest_that_has_p(z, p):
    places = kept(top_p(z, p))
    probs = softmax(z)[places]
    slack = 1e-12
    assert probs.sum() >= p - slack
    if len(places) > 1:
        assert probs.sum() - probs.min() < p + slack


@given(scores, parts)
def test_min_p_treats_equal_scores_alike(z, p):
    ratios = np.exp(z - z.max())
    away = abs(ratios - p) > 1e-12 * p  # rounding decides there
    np.testing.assert_array_equal(np.isfinite(min_p(z, p))[away], (ratios >= p)[away])


def test_at_their_ends_filters_keep_everything_or_the_first_of_the_likeliest():
    z = np.array([1.0, 3.0, 3.0, -800.0])
    assert len(kept(top_k(z, 4))) == len(kept(top_p(z, 1))) == len(kept(min_p(z, 0))) == 4
    assert kept(top_k(z, 1)).tolist() == kept(top_p(z, 0)).tolist() == [1]
    assert kept(min_p(z, 1)).tolist() == [1, 2]


def test_a_temperature_before_or_after_the_nucleus_keeps_one_token_or_two():
    z, temperature = np.array([3, 2, 1]), 0.5
    assert len(kept(top_p(z / temperature, 0.8))) == 1
    assert len(kept(top_p(z, 0.8) / temperature)) == 2


@given(scores, st.integers(1, 12), parts, st.floats(0.1, 5))
def test_a_filter_of_order_alone_does_not_know_the_temperature(z, k, p, temperature):
    np.testing.assert_array_equal(kept(top_k(z / temperature, k)), kept(top_k(z, k)))
    hot, cold = kept(min_p(z / temperature, p)), kept(min_p(z, p))
    assert (set(hot) <= set(cold)) if temperature <= 1 else (set(hot) >= set(cold))


@given(scores, st.floats(0.2, 5), st.integers(1, 50), parts)
def test_ranked_scores_say_the_same_as_the_masks(z, temperature, k, p):
    probs = rank_probs(rank(z), temperature=temperature)
    ordered = np.sort(softmax(z, temperature=temperature))[::-1]
    k = min(k, len(z))
    assert mass_of_first(probs, k) == pytest.approx(ordered[:k].sum(), rel=1e-12)
    after = entropy(softmax(top_k(z, k), temperature=temperature))
    assert entropy_of_first(probs, k) == pytest.approx(after, abs=1e-9)
    margins = abs(np.cumsum(ordered) - p)  # rounding decides there
    if margins.min() > 1e-12:
        assert first_with_mass(probs, p) == len(kept(top_p(z / temperature, p)))
    with np.errstate(divide="ignore"):
        if abs((z - z.max()) / temperature - np.log(p)).min() > 1e-12:
            assert first_at_least(probs, p) == len(kept(min_p(z / temperature, p)))


def test_draws_come_as_often_as_they_are_probable():
    z = np.array([2.0, 3.0, 5.0, -np.inf])
    draws = sample(z, size=20_000, seed=1)
    counts = np.bincount(draws, minlength=4)
    assert counts[3] == 0
    assert scipy.stats.chisquare(counts[:3], 20_000 * softmax(z)[:3]).pvalue > 0.01


@given(scores, st.integers(0, 100))
def test_a_seed_gives_the_same_draws_and_more_of_them_begin_alike(z, seed):
    few, many = sample(z, size=5, seed=seed), sample(z, size=20, seed=seed)
    np.testing.assert_array_equal(few, many[:5])


def test_a_temperature_moves_draws_and_leaves_chance_alone():
    z = np.arange(20.0)
    draws = np.stack([z[sample(z / t, size=50, seed=3)] for t in (0.1, 1, 10)])
    assert (np.diff(draws, axis=0) <= 0).all()  # hotter: none to a likelier class


def test_perplexity_counts_the_classes_that_are_alike():
    assert perplexity(np.full(698, 1 / 698)) == pytest.approx(698)
    assert perplexity([1.0, 0.0]) == 1


# Passes with transformers 5.24.0 and torch 2.14.1.
@pytest.mark.skipif(
    importlib.util.find_spec("transformers") is None, reason="transformers is not installed"
)
@pytest.mark.parametrize("part", [0.05, 0.3, 0.8, 0.95])
def test_hugging_face_keeps_the_same(part):
    import torch
    from transformers.generation import logits_process

    z = np.random.default_rng(0).permutation(np.linspace(-4, 4, 200))  # without ties
    k = int(part * 100)
    pairs = (
        (top_k(z, k), logits_process.TopKLogitsWarper(k)),
        (top_p(z, part), logits_process.TopPLogitsWarper(part)),
        (min_p(z, part), logits_process.MinPLogitsWarper(part)),
    )
    for ours, warper in pairs:
        theirs = warper(None, torch.tensor(z)[None])[0].numpy()
        np.testing.assert_array_equal(ours, theirs)
