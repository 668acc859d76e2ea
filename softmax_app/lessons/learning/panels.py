"""What lesson 9 shows beside its figures."""

from softmax_app.bindings import Cases, Content, Element, Slot
from softmax_app.lessons.tables import class_rows
from softmax_app.markup import fill, heading, paragraph, section, table
from softmax_app.settings import Settings
from softmax_app.texts import common
from softmax_app.texts import learning as texts


def notes(settings: Settings) -> Element:
    """Return how far the descent has come, where it leads, and whether its steps are too large."""
    say = settings.language
    values: dict[str, Content] = {
        "start": Slot("loss_start"),
        "next": Slot("loss_next"),
        "loss": Slot("loss"),
        "rate": Slot("rate"),
        "step": Slot("step"),
        "floor": Slot("floor"),
        "ups": Slot("ups"),
    }
    cases = (
        ("has_moved", texts.NOTES),
        ("is_soft", texts.END_NOTES),
        ("goes_up", texts.RATE_NOTES),
    )
    return section(
        *(
            paragraph(Cases(array, tuple(fill(one, say, **values) for one in variants)), css=array)
            for array, variants in cases
        ),
        css="thirds",
    )


def numbers(settings: Settings) -> Element:
    """Return the table of this step and of what one more would do."""
    say = settings.language
    head = [
        one.say(say)
        for one in (
            common.CLASS,
            texts.AT_START,
            texts.NOW,
            texts.PROBABILITY,
            texts.TARGET,
            texts.GRADIENT_COLUMN,
            texts.AFTER,
        )
    ]
    columns = ("start", "logits", "probs", "target", "gradient", "after")
    body = class_rows(settings, columns)
    sums = (Slot("start_sum", 0, "full"), Slot("logits_sum", 0, "full"))
    foot: tuple[Content, ...] = (
        common.SUM.say(say),
        *sums,
        "",
        "",
        Slot("gradient_sum", 0, "full"),
        "",
    )
    return section(
        heading(texts.NUMBERS.say(say)),
        table(texts.NUMBERS_DESCRIPTION.say(say), head, body, [foot]),
        paragraph(texts.SUM_NOTE.say(say)),
        css="numbers steps",
    )


def weights_lead(settings: Settings) -> Element:
    """Return the words above the training."""
    say = settings.language
    return section(
        Element("h2", texts.WEIGHTS.say(say)), paragraph(texts.WEIGHTS_LEAD.say(say)), css="words"
    )


def species(settings: Settings) -> tuple[str, ...]:
    """Return the names of the species."""
    return tuple(one.say(settings.language) for one in texts.SPECIES)


def species_legend(settings: Settings) -> Element:
    """Return which colour is which species."""
    return paragraph(
        *(
            Element("span", (Element("b", "●", f"class-{k}"), name))
            for k, name in enumerate(species(settings))
        ),
        css="legend",
    )


def training_notes(settings: Settings) -> Element:
    """Return how well the birds are told apart by now."""
    say = settings.language
    values: dict[str, Content] = {
        "step": Slot("training_step"),
        "loss": Slot("training_loss"),
        "accuracy": Slot("accuracy"),
        "ups": Slot("training_ups"),
    }
    variants = tuple(fill(one, say, **values) for one in texts.TRAINING_NOTES)
    return section(
        paragraph(Cases("training_goes_up", variants), css="training"),
        paragraph(fill(texts.STANDARD_NOTE, say)),
        paragraph(fill(texts.BOUNDARY_NOTE, say)),
        css="thirds",
    )


def one_bird(settings: Settings) -> Element:
    """Return the part of one bird in the gradient of the weights."""
    say = settings.language
    names = species(settings)
    lead = fill(
        texts.ONE_BIRD_LEAD,
        say,
        number=Slot("sample"),
        species=Cases("sample_label", names),
        length=Slot("sample_x"),
        depth=Slot("sample_x", 1),
        x1=Slot("sample_standard"),
        x2=Slot("sample_standard", 1),
    )
    head = [
        one.say(say)
        for one in (
            texts.SPECIES_COLUMN,
            texts.PROBABILITY,
            texts.TARGET,
            texts.ERROR,
            texts.BY_LENGTH,
            texts.BY_DEPTH,
            texts.WEIGHTS_NOW,
        )
    ]
    body = [
        (
            Element("span", name, f"class-{k}"),
            Slot("sample_probs", k, "full"),
            Slot("sample_target", k),
            Slot("sample_error", k, "full"),
            Slot("sample_product", 2 * k),
            Slot("sample_product", 2 * k + 1),
            (
                "(",
                Slot("weights", 2 * k),
                ", ",
                Slot("weights", 2 * k + 1),
                "), ",
                Slot("biases", k),
            ),
        )
        for k, name in enumerate(names)
    ]
    return section(
        heading(texts.ONE_BIRD.say(say)),
        Element("div", lead, "bird"),
        table(texts.ONE_BIRD_DESCRIPTION.say(say), head, body),
        paragraph(texts.DATA_SOURCE.say(say), css="source"),
        css="numbers ledger birds",
    )
