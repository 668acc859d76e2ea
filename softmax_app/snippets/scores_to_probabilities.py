"""Lesson 1 as code: the three maps."""

from typing import Final

from softmax_app.settings import Settings, format_number
from softmax_app.snippets.parts import Snippets, listed


def numpy_softmax(settings: Settings) -> str:
    """Return the three maps in NumPy; it leaves them in ``linear``, ``probs`` and ``winner``."""
    return f"""import numpy as np

z = np.array({listed(settings.scores)})
T = {format_number(settings.temperature)}

linear = z / z.sum()
e = np.exp((z - z.max()) / T)
probs = e / e.sum()
winner = (z == z.max()) / (z == z.max()).sum()

print(linear, probs, winner, sep="\\n")
"""


def torch_softmax(settings: Settings) -> str:
    """Return softmax in PyTorch."""
    return f"""import torch

z = torch.tensor({listed(settings.scores)}, dtype=torch.float64)
T = {format_number(settings.temperature)}

probs = torch.softmax((z - z.max()) / T, dim=-1)
print(probs)
"""


def tensorflow_softmax(settings: Settings) -> str:
    """Return softmax in TensorFlow."""
    return f"""import tensorflow as tf

z = tf.constant({listed(settings.scores)}, dtype=tf.float64)
T = {format_number(settings.temperature)}

probs = tf.nn.softmax((z - tf.reduce_max(z)) / T)
print(probs.numpy())
"""


def jax_softmax(settings: Settings) -> str:
    """Return softmax in JAX."""
    return f"""import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)

z = jnp.array({listed(settings.scores)})
T = {format_number(settings.temperature)}

probs = jax.nn.softmax((z - z.max()) / T)
print(probs)
"""


SNIPPETS: Final[Snippets] = {
    "NumPy": numpy_softmax,
    "PyTorch": torch_softmax,
    "TensorFlow": tensorflow_softmax,
    "JAX": jax_softmax,
}
