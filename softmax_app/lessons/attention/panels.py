"""What the first part shows beside its figure: the chosen row, all heads, what a mask leaves."""

from typing import Final

from softmax_app.kit.content import Cases, Element, Slot
from softmax_app.kit.markup import choice, fill, folded, key, paragraph, section
from softmax_app.kit.tables import Named, Table, full, head
from softmax_app.lessons.attention import words
from softmax_app.lessons.attention.heads import words_of_sentence
from softmax_app.settings import Settings

# what came out of each call when three keys of three were masked; tests try them again
RETURNED: Final = {
    "e / e.sum(), NumPy": "nan",
    "torch.softmax": "nan",
    "F.scaled_dot_product_attention, PyTorch": "zero",
    "torch.nn.MultiheadAttention": "nan",
    "jax.nn.softmax": "nan",
    "jax.nn.softmax(…, where=mask)": "zero",
    "jax.nn.dot_product_attention(…, mask=mask)": "equal",
    "tf.nn.softmax": "nan",
    "keras.layers.Softmax()(…, mask=mask)": "zero",
    "keras.layers.Attention()(…, mask=mask)": "equal",
}
DIGITS: Final = {"nan": "nan, nan, nan", "zero": "0, 0, 0", "equal": "⅓, ⅓, ⅓"}


def named(array: str) -> Element:
    """Return the word of the sentence of which an array holds the place."""
    return Element("span", Cases(array, words_of_sentence()), "word")


def key_line(settings: Settings) -> Element:
    """Return the largest weight of the row, and whose it is."""
    language = settings.language
    said = choice(
        "row_state",
        words.ROW_NOTES,
        language,
        query=named("query"),
        key=named("largest_key"),
        largest=Slot("largest"),
        seen=Slot("seen"),
        layer=Slot("layer"),
        head=Slot("head"),
    )
    label = fill(words.LARGEST, language, query=named("query"))
    return key(Slot("largest"), label, Element("span", said, "row_state"))


def notes(settings: Settings) -> Element:
    """Return what a score is, and what the scale has done to the row and to all heads."""
    language = settings.language
    norm = choice(
        "norm_state",
        words.NORM_NOTES,
        language,
        norm=Slot("norm"),
        usual=Slot("norm_usual"),
        scale=Slot("scale"),
    )
    every = fill(
        words.ALL_NOTE,
        language,
        largest=Slot("all_largest"),
        sure=Slot("all_sure"),
        norm=Slot("all_norm"),
    )
    return section(
        paragraph(fill(words.SCORE_NOTE, language)),
        paragraph(norm, css="norm_state"),
        paragraph(every, css="all_heads"),
        css="thirds",
    )


def row_table(settings: Settings) -> Table:
    """Return the table of the chosen row."""
    language = settings.language
    return Table(
        title=words.ROW_TABLE.say(language),
        caption=words.ROW_TABLE_DESCRIPTION.say(language),
        head=(
            head(settings, words.KEYS),
            head(settings, words.PRODUCT, r"q \cdot k", "q·k"),
            head(settings, words.SCORE, "s", "s"),
            head(settings, words.WEIGHT, "w", "w"),
        ),
        body=tuple(
            (word, *(full(array, place) for array in ("products", "scores", "weights")))
            for place, word in enumerate(words_of_sentence())
        ),
    )


def sink(settings: Settings) -> Element:
    """Return where the attention goes that no word deserves."""
    language = settings.language
    return folded(
        words.SINK.say(language),
        paragraph(fill(words.SINK_NOTE, language, first=Slot("all_first"))),
        paragraph(words.SINK_SOURCE.say(language), css="source"),
        css="words",
    )


def nothing_left(settings: Settings) -> Table:
    """Return what the libraries make of a row whose keys are all masked."""
    language = settings.language
    return Table(
        title=words.NOTHING_LEFT.say(language),
        caption=words.NOTHING_DESCRIPTION.say(language),
        head=(
            head(settings, words.CALL),
            head(settings, words.RETURNS),
            head(settings, words.MEANING),
        ),
        body=tuple(
            (Named(call), DIGITS[state], words.MEANINGS[state].say(language))
            for call, state in RETURNED.items()
        ),
        before=(paragraph(fill(words.NOTHING_LEAD, language)),),
        after=(paragraph(fill(words.NOTHING_ADVICE, language)),),
        css="words",
    )
