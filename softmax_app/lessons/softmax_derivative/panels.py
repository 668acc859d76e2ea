"""What lesson 6 shows beside its figures."""

from softmax_app.kit.bars import class_name
from softmax_app.kit.content import Element, Slot
from softmax_app.kit.formulas import formula
from softmax_app.kit.markup import fill, heading, key, paragraph, section
from softmax_app.kit.tables import Named, Table, full, head
from softmax_app.lessons.softmax_derivative import words
from softmax_app.lessons.softmax_derivative.graph import graph, warm_up
from softmax_app.settings import Settings
from softmax_app.texts import common


def key_line(settings: Settings) -> Element:
    """Return the first entry of the diagonal, and what a small push of that score does."""
    language, first = settings.language, class_name(settings, 0)
    rate = formula(r"\partial p_1 / \partial z_1")
    label = fill(words.RATE, language, first=first, rate=rate)
    said = fill(words.DIAGONAL_NOTE, language, first=first, small=Slot("small_change"))
    return key(Slot("jacobian"), label, said)


def notes(settings: Settings) -> Element:
    """Return what is off the diagonal, what rows and columns add up to, how differences agree."""
    language = settings.language
    sums = fill(words.SUMS_NOTE, language, largest=Slot("largest_sum"))
    off = fill(words.OFF_NOTE, language)
    step = fill(words.STEP_NOTE, language, step=Slot("difference"), worst=Slot("worst"))
    return section(paragraph(off), paragraph(sums), paragraph(step, css="check"), css="thirds")


def warming_up(settings: Settings) -> Element:
    """Return the chain rule on the path of one score to its probability."""
    language = settings.language
    first, rest = class_name(settings, 0), Slot("total_less_first")
    slopes = {
        "inner": Slot("exponentials"),
        "outer": Slot("slope_of_share"),
        "slope": Slot("jacobian"),
    }
    return section(
        heading(words.WARM_UP.say(language)),
        paragraph(fill(words.WARM_UP_LEAD, language, first=first, rest=rest)),
        Element("div", warm_up(settings), "scroll"),
        paragraph(fill(words.CHAIN_NOTE, language, **slopes)),
        css="words full",
    )


def drawing(settings: Settings) -> Element:
    """Return the computational graph with its words."""
    language = settings.language
    return section(
        heading(words.GRAPH.say(language)),
        paragraph(words.GRAPH_LEAD.say(language)),
        Element("div", graph(settings), "scroll"),
        css="words full",
    )


def check_table(settings: Settings) -> Table:
    """Return the comparison with finite differences, for the first score."""
    language = settings.language
    n_classes = len(settings.scores)
    lead = fill(
        words.CHECK_LEAD,
        language,
        first=class_name(settings, 0),
        step=Slot("difference"),
        count=str(n_classes**2),
        worst=Slot("worst"),
    )
    heads = (
        common.CLASS,
        words.PROBABILITY,
        words.BY_FORMULA,
        words.BY_DIFFERENCE,
        words.OFF_BY,
    )
    return Table(
        title=words.CHECK.say(language),
        caption=words.CHECK_DESCRIPTION.say(language),
        head=tuple(head(settings, one) for one in heads),
        body=tuple(
            (
                Named(name, f"class-{k}"),
                full("probs", k),
                full("jacobian", k * n_classes),
                full("first_by_differences", k),
                Slot("first_off", k),
            )
            for k, name in enumerate(settings.labels)
        ),
        before=(paragraph(lead),),
    )
