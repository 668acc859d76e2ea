"""Why lesson 4 may subtract the maximum: it cancels."""

from softmax_app.kit.bars import class_name
from softmax_app.kit.content import Element, Slot
from softmax_app.kit.derivations import derivation, lines
from softmax_app.kit.formulas import formula, joined, part
from softmax_app.kit.markup import fill, folded, paragraph
from softmax_app.lessons.overflow import words
from softmax_app.settings import Settings


def cancelling(settings: Settings) -> Element:
    """Return why the shift cancels, line by line, for the first class."""
    language = settings.language
    symbols = (
        formula(r"\frac{e^{z_i - m}}{\sum_j e^{z_j - m}}"),
        formula(r"= \frac{e^{z_i} \cdot e^{-m}}{\sum_j e^{z_j} \cdot e^{-m}}"),
        formula(r"= \frac{e^{-m} \cdot e^{z_i}}{e^{-m} \cdot \sum_j e^{z_j}}"),
        formula(r"= \frac{e^{z_i}}{\sum_j e^{z_j}}"),
    )
    return folded(
        words.ALGEBRA.say(language),
        paragraph(fill(words.ALGEBRA_LEAD, language, name=class_name(settings, 0))),
        derivation(settings, lines(symbols, _filled(settings), words.REASONS)),
        paragraph(words.ANY_CONSTANT.say(language)),
        css="words",
    )


def _filled(settings: Settings) -> tuple[Element, ...]:
    """Return the lines of the algebra with the current scores in them."""
    classes = range(len(settings.scores))
    top = Slot("rounded_top", 0, "signed")
    scores = [Slot("rounded", k) for k in classes]
    away = part("e^{-<m>}", m=top)
    less = [part("e^{<z> - <m>}", f"class-{k}", z=scores[k], m=top) for k in classes]
    whole = [part("e^<z>", f"class-{k}", z=scores[k]) for k in classes]
    both = [part(r"<whole> \cdot <away>", whole=one, away=away) for one in whole]
    wholes = joined(whole, "+")
    return (
        formula(r"\frac{<first>}{<sum>}", first=less[0], sum=joined(less, "+")),
        formula(r"\frac{<first>}{<sum>}", first=both[0], sum=joined(both, "+")),
        formula(
            r"\frac{<away> \cdot <first>}{<away> \cdot \left( <sum> \right)}",
            away=away,
            first=whole[0],
            sum=wholes,
        ),
        formula(r"\frac{<first>}{<sum>}", first=whole[0], sum=wholes),
    )
