"""The pages of the course, in their order."""

from typing import Final, NamedTuple

from softmax_app.texts import (
    common,
    cross_entropy,
    learning,
    logits_or_probabilities,
    overflow,
    push_and_pull,
    scores_to_probabilities,
    softmax_derivative,
    two_classes,
    why_exp,
)
from softmax_app.texts.text import Text


class Page(NamedTuple):
    """A page: its script, its title, and the fields of the settings that it uses."""

    script: str
    title: Text
    fields: tuple[str, ...]


SCORES: Final = ("scores", "names", "span", "language")  # what every page shows

HOME: Final = Page("app.py", common.COURSE, (*SCORES, "temperature"))
LESSONS: Final = (
    Page(
        "pages/1_scores_to_probabilities.py",
        scores_to_probabilities.TITLE,
        (*SCORES, "temperature"),
    ),
    Page("pages/2_why_exp.py", why_exp.TITLE, (*SCORES, "point", "step")),
    Page("pages/3_two_classes.py", two_classes.TITLE, SCORES),
    Page("pages/4_overflow.py", overflow.TITLE, (*SCORES, "number_format", "shift")),
    Page("pages/5_cross_entropy.py", cross_entropy.TITLE, (*SCORES, "label", "smoothing")),
    Page("pages/6_logits_or_probabilities.py", logits_or_probabilities.TITLE, (*SCORES, "label")),
    Page("pages/7_softmax_derivative.py", softmax_derivative.TITLE, (*SCORES, "difference")),
    Page(
        "pages/8_push_and_pull.py",
        push_and_pull.TITLE,
        (*SCORES, "label", "smoothing", "temperature"),
    ),
    Page(
        "pages/9_learning.py",
        learning.TITLE,
        (
            *SCORES,
            "label",
            "smoothing",
            "learning_rate",
            "descent_step",
            "training_rate",
            "training_step",
            "sample",
        ),
    ),
)
