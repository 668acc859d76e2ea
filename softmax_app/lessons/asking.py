"""A lesson with its questions: the row that offers them, the one that is open, and its answer."""

from collections.abc import Collection, Sequence
from typing import Final

import numpy as np

from softmax_app.bindings import Cases, Content, Element, Frames, LiveFigure, Slot
from softmax_app.figures import guesses
from softmax_app.lessons.controls import ends_and
from softmax_app.lessons.scene import Button, ButtonRow, Control, Panel, Part, Scene
from softmax_app.link import to_link
from softmax_app.markup import fill, paragraph, section
from softmax_app.questions.item import (
    Amount,
    Bars,
    Choice,
    Form,
    Item,
    Order,
    Puzzle,
    Question,
    find,
)
from softmax_app.settings import Settings
from softmax_app.sweeps import Batch, at_settings, guess_slider
from softmax_app.texts.questions import shared as texts
from softmax_app.texts.text import Text

RIGHT, OFF, LOOKED = range(3)  # how a guess came out
RANKS: Final = "①②③④⑤⑥⑦⑧⑨⑩"


def ask(scene: Scene, items: Sequence[Item], settings: Settings, done: Collection[str]) -> Scene:
    """Return a lesson's scene with its questions.

    While one waits for its answer, the lesson gives way to it: nothing else shows the answer.
    """
    if not items:
        return scene
    item = find(items, settings.asked.item)
    parts = (_offer(items, settings, done), *scene.parts)
    if settings.view != "page":
        parts = (_chosen_part(scene, item, settings),)
    scene = scene._replace(parts=parts)
    match item:
        case None:
            return scene
        case Puzzle() as puzzle:
            return _with_puzzle(scene, puzzle, settings)
        case question:
            return _with_question(scene, question, items, settings)


def _chosen_part(scene: Scene, item: Item | None, settings: Settings) -> Part:
    """Return the one part of the lesson that is projected."""
    if isinstance(item, Puzzle):
        return scene.parts[item.part - 1]
    named = settings.asked.item.removeprefix("part")  # once settled, one that there is
    return scene.parts[int(named) - 1 if item is None and named else 0]


def _offer(items: Sequence[Item], settings: Settings, done: Collection[str]) -> Part:
    """Return the rows of questions and puzzles from which the reader may choose."""
    say = settings.language

    def row(heading: Text, kind: type[Question] | type[Puzzle]) -> ButtonRow:
        buttons = (
            Button(
                f"set:q={item.id}" if isinstance(item, Question) else _start(item),
                (texts.DONE if item.id in done else item.title).say(
                    say, **({"title": item.title.say(say)} if item.id in done else {})
                ),
                chosen=item.id == settings.asked.item,
            )
            for item in items
            if isinstance(item, kind)
        )
        return ButtonRow(heading.say(say), tuple(buttons))

    rows = (row(texts.GUESS_FIRST, Question), row(texts.PUZZLES, Puzzle))
    return Part(controls=tuple(row for row in rows if row.buttons), stage=(), css="offer")


def _start(puzzle: Puzzle) -> str:
    return f"set:{puzzle.link}&q={puzzle.id}"


# Puzzles ------------------------------------------------------------------------------------


def _with_puzzle(scene: Scene, puzzle: Puzzle, settings: Settings) -> Scene:
    say = settings.language
    sentences = (
        Element("span", texts.NOT_YET.say(say), "hint"),
        fill(puzzle.why, say),
        fill(puzzle.broken, say),
    )
    buttons = (
        Button(f"{_start(puzzle)}@again", texts.RESTART.say(say)),
        Button("set:q=", texts.CLOSE.say(say)),
    )
    part = Part(
        lead=(
            section(
                Element("h2", texts.PUZZLE.say(say, title=puzzle.title.say(say))),
                paragraph(fill(puzzle.ask, say), css="ask"),
                paragraph(Cases("puzzle", sentences), css="outcome"),
                css="words",
            ),
        ),
        controls=(ButtonRow("", buttons),),
        stage=(),
        css="puzzle",
    )

    def evaluate(batch: Batch) -> Frames:
        return scene.evaluate(batch) | {"puzzle": puzzle.check(batch).astype(np.int64)}

    now = scene.now | {"puzzle": puzzle.check(at_settings(settings)).astype(np.int64)}
    return Scene(f"{scene.lesson}/{puzzle.id}", evaluate, now, _inserted(part, scene, puzzle.part))


def _inserted(part: Part, scene: Scene, before: int = 1) -> tuple[Part, ...]:
    """Return the parts with one more, before the lesson's own part of this number."""
    offered = [one for one in scene.parts if one.css == "offer"]
    own = [one for one in scene.parts if one.css != "offer"]
    number = min(before, len(own)) - 1  # the projector shows one alone
    return (*offered, *own[:number], part, *own[number:])


# Questions ----------------------------------------------------------------------------------


def _with_question(
    scene: Scene, question: Question, items: Sequence[Item], settings: Settings
) -> Scene:
    asked = settings.asked
    part = Part(
        lead=(_asking(question, settings),),
        controls=tuple(_answering(question, items, settings)),
        stage=_picture(question, settings),
        css="asked",
    )

    def guessing(batch: Batch) -> Frames:
        return _frames(question, batch, settings)

    def both(batch: Batch) -> Frames:
        return scene.evaluate(batch) | guessing(batch)

    name = f"{scene.lesson}/{asked.item}/{asked.stage}"
    now = guessing(at_settings(settings))
    if asked.stage == "shown" and settings.view == "page":
        return Scene(name, both, scene.now | now, _inserted(part, scene))
    offered = tuple(one for one in scene.parts if one.css == "offer")
    return Scene(name, guessing, now, (*offered, part))


def _frames(question: Question, batch: Batch, settings: Settings) -> Frames:
    """Return the guess and, once it is shown, the answer, a row for each row of the batch."""
    truth = question.answer()
    shown = settings.asked.stage == "shown"
    seen = truth if shown else np.full_like(truth, np.nan)
    if isinstance(question.form, Choice | Order):
        ranks = np.zeros((1, len(truth)))
        for place, option in enumerate(settings.asked.guess, start=1):
            ranks[0, int(option)] = place
        return {"guess_truth": seen[np.newaxis], "guess_mark": ranks.astype(np.int64)}
    guess = batch.guess if settings.asked.guess else np.full((1, len(truth)), np.nan)
    frames: Frames = {"guess": guess, "guess_truth": seen[np.newaxis]}
    if shown and isinstance(question.form, Bars) and settings.asked.guess:
        frames["guess_off"] = abs(guess - truth).max(axis=-1)
    return frames


def _outcome(question: Question, settings: Settings) -> int:
    guess, truth, form = settings.asked.guess, question.answer(), question.form
    if not guess:
        return LOOKED
    if isinstance(form, Bars | Amount):
        off = abs(np.array(guess) - truth).max()
        return RIGHT if off <= form.near * (form.high - form.low) else OFF
    best = _ordered(question)
    return RIGHT if list(guess) == best[: len(guess)] else OFF


def _ordered(question: Question) -> list[int]:
    """Return the options, the one of which there is most first."""
    return [int(k) for k in np.argsort(-question.answer(), kind="stable")]


def _asking(question: Question, settings: Settings) -> Element:
    say = settings.language
    heading = Element("h2", texts.QUESTION.say(say, title=question.title.say(say)))
    how = _how(question.form).say(say) if settings.asked.stage == "asked" else ""
    question_words = paragraph(
        fill(question.ask, say), " ", Element("span", how, "hint"), css="ask"
    )
    return section(heading, question_words, css="words")


def _how(form: Form) -> Text:
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


def _picture(question: Question, settings: Settings) -> tuple[Panel, ...]:
    figure = _figure(question, settings)
    if settings.asked.stage != "shown":
        return (figure, *_legend(question, settings))
    say = settings.language
    between = texts.BETWEEN.say(say)
    outcome = paragraph(
        *_said(question, settings), between, *fill(question.why, say), css="outcome"
    )
    return (figure, *_legend(question, settings), section(outcome, css="words"))


def _said(question: Question, settings: Settings) -> tuple[Content, ...]:
    """Return how the guess came out."""
    say, guess = settings.language, settings.asked.guess
    outcome = _outcome(question, settings)
    if outcome == LOOKED:
        return fill(texts.LOOKED, say)
    match question.form:
        case Bars():
            sentence = (texts.BARS_NEAR, texts.BARS_OFF)[outcome]
            return fill(sentence, say, off=Slot("guess_off"))
        case Amount():
            sentence = (texts.AMOUNT_NEAR, texts.AMOUNT_OFF)[outcome]
            return fill(sentence, say, guess=Slot("guess"), truth=Slot("guess_truth"))
        case Choice(options=options):
            sentence = (texts.CHOICE_RIGHT, texts.CHOICE_OFF)[outcome]
        case Order(options=options):
            sentence = (texts.ORDER_RIGHT, texts.ORDER_OFF)[outcome]
    best = _ordered(question)[: len(guess)]
    words = {
        name: " → ".join(options[int(k)].say(say) for k in order)
        for name, order in (("guess", guess), ("truth", best))
    }
    return fill(sentence, say, **words)


def _figure(question: Question, settings: Settings) -> LiveFigure:
    say, form = settings.language, question.form
    free = settings.asked.stage == "asked"
    frame = (form.axis.say(say), form.low, form.high)
    match form:
        case Bars():
            names = question.settings(say).labels
            description = texts.BARS_DESCRIPTION.say(say)
            return guesses.bars(guesses.Labels(names, *frame, description, draggable=free))
        case Amount():
            names = (texts.YOUR_GUESS.say(say), texts.ANSWER.say(say))
            description = texts.AMOUNT_DESCRIPTION.say(say)
            return guesses.amount(guesses.Labels(names, *frame, description, draggable=free))
        case Choice(options=options):
            marks = ("", texts.MARK_GUESS.say(say))
        case Order(options=options):
            marks = ("", *RANKS[: len(options)])
    names = tuple(option.say(say) for option in options)
    return guesses.bars(
        guesses.Labels(names, *frame, texts.CHOICE_DESCRIPTION.say(say), marks=marks)
    )


def _legend(question: Question, settings: Settings) -> tuple[Panel, ...]:
    """Return what hatched and full bars stand for, once both are there."""
    say = settings.language
    if not isinstance(question.form, Bars) or settings.asked.stage != "shown":
        return ()
    keys = (("▨", texts.YOUR_GUESS), ("■", texts.ANSWER))
    return (
        paragraph(
            *(Element("span", (Element("b", mark), text.say(say))) for mark, text in keys),
            css="legend",
        ),
    )


def _answering(
    question: Question, items: Sequence[Item], settings: Settings
) -> list[ButtonRow | Control]:
    """Return what the reader may do now: guess, commit, look, or go on."""
    say, asked = settings.language, settings.asked
    close = Button("set:q=", texts.CLOSE.say(say))
    match asked.stage:
        case "asked":
            buttons = (
                Button(f"commit:{question.complete}", texts.COMMIT.say(say)),
                Button(f"set:q={question.id},shown", texts.JUST_SHOW.say(say)),
                close,
            )
            return [*_guessing(question, settings), ButtonRow("", buttons)]
        case "committed":
            again = Button(_reopened(question, settings), texts.CHANGE.say(say))
            buttons = (Button("show:", texts.SHOW.say(say)), again, close)
            return [ButtonRow(texts.COMMITTED.say(say), buttons)]
    again = Button(f"set:q={question.id}@again", texts.AGAIN.say(say))
    numbers = Button(f"set:{question.link}&q=", texts.TRY_IT.say(say))
    following = _following(question, items)
    onward = () if following is None else (_next(following, settings),)
    return [ButtonRow("", (*onward, numbers, again, close))]


def _reopened(question: Question, settings: Settings) -> str:
    asked = settings.asked._replace(item=question.id, stage="asked")
    query = to_link(Settings(asked=asked), ("asked",))
    return f"set:q={query['q']}"


def _following(question: Question, items: Sequence[Item]) -> Question | None:
    number = list(items).index(question) + 1
    return next((one for one in items[number:] if isinstance(one, Question)), None)


def _next(question: Question, settings: Settings) -> Button:
    say = settings.language
    return Button(f"set:q={question.id}@next", texts.NEXT.say(say, title=question.title.say(say)))


def _guessing(question: Question, settings: Settings) -> list[ButtonRow | Control]:
    say, form = settings.language, question.form
    match form:
        case Bars():
            names = question.settings(say).labels
            labels = [texts.BAR.say(say, name=name) for name in names]
            colors = [f"class-{k}" for k in range(len(names))]
        case Amount():
            labels, colors = [texts.YOUR_GUESS.say(say)], ["class-1"]
        case _:
            return [_options(form, settings)]
    controls: list[ButtonRow | Control] = []
    for number, (label, color) in enumerate(zip(labels, colors, strict=True)):
        slider = guess_slider(settings, number, form.low, form.high)
        marks = ends_and(slider, form.low, form.high, 0.0)
        controls.append(Control(slider, label, marks, color=color))
    return controls


def _options(form: Choice | Order, settings: Settings) -> ButtonRow:
    say, guess = settings.language, settings.asked.guess
    action = "choose" if isinstance(form, Choice) else "rank"
    buttons = []
    for number, option in enumerate(form.options):
        place = guess.index(number) if number in guess else None
        rank = f"{RANKS[place]} " if action == "rank" and place is not None else ""
        buttons.append(
            Button(f"{action}:{number}", rank + option.say(say), chosen=place is not None)
        )
    return ButtonRow(texts.YOUR_GUESS.say(say), tuple(buttons))
