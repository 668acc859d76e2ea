"""What lesson 3 shows beside its figures."""

from typing import Final

from softmax_app import mathml
from softmax_app.bindings import Cases, Content, Element, Slot
from softmax_app.lessons.tables import class_name, class_rows, derived
from softmax_app.markup import fill, heading, paragraph, section, table
from softmax_app.settings import Settings
from softmax_app.texts import common
from softmax_app.texts import two_classes as texts

ONE: Final = mathml.number("1")
PLUS: Final = mathml.sign("+")
EQUALS: Final = mathml.sign("=")


def pair_lead(settings: Settings) -> Element:
    """Return the sentence that says which classes are looked at, where there are more."""
    say = settings.language
    return paragraph(texts.FIRST_TWO.say(say, count=len(settings.scores)))


def pair_notes(settings: Settings) -> Element:
    """Return what the curve, the two networks and a common shift say."""
    say = settings.language
    names = {
        "first": class_name(settings, 0),
        "second": class_name(settings, 1),
    }
    difference = Slot("difference")
    sides = tuple(fill(one, say, difference=difference, **names) for one in texts.CURVE_NOTES)
    same = fill(
        texts.SAME_NOTE,
        say,
        one=Slot("one_node"),
        two=Slot("two_nodes"),
        rest=Slot("one_node", 1),
        **names,
    )
    return section(
        paragraph(Cases("side", sides)),
        paragraph(same),
        paragraph(fill(texts.PAIR_NOTE, say)),
        css="thirds",
    )


def equality(settings: Settings) -> Element:
    """Return why softmax over two scores is sigmoid of their difference, line by line."""
    say = settings.language
    return section(
        heading(texts.FORMULAS.say(say)),
        derived(settings, _equality_symbols(), _equality_numbers(), texts.STEPS),
        css="full",
    )


def _equality_symbols() -> tuple[Content, ...]:
    z1, z2 = (mathml.index(mathml.name("z"), mathml.number(n)) for n in "12")
    p1, p2 = (mathml.index(mathml.name("p"), mathml.number(n)) for n in "12")
    first, second = _power(0, z1), _power(1, z2)
    difference = (mathml.sign("("), z1, mathml.sign("−"), z2, mathml.sign(")"))
    return (
        (p1, EQUALS, mathml.fraction(first, (first, PLUS, second))),
        (EQUALS, _sigmoid((mathml.sign("−"), *difference))),
        (EQUALS, mathml.name("σ"), *difference),
        (p1, PLUS, p2, EQUALS, ONE),
    )


def _equality_numbers() -> tuple[Content, ...]:
    first, second = (_power(k, mathml.number(Slot("scores", k))) for k in (0, 1))
    one_node = [mathml.number(Slot("one_node", k), f"class-{k}") for k in (0, 1)]
    two_nodes = mathml.number(Slot("two_nodes"), "class-0")
    difference = mathml.number(Slot("difference"))
    return (
        (mathml.fraction(first, (first, PLUS, second)), EQUALS, two_nodes),
        (_sigmoid(mathml.number(Slot("minus_difference"))), EQUALS, one_node[0]),
        (mathml.name("σ"), mathml.sign("("), difference, mathml.sign(")"), EQUALS, one_node[0]),
        (one_node[0], PLUS, one_node[1], EQUALS, mathml.number(Slot("one_node_sum"))),
    )


def _sigmoid(exponent: Content) -> Element:
    return mathml.fraction(ONE, (ONE, PLUS, mathml.power(mathml.name("e"), exponent)))


def _power(number: int, exponent: Content) -> Element:
    return mathml.power(mathml.name("e"), exponent, f"class-{number}")


def several_lead(settings: Settings) -> Element:
    """Return the words above the several sigmoids."""
    say = settings.language
    return section(
        Element("h2", texts.SEVERAL.say(say)), paragraph(texts.SEVERAL_LEAD.say(say)), css="words"
    )


def several_notes(settings: Settings) -> Element:
    """Return what the bars of each panel add up to, and what that means."""
    say = settings.language
    return section(
        paragraph(texts.SOFTMAX_NOTE.say(say)),
        paragraph(fill(texts.SIGMOIDS_NOTE, say, total=Slot("sigmoids_sum"))),
        css="thirds halves",
    )


def numbers(settings: Settings) -> Element:
    """Return the table of every number."""
    say = settings.language
    head = [one.say(say) for one in (common.CLASS, texts.SCORE, texts.OVER_ALL, texts.OWN_SIGMOID)]
    body = class_rows(settings, ("scores", "softmax", "sigmoids"))
    sums = (Slot("softmax_sum", 0, "full"), Slot("sigmoids_sum", 0, "full"))
    return section(
        heading(common.NUMBERS.say(say)),
        table(texts.NUMBERS_DESCRIPTION.say(say), head, body, [(common.SUM.say(say), "", *sums)]),
        css="numbers",
    )
