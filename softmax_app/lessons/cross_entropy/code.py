"""Lesson 5 as code: the loss, from the scores."""

from typing import Final

from softmax_app.kit.snippets import Snippet, Snippets, class_names, listed, quoted, true_class
from softmax_app.lessons.cross_entropy import words
from softmax_app.settings import Settings
from softmax_app.settings.reading import format_number
from softmax_app.texts import code


def numpy_loss(settings: Settings) -> str:
    """Return the loss in NumPy, by both formulas."""
    language = settings.language
    return f"""import numpy as np

z = np.array({listed(settings.scores)})
{true_class(settings)}
smoothing = {format_number(settings.smoothing)}

t = (1 - smoothing) * np.eye(len(z))[y] + smoothing / len(z)

shifted = z - z.max()
surprise = np.log(np.exp(shifted).sum()) - shifted  # {code.SURPRISE.say(language)}

label_loss = surprise[y]  # {code.ONE_HOT_LOSS.say(language)}
loss = (t * surprise).sum()
print(label_loss, loss)
"""


def torch_loss(settings: Settings) -> str:
    """Return the loss in PyTorch."""
    language, scores = settings.language, listed(settings.scores)
    return f"""import torch
import torch.nn.functional as F

z = torch.tensor([{scores}], dtype=torch.float64)  # {code.BATCH_OF_ONE.say(language)}
y = torch.tensor([{settings.true_class}])

loss = F.cross_entropy(z, y, label_smoothing={settings.smoothing!r})  # {code.LOGITS.say(language)}
print(loss.item())
"""


def tensorflow_loss(settings: Settings) -> str:
    """Return the loss in TensorFlow."""
    language, scores = settings.language, listed(settings.scores)
    return f"""import tensorflow as tf

z = tf.constant([{scores}], dtype=tf.float64)  # {code.BATCH_OF_ONE.say(language)}
t = tf.one_hot([{settings.true_class}], depth=z.shape[-1], dtype=tf.float64)

loss = tf.keras.losses.CategoricalCrossentropy(
    from_logits=True,
    label_smoothing={settings.smoothing!r},
    dtype="float64",  # {code.KERAS_FLOAT32.say(language)}
)
print(loss(t, z).numpy())
"""


def jax_loss(settings: Settings) -> str:
    """Return the loss in JAX, with optax."""
    language = settings.language
    return f"""import jax
import jax.numpy as jnp
import optax

jax.config.update("jax_enable_x64", True)

z = jnp.array({listed(settings.scores)})
t = optax.smooth_labels(jax.nn.one_hot({settings.true_class}, len(z)), {settings.smoothing!r})

print(optax.softmax_cross_entropy(z, t))  # {code.LOGITS.say(language)}
"""


def plotly_loss(settings: Settings) -> str:
    """Return the curve of surprise, with a point for every class."""
    language = settings.language
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
            name={quoted(code.CLASSES.say(language))},
            mode="markers+text",
            textposition="top center",
            marker_size=10 + 20 * t,  # {code.LARGER_COUNTS_MORE.say(language)}
        ),
    ]
)
figure.update_layout(
    title=f{quoted(code.LOSS_TITLE.say(language))},
    xaxis_title={quoted(words.P_AXIS.say(language))},
    yaxis_title={quoted(words.CURVE.say(language))},
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
