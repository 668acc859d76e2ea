"""What lesson 9 shows beside its figures."""

from softmax_app.bindings import Cases, Content, Element, Slot
from softmax_app.markup import fill, heading, paragraph, section, table
from softmax_app.settings import Settings
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
            texts.CLASS,
            texts.AT_START,
            texts.NOW,
            texts.PROBABILITY,
            texts.TARGET,
            texts.GRADIENT_COLUMN,
            texts.AFTER,
        )
    ]
    columns = ("start", "logits", "probs", "target", "gradient", "after")
    body = [
        (Element("span", name, f"class-{k}"), *(Slot(array, k, "full") for array in columns))
        for k, name in enumerate(settings.labels)
    ]
    sums = (Slot("start_sum", 0, "full"), Slot("logits_sum", 0, "full"))
    foot: tuple[Content, ...] = (
        texts.SUM.say(say),
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
        css="numbers ledger",
    )
