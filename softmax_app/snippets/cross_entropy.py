"""Lesson 5 as code: the loss, from the scores."""

from typing import Final

from softmax_app.settings import Settings, format_number
from softmax_app.snippets.parts import Snippets, listed


def numpy_loss(settings: Settings) -> str:
    """Return the loss in NumPy, by both formulas."""
    return f"""import numpy as np

z = np.array({listed(settings.scores)})
y = {settings.target}  # the true class, counted from 0
smoothing = {format_number(settings.smoothing)}

t = (1 - smoothing) * np.eye(len(z))[y] + smoothing / len(z)
shifted = z - z.max()
log_p = shifted - np.log(np.exp(shifted).sum())

label_loss = -log_p[y]
loss = -(t * log_p).sum()
print(label_loss, loss)
"""


def torch_loss(settings: Settings) -> str:
    """Return the loss in PyTorch."""
    return f"""import torch
import torch.nn.functional as F

z = torch.tensor([{listed(settings.scores)}], dtype=torch.float64)
y = torch.tensor([{settings.target}])

loss = F.cross_entropy(z, y, label_smoothing={settings.smoothing!r})
print(loss.item())
"""


def tensorflow_loss(settings: Settings) -> str:
    """Return the loss in TensorFlow."""
    return f"""import tensorflow as tf

z = tf.constant([{listed(settings.scores)}], dtype=tf.float64)
t = tf.one_hot([{settings.target}], depth={len(settings.scores)}, dtype=tf.float64)

loss = tf.keras.losses.CategoricalCrossentropy(
    from_logits=True, label_smoothing={settings.smoothing!r}
)
print(loss(t, z).numpy())
"""


def jax_loss(settings: Settings) -> str:
    """Return the loss in JAX, with optax."""
    return f"""import jax
import jax.numpy as jnp
import optax

jax.config.update("jax_enable_x64", True)

z = jnp.array({listed(settings.scores)})
t = optax.smooth_labels(jax.nn.one_hot({settings.target}, len(z)), {settings.smoothing!r})

print(optax.softmax_cross_entropy(z, t))
"""


SNIPPETS: Final[Snippets] = {
    "NumPy": numpy_loss,
    "PyTorch": torch_loss,
    "TensorFlow": tensorflow_loss,
    "JAX": jax_loss,
}
