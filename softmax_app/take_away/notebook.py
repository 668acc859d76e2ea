"""A lesson as a Jupyter notebook, with the reader's numbers."""

from collections.abc import Iterator
from typing import Final

import nbformat
from nbformat import NotebookNode, v4

from softmax_app.course import LESSONS, Page
from softmax_app.link import FIELDS
from softmax_app.markdown import escape_markdown
from softmax_app.reading import format_number
from softmax_app.settings import Settings
from softmax_app.texts import (
    common,
    controls,
    learning,
    overflow,
    softmax_derivative,
    why_exp,
)
from softmax_app.texts import take_away as texts
from softmax_app.texts.text import Text

KERNEL: Final = {"display_name": "Python 3", "language": "python", "name": "python3"}
SAID: Final[dict[str, Text]] = {  # the settings that the code of a lesson uses beside the scores
    "temperature": controls.TEMPERATURE,
    "point": why_exp.POINT,
    "step": why_exp.STEP,
    "number_format": controls.FORMAT,
    "shift": overflow.SHIFT,
    "label": controls.LABEL,
    "smoothing": controls.SMOOTHING,
    "difference": softmax_derivative.DIFFERENCE,
    "learning_rate": learning.RATE,
    "descent_step": learning.STEP,
}


def notebook(
    page: Page, settings: Settings, lead: Text, takeaways: Text, numpy_code: str, plot_code: str
) -> str:
    """Return a lesson as the text of an .ipynb file, the same for the same settings.

    Its code is the lesson's own in NumPy, and then a picture of what that leaves.
    """
    say = settings.language
    number = LESSONS.index(page)
    title = f"# {number + 1}. {page.title.say(say)}"
    cells = [
        _words("lead", title, lead.say(say), texts.IN_A_NOTEBOOK.say(say)),
        _words("numbers", f"## {texts.YOUR_NUMBERS.say(say)}", *_numbers(page, settings)),
        v4.new_code_cell(numpy_code.strip(), id="computation"),
        v4.new_code_cell(plot_code.strip(), id="picture"),
        _words("takeaways", f"## {texts.REMEMBER.say(say)}", takeaways.say(say).strip()),
        _words("try", f"## {texts.TRY.say(say)}", texts.TRIES[number].say(say)),
    ]
    metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    made: str = nbformat.writes(v4.new_notebook(cells=cells, metadata=metadata))
    return made


def _words(name: str, *paragraphs: str) -> NotebookNode:
    cell: NotebookNode = v4.new_markdown_cell("\n\n".join(paragraphs).strip(), id=name)
    return cell


def _numbers(page: Page, settings: Settings) -> Iterator[str]:
    """Yield the table of the scores, and a list of whatever else the reader has set."""
    say = settings.language
    rows = [(common.CLASS.say(say), texts.SCORE.say(say)), ("---", "---:")]
    rows += zip(
        map(escape_markdown, settings.labels), map(format_number, settings.scores), strict=True
    )
    yield "\n".join(f"| {name} | {score} |" for name, score in rows)
    others = [field for field in page.fields if field in SAID]
    yield "\n".join(f"- **{SAID[field].say(say)}** {_value(field, settings)}" for field in others)


def _value(field: str, settings: Settings) -> str:
    if field == "label":
        return escape_markdown(settings.labels[settings.target])
    return f"`{FIELDS[field].write(settings)}`"
