"""The stage of the home page: six panels of the same numbers, moved by one hand."""

from typing import Final

from softmax_app.figures.chain import Labels, chain
from softmax_app.figures.live_figure import LiveFigure
from softmax_app.home import numbers, words
from softmax_app.kit import controls
from softmax_app.kit.bars import class_name
from softmax_app.kit.content import Element, Slot
from softmax_app.kit.markup import choice, key
from softmax_app.kit.scene import Button, ButtonRow, Part, Scene, staged
from softmax_app.settings import Settings
from softmax_app.settings.events import press

EXAMPLES: Final[tuple[tuple[float, ...], ...]] = ((4, -4, 3), (2, 3, 5), (0, 8, 0))
OPENING: Final = (4.0, -4.0, 3.0)  # the model is wrong: a step is seen to mend it
SETTINGS: Final = ("label", "learning_rate")


def scene(settings: Settings) -> Scene:
    """Return the home page's stage at ``settings``."""
    part = Part(
        controls=(
            _step(settings),
            controls.label_choice(settings),
            controls.examples(settings, *EXAMPLES),
            *(controls.score_control(settings, k) for k in range(len(settings.scores))),
            controls.number_control(settings, "learning_rate"),
        ),
        stage=(figure(settings),),
        key=(key_line(settings),),
        css="chain",
    )
    return staged("home", numbers.evaluate, settings, part)


def figure(settings: Settings) -> LiveFigure:
    """Return the chain of the scores."""
    language = settings.language
    titles, steps = (
        tuple(one.say(language) for one in said) for said in (words.TITLES, words.STEPS)
    )
    labels = Labels(
        classes=settings.labels,
        short_classes=settings.short_labels,
        titles=titles,
        steps=steps,
        ahead=words.AHEAD.say(language),
        label=settings.true_class,
        reach=settings.reach,
        description=words.DESCRIPTION.say(language),
    )
    return chain(labels)


def key_line(settings: Settings) -> Element:
    """Return the loss, and what a step does to it."""
    language = settings.language
    sentence = choice(
        "step_state",
        words.KEYS,
        language,
        name=class_name(settings, settings.true_class),
        p=Slot("label_prob"),
        next=Slot("next_loss"),
    )
    return key(Slot("loss"), words.LOSS.say(language), sentence)


def _step(settings: Settings) -> ButtonRow:
    language = settings.language
    step = Button(press("step_scores"), words.STEP.say(language), words.STEP_HELP.say(language))
    return ButtonRow("", (step,), "changes")
