"""Lesson 9 as code: gradient descent on the scores."""

from typing import Final

from softmax_app.settings import Settings, format_number
from softmax_app.snippets.parts import Snippets, listed


def numpy_descent(settings: Settings) -> str:
    """Return the descent in NumPy."""
    return f"""import numpy as np

z = np.array({listed(settings.scores)})
y = {settings.target}  # the true class, counted from 0
smoothing = {format_number(settings.smoothing)}
rate = {format_number(settings.learning_rate)}
t = (1 - smoothing) * np.eye(len(z))[y] + smoothing / len(z)

for step in range({int(settings.descent_step)}):
    e = np.exp(z - z.max())
    z = z - rate * (e / e.sum() - t)

shifted = z - z.max()
log_p = shifted - np.log(np.exp(shifted).sum())
loss = -(t * log_p).sum()
print(z, np.exp(log_p), loss)
"""


def torch_descent(settings: Settings) -> str:
    """Return the descent in PyTorch."""
    return f"""import torch
import torch.nn.functional as F

z = torch.tensor([{listed(settings.scores)}], dtype=torch.float64, requires_grad=True)
y = torch.tensor([{settings.target}])
optimizer = torch.optim.SGD([z], lr={settings.learning_rate!r})

for step in range({int(settings.descent_step)}):
    optimizer.zero_grad()
    F.cross_entropy(z, y, label_smoothing={settings.smoothing!r}).backward()
    optimizer.step()

print(z, F.cross_entropy(z, y, label_smoothing={settings.smoothing!r}).item())
"""


def tensorflow_descent(settings: Settings) -> str:
    """Return the descent in TensorFlow."""
    return f"""import tensorflow as tf

z = tf.Variable({listed(settings.scores)}, dtype=tf.float64)
smoothing = {settings.smoothing!r}
t = tf.one_hot({settings.target}, depth={len(settings.scores)}, dtype=tf.float64)
t = (1 - smoothing) * t + smoothing / {len(settings.scores)}

for step in range({int(settings.descent_step)}):
    with tf.GradientTape() as tape:
        loss = tf.nn.softmax_cross_entropy_with_logits(labels=t, logits=z)
    z.assign_sub({settings.learning_rate!r} * tape.gradient(loss, z))

print(z.numpy(), tf.nn.softmax_cross_entropy_with_logits(labels=t, logits=z).numpy())
"""


def jax_descent(settings: Settings) -> str:
    """Return the descent in JAX, with optax."""
    return f"""import jax
import jax.numpy as jnp
import optax

jax.config.update("jax_enable_x64", True)

z = jnp.array({listed(settings.scores)})
t = optax.smooth_labels(jax.nn.one_hot({settings.target}, len(z)), {settings.smoothing!r})
gradient = jax.jit(jax.grad(optax.softmax_cross_entropy))

for step in range({int(settings.descent_step)}):
    z = z - {settings.learning_rate!r} * gradient(z, t)

print(z, optax.softmax_cross_entropy(z, t))
"""


SNIPPETS: Final[Snippets] = {
    "NumPy": numpy_descent,
    "PyTorch": torch_descent,
    "TensorFlow": tensorflow_descent,
    "JAX": jax_descent,
}
