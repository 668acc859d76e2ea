"""What lesson 9 shows beside its figures."""

from typing import Final

from softmax_app.figures import regions
from softmax_app.kit.content import Cases, Content, Element, Slot
from softmax_app.kit.markup import choice, fill, key, paragraph, section
from softmax_app.kit.tables import Cell, Named, Several, Table, class_rows, full, head
from softmax_app.lessons.learning import words
from softmax_app.settings import Settings
from softmax_app.texts import common

SIGNS: Final = dict(zip(regions.SYMBOLS, "●■▲", strict=True))  # as they are written


def key_line(settings: Settings) -> Element:
    """Return the loss, and how far the descent has come."""
    language = settings.language
    moved = choice(
        "has_moved",
        words.NOTES,
        language,
        start=Slot("loss_start"),
        next=Slot("loss_next"),
        loss=Slot("loss"),
        rate=Slot("rate"),
        step=Slot("step"),
        ups=Slot("ups"),
    )
    label = fill(words.LOSS_AT, language, step=Slot("step"))
    return key(Slot("loss"), label, Element("span", moved, "has_moved"))


def notes(settings: Settings) -> Element:
    """Return where the descent leads, and whether its steps are too large."""
    language = settings.language
    end = choice("end_state", words.END_NOTES, language, floor=Slot("floor"))
    rate = choice("goes_up", words.RATE_NOTES, language, ups=Slot("ups"))
    sentences = (paragraph(one, css=one.array) for one in (end, rate))
    return section(*sentences, css="thirds halves")


def every_number(settings: Settings) -> Table:
    """Return the table of this step and of what one more would do."""
    language = settings.language
    sums = ("start_sum", "logits_sum", "", "", "gradient_sum", "")
    return Table(
        title=words.EVERY_NUMBER.say(language),
        caption=words.NUMBERS_DESCRIPTION.say(language),
        head=(
            head(settings, common.CLASS),
            head(settings, words.AT_START),
            head(settings, words.NOW),
            head(settings, words.PROBABILITY),
            head(settings, words.TARGET),
            head(settings, words.GRADIENT_COLUMN),
            head(settings, words.AFTER),
        ),
        body=class_rows(settings, ("start", "logits", "probs", "target", "gradient", "after")),
        foot=((common.SUM.say(language), *(full(one) if one else "" for one in sums)),),
        after=(paragraph(words.SUM_NOTE.say(language)),),
        css="numbers steps",
    )


def weights_lead(settings: Settings) -> Element:
    """Return the words above the training."""
    language = settings.language
    return section(
        Element("h2", words.WEIGHTS.say(language)),
        paragraph(*fill(words.WEIGHTS_LEAD, language)),
        css="words",
    )


def species(settings: Settings) -> tuple[str, ...]:
    """Return the names of the species."""
    return tuple(one.say(settings.language) for one in words.SPECIES)


def species_legend(settings: Settings) -> Element:
    """Return which colour and which sign is which species."""
    return paragraph(
        *(
            Element("span", (Element("b", SIGNS[regions.SYMBOLS[k]], f"class-{k}"), name))
            for k, name in enumerate(species(settings))
        ),
        css="legend",
    )


def training_key(settings: Settings) -> Element:
    """Return how well the birds are told apart by now."""
    language = settings.language
    training = choice(
        "training_state",
        words.TRAINING_NOTES,
        language,
        step=Slot("training_step"),
        loss=Slot("training_loss"),
        accuracy=Slot("accuracy"),
        ups=Slot("training_ups"),
    )
    said = Element("span", training, "training")
    label = choice("is_trained", words.ACCURACIES, language)
    return key(Slot("accuracy"), label, said)


def training_notes(settings: Settings) -> Element:
    """Return why the features are standardised and the boundaries are straight."""
    language = settings.language
    return section(
        paragraph(fill(words.STANDARD_NOTE, language)),
        paragraph(fill(words.BOUNDARY_NOTE, language)),
        css="thirds halves",
    )


def one_bird(settings: Settings) -> Table:
    """Return the part of one bird in the gradient of the weights."""
    language = settings.language
    return Table(
        title=words.ONE_BIRD.say(language),
        caption=words.ONE_BIRD_DESCRIPTION.say(language),
        head=(
            head(settings, words.SPECIES_COLUMN),
            head(settings, words.PROBABILITY),
            head(settings, words.TARGET),
            head(settings, words.ERROR),
            head(settings, words.BY_LENGTH),
            head(settings, words.BY_DEPTH),
            head(settings, words.WEIGHTS_NOW),
        ),
        body=tuple(_bird_row(k, name) for k, name in enumerate(species(settings))),
        before=(Element("div", _bird_lead(settings), "bird"),),
        after=(paragraph(*fill(words.DATA_SOURCE, language), css="source"),),
        css="numbers ledger birds",
    )


def _bird_lead(settings: Settings) -> Content:
    return fill(
        words.ONE_BIRD_LEAD,
        settings.language,
        number=Slot("sample"),
        species=Cases("sample_label", species(settings)),
        length=Slot("sample_x"),
        depth=Slot("sample_x", 1),
        x1=Slot("sample_standard"),
        x2=Slot("sample_standard", 1),
    )


def _bird_row(k: int, name: str) -> tuple[Cell, ...]:
    length, depth = 2 * k, 2 * k + 1
    weights = (Slot("weights", length), Slot("weights", depth), Slot("biases", k))
    return (
        Named(name, f"class-{k}"),
        full("sample_probs", k),
        Slot("sample_target", k),
        full("sample_error", k),
        Slot("sample_product", length),
        Slot("sample_product", depth),
        Several(weights, ("(", ", ", "), ", "")),
    )
