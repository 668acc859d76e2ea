"""How far a reader can go: of classes, scores, and every other number."""

from typing import Final, Literal, get_args

# the page, or the projector's, which is light or dark as the room asks
View = Literal["page", "light", "dark"]
VIEWS: Final[tuple[View, ...]] = get_args(View)
PROJECTOR: Final = "projector"  # as the page calls it: light, if not said otherwise

FEWEST_CLASSES: Final = 2
MOST_CLASSES: Final = 10
LARGEST_SCORE: Final = 1e6
LARGEST_SHIFT: Final = 2.0**21
SPANS: Final = (
    *(step * 10.0**power for power in range(1, 6) for step in (1, 2, 5)),
    LARGEST_SCORE,
)
VOCABULARY: Final = 49_152  # tokens of the language model
ORDERS: Final = ("first", "last")  # of its temperature among the filters
LAYERS: Final = 30  # of the language model whose attention is looked at
HEADS: Final = 9
KEYS: Final = 12  # tokens of its sentence
BLOCKS: Final = ("1", "2", "3", "4", "6", "12")  # scores in a block
LONGEST_NAME: Final = 24
LONGEST_LIST: Final = 1000
LONGEST_EVENT: Final = 4000  # a link with ten long names, each letter of which is written as nine
MOST_EVENTS: Final = 50  # that one answer hears; a browser tells the others again
MOST_OPTIONS: Final = 99.0  # of a question
