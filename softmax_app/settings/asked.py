"""What is asked on a page just now: the part of a link that opens a question."""

from typing import Final, Literal, NamedTuple, get_args

Stage = Literal["asked", "committed", "shown"]
STAGES: Final[tuple[Stage, ...]] = get_args(Stage)


class Asked(NamedTuple):
    """The question, puzzle or part of a lesson that is open, and how far its answer has come.

    ``guess`` holds the heights of bars, one amount, the option chosen, or options in order.
    """

    item: str = ""
    stage: Stage = "asked"
    guess: tuple[float, ...] = ()


NOTHING: Final = Asked()


def to_text(asked: Asked) -> str:
    """Return what is asked as it stands in a link.

    >>> to_text(Asked("tenth")), to_text(Asked("tenth", "shown", (0.5, 1.0)))
    ('tenth', 'tenth,shown,0.5,1')
    """
    stage = () if asked.stage == "asked" else (asked.stage,)
    guess = (repr(float(one)).removesuffix(".0") for one in asked.guess)
    return ",".join((asked.item, *stage, *guess)) if asked.item else ""


def from_text(text: str) -> Asked:
    """Return what a link asks; raise ValueError where its guess is no list of numbers.

    >>> from_text("tenth,shown,0.5,1")
    Asked(item='tenth', stage='shown', guess=(0.5, 1.0))
    >>> from_text("tenth").stage
    'asked'
    """
    item, *rest = text.split(",")
    stage = next((one for one in STAGES if rest[:1] == [one]), None)
    numbers = rest[1:] if stage else rest
    return Asked(item, stage or "asked", tuple(map(float, numbers)))
