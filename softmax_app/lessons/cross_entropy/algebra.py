"""How the formulas of lesson 5 follow from one another, line by line, and why they have a log."""

from softmax_app.kit.bars import class_name
from softmax_app.kit.content import Cases, Element, Slot
from softmax_app.kit.derivations import derivation, lines
from softmax_app.kit.formulas import formula, joined, number, part
from softmax_app.kit.markup import either, fill, folded, heading, paragraph, section
from softmax_app.lessons.cross_entropy import words
from softmax_app.lessons.cross_entropy.numbers import another_class
from softmax_app.settings import Settings


def formulas(settings: Settings) -> Element:
    """Return the two formulas and the one from scores, line by line."""
    language = settings.language
    equal, unequal = words.EQUAL_NOTE.say(language), words.UNEQUAL_NOTE.say(language)
    return section(
        heading(words.FORMULAS.say(language)),
        derivation(settings, lines(_symbols(), _filled(settings), words.REASONS), together=2),
        paragraph(either("is_soft", equal, unequal)),
        css="full",
    )


def _symbols() -> tuple[Element, ...]:
    return (
        formula(r"L = -\text{log }p_y"),
        formula(r"L = -\sum_i t_i \text{log }p_i"),
        formula(r"-\text{log }p_y = -\text{log }\frac{e^{z_y}}{\sum_j e^{z_j}}"),
        formula(r"= -\left(\text{log }e^{z_y} - \text{log }\sum_j e^{z_j}\right)"),
        formula(r"= \text{log }\sum_j e^{z_j} - z_y"),
    )


def _filled(settings: Settings) -> tuple[Element, ...]:
    css = f"class-{settings.true_class}"
    classes = range(len(settings.scores))
    parts = [number(Slot("parts", k, "signed"), f"class-{k}") for k in classes]
    powers = [part("e^<z>", f"class-{k}", z=Slot("scores", k)) for k in classes]
    of_truth = {"top": powers[settings.true_class], "sum": joined(powers, "+")}
    loss, of_label = Slot("loss"), Slot("label_loss")
    prob = number(Slot("label_prob"), css)
    score = number(Slot("label_score", 0, "signed"), css)
    by_prob = part(r"-\text{log }<p> = <loss>", p=prob, loss=of_label)
    rest = number(Slot("label_rest"), css)
    by_rest = part(r"-\text{log }(1 - <rest>) = <loss>", rest=rest, loss=of_label)
    vanished = Element("mtext", words.VANISHED.say(settings.language))
    by_score = formula(
        "<lse> - <z> = <loss>", lse=Slot("logsumexp", 0, "signed"), z=score, loss=of_label
    )
    return (
        formula("<line>", line=Cases("label_written", (by_prob, by_rest, vanished))),
        formula("<sum> = <loss>", sum=joined(parts, "+"), loss=loss),
        formula(r"-\text{log }\frac{<top>}{<sum>} = <loss>", loss=of_label, **of_truth),
        formula(
            r"-\left(\text{log }<top> - \text{log }\left(<sum>\right)\right) = <loss>",
            loss=of_label,
            **of_truth,
        ),
        by_score,
    )


def why_log(settings: Settings) -> Element:
    """Return why the loss is a logarithm, on two articles, line by line."""
    language = settings.language
    other = another_class(settings.true_class, len(settings.scores))
    names = {"one": class_name(settings, settings.true_class), "other": class_name(settings, other)}
    symbols = (
        formula(r"P = p_i \cdot p_j"),
        formula(r"-\text{log }P = -\text{log }p_i - \text{log }p_j"),
        formula("L = L_1 + L_2"),
    )
    lead, note = (fill(one, language, **names) for one in (words.WHY_LOG_LEAD, words.WHY_LOG_END))
    return folded(
        words.WHY_LOG.say(language),
        paragraph(lead),
        derivation(settings, lines(symbols, _both_filled(settings, other), words.WHY_LOG_REASONS)),
        paragraph(note),
        css="words",
    )


def _both_filled(settings: Settings, other: int) -> tuple[Element, ...]:
    """Return the chance of both articles, and their losses, with the numbers."""
    one, two = (
        number(Slot(array), f"class-{k}")
        for array, k in (("label_prob", settings.true_class), ("other_prob", other))
    )
    whole = Slot("both_loss")
    product = part(r"<p> \cdot <q> = <P>", p=one, q=two, P=Slot("both_prob"))
    sum_of_logs = part(r"-\text{log }<p> - \text{log }<q> = <whole>", p=one, q=two, whole=whole)
    vanished, unknown = (
        Element("mtext", text.say(settings.language))
        for text in (words.PRODUCT_VANISHED, words.VANISHED)
    )
    return (
        formula("<line>", line=either("both_vanished", product, vanished)),
        formula("<line>", line=either("a_prob_vanished", sum_of_logs, unknown)),
        formula("<a> + <b> = <whole>", a=Slot("label_loss"), b=Slot("other_loss"), whole=whole),
    )
