"""What lesson 4 shows beside its figure."""

from typing import Final

from softmax_app import mathml
from softmax_app.bindings import Cases, Content, Element, Slot
from softmax_app.lessons.overflow.numbers import WARNINGS
from softmax_app.lessons.tables import class_name, column, derived
from softmax_app.markup import fill, heading, paragraph, section, table
from softmax_app.settings import Settings
from softmax_app.texts import common
from softmax_app.texts import overflow as texts
from softmax_app.texts.text import Text
from softmax_core import FORMATS

LIMITS_SHOWN: Final = 6  # numbers for each format


def notes(settings: Settings) -> Element:
    """Return what each of the two formulas does just now, and what the format does before."""
    say = settings.language
    values: dict[str, Content] = {
        "format": settings.number_format,
        "count": str(len(settings.scores)),
        "infinite": Slot("naive_infinite"),
        "off": Slot("naive_off"),
    }

    def note(array: str, variants: tuple[Text, ...], **more: Content) -> Element:
        return paragraph(
            Cases(array, tuple(fill(one, say, **values, **more) for one in variants)), css=array
        )

    return section(
        note("naive_state", texts.NAIVE_NOTES, zeros=Slot("naive_zeros")),
        note("shifted_state", texts.SHIFTED_NOTES, zeros=Slot("shifted_zeros")),
        note("is_rounded", texts.ROUNDING_NOTES),
        css="thirds",
    )


def warnings(settings: Settings) -> Element:
    """Return what NumPy said during each of the two formulas."""
    return section(
        _said(settings, texts.SAID, "naive_said"),
        _said(settings, texts.SAID_SHIFTED, "shifted_said"),
        css="thirds halves said",
    )


def _said(settings: Settings, lead: Text, array: str) -> Element:
    """Return the warnings that NumPy gave, or that there were none."""
    say = settings.language
    given = tuple(
        Cases(array, ("", Element("code", sentence)), number)
        for number, sentence in enumerate(WARNINGS)
    )
    nothing = Cases(array, ("", texts.SAID_NOTHING.say(say)), len(WARNINGS))
    return paragraph(Element("b", lead.say(say)), nothing, *given, css="warnings")


def steps(settings: Settings) -> Element:
    """Return the table of both formulas, step by step."""
    say = settings.language
    z, m, e = mathml.name("z"), mathml.name("m"), mathml.name("e")
    less = (z, mathml.sign("−"), m)
    total = mathml.sign("∑")

    head = (
        column(settings, common.CLASS),
        column(settings, texts.SCORE, z),
        column(settings, texts.NAIVE_EXP, mathml.power(e, z)),
        column(settings, texts.NAIVE_SHARE, (mathml.power(e, z), mathml.sign("/"), total)),
        column(settings, texts.LESS_MAX, less),
        column(settings, texts.SHIFTED_EXP, mathml.power(e, less)),
        column(settings, texts.SHIFTED_SHARE, (mathml.power(e, less), mathml.sign("/"), total)),
    )
    body = [
        (
            Element("span", label, f"class-{k}"),
            Slot("rounded", k, "full"),
            _tagged(settings, "naive_exponentials", k, "naive_exp_tag", texts.EXP_TAGS),
            _tagged(settings, "naive", k, "naive_share_tag", texts.SHARE_TAGS),
            Slot("shifted_exponents", k, "full"),
            _tagged(settings, "shifted_exponentials", k, "shifted_exp_tag", texts.EXP_TAGS),
            _tagged(settings, "shifted", k, "shifted_share_tag", texts.SHARE_TAGS),
        )
        for k, label in enumerate(settings.labels)
    ]
    naive_total = _tagged(settings, "naive_total", 0, "naive_total_tag", texts.EXP_TAGS)
    foot = (common.SUM.say(say), "", naive_total, "", "", Slot("shifted_total", 0, "full"), "")
    return section(
        heading(texts.STEPS.say(say, format=settings.number_format)),
        table(texts.STEPS_DESCRIPTION.say(say), head, body, [foot]),
        css="numbers steps",
    )


def _tagged(
    settings: Settings, array: str, at: int, states: str, tags: tuple[Text, ...]
) -> Content:
    """Return a number and, in words, what became of it."""
    words = tuple(
        Element("small", tag.say(settings.language), "tag") if tag.en else "" for tag in tags
    )
    return (Slot(array, at, "full"), Cases(states, words, at))


def algebra(settings: Settings) -> Element:
    """Return why the shift cancels, line by line, for the first class."""
    say = settings.language
    e, m = mathml.name("e"), mathml.name("m")
    z_i, z_j = (mathml.index(mathml.name("z"), mathml.name(letter)) for letter in "ij")
    minus, times, equals = mathml.sign("−"), mathml.sign("·"), mathml.sign("=")
    total = mathml.index(mathml.sign("∑"), mathml.name("j"))
    away = mathml.power(e, (minus, m))

    def less_m(score: Content) -> Element:
        return mathml.power(e, (score, minus, m))

    symbols = (
        mathml.fraction(less_m(z_i), (total, less_m(z_j))),
        mathml.fraction(
            (mathml.power(e, z_i), times, away), (total, mathml.power(e, z_j), times, away)
        ),
        mathml.fraction(
            (away, times, mathml.power(e, z_i)), (away, times, total, mathml.power(e, z_j))
        ),
        mathml.fraction(mathml.power(e, z_i), (total, mathml.power(e, z_j))),
    )
    lines = (symbols[0], *((equals, symbol) for symbol in symbols[1:]))
    name = class_name(settings, 0)
    return section(
        heading(texts.ALGEBRA.say(say)),
        paragraph(fill(texts.ALGEBRA_LEAD, say, name=name)),
        derived(settings, lines, _algebra_numbers(settings), texts.ALGEBRA_STEPS),
        paragraph(texts.ANY_CONSTANT.say(say)),
        css="words",
    )


def _algebra_numbers(settings: Settings) -> tuple[Element, ...]:
    """Return the lines of the algebra with the current scores in them."""
    e, minus, times = mathml.name("e"), mathml.sign("−"), mathml.sign("·")
    classes = range(len(settings.scores))
    away = mathml.power(e, (minus, mathml.number(Slot("rounded_top", 0, "signed"))))

    def score(k: int) -> Element:
        return mathml.number(Slot("rounded", k))

    def whole(k: int) -> Element:
        return mathml.power(e, score(k), f"class-{k}")

    def less(k: int) -> Element:
        top = mathml.number(Slot("rounded_top", 0, "signed"))
        return mathml.power(e, (score(k), minus, top), f"class-{k}")

    def both(k: int) -> Element:
        return mathml.row(whole(k), times, away)

    wholes = mathml.joined([whole(k) for k in classes], "+")
    bracket = (mathml.sign("("), *wholes, mathml.sign(")"))
    return (
        mathml.fraction(less(0), mathml.joined([less(k) for k in classes], "+")),
        mathml.fraction(both(0), mathml.joined([both(k) for k in classes], "+")),
        mathml.fraction((away, times, whole(0)), (away, times, *bracket)),
        mathml.fraction(whole(0), wholes),
    )


def logs(settings: Settings) -> Element:
    """Return the logarithms by two routes: one of them needs a share that is not 0."""
    say = settings.language
    p, z, m, s = (mathml.name(letter) for letter in "pzmS")
    log, minus = mathml.words("log\N{NO-BREAK SPACE}"), mathml.sign("−")
    from_scores = mathml.inline(log, s, minus, mathml.sign("("), z, minus, m, mathml.sign(")"))
    head = (
        common.CLASS.say(say),
        mathml.inline(p),
        (Element("span", texts.FROM_PROBS.say(say)), Element("span", mathml.inline(minus, log, p))),
        (Element("span", texts.FROM_LOGITS.say(say)), Element("span", from_scores)),
    )
    body = [
        (
            Element("span", label, f"class-{k}"),
            *(Slot(array, k) for array in ("shifted", "from_probs", "from_logits")),
        )
        for k, label in enumerate(settings.labels)
    ]
    notes = tuple(fill(one, say, format=settings.number_format) for one in texts.LOGS_NOTES)
    return section(
        heading(texts.LOGS.say(say)),
        paragraph(Cases("log_state", notes)),
        table(texts.LOGS_DESCRIPTION.say(say), head, body),
        css="words",
    )


def limits(settings: Settings) -> Element:
    """Return the table of the limits of all formats."""
    say = settings.language
    head: list[Content] = [
        one.say(say)
        for one in (
            texts.FORMAT_COLUMN,
            texts.LARGEST,
            texts.LAST_FINITE,
            texts.FIRST_OVERFLOW,
            texts.LAST_NORMAL,
            texts.LAST_NONZERO,
        )
    ]
    head.append(texts.SUM_LIMIT.say(say, count=len(settings.scores)))
    body = []
    for number, name in enumerate(FORMATS):
        start = number * LIMITS_SHOWN
        largest = Slot("limits", start, "short")
        others = (Slot("limits", start + k, "full") for k in range(1, LIMITS_SHOWN))
        label = Element("b", f"▸ {name}") if name == settings.number_format else name
        body.append((label, largest, *others))
    return section(
        heading(texts.LIMITS.say(say)),
        table(texts.LIMITS_DESCRIPTION.say(say), head, body),
        css="numbers",
    )
