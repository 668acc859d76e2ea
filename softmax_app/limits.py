"""How far a reader can go: of classes, scores, and every other number."""

from collections.abc import Mapping
from typing import Final, Literal, get_args

# the page, or the projector's, which is light or dark as the room asks
View = Literal["page", "light", "dark"]
VIEWS: Final[tuple[View, ...]] = get_args(View)

FEWEST_CLASSES: Final = 2
MOST_CLASSES: Final = 10
LARGEST_SCORE: Final = 1e6
LARGEST_SHIFT: Final = 2.0**21
# what one number alone says, and how far it may go
NUMBERS: Final[Mapping[str, tuple[float, float]]] = {
    "temperature": (0.001, 1000.0),
    "point": (-2.0, 1.5),
    "step": (0.01, 1.0),
    "shift": (-LARGEST_SHIFT, LARGEST_SHIFT),
    "smoothing": (0.0, 1.0),
    "difference": (1e-15, 1.0),
    "learning_rate": (0.001, 1000.0),
    "descent_step": (0.0, 100.0),
    "training_rate": (0.001, 100.0),
    "training_step": (0.0, 100.0),
    "sample": (1.0, 342.0),
}
WHOLE: Final = (
    "descent_step",
    "training_step",
    "sample",
)  # of them, those that are rounded to a whole number
SPANS: Final = (
    *(step * 10.0**power for power in range(1, 6) for step in (1, 2, 5)),
    LARGEST_SCORE,
)
LONGEST_NAME: Final = 24
LONGEST_LIST: Final = 1000
