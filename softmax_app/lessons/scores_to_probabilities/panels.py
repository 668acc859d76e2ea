"""What lesson 1 shows beside its figures: sentences, formulas, the table, the triangle's words."""

from collections.abc import Iterator
from typing import Final

from softmax_app import mathml
from softmax_app.bindings import Cases, Content, Element, Slot
from softmax_app.figures.triangle import SYMBOLS
from softmax_app.lessons.tables import class_rows, column
from softmax_app.markup import fill, heading, paragraph, section, table
from softmax_app.settings import Settings
from softmax_app.texts import common
from softmax_app.texts import scores_to_probabilities as texts
from softmax_app.texts.text import Language, Text

FEW_CLASSES: Final = 3  # so many terms stand in a formula beside the triangle's place


def notes(language: Language) -> Element:
    """Return a sentence under each of the three panels: what it does just now, and why."""

    def note(array: str, variants: tuple[Text, ...], **slots: Content) -> Element:
        contents = tuple(fill(variant, language, **slots) for variant in variants)
        return paragraph(Cases(array, contents), css=array)

    return section(
        note(
            "linear_fault",
            texts.LINEAR_NOTES,
            smallest=Slot("linear_smallest"),
            total=Slot("linear_total"),
        ),
        note(
            "softmax_state",
            texts.SOFTMAX_NOTES,
            softmax=Slot("softmax_entropy"),
            linear=Slot("linear_entropy"),
        ),
        note("hardmax_state", texts.HARDMAX_NOTES, top=Slot("top"), ties=Slot("ties")),
        css="thirds tall",
    )


def formulas(settings: Settings) -> Element:
    """Return the three formulas with the current numbers, each term in its class's colour.

    They are one formula thrice: divide each term by the sum of all. Only the terms differ: the
    score itself, its exponential, or whether it is the largest.
    """
    say = settings.language
    classes = range(len(settings.scores))
    symbol = mathml.index(mathml.name("z"), mathml.name("i"))
    other = mathml.index(mathml.name("z"), mathml.name("j"))
    parts = (
        (texts.LINEAR, "linear", symbol, other, [_score(k) for k in classes]),
        (
            texts.SOFTMAX,
            "softmax",
            _tempered(symbol),
            _tempered(other),
            [_power(k) for k in classes],
        ),
        (texts.HARDMAX, "hardmax", _is_top(symbol), _is_top(other), [_winner(k) for k in classes]),
    )
    rows = (
        _formula(title.say(say), general, summed, terms, array)
        for title, array, general, summed, terms in parts
    )
    css = "formulas" if len(classes) <= FEW_CLASSES else "formulas wide"
    return section(heading(texts.FORMULAS.say(say)), *rows, css=css)


def outside_note(language: Language) -> Element:
    """Return the sentence that says where the linear answer is when the triangle has it not."""
    return paragraph(Cases("linear_has_entropy", (texts.LINEAR_OUTSIDE.say(language), "")))


def legend(titles: tuple[str, str, str]) -> Element:
    """Return what the points of the triangle stand for."""
    keys = zip(SYMBOLS, texts.LEGEND, titles, strict=True)
    return paragraph(
        *(
            Element("span", (Element("b", mark, f"mark-{name}"), title))
            for name, mark, title in keys
        ),
        css="legend",
    )


def entropy_note(settings: Settings) -> Element:
    """Return the sentence that places the entropy of softmax between its bounds."""
    return paragraph(
        fill(
            texts.ENTROPY_NOTE,
            settings.language,
            softmax=Slot("softmax_entropy"),
            uniform=Slot("uniform_entropy"),
            count=str(len(settings.scores)),
        )
    )


def numbers(settings: Settings) -> Element:
    """Return the table of every number, with the sums and the entropies at its foot."""
    say = settings.language

    z, m, t = mathml.name("z"), mathml.name("m"), mathml.name("T")
    shifted = mathml.row(
        mathml.sign("("), z, mathml.sign("−"), m, mathml.sign(")"), mathml.sign("/"), t
    )
    head = (
        column(settings, common.CLASS),
        column(settings, texts.SCORE, z),
        column(settings, texts.SHIFTED, shifted),
        column(settings, texts.EXPONENTIAL, mathml.power(mathml.name("e"), shifted)),
        column(settings, texts.LINEAR),
        column(settings, texts.SOFTMAX),
        column(settings, texts.HARDMAX),
    )
    columns = ("scores", "shifted", "exponentials", "linear", "softmax", "hardmax")
    body = class_rows(settings, columns)
    sums = ("linear_total", "", "exponential_total", "linear_sum", "softmax_sum", "hardmax_sum")
    linear_entropy = Cases("linear_has_entropy", ("–", Slot("linear_entropy", 0, "full")))
    entropies = (linear_entropy, *_filled(("softmax_entropy", "hardmax_entropy")))
    foot = [
        (common.SUM.say(say), *_filled(sums)),
        (texts.ENTROPY_ROW.say(say), "", "", "", *entropies),
    ]
    return section(
        heading(common.NUMBERS.say(say)),
        table(texts.TABLE_DESCRIPTION.say(say), head, body, foot),
        css="numbers maps",
    )


def _filled(arrays: tuple[str, ...]) -> Iterator[Content]:
    return (Slot(array, 0, "full") if array else "" for array in arrays)


def _formula(
    title: str, general: Element, summed: Element, terms: list[Element], array: str
) -> Element:
    shares = [_of_class(k, Slot(array, k)) for k in range(len(terms))]
    sum_over_j = mathml.index(mathml.sign("∑"), mathml.name("j"))
    parts = (
        mathml.inline(mathml.fraction(general, (sum_over_j, summed))),
        mathml.inline(mathml.sign("="), mathml.fraction(_vector(terms), mathml.joined(terms, "+"))),
        mathml.inline(mathml.sign("="), _vector(shares)),
    )
    return Element("div", (Element("h4", title), Element("div", parts, "formula scroll")))


def _vector(terms: list[Element]) -> Element:
    return mathml.row(mathml.sign("("), *mathml.joined(terms, ","), mathml.sign(")"))


def _of_class(number: int, content: Content) -> Element:
    return mathml.number(content, f"class-{number}")


def _score(number: int) -> Element:
    return _of_class(number, Slot("scores", number, "signed"))


def _tempered(score: Element) -> Element:
    exponent = mathml.row(score, mathml.sign("/"), mathml.name("T"))
    return mathml.power(mathml.name("e"), exponent)


def _power(number: int) -> Element:
    score = mathml.number(Slot("scores", number))
    over_t = mathml.row(score, mathml.sign("/"), mathml.number(Slot("temperature")))
    exponent = Cases("tempered", (score, over_t))
    return mathml.power(mathml.name("e"), exponent, f"class-{number}")


def _is_top(score: Element) -> Element:
    top = (mathml.words("max\N{NO-BREAK SPACE}"), mathml.name("z"))
    return mathml.row(mathml.sign("["), score, mathml.sign("="), *top, mathml.sign("]"))


def _winner(number: int) -> Element:
    score = mathml.number(Slot("scores", number, "full"))  # equal in every digit, or not
    top = mathml.number(Slot("top", 0, "full"))
    bracket = (mathml.sign("["), score, mathml.sign("="), top, mathml.sign("]"))
    return mathml.row(*bracket, css=f"class-{number}")
