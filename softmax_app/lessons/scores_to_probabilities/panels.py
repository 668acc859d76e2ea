"""What lesson 1 shows beside its figures: sentences, formulas, the table, the triangle's words."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from softmax_app.figures.triangle import SYMBOLS
from softmax_app.kit.content import Cases, Content, Element, Slot
from softmax_app.kit.formulas import formula, joined, number, part
from softmax_app.kit.markup import choice, either, fill, heading, key, paragraph, section
from softmax_app.kit.tables import Table, class_rows, full, head
from softmax_app.lessons.scores_to_probabilities import words
from softmax_app.settings import Settings
from softmax_app.texts import common
from softmax_app.texts.text import Language, Text

FEW_CLASSES: Final = 3  # so many terms stand in a formula beside the triangle's place


def key_line(language: Language) -> Element:
    """Return the largest share of softmax, and what the maps do just now."""
    said = Element("span", _note("key_state", words.KEY_NOTES, language), "key_state")
    return key(Slot("softmax_largest"), words.LARGEST.say(language), said)


@lru_cache(maxsize=32)  # the numbers are filled in by the browser
def notes(language: Language) -> Element:
    """Return how softmax comes about, and what each of the others does just now, and why."""
    middle = fill(
        words.EXPONENTIALS_NOTE,
        language,
        power=formula(r"e^{\left(z - m\right)/T}"),
        total=Slot("exponential_total"),
    )
    other = _note("other_state", words.OTHER_NOTES, language)
    hardmax = choice(
        "hardmax_state", words.HARDMAX_NOTES, language, top=Slot("top"), ties=Slot("ties")
    )
    sentences = (paragraph(one, css=one.array) for one in (other, hardmax))
    return section(paragraph(middle, css="exponentials"), *sentences, css="thirds maps")


def _note(array: str, notes: Mapping[str, Text], language: Language) -> Cases:
    return choice(
        array,
        notes,
        language,
        smallest=Slot("linear_smallest"),
        total=Slot("linear_total"),
        softmax=Slot("softmax_largest"),
        linear=Slot("linear_largest"),
    )


@lru_cache(maxsize=32)  # the numbers are filled in by the browser
def formulas(language: Language, n_classes: int) -> Element:
    """Return the three formulas with the current numbers, each term in its class's colour.

    They are one formula thrice: divide each term by the sum of all. Only the terms differ: the
    score itself, its exponential, or whether it is the largest.
    """
    classes = range(n_classes)
    rows = (
        _formula(
            words.LINEAR.say(language),
            r"\frac{z_i}{\sum_j z_j}",
            [number(Slot("scores", k, "signed"), f"class-{k}") for k in classes],
            "linear",
            words.NO_ANSWER.say(language),
        ),
        _formula(
            words.SOFTMAX.say(language),
            r"\frac{e^{z_i/T}}{\sum_j e^{z_j/T}}",
            [_power(k) for k in classes],
            "softmax",
        ),
        _formula(
            words.HARDMAX.say(language),
            r"\frac{\left[z_i = \text{max }z\right]}{\sum_j \left[z_j = \text{max }z\right]}",
            [_is_top(k) for k in classes],
            "hardmax",
        ),
        paragraph(words.BRACKETS.say(language), css="source"),
    )
    css = "formulas" if len(classes) <= FEW_CLASSES else "formulas wide"
    return section(heading(words.FORMULAS.say(language)), *rows, css=css)


def _formula(
    title: str, general: str, terms: list[Element], array: str, nothing: str = ""
) -> Element:
    """Return a formula with its numbers; ``nothing`` is said where division by 0 leaves none."""
    shares = [number(Slot(array, k), f"class-{k}") for k in range(len(terms))]
    listed = joined(terms, ",")
    answer: Content = formula(r"= \left(<shares>\right)", shares=joined(shares, ","))
    if nothing:
        answer = either("linear_useless", answer, nothing)
    lines = (
        formula(general),
        formula(r"= \frac{\left(<terms>\right)}{<sum>}", terms=listed, sum=joined(terms, "+")),
        answer,
    )
    return Element("div", (Element("h3", title), Element("div", lines, "formula scroll")))


def _power(k: int) -> Element:
    exponent = either(
        "tempered",
        part("<z>", z=Slot("scores", k)),
        part("<z>/<T>", z=Slot("scores", k), T=Slot("temperature")),
    )
    return part("e^<exponent>", f"class-{k}", exponent=exponent)


def _is_top(k: int) -> Element:
    """Return whether a score is the largest: equal in every digit, or not."""
    return part(r"\left[<z> = <top>\right]", f"class-{k}", z=full("scores", k), top=full("top"))


def outside_note(language: Language) -> Element:
    """Return the sentence that says where the linear answer is when the triangle has it not."""
    return paragraph(either("linear_has_entropy", words.LINEAR_OUTSIDE.say(language), ""))


def legend(titles: tuple[str, str, str]) -> Element:
    """Return what the points of the triangle stand for."""
    keys = zip(SYMBOLS, words.LEGEND, titles, strict=True)
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
            words.ENTROPY_NOTE,
            settings.language,
            softmax=Slot("softmax_entropy"),
            uniform=Slot("uniform_entropy"),
            count=str(len(settings.scores)),
        )
    )


def every_number(settings: Settings) -> Table:
    """Return the table of every number, with the sums and the entropies at its foot."""
    language = settings.language
    linear_entropy = Cases("linear_has_entropy", ("–", full("linear_entropy")))
    sums = ("linear_total", "", "exponential_total", "linear_sum", "softmax_sum", "hardmax_sum")
    return Table(
        title=common.NUMBERS.say(language),
        caption=words.TABLE_DESCRIPTION.say(language),
        head=(
            head(settings, common.CLASS),
            head(settings, words.SCORE, "z", "z"),
            head(settings, words.SHIFTED, r"\left(z - m\right)/T", "(z−m)/T"),
            head(settings, words.EXPONENTIAL, r"e^{\left(z - m\right)/T}", "e^((z−m)/T)"),
            head(settings, words.LINEAR),
            head(settings, words.SOFTMAX),
            head(settings, words.HARDMAX),
        ),
        body=class_rows(
            settings, ("scores", "shifted", "exponentials", "linear", "softmax", "hardmax")
        ),
        foot=(
            (common.SUM.say(language), *(full(one) if one else "" for one in sums)),
            (
                words.ENTROPY_ROW.say(language),
                "",
                "",
                "",
                linear_entropy,
                full("softmax_entropy"),
                full("hardmax_entropy"),
            ),
        ),
        css="numbers maps",
    )
