"""Lesson 2 as code: the slope of exp, and other ways to make scores positive."""

from typing import Final

from softmax_app.kit.snippets import Snippet, Snippets, listed, quoted
from softmax_app.settings import Settings
from softmax_app.settings.reading import format_number
from softmax_app.texts import code


def numpy_ways(settings: Settings) -> str:
    """Return both halves of the lesson in NumPy."""
    language = settings.language
    return f"""import numpy as np

x, dx = {format_number(settings.point)}, {format_number(settings.step)}
ratio = np.exp(x + dx) / np.exp(x)  # {code.WHATEVER_X.say(language)}
secant = (np.exp(x + dx) - np.exp(x)) / dx  # {code.TENDS_TO_EXP.say(language)}
print(ratio, secant)

z = np.array({listed(settings.scores)})
terms = {{
    "exp(z)": np.exp(z - z.max()),  # {code.SAME_SHARES.say(language)}
    "2**z": np.exp2(z - z.max()),
    "z**2": z**2,
    "max(0, z)": np.maximum(0, z),
    "log(1 + exp(z))": np.logaddexp(0, z),
}}
with np.errstate(invalid="ignore"):  # {code.NOTHING_TO_SHARE.say(language)}
    shares = {{way: term / term.sum() for way, term in terms.items()}}

for way, share in shares.items():
    print(way, share)
"""


def torch_slope(settings: Settings) -> str:
    """Return the slope of exp in PyTorch."""
    language = settings.language
    return f"""import torch
import torch.nn.functional as F

x = torch.tensor({settings.point!r}, dtype=torch.float64, requires_grad=True)
y = torch.exp(x)
y.backward()
print(y.item(), x.grad.item())  # {code.SLOPE_IS_HEIGHT.say(language)}

z = torch.tensor({listed(settings.scores)}, dtype=torch.float64)
softplus = F.softplus(z)
print(torch.softmax(z, dim=-1), softplus / softplus.sum(), sep="\\n")
"""


def tensorflow_slope(settings: Settings) -> str:
    """Return the slope of exp in TensorFlow."""
    language = settings.language
    return f"""import tensorflow as tf

x = tf.Variable({settings.point!r}, dtype=tf.float64)
with tf.GradientTape() as tape:
    y = tf.exp(x)
print(y.numpy(), tape.gradient(y, x).numpy())  # {code.SLOPE_IS_HEIGHT.say(language)}

z = tf.constant({listed(settings.scores)}, dtype=tf.float64)
softplus = tf.nn.softplus(z)
print(tf.nn.softmax(z).numpy(), (softplus / tf.reduce_sum(softplus)).numpy(), sep="\\n")
"""


def jax_slope(settings: Settings) -> str:
    """Return the slope of exp in JAX."""
    language = settings.language
    return f"""import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)

x = {settings.point!r}
print(jnp.exp(x), jax.grad(jnp.exp)(x))  # {code.SLOPE_IS_HEIGHT.say(language)}

z = jnp.array({listed(settings.scores)})
softplus = jax.nn.softplus(z)
print(jax.nn.softmax(z), softplus / softplus.sum(), sep="\\n")
"""


def plotly_slope(settings: Settings) -> str:
    """Return the curve of exp with its tangent and its secant, from the NumPy code's numbers."""
    language = settings.language
    return f"""import plotly.graph_objects as go

curve = np.linspace(x - 2, x + 2, 200)
ends = np.array([x, x + dx])

figure = go.Figure(
    [
        go.Scatter(x=curve, y=np.exp(curve), name="y = exp(x)"),
        go.Scatter(
            x=[x - 1, x + 1],
            y=[0, 2 * np.exp(x)],  # {code.SLOPE_IS_HEIGHT.say(language)}
            name={quoted(code.TANGENT.say(language))},
        ),
        go.Scatter(x=ends, y=np.exp(ends), name={quoted(code.SECANT.say(language))}),
    ]
)
figure.update_layout(
    title={quoted(code.SLOPE_TITLE.say(language))},
    xaxis_title="x",
    yaxis_title="y",
)
figure
"""


SNIPPETS: Final[Snippets] = {
    "NumPy": numpy_ways,
    "PyTorch": torch_slope,
    "TensorFlow": tensorflow_slope,
    "JAX": jax_slope,
}
PLOT: Final[Snippet] = plotly_slope
