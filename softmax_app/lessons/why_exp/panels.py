"""What lesson 2 shows beside its figures."""

from typing import Final

from softmax_app.kit.content import Cases, Content, Element, Slot
from softmax_app.kit.derivations import derivation, lines
from softmax_app.kit.formulas import formula, part
from softmax_app.kit.markup import choice, either, fill, folded, key, paragraph, section
from softmax_app.kit.tables import Cell, Head, Table, full, head
from softmax_app.lessons.why_exp import words
from softmax_app.lessons.why_exp.numbers import MAY_VANISH
from softmax_app.settings import Settings
from softmax_app.texts import common
from softmax_core import POSITIVE_WAYS

ALWAYS_IN_ORDER: Final = ("exp", "power_of_2", "softplus")
POWERS: Final = ("exp", "power_of_2")
QUOTIENTS: Final = (
    r"\frac{<next_height> - <height>}{<step>}",
    r"<height> \cdot \frac{<ratio> - 1}{<step>}",
)


def key_line(settings: Settings) -> Element:
    """Return the height of the point, which is the slope, and what that means."""
    places = {"height": Slot("height"), "slope": Slot("slope")}
    sentence = fill(words.TANGENT_NOTE, settings.language, **places)
    return key(Slot("height"), words.HEIGHT_AND_SLOPE.say(settings.language), sentence)


def curve_notes(settings: Settings) -> Element:
    """Return what the step and the secant say."""
    places: dict[str, Content] = {name: Slot(name) for name in ("step", "ratio", "slope", "secant")}
    places["power"] = formula(r"e^{\text{Δx}}")
    notes = (words.STEP_NOTE, words.SECANT_NOTE)
    sentences = (paragraph(fill(note, settings.language, **places)) for note in notes)
    return section(*sentences, css="thirds halves")


def derivative(settings: Settings) -> Element:
    """Return why the derivative of exp is exp, line by line."""
    language = settings.language
    symbols = (
        formula(r"\frac{e^{x + \text{Δx}} - e^x}{\text{Δx}}"),
        formula(r"= e^x \cdot \frac{e^{\text{Δx}} - 1}{\text{Δx}}"),
        formula(r"\to e^x \cdot 1"),
    )
    limit = formula(r"<height> \cdot 1 = <slope>", height=Slot("height"), slope=Slot("slope"))
    filled = (*map(_quotient, QUOTIENTS), limit)
    return folded(
        words.DERIVATIVE.say(language),
        paragraph(words.DERIVATION_LEAD.say(language)),
        derivation(settings, lines(symbols, filled, words.REASONS)),
        css="full",
    )


def _quotient(latex: str) -> Element:
    """Return a slope with its numbers: with all digits where the first of them cancel."""
    short: dict[str, Content] = {
        name: Slot(name) for name in ("height", "next_height", "ratio", "step", "secant")
    }
    long = short | {name: full(name) for name in ("height", "next_height", "ratio")}
    rounded = part(f"{latex} = <secant>", "", **short)
    exact = part(rf"{latex} \approx <secant>", "", **long)
    return formula("<line>", line=either("cancels", rounded, exact))


def others_lead(settings: Settings) -> Element:
    """Return the words above the comparison."""
    language = settings.language
    return section(
        Element("h2", words.OTHERS.say(language)),
        paragraph(words.OTHERS_LEAD.say(language)),
        css="words",
    )


def others_notes(settings: Settings) -> Element:
    """Return what is wrong with each of the others, and what that does to these scores."""
    language, moved = settings.language, Slot("softplus_moved")
    notes = (
        choice("square_note", words.SQUARE_NOTES, language),
        choice("relu_note", words.RELU_NOTES, language),
        choice("softplus_note", words.SOFTPLUS_NOTES, language, moved=moved),
    )
    return section(*(paragraph(note, css=note.array) for note in notes), css="thirds")


def compared(settings: Settings) -> Table:
    """Return the table of what each way keeps, with the test of it on these scores."""
    language = settings.language
    columns = (words.WAY, words.ORDER, words.DIFFERENCES, words.MOVED, words.SLOPE)
    return Table(
        title=words.COMPARED.say(language),
        caption=words.COMPARED_DESCRIPTION.say(language),
        head=tuple(head(settings, one) for one in columns),
        body=tuple(_kept_by(settings, way) for way in POSITIVE_WAYS),
        css="numbers wordy",
    )


def _kept_by(settings: Settings, way: str) -> tuple[Cell, ...]:
    """Return the row that says what one way keeps."""
    language = settings.language
    orders = words.ALWAYS if way in ALWAYS_IN_ORDER else words.ORDERS
    differences = words.ONLY_DIFFERENCES if way in POWERS else words.NOT_ONLY_DIFFERENCES
    return (
        words.WAY_NAMES[way],
        Cases(f"{way}_order", tuple(one.say(language) for one in orders.values())),
        differences.say(language),
        _or_nothing(f"{way}_lost", Slot(f"{way}_moved"), way),
        words.SLOPES[way].say(language),
    )


def _or_nothing(array: str, number: Slot, way: str) -> Slot | Cases:
    """Return the number, and what is said in its place where a way leaves nothing to share."""
    if way not in MAY_VANISH:
        return number
    return Cases(array, (number, words.NOTHING_TO_SHARE))


def every_number(settings: Settings) -> Table:
    """Return the table of every term and share."""
    language = settings.language
    classes = list(enumerate(settings.labels))
    rows = [_numbers(settings, words.SCORE.say(language), "scores")]
    for way, name in words.WAY_NAMES.items():
        shares = (_or_nothing(f"{way}_useless", full(way, k), way) for k, _ in classes)
        rows.append(_numbers(settings, name, f"{way}_values"))
        rows.append((words.SHARE_OF.say(language, way=name), *shares))
    return Table(
        title=common.NUMBERS.say(language),
        caption=words.NUMBERS_DESCRIPTION.say(language),
        head=(Head(""), *(Head(label, css=f"class-{k}") for k, label in classes)),
        body=tuple(rows),
        after=(paragraph(fill(words.FLOAT_NOTE, language)),),
    )


def _numbers(settings: Settings, name: str, array: str) -> tuple[Cell, ...]:
    """Return a row with a number of each class."""
    return (name, *(full(array, k) for k in range(len(settings.scores))))
