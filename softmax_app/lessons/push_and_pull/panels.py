"""What lesson 7 shows beside its figure."""

from softmax_app.kit.bars import class_name
from softmax_app.kit.content import Element, Slot
from softmax_app.kit.derivations import derivation, lines
from softmax_app.kit.formulas import formula, joined, number, part
from softmax_app.kit.markup import choice, either, fill, folded, key, paragraph, section
from softmax_app.kit.tables import Table, class_rows, full, head
from softmax_app.lessons.push_and_pull import words
from softmax_app.settings import Settings
from softmax_app.texts import common


def key_line(settings: Settings) -> Element:
    """Return what is stacked on the label, in the end what is left of the pull; and what pulls."""
    language = settings.language
    name = class_name(settings, settings.true_class)
    left, share = Slot("left"), Slot("pull_on_label")
    pull = choice("pull_note", words.PULL_NOTES, language, name=name, left=left, share=share)
    stage = choice("stage", words.LEFT, language, name=name)
    return key(Slot("stacked_on_label"), stage, pull)


def notes(settings: Settings) -> Element:
    """Return what pushes, and what is left in all."""
    language = settings.language
    tempered = choice(
        "is_tempered",
        words.TEMPERATURE_NOTES,
        language,
        temperature=Slot("temperature"),
        factor=Slot("factor"),
    )
    return section(
        paragraph(fill(words.PUSH_NOTE, language)),
        section(
            paragraph(fill(words.SUM_NOTE, language, total=Slot("together_sum"))),
            paragraph(tempered),
            css="words",
        ),
        css="thirds halves",
    )


def ledger(settings: Settings) -> Table:
    """Return the table of pushes, pulls and the chain rule."""
    language = settings.language
    vanished = fill(words.LEDGER_LEADS["vanished"], language)
    known = fill(words.LEDGER_LEADS["known"], language, off=Slot("off"))
    sums = ("push_sum", "pull_sum", "together_sum", "", "", "gradient_sum")
    return Table(
        title=words.LEDGER.say(language),
        caption=words.LEDGER_DESCRIPTION.say(language),
        head=(
            head(settings, common.CLASS),
            head(settings, words.PUSH_COLUMN, "-p", "−p"),
            head(settings, words.PULL_COLUMN, "t", "t"),
            head(settings, words.TOGETHER_COLUMN, "t - p", "t−p"),
            head(settings, words.SLOPE, "-t/p", "−t/p"),
            head(settings, words.BY_CHAIN, r"J \cdot \left(-t/p\right)", "J·(−t/p)"),
            head(settings, words.GRADIENT),
        ),
        body=class_rows(settings, ("push", "pull", "together", "slope", "chain", "gradient")),
        foot=((common.SUM.say(language), *(full(one) if one else "" for one in sums)),),
        before=(paragraph(either("chain_known", vanished, known)),),
        css="numbers ledger",
    )


def collapse(settings: Settings) -> Element:
    """Return how the chain rule collapses, line by line, for the score of the true class."""
    language = settings.language
    name = class_name(settings, settings.true_class)
    return folded(
        words.DERIVATION.say(language),
        paragraph(fill(words.DERIVATION_LEAD, language, name=name)),
        derivation(settings, lines(_symbols(), _filled(settings), words.REASONS)),
        css="full",
    )


def _symbols() -> tuple[Element, ...]:
    return (
        formula(
            r"\frac{\partial L}{\partial z_j}"
            r" = \sum_i \frac{\partial L}{\partial p_i} \cdot \frac{\partial p_i}{\partial z_j}"
        ),
        formula(r"= \sum_i \left(-\frac{t_i}{p_i}\right) \cdot p_i ([i = j] - p_j)"),
        formula(r"= -t_j + p_j \cdot \sum_i t_i"),
        formula("= p_j - t_j"),
    )


def _filled(settings: Settings) -> tuple[Element, ...]:
    """Return the lines with numbers: of the gradient at T = 1, which the temperature divides."""
    classes = range(len(settings.scores))
    css = f"class-{settings.true_class}"
    p, t = number(Slot("label_prob"), css), number(Slot("pull_on_label"), css)
    result = part("-<left>", left=Slot("left", 0, "signed"))
    pulls = joined([number(Slot("pull", k), f"class-{k}") for k in classes], "+")
    terms = joined([_term(k, settings.true_class, p) for k in classes], "+")
    vanished = Element("mtext", words.VANISHED.say(settings.language))
    known = part("<terms> = <result>", terms=terms, result=result)
    return (
        formula("<result>", result=result),
        formula("<line>", line=either("chain_known", vanished, known)),
        formula(r"-<t> + <p> \cdot (<pulls>) = <result>", t=t, p=p, pulls=pulls, result=result),
        formula("<p> - <t> = <result>", p=p, t=t, result=result),
    )


def _term(k: int, label: int, label_prob: Element) -> Element:
    """Return what the probability of one class passes on to the score of the true one."""
    return part(
        r"<slope> \cdot <prob> \cdot (<is_label> - <label_prob>)",
        slope=number(Slot("slope", k, "signed"), f"class-{k}"),
        prob=number(Slot("probs", k), f"class-{k}"),
        is_label=number("1" if k == label else "0"),
        label_prob=label_prob,
    )
