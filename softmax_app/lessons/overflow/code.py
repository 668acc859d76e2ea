"""Lesson 4 as code: softmax in a number format, naive and shifted."""

from typing import Final

from softmax_app.kit.snippets import Snippet, Snippets, class_names, listed, quoted
from softmax_app.lessons.overflow import words
from softmax_app.settings import Settings
from softmax_app.settings.reading import format_number
from softmax_app.texts import code
from softmax_core import FormatName

# what stands in where ml_dtypes is not there: NumPy's own format of about the same range
STANDS_IN: Final[dict[FormatName, FormatName]] = {
    "bfloat16": "float32",
    "float8_e5m2": "float16",
    "float8_e4m3fn": "float16",
}
NOT_COMPUTED_IN: Final = ("float8_e5m2", "float8_e4m3fn")  # the large libraries only store them


def numpy_formats(settings: Settings) -> str:
    """Return both formulas in NumPy, in the reader's format."""
    language = settings.language
    return f"""import numpy as np

{_number_format(settings)}
scores = np.array({listed(settings.scores)})
c = {format_number(settings.shift)}  # {code.ADDED_TO_ALL.say(language)}
z = (scores + c).astype(number_format)

e = np.exp(z)
naive = e / e.sum()

shifted = z - z.max()  # {code.NEW_ARRAY.say(language)}
e = np.exp(shifted)
stable = e / e.sum()
log_probs = shifted - np.log(e.sum())  # {code.LOG_WITHOUT_P.say(language)}

print(naive, stable, log_probs, sep="\\n")
"""


def torch_formats(settings: Settings) -> str:
    """Return both formulas in PyTorch."""
    language = settings.language
    name, note = _computed_in(settings)
    return f"""import torch

scores = torch.tensor({listed(settings.scores)}, dtype=torch.float64)
c = {format_number(settings.shift)}  # {code.ADDED_TO_ALL.say(language)}
z = (scores + c).to(torch.{name}){note}

e = torch.exp(z)
naive = e / e.sum()
stable = torch.softmax(z, dim=-1)  # {code.SUBTRACTS_BY_ITSELF.say(language)}
print(naive, stable, torch.log_softmax(z, dim=-1), sep="\\n")
"""


def tensorflow_formats(settings: Settings) -> str:
    """Return both formulas in TensorFlow."""
    language = settings.language
    name, note = _computed_in(settings)
    return f"""import tensorflow as tf

scores = tf.constant({listed(settings.scores)}, dtype=tf.float64)
c = {format_number(settings.shift)}  # {code.ADDED_TO_ALL.say(language)}
z = tf.cast(scores + c, tf.{name}){note}

e = tf.exp(z)
naive = e / tf.reduce_sum(e)
stable = tf.nn.softmax(z)  # {code.SUBTRACTS_BY_ITSELF.say(language)}
print(naive.numpy(), stable.numpy(), tf.nn.log_softmax(z).numpy(), sep="\\n")
"""


def jax_formats(settings: Settings) -> str:
    """Return both formulas in JAX."""
    language = settings.language
    name, note = _computed_in(settings)
    return f"""import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)

scores = jnp.array({listed(settings.scores)})
c = {format_number(settings.shift)}  # {code.ADDED_TO_ALL.say(language)}
z = (scores + c).astype(jnp.{name}){note}

e = jnp.exp(z)
naive = e / e.sum()
stable = jax.nn.softmax(z)  # {code.SUBTRACTS_BY_ITSELF.say(language)}
print(naive, stable, jax.nn.log_softmax(z), sep="\\n")
"""


def plotly_formats(settings: Settings) -> str:
    """Return the bars of both formulas, from what the NumPy code leaves."""
    language = settings.language
    return f"""import plotly.graph_objects as go

names = {class_names(settings)}
places = np.arange(len(z))

figure = go.Figure(
    [
        go.Bar(x=places, y=naive.astype(float), name={quoted(words.NAIVE.say(language))}),
        go.Bar(x=places, y=stable.astype(float), name={quoted(words.SHIFTED.say(language))}),
    ]
)
figure.update_xaxes(tickvals=places, ticktext=names)
figure.update_layout(
    title=f{quoted(code.FORMAT_TITLE.say(language, format="{z.dtype.name}"))},
    yaxis_title={quoted(words.SHARE.say(language))},
)
figure  # {code.NAN_HAS_NO_BAR.say(language)}
"""


def _number_format(settings: Settings) -> str:
    """Return the lines that choose the format; without ml_dtypes, NumPy's nearest one."""
    name = settings.number_format
    if name not in STANDS_IN:
        return f"number_format = np.{name}\n"
    other = STANDS_IN[name]
    missing = code.FORMAT_MISSING.say(settings.language, format=name, other=other)
    return f"""try:
    from ml_dtypes import {name} as number_format
except ModuleNotFoundError:
    print({quoted(missing)})
    number_format = np.{other}
"""


def _computed_in(settings: Settings) -> tuple[FormatName, str]:
    """Return the format that a large library computes in, and a remark if it is another one."""
    name = settings.number_format
    if name in NOT_COMPUTED_IN:
        return "bfloat16", f"  # {code.ONLY_STORED.say(settings.language, format=name)}"
    return name, ""


SNIPPETS: Final[Snippets] = {
    "NumPy": numpy_formats,
    "PyTorch": torch_formats,
    "TensorFlow": tensorflow_formats,
    "JAX": jax_formats,
}
PLOT: Final[Snippet] = plotly_formats
