"""What the files are called."""

from softmax_app import course
from softmax_app.kit.lesson import Lesson


def file_name(lesson: Lesson, ending: str) -> str:
    """Return the name of a file from a lesson, in letters that every system takes.

    >>> file_name(course.LESSONS[0], "csv")
    'softmax-1-scores-to-probabilities.csv'
    """
    return f"softmax-{course.number(lesson)}-{lesson.name.replace('_', '-')}.{ending}"
