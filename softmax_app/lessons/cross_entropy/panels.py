"""What lesson 5 shows beside its figure."""

from softmax_app.kit.bars import class_name
from softmax_app.kit.content import Content, Element, Slot
from softmax_app.kit.derivations import derivation, lines
from softmax_app.kit.formulas import formula, joined, number, part
from softmax_app.kit.markup import choice, either, fill, heading, key, paragraph, section
from softmax_app.kit.tables import Table, class_rows, full, head
from softmax_app.lessons.cross_entropy import words
from softmax_app.settings import Settings
from softmax_app.texts import common


def key_line(settings: Settings) -> Element:
    """Return the loss, and what it is."""
    language, values = settings.language, _values(settings)
    one_hot, soft = (
        fill(one, language, **values) for one in (words.ONE_HOT_LOSS_NOTE, words.SOFT_LOSS_NOTE)
    )
    said = Element("span", either("is_soft", one_hot, soft), "loss")
    return key(Slot("loss"), words.LOSS_IN_NATS.say(language), said)


def notes(settings: Settings) -> Element:
    """Return where the loss ends, and what it is made of."""
    language, values = settings.language, _values(settings)
    return section(
        paragraph(choice("floor_state", words.FLOOR_NOTES, language, **values)),
        paragraph(fill(words.DIVERGENCE_NOTE, language, **values)),
        css="thirds halves",
    )


def _values(settings: Settings) -> dict[str, Content]:
    return {
        "p": Slot("label_prob"),
        "loss": Slot("loss"),
        "label_loss": Slot("label_loss"),
        "entropy": Slot("entropy"),
        "divergence": Slot("divergence"),
        "reverse": Slot("reverse"),
        "name": class_name(settings, settings.true_class),
    }


def formulas(settings: Settings) -> Element:
    """Return the two formulas and the one from scores, line by line."""
    language = settings.language
    equal, unequal = words.EQUAL_NOTE.say(language), words.UNEQUAL_NOTE.say(language)
    return section(
        heading(words.FORMULAS.say(language)),
        derivation(settings, lines(_symbols(), _filled(settings), words.REASONS)),
        paragraph(either("is_soft", equal, unequal)),
        css="full",
    )


def _symbols() -> tuple[Element, ...]:
    return (
        formula(r"L = -\sum_i t_i \text{log }p_i"),
        formula(r"L = -\text{log }p_y"),
        formula(r"L = \text{log }\sum_j e^{z_j} - z_y"),
    )


def _filled(settings: Settings) -> tuple[Element, ...]:
    css = f"class-{settings.true_class}"
    parts = [number(Slot("parts", k, "signed"), f"class-{k}") for k in range(len(settings.scores))]
    loss, of_label = Slot("loss"), Slot("label_loss")
    prob = number(Slot("label_prob"), css)
    score = number(Slot("label_score", 0, "signed"), css)
    by_prob = part(r"-\text{log }<p> = <loss>", p=prob, loss=of_label)
    vanished = Element("mtext", words.VANISHED.say(settings.language))
    by_score = formula(
        "<lse> - <z> = <loss>", lse=Slot("logsumexp", 0, "signed"), z=score, loss=of_label
    )
    return (
        formula("<sum> = <loss>", sum=joined(parts, "+"), loss=loss),
        formula("<line>", line=either("label_vanished", by_prob, vanished)),
        by_score,
    )


def every_number(settings: Settings) -> Table:
    """Return the table of every number."""
    language = settings.language
    return Table(
        title=common.NUMBERS.say(language),
        caption=words.NUMBERS_DESCRIPTION.say(language),
        head=(
            head(settings, common.CLASS),
            head(settings, words.SCORE, "z", "z"),
            head(settings, words.ONE_HOT),
            head(settings, words.TARGET_COLUMN, "t", "t"),
            head(settings, words.PROBABILITY, "p", "p"),
            head(settings, words.SURPRISE_COLUMN, r"-\text{log }p", "− log p"),
            head(settings, words.PART, r"-t \text{log }p", "−t log p"),
        ),
        body=class_rows(settings, ("scores", "one_hot", "target", "probs", "surprise", "parts")),
        foot=(
            (
                common.SUM.say(language),
                "",
                "",
                full("target_sum"),
                full("probs_sum"),
                "",
                full("loss"),
            ),
        ),
        css="numbers steps",
    )
