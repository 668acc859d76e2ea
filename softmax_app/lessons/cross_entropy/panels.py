"""What lesson 5 shows beside its figure."""

from softmax_app.kit.bars import class_name
from softmax_app.kit.content import Content, Element, Slot
from softmax_app.kit.markup import choice, fill, heading, key, paragraph, section
from softmax_app.kit.tables import Table, class_rows, full, head
from softmax_app.lessons.cross_entropy import words
from softmax_app.settings import Settings
from softmax_app.texts import common


def key_line(settings: Settings) -> Element:
    """Return the loss, and what it is."""
    language, values = settings.language, _values(settings)
    said = Element("span", choice("loss_note", words.LOSS_NOTES, language, **values), "loss")
    return key(Slot("loss"), words.LOSS_IN_NATS.say(language), said)


def notes(settings: Settings) -> Element:
    """Return where the loss ends, and why it is a logarithm."""
    language, values = settings.language, _values(settings)
    return section(
        paragraph(choice("floor_state", words.FLOOR_NOTES, language, **values)),
        paragraph(fill(words.WHY_LOG_NOTE, language)),
        css="thirds halves",
    )


def made_of(settings: Settings) -> Element:
    """Return the two parts of the loss."""
    language, values = settings.language, _values(settings)
    divergence = paragraph(fill(words.DIVERGENCE_NOTE, language, **values))
    return section(heading(words.PARTS.say(language)), divergence, css="words full brief")


def _values(settings: Settings) -> dict[str, Content]:
    return {
        "p": Slot("label_prob"),
        "rest": Slot("label_rest"),
        "loss": Slot("loss"),
        "label_loss": Slot("label_loss"),
        "entropy": Slot("entropy"),
        "divergence": Slot("divergence"),
        "reverse": Slot("reverse"),
        "name": class_name(settings, settings.true_class),
    }


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
