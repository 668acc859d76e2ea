"""Colours that can be told apart, read, and exchanged."""

import itertools

import pytest

from softmax_app.figures import theme
from softmax_app.settings.limits import MOST_CLASSES

READ = [
    *theme.CLASSES,
    theme.TEXT,
    theme.MUTED,
    theme.FAULT,
    theme.ASK,
    theme.MARK,
    theme.OTHER_MARK,
]


def luminance(color: str) -> float:
    """Relative luminance, https://www.w3.org/TR/WCAG21/#dfn-relative-luminance."""
    channels = [int(color[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted([luminance(one), luminance(other)])
    return (high + 0.05) / (low + 0.05)


def test_there_is_a_colour_for_every_class():
    assert len(theme.CLASSES) == MOST_CLASSES


@pytest.mark.parametrize("shade", READ)
def test_what_is_read_has_the_contrast_of_text_on_either_ground(shade):
    assert contrast(shade.light, theme.GROUND.light) >= 4.5
    assert contrast(shade.dark, theme.GROUND.dark) >= 4.5


def test_no_two_meanings_have_one_colour():
    lights = [shade.light for shade in theme.SHADES.values()]
    assert len(set(lights)) == len(lights)  # else the dark twin would be ambiguous
    for one, other in itertools.combinations(theme.CLASSES, 2):
        assert one.dark != other.dark


@pytest.mark.parametrize("shade", [theme.RISE, theme.FALL, theme.RISING, theme.FALLING])
def test_numbers_can_be_read_on_a_coloured_cell(shade):
    assert contrast(shade.light, theme.TEXT.light) >= 4.5
    assert contrast(shade.dark, theme.TEXT.dark) >= 4.5
