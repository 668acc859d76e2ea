"""The READMEs' picture of a class on one server, from what ``benchmarks.classroom`` has measured.

The 95th percentile of how long a change of a score takes, against the number of students.

    python -m benchmarks.classroom --json classroom.json
    python -m docs.classroom classroom.json
"""

import json
import math
import sys
from pathlib import Path
from typing import Any, Final

import plotly
import plotly.graph_objects as go
from playwright.sync_api import Browser, sync_playwright

from docs.picture import shrink
from softmax_app.figures import theme
from softmax_app.texts.text import Language, Text
from tests.browser.server import ARGUMENTS, find_chromium

FOLDER: Final = Path(__file__).parent
PICTURES: Final[dict[Language, str]] = {"en": "classroom.png", "zh": "classroom.zh.png"}
WIDTH: Final = 700
HEIGHT: Final = 340
LIBRARY: Final = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
FONT: Final = "'Source Sans 3', 'Noto Sans', 'DejaVu Sans', 'Noto Sans CJK SC', sans-serif"

WAYS: Final = {  # words and a colour
    "stock": (Text(en="stock page", zh="普通页面"), theme.CLASSES[1]),
    "ours": (Text(en="this course", zh="本课程"), theme.CLASSES[0]),
}
CLOSE: Final = 0.5  # powers of ten between two last points, below which their words make room
TITLE: Final = Text(
    en="From wanting a change to having all of its figure and numbers, 95th percentile",
    zh="从想要改动到图与数字全部到达所需时间的第 95 百分位",
)
STUDENTS: Final = Text(
    en="students, each changing a score once a second", zh="每人平均每秒改动一次得分的学生人数"
)
MILLISECOND: Final = Text(en="{number} ms", zh="{number} 毫秒")
SECOND: Final = Text(en="{number} s", zh="{number} 秒")


def main() -> None:
    """Write one picture for each language."""
    if len(sys.argv) != 2:
        sys.exit("python -m docs.classroom classroom.json")
    measured = json.loads(Path(sys.argv[1]).read_text("utf-8"))
    path = find_chromium()
    if path is None:
        sys.exit("no Chromium on this machine (Debian: apt-get install chromium)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        for language, name in PICTURES.items():
            take(browser, figure(measured["classes"], language), FOLDER / name)
        browser.close()


def figure(classes: dict[str, list[dict[str, Any]]], language: Language) -> go.Figure:
    """Return the curves of all ways, with their names beside them."""
    shown = {name: classes[name] for name in WAYS}
    every = [lesson["students"] for lesson in shown["ours"]]
    found = go.Figure()
    for name, lessons in shown.items():
        add_curve(found, lessons, WAYS[name][1].light)
    for name, lessons in shown.items():
        others = [other[-1] for another, other in shown.items() if another != name]
        words = f"<b>{WAYS[name][0].say(language)}</b><br>{time_of(lessons[-1], language)}"
        add_words(found, lessons[-1], others, words, WAYS[name][1].light)
    found.update_layout(
        template=theme.template(),
        width=WIDTH,
        height=HEIGHT,
        paper_bgcolor=theme.GROUND.light,
        font={"family": FONT, "size": 15},
        margin={"l": 76, "r": 120, "t": 48, "b": 62},
        title={"text": TITLE.say(language), "x": 0.01, "y": 0.95, "font": {"size": 15}},
        xaxis={
            "title": {"text": STUDENTS.say(language), "font": {"size": 15}},
            "range": [min(every) - 0.04 * max(every), max(every)],
            "tickvals": every,
            "showgrid": False,
        },
        yaxis={"type": "log", **decades(shown, language)},
    )
    return found


def add_curve(found: go.Figure, lessons: list[dict[str, Any]], color: str) -> None:
    """Add one way's curve; a point is open where it is only a bound."""
    given_up = [lesson["times"]["is_given_up"] for lesson in lessons]
    symbols = ["triangle-up-open" if one else "circle" for one in given_up]
    found.add_scatter(
        x=[lesson["students"] for lesson in lessons],
        y=[milliseconds(lesson) for lesson in lessons],
        mode="lines+markers",
        line={"color": color, "width": 3},
        marker={"size": 10, "symbol": symbols, "color": color, "line": {"color": color}},
        cliponaxis=False,
    )


def add_words(
    found: go.Figure,
    lesson: dict[str, Any],
    others: list[dict[str, Any]],
    words: str,
    color: str,
) -> None:
    """Write what a curve is beside its last point, above or below where another one is close."""
    height = math.log10(milliseconds(lesson))
    gaps = [height - math.log10(milliseconds(other)) for other in others]
    close = next((gap for gap in gaps if abs(gap) < CLOSE), None)
    anchor = "middle" if close is None else "bottom" if close > 0 else "top"
    found.add_annotation(
        x=lesson["students"],
        y=height,
        text=words,
        font={"color": color},
        align="left",
        xanchor="left",
        yanchor=anchor,
        xshift=12,
        showarrow=False,
    )


def milliseconds(lesson: dict[str, Any]) -> float:
    """Return the 95th percentile of a class."""
    return float(1000 * lesson["times"]["late"])


def time_of(lesson: dict[str, Any], language: Language) -> str:
    """Return the 95th percentile of a class in words."""
    bound = "> " if lesson["times"]["is_given_up"] else ""
    return bound + duration(milliseconds(lesson), language)


def decades(classes: dict[str, list[dict[str, Any]]], language: Language) -> dict[str, Any]:
    """Return the range of the axis of time, and its ticks: whole powers of ten."""
    late = [milliseconds(lesson) for lessons in classes.values() for lesson in lessons]
    low, high = math.floor(math.log10(min(late))), math.ceil(math.log10(max(late)))
    values = [10.0**power for power in range(low, high + 1)]
    words = [duration(value, language) for value in values]
    return {"range": [low, high], "tickvals": values, "ticktext": words}


def duration(value: float, language: Language) -> str:
    """Return milliseconds in the words of a language, in two digits."""
    unit, size = (MILLISECOND, value) if value < 1000 else (SECOND, value / 1000)
    return unit.say(language, number=f"{float(f'{size:.2g}'):g}")


def take(browser: Browser, found: go.Figure, file: Path) -> None:
    """Have plotly.js draw a figure, and write it in few colours."""
    page = browser.new_page(
        viewport={"width": WIDTH, "height": HEIGHT}, device_scale_factor=2, color_scheme="light"
    )
    page.set_content('<body style="margin: 0"><div id="plot"></div>')
    page.add_script_tag(path=LIBRARY)
    page.evaluate(
        "async ({ data, layout }) => {"
        " await document.fonts.ready; await Plotly.newPlot('plot', data, layout,"
        " { staticPlot: true }); }",
        json.loads(found.to_json()),
    )
    page.screenshot(path=file)
    page.close()
    shrink(file)


if __name__ == "__main__":
    main()
