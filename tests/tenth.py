"""A tenth lesson, as small as one can be: what a new lesson takes."""

from types import SimpleNamespace

from softmax_app.kit import controls
from softmax_app.kit.items import Puzzle, states
from softmax_app.kit.lesson import Lesson
from softmax_app.kit.scene import Part, Scene, staged
from softmax_app.lessons.scores_to_probabilities import numbers
from softmax_app.lessons.scores_to_probabilities.lesson import maps_figure
from softmax_app.settings import Settings
from softmax_app.texts.text import Ask, Text

NAME = Text(en="Tenth", zh="第十")


def scene(settings: Settings) -> Scene:
    part = Part((controls.number_control(settings, "temperature"),), (maps_figure(settings),))
    return staged("tenth", numbers.evaluate, settings, part)


HOT = Puzzle("hot", Ask(NAME, NAME, NAME), "T=1", lambda batch: states(batch.temperature > 2))
WORDS = SimpleNamespace(TITLE=NAME, SURPRISE=NAME, LEAD=NAME, TAKEAWAYS=NAME, TRY=NAME)
CODE = SimpleNamespace(SNIPPETS={"NumPy": lambda _: "p = 1"}, PLOT=lambda _: "p")
TENTH = Lesson(
    "tenth", NAME, ("temperature",), scene, (HOT,), words=WORDS, code=CODE, numbers=(numbers,)
)
