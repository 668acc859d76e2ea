"""What lesson 1 shows beside its figures: sentences, formulas, the table, the triangle's words."""

from collections.abc import Iterator

from softmax_app import mathml
from softmax_app.bindings import Cases, Content, Element, Slot
from softmax_app.markup import fill, heading, paragraph, section, table
from softmax_app.settings import Settings
from softmax_app.texts import scores_to_probabilities as texts
from softmax_app.texts.text import Language, Text


def notes(language: Language) -> Element:
    """Return a sentence under each of the three panels: what it does just now, and why."""

    def note(array: str, variants: tuple[Text, ...], **slots: Content) -> Element:
        contents = tuple(fill(variant, language, **slots) for variant in variants)
        return paragraph(Cases(array, contents), css=array)

    return section(
        note(
            "linear_state",
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
        css="thirds",
    )


def formulas(settings: Settings) -> Element:
    """Return the three formulas with the current numbers, each term in its class's colour."""
    z, i, j = mathml.name("z"), mathml.name("i"), mathml.name("j")
    z_i, z_j = mathml.index(z, i), mathml.index(z, j)
    sum_over_j = mathml.index(mathml.sign("∑"), j)
    say = settings.language
    classes = range(len(settings.scores))
    scores = [_of_class(k, Slot("scores", k, "signed")) for k in classes]
    powers = [_power(k) for k in classes]
    over_t = mathml.row(z_i, mathml.sign("/"), mathml.name("T"))
    over_t_j = mathml.row(z_j, mathml.sign("/"), mathml.name("T"))
    e = mathml.name("e")
    return section(
        heading(texts.FORMULAS.say(say)),
        _formula(
            texts.LINEAR.say(say),
            mathml.fraction(z_i, (sum_over_j, z_j)),
            mathml.fraction(_vector(scores), mathml.joined(scores, "+")),
            "linear",
            settings,
        ),
        _formula(
            texts.SOFTMAX.say(say),
            mathml.fraction(mathml.power(e, over_t), (sum_over_j, mathml.power(e, over_t_j))),
            mathml.fraction(_vector(powers), mathml.joined(powers, "+")),
            "softmax",
            settings,
        ),
        _formula(
            texts.HARDMAX.say(say),
            mathml.row(
                mathml.sign("["), z_i, mathml.sign("="), mathml.words("max"), z, mathml.sign("]")
            ),
            mathml.row(
                mathml.words("max"),
                mathml.sign("="),
                mathml.number(Slot("top")),
            ),
            "hardmax",
            settings,
        ),
        css="formulas",
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

    def column(text: Text, formula: Element | str) -> tuple[Content, ...]:
        return (Element("span", text.say(say)), Element("span", formula, "formula"))

    z, m, t = mathml.name("z"), mathml.name("m"), mathml.name("T")
    shifted = mathml.row(
        mathml.sign("("), z, mathml.sign("−"), m, mathml.sign(")"), mathml.sign("/"), t
    )
    head = (
        column(texts.CLASS, ""),
        column(texts.SCORE, mathml.inline(z)),
        column(texts.SHIFTED, mathml.inline(shifted)),
        column(texts.EXPONENTIAL, mathml.inline(mathml.power(mathml.name("e"), shifted))),
        column(texts.LINEAR, ""),
        column(texts.SOFTMAX, ""),
        column(texts.HARDMAX, ""),
    )
    columns = ("scores", "shifted", "exponentials", "linear", "softmax", "hardmax")
    body = [
        (Element("span", label, f"class-{k}"), *(Slot(array, k, "full") for array in columns))
        for k, label in enumerate(settings.labels)
    ]
    sums = ("linear_total", "", "exponential_total", "linear_sum", "softmax_sum", "hardmax_sum")
    entropies = ("", "", "", "linear_entropy", "softmax_entropy", "hardmax_entropy")
    foot = [
        (texts.SUM.say(say), *_filled(sums)),
        (texts.ENTROPY_ROW.say(say), *_filled(entropies)),
    ]
    return section(
        heading(texts.NUMBERS.say(say)),
        table(texts.TABLE_DESCRIPTION.say(say), head, body, foot),
        css="numbers",
    )


def _filled(arrays: tuple[str, ...]) -> Iterator[Content]:
    return (Slot(array, 0, "full") if array else "" for array in arrays)


def _formula(
    title: str, general: Element, current: Element, array: str, settings: Settings
) -> Element:
    shares = [_of_class(k, Slot(array, k)) for k in range(len(settings.scores))]
    formula = mathml.math(general, mathml.sign("="), current, mathml.sign("="), _vector(shares))
    return Element("div", (Element("h4", title), Element("div", formula, "scroll")))


def _vector(terms: list[Element]) -> Element:
    return mathml.row(mathml.sign("("), *mathml.joined(terms, ","), mathml.sign(")"))


def _of_class(number: int, content: Content) -> Element:
    return mathml.number(content, f"class-{number}")


def _power(number: int) -> Element:
    score = mathml.number(Slot("scores", number))
    over_t = mathml.row(score, mathml.sign("/"), mathml.number(Slot("temperature")))
    exponent = Cases("tempered", (score, over_t))
    return mathml.power(mathml.name("e"), exponent, f"class-{number}")
