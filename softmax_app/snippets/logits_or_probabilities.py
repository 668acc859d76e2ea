"""Lesson 6 as code: the loss from logits, and the routes to avoid."""

from typing import Final

from softmax_app.settings import Settings
from softmax_app.snippets.parts import Snippets, listed


def numpy_routes(settings: Settings) -> str:
    """Return the four routes in NumPy."""
    return f"""import numpy as np

z = np.array({listed(settings.scores)})
y = {settings.target}  # the true class, counted from 0


def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def from_logits(z, y):
    shifted = z - z.max()
    return np.log(np.exp(shifted).sum()) - shifted[y]


def from_probs(p, y, clip=1e-7):
    return -np.log(np.clip(p / p.sum(), clip, 1 - clip)[y])


right = from_logits(z, y)
clipped = from_probs(softmax(z), y)
twice = from_logits(softmax(z), y)  # a mistake: softmax is in the loss already
taken = from_probs(z, y)  # a mistake: these are no probabilities
print(right, clipped, twice, taken)
"""


def torch_routes(settings: Settings) -> str:
    """Return the sound route in PyTorch, and softmax twice."""
    return f"""import torch
import torch.nn.functional as F

z = torch.tensor([{listed(settings.scores)}], dtype=torch.float64, requires_grad=True)
y = torch.tensor([{settings.target}])

loss = F.cross_entropy(z, y)  # expects logits
loss.backward()
print(loss.item(), z.grad)

print(F.cross_entropy(torch.softmax(z, dim=-1), y).item())  # a mistake: softmax twice
"""


def tensorflow_routes(settings: Settings) -> str:
    """Return both routes of Keras."""
    return f"""import tensorflow as tf

z = tf.Variable([{listed(settings.scores)}], dtype=tf.float64)
y = tf.constant([{settings.target}])

for from_logits in (True, False):
    loss = tf.keras.losses.SparseCategoricalCrossentropy(from_logits=from_logits)
    with tf.GradientTape() as tape:
        value = loss(y, z if from_logits else tf.nn.softmax(z))
    print(value.numpy(), tape.gradient(value, z).numpy())
"""


def jax_routes(settings: Settings) -> str:
    """Return the sound route in JAX, with optax, and softmax twice."""
    return f"""import jax
import jax.numpy as jnp
import optax

jax.config.update("jax_enable_x64", True)

z = jnp.array({listed(settings.scores)})
loss = optax.softmax_cross_entropy_with_integer_labels  # expects logits

print(jax.value_and_grad(loss)(z, {settings.target}))
print(loss(jax.nn.softmax(z), {settings.target}))  # a mistake: softmax twice
"""


SNIPPETS: Final[Snippets] = {
    "NumPy": numpy_routes,
    "PyTorch": torch_routes,
    "TensorFlow": tensorflow_routes,
    "JAX": jax_routes,
}
