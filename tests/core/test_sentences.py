"""What is refused is refused in exactly these sentences: a reader is to understand them."""

import re

import numpy as np
import pytest

import softmax_core as core

INF, NAN = np.inf, np.nan
W, B = np.zeros((2, 1)), np.zeros(2)
RANKED = core.rank_probs(core.rank([1.0, 2.0, 2.0]))
MASKED = np.ma.array([1.0, 2.0], mask=[True, False])


def arguments(function, *given, **keywords):
    return function, given, keywords


SENTENCES = {
    "k must be a whole number, not float64": arguments(core.top_k, [1, 2], 1.5),
    "k must be at least 1: one class has to remain": arguments(core.top_k, [1, 2], 0),
    "p must be from 0 to 1": arguments(core.top_p, [1, 2], NAN),
    "one row of scores can be ranked, not (1, 2)": arguments(core.rank, [[1, 2]]),
    "score at index (1,) is not a number": arguments(core.softmax, [1, NAN]),
    "two infinite scores have no unique answer": arguments(core.softmax, [INF, INF]),
    "every score is -inf: at least one class must be possible": arguments(core.softmax, [-INF]),
    "a row of scores needs at least one score": arguments(core.softmax, []),
    "scores must stand in a row of classes, not be a single number": arguments(core.softmax, 1),
    "scores must be real numbers, not complex128": arguments(core.softmax, [1j, 2]),
    "scores must be real numbers, not a masked array: fill with -inf": arguments(
        core.softmax, MASKED
    ),
    "temperature must be > 0": arguments(core.softmax, [1, 2], temperature=0),
    "temperature must be a real number, not <U1": arguments(core.softmax, [1], temperature="1"),
    "score at index (0,) is not a finite number": arguments(core.linear_normalize, [INF, 1]),
    "score is not a number": arguments(core.sigmoid, NAN),
    'ties must be "share" or "first", not \'last\'': arguments(core.hardmax, [1], ties="last"),
    "probabilities must be numbers >= 0": arguments(core.entropy, [-0.5, 1.5]),
    "probabilities must sum to 1": arguments(core.entropy, [0.5, 0.6]),
    "probabilities must be real numbers, not complex128": arguments(core.entropy, [1j]),
    "labels must be from 0 to 2: there are 3 classes": arguments(core.cross_entropy, [1, 2, 3], 3),
    "labels must be integers, not <U1": arguments(core.one_hot, ["a"], 3),
    "integer targets are labels, one label for each row: distributions must be floats": arguments(
        core.cross_entropy, [1, 2], [0, 1]
    ),
    "targets have 2 classes, the scores have 3": arguments(
        core.cross_entropy, [1, 2, 3], [0.5, 0.5]
    ),
    "clip must be from 0 to below 0.5, not 0.5": arguments(
        core.cross_entropy_from_probs, [1, 2], 0, clip=0.5
    ),
    "probabilities must have a finite sum that is not 0": arguments(
        core.cross_entropy_from_probs_grad, [1, -1], 0
    ),
    "probabilities must have a sum large enough to divide by": arguments(
        core.cross_entropy_from_probs_grad, [1, -1, 5e-324], 2, clip=0
    ),
    "smoothing must be between 0 and 1, not 2": arguments(core.smooth_labels, [0, 1], smoothing=2),
    "learning_rate must be a finite number >= 0, not -1": arguments(
        core.descend, [1, 2], 0, learning_rate=-1
    ),
    "steps must be >= 0, not -1": arguments(core.descend, [1, 2], 0, steps=-1),
    "l2 must be >= 0, not -1": arguments(core.regression_loss, [[1]], [0], W, B, l2=-1),
    "a feature must not be the same in all samples": arguments(
        core.standardize, [[1.0, 2.0], [1.0, 3.0]]
    ),
    "a feature must be finite": arguments(core.standardize, [[1.0], [INF]]),
    "scores must not be too large for float64": arguments(
        core.softmax, np.array(["1e4000", "1"], dtype=np.longdouble)
    ),
    "n_classes must be an integer, not 2.5": arguments(core.one_hot, 0, 2.5),
    "start and step must be finite numbers, and the step not 0": arguments(core.exp_step, INF, 1),
    "start and step must be real numbers, not object": arguments(core.exp_step, 10**400, 1.0),
    "features and weights are too large, or not numbers: their scores are nan": arguments(
        core.regression_loss, [[INF]], [0], W, B
    ),
    "the point must be one row, not an array of shape (1, 1)": arguments(
        core.numerical_jacobian, np.square, [[1.0]]
    ),
    "step must be > 0, not 0": arguments(core.numerical_jacobian, np.square, [1.0], step=0),
    "n_classes must be at least 1, not 0": arguments(core.largest_equal_score, "float16", 0),
    "n_classes must be at least 1, not -5": arguments(core.one_hot, [], -5),
    "a block needs at least one score, not 0": arguments(core.online_softmax, [1, 2], block=0),
    "queries (1, 2) and keys (1, 3) must be rows of the same length": arguments(
        core.attention_products, [[1, 2]], [[1, 2, 3]]
    ),
    "score at index (0, 1) is not a finite number": arguments(core.attention_weights, [[1, INF]]),
    "clip must be a real number, not <U1": arguments(
        core.cross_entropy_from_probs, [1, 2], 0, clip="0"
    ),
    "l2 must be one number, not an array of shape (2,)": arguments(
        core.regression_loss, [[1]], [0], W, B, l2=[0, 1]
    ),
    "l2 must be >= 0, not inf": arguments(core.regression_loss, [[1]], [0], W, B, l2=INF),
    "learning_rate must be a real number, not complex128": arguments(
        core.descend, [1, 2], 0, learning_rate=1j
    ),
    "steps must be an integer, not 2.5": arguments(core.descend, [1, 2], 0, steps=2.5),
    "steps must not be above 9223372036854775807": arguments(
        core.descend, [1, 2], 0, steps=10**400
    ),
    "a step is too large for float64: the scores after it are nan": arguments(
        core.descend, [1, 1], 0, learning_rate=0, steps=1, temperature=5e-324
    ),
    "p must be a real number, not <U3": arguments(core.top_p, [1, 2], "0.5"),
    "temperature must be one number, not an array of shape (1,)": arguments(
        core.rank_probs, core.rank([1, 2]), temperature=[1]
    ),
    "count must be a number >= 0": arguments(core.mass_of_first, RANKED, NAN),
    "count must be at least 1: nothing has no entropy": arguments(core.entropy_of_first, RANKED, 0),
    "share must be a number >= 0": arguments(core.first_at_least, RANKED, -1),
    "mass must be a number >= 0": arguments(core.first_with_mass, RANKED, NAN),
    "size and seed must be >= 0, not -1 and 0": arguments(core.uniforms, size=-1, seed=0),
    "seed must be an integer, not None": arguments(core.sample, [1, 2], size=1, seed=None),
    "queries and keys must be finite, and small enough to be multiplied": arguments(
        core.attention_products, [[1e308]], [[1e308]]
    ),
    "the scale must be finite, and leave the scores so": arguments(
        core.attention_weights, [[1e308, 1]], scale=10
    ),
    "allowed must be True or False for each key, not float64": arguments(
        core.attention_weights, [[1, 2]], allowed=[0.0, -INF]
    ),
    "n_queries must be >= 0, not -1": arguments(core.causal_mask, -1),
    "point and step must be finite, and together not too large for float64": arguments(
        core.numerical_gradient, np.sum, [1.0], step=INF
    ),
    "features must be rows of samples, not an array of shape (0, 1)": arguments(
        core.regression_loss, np.zeros((0, 1)), np.zeros(0, int), W, B
    ),
    "2 samples need as many labels, not an array of shape (1,)": arguments(
        core.train_regression, [[1.0], [2.0]], [0], n_classes=2, learning_rate=1, steps=1
    ),
    "features and weights are too large, or not finite: a slope is nan": arguments(
        core.regression_grad, [[INF]], [0], [[1.0], [-1.0]], B
    ),
    "scores must be real numbers, not a masked array": arguments(core.sigmoid, MASKED),
    "format must be one of float64, float32, float16, bfloat16, float8_e5m2, float8_e4m3fn, "
    "not 'float7'": arguments(core.format_dtype, "float7"),
}
COMPLEX = {
    "scores": [
        arguments(core.descend, [1j], 0),
        arguments(core.cross_entropy, [1j], 0),
        arguments(core.sigmoid, 1j),
    ],
    "probabilities": [
        arguments(core.cross_entropy_from_probs, [1j], 0),
        arguments(core.cross_entropy_from_probs_grad, [1j], 0),
    ],
    "features": [
        arguments(core.regression_logits, [[1j]], W, B),
        arguments(core.regression_grad, [[1j]], [0], W, B),
        arguments(core.standardize, [[1j]]),
        arguments(core.train_regression, [[1j]], [0], n_classes=2, learning_rate=1, steps=1),
    ],
    "weights": [
        arguments(core.regression_logits, [[1]], [[1j]], B),
        arguments(core.regression_loss, [[1]], [0], W * 1j, B),
        arguments(core.regression_grad, [[1]], [0], W * 1j, B),
    ],
    "biases": [arguments(core.regression_logits, [[1]], W, [1j])],
    "queries": [arguments(core.attention_products, [[1j]], [[1]])],
    "keys": [arguments(core.attention_products, [[1]], [[1j]])],
    "points": [arguments(core.numerical_gradient, np.sum, [1j])],
}


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_refusal_is_exactly_this_sentence(sentence):
    function, given, keywords = SENTENCES[sentence]
    with pytest.raises((TypeError, ValueError), match=f"^{re.escape(sentence)}$"):
        function(*given, **keywords)


@pytest.mark.parametrize(("name", "call"), [(n, c) for n, calls in COMPLEX.items() for c in calls])
def test_a_refusal_names_what_is_no_real_number(name, call):
    function, given, keywords = call
    with pytest.raises(TypeError, match=f"^{name} must be real numbers, not complex128$"):
        function(*given, **keywords)
