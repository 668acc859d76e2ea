"""What a figure tells of itself, and how a page is read out: every number has its name."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np
import pytest

from softmax_app import course
from softmax_app.figures.live_figure import LiveFigure
from softmax_app.figures.told import Told
from softmax_app.kit.content import Cases, Content, Element, Slot
from softmax_app.kit.items import Question
from softmax_app.kit.lesson import Page
from softmax_app.kit.scene import Scene
from softmax_app.kit.state import State, followed
from softmax_app.kit.tables import Table
from softmax_app.live.answers import NOTHING, scene
from softmax_app.settings import Settings
from softmax_app.texts import told
from softmax_app.texts.text import LANGUAGES

PAGES = (course.HOME, *course.LESSONS)
NAMES = [page.name or "home" for page in PAGES]
LONGEST_LIST = 12  # numbers in one sentence
# nothing else sends these: where points stand, which are drawn less exactly
ONLY_TOLD = {
    "why_exp": {"point"},
    "overflow": {"naive_exponents"},
    "logits_or_probabilities": {"wrong_score"},
}


@cache
def scenes(page: Page, language: str = "en") -> list[Scene]:
    """Return a page's scene with few and many classes, with each question, and projected."""
    links = [{}, *({"q": item.id} for item in page.items)]
    if language == "en":
        links += [{"z": "1,2"}, {"z": "1,2,3,4,5,6,7,8,9,10"}]
        links += [{"q": f"{one.id},shown"} for one in page.items if isinstance(one, Question)]
        links += [{"view": "dark", "q": name} for name in ("", *page.pieces)]
    return [scene(page, settings_at(page, language, link), NOTHING) for link in links]


def settings_at(page: Page, language: str, link: dict[str, str]) -> Settings:
    return followed(page, State(Settings(language=language)), {"lang": language, **link}).settings


def figures(shown: Scene) -> Iterator[LiveFigure]:
    yield from (panel for panel in shown.panels if isinstance(panel, LiveFigure))


def column(shown: Scene, one: Told) -> np.ndarray:
    return np.atleast_1d(shown.now[one.array][0])[one.first :][: max(1, len(one.names))]


def shown_anyway(shown: Scene) -> set[str]:
    fed = {feed.array for figure in figures(shown) for feed in figure.feeds}
    written = (one for panel in shown.panels for one in elements(panel))
    return fed | {one.array for one in written if isinstance(one, Slot | Cases)}


def elements(panel: Any) -> Iterator[Content]:
    """Yield everything in a panel that is written, however deep, from above."""
    match panel:
        case LiveFigure():
            return
        case Table():
            yield from elements(panel.markup())
        case str() | Slot():
            yield panel
        case Cases():
            yield panel
            yield from elements(panel.contents)
        case Element():
            yield panel
            yield from elements(panel.content)
        case _:
            for one in panel:
                yield from elements(one)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_every_figure_tells_numbers_that_are_there_by_their_names(page, language):
    for shown in scenes(page, language):
        for figure in figures(shown):
            assert figure.told
            for one in figure.told:
                numbers = column(shown, one)
                assert one.title
                assert len(numbers) == max(1, len(one.names)) <= LONGEST_LIST
                assert len(numbers) == 1 or all(one.names)
                if one.words:
                    assert all(0 <= number < len(one.words) for number in numbers)


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_a_figure_tells_what_is_sent_anyway(page):
    only_told = {
        one.array
        for scores in ((2.0, 3.0, 5.0), (1.0, 2.0), tuple(map(float, range(10))))
        for shown in [page.scene(Settings(scores=scores))]
        for figure in figures(shown)
        for one in figure.told
        if one.array not in shown_anyway(shown)
    }
    assert only_told == ONLY_TOLD.get(page.name, set())


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_titles_are_in_the_language_of_the_page(page):
    english, chinese = (
        {one.title for shown in scenes(page, lang) for fig in figures(shown) for one in fig.told}
        for lang in LANGUAGES
    )
    assert not any(re.search("[\u4e00-\u9fff]", title) for title in english)
    same = {title.lower() for title in english & chinese}
    assert all("max" in title or not re.search("[a-z]{5}", title) for title in same)


def test_a_sentence_has_a_place_for_its_title_and_its_numbers():
    for language in LANGUAGES:
        said = told.SENTENCE.say(language)
        assert said.index("{title}") < said.index("{numbers}")


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_no_heading_is_more_than_one_below_the_last(page):
    for shown in scenes(page):
        level = 1  # the title of the page
        for panel in shown.panels:
            for one in elements(panel):
                if isinstance(one, Element) and re.fullmatch("h[1-6]", one.tag):
                    assert int(one.tag[1]) <= level + 1, one
                    level = int(one.tag[1])


@pytest.mark.parametrize("page", PAGES, ids=NAMES)
def test_nothing_in_an_image_can_be_focused_or_has_a_role(page):
    for shown in scenes(page):
        for panel in shown.panels:
            for one in elements(panel):
                if isinstance(one, Element) and dict(one.attributes).get("role") == "img":
                    names = {
                        name
                        for inner in elements(one.content)
                        if isinstance(inner, Element)
                        for name, _ in inner.attributes
                    }
                    assert names.isdisjoint({"role", "tabindex", "aria-label"})


def test_every_box_of_a_graph_is_named_after_what_stands_in_it():
    lesson = course.find("softmax_derivative")
    for language in LANGUAGES:
        shown = lesson.scene(Settings(language=language))
        written = [one for panel in shown.panels for one in elements(panel)]
        found = [one for one in written if isinstance(one, Element)]
        ids = [dict(one.attributes)["id"] for one in found if "id" in dict(one.attributes)]
        boxes = [dict(one.attributes) for one in found if one.css.startswith("node")]
        assert len(boxes) == 13  # 3 of the path, and 3 × 3 and the sum of the graph
        for box in boxes:
            named = box["aria-labelledby"].split()
            assert [ids.count(one) for one in named] == [1, 1]
