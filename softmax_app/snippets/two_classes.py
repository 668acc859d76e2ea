"""Lesson 3 as code: sigmoid, and softmax over two classes."""

from typing import Final

from softmax_app.settings import Settings
from softmax_app.snippets.parts import Snippets, listed


def numpy_sigmoid(settings: Settings) -> str:
    """Return sigmoid in NumPy, as log-sum-exp has it: it cannot overflow."""
    return f"""import numpy as np

z = np.array({listed(settings.scores)})


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))


d = z[0] - z[1]
one_node = np.array([sigmoid(d), sigmoid(-d)])

e = np.exp(z[:2] - z[:2].max())
two_nodes = e / e.sum()

several = sigmoid(z)  # for classes that do not exclude one another

print(one_node, two_nodes, several, sep="\\n")
"""


def torch_sigmoid(settings: Settings) -> str:
    """Return sigmoid in PyTorch."""
    return f"""import torch

z = torch.tensor({listed(settings.scores)}, dtype=torch.float64)

print(torch.sigmoid(z[0] - z[1]), torch.softmax(z[:2], dim=-1))
print(torch.sigmoid(z))  # for classes that do not exclude one another
"""


def tensorflow_sigmoid(settings: Settings) -> str:
    """Return sigmoid in TensorFlow."""
    return f"""import tensorflow as tf

z = tf.constant({listed(settings.scores)}, dtype=tf.float64)

print(tf.sigmoid(z[0] - z[1]).numpy(), tf.nn.softmax(z[:2]).numpy())
print(tf.sigmoid(z).numpy())  # for classes that do not exclude one another
"""


def jax_sigmoid(settings: Settings) -> str:
    """Return sigmoid in JAX."""
    return f"""import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)

z = jnp.array({listed(settings.scores)})

print(jax.nn.sigmoid(z[0] - z[1]), jax.nn.softmax(z[:2]))
print(jax.nn.sigmoid(z))  # for classes that do not exclude one another
"""


SNIPPETS: Final[Snippets] = {
    "NumPy": numpy_sigmoid,
    "PyTorch": torch_sigmoid,
    "TensorFlow": tensorflow_sigmoid,
    "JAX": jax_sigmoid,
}
