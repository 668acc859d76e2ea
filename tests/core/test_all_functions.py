"""What holds for every public function alike."""

import inspect
import tracemalloc

import numpy as np
import pytest

import softmax_core

Z = np.array([[4.0, -4.0, 3.0], [2.0, 3.0, 5.0]])
P = softmax_core.softmax(Z)
SHORT = np.array([4.0, -4.0, 3.0])
X = np.array([[1.0, 2.0], [3.0, 4.0]])
W = np.array([[0.1, 0.2], [0.3, 0.4], [0.5, 0.6]])
B = np.array([0.1, 0.2, 0.3])
Y = np.array([0, 2])
QUERIES = np.array([[[4.0, -4.0], [3.0, 2.0]], [[1.0, 0.0], [-2.0, 5.0]]])
RANKED = softmax_core.rank_probs(softmax_core.rank(SHORT))

CALLS = {
    "attention_products": (QUERIES, QUERIES),
    "attention_weights": (QUERIES,),
    "cross_entropy": (Z, Y),
    "cross_entropy_from_probs": (P, Y),
    "cross_entropy_from_probs_grad": (P, Y),
    "cross_entropy_grad": (Z, P),
    "descend": (Z, Y),
    "entropy": (P,),
    "entropy_of_first": (RANKED, Y + 1),
    "exp_step": (Z, Z),
    "first_at_least": (RANKED, P),
    "first_with_mass": (RANKED, P),
    "hardmax": (Z,),
    "kl_divergence": (P, P),
    "linear_normalize": (Z,),
    "log_softmax": (Z,),
    "log_softmax_in_format": (Z, "float16"),
    "logsumexp": (Z,),
    "make_positive": (Z, "softplus"),
    "mass_of_first": (RANKED, Y),
    "min_p": (Z, 0.1),
    "numerical_gradient": (np.sum, SHORT),
    "numerical_jacobian": (softmax_core.softmax, SHORT),
    "one_hot": (Y, 3),
    "online_softmax": (Z,),
    "perplexity": (P,),
    "rank": (SHORT,),
    "rank_probs": (softmax_core.rank(SHORT),),
    "regression_grad": (X, Y, W, B),
    "regression_logits": (X, W, B),
    "regression_loss": (X, Y, W, B),
    "sample": (Z,),
    "sigmoid": (Z,),
    "smooth_labels": (P,),
    "softmax": (Z,),
    "softmax_in_format": (Z, "float16"),
    "softmax_jacobian": (Z,),
    "softmax_steps": (Z,),
    "standardize": (X,),
    "top_k": (Z, 2),
    "top_p": (Z, 0.9),
    "train_regression": (X, Y),
}
KEYWORDS = {
    "attention_weights": {"scale": 0.5, "allowed": np.array([True, False])},
    "online_softmax": {"block": 2, "name": "float16"},
    "sample": {"size": 4, "seed": 0},
    "smooth_labels": {"smoothing": 0.1},
    "train_regression": {"n_classes": 3, "learning_rate": 0.1, "steps": 2},
}
NOT_BY_ROWS = (
    *("numerical", "regression", "train", "standardize"),
    *("rank", "mass_of", "entropy_of", "first_"),
)
WITHOUT_ARRAYS = {"causal_mask", "format_dtype", "format_limits", "largest_equal_score", "uniforms"}


def public_functions() -> dict[str, object]:
    found = {name: getattr(softmax_core, name) for name in softmax_core.__all__}
    return {name: one for name, one in found.items() if inspect.isfunction(inspect.unwrap(one))}


def test_every_function_with_arrays_is_called_here():
    assert public_functions().keys() == CALLS.keys() | WITHOUT_ARRAYS


@pytest.mark.parametrize("name", CALLS)
def test_no_function_writes_to_what_it_is_given(name):
    given = [one.copy() if isinstance(one, np.ndarray) else one for one in CALLS[name]]
    for one in given:
        if isinstance(one, np.ndarray):
            one.setflags(write=False)  # a write would raise
    getattr(softmax_core, name)(*given, **KEYWORDS.get(name, {}))
    for one, before in zip(given, CALLS[name], strict=True):
        if isinstance(one, np.ndarray):
            np.testing.assert_array_equal(one, before)


@pytest.mark.parametrize("name", public_functions())
def test_every_function_says_what_it_does(name):
    function = public_functions()[name]
    text = inspect.getdoc(function) or ""
    assert ">>> " in text
    if name not in WITHOUT_ARRAYS:
        assert "Formula:" in text
        assert "Shapes:" in text


def fields_of(found: object) -> tuple[object, ...]:
    return found if isinstance(found, tuple) else (found,)


def test_extreme_scores_leave_no_warning():
    for scores in (Z * 1e300, Z * 1e-300, np.array([[np.inf, 0.0], [0.0, -np.inf]]), Z * 0):
        for name in ("softmax", "log_softmax", "logsumexp", "hardmax", "softmax_steps"):
            for temperature in (1.0, 1e-300, 1e300):
                keywords = {} if name == "hardmax" else {"temperature": temperature}
                found = getattr(softmax_core, name)(scores, **keywords)
                assert not any(np.isnan(one).any() for one in fields_of(found)), name
        assert softmax_core.cross_entropy(scores, 0).shape == (2,)
        assert softmax_core.cross_entropy_grad(scores, 0).shape == scores.shape


def rows_of(name: str, result: object) -> list[np.ndarray]:
    fields = list(result) if isinstance(result, tuple) else [result]
    numbers = [np.asarray(one) for one in fields if not isinstance(one, tuple)]
    # a descent has its steps before its rows
    return [np.moveaxis(one, 1, 0) if name == "descend" else one for one in numbers]


@pytest.mark.parametrize(
    "name",
    [n for n in CALLS if not n.startswith(NOT_BY_ROWS)],
)
def test_a_batch_is_its_rows(name):
    function, given = getattr(softmax_core, name), CALLS[name]
    keywords = KEYWORDS.get(name, {})
    together = rows_of(name, function(*given, **keywords))
    for number in range(2):
        arguments = [one[number] if isinstance(one, np.ndarray) else one for one in given]
        if name != "one_hot" and len(arguments) > 1 and isinstance(arguments[1], np.integer):
            arguments[1] = int(arguments[1])
        result = function(*arguments, **keywords)
        alone = [np.asarray(one) for one in (result if isinstance(result, tuple) else [result])]
        for batch, row in zip(together, alone, strict=False):
            np.testing.assert_allclose(batch[number], row, rtol=1e-14, atol=1e-300)


@pytest.mark.parametrize("scale", [1.0, 100.0])  # at 100 one class dominates every row
@pytest.mark.parametrize(
    "name",
    ["softmax", "hardmax", "logsumexp", "log_softmax", "cross_entropy", "cross_entropy_grad"],
)
def test_no_more_than_two_large_temporaries_are_held(name, scale):
    logits = np.random.default_rng(0).normal(0, scale, (64, 1000))
    arguments = (logits, np.arange(64)) if name.startswith("cross") else (logits,)
    tracemalloc.start()
    result = getattr(softmax_core, name)(*arguments)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    small = 0.25  # masks of a byte a number, blocks, one number a row
    assert peak - result.nbytes <= (2 + small) * logits.nbytes
