"""What a figure tells of itself in words, for whoever does not see it."""

from typing import NamedTuple


class Told(NamedTuple):
    """The numbers of an array under a title: as many as there are names, or a single one.

    ``first`` is the column of the first of them. With ``words`` they are places among these, of
    which an empty one is not told. Where a figure is ``sparse``, it has no mark for what is nan.
    """

    title: str
    array: str
    names: tuple[str, ...] = ()
    first: int = 0
    words: tuple[str, ...] = ()
    sparse: bool = False
