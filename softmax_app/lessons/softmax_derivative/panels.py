"""What lesson 6 shows beside its figures."""

from typing import Final

from softmax_app.kit.bars import class_name
from softmax_app.kit.content import Content, Element, Slot
from softmax_app.kit.derivations import derivation, lines
from softmax_app.kit.formulas import formula, number
from softmax_app.kit.markup import fill, folded, heading, key, paragraph, section
from softmax_app.kit.tables import Named, Table, full, head
from softmax_app.lessons.softmax_derivative import words
from softmax_app.lessons.softmax_derivative.graph import graph
from softmax_app.settings import Settings
from softmax_app.texts import common

OWN_SYMBOLS: Final = (
    r"\frac{\partial p_i}{\partial z_i} = \frac{e_i \cdot S - e_i \cdot e_i}{S^2}",
    r"= \frac{e_i}{S} \cdot \frac{S - e_i}{S}",
    r"= p_i (1 - p_i)",
)
OTHER_SYMBOLS: Final = (
    r"\frac{\partial p_i}{\partial z_j} = \frac{0 \cdot S - e_i \cdot e_j}{S^2}",
    r"= -\frac{e_i}{S} \cdot \frac{e_j}{S}",
    r"= -p_i \cdot p_j",
)
OWN_FILLED: Final = (
    r"\frac{<e> \cdot <S> - <e> \cdot <e>}{<S>^2} = <slope>",
    r"\frac{<e>}{<S>} \cdot \frac{<S_less_e>}{<S>} = <slope>",
    r"<p> \cdot <rest> = <slope>",
)
OTHER_FILLED: Final = (
    r"\frac{0 \cdot <S> - <e_i> \cdot <e_j>}{<S>^2} = <slope>",
    r"-\frac{<e_i>}{<S>} \cdot \frac{<e_j>}{<S>} = <slope>",
    r"-<p_i> \cdot <p_j> = <slope>",
)


def key_line(settings: Settings) -> Element:
    """Return the first entry of the diagonal, and what stands on the diagonal."""
    language = settings.language
    label = formula(r"\frac{\partial p_1}{\partial z_1}")
    return key(Slot("jacobian"), label, fill(words.DIAGONAL_NOTE, language))


def notes(settings: Settings) -> Element:
    """Return what stands off the diagonal, and what rows and columns add up to."""
    language = settings.language
    sums = fill(words.SUMS_NOTE, language, largest=Slot("largest_sum"))
    off = fill(words.OFF_NOTE, language)
    return section(paragraph(off), paragraph(sums), css="thirds halves")


def step_note(settings: Settings) -> Element:
    """Return how far finite differences are from the formula, which is what their step moves."""
    values = {"step": Slot("difference"), "worst": Slot("worst")}
    return paragraph(fill(words.STEP_NOTE, settings.language, **values), css="check")


def drawing(settings: Settings) -> Element:
    """Return the computational graph with its words."""
    language = settings.language
    return section(
        heading(words.GRAPH.say(language)),
        paragraph(words.GRAPH_LEAD.say(language)),
        Element("div", graph(settings), "scroll"),
        css="words full",
    )


def cases(settings: Settings) -> Element:
    """Return both cases of the derivative, line by line."""
    language = settings.language
    names = {"first": class_name(settings, 0), "second": class_name(settings, 1)}
    own = lines(map(formula, OWN_SYMBOLS), _own_filled(), words.OWN_REASONS)
    other = lines(map(formula, OTHER_SYMBOLS), _other_filled(), words.OTHER_REASONS)
    return folded(
        words.DERIVATION.say(language),
        paragraph(fill(words.OWN_LEAD, language, **names)),
        derivation(settings, own),
        paragraph(fill(words.OTHER_LEAD, language, **names)),
        derivation(settings, other),
        css="words full",
    )


def _own_filled() -> list[Element]:
    """Return the first case with the numbers of the first class."""
    places: dict[str, Content] = {
        "e": _of_class("exponentials", 0),
        "p": _of_class("probs", 0),
        "S": Slot("total"),
        "S_less_e": Slot("total_less_first"),
        "rest": Slot("rest_of_first"),
        "slope": Slot("jacobian"),
    }
    return [formula(latex, **places) for latex in OWN_FILLED]


def _other_filled() -> list[Element]:
    """Return the second case with the numbers of the first two classes."""
    places: dict[str, Content] = {
        "e_i": _of_class("exponentials", 0),
        "e_j": _of_class("exponentials", 1),
        "p_i": _of_class("probs", 0),
        "p_j": _of_class("probs", 1),
        "S": Slot("total"),
        "slope": Slot("jacobian", 1),
    }
    return [formula(latex, **places) for latex in OTHER_FILLED]


def _of_class(array: str, k: int) -> Element:
    return number(Slot(array, k), f"class-{k}")


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
