"""The source of the core is shown to students: what they see reads as the formula."""

import ast
import doctest
import importlib
import inspect
import re
import textwrap

import numpy as np
import pytest

import softmax_core

MOST_LINES = 10
SHORTENED = ("softmax", "log_softmax", "logsumexp", "cross_entropy")


def plain_functions():
    found = {name: inspect.unwrap(getattr(softmax_core, name)) for name in softmax_core.__all__}
    return {name: one for name, one in found.items() if inspect.isfunction(one)}


FUNCTIONS = plain_functions()


def lines_of_body(function) -> list[str]:
    """Return the lines of the statements behind the docstring, without those of comments."""
    source = textwrap.dedent(inspect.getsource(function))
    definition = ast.parse(source).body[0]
    statements = definition.body[1 if ast.get_docstring(definition) else 0 :]
    numbers = {n for one in statements for n in range(one.lineno, one.end_lineno + 1)}
    lines = [source.splitlines()[number - 1].strip() for number in sorted(numbers)]
    return [line for line in lines if line and not line.startswith("#")]


def of_arguments(name: str, row: np.ndarray) -> tuple[object, ...]:
    return (row, 0) if name == "cross_entropy" else (row,)


def test_the_lines_of_a_body_are_counted_without_docstring_and_comments():
    def example(number):
        """Say something."""
        # a comment
        doubled = (
            number * 2
        )  # fmt: skip

        return doubled

    assert lines_of_body(example)[0] == "doubled = ("
    assert len(lines_of_body(example)) == 4


def test_every_kind_of_function_is_looked_at():
    assert {"softmax", "format_limits", "make_positive", "train_regression"} <= FUNCTIONS.keys()


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_shown_function_is_read_at_a_glance(name):
    lines = lines_of_body(FUNCTIONS[name])
    assert 0 < len(lines) <= MOST_LINES
    assert not any(re.search(r"quick", line, re.IGNORECASE) for line in lines)


@pytest.mark.parametrize("name", FUNCTIONS)
def test_a_decorator_says_on_its_line_what_it_is_for(name):
    source = inspect.getsource(FUNCTIONS[name])
    decorators = [line for line in source.splitlines() if line.startswith("@")]
    assert all("  # " in line for line in decorators)
    assert bool(decorators) == (getattr(softmax_core, name) is not FUNCTIONS[name])


@pytest.mark.parametrize("name", SHORTENED)
def test_a_decorated_function_stays_what_it_is(name):
    function = getattr(softmax_core, name)
    assert function is not FUNCTIONS[name]
    assert (function.__name__, function.__doc__) == (name, FUNCTIONS[name].__doc__)
    assert inspect.signature(function) == inspect.signature(FUNCTIONS[name])
    module = importlib.import_module(function.__module__)
    found = {test.name for test in doctest.DocTestFinder().find(module) if test.examples}
    assert f"{function.__module__}.{name}" in found
    with pytest.raises(TypeError, match=rf"^{name}\(\) missing .* 'logits'"):
        function()


@pytest.mark.parametrize("temperature", [1.0, 0.3])
@pytest.mark.parametrize("name", SHORTENED)
def test_what_is_shown_gives_what_the_short_way_gives(name, temperature):
    random = np.random.default_rng(2)
    for n_classes in (1, 2, 3, 16):
        given = of_arguments(name, random.normal(0, 3, n_classes))
        short = getattr(softmax_core, name)(*given, temperature=temperature)
        shown = FUNCTIONS[name](*given, temperature=temperature)
        assert type(short) is type(shown)
        np.testing.assert_allclose(short, shown, rtol=1e-14, atol=1e-15)


@pytest.mark.parametrize("name", SHORTENED)
def test_arguments_may_be_named(name):
    given = of_arguments(name, np.array([4.0, -4.0, 3.0]))
    named = dict(zip(("logits", "targets"), given, strict=False))
    function = getattr(softmax_core, name)
    np.testing.assert_array_equal(function(**named), function(*given))
