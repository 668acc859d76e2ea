"""What lesson 7 shows beside its figures."""

from typing import Final

from softmax_app import mathml
from softmax_app.bindings import Content, Element, Slot
from softmax_app.lessons.softmax_derivative.graph import graph
from softmax_app.lessons.tables import class_name, derived
from softmax_app.markup import fill, heading, paragraph, section, table
from softmax_app.settings import Settings
from softmax_app.texts import common
from softmax_app.texts import softmax_derivative as texts

EQUALS: Final = mathml.sign("=")
MINUS: Final = mathml.sign("−")
TIMES: Final = mathml.sign("·")
OPEN: Final = mathml.sign("(")
CLOSE: Final = mathml.sign(")")


def notes(settings: Settings) -> Element:
    """Return what stands on the diagonal, off it, and what rows and columns add up to."""
    say = settings.language
    sums = fill(texts.SUMS_NOTE, say, largest=Slot("largest_sum"))
    return section(
        paragraph(fill(texts.DIAGONAL_NOTE, say)),
        paragraph(fill(texts.OFF_NOTE, say)),
        paragraph(sums),
        css="thirds",
    )


def drawing(settings: Settings) -> Element:
    """Return the computational graph with its words."""
    say = settings.language
    return section(
        heading(texts.GRAPH.say(say)),
        paragraph(texts.GRAPH_LEAD.say(say)),
        Element("div", graph(settings), "scroll"),
        css="words full",
    )


def cases(settings: Settings) -> Element:
    """Return both cases of the derivative, line by line."""
    say = settings.language
    names = {
        "first": class_name(settings, 0),
        "second": class_name(settings, 1),
    }
    return section(
        heading(texts.DERIVATION.say(say)),
        paragraph(fill(texts.OWN_LEAD, say, **names)),
        derived(settings, _own_symbols(), _own_numbers(), texts.OWN_STEPS),
        paragraph(fill(texts.OTHER_LEAD, say, **names)),
        derived(settings, _other_symbols(), _other_numbers(), texts.OTHER_STEPS),
        css="words full",
    )


def _own_symbols() -> tuple[Content, ...]:
    e_i, p_i, z_i, s = _letters("e", "i"), _letters("p", "i"), _letters("z", "i"), mathml.name("S")
    slope = mathml.fraction(
        (mathml.sign("∂"), mathml.index(*p_i)), (mathml.sign("∂"), mathml.index(*z_i))
    )
    e, p = mathml.index(*e_i), mathml.index(*p_i)
    square = mathml.power(s, mathml.number("2"))
    return (
        (slope, EQUALS, mathml.fraction((e, TIMES, s, MINUS, e, TIMES, e), square)),
        (EQUALS, mathml.fraction(e, s), TIMES, mathml.fraction((s, MINUS, e), s)),
        (EQUALS, p, OPEN, mathml.number("1"), MINUS, p, CLOSE),
    )


def _other_symbols() -> tuple[Content, ...]:
    e_i, e_j = (mathml.index(*_letters("e", k)) for k in "ij")
    p_i, p_j = (mathml.index(*_letters("p", k)) for k in "ij")
    z_j, s = mathml.index(*_letters("z", "j")), mathml.name("S")
    slope = mathml.fraction((mathml.sign("∂"), p_i), (mathml.sign("∂"), z_j))
    square = mathml.power(s, mathml.number("2"))
    zero = (mathml.number("0"), TIMES, s)
    return (
        (slope, EQUALS, mathml.fraction((*zero, MINUS, e_i, TIMES, e_j), square)),
        (EQUALS, MINUS, mathml.fraction(e_i, s), TIMES, mathml.fraction(e_j, s)),
        (EQUALS, MINUS, p_i, TIMES, p_j),
    )


def _letters(letter: str, below: str) -> tuple[Element, Element]:
    return mathml.name(letter), mathml.name(below)


def _own_numbers() -> tuple[Content, ...]:
    e, p = (mathml.number(Slot(name), "class-0") for name in ("exponentials", "probs"))
    s, rest = mathml.number(Slot("total")), mathml.number(Slot("total_less_first"))
    result = (EQUALS, mathml.number(Slot("jacobian")))
    square = mathml.power(s, mathml.number("2"))
    return (
        (mathml.fraction((e, TIMES, s, MINUS, e, TIMES, e), square), *result),
        (mathml.fraction(e, s), TIMES, mathml.fraction(rest, s), *result),
        (p, TIMES, mathml.number(Slot("rest_of_first")), *result),
    )


def _other_numbers() -> tuple[Content, ...]:
    first, second = (mathml.number(Slot("exponentials", k), f"class-{k}") for k in (0, 1))
    p_first, p_second = (mathml.number(Slot("probs", k), f"class-{k}") for k in (0, 1))
    s = mathml.number(Slot("total"))
    result = (EQUALS, mathml.number(Slot("jacobian", 1)))
    square = mathml.power(s, mathml.number("2"))
    zero = (mathml.number("0"), TIMES, s)
    return (
        (mathml.fraction((*zero, MINUS, first, TIMES, second), square), *result),
        (MINUS, mathml.fraction(first, s), TIMES, mathml.fraction(second, s), *result),
        (MINUS, p_first, TIMES, p_second, *result),
    )


def check(settings: Settings) -> Element:
    """Return the comparison with finite differences, for the first score."""
    say = settings.language
    lead = fill(
        texts.CHECK_LEAD,
        say,
        first=class_name(settings, 0),
        step=Slot("difference"),
        count=str(len(settings.scores) ** 2),
        worst=Slot("worst"),
    )
    head: list[Content] = [
        one.say(say)
        for one in (
            common.CLASS,
            texts.PROBABILITY,
            texts.BY_FORMULA,
            texts.BY_DIFFERENCE,
            texts.OFF_BY,
        )
    ]
    body = [
        (
            Element("span", name, f"class-{k}"),
            Slot("probs", k, "full"),
            Slot("jacobian", k * len(settings.scores), "full"),
            Slot("first_by_differences", k, "full"),
            Slot("first_off", k),
        )
        for k, name in enumerate(settings.labels)
    ]
    return section(
        heading(texts.CHECK.say(say)),
        paragraph(lead),
        table(texts.CHECK_DESCRIPTION.say(say), head, body),
        css="numbers",
    )
