"""Lesson 2 as code: the slope of exp, and other ways to make scores positive."""

from typing import Final

from softmax_app.settings import Settings, format_number
from softmax_app.snippets.parts import Snippets, listed


def numpy_ways(settings: Settings) -> str:
    """Return both halves of the lesson in NumPy."""
    return f"""import numpy as np

x, dx = {format_number(settings.point)}, {format_number(settings.step)}
ratio = np.exp(x + dx) / np.exp(x)  # e**dx, whatever x is
secant = (np.exp(x + dx) - np.exp(x)) / dx  # tends to exp(x) as dx goes to 0

z = np.array({listed(settings.scores)})
terms = {{
    "exp(z)": np.exp(z - z.max()),
    "2**z": np.exp2(z - z.max()),
    "z**2": z**2,
    "max(0, z)": np.maximum(0, z),
    "log(1 + exp(z))": np.logaddexp(0, z),
}}
shares = {{way: term / term.sum() for way, term in terms.items()}}

print(ratio, secant, shares, sep="\\n")
"""


def torch_slope(settings: Settings) -> str:
    """Return the slope of exp in PyTorch."""
    return f"""import torch

x = torch.tensor({settings.point!r}, dtype=torch.float64, requires_grad=True)
y = torch.exp(x)
y.backward()
print(y.item(), x.grad.item())  # the slope is the height

z = torch.tensor({listed(settings.scores)}, dtype=torch.float64)
print(torch.softmax(z, dim=-1), torch.nn.functional.softplus(z))
"""


def tensorflow_slope(settings: Settings) -> str:
    """Return the slope of exp in TensorFlow."""
    return f"""import tensorflow as tf

x = tf.Variable({settings.point!r}, dtype=tf.float64)
with tf.GradientTape() as tape:
    y = tf.exp(x)
print(y.numpy(), tape.gradient(y, x).numpy())  # the slope is the height

z = tf.constant({listed(settings.scores)}, dtype=tf.float64)
print(tf.nn.softmax(z).numpy(), tf.nn.softplus(z).numpy())
"""


def jax_slope(settings: Settings) -> str:
    """Return the slope of exp in JAX."""
    return f"""import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)

x = {settings.point!r}
print(jnp.exp(x), jax.grad(jnp.exp)(x))  # the slope is the height

z = jnp.array({listed(settings.scores)})
print(jax.nn.softmax(z), jax.nn.softplus(z))
"""


SNIPPETS: Final[Snippets] = {
    "NumPy": numpy_ways,
    "PyTorch": torch_slope,
    "TensorFlow": tensorflow_slope,
    "JAX": jax_slope,
}
