"""The pages of the course, in their order."""

from typing import Final, NamedTuple

from softmax_app.texts import common, scores_to_probabilities
from softmax_app.texts.text import Text


class Page(NamedTuple):
    """A page: its script, its title, and the fields of the settings that it uses."""

    script: str
    title: Text
    fields: tuple[str, ...]


HOME: Final = Page("app.py", common.COURSE, ("scores", "names", "temperature", "span", "language"))
LESSONS: Final = (
    Page(
        "pages/1_scores_to_probabilities.py",
        scores_to_probabilities.TITLE,
        ("scores", "names", "temperature", "span", "language"),
    ),
)
