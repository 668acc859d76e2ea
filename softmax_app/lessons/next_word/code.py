"""Lesson 10 as code: the likeliest tokens filtered, and drawn from."""

from typing import Final, NamedTuple

from softmax_app.kit.snippets import Snippet, Snippets, listed, quoted
from softmax_app.lessons.next_word import words
from softmax_app.lessons.next_word.numbers import PLACES, SHOWN, ranked
from softmax_app.lessons.next_word.tokens import likeliest
from softmax_app.settings import Settings
from softmax_app.settings.limits import VOCABULARY
from softmax_app.settings.reading import format_number
from softmax_app.smollm2 import PROMPTS
from softmax_app.texts import code


class By(NamedTuple):
    """What the comments say of the filters, and of what draws."""

    top_k: str
    top_p: str
    min_p: str
    scores: str


def scores(settings: Settings) -> tuple[float, ...]:
    """Return the scores of the tokens that are listed, from the largest down."""
    ranks = ranked(settings.prompt)
    places = ranks.counts.searchsorted(PLACES[1 : SHOWN + 1]) - 1
    return tuple(ranks.scores[places].tolist())


def numpy_sampling(settings: Settings) -> str:
    """Return the filters and the draws in NumPy."""
    first, by = code.FROM_THE_LIKELIEST.say(settings.language), _by(settings)
    return f"""import numpy as np

{_listed_tokens(settings)}
z = np.array({listed(scores(settings))})
{_numbers(settings)}

def softmax(z):
    e = np.exp(z - z.max())
    return e / e.sum()


def filtered(z):
    place = np.arange(len(z))  # {first}
    z = np.where(place < k, z, -np.inf)  # {by.top_k}
    probs = softmax(z)
    before = np.cumsum(probs) - probs
    z = np.where((before < p) | (p == 1) | (place == 0), z, -np.inf)  # {by.top_p}
    probs = softmax(z)
    return np.where(probs >= min_p * probs.max(), z, -np.inf)  # {by.min_p}


z = {_ordered(settings)}
probs = softmax(z)
print(probs)

u = np.random.default_rng(seed).random(draws)
drawn = np.searchsorted(np.cumsum(probs), u, side="right")
counts = np.bincount(drawn, minlength=len(z))
"""


def torch_sampling(settings: Settings) -> str:
    """Return the filters and the draws in PyTorch."""
    first, by = code.FROM_THE_LIKELIEST.say(settings.language), _by(settings)
    return f"""import torch

{_listed_tokens(settings)}
z = torch.tensor({listed(scores(settings))}, dtype=torch.float64)
{_numbers(settings)}

def filtered(z):
    place = torch.arange(len(z))  # {first}
    z = z.masked_fill(place >= k, -torch.inf)  # {by.top_k}
    probs = torch.softmax(z, dim=0)
    before = probs.cumsum(dim=0) - probs
    if p < 1:
        z = z.masked_fill((before >= p) & (place > 0), -torch.inf)  # {by.top_p}
    probs = torch.softmax(z, dim=0)
    return z.masked_fill(probs < min_p * probs.max(), -torch.inf)  # {by.min_p}


z = {_ordered(settings)}
probs = torch.softmax(z, dim=0)
print(probs)

torch.manual_seed(seed)
drawn = torch.multinomial(probs, draws, replacement=True)
counts = torch.bincount(drawn, minlength=len(z))
"""


def tensorflow_sampling(settings: Settings) -> str:
    """Return the filters and the draws in TensorFlow."""
    first, by = code.FROM_THE_LIKELIEST.say(settings.language), _by(settings)
    return f"""import tensorflow as tf

{_listed_tokens(settings)}
z = tf.constant({listed(scores(settings))}, dtype=tf.float64)
{_numbers(settings)}
minus_infinity = tf.constant(float("-inf"), dtype=tf.float64)

def filtered(z):
    place = tf.range(len(z))  # {first}
    z = tf.where(place < k, z, minus_infinity)  # {by.top_k}
    before = tf.cumsum(tf.nn.softmax(z), exclusive=True)
    is_kept = (before < p) | (p == 1) | (place == 0)
    z = tf.where(is_kept, z, minus_infinity)  # {by.top_p}
    probs = tf.nn.softmax(z)
    return tf.where(probs >= min_p * tf.reduce_max(probs), z, minus_infinity)  # {by.min_p}


z = {_ordered(settings)}
print(tf.nn.softmax(z).numpy())

tf.random.set_seed(seed)
drawn = tf.random.categorical(z[tf.newaxis], draws)[0]  # {by.scores}
counts = tf.math.bincount(tf.cast(drawn, tf.int32), minlength=len(z))
"""


def jax_sampling(settings: Settings) -> str:
    """Return the filters and the draws in JAX."""
    first, by = code.FROM_THE_LIKELIEST.say(settings.language), _by(settings)
    return f"""import jax
import jax.numpy as jnp

jax.config.update("jax_enable_x64", True)

{_listed_tokens(settings)}
z = jnp.array({listed(scores(settings))})
{_numbers(settings)}

def filtered(z):
    place = jnp.arange(len(z))  # {first}
    z = jnp.where(place < k, z, -jnp.inf)  # {by.top_k}
    probs = jax.nn.softmax(z)
    before = jnp.cumsum(probs) - probs
    z = jnp.where((before < p) | (p == 1) | (place == 0), z, -jnp.inf)  # {by.top_p}
    probs = jax.nn.softmax(z)
    return jnp.where(probs >= min_p * probs.max(), z, -jnp.inf)  # {by.min_p}


z = {_ordered(settings)}
print(jax.nn.softmax(z))

key = jax.random.key(seed)
drawn = jax.random.categorical(key, z, shape=(draws,))  # {by.scores}
counts = jnp.bincount(drawn, length=len(z))
"""


def plotly_sampling(settings: Settings) -> str:
    """Return the probabilities and the draws as bars, from what the NumPy code leaves."""
    language = settings.language
    return f"""import plotly.graph_objects as go

figure = go.Figure(
    [
        go.Bar(x=tokens, y=probs, name={quoted(words.PROBABILITY.say(language))}),
        go.Bar(x=tokens, y=counts / draws, name={quoted(words.DRAWN.say(language))}),
    ]
)
figure.update_layout(
    title={quoted(words.TITLE.say(language))}, yaxis_title={quoted(words.PROBABILITY.say(language))}
)
figure
"""


def _listed_tokens(settings: Settings) -> str:
    """Return the lines that say after which text, and which tokens the scores are of."""
    language = settings.language
    note = code.LIKELIEST.say(language, count=SHOWN, all=f"{VOCABULARY:,}")
    after = code.AFTER_THE_TEXT.say(language, text=repr(PROMPTS[settings.prompt]))
    listed_tokens = ", ".join(map(quoted, likeliest(settings.prompt, SHOWN)))
    return f"# {after}\ntokens = [{listed_tokens}]  # {note}"


def _by(settings: Settings) -> By:
    said = (*words.BY.values(), code.TAKES_SCORES)
    return By(*(one.say(settings.language) for one in said))


def _numbers(settings: Settings) -> str:
    """Return the line that sets what the sliders set."""
    t, p, least = map(format_number, (settings.temperature, settings.top_p, settings.min_p))
    k, draws, seed = (int(one) for one in (settings.top_k, settings.draws, settings.seed))
    return f"T, k, p, min_p = {t}, {k}, {p}, {least}\ndraws, seed = {draws}, {seed}\n"


def _ordered(settings: Settings) -> str:
    """Return the filters with the temperature before or after them."""
    text = words.ORDERS[settings.order].say(settings.language)
    return f"{'filtered(z / T)' if settings.order == 'first' else 'filtered(z) / T'}  # {text}"


SNIPPETS: Final[Snippets] = {
    "NumPy": numpy_sampling,
    "PyTorch": torch_sampling,
    "TensorFlow": tensorflow_sampling,
    "JAX": jax_sampling,
}
PLOT: Final[Snippet] = plotly_sampling
