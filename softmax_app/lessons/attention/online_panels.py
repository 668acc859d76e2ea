"""What the second part shows beside its figures: the sum as it grows, block by block."""

from softmax_app.kit.content import Content, Element, Slot
from softmax_app.kit.formulas import formula
from softmax_app.kit.markup import choice, either, fill, heading, key, paragraph, section
from softmax_app.kit.tables import Head, Table, full, head
from softmax_app.lessons.attention import words
from softmax_app.lessons.attention.heads import words_of_sentence
from softmax_app.settings import Settings


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
        heading(words.PASSAGE.say(language)),
        paragraph(note),
        paragraph(words.SOURCE.say(language), css="source"),
        css="aside",
    )
