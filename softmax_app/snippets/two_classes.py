"""Lesson 3 as code: sigmoid, and softmax over two classes."""

from typing import Final

from softmax_app.settings import Settings
from softmax_app.snippets.parts import Snippet, Snippets, listed, quoted
from softmax_app.texts import code
from softmax_app.texts import two_classes as texts


def numpy_sigmoid(settings: Settings) -> str:
    """Return sigmoid in NumPy, as log-sum-exp has it: it cannot overflow."""
    say = settings.language
    return f"""import numpy as np

z = np.array({listed(settings.scores)})


def sigmoid(z):
    return np.exp(-np.logaddexp(0, -z))  # {code.SIGMOID_IS.say(say)}


d = z[0] - z[1]
one_node = np.array([sigmoid(d), sigmoid(-d)])

e = np.exp(z[:2] - z[:2].max())
two_nodes = e / e.sum()  # {code.SAME_AS_ONE_NODE.say(say)}

several = sigmoid(z)  # {code.NOT_EXCLUSIVE.say(say)}

print(one_node, two_nodes, several, sep="\\n")
"""


def torch_sigmoid(settings: Settings) -> str:
    """Return sigmoid in PyTorch."""
    say = settings.language
    return f"""import torch

z = torch.tensor({listed(settings.scores)}, dtype=torch.float64)

print(torch.sigmoid(z[0] - z[1]), torch.softmax(z[:2], dim=-1))
print(torch.sigmoid(z))  # {code.NOT_EXCLUSIVE.say(say)}
"""


def tensorflow_sigmoid(settings: Settings) -> str:
    """Return sigmoid in TensorFlow."""
    say = settings.language
    return f"""import tensorflow as tf

z = tf.constant({listed(settings.scores)}, dtype=tf.float64)

print(tf.sigmoid(z[0] - z[1]).numpy(), tf.nn.softmax(z[:2]).numpy())
print(tf.sigmoid(z).numpy())  # {code.NOT_EXCLUSIVE.say(say)}
"""


def jax_sigmoid(settings: Settings) -> str:
    """Return sigmoid in JAX."""
    say = settings.language
    return f"""import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)

z = jnp.array({listed(settings.scores)})

print(jax.nn.sigmoid(z[0] - z[1]), jax.nn.softmax(z[:2]))
print(jax.nn.sigmoid(z))  # {code.NOT_EXCLUSIVE.say(say)}
"""


def plotly_sigmoid(settings: Settings) -> str:
    """Return the curve of sigmoid with the point of the first two scores."""
    say = settings.language
    return f"""import plotly.graph_objects as go

reach = max(10, abs(d))
curve = np.linspace(-reach, reach, 401)

figure = go.Figure(
    [
        go.Scatter(x=curve, y=sigmoid(curve), name="sigmoid"),
        go.Scatter(
            x=[d],
            y=[two_nodes[0]],
            name={quoted(code.SOFTMAX_OF_TWO.say(say))},
            mode="markers",
            marker_size=12,
        ),
    ]
)
figure.add_vline(
    x=0,
    line_dash="dot",
    annotation_text={quoted(code.BOUNDARY.say(say))},
    annotation_position="bottom right",
)
figure.update_layout(
    title={quoted(code.SIGMOID_TITLE.say(say))},
    xaxis_title={quoted(texts.DIFFERENCE_AXIS.say(say))},
    yaxis_title={quoted(texts.PROBABILITY.say(say))},
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
