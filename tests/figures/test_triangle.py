"""The triangle of all distributions over three classes."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from softmax_app.figures.triangle import CORNERS, place
from softmax_app.lessons.scores_to_probabilities import lesson
from softmax_app.settings import Settings
from softmax_core import linear_normalize, softmax

scores = arrays(np.float64, 3, elements=st.floats(-30, 30))


def test_its_sides_are_equal_and_its_centre_is_uniform():
    sides = np.linalg.norm(CORNERS - np.roll(CORNERS, 1, axis=0), axis=1)
    np.testing.assert_allclose(sides, 1)
    np.testing.assert_allclose(place(np.full(3, 1 / 3)), CORNERS.mean(axis=0))
    np.testing.assert_array_equal(place(np.eye(3)), CORNERS)


@given(scores)
def test_a_distribution_lies_inside(logits):
    x, y = place(softmax(logits))
    assert -1e-12 <= y <= min(2 * x, 2 * (1 - x)) * CORNERS[2, 1] + 1e-12


def test_the_three_answers_are_where_the_core_puts_them():
    settings = Settings(scores=(4.0, 1.0, 3.0))
    figure = lesson.triangle_figure(settings).at(lesson.scene(settings).now)
    for trace, probs in ((2, linear_normalize([4, 1, 3]).shares), (3, softmax([4, 1, 3]))):
        found = [figure.data[trace].x[0], figure.data[trace].y[0]]
        np.testing.assert_allclose(found, place(probs), rtol=1e-15)
    assert (figure.data[4].x[0], figure.data[4].y[0]) == tuple(CORNERS[0])


def test_the_path_runs_from_hardmax_towards_the_centre_through_the_answer():
    settings = Settings(scores=(4.0, 1.0, 3.0))
    path = lesson.triangle_figure(settings).at(lesson.scene(settings).now).data[1]
    np.testing.assert_allclose([path.x[0], path.y[0]], CORNERS[0], atol=1e-6)
    middle = len(path.x) // 2  # T = 1
    np.testing.assert_allclose(
        [path.x[middle], path.y[middle]], place(softmax([4, 1, 3])), rtol=2.0**-11
    )
    np.testing.assert_allclose([path.x[-1], path.y[-1]], CORNERS.mean(axis=0), atol=0.05)
