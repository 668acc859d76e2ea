"""Lesson 9 as code: gradient descent on the scores."""

from typing import Final

from softmax_app.kit.snippets import Snippet, Snippets, listed, quoted, true_class
from softmax_app.lessons.learning import words
from softmax_app.settings import Settings
from softmax_app.settings.reading import format_number
from softmax_app.texts import code


def numpy_descent(settings: Settings) -> str:
    """Return the descent in NumPy."""
    language = settings.language
    return f"""import numpy as np

z = np.array({listed(settings.scores)})
{true_class(settings)}
smoothing = {format_number(settings.smoothing)}
rate = {format_number(settings.learning_rate)}
{_steps(settings)}

t = (1 - smoothing) * np.eye(len(z))[y] + smoothing / len(z)


def surprise(z):  # {code.SURPRISE.say(language)}
    shifted = z - z.max()
    return np.log(np.exp(shifted).sum()) - shifted


losses = [(t * surprise(z)).sum()]
for _ in range(steps):
    z = z - rate * (np.exp(-surprise(z)) - t)  # {code.PUSH_AND_PULL.say(language)}
    losses.append((t * surprise(z)).sum())

print(z, np.exp(-surprise(z)), losses[-1], sep="\\n")
"""


def torch_descent(settings: Settings) -> str:
    """Return the descent in PyTorch."""
    language = settings.language
    return f"""import torch
import torch.nn.functional as F

z = torch.tensor([{listed(settings.scores)}], dtype=torch.float64, requires_grad=True)
y = torch.tensor([{settings.true_class}])
smoothing = {settings.smoothing!r}
{_steps(settings)}
optimizer = torch.optim.SGD([z], lr={settings.learning_rate!r})

for _ in range(steps):
    optimizer.zero_grad()
    F.cross_entropy(z, y, label_smoothing=smoothing).backward()  # {code.LOGITS.say(language)}
    optimizer.step()

print(z.detach(), F.cross_entropy(z, y, label_smoothing=smoothing).item())
"""


def tensorflow_descent(settings: Settings) -> str:
    """Return the descent in TensorFlow."""
    from_logits = code.LOGITS.say(settings.language)
    return f"""import tensorflow as tf

z = tf.Variable({listed(settings.scores)}, dtype=tf.float64)
{true_class(settings)}
smoothing = {settings.smoothing!r}
rate = {settings.learning_rate!r}
{_steps(settings)}

n = z.shape[-1]
t = (1 - smoothing) * tf.one_hot(y, n, dtype=tf.float64) + smoothing / n

for _ in range(steps):
    with tf.GradientTape() as tape:
        loss = tf.nn.softmax_cross_entropy_with_logits(labels=t, logits=z)  # {from_logits}
    z.assign_sub(rate * tape.gradient(loss, z))

print(z.numpy(), tf.nn.softmax_cross_entropy_with_logits(labels=t, logits=z).numpy())
"""


def jax_descent(settings: Settings) -> str:
    """Return the descent in JAX, with optax."""
    language = settings.language
    return f"""import jax
import jax.numpy as jnp
import optax

jax.config.update("jax_enable_x64", True)

z = jnp.array({listed(settings.scores)})
t = optax.smooth_labels(jax.nn.one_hot({settings.true_class}, len(z)), {settings.smoothing!r})
{_steps(settings)}

optimizer = optax.sgd({settings.learning_rate!r})
state = optimizer.init(z)
gradient = jax.jit(jax.grad(optax.softmax_cross_entropy))  # {code.LOGITS.say(language)}

for _ in range(steps):
    updates, state = optimizer.update(gradient(z, t), state)
    z = optax.apply_updates(z, updates)

print(z, optax.softmax_cross_entropy(z, t))
"""


def plotly_descent(settings: Settings) -> str:
    """Return the loss over 100 steps, with the step that the NumPy code has reached."""
    language = settings.language
    return f"""import plotly.graph_objects as go

further, path = z, list(losses)
while len(path) <= 100:  # {code.FURTHER_ON.say(language)}
    further = further - rate * (np.exp(-surprise(further)) - t)
    path.append((t * surprise(further)).sum())

figure = go.Figure(
    [
        go.Scatter(y=path, name={quoted(words.LOSS.say(language))}),
        go.Scatter(
            x=[steps], y=[losses[-1]], name={quoted(code.THIS_STEP.say(language))}, marker_size=12
        ),
    ]
)
figure.update_layout(
    title={quoted(code.DESCENT_TITLE.say(language))},
    xaxis_title={quoted(words.STEPS_AXIS.say(language))},
    yaxis_title={quoted(words.LOSS.say(language))},
)
figure
"""


def _steps(settings: Settings) -> str:
    """Return the line that says how many steps are taken, and asks for some if there are none."""
    steps = int(settings.descent_step)
    return f"steps = {steps}" + ("" if steps else f"  # {code.NO_STEP_YET.say(settings.language)}")


SNIPPETS: Final[Snippets] = {
    "NumPy": numpy_descent,
    "PyTorch": torch_descent,
    "TensorFlow": tensorflow_descent,
    "JAX": jax_descent,
}
PLOT: Final[Snippet] = plotly_descent
