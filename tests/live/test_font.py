"""The font of the formulas holds what they are made of."""

import pytest

from docs.mathematics_font import kept
from softmax_app import course
from softmax_app.figures.live_figure import LiveFigure
from softmax_app.kit.content import Cases, Content, Element, Slot
from softmax_app.kit.tables import Table
from softmax_app.live.assets import BROWSER, FONT
from softmax_app.settings import Settings

NUMBERS = "0123456789.,()−∞nan\u2009×⁰¹²³⁴⁵⁶⁷⁸⁹⁻"  # all that browser/digits.js writes
ITALIC = {chr(ord("a") + k): chr(0x1D44E + k) for k in range(26)} | {"h": "\u210e"}


def letters() -> set[str]:
    found = set()
    for named in kept():
        first, _, last = named.removeprefix("U+").partition("-")
        found |= {chr(code) for code in range(int(first, 16), int(last or first, 16) + 1)}
    return found


def of_formulas(content: Content, *, inside: bool = False) -> set[str]:
    """Return the letters in all formulas; Chinese ones among them are in the font of words."""
    match content:
        case str():
            return {one for one in content if inside and one < "\u3000"}
        case Slot():
            return set()
        case Cases():
            return of_formulas(content.contents, inside=inside)
        case Element(tag, inner):
            drawn = inside or tag == "math" or "mathematics" in content.css
            return of_formulas(inner, inside=drawn)
        case _:
            return set().union(*(of_formulas(one, inside=inside) for one in content))


@pytest.mark.parametrize("page", [course.HOME, *course.LESSONS], ids=lambda page: page.name)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_all_formulas_are_set_in_one_font(page, language):
    found = set()
    for panel in page.scene(Settings(language=language)).panels:
        if not isinstance(panel, LiveFigure):
            found |= of_formulas(panel.markup() if isinstance(panel, Table) else panel)
    assert {ITALIC.get(letter, letter) for letter in found} | found <= letters()


def test_numbers_in_formulas_are_in_the_same_font():
    assert set(NUMBERS) <= letters()


def test_the_font_is_small_and_stands_with_its_licence():
    assert FONT.stat().st_size < 40_000
    assert "SIL OPEN FONT LICENSE" in (FONT.parent / "OFL.txt").read_text("utf-8")
    assert f'url("{FONT.name}")' in (BROWSER / "font.css").read_text("utf-8")
