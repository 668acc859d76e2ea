"""What the files are called."""

from pathlib import PurePosixPath

from softmax_app.course import Page


def file_name(page: Page, ending: str) -> str:
    """Return the name of a file from a page, in letters that every system takes.

    >>> from softmax_app.course import LESSONS
    >>> file_name(LESSONS[0], "csv")
    'softmax-1-scores-to-probabilities.csv'
    """
    return f"softmax-{PurePosixPath(page.script).stem.replace('_', '-')}.{ending}"
