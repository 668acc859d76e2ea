"""The pages of the course, in their order."""

from importlib import import_module
from typing import Final, NamedTuple

from softmax_app.questions.item import Item
from softmax_app.texts import common
from softmax_app.texts.text import Text


class Page(NamedTuple):
    """A page: its script, its title, the fields of the settings that it uses, what it asks.

    ``parts`` says of how many parts its lesson is.
    """

    script: str
    title: Text
    fields: tuple[str, ...]
    items: tuple[Item, ...] = ()
    parts: int = 1

    @property
    def name(self) -> str:
        """What the page is called in its address and in the modules that make it."""
        return self.script.removesuffix(".py").partition("_")[2]


def _lesson(number: int, name: str, *fields: str, parts: int = 1) -> Page:
    """Return a lesson's page, put together from the modules of that name."""
    texts = import_module(f"softmax_app.texts.{name}")
    questions = import_module(f"softmax_app.questions.{name}")
    script = f"pages/{number}_{name}.py"
    return Page(script, texts.TITLE, (*SCORES, *fields), questions.ITEMS, parts)


SCORES: Final = ("scores", "names", "span", "language", "view", "asked")  # of every page

HOME: Final = Page("app.py", common.COURSE, (*SCORES, "temperature"))
LESSONS: Final = (
    _lesson(1, "scores_to_probabilities", "temperature"),
    _lesson(2, "why_exp", "point", "step", parts=2),
    _lesson(3, "two_classes", parts=2),
    _lesson(4, "overflow", "number_format", "shift"),
    _lesson(5, "cross_entropy", "label", "smoothing"),
    _lesson(6, "logits_or_probabilities", "label"),
    _lesson(7, "softmax_derivative", "difference"),
    _lesson(8, "push_and_pull", "label", "smoothing", "temperature"),
    _lesson(
        9,
        "learning",
        "label",
        "smoothing",
        "learning_rate",
        "descent_step",
        "training_rate",
        "training_step",
        "sample",
        parts=2,
    ),
)
