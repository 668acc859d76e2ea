"""The code shown is code that runs, and says what the core says."""

import importlib.util
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from softmax_app import snippets
from softmax_app.settings import Settings
from softmax_core import hardmax, linear_normalize, softmax

some_scores = st.lists(st.floats(-1e3, 1e3), min_size=2, max_size=10).map(tuple)


@given(some_scores, st.floats(0.05, 20))
def test_the_numpy_code_agrees_with_the_core(scores, temperature):
    names: dict[str, np.ndarray] = {}
    settings = Settings(scores=scores, temperature=temperature)
    with np.errstate(all="ignore"):  # a sum of 0 is the reader's to see
        exec(snippets.numpy_softmax(settings), names)
    np.testing.assert_allclose(
        names["probs"], softmax(scores, temperature=temperature), rtol=1e-12, atol=1e-300
    )
    np.testing.assert_array_equal(names["winner"], hardmax(scores))
    linear = linear_normalize(scores)
    if not linear.zero_sum:
        np.testing.assert_allclose(names["linear"], linear.shares, rtol=1e-12)


@pytest.mark.parametrize("library", snippets.SOFTMAX)
def test_every_snippet_is_python_with_the_reader_s_numbers(library):
    code = snippets.SOFTMAX[library](Settings(scores=(4.0, -4.0, 3.0), temperature=0.5))
    compile(code, library, "exec")
    assert "[4.0, -4.0, 3.0]" in code
    assert "T = 0.5" in code


@pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="torch is not installed")
def test_the_torch_code_agrees_with_the_core():
    names: dict[str, object] = {}
    exec(snippets.torch_softmax(Settings(scores=(4.0, -4.0, 3.0), temperature=0.5)), names)
    expected = softmax([4, -4, 3], temperature=0.5)
    np.testing.assert_allclose(names["probs"].numpy(), expected, rtol=1e-12)
    assert "torch" in sys.modules
