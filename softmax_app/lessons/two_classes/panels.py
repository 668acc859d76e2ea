"""What lesson 3 shows beside its figures."""

from softmax_app import mathml
from softmax_app.bindings import Cases, Content, Element, Slot
from softmax_app.markup import Line, derivation, fill, heading, paragraph, section, table
from softmax_app.settings import Settings
from softmax_app.texts import two_classes as texts


def pair_lead(settings: Settings) -> Element:
    """Return the sentence that says which classes are looked at, where there are more."""
    say = settings.language
    return paragraph(texts.FIRST_TWO.say(say, count=len(settings.scores)))


def pair_notes(settings: Settings) -> Element:
    """Return what the curve, the two networks and a common shift say."""
    say = settings.language
    names = {
        "first": Element("b", settings.labels[0], "class-0"),
        "second": Element("b", settings.labels[1], "class-1"),
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
    first, second = (
        _power(k, mathml.index(mathml.name("z"), mathml.number(str(k + 1)))) for k in (0, 1)
    )
    first_now, second_now = (_power(k, mathml.number(Slot("scores", k))) for k in (0, 1))
    z1, z2 = (mathml.index(mathml.name("z"), mathml.number(n)) for n in "12")
    one, plus = mathml.number("1"), mathml.sign("+")
    minus_d = mathml.row(
        mathml.sign("−"), mathml.sign("("), z1, mathml.sign("−"), z2, mathml.sign(")")
    )
    sigma = mathml.row(
        mathml.name("σ"), mathml.sign("("), z1, mathml.sign("−"), z2, mathml.sign(")")
    )
    p1, p2 = (mathml.index(mathml.name("p"), mathml.number(n)) for n in "12")
    p1_now, p2_now = (mathml.number(Slot("one_node", k), f"class-{k}") for k in (0, 1))
    share = mathml.number(Slot("two_nodes"), "class-0")
    equals = mathml.sign("=")
    lines = (
        Line(
            mathml.inline(p1, equals, mathml.fraction(first, (first, plus, second))),
            mathml.inline(mathml.fraction(first_now, (first_now, plus, second_now)), equals, share),
            texts.STEPS[0].say(say),
        ),
        Line(
            mathml.inline(
                equals, mathml.fraction(one, (one, plus, mathml.power(mathml.name("e"), minus_d)))
            ),
            mathml.inline(
                mathml.fraction(
                    one,
                    (
                        one,
                        plus,
                        mathml.power(mathml.name("e"), mathml.number(Slot("minus_difference", 0))),
                    ),
                ),
                equals,
                p1_now,
            ),
            texts.STEPS[1].say(say),
        ),
        Line(
            mathml.inline(equals, sigma),
            mathml.inline(
                mathml.name("σ"),
                mathml.sign("("),
                mathml.number(Slot("difference")),
                mathml.sign(")"),
                equals,
                p1_now,
            ),
            texts.STEPS[2].say(say),
        ),
        Line(
            mathml.inline(p1, plus, p2, equals, one),
            mathml.inline(p1_now, plus, p2_now, equals, mathml.number(Slot("one_node_sum"))),
            texts.STEPS[3].say(say),
        ),
    )
    return section(
        heading(texts.FORMULAS.say(say)), derivation(lines, texts.NEXT_LINE.say(say)), css="full"
    )


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
    head = [one.say(say) for one in (texts.CLASS, texts.SCORE, texts.OVER_ALL, texts.OWN_SIGMOID)]
    body = [
        (
            Element("span", label, f"class-{k}"),
            *(Slot(array, k, "full") for array in ("scores", "softmax", "sigmoids")),
        )
        for k, label in enumerate(settings.labels)
    ]
    sums = (Slot("softmax_sum", 0, "full"), Slot("sigmoids_sum", 0, "full"))
    return section(
        heading(texts.NUMBERS.say(say)),
        table(texts.NUMBERS_DESCRIPTION.say(say), head, body, [(texts.SUM.say(say), "", *sums)]),
        css="numbers",
    )
