"""Lesson 4 as code: softmax in a number format, naive and shifted."""

from typing import Final

from softmax_app.settings import Settings, format_number
from softmax_app.snippets.parts import Snippets, listed
from softmax_core import FormatName

OF_NUMPY: Final = ("float64", "float32", "float16")
NOT_COMPUTED_IN: Final = ("float8_e5m2", "float8_e4m3fn")  # the large libraries only store them


def numpy_formats(settings: Settings) -> str:
    """Return both formulas in NumPy, in the reader's format."""
    name = settings.number_format
    own = name in OF_NUMPY
    imports = "import numpy as np" if own else "import ml_dtypes\nimport numpy as np"
    dtype = f"np.{name}" if own else f"ml_dtypes.{name}"
    return f"""{imports}

scores = np.array({listed(settings.scores)}) + {format_number(settings.shift)}
z = scores.astype({dtype})

e = np.exp(z)
naive = e / e.sum()

shifted = z - z.max()  # a new array: "z -= z.max()" would overwrite the caller's
e = np.exp(shifted)
stable = e / e.sum()
log_probs = shifted - np.log(e.sum())

print(naive, stable, log_probs, sep="\\n")
"""


def torch_formats(settings: Settings) -> str:
    """Return both formulas in PyTorch."""
    name, note = _computed_in(settings.number_format)
    return f"""import torch

scores = torch.tensor({listed(settings.scores)}, dtype=torch.float64) + {settings.shift!r}
z = scores.to(torch.{name}){note}

e = torch.exp(z)
naive = e / e.sum()
stable = torch.softmax(z, dim=-1)
print(naive, stable, torch.log_softmax(z, dim=-1), sep="\\n")
"""


def tensorflow_formats(settings: Settings) -> str:
    """Return both formulas in TensorFlow."""
    name, note = _computed_in(settings.number_format)
    return f"""import tensorflow as tf

scores = tf.constant({listed(settings.scores)}, dtype=tf.float64) + {settings.shift!r}
z = tf.cast(scores, tf.{name}){note}

e = tf.exp(z)
naive = e / tf.reduce_sum(e)
stable = tf.nn.softmax(z)
print(naive, stable, tf.nn.log_softmax(z), sep="\\n")
"""


def jax_formats(settings: Settings) -> str:
    """Return both formulas in JAX."""
    name, note = _computed_in(settings.number_format)
    return f"""import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)

scores = jnp.array({listed(settings.scores)}) + {format_number(settings.shift)}
z = scores.astype(jnp.{name}){note}

e = jnp.exp(z)
naive = e / e.sum()
stable = jax.nn.softmax(z)
print(naive, stable, jax.nn.log_softmax(z), sep="\\n")
"""


def _computed_in(name: FormatName) -> tuple[FormatName, str]:
    """Return the format that a large library computes in, and a remark if it is another one."""
    if name in NOT_COMPUTED_IN:
        return "bfloat16", f"  # {name} is a format to store numbers in, not to compute in"
    return name, ""


SNIPPETS: Final[Snippets] = {
    "NumPy": numpy_formats,
    "PyTorch": torch_formats,
    "TensorFlow": tensorflow_formats,
    "JAX": jax_formats,
}
