"""What attention shows beside its figures: the chosen row, all heads, and what a mask leaves."""

from typing import Final

from softmax_app.kit.content import Cases, Content, Element, Slot
from softmax_app.kit.formulas import formula
from softmax_app.kit.markup import choice, either, fill, folded, key, paragraph, section
from softmax_app.kit.tables import Head, Named, Table, full, head
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
    """Return what the scale has done to the row's Jacobian, and to all heads."""
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
        paragraph(norm, css="norm_state"), paragraph(every, css="all_heads"), css="thirds halves"
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
        before=(paragraph(words.NOTHING_LEAD.say(language)),),
        after=(paragraph(fill(words.NOTHING_ADVICE, language)),),
        css="words",
    )


def online_lead(settings: Settings) -> Element:
    """Return the words above the second part."""
    language = settings.language
    return section(
        Element("h2", words.ONLINE.say(language)),
        paragraph(fill(words.ONLINE_LEAD, language)),
        css="words",
    )


def online_key(settings: Settings, count: int) -> Element:
    """Return the running sum, and what the last block has done to it."""
    language = settings.language
    said = choice(
        "online_state",
        words.ONLINE_NOTES,
        language,
        top=Slot("top"),
        before=Slot("top_before"),
        total=Slot("total"),
        factor=Slot("factor"),
        added=Slot("added"),
    )
    label = fill(words.TOTAL, language, done=Slot("blocks_done"), count=str(count))
    update = formula(
        r"S = <before> \cdot <factor> + <added> = <total>",
        before=Slot("total_before"),
        factor=Slot("factor"),
        added=Slot("added"),
        total=Slot("total"),
    )
    shown: Content = either("goes_on", "", update)
    return key(Slot("total"), label, Element("span", (said, " ", shown), "online_state"))


def online_notes(settings: Settings) -> Element:
    """Return what the sum would be without a maximum, and what is known at the end."""
    language, name = settings.language, settings.number_format
    plain = choice("plain_state", words.PLAIN_NOTES, language, plain=Slot("plain"), format=name)
    end = choice("is_done", words.END_NOTES, language, off=Slot("online_off"), format=name)
    sentences = (paragraph(one, css=one.array) for one in (plain, end))
    return section(*sentences, css="thirds halves")


def block_table(settings: Settings, count: int) -> Table:
    """Return the table of all blocks."""
    language = settings.language
    return Table(
        title=words.BLOCK_TABLE.say(language, format=settings.number_format),
        caption=words.BLOCK_TABLE_DESCRIPTION.say(language),
        head=(
            head(settings, words.BLOCK),
            head(settings, words.TOP, "m", "m"),
            head(settings, words.FACTOR),
            head(settings, words.ADDED, r"\sum e^{z - m}", "∑e^(z−m)"),
            head(settings, words.NEW_TOTAL, "S", "S"),
            head(settings, words.PLAIN, r"\sum e^z", "∑e^z"),
        ),
        body=tuple(
            (
                str(number + 1),
                full("block_tops", number),
                full("block_factors", number) if number else "",
                full("block_added", number),
                full("block_totals", number),
                full("block_plain", number),
            )
            for number in range(count)
        ),
    )


def end_table(settings: Settings) -> Table:
    """Return the shares by blocks beside those of the whole row."""
    language = settings.language
    return Table(
        title=words.END_TABLE.say(language),
        caption=words.END_TABLE_DESCRIPTION.say(language),
        head=(
            head(settings, words.KEYS),
            Head(words.SCORES.say(language), "z", "z"),
            head(settings, words.BY_BLOCKS),
            head(settings, words.AT_ONCE),
        ),
        body=tuple(
            (word, *(full(one, place) for one in ("online_scores", "online_probs", "whole_probs")))
            for place, word in enumerate(words_of_sentence())
        ),
    )


def passage_note(settings: Settings) -> Element:
    """Return how often the model's scores are beyond float16, and where all of this is from."""
    language = settings.language
    note = fill(
        words.PASSAGE_NOTE, language, over=Slot("passage_over"), percent=Slot("passage_percent")
    )
    return section(
        Element("h3", words.PASSAGE.say(language)),
        paragraph(note),
        paragraph(words.SOURCE.say(language), css="source"),
        css="aside",
    )
