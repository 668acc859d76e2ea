"""Truths about attention: a softmax over the keys that are not masked."""

import importlib.util

import numpy as np
import pytest
import scipy.special
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from softmax_core import attention_products, attention_weights, causal_mask, softmax

rows = arrays(np.float64, (4, 3), elements=st.floats(-30, 30))
masks = arrays(np.bool_, (4, 3))
scales = st.floats(0.01, 10)


@given(rows, masks, scales)
def test_a_masked_key_is_as_if_it_were_not_there(products, allowed, scale):
    found = attention_weights(products, scale=scale, allowed=allowed)
    for product, mask, weights in zip(products, allowed, found.weights, strict=True):
        if mask.any():
            np.testing.assert_array_equal(weights[~mask], 0)
            left = softmax(scale * product[mask])
            np.testing.assert_allclose(weights[mask], left, rtol=1e-13, atol=1e-300)
        else:
            assert np.isnan(weights).all()
    np.testing.assert_array_equal(np.isneginf(found.scores), ~allowed)


@given(rows, masks)
def test_a_query_without_a_key_is_what_scipy_makes_of_nothing_but_minus_infinity(products, allowed):
    masked = np.where(allowed, products, -np.inf)
    with np.errstate(invalid="ignore"):
        expected = scipy.special.softmax(masked, axis=-1)
    found = attention_weights(products, allowed=allowed).weights
    np.testing.assert_allclose(found, expected, rtol=1e-13, atol=1e-300)


def test_a_query_without_a_key_leaves_the_others_as_they_are():
    products = np.array([[1.0, 2.0], [3.0, 4.0]])
    found = attention_weights(products, allowed=[[False, False], [True, True]])
    assert np.isnan(found.weights[0]).all()
    np.testing.assert_array_equal(found.weights[1], softmax(products[1]))


@given(rows, scales)
def test_several_scales_are_each_by_itself(products, scale):
    together = attention_weights(products, scale=[1.0, scale])
    for weights, factor in zip(together.weights, (1.0, scale), strict=True):
        alone = attention_weights(products, scale=factor).weights
        np.testing.assert_allclose(weights, alone, rtol=1e-13, atol=1e-300)


@pytest.mark.parametrize("n_queries", [1, 2, 12])
def test_a_query_of_a_text_sees_its_own_key_and_those_before_it(n_queries):
    np.testing.assert_array_equal(causal_mask(n_queries), np.tril(np.ones((n_queries, n_queries))))


@pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="not installed: torch")
def test_it_is_what_pytorch_s_fused_attention_gives():
    from torch import eye, float64, from_numpy
    from torch.nn.functional import scaled_dot_product_attention

    random = np.random.default_rng(16)
    queries, keys = random.normal(size=(2, 9, 64))
    fused = scaled_dot_product_attention(
        from_numpy(queries)[None, None],
        from_numpy(keys)[None, None],
        eye(9, dtype=float64)[None, None],  # as values: what comes out are the weights
        is_causal=True,
    )
    products = attention_products(queries, keys)
    found = attention_weights(products, scale=1 / 8, allowed=causal_mask(9)).weights
    np.testing.assert_allclose(found, fused[0, 0].numpy(), rtol=1e-12, atol=1e-15)
    np.testing.assert_allclose(products, np.einsum("id,jd->ij", queries, keys), rtol=1e-12)
