"""Attention as code: the chosen row, masked; and its softmax block by block."""

from typing import Final

from softmax_app.kit.snippets import Snippet, Snippets, listed, quoted
from softmax_app.lessons.attention import words
from softmax_app.lessons.attention.heads import products, words_of_sentence
from softmax_app.lessons.attention.numbers import allowed_keys
from softmax_app.settings import Settings
from softmax_app.settings.reading import format_number
from softmax_app.sweeps import at_settings
from softmax_app.texts import code


def numpy_attention(settings: Settings) -> str:
    """Return the row's weights in NumPy, at once and block by block."""
    language = settings.language
    return f"""import numpy as np

{_row(settings, "np.array")}
scores = np.where(allowed, scale * products, -np.inf)  # {code.MASK_IS.say(language)}
e = np.exp(scores - scores.max())  # {code.CANNOT_OVERFLOW.say(language)}
weights = e / e.sum()

block, m, total = {settings.block}, -np.inf, 0.0
for start in range(0, allowed.sum(), block):
    z = scores[allowed][start : start + block]
    top = max(m, z.max())
    total = total * np.exp(m - top) + np.exp(z - top).sum()  # {code.RESCALED.say(language)}
    m = top
online = np.exp(scores - m) / total

print(weights, online, sep="\\n")
"""


def torch_attention(settings: Settings) -> str:
    """Return the row's weights in PyTorch, by its fused attention."""
    language = settings.language
    return f"""import torch
import torch.nn.functional as F

{_row(settings, "torch.tensor", precision=", dtype=torch.float64")}
keys = torch.eye(len(products), dtype=torch.float64)  # {code.UNIT_KEYS.say(language)}
weights = F.scaled_dot_product_attention(
    products[None, None, None],  # {code.HEADS_AND_BATCH.say(language)}
    keys[None, None],
    keys[None, None],  # {code.UNIT_VALUES.say(language)}
    attn_mask=allowed[None, None, None],
    scale=scale,
)
print(weights)  # {code.ZERO_IF_ALL_MASKED.say(language)}
"""


def tensorflow_attention(settings: Settings) -> str:
    """Return the row's weights in Keras, by its fused attention."""
    language = settings.language
    return f"""import keras
import numpy as np

{_row(settings, "np.array")}
keys = np.eye(len(products))[None, :, None]  # {code.UNIT_KEYS.say(language)}
weights = keras.ops.dot_product_attention(
    products[None, None, None],  # {code.KERAS_AXES.say(language)}
    keys,
    keys,  # {code.UNIT_VALUES.say(language)}
    mask=allowed[None, None, None],
    scale=scale,
)
print(keras.ops.convert_to_numpy(weights))  # {code.EQUAL_IF_ALL_MASKED.say(language)}
"""


def jax_attention(settings: Settings) -> str:
    """Return the row's weights in JAX, by its fused attention."""
    language = settings.language
    return f"""import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)

{_row(settings, "jnp.array")}
keys = jnp.eye(len(products))[:, None]  # {code.UNIT_KEYS.say(language)}
weights = jax.nn.dot_product_attention(
    products[None, None],  # {code.JAX_AXES.say(language)}
    keys,
    keys,  # {code.UNIT_VALUES.say(language)}
    mask=allowed[None, None],
    scale=scale,
)  # {code.SINGLE_INSIDE.say(language)}
print(weights)  # {code.EQUAL_IF_ALL_MASKED.say(language)}
"""


def plotly_attention(settings: Settings) -> str:
    """Return the row as bars, from what the NumPy code leaves."""
    language = settings.language
    query = words_of_sentence()[int(settings.query) - 1]
    return f"""import plotly.graph_objects as go

names = [{", ".join(map(quoted, words_of_sentence()))}]
places = np.arange(len(names))

figure = go.Figure(go.Bar(x=places, y=weights))
figure.update_xaxes(tickvals=places, ticktext=names)
figure.update_layout(
    title={quoted(code.ATTENTION_TITLE.say(language, query=query))},
    yaxis_title={quoted(words.WEIGHT.say(language))},
)
figure  # {code.NAN_HAS_NO_BAR.say(language)}
"""


def _row(settings: Settings, array: str, *, precision: str = "") -> str:
    """Return the lines that set the chosen row: its products, its mask and its scale."""
    language = settings.language
    layer, head, query = (int(one) - 1 for one in (settings.layer, settings.head, settings.query))
    row = tuple(products()[layer, head, query].tolist())
    allowed = allowed_keys(at_settings(settings))[query].tolist()
    return f"""products = {array}({listed(row)}{precision})  # {code.PRODUCTS.say(language)}
allowed = {array}({allowed})
scale = {format_number(settings.scale)}
"""


SNIPPETS: Final[Snippets] = {
    "NumPy": numpy_attention,
    "PyTorch": torch_attention,
    "TensorFlow": tensorflow_attention,
    "JAX": jax_attention,
}
PLOT: Final[Snippet] = plotly_attention
