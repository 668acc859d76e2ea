"""Lesson 8 as code: the gradient of the loss in the scores."""

from typing import Final

from softmax_app.settings import Settings, format_number
from softmax_app.snippets.parts import Snippets, listed


def numpy_gradient(settings: Settings) -> str:
    """Return the gradient in NumPy, directly and by the chain rule."""
    return f"""import numpy as np

z = np.array({listed(settings.scores)})
y = {settings.target}  # the true class, counted from 0
smoothing = {format_number(settings.smoothing)}
T = {format_number(settings.temperature)}

t = (1 - smoothing) * np.eye(len(z))[y] + smoothing / len(z)
e = np.exp((z - z.max()) / T)
p = e / e.sum()

gradient = (p - t) / T

jacobian = (np.diag(p) - np.outer(p, p)) / T
chain = jacobian @ (-t / p)
print(gradient, chain, sep="\\n")
"""


def torch_gradient(settings: Settings) -> str:
    """Return the gradient in PyTorch."""
    return f"""import torch
import torch.nn.functional as F

z = torch.tensor([{listed(settings.scores)}], dtype=torch.float64, requires_grad=True)
y = torch.tensor([{settings.target}])
T = {format_number(settings.temperature)}

F.cross_entropy(z / T, y, label_smoothing={settings.smoothing!r}).backward()
print(z.grad)
"""


def tensorflow_gradient(settings: Settings) -> str:
    """Return the gradient in TensorFlow."""
    return f"""import tensorflow as tf

z = tf.Variable({listed(settings.scores)}, dtype=tf.float64)
smoothing = {settings.smoothing!r}
T = {settings.temperature!r}

t = tf.one_hot({settings.target}, depth={len(settings.scores)}, dtype=tf.float64)
t = (1 - smoothing) * t + smoothing / {len(settings.scores)}
with tf.GradientTape() as tape:
    loss = tf.nn.softmax_cross_entropy_with_logits(labels=t, logits=z / T)
print(tape.gradient(loss, z).numpy())
"""


def jax_gradient(settings: Settings) -> str:
    """Return the gradient in JAX, with optax."""
    return f"""import jax
import jax.numpy as jnp
import optax

jax.config.update("jax_enable_x64", True)

z = jnp.array({listed(settings.scores)})
t = optax.smooth_labels(jax.nn.one_hot({settings.target}, len(z)), {settings.smoothing!r})
T = {format_number(settings.temperature)}

print(jax.grad(lambda z: optax.softmax_cross_entropy(z / T, t))(z))
"""


SNIPPETS: Final[Snippets] = {
    "NumPy": numpy_gradient,
    "PyTorch": torch_gradient,
    "TensorFlow": tensorflow_gradient,
    "JAX": jax_gradient,
}
