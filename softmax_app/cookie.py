"""What the cookie of a reader's own browser says of how far they have come."""

from typing import Final, NamedTuple

from softmax_app import course

COOKIE: Final = "softmax_course"


class Progress(NamedTuple):
    """The lesson read last, if there is one, and what was answered or solved, by name."""

    last: str = ""
    done: frozenset[str] = frozenset()


def read(text: str) -> Progress:
    """Return the progress that a cookie holds; what it cannot mean is left out.

    A number is the lesson of that place: so it stood in cookies until lessons were named there.

    >>> read("overflow.tenth.nonsense")
    Progress(last='overflow', done=frozenset({'tenth'}))
    >>> read("3.tenth").last, read("<b>")
    ('two_classes', Progress(last='', done=frozenset()))
    """
    first, *rest = text.split(".")
    by_place = {str(course.number(lesson)): lesson for lesson in course.LESSONS}
    lesson = course.find(first) or by_place.get(first)
    items = {item.id for lesson in course.LESSONS for item in lesson.items}
    return Progress(lesson.name if lesson else "", frozenset(rest) & items)
