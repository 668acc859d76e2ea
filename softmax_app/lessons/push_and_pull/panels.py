"""What lesson 8 shows beside its figure."""

from typing import Final

from softmax_app import mathml
from softmax_app.bindings import Cases, Content, Element, Slot
from softmax_app.lessons.tables import class_name, class_rows, column, derived
from softmax_app.markup import fill, heading, paragraph, section, table
from softmax_app.settings import Settings
from softmax_app.texts import common
from softmax_app.texts import push_and_pull as texts

EQUALS: Final = mathml.sign("=")
MINUS: Final = mathml.sign("−")
PLUS: Final = mathml.sign("+")
TIMES: Final = mathml.sign("·")


def notes(settings: Settings) -> Element:
    """Return what pushes, what pulls, and what is left."""
    say = settings.language
    values: dict[str, Content] = {
        "name": class_name(settings, settings.target),
        "left": Slot("left"),
        "share": Slot("pull_on_label"),
        "total": Slot("together_sum"),
        "temperature": Slot("temperature"),
        "factor": Slot("factor"),
    }
    pull = Cases("is_soft", tuple(fill(one, say, **values) for one in texts.PULL_NOTES))
    tempered = tuple(fill(one, say, **values) for one in texts.TEMPERATURE_NOTES)
    return section(
        paragraph(fill(texts.PUSH_NOTE, say)),
        paragraph(pull),
        section(
            paragraph(fill(texts.SUM_NOTE, say, **values)),
            paragraph(Cases("is_tempered", tempered)),
            css="words",
        ),
        css="thirds",
    )


def ledger(settings: Settings) -> Element:
    """Return the table of pushes, pulls and the chain rule."""
    say = settings.language
    t, p = mathml.name("t"), mathml.name("p")
    over = (MINUS, t, mathml.sign("/"), p)

    jacobian = mathml.name("J")
    head = (
        column(settings, common.CLASS),
        column(settings, texts.PUSH_COLUMN, (MINUS, p)),
        column(settings, texts.PULL_COLUMN, t),
        column(settings, texts.TOGETHER_COLUMN, (t, MINUS, p)),
        column(settings, texts.SLOPE, over),
        column(
            settings,
            texts.BY_CHAIN,
            (jacobian, TIMES, mathml.sign("("), *over, mathml.sign(")")),
        ),
        column(settings, texts.GRADIENT),
    )
    leads = tuple(fill(one, say, off=Slot("off")) for one in texts.LEDGER_LEADS)
    columns = ("push", "pull", "together", "slope", "chain", "gradient")
    body = class_rows(settings, columns)
    sums = (Slot(f"{array}_sum", 0, "full") for array in ("push", "pull", "together"))
    foot: tuple[Content, ...] = (
        common.SUM.say(say),
        *sums,
        "",
        "",
        Slot("gradient_sum", 0, "full"),
    )
    return section(
        heading(texts.LEDGER.say(say)),
        paragraph(Cases("chain_known", leads)),
        table(texts.LEDGER_DESCRIPTION.say(say), head, body, [foot]),
        css="numbers ledger",
    )


def chain(settings: Settings) -> Element:
    """Return how the chain rule collapses, line by line, for the score of the true class."""
    say = settings.language
    return section(
        heading(texts.DERIVATION.say(say)),
        paragraph(fill(texts.DERIVATION_LEAD, say, name=class_name(settings, settings.target))),
        derived(settings, _symbols(), _numbers(settings), texts.STEPS),
        css="full",
    )


def _symbols() -> tuple[Content, ...]:
    i, j = mathml.name("i"), mathml.name("j")
    loss, total = mathml.name("L"), mathml.index(mathml.sign("∑"), i)
    (p_i, t_i), (p_j, t_j, z_j) = (
        tuple(mathml.index(mathml.name(letter), k) for letter in letters)
        for letters, k in (("pt", i), ("ptz", j))
    )

    def slope(above: Content, below: Content) -> Element:
        return mathml.fraction((mathml.sign("∂"), above), (mathml.sign("∂"), below))

    indicator = (mathml.sign("["), i, EQUALS, j, mathml.sign("]"))
    entry = (p_i, mathml.sign("("), *indicator, MINUS, p_j, mathml.sign(")"))
    over = mathml.row(mathml.sign("("), MINUS, mathml.fraction(t_i, p_i), mathml.sign(")"))
    return (
        (slope(loss, z_j), EQUALS, total, slope(loss, p_i), TIMES, slope(p_i, z_j)),
        (EQUALS, total, over, TIMES, *entry),
        (EQUALS, MINUS, t_j, PLUS, p_j, TIMES, total, t_i),
        (EQUALS, p_j, MINUS, t_j),
    )


def _numbers(settings: Settings) -> tuple[Content, ...]:
    """Return the lines with numbers: of the gradient at T = 1, which the temperature divides."""
    label, count = settings.target, len(settings.scores)
    css = f"class-{label}"
    p, t = mathml.number(Slot("label_prob"), css), mathml.number(Slot("pull_on_label"), css)
    result = mathml.row(MINUS, mathml.number(Slot("left", 0, "signed")))
    slopes = [mathml.number(Slot("slope", k, "signed"), f"class-{k}") for k in range(count)]
    probs = [mathml.number(Slot("probs", k), f"class-{k}") for k in range(count)]
    terms = [
        mathml.row(
            slopes[k],
            TIMES,
            probs[k],
            TIMES,
            mathml.sign("("),
            mathml.number("1" if k == label else "0"),
            MINUS,
            p,
            mathml.sign(")"),
        )
        for k in range(count)
    ]
    pulls = [mathml.number(Slot("pull", k), f"class-{k}") for k in range(count)]
    vanished = mathml.words(texts.VANISHED.say(settings.language))
    bracket = (mathml.sign("("), *mathml.joined(pulls, "+"), mathml.sign(")"))
    return (
        (result,),
        Cases("chain_known", (vanished, (*mathml.joined(terms, "+"), EQUALS, result))),
        (MINUS, t, PLUS, p, TIMES, *bracket, EQUALS, result),
        (p, MINUS, t, EQUALS, result),
    )
