"""A lesson's scene with what is asked: the row that offers it, and what is open."""

from collections.abc import Collection, Sequence
from typing import Final

import numpy as np

from softmax_app.kit import revealing
from softmax_app.kit.bars import class_name, with_names
from softmax_app.kit.content import Cases, Element
from softmax_app.kit.guessing import actions, closed, how
from softmax_app.kit.items import STAGE, Item, Puzzle, Question, find
from softmax_app.kit.markup import fill, paragraph, section
from softmax_app.kit.pieces import pieces, projected
from softmax_app.kit.scene import Button, ButtonRow, Kind, Part, Scene
from softmax_app.settings import Settings
from softmax_app.settings.events import press
from softmax_app.sweeps import Batch, Frames, at_settings
from softmax_app.texts import questions as texts
from softmax_app.texts.text import Text

PLACES: Final = ("first", "second", "third")  # in the words of a puzzle: the classes' names


def ask(scene: Scene, items: Sequence[Item], settings: Settings, done: Collection[str]) -> Scene:
    """Return a lesson's scene with its questions.

    While one waits for its answer, the lesson gives way to it: nothing else shows the answer.
    """
    if not items:
        return scene
    item = find(items, settings.asked.item)
    parts = (_offer(items, settings, done), *scene.parts)
    if settings.view != "page":
        parts = (with_names(_chosen_part(scene, item, settings), settings),)
    scene = scene._replace(parts=parts)
    match item:
        case None:
            return scene
        case Puzzle() as puzzle:
            return _with_puzzle(scene, puzzle, settings)
        case question:
            return _with_question(scene, question, items, settings)


def _chosen_part(scene: Scene, item: Item | None, settings: Settings) -> Part:
    """Return the piece of the lesson that is projected."""
    if isinstance(item, Puzzle):  # whatever solves it is at hand
        return projected(scene.parts[min(item.part, len(scene.parts)) - 1])
    found = {piece.name: piece.part for piece in pieces(scene)}
    return found.get(settings.asked.item, found[STAGE])  # other scores have other pieces


def _offer(items: Sequence[Item], settings: Settings, done: Collection[str]) -> Part:
    """Return the rows of questions and puzzles from which the reader may choose."""
    language = settings.language

    def label(item: Item) -> str:
        title = item.words.title.say(language)
        return texts.DONE.say(language, title=title) if item.id in done else title

    def row(heading: Text, asked: type[Question] | type[Puzzle], kind: Kind) -> ButtonRow:
        buttons = (
            Button(item.opened, label(item), chosen=item.id == settings.asked.item)
            for item in items
            if isinstance(item, asked)
        )
        return ButtonRow(heading.say(language), tuple(buttons), kind)

    rows = (
        row(texts.GUESS_FIRST, Question, "questions"),
        row(texts.PUZZLES, Puzzle, "puzzles"),
    )
    return Part(controls=tuple(row for row in rows if row.buttons), stage=(), css="offer")


def _with_puzzle(scene: Scene, puzzle: Puzzle, settings: Settings) -> Scene:
    def checked(batch: Batch) -> Frames:
        return {"puzzle": puzzle.check(batch).astype(np.int64)}

    def both(batch: Batch) -> Frames:
        return scene.evaluate(batch) | checked(batch)

    now = scene.now | checked(at_settings(settings))
    parts = _inserted(_puzzle(puzzle, settings), scene, puzzle.part)
    return Scene(f"{scene.lesson}/{puzzle.id}", both, now, parts)


def _puzzle(puzzle: Puzzle, settings: Settings) -> Part:
    """Return what is to be brought about, and how far it is."""
    language = settings.language
    names = {place: class_name(settings, number) for number, place in enumerate(PLACES)}
    title = texts.PUZZLE.say(language, title=puzzle.words.title.say(language))
    sentences = (
        Element("span", texts.NOT_YET.say(language), "hint"),
        fill(puzzle.words.why, language),
        fill(puzzle.words.broken, language, **names),
    )
    told = section(
        Element("h2", title),
        paragraph(fill(puzzle.words.ask, language, **names), css="ask"),
        paragraph(Cases("puzzle", sentences), css="outcome"),
        css="words",
    )
    buttons = (
        Button(f"{puzzle.opened}@again", texts.RESTART.say(language)),
        Button(press("set", closed(settings)), texts.CLOSE.say(language)),
    )
    onward = ButtonRow("", buttons, "onward")
    return Part(lead=(told,), controls=(onward,), stage=(), css="puzzle")


def _inserted(part: Part, scene: Scene, before: int = 1) -> tuple[Part, ...]:
    """Return the parts with one more, before the lesson's own part of this number."""
    offered = [one for one in scene.parts if one.css == "offer"]
    own = [one for one in scene.parts if one.css != "offer"]
    number = min(before, len(own)) - 1  # the projector shows one alone
    return (*offered, *own[:number], part, *own[number:])


def _with_question(
    scene: Scene, question: Question, items: Sequence[Item], settings: Settings
) -> Scene:
    asked = settings.asked
    part = Part(
        lead=(_question(question, settings),),
        controls=actions(question, items, settings),
        stage=revealing.picture(question, settings),
        css="asked",
    )

    def guessing(batch: Batch) -> Frames:
        return revealing.frames(question, batch, settings)

    def both(batch: Batch) -> Frames:
        return scene.evaluate(batch) | guessing(batch)

    name = f"{scene.lesson}/{asked.item}/{asked.stage}"
    now = guessing(at_settings(settings))
    if asked.stage == "shown" and settings.view == "page":
        return Scene(name, both, scene.now | now, _inserted(part, scene))
    offered = tuple(one for one in scene.parts if one.css == "offer")
    return Scene(name, guessing, now, (*offered, part))


def _question(question: Question, settings: Settings) -> Element:
    """Return what is asked and, while the guess is free, how it is made."""
    language = settings.language
    heading = Element("h2", texts.QUESTION.say(language, title=question.words.title.say(language)))
    hint = how(question.form).say(language) if settings.asked.stage == "asked" else ""
    asked = Element("span", fill(question.words.ask, language), "question")
    question_words = paragraph(asked, " ", Element("span", hint, "hint"), css="ask")
    return section(heading, question_words, css="words")
