"""No figure leaves it to colour alone what is what, unless every eye tells its colours apart.

Eyes that lack one kind of cones see as Machado et al. (2009) say, all of that kind missing.
"""

import itertools
from functools import cache
from typing import Any

import plotly.graph_objects as go
import pytest
from coloraide import Color

from softmax_app import course
from softmax_app.figures import regions, theme, two_plots
from softmax_app.figures.live_figure import LiveFigure
from softmax_app.kit.lesson import Page
from softmax_app.settings import Settings
from softmax_app.settings.limits import MOST_CLASSES

CONES = ("protan", "deutan", "tritan")
GROUNDS = ("light", "dark")
NOTICED = 2.3  # CIEDE2000: the least difference that an eye notices
APART = 3 * NOTICED
FAR_APART = 18.0
SETTINGS = {
    "three": Settings(scores=(4.0, -4.0, 3.0)),
    "ten": Settings(scores=tuple(map(float, range(MOST_CLASSES)))),
}
BY_LIGHT = {shade.light: shade for shade in theme.SHADES.values()}


@cache
def seen(color: str, lacking: str) -> Color:
    """Return a colour as it looks without one kind of cones."""
    return Color(color).filter(lacking, 1, method="machado", space="srgb-linear").clip("srgb")


@cache
def apart(one: theme.Shade, other: theme.Shade) -> float:
    """Return how different two colours are where, and to whom, they are least so."""
    pairs = [(getattr(one, ground), getattr(other, ground)) for ground in GROUNDS]
    return min(
        seen(first, cones).delta_e(seen(second, cones), method="2000")
        for first, second in pairs
        for cones in CONES
    )


def least_apart(shades: Any) -> float:
    return min(apart(*pair) for pair in itertools.combinations(shades, 2))


def test_red_and_green_of_one_lightness_are_not_apart():
    red, green = theme.Shade("#c05050", "#c05050"), theme.Shade("#6b7d30", "#6b7d30")
    assert apart(red, green) < APART < Color(red.light).delta_e(green.light, method="2000")


def test_three_classes_are_told_apart_by_every_eye():
    assert least_apart(theme.CLASSES[:3]) > APART


def test_ten_classes_are_not_so_that_names_tell_them_too():
    assert least_apart(theme.CLASSES) < APART


def test_more_and_less_are_told_apart_by_every_eye():
    assert apart(theme.RISE, theme.FALL) > FAR_APART
    assert apart(theme.RISING, theme.FALLING) > FAR_APART


def test_routes_and_points_are_told_apart_by_every_eye():
    assert least_apart([theme.TEXT, theme.MARK, theme.OTHER_MARK]) > APART
    assert least_apart([theme.TEXT, theme.MARK, theme.FAULT]) > FAR_APART
    colors, dashes = zip(*two_plots.LOOKS.values(), strict=True)
    assert len(set(colors)) == len(set(dashes)) == len(two_plots.LOOKS)


def figures(page: Page, settings: Settings) -> list[go.Figure]:
    panels = page.scene(page.opened(settings)).panels
    drawn = [one for one in panels if isinstance(one, LiveFigure)]
    return [figure for one in drawn for figure in (one.wide, one.narrow)]


def marks(trace: Any) -> tuple[str, ...]:
    """Return the colours of a trace's bars, points or line."""
    if trace.type == "heatmap":
        return ()
    mode = trace.mode if trace.type == "scatter" else "markers"
    if "markers" not in mode:
        return (trace.line.color,) if mode == "lines" else ()
    color = trace.marker.color
    return (color,) if isinstance(color, str) else tuple(color or ())


def look(trace: Any) -> tuple[object, ...]:
    """Return what tells a trace from others, whatever its colour."""
    if trace.type == "bar":
        shape = (trace.marker.pattern.shape, trace.width, trace.offset)
    else:
        shape = (trace.mode, trace.line.dash or "solid", trace.fill, str(trace.marker.symbol))
    return (trace.type, trace.xaxis, trace.yaxis, *shape)


def is_named(trace: Any, figure: go.Figure) -> bool:
    """Do the marks of a trace say what they are: on their axis, when pointed at, or by a sign?"""
    colors = marks(trace)
    number = (trace.xaxis or "x").removeprefix("x")
    below = figure.layout[f"xaxis{number}"].ticktext or ()
    says = "%{customdata}" in (trace.hovertemplate or "")
    pointed_at = trace.customdata if says else ()
    signs = trace.marker.symbol if trace.type == "scatter" else None
    by_sign = isinstance(signs, tuple) and len({*zip(signs, colors, strict=True)}) == len({*signs})
    return len(colors) in (len(below), len(pointed_at)) or by_sign


@pytest.mark.parametrize("count", SETTINGS)
@pytest.mark.parametrize("page", [course.HOME, *course.LESSONS], ids=lambda page: page.name)
def test_what_has_one_shape_and_place_has_colours_that_are_apart_or_names(page, count):
    for figure in figures(page, SETTINGS[count]):
        known: dict[tuple[object, ...], set[theme.Shade]] = {}
        for trace in figure.data:
            shades = {BY_LIGHT[color] for color in marks(trace) if color in BY_LIGHT}
            if len(shades) > 1:
                assert is_named(trace, figure), trace
            elif shades:
                known.setdefault(look(trace), set()).update(shades)
        for alike, shades in known.items():
            if len(shades) > 1:
                assert least_apart(shades) > APART, alike


def test_birds_are_told_apart_by_their_signs_too():
    traces = [one for figure in figures(course.LESSONS[8], Settings()) for one in figure.data]
    points = [one for one in traces if one.type == "scatter"]
    birds = [one for one in points if isinstance(one.marker.symbol, tuple)]
    assert birds
    for one in birds:
        kinds = set(zip(one.marker.color, one.marker.symbol, strict=True))
        assert {symbol for _, symbol in kinds} == set(regions.SYMBOLS)
        assert len(kinds) == len(regions.SYMBOLS)
