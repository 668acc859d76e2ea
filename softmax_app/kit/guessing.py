"""How a guess is made: sliders or options, and the buttons that lead on from it."""

from collections.abc import Iterator, Sequence
from typing import Final

from softmax_app.kit.controls import ends_and
from softmax_app.kit.items import STAGE, Amount, Bars, Choice, Form, Item, Order, Question
from softmax_app.kit.scene import Button, ButtonRow, Control
from softmax_app.settings import Settings
from softmax_app.settings.asked import to_text
from softmax_app.settings.events import press
from softmax_app.sweeps import guess_slider
from softmax_app.texts import questions as texts
from softmax_app.texts import room_wall as room_texts
from softmax_app.texts.text import Text

ASK_CLASS: Final = press("room")  # the browser opens a room for it, without an event
RANKS: Final = "①②③④⑤⑥⑦⑧⑨⑩"


def how(form: Form) -> Text:
    """Return how a guess of this form is made."""
    match form:
        case Bars():
            return texts.DRAG
        case Amount():
            return texts.DRAG_AMOUNT
        case Choice():
            return texts.CHOOSE
        case Order():
            return texts.RANK


def actions(
    question: Question, items: Sequence[Item], settings: Settings
) -> tuple[ButtonRow | Control, ...]:
    """Return what the reader may do now: guess, commit, look, or go on."""
    language = settings.language
    close = Button(press("set", closed(settings)), texts.CLOSE.say(language))
    everyone = (Button(ASK_CLASS, room_texts.ASK_CLASS.say(language)),)
    more = (close,) if settings.view == "page" else (*everyone, close)
    match settings.asked.stage:
        case "asked":
            buttons = (
                Button(press("commit", question.complete), texts.COMMIT.say(language)),
                Button(question.shown, texts.JUST_SHOW.say(language)),
                *more,
            )
            return (*_guess_controls(question, settings), ButtonRow("", buttons, "onward"))
        case "committed":
            again = Button(_reopened(question, settings), texts.CHANGE.say(language))
            buttons = (Button(press("show"), texts.SHOW.say(language)), again, *more)
            heading = texts.COMMITTED if settings.asked.guess else texts.ENDED
            return (ButtonRow(heading.say(language), buttons, "onward"),)
    again = Button(f"{question.opened}@again", texts.AGAIN.say(language))
    try_it = Button(press("set", f"{question.link}&{closed(settings)}"), texts.TRY_IT.say(language))
    following = _following(question, items)
    onward = () if following is None else (_next(following, settings),)
    return (ButtonRow("", (*onward, try_it, again, close), "onward"),)


def closed(settings: Settings) -> str:
    """Return the part of a link that closes what is open: the projector has the stage then."""
    return "q=" if settings.view == "page" else f"q={STAGE}"


def _reopened(question: Question, settings: Settings) -> str:
    asked = settings.asked._replace(item=question.id, stage="asked")
    return press("set", f"q={to_text(asked)}")


def _following(question: Question, items: Sequence[Item]) -> Question | None:
    number = list(items).index(question) + 1
    return next((one for one in items[number:] if isinstance(one, Question)), None)


def _next(question: Question, settings: Settings) -> Button:
    language = settings.language
    return Button(
        press("set", f"q={question.id}", place="next"),
        texts.NEXT.say(language, title=question.words.title.say(language)),
    )


def _guess_controls(question: Question, settings: Settings) -> Iterator[ButtonRow | Control]:
    language, form = settings.language, question.form
    match form:
        case Bars():
            names = question.settings(language).labels
            labels = [texts.BAR.say(language, name=name) for name in names]
            colors = [f"class-{k}" for k in range(len(names))]
        case Amount():
            labels, colors = [texts.YOUR_GUESS.say(language)], ["mark"]
        case _:
            yield _options(form, settings)
            return
    for number, (label, color) in enumerate(zip(labels, colors, strict=True)):
        slider = guess_slider(settings, number, form.low, form.high)
        marks = ends_and(slider, form.low, form.high, 0.0)
        yield Control(slider, label, marks, color=color)


def _options(form: Choice | Order, settings: Settings) -> ButtonRow:
    language, guess = settings.language, settings.asked.guess
    action = "choose" if isinstance(form, Choice) else "rank"
    buttons = []
    for number, option in enumerate(form.options):
        place = guess.index(number) if number in guess else None
        rank = f"{RANKS[place]} " if action == "rank" and place is not None else ""
        buttons.append(
            Button(press(action, number), rank + option.say(language), chosen=place is not None)
        )
    return ButtonRow(texts.YOUR_GUESS.say(language), tuple(buttons), "options")
