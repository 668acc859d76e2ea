"""Lesson 6 as code: the Jacobian matrix of softmax."""

from typing import Final

from softmax_app.kit.snippets import Snippet, Snippets, class_names, listed, quoted
from softmax_app.lessons.softmax_derivative import words
from softmax_app.settings import Settings
from softmax_app.settings.reading import format_number
from softmax_app.texts import code


def numpy_jacobian(settings: Settings) -> str:
    """Return the Jacobian in NumPy, by the formula and by differences."""
    language = settings.language
    return f"""import numpy as np

z = np.array({listed(settings.scores)})
h = {format_number(settings.difference)}


def softmax(z):
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


p = softmax(z)
jacobian = np.diag(p) - np.outer(p, p)

moves = h * np.eye(len(z))  # {code.ROW_MOVES_ONE.say(language)}
check = ((softmax(z + moves) - softmax(z - moves)) / (2 * h)).T

print(jacobian, abs(jacobian - check).max(), sep="\\n")
"""


def torch_jacobian(settings: Settings) -> str:
    """Return the Jacobian in PyTorch."""
    return f"""import torch

z = torch.tensor({listed(settings.scores)}, dtype=torch.float64)

print(torch.func.jacrev(lambda z: torch.softmax(z, dim=-1))(z))
"""


def tensorflow_jacobian(settings: Settings) -> str:
    """Return the Jacobian in TensorFlow."""
    return f"""import tensorflow as tf

z = tf.Variable({listed(settings.scores)}, dtype=tf.float64)

with tf.GradientTape() as tape:
    p = tf.nn.softmax(z)
print(tape.jacobian(p, z).numpy())
"""


def jax_jacobian(settings: Settings) -> str:
    """Return the Jacobian in JAX."""
    return f"""import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)

z = jnp.array({listed(settings.scores)})

print(jax.jacobian(jax.nn.softmax)(z))
"""


def plotly_jacobian(settings: Settings) -> str:
    """Return the Jacobian as a heat map with its numbers."""
    language = settings.language
    return f"""import plotly.graph_objects as go

names = {class_names(settings)}
places = np.arange(len(z))

figure = go.Figure(
    go.Heatmap(
        x=places,
        y=places,
        z=jacobian,
        texttemplate="%{{z:.3g}}",
        colorscale="RdBu",
        zmin=-0.25,  # {code.LARGEST_ENTRY.say(language)}
        zmax=0.25,
    )
)
figure.update_xaxes(tickvals=places, ticktext=names)
figure.update_yaxes(tickvals=places, ticktext=names, autorange="reversed")
figure.update_layout(
    title={quoted(code.JACOBIAN_TITLE.say(language))},
    xaxis_title={quoted(words.BY_SCORE.say(language))},
    yaxis_title={quoted(words.OF_PROBABILITY.say(language))},
)
figure
"""


SNIPPETS: Final[Snippets] = {
    "NumPy": numpy_jacobian,
    "PyTorch": torch_jacobian,
    "TensorFlow": tensorflow_jacobian,
    "JAX": jax_jacobian,
}
PLOT: Final[Snippet] = plotly_jacobian
