"""What lesson 5 shows beside its figure."""

from typing import Final

from softmax_app import mathml
from softmax_app.bindings import Cases, Content, Element, Slot
from softmax_app.lessons.tables import class_name, class_rows, column, derived
from softmax_app.markup import fill, heading, paragraph, section, table
from softmax_app.settings import Settings
from softmax_app.texts import common
from softmax_app.texts import cross_entropy as texts

LOG: Final = mathml.words("log\N{NO-BREAK SPACE}")
MINUS: Final = mathml.sign("−")
EQUALS: Final = mathml.sign("=")


def notes(settings: Settings) -> Element:
    """Return what the loss is, where it ends, and what it is made of."""
    say = settings.language
    values: dict[str, Content] = {
        "p": Slot("label_prob"),
        "loss": Slot("loss"),
        "label_loss": Slot("label_loss"),
        "entropy": Slot("entropy"),
        "divergence": Slot("divergence"),
        "reverse": Slot("reverse"),
        "name": class_name(settings, settings.target),
    }
    loss = Cases("is_soft", tuple(fill(one, say, **values) for one in texts.LOSS_NOTES))
    floor = Cases("floor_state", tuple(fill(one, say, **values) for one in texts.FLOOR_NOTES))
    return section(
        paragraph(loss, css="loss"),
        paragraph(floor),
        paragraph(fill(texts.DIVERGENCE_NOTE, say, **values)),
        css="thirds",
    )


def formulas(settings: Settings) -> Element:
    """Return the two formulas and the one from scores, line by line."""
    say = settings.language
    equal = Cases("is_soft", tuple(one.say(say) for one in texts.EQUAL_NOTES))
    return section(
        heading(texts.FORMULAS.say(say)),
        derived(settings, _symbols(), _numbers(settings), texts.STEPS),
        paragraph(equal),
        css="full",
    )


def _symbols() -> tuple[Content, ...]:
    loss = mathml.name("L")
    i, j, y = (mathml.name(letter) for letter in "ijy")
    total_i, total_j = (mathml.index(mathml.sign("∑"), k) for k in (i, j))
    t_i, p_i, p_y = (
        mathml.index(mathml.name(letter), k) for letter, k in (("t", i), ("p", i), ("p", y))
    )
    z_j, z_y = (mathml.index(mathml.name("z"), k) for k in (j, y))
    power = mathml.power(mathml.name("e"), z_j)
    return (
        (loss, EQUALS, MINUS, total_i, t_i, LOG, p_i),
        (loss, EQUALS, MINUS, LOG, p_y),
        (loss, EQUALS, LOG, total_j, power, MINUS, z_y),
    )


def _numbers(settings: Settings) -> tuple[Content, ...]:
    label = settings.target
    parts = [
        mathml.number(Slot("parts", k, "signed"), f"class-{k}") for k in range(len(settings.scores))
    ]
    label_prob = mathml.number(Slot("label_prob"), f"class-{label}")
    label_score = mathml.number(Slot("label_score", 0, "signed"), f"class-{label}")
    label_loss = mathml.number(Slot("label_loss"))
    by_prob = (MINUS, LOG, label_prob, EQUALS, label_loss)
    return (
        (*mathml.joined(parts, "+"), EQUALS, mathml.number(Slot("loss"))),
        Cases("label_vanished", (by_prob, mathml.words(texts.VANISHED.say(settings.language)))),
        (mathml.number(Slot("logsumexp", 0, "signed")), MINUS, label_score, EQUALS, label_loss),
    )


def numbers(settings: Settings) -> Element:
    """Return the table of every number."""
    say = settings.language
    z, t, p = (mathml.name(letter) for letter in "ztp")

    head = (
        column(settings, common.CLASS),
        column(settings, texts.SCORE, z),
        column(settings, texts.ONE_HOT),
        column(settings, texts.TARGET_COLUMN, t),
        column(settings, texts.PROBABILITY, p),
        column(settings, texts.SURPRISE_COLUMN, (MINUS, LOG, p)),
        column(settings, texts.PART, (MINUS, t, LOG, p)),
    )
    columns = ("scores", "one_hot", "target", "probs", "surprise", "parts")
    body = class_rows(settings, columns)
    sums = ("", "", Slot("target_sum", 0, "full"), Slot("probs_sum", 0, "full"), "")
    foot = (common.SUM.say(say), *sums, Slot("loss", 0, "full"))
    return section(
        heading(common.NUMBERS.say(say)),
        table(texts.NUMBERS_DESCRIPTION.say(say), head, body, [foot]),
        css="numbers steps",
    )
