"""What lesson 2 shows beside its figures."""

from softmax_app import mathml
from softmax_app.bindings import Cases, Content, Element, Slot
from softmax_app.lessons.tables import derived
from softmax_app.markup import fill, heading, paragraph, section, table
from softmax_app.settings import Settings
from softmax_app.texts import common
from softmax_app.texts import why_exp as texts
from softmax_core import POSITIVE_WAYS

ALWAYS_IN_ORDER = ("exp", "power_of_2", "softplus")
POWERS = ("exp", "power_of_2")
DELTA_X = mathml.name("Δx")


def curve_notes(settings: Settings) -> Element:
    """Return what the step, the tangent and the secant say."""
    numbers: dict[str, Content] = {
        name: Slot(name) for name in ("step", "ratio", "height", "slope", "secant")
    }
    numbers["power"] = mathml.inline(mathml.power(mathml.name("e"), DELTA_X))
    notes = (texts.STEP_NOTE, texts.TANGENT_NOTE, texts.SECANT_NOTE)
    return section(
        *(paragraph(fill(note, settings.language, **numbers)) for note in notes), css="thirds"
    )


def derivative(settings: Settings) -> Element:
    """Return why the derivative of exp is exp, line by line."""
    say = settings.language
    x, d, e = mathml.name("x"), DELTA_X, mathml.name("e")
    power = mathml.power(e, x)
    after = mathml.power(e, (x, mathml.sign("+"), d))
    gain = (mathml.power(e, d), mathml.sign("−"), mathml.number("1"))
    factor = mathml.fraction(gain, d)
    height, after_height = (
        mathml.number(Slot(name, 0, "full")) for name in ("height", "next_height")
    )  # all digits: they cancel where the step is small
    step = mathml.number(Slot("step"))
    ratio = mathml.number(Slot("ratio", 0, "full"))
    gain_number = (ratio, mathml.sign("−"), mathml.number("1"))
    symbols: tuple[Content, ...] = (
        mathml.fraction((after, mathml.sign("−"), power), d),
        (mathml.sign("="), power, mathml.sign("·"), factor),
        (mathml.sign("→"), power, mathml.sign("·"), mathml.number("1")),
    )
    secant = (mathml.sign("="), mathml.number(Slot("secant")))
    numbers: tuple[Content, ...] = (
        (mathml.fraction((after_height, mathml.sign("−"), height), step), *secant),
        (mathml.row(height, mathml.sign("·"), mathml.fraction(gain_number, step)), *secant),
        (
            mathml.row(height, mathml.sign("·"), mathml.number("1")),
            mathml.sign("="),
            mathml.number(Slot("slope")),
        ),
    )
    return section(
        heading(texts.DERIVATIVE.say(say)),
        paragraph(texts.DERIVATION_LEAD.say(say)),
        derived(settings, symbols, numbers, texts.DERIVATION),
        css="full",
    )


def others_lead(settings: Settings) -> Element:
    """Return the words above the comparison."""
    say = settings.language
    return section(
        Element("h2", texts.OTHERS.say(say)), paragraph(texts.OTHERS_LEAD.say(say)), css="words"
    )


def others_notes(settings: Settings) -> Element:
    """Return what is wrong with each of the others."""
    notes = (paragraph(fill(note, settings.language)) for note in texts.NOTES)
    return section(*notes, css="thirds")


def compared(settings: Settings) -> Element:
    """Return the table of what each way keeps, with the test of it on these scores."""
    say = settings.language
    head = (texts.WAY, texts.ORDER, texts.DIFFERENCES, texts.MOVED, texts.SLOPE)
    rows = []
    for way, name, slope in zip(POSITIVE_WAYS, texts.WAY_NAMES, texts.SLOPES, strict=True):
        orders = texts.ALWAYS if way in ALWAYS_IN_ORDER else texts.ORDERS
        order = Cases(f"{way}_order", tuple(one.say(say) for one in orders))
        differences = (texts.ONLY_DIFFERENCES if way in POWERS else texts.NOT_ONLY_DIFFERENCES).say(
            say
        )
        rows.append((name, order, differences, Slot(f"{way}_moved"), slope.say(say)))
    return section(
        heading(texts.COMPARED.say(say)),
        table(texts.COMPARED_DESCRIPTION.say(say), [one.say(say) for one in head], rows),
        css="numbers wordy",
    )


def numbers(settings: Settings) -> Element:
    """Return the table of every term and share."""
    say = settings.language
    classes = range(len(settings.scores))
    head: list[Content] = [
        "",
        *(Element("span", one, f"class-{k}") for k, one in enumerate(settings.labels)),
    ]
    rows: list[tuple[Content, ...]] = [
        (texts.SCORE.say(say), *(Slot("scores", k, "full") for k in classes))
    ]
    for way, name in zip(POSITIVE_WAYS, texts.WAY_NAMES, strict=True):
        rows.append((name, *(Slot(f"{way}_values", k, "full") for k in classes)))
        share = texts.SHARE_OF.say(say, way=name)
        rows.append((share, *(Slot(way, k, "full") for k in classes)))
    return section(
        heading(common.NUMBERS.say(say)),
        table(texts.NUMBERS_DESCRIPTION.say(say), head, rows),
        css="numbers",
    )
