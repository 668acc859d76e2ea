"""A scene as plain JSON: its words, figures and controls; its numbers travel as arrays.

``browser/messages.d.ts`` says the same to the scripts: a test compares the two.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np
import pandas  # noqa: F401 (whole before plotly looks for it, which another thread may be importing)

from softmax_app.classroom.wall import no_room
from softmax_app.figures import theme
from softmax_app.figures.live_figure import Feed, Handle, LiveFigure
from softmax_app.kit.content import Element, to_json
from softmax_app.kit.scene import Button, ButtonRow, Control, Panel, Part, Scene
from softmax_app.kit.tables import Table
from softmax_app.live.arrays import JSON
from softmax_app.settings import Settings
from softmax_app.sweeps import fingerprint
from softmax_app.texts import common, loading, told
from softmax_app.texts.text import LANGUAGE_TAGS, LANGUAGES, Language


def scene_json(scene: Scene, settings: Settings, errors: Mapping[str, str]) -> JSON:
    """Return all of a scene but its numbers, with the reasons why events were refused."""
    return {
        "language": settings.language,
        "tag": LANGUAGE_TAGS[settings.language],
        "view": settings.view,
        "saveAs": common.SAVE_AS.say(settings.language),
        "telling": {
            "sentence": told.SENTENCE.say(settings.language),
            "between": told.BETWEEN.say(settings.language),
        },
        "loading": {
            "coming": loading.FIGURES_COMING.say(settings.language),
            "missing": loading.MISSING.say(settings.language),
        },
        "lesson": scene.lesson.partition("/")[0].replace("_", "-"),
        "parts": [part_json(part, scene.lesson, settings, errors) for part in scene.parts],
        "noRoom": None if settings.view == "page" else _no_room(settings.language),
        "shades": theme.SHADES,
    }


def part_json(part: Part, lesson: str, settings: Settings, errors: Mapping[str, str]) -> JSON:
    """Return all of a part but its numbers."""
    return {
        "css": part.css,
        "lead": [_panel(panel) for panel in part.lead],
        "hand": [_panel(panel) for panel in part.hand],
        "key": [_panel(panel) for panel in part.key],
        "controls": [_control(one, lesson, settings, errors) for one in part.controls],
        "stage": [_panel(panel) for panel in part.stage],
        "below": [_panel(panel) for panel in part.below],
    }


@lru_cache(maxsize=len(LANGUAGES))
def _no_room(language: Language) -> JSON:
    return part_json(no_room(language), "", Settings(), {})


def _panel(panel: Panel) -> JSON:
    if isinstance(panel, LiveFigure):
        return {"figure": _figure(panel)}
    return {"markup": _markup(panel)}


@lru_cache(maxsize=512)  # most sentences, formulas and tables stay while the numbers move
def _markup(panel: Element | Table) -> Any:
    return to_json(panel.markup() if isinstance(panel, Table) else panel)


@lru_cache(maxsize=128)  # figures are made once for the same words, so this is too
def _figure(figure: LiveFigure) -> JSON:
    return {
        "wide": figure.wide.to_json(),
        "narrow": figure.narrow.to_json(),
        "feeds": [_feed(feed) for feed in figure.feeds],
        "height": figure.height,
        "narrowHeight": figure.narrow_height,
        "lowest": figure.lowest,
        "narrowBelow": figure.narrow_below,
        "description": figure.description,
        "told": [one._asdict() for one in figure.told],
        "handle": _handle(figure.handle) if figure.handle else None,
        "pick": figure.pick._asdict() if figure.pick else None,
    }


def _handle(handle: Handle) -> JSON:
    return {
        "axis": handle.axis,
        "valueAxis": handle.value_axis,
        "bars": bool(handle.bars),
        "first": handle.first,
        "ahead": handle.ahead,
        "controls": handle.controls,
    }


def _feed(feed: Feed) -> JSON:
    return {
        "trace": feed.trace,
        "attribute": feed.attribute,
        "array": feed.array,
        "asText": feed.as_text,
        "lookup": list(feed.lookup),
    }


def _control(
    control: ButtonRow | Control, lesson: str, settings: Settings, errors: Mapping[str, str]
) -> JSON:
    if isinstance(control, ButtonRow):
        found = [errors[button.id] for button in control.buttons if button.id in errors]
        return {
            "id": "+".join(button.id for button in control.buttons),
            "kind": control.kind,
            "heading": control.heading,
            "buttons": [_button(button) for button in control.buttons],
            "error": " ".join(found),
        }
    grid, value = control.slider.grid, control.slider.value
    name = control.name
    related = (
        control.slider.id,
        name.id if name else "",
        control.remove.id if control.remove else "",
    )
    return {
        "id": control.slider.id,
        "key": fingerprint(lesson, control.slider, settings),
        "label": control.label,
        "grid": _grid(grid.tobytes()),
        "value": value,
        "index": _nearest(grid, value),
        "beyond": bool(value < grid[0] or value > grid[-1]),
        "marks": [[_nearest(grid, mark), mark] for mark in control.marks],
        "color": control.color,
        "follows": control.follows,
        "play": control.play._asdict() if control.play else None,
        "name": name._asdict() if name else None,
        "remove": _button(control.remove) if control.remove else None,
        "error": " ".join(errors[one] for one in related if one in errors),
    }


@lru_cache(maxsize=128)
def _grid(grid: bytes) -> list[float]:
    listed: list[float] = np.frombuffer(grid).tolist()
    return listed


def _nearest(grid: np.typing.NDArray[np.float64], value: float) -> int:
    return int(abs(grid - value).argmin())


def _button(button: Button) -> JSON:
    return button._asdict()
