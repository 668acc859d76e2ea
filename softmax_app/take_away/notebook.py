"""A lesson as a Jupyter notebook, with the reader's numbers."""

from collections.abc import Iterator
from typing import Final

import nbformat
from nbformat import NotebookNode, v4

from softmax_app import course
from softmax_app.kit.lesson import Lesson
from softmax_app.settings import Settings
from softmax_app.settings.link import written
from softmax_app.settings.reading import format_number
from softmax_app.settings.table import ROWS
from softmax_app.texts import common
from softmax_app.texts import take_away as texts
from softmax_app.texts.glosses import plain
from softmax_app.texts.markdown import escape_markdown

KERNEL: Final = {"display_name": "Python 3", "language": "python", "name": "python3"}


def notebook(lesson: Lesson, settings: Settings) -> str:
    """Return a lesson as the text of an .ipynb file, the same for the same settings.

    Its code is the lesson's own in NumPy, and then a picture of what that leaves.
    """
    language, words = settings.language, lesson.words
    title = f"# {course.number(lesson)}. {lesson.title.say(language)}"
    numpy_code, plot_code = lesson.code.SNIPPETS["NumPy"](settings), lesson.code.PLOT(settings)
    cells = [
        _words("lead", title, plain(words.LEAD.say(language)), texts.IN_A_NOTEBOOK.say(language)),
        _words(
            "numbers", f"## {texts.YOUR_NUMBERS.say(language)}", *_your_numbers(lesson, settings)
        ),
        v4.new_code_cell(numpy_code.strip(), id="computation"),
        v4.new_code_cell(plot_code.strip(), id="picture"),
        _words(
            "takeaways",
            f"## {texts.REMEMBER.say(language)}",
            words.TAKEAWAYS.say(language).strip(),
        ),
        _words("try", f"## {texts.TRY.say(language)}", words.TRY.say(language)),
    ]
    metadata = {"kernelspec": KERNEL, "language_info": {"name": "python"}}
    made: str = nbformat.writes(v4.new_notebook(cells=cells, metadata=metadata))
    return made


def _words(name: str, *paragraphs: str) -> NotebookNode:
    cell: NotebookNode = v4.new_markdown_cell("\n\n".join(paragraphs).strip(), id=name)
    return cell


def _your_numbers(lesson: Lesson, settings: Settings) -> Iterator[str]:
    """Yield the scores, where they count, and a list of whatever else the reader has set."""
    language = settings.language
    if "scores" not in lesson.not_in_code:
        rows = [(common.CLASS.say(language), texts.SCORE.say(language)), ("---", "---:")]
        rows += zip(
            map(escape_markdown, settings.labels), map(format_number, settings.scores), strict=True
        )
        yield "\n".join(f"| {name} | {score} |" for name, score in rows)
    others = [name for name in lesson.settings if name not in lesson.not_in_code]
    yield "\n".join(
        f"- **{ROWS[name].label.say(language)}** {_value(name, settings)}" for name in others
    )


def _value(name: str, settings: Settings) -> str:
    if name == "label":
        return escape_markdown(settings.labels[settings.true_class])
    return f"`{written(settings, name)}`"
