"""The two cases of the derivative of softmax, line by line."""

from typing import Final

from softmax_app.kit.bars import class_name
from softmax_app.kit.content import Content, Element, Slot
from softmax_app.kit.derivations import derivation, lines
from softmax_app.kit.formulas import formula, joined, number
from softmax_app.kit.markup import fill, folded, paragraph
from softmax_app.lessons.softmax_derivative import words
from softmax_app.settings import Settings

OWN_SYMBOLS: Final = (
    r"\frac{\partial p_i}{\partial z_i} = \frac{e_i \cdot S - e_i \cdot e_i}{S^2}",
    r"= \frac{e_i}{S} \cdot \frac{S - e_i}{S}",
    r"= p_i (1 - p_i)",
)
OTHER_SYMBOLS: Final = (
    r"\frac{\partial S}{\partial z_j} = \sum_k \frac{\partial e_k}{\partial z_j} = e_j",
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
    r"<slopes> = <e_j>",
    r"\frac{0 \cdot <S> - <e_i> \cdot <e_j>}{<S>^2} = <slope>",
    r"-\frac{<e_i>}{<S>} \cdot \frac{<e_j>}{<S>} = <slope>",
    r"-<p_i> \cdot <p_j> = <slope>",
)


def cases(settings: Settings) -> Element:
    """Return both cases of the derivative, line by line."""
    language = settings.language
    n_classes = len(settings.scores)
    names = {"first": class_name(settings, 0), "second": class_name(settings, 1)}
    own = lines(map(formula, OWN_SYMBOLS), _own_filled(), words.OWN_REASONS)
    other = lines(map(formula, OTHER_SYMBOLS), _other_filled(n_classes), words.OTHER_REASONS)
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


def _other_filled(n_classes: int) -> list[Element]:
    """Return the second case with the numbers of the first two classes."""
    e_j = _of_class("exponentials", 1)
    still = [number("0")] * (n_classes - 2)
    places: dict[str, Content] = {
        "e_i": _of_class("exponentials", 0),
        "e_j": e_j,
        "p_i": _of_class("probs", 0),
        "p_j": _of_class("probs", 1),
        "S": Slot("total"),
        "slopes": joined([number("0"), e_j, *still], "+"),
        "slope": Slot("jacobian", 1),
    }
    return [formula(latex, **places) for latex in OTHER_FILLED]


def _of_class(array: str, k: int) -> Element:
    return number(Slot(array, k), f"class-{k}")
