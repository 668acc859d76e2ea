"""Lesson 7 as code: the gradient of the loss in the scores."""

from typing import Final

from softmax_app.kit.snippets import Snippet, Snippets, class_names, listed, quoted, true_class
from softmax_app.lessons.push_and_pull import words
from softmax_app.settings import Settings
from softmax_app.settings.reading import format_number
from softmax_app.texts import code


def numpy_gradient(settings: Settings) -> str:
    """Return the gradient in NumPy, directly and by the chain rule."""
    language = settings.language
    return f"""import numpy as np

z = np.array({listed(settings.scores)})
{true_class(settings)}
smoothing = {format_number(settings.smoothing)}
T = {format_number(settings.temperature)}

t = (1 - smoothing) * np.eye(len(z))[y] + smoothing / len(z)
e = np.exp((z - z.max()) / T)
p = e / e.sum()

gradient = (p - t) / T  # {code.PUSH_AND_PULL.say(language)}

jacobian = (np.diag(p) - np.outer(p, p)) / T
with np.errstate(all="ignore"):  # {code.CHAIN_BREAKS.say(language)}
    slope = np.divide(-t, p, out=np.zeros(len(z)), where=t > 0)
    chain = jacobian @ slope
print(gradient, chain, sep="\\n")
"""


def torch_gradient(settings: Settings) -> str:
    """Return the gradient in PyTorch."""
    from_logits = code.LOGITS.say(settings.language)
    return f"""import torch
import torch.nn.functional as F

z = torch.tensor([{listed(settings.scores)}], dtype=torch.float64, requires_grad=True)
y = torch.tensor([{settings.true_class}])
T = {format_number(settings.temperature)}

loss = F.cross_entropy(z / T, y, label_smoothing={settings.smoothing!r})  # {from_logits}
loss.backward()
print(z.grad)
"""


def tensorflow_gradient(settings: Settings) -> str:
    """Return the gradient in TensorFlow."""
    from_logits = code.LOGITS.say(settings.language)
    return f"""import tensorflow as tf

z = tf.Variable({listed(settings.scores)}, dtype=tf.float64)
{true_class(settings)}
smoothing = {settings.smoothing!r}
T = {settings.temperature!r}

n = z.shape[-1]
t = (1 - smoothing) * tf.one_hot(y, n, dtype=tf.float64) + smoothing / n
with tf.GradientTape() as tape:
    loss = tf.nn.softmax_cross_entropy_with_logits(labels=t, logits=z / T)  # {from_logits}
print(tape.gradient(loss, z).numpy())
"""


def jax_gradient(settings: Settings) -> str:
    """Return the gradient in JAX, with optax."""
    language = settings.language
    return f"""import jax
import jax.numpy as jnp
import optax

jax.config.update("jax_enable_x64", True)

z = jnp.array({listed(settings.scores)})
t = optax.smooth_labels(jax.nn.one_hot({settings.true_class}, len(z)), {settings.smoothing!r})
T = {format_number(settings.temperature)}


def loss(z):
    return optax.softmax_cross_entropy(z / T, t)  # {code.LOGITS.say(language)}


print(jax.grad(loss)(z))
"""


def plotly_gradient(settings: Settings) -> str:
    """Return the bars of the push, the pull and both together."""
    language = settings.language
    return f"""import plotly.graph_objects as go

names = {class_names(settings)}
places = np.arange(len(z))

figure = go.Figure(
    [
        go.Bar(x=places, y=-p, name={quoted(words.PUSH.say(language))}),
        go.Bar(x=places, y=t, name={quoted(words.PULL.say(language))}),
        go.Bar(x=places, y=t - p, name={quoted(words.TOGETHER.say(language))}),
    ]
)
figure.update_xaxes(tickvals=places, ticktext=names)
figure.update_layout(
    title={quoted(code.PUSH_TITLE.say(language))},
    yaxis_title={quoted(words.MOVE.say(language))},
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
