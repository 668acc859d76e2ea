"""What the libraries make of a row whose keys are all masked: as the attention lesson tells it.

A library that is not installed is skipped.
"""

import importlib.util
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from softmax_app.lessons.attention.panels import RETURNED

EXPECTED = {"nan": np.nan, "zero": 0.0, "equal": 1 / 3}
ALL_MASKED = np.full((1, 3), -np.inf)


def plain() -> Any:
    with np.errstate(invalid="ignore"):
        e = np.exp(ALL_MASKED)
        return e / e.sum()


def torch_softmax() -> Any:
    import torch

    return torch.softmax(torch.from_numpy(ALL_MASKED), dim=-1)


def torch_fused() -> Any:
    import torch

    keys = torch.eye(3)[None, None]
    return torch.nn.functional.scaled_dot_product_attention(
        keys[:, :, :1], keys, keys, attn_mask=torch.zeros(1, 3, dtype=torch.bool)
    )


def torch_multihead() -> Any:
    import torch

    layer, x = torch.nn.MultiheadAttention(4, 1, batch_first=True), torch.ones(1, 3, 4)
    weights = layer(x, x, x, key_padding_mask=torch.ones(1, 3, dtype=torch.bool))[1]
    return weights.detach()[:, 0]


def jax_softmax() -> Any:
    import jax

    return jax.nn.softmax(ALL_MASKED)


def jax_softmax_where() -> Any:
    import jax

    return jax.nn.softmax(np.ones((1, 3)), where=np.zeros((1, 3), dtype=bool))


def jax_fused() -> Any:
    import jax

    keys = np.eye(3, dtype=np.float32)[:, None]
    mask = np.zeros((1, 1, 3), dtype=bool)
    return jax.nn.dot_product_attention(keys[:1], keys, keys, mask=mask)


def tensorflow_softmax() -> Any:
    import tensorflow as tf

    return tf.nn.softmax(ALL_MASKED)


def keras_softmax() -> Any:
    import keras

    return keras.layers.Softmax()(np.ones((1, 3)), mask=np.zeros((1, 3), dtype=bool))


def keras_attention() -> Any:
    import keras

    x = np.ones((1, 3, 1))
    given, mask = [x[:, :1], x, x], [None, np.zeros((1, 3), dtype=bool)]
    return keras.layers.Attention()(given, mask=mask, return_attention_scores=True)[1]


CALLS: tuple[tuple[str, Callable[[], Any]], ...] = (
    ("numpy", plain),
    ("torch", torch_softmax),
    ("torch", torch_fused),
    ("torch", torch_multihead),
    ("jax", jax_softmax),
    ("jax", jax_softmax_where),
    ("jax", jax_fused),
    ("tensorflow", tensorflow_softmax),
    ("keras", keras_softmax),
    ("keras", keras_attention),
)


@pytest.mark.parametrize(
    ("row", "library", "call"),
    [(row, library, call) for row, (library, call) in zip(RETURNED, CALLS, strict=True)],
)
def test_a_library_returns_what_the_lesson_says(row, library, call):
    if importlib.util.find_spec(library) is None:
        pytest.skip(f"not installed: {library}")
    found = np.asarray(call(), dtype=np.float64).ravel()
    np.testing.assert_allclose(found, np.full(3, EXPECTED[RETURNED[row]]), rtol=1e-6)
