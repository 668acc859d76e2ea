"""Lesson 5 as code: the loss, from the scores."""

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
from softmax_app.texts import cross_entropy as texts


def numpy_loss(settings: Settings) -> str:
    """Return the loss in NumPy, by both formulas."""
    say = settings.language
    return f"""import numpy as np

z = np.array({listed(settings.scores)})
{true_class(settings)}
smoothing = {format_number(settings.smoothing)}

t = (1 - smoothing) * np.eye(len(z))[y] + smoothing / len(z)

shifted = z - z.max()
surprise = np.log(np.exp(shifted).sum()) - shifted  # {code.SURPRISE.say(say)}

label_loss = surprise[y]  # {code.ONE_HOT_LOSS.say(say)}
loss = (t * surprise).sum()
print(label_loss, loss)
"""


def torch_loss(settings: Settings) -> str:
    """Return the loss in PyTorch."""
    say = settings.language
    return f"""import torch
import torch.nn.functional as F

z = torch.tensor([{listed(settings.scores)}], dtype=torch.float64)  # {code.BATCH_OF_ONE.say(say)}
y = torch.tensor([{settings.target}])

loss = F.cross_entropy(z, y, label_smoothing={settings.smoothing!r})  # {code.LOGITS.say(say)}
print(loss.item())
"""


def tensorflow_loss(settings: Settings) -> str:
    """Return the loss in TensorFlow."""
    say = settings.language
    return f"""import tensorflow as tf

z = tf.constant([{listed(settings.scores)}], dtype=tf.float64)  # {code.BATCH_OF_ONE.say(say)}
t = tf.one_hot([{settings.target}], depth=z.shape[-1], dtype=tf.float64)

loss = tf.keras.losses.CategoricalCrossentropy(
    from_logits=True,
    label_smoothing={settings.smoothing!r},
    dtype="float64",  # {code.KERAS_FLOAT32.say(say)}
)
print(loss(t, z).numpy())
"""


def jax_loss(settings: Settings) -> str:
    """Return the loss in JAX, with optax."""
    say = settings.language
    return f"""import jax
import jax.numpy as jnp
import optax

jax.config.update("jax_enable_x64", True)

z = jnp.array({listed(settings.scores)})
t = optax.smooth_labels(jax.nn.one_hot({settings.target}, len(z)), {settings.smoothing!r})

print(optax.softmax_cross_entropy(z, t))  # {code.LOGITS.say(say)}
"""


def plotly_loss(settings: Settings) -> str:
    """Return the curve of surprise, with a point for every class."""
    say = settings.language
    return f"""import plotly.graph_objects as go

names = {class_names(settings)}
curve = np.geomspace(1e-4, 1, 300)

figure = go.Figure(
    [
        go.Scatter(x=curve, y=-np.log(curve), name="−log p"),
        go.Scatter(
            x=np.exp(-surprise),
            y=surprise,
            text=names,
            name={quoted(code.CLASSES.say(say))},
            mode="markers+text",
            textposition="top center",
            marker_size=10 + 20 * t,  # {code.LARGER_COUNTS_MORE.say(say)}
        ),
    ]
)
figure.update_layout(
    title=f{quoted(code.LOSS_TITLE.say(say))},
    xaxis_title={quoted(texts.P_AXIS.say(say))},
    yaxis_title={quoted(texts.SURPRISE.say(say))},
)
figure
"""


SNIPPETS: Final[Snippets] = {
    "NumPy": numpy_loss,
    "PyTorch": torch_loss,
    "TensorFlow": tensorflow_loss,
    "JAX": jax_loss,
}
PLOT: Final[Snippet] = plotly_loss
