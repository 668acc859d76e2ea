"""What lesson 10 shows beside its figures."""

from typing import Final

import numpy as np

from softmax_app.kit.content import Element, Slot
from softmax_app.kit.markup import choice, fill, key, paragraph, section
from softmax_app.kit.tables import Cell, Named, Rows, Table, full, head
from softmax_app.lessons.next_word import words
from softmax_app.lessons.next_word.numbers import SHOWN
from softmax_app.settings import Settings
from softmax_app.smollm2 import PROMPTS, next_token_scores, token
from softmax_app.texts import common

SPELLED: Final = {" ": "␣", "\n": "⏎", "\t": "⇥"}
SIGNS: Final = {  # what something is drawn as in the figures, and its colour
    "before": ("■", "mark-before"),
    "after": ("■", "line-clipped"),
    "drawn": ("┃", "line-single"),
    "own": ("┈", "mark-path"),
    "level": ("╌", "mark-path"),
}


def tokens(settings: Settings) -> tuple[str, ...]:
    """Return the likeliest tokens as they are spelled, the likeliest first."""
    order = np.argsort(-next_token_scores()[settings.prompt], kind="stable")[:SHOWN]
    return tuple(spelled(token(int(number))) for number in order)


def spelled(text: str) -> str:
    """Return a token with what is not seen of it.

    >>> spelled(" Paris")
    '␣Paris'
    """
    return "".join(SPELLED.get(letter, letter) for letter in text)


def prompt(settings: Settings) -> Element:
    """Return the text so far."""
    text = PROMPTS[settings.prompt].replace("\n", " ⏎ ")
    return paragraph(Element("code", text), " …", css="ask")


def source(settings: Settings) -> Element:
    """Return what a reader may need to know of the text so far."""
    language = settings.language
    meaning = words.MEANINGS[settings.prompt].say(language)
    return paragraph(words.MODEL_NOTE.say(language, text=meaning), css="hint")


def key_line(settings: Settings) -> Element:
    """Return how many tokens are left, and which filter has decided that."""
    language = settings.language
    sentence = choice(
        "cut_note",
        words.CUT_NOTES,
        language,
        kept=Slot("kept"),
        mass=Slot("mass"),
        p=Slot("top_p"),
        least=Slot("min_p"),
        perplexity=Slot("perplexity"),
    )
    return key(Slot("kept"), words.KEPT.say(language), Element("span", sentence, "cut_note"))


def legend(settings: Settings) -> Element:
    """Return what is what in the figures."""
    return paragraph(
        *(
            Element("span", (Element("b", *SIGNS[name]), *fill(text, settings.language)))
            for name, text in words.LEGEND.items()
        ),
        css="legend",
    )


def notes(settings: Settings) -> Element:
    """Return what the order does, how open the choice is, and what chance did."""
    language = settings.language
    order = choice(
        "order_note",
        words.ORDER_NOTES,
        language,
        first=Slot("kept_first"),
        last=Slot("kept_last"),
    )
    is_open = fill(
        words.OPEN_NOTE,
        language,
        before=Slot("entropy_before"),
        perplexity_before=Slot("perplexity_before"),
        after=Slot("entropy"),
        perplexity=Slot("perplexity"),
    )
    chance = fill(
        words.DRAW_NOTE,
        language,
        draws=Slot("draws"),
        token=tokens(settings)[0],
        count=Slot("drawn"),
        expected=Slot("expected"),
    )
    return section(
        paragraph(order, css="order_note"), paragraph(*is_open), paragraph(*chance), css="thirds"
    )


def every_number(settings: Settings) -> Table:
    """Return the table of the tokens that the figure shows."""
    language = settings.language
    arrays = ("before", "after", "expected", "drawn")
    rows: Rows = tuple(
        (Named(name), full("token_scores", k), *(full(array, k) for array in arrays))
        for k, name in enumerate(tokens(settings))
    )
    others: tuple[Cell, ...] = (
        words.OTHERS.say(language),
        "",
        *(full(array, SHOWN) for array in arrays),
    )
    return Table(
        title=common.NUMBERS.say(language),
        caption=words.NUMBERS_DESCRIPTION.say(language),
        head=(
            head(settings, words.TOKEN),
            head(settings, words.SCORE),
            head(settings, words.BEFORE_COLUMN),
            head(settings, words.AFTER_COLUMN),
            head(settings, words.EXPECTED),
            head(settings, words.COUNT),
        ),
        body=rows,
        foot=(others,),
        after=(paragraph(words.SOURCE.say(language), css="source"),),
    )
