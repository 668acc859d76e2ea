"""Lesson 3 as code: sigmoid, and softmax over two classes."""

from typing import Final

from softmax_app.kit.snippets import Snippet, Snippets, listed, quoted
from softmax_app.lessons.two_classes import words
from softmax_app.settings import Settings
from softmax_app.texts import code


def numpy_sigmoid(settings: Settings) -> str:
    """Return sigmoid in NumPy, as log-sum-exp has it: it cannot overflow."""
    language = settings.language
    return f"""import numpy as np

z = np.array({listed(settings.scores)})


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))  # {code.SIGMOID_IS.say(language)}


d = z[0] - z[1]
one_node = np.array([sigmoid(d), sigmoid(-d)])

e = np.exp(z[:2] - z[:2].max())
two_nodes = e / e.sum()  # {code.SAME_AS_ONE_NODE.say(language)}

several = sigmoid(z)  # {code.NOT_EXCLUSIVE.say(language)}

print(one_node, two_nodes, several, sep="\\n")
"""


def torch_sigmoid(settings: Settings) -> str:
    """Return sigmoid in PyTorch."""
    language = settings.language
    return f"""import torch

z = torch.tensor({listed(settings.scores)}, dtype=torch.float64)

print(torch.sigmoid(z[0] - z[1]), torch.softmax(z[:2], dim=-1))
print(torch.sigmoid(z))  # {code.NOT_EXCLUSIVE.say(language)}
"""


def tensorflow_sigmoid(settings: Settings) -> str:
    """Return sigmoid in TensorFlow."""
    language = settings.language
    return f"""import tensorflow as tf

z = tf.constant({listed(settings.scores)}, dtype=tf.float64)

print(tf.sigmoid(z[0] - z[1]).numpy(), tf.nn.softmax(z[:2]).numpy())
print(tf.sigmoid(z).numpy())  # {code.NOT_EXCLUSIVE.say(language)}
"""


def jax_sigmoid(settings: Settings) -> str:
    """Return sigmoid in JAX."""
    language = settings.language
    return f"""import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)

z = jnp.array({listed(settings.scores)})

print(jax.nn.sigmoid(z[0] - z[1]), jax.nn.softmax(z[:2]))
print(jax.nn.sigmoid(z))  # {code.NOT_EXCLUSIVE.say(language)}
"""


def plotly_sigmoid(settings: Settings) -> str:
    """Return the curve of sigmoid with the point of the first two scores."""
    language = settings.language
    return f"""import plotly.graph_objects as go

reach = max(10, abs(d))
curve = np.linspace(-reach, reach, 401)

figure = go.Figure(
    [
        go.Scatter(x=curve, y=sigmoid(curve), name="sigmoid"),
        go.Scatter(
            x=[d],
            y=[two_nodes[0]],
            name={quoted(code.SOFTMAX_OF_TWO.say(language))},
            mode="markers",
            marker_size=12,
        ),
    ]
)
figure.add_vline(
    x=0,
    line_dash="dot",
    annotation_text={quoted(code.BOUNDARY.say(language))},
    annotation_position="bottom right",
)
figure.update_layout(
    title={quoted(code.SIGMOID_TITLE.say(language))},
    xaxis_title={quoted(words.DIFFERENCE_AXIS.say(language))},
    yaxis_title={quoted(words.PROBABILITY.say(language))},
)
figure
"""


SNIPPETS: Final[Snippets] = {
    "NumPy": numpy_sigmoid,
    "PyTorch": torch_sigmoid,
    "TensorFlow": tensorflow_sigmoid,
    "JAX": jax_sigmoid,
}
PLOT: Final[Snippet] = plotly_sigmoid
