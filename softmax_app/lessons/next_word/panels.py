"""What lesson 10 shows beside its figures."""

from typing import Final

from softmax_app.kit.content import Content, Element, Slot
from softmax_app.kit.markup import choice, either, fill, key, paragraph, section
from softmax_app.kit.tables import Cell, Named, Rows, Table, full, head
from softmax_app.lessons.next_word import words
from softmax_app.lessons.next_word.numbers import SHOWN
from softmax_app.lessons.next_word.tokens import likeliest
from softmax_app.settings import Settings
from softmax_app.smollm2 import PROMPTS
from softmax_app.texts import common

SEEN: Final = {"own": "is_tempered", "level": "has_level"}  # when they are
SIGNS: Final = {  # what something is drawn as in the figures, and its colour
    "before": ("■", "mark-before"),
    "after": ("■", "line-clipped"),
    "drawn": ("┃", "line-single"),
    "word": ("▶◆", "line-single"),
    "own": ("┈", "mark-path"),
    "level": ("╌", "mark-path"),
}


def prompt(settings: Settings) -> Element:
    """Return the text so far with the token that is drawn, and how likely that was."""
    text = PROMPTS[settings.prompt].replace("\n", " ⏎ ")
    drawn = Element("b", Slot("word", form="text"), "drawn")
    told = fill(
        words.DRAWN_TOLD,
        settings.language,
        rank=Slot("word_rank", form="count"),
        share=Slot("word_share"),
    )
    return paragraph(
        Element("code", (Element("span", text), drawn)),
        Element("span", told, "hint"),
        css="sentence",
    )


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
        kept=Slot("kept", form="count"),
        mass=Slot("mass"),
        p=Slot("top_p"),
        least=Slot("min_p"),
        perplexity=Slot("perplexity", form="count"),
    )
    return key(
        Slot("kept", form="count"), words.KEPT.say(language), Element("span", sentence, "cut_note")
    )


def legend(settings: Settings) -> Element:
    """Return what is what in the figures; of a line that is not seen nothing is said."""
    numbers = {"draws": Slot("draws"), "u": Slot("uniform")}
    said = {
        name: (Element("b", *SIGNS[name]), *fill(text, settings.language, **numbers))
        for name, text in words.LEGEND.items()
    }
    seen: dict[str, Content] = {name: either(array, "", said[name]) for name, array in SEEN.items()}
    return paragraph(*(Element("span", one) for one in (said | seen).values()), css="legend")


def notes(settings: Settings) -> Element:
    """Return what the order does, how open the choice is, and what chance did."""
    language = settings.language
    order = choice(
        "order_note",
        words.ORDER_NOTES,
        language,
        first=Slot("kept_first", form="count"),
        last=Slot("kept_last", form="count"),
    )
    is_open = fill(
        words.OPEN_NOTE,
        language,
        before=Slot("entropy_before"),
        perplexity_before=Slot("perplexity_before", form="count"),
        after=Slot("entropy"),
        perplexity=Slot("perplexity", form="count"),
    )
    chance = fill(
        words.DRAW_NOTE,
        language,
        draws=Slot("draws"),
        token=likeliest(settings.prompt, 1)[0],
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
        for k, name in enumerate(likeliest(settings.prompt, SHOWN))
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
