"""The course: its pages in their order. This list is the one place that knows it."""

from typing import Final

from softmax_app.home import scene as home
from softmax_app.kit.lesson import Lesson, Page
from softmax_app.lessons.attention.lesson import LESSON as ATTENTION
from softmax_app.lessons.cross_entropy.lesson import LESSON as CROSS_ENTROPY
from softmax_app.lessons.learning.lesson import LESSON as LEARNING
from softmax_app.lessons.logits_or_probabilities.lesson import LESSON as LOGITS_OR_PROBABILITIES
from softmax_app.lessons.next_word.lesson import LESSON as NEXT_WORD
from softmax_app.lessons.overflow.lesson import LESSON as OVERFLOW
from softmax_app.lessons.push_and_pull.lesson import LESSON as PUSH_AND_PULL
from softmax_app.lessons.scores_to_probabilities.lesson import LESSON as SCORES_TO_PROBABILITIES
from softmax_app.lessons.softmax_derivative.lesson import LESSON as SOFTMAX_DERIVATIVE
from softmax_app.lessons.two_classes.lesson import LESSON as TWO_CLASSES
from softmax_app.lessons.why_exp.lesson import LESSON as WHY_EXP
from softmax_app.texts import common
from softmax_app.texts.text import Language

HOME: Final = Page(
    "", common.COURSE, settings=home.SETTINGS, scene=home.scene, opening=home.OPENING
)
LESSONS: tuple[Lesson, ...] = (
    SCORES_TO_PROBABILITIES,
    WHY_EXP,
    TWO_CLASSES,
    OVERFLOW,
    CROSS_ENTROPY,
    SOFTMAX_DERIVATIVE,
    PUSH_AND_PULL,
    LOGITS_OR_PROBABILITIES,
    LEARNING,
    NEXT_WORD,
    ATTENTION,
)


def find(name: str) -> Lesson | None:
    """Return the lesson of this name."""
    return next((lesson for lesson in LESSONS if lesson.name == name), None)


def page(name: str) -> Page:
    """Return the page of this name: a lesson, or else home, whose name is empty."""
    return find(name) or HOME


def number(page: Page) -> int:
    """Return which lesson a page is, counted from 1; home is 0."""
    names = ["", *(lesson.name for lesson in LESSONS)]
    return names.index(page.name)


def titled(page: Page, language: Language) -> str:
    """Return the title of a page, with the number of a lesson."""
    title = page.title.say(language)
    return f"{number(page)}. {title}" if page.name else title


def script(page: Page) -> str:
    """Return the file that draws a page, from the root of the project."""
    return f"pages/{number(page)}_{page.name}.py" if page.name else "app.py"


def following(page: Page) -> Page:
    """Return the page after this one; after the last lesson, home."""
    pages = (*LESSONS, HOME)
    return pages[number(page)]


def preceding(page: Page) -> Page:
    """Return the page before this one; before home, home."""
    pages = (HOME, HOME, *LESSONS)
    return pages[number(page)]
