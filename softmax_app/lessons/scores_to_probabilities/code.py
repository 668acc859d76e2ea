"""Lesson 1 as code: the three maps."""

from typing import Final

from softmax_app.kit.snippets import Snippet, Snippets, class_names, listed, quoted
from softmax_app.lessons.scores_to_probabilities import words
from softmax_app.settings import Settings
from softmax_app.settings.reading import format_number
from softmax_app.texts import code


def numpy_maps(settings: Settings) -> str:
    """Return the three maps in NumPy; it leaves them in ``linear``, ``probs`` and ``winner``."""
    language = settings.language
    return f"""import numpy as np

z = np.array({listed(settings.scores)})
T = {format_number(settings.temperature)}

total = z.sum()
rounding = len(z) * 2.0**-53 * abs(z).sum()  # {code.COUNTS_AS_ZERO.say(language)}
linear = z / total if abs(total) > rounding else np.full(len(z), np.nan)

e = np.exp((z - z.max()) / T)  # {code.CANNOT_OVERFLOW.say(language)}
probs = e / e.sum()

is_top = z == z.max()
winner = is_top / is_top.sum()  # {code.TIES_SHARE.say(language)}

print(linear, probs, winner, sep="\\n")
"""


def torch_maps(settings: Settings) -> str:
    """Return the three maps in PyTorch."""
    language = settings.language
    return f"""import torch
import torch.nn.functional as F

z = torch.tensor({listed(settings.scores)}, dtype=torch.float64)
T = {format_number(settings.temperature)}

linear = z / z.sum()  # {code.NO_SUM.say(language)}
probs = torch.softmax(z / T, dim=-1)  # {code.SUBTRACTS_BY_ITSELF.say(language)}
winner = F.one_hot(z.argmax(), len(z))  # {code.FIRST_WINS.say(language)}

print(linear, probs, winner, sep="\\n")
"""


def tensorflow_maps(settings: Settings) -> str:
    """Return the three maps in TensorFlow."""
    language = settings.language
    return f"""import tensorflow as tf

z = tf.constant({listed(settings.scores)}, dtype=tf.float64)
T = {format_number(settings.temperature)}

linear = z / tf.reduce_sum(z)  # {code.NO_SUM.say(language)}
probs = tf.nn.softmax(z / T)  # {code.SUBTRACTS_BY_ITSELF.say(language)}
winner = tf.one_hot(tf.argmax(z), len(z))  # {code.FIRST_WINS.say(language)}

print(linear.numpy(), probs.numpy(), winner.numpy(), sep="\\n")
"""


def jax_maps(settings: Settings) -> str:
    """Return the three maps in JAX."""
    language = settings.language
    return f"""import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)

z = jnp.array({listed(settings.scores)})
T = {format_number(settings.temperature)}

linear = z / z.sum()  # {code.NO_SUM.say(language)}
probs = jax.nn.softmax(z / T)  # {code.SUBTRACTS_BY_ITSELF.say(language)}
winner = jax.nn.one_hot(z.argmax(), len(z))  # {code.FIRST_WINS.say(language)}

print(linear, probs, winner, sep="\\n")
"""


def plotly_maps(settings: Settings) -> str:
    """Return the bars of the three maps, from what the NumPy code leaves."""
    language = settings.language
    return f"""import plotly.graph_objects as go

names = {class_names(settings)}
places = np.arange(len(z))

figure = go.Figure(
    [
        go.Bar(x=places, y=linear, name={quoted(words.LINEAR.say(language))}),
        go.Bar(x=places, y=probs, name={quoted(words.SOFTMAX.say(language))}),
        go.Bar(x=places, y=winner, name={quoted(words.HARDMAX.say(language))}),
    ]
)
figure.update_xaxes(tickvals=places, ticktext=names)
figure.update_layout(
    title={quoted(code.MAPS_TITLE.say(language))},
    yaxis_title={quoted(words.SHARE.say(language))},
)
figure
"""


SNIPPETS: Final[Snippets] = {
    "NumPy": numpy_maps,
    "PyTorch": torch_maps,
    "TensorFlow": tensorflow_maps,
    "JAX": jax_maps,
}
PLOT: Final[Snippet] = plotly_maps
