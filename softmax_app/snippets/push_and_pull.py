"""Lesson 8 as code: the gradient of the loss in the scores."""

from typing import Final

from softmax_app.reading import format_number
from softmax_app.settings import Settings
from softmax_app.snippets.parts import (
    Snippet,
    Snippets,
    class_names,
    listed,
    quoted,
    true_class,
)
from softmax_app.texts import code
from softmax_app.texts import push_and_pull as texts


def numpy_gradient(settings: Settings) -> str:
    """Return the gradient in NumPy, directly and by the chain rule."""
    say = settings.language
    return f"""import numpy as np

z = np.array({listed(settings.scores)})
{true_class(settings)}
smoothing = {format_number(settings.smoothing)}
T = {format_number(settings.temperature)}

t = (1 - smoothing) * np.eye(len(z))[y] + smoothing / len(z)
e = np.exp((z - z.max()) / T)
p = e / e.sum()

gradient = (p - t) / T  # {code.PUSH_AND_PULL.say(say)}

jacobian = (np.diag(p) - np.outer(p, p)) / T
with np.errstate(all="ignore"):  # {code.CHAIN_BREAKS.say(say)}
    slope = np.divide(-t, p, out=np.zeros(len(z)), where=t > 0)
    chain = jacobian @ slope
print(gradient, chain, sep="\\n")
"""


def torch_gradient(settings: Settings) -> str:
    """Return the gradient in PyTorch."""
    say = settings.language
    return f"""import torch
import torch.nn.functional as F

z = torch.tensor([{listed(settings.scores)}], dtype=torch.float64, requires_grad=True)
y = torch.tensor([{settings.target}])
T = {format_number(settings.temperature)}

loss = F.cross_entropy(z / T, y, label_smoothing={settings.smoothing!r})  # {code.LOGITS.say(say)}
loss.backward()
print(z.grad)
"""


def tensorflow_gradient(settings: Settings) -> str:
    """Return the gradient in TensorFlow."""
    say = settings.language
    return f"""import tensorflow as tf

z = tf.Variable({listed(settings.scores)}, dtype=tf.float64)
{true_class(settings)}
smoothing = {settings.smoothing!r}
T = {settings.temperature!r}

n = z.shape[-1]
t = (1 - smoothing) * tf.one_hot(y, n, dtype=tf.float64) + smoothing / n
with tf.GradientTape() as tape:
    loss = tf.nn.softmax_cross_entropy_with_logits(labels=t, logits=z / T)  # {code.LOGITS.say(say)}
print(tape.gradient(loss, z).numpy())
"""


def jax_gradient(settings: Settings) -> str:
    """Return the gradient in JAX, with optax."""
    say = settings.language
    return f"""import jax
import jax.numpy as jnp
import optax

jax.config.update("jax_enable_x64", True)

z = jnp.array({listed(settings.scores)})
t = optax.smooth_labels(jax.nn.one_hot({settings.target}, len(z)), {settings.smoothing!r})
T = {format_number(settings.temperature)}


def loss(z):
    return optax.softmax_cross_entropy(z / T, t)  # {code.LOGITS.say(say)}


print(jax.grad(loss)(z))
"""


def plotly_gradient(settings: Settings) -> str:
    """Return the bars of the push, the pull and both together."""
    say = settings.language
    return f"""import plotly.graph_objects as go

names = {class_names(settings)}
places = np.arange(len(z))

figure = go.Figure(
    [
        go.Bar(x=places, y=-p, name={quoted(texts.PUSH.say(say))}),
        go.Bar(x=places, y=t, name={quoted(texts.PULL.say(say))}),
        go.Bar(x=places, y=t - p, name={quoted(texts.TOGETHER.say(say))}),
    ]
)
figure.update_xaxes(tickvals=places, ticktext=names)
figure.update_layout(
    title={quoted(code.PUSH_TITLE.say(say))},
    yaxis_title={quoted(texts.MOVE.say(say))},
)
figure
"""


SNIPPETS: Final[Snippets] = {
    "NumPy": numpy_gradient,
    "PyTorch": torch_gradient,
    "TensorFlow": tensorflow_gradient,
    "JAX": jax_gradient,
}
PLOT: Final[Snippet] = plotly_gradient
