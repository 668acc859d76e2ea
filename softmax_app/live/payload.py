"""A scene as what is sent to the browser: plain JSON, with arrays as base64."""

import base64
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import numpy as np

from softmax_app.bindings import Element, Feed, Frames, LiveFigure, to_json
from softmax_app.figures import theme
from softmax_app.lessons.scene import Button, ButtonRow, Control, Panel, Part, Scene
from softmax_app.settings import Settings
from softmax_app.sweeps import along, fingerprint
from softmax_app.texts import common

JSON = dict[str, Any]
DTYPES = {
    "float64": "f8",
    "float32": "f4",
    "int64": "i1",
    "uint8": "u1",
}  # whole numbers are choices and counts


def payload(scene: Scene, settings: Settings, errors: Mapping[str, str]) -> JSON:
    """Return everything about a scene but the sweep of the control in hand."""
    return {
        "language": settings.language,
        "view": settings.view,
        "saveAs": common.SAVE_AS.say(settings.language),
        "lesson": scene.lesson.partition("/")[0].replace("_", "-"),
        "parts": [_part(part, scene.lesson, settings, errors) for part in scene.parts],
        "now": frames_json(scene.now),
        "shades": theme.SHADES,
    }


def sweep(scene: Scene, settings: Settings, armed: str, have: str) -> JSON | None:
    """Return the sweep along the control ``armed``, or None if the browser has it already."""
    for control in scene.controls:
        if isinstance(control, Control) and control.slider.id == armed:
            key = fingerprint(scene.lesson, control.slider, settings)
            if key == have:
                return None
            frames = scene.evaluate(along(control.slider, settings))
            return {"id": armed, "key": key, "frames": frames_json(frames)}
    return None


def _part(part: Part, lesson: str, settings: Settings, errors: Mapping[str, str]) -> JSON:
    return {
        "css": part.css,
        "lead": [_panel(panel) for panel in part.lead],
        "controls": [_control(one, lesson, settings, errors) for one in part.controls],
        "stage": [_panel(panel) for panel in part.stage],
        "below": [_panel(panel) for panel in part.below],
    }


def frames_json(frames: Frames) -> JSON:
    """Return arrays as bytes, so that every digit, nan and inf arrive as they are."""
    return {name: _array(array) for name, array in frames.items()}


def _array(array: np.typing.NDArray[Any]) -> JSON:
    kind = DTYPES[array.dtype.name]
    sent = np.ascontiguousarray(array, dtype=f"<{kind}")
    if array.dtype == np.int64 and (sent != array).any():
        raise ValueError("a choice or count must fit into a byte")
    data = base64.b64encode(sent.tobytes()).decode("ascii")
    return {"dtype": kind, "rows": len(sent), "data": data}


def _panel(panel: Panel) -> JSON:
    if isinstance(panel, Element):
        return {"markup": to_json(panel)}
    return {"figure": _figure(panel)}


@lru_cache(maxsize=128)  # figures are made once for the same words, so this is too
def _figure(figure: LiveFigure) -> JSON:
    return {
        "wide": figure.wide.to_json(),
        "narrow": figure.narrow.to_json(),
        "feeds": [_feed(feed) for feed in figure.feeds],
        "height": figure.height,
        "narrowHeight": figure.narrow_height,
        "description": figure.description,
        "handle": figure.handle._asdict() if figure.handle else None,
        "pick": figure.pick._asdict() if figure.pick else None,
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
        "grid": grid.tolist(),
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


def _nearest(grid: np.typing.NDArray[np.float64], value: float) -> int:
    return int(abs(grid - value).argmin())


def _button(button: Button) -> JSON:
    return button._asdict()
