"""Lesson 8 as code: the loss from logits, and the routes to avoid."""

from typing import Final

from softmax_app.kit.snippets import Snippet, Snippets, listed, quoted, true_class
from softmax_app.lessons.logits_or_probabilities import words
from softmax_app.lessons.logits_or_probabilities.numbers import BATCH_CLASSES, BATCH_LABELS, SEED
from softmax_app.settings import Settings
from softmax_app.texts import code
from softmax_app.texts.glosses import plain


def numpy_routes(settings: Settings) -> str:
    """Return the four routes in NumPy."""
    language = settings.language
    return f"""import numpy as np

z = np.array({listed(settings.scores)})
{true_class(settings)}


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def from_logits(z, y):
    shifted = z - z.max()
    return np.log(np.exp(shifted).sum()) - shifted[y]


def from_probs(p, y, clip=1e-7):  # {code.AS_KERAS.say(language)}
    return -np.log(np.clip(p / p.sum(), clip, 1 - clip)[y])


right = from_logits(z, y)
clipped = from_probs(softmax(z), y)
twice = from_logits(softmax(z), y)  # {code.SOFTMAX_TWICE.say(language)}
taken = from_probs(z, y) if z.sum() else np.nan  # {code.NO_PROBABILITIES.say(language)}
print(right, clipped, twice, taken)

{_numpy_batch(settings)}
losses = np.array([from_logits(row, label) for row, label in zip(batch, labels)])
print(losses, losses.mean())
"""


def torch_routes(settings: Settings) -> str:
    """Return the sound route in PyTorch, and softmax twice."""
    language = settings.language
    return f"""import numpy as np
import torch
import torch.nn.functional as F

z = torch.tensor([{listed(settings.scores)}], dtype=torch.float64, requires_grad=True)
y = torch.tensor([{settings.true_class}])

loss = F.cross_entropy(z, y)  # {code.LOGITS.say(language)}
loss.backward()
print(loss.item(), z.grad)

twice = F.cross_entropy(torch.softmax(z, dim=-1), y)  # {code.SOFTMAX_TWICE.say(language)}
print(twice.item())

{_numpy_batch(settings)}
losses = F.cross_entropy(torch.tensor(batch), torch.tensor(labels), reduction="none")
print(losses, losses.mean().item())
"""


def tensorflow_routes(settings: Settings) -> str:
    """Return both routes of Keras."""
    language = settings.language
    return f"""import numpy as np
import tensorflow as tf

z = tf.Variable([{listed(settings.scores)}], dtype=tf.float64)
t = tf.one_hot([{settings.true_class}], depth=z.shape[-1], dtype=tf.float64)

for from_logits in (True, False):  # {code.FALSE_IS_CLIPPED.say(language)}
    loss = tf.keras.losses.CategoricalCrossentropy(
        from_logits=from_logits,
        dtype="float64",  # {code.KERAS_FLOAT32.say(language)}
    )
    with tf.GradientTape() as tape:
        value = loss(t, z if from_logits else tf.nn.softmax(z))
    print(value.numpy(), tape.gradient(value, z).numpy())

{_numpy_batch(settings)}
losses = tf.nn.sparse_softmax_cross_entropy_with_logits(labels=labels, logits=batch)
print(losses.numpy(), tf.reduce_mean(losses).numpy())
"""


def jax_routes(settings: Settings) -> str:
    """Return the sound route in JAX, with optax, and softmax twice."""
    language = settings.language
    return f"""import jax
import jax.numpy as jnp
import numpy as np
import optax

jax.config.update("jax_enable_x64", True)

z = jnp.array({listed(settings.scores)})
{true_class(settings)}
loss = optax.softmax_cross_entropy_with_integer_labels  # {code.LOGITS.say(language)}

value, gradient = jax.value_and_grad(loss)(z, y)
print(value, gradient)

print(loss(jax.nn.softmax(z), y))  # {code.SOFTMAX_TWICE.say(language)}

{_numpy_batch(settings)}
losses = loss(jnp.array(batch), jnp.array(labels))
print(losses, losses.mean())
"""


def plotly_routes(settings: Settings) -> str:
    """Return the losses of two routes, while one wrong score moves."""
    language = settings.language
    logits, clipped = (
        quoted(plain(words.ROUTES[name].say(language))) for name in ("logits", "clipped")
    )
    return f"""import plotly.graph_objects as go

wrong = (y + 1) % len(z)  # {code.SCORE_THAT_MOVES.say(language)}
moved = np.linspace(-10, 120, 261)
rows = np.repeat(z[np.newaxis], len(moved), axis=0)
rows[:, wrong] = moved

figure = go.Figure(
    [
        go.Scatter(x=moved, y=[from_logits(row, y) for row in rows], name={logits}),
        go.Scatter(
            x=moved,
            y=[from_probs(softmax(row), y) for row in rows],
            name={clipped},
            line_dash="dash",
        ),
    ]
)
figure.update_layout(
    title={quoted(code.ROUTES_TITLE.say(language))},
    xaxis_title={quoted(words.WRONG_AXIS.say(language))},
    yaxis_title={quoted(words.LOSS_TITLE.say(language))},
)
figure
"""


def _numpy_batch(settings: Settings) -> str:
    """Return the lines that make the batch of the lesson, from its seed."""
    shape, note = (len(BATCH_LABELS), BATCH_CLASSES), code.BATCH.say(settings.language)
    return f"""batch = np.random.default_rng({SEED}).normal(size={shape})  # {note}
labels = {list(BATCH_LABELS)}"""


SNIPPETS: Final[Snippets] = {
    "NumPy": numpy_routes,
    "PyTorch": torch_routes,
    "TensorFlow": tensorflow_routes,
    "JAX": jax_routes,
}
PLOT: Final[Snippet] = plotly_routes
