"""What lesson 3 shows beside its figures."""

from softmax_app.kit.bars import class_name
from softmax_app.kit.content import Content, Element, Slot
from softmax_app.kit.derivations import derivation, lines
from softmax_app.kit.formulas import formula, joined, number, part
from softmax_app.kit.markup import choice, fill, folded, key, paragraph, section
from softmax_app.kit.tables import Table, class_rows, full, head
from softmax_app.lessons.two_classes import words
from softmax_app.settings import Settings
from softmax_app.texts import common


def key_line(settings: Settings) -> Element:
    """Return the probability of the first class, and on which side of the boundary it lies."""
    names = _names(settings)
    difference = Slot("difference")
    side = choice("side", words.CURVE_NOTES, settings.language, difference=difference, **names)
    label = fill(words.FIRST_PROBABILITY, settings.language, first=names["first"])
    return key(Slot("one_node"), label, side)


def _names(settings: Settings) -> dict[str, Content]:
    return {"first": class_name(settings, 0), "second": class_name(settings, 1)}


def pair_notes(settings: Settings) -> Element:
    """Return what the two networks and a common shift say, and where other classes are."""
    language = settings.language
    first, count = class_name(settings, 0), len(settings.scores)
    more = (paragraph(fill(words.FIRST_TWO, language, count=str(count))),) if count > 2 else ()
    same = fill(
        words.SAME_NOTE,
        language,
        one=Slot("one_node"),
        two=Slot("two_nodes"),
        rest=Slot("one_node", 1),
        first=first,
    )
    return section(
        paragraph(same),
        paragraph(fill(words.PAIR_NOTE, language)),
        *more,
        css="thirds" if more else "thirds halves",
    )


def equality(settings: Settings) -> Element:
    """Return why softmax over two scores is sigmoid of their difference, line by line."""
    return folded(
        words.FORMULAS.say(settings.language),
        derivation(settings, lines(_symbols(), _filled(len(settings.scores)), words.REASONS)),
        css="full",
    )


def _symbols() -> tuple[Element, ...]:
    return (
        formula("p_1 = <share>", share=_share(part("z_1"), part("z_2"))),
        formula(r"= \frac{1}{1 + e^{-(z_1 - z_2)}}"),
        formula(r"= \sigma(z_1 - z_2)"),
        formula("p_1 + p_2 = 1"),
        formula(r"p_1 = \frac{1}{1 + \sum_{j > 1} e^{-(z_1 - z_j)}}"),
    )


def _filled(n_classes: int) -> tuple[Element, ...]:
    scores = (number(Slot("scores", k)) for k in (0, 1))
    first, second = (number(Slot("one_node", k), f"class-{k}") for k in (0, 1))
    of_two, of_all = (number(Slot(array), "class-0") for array in ("two_nodes", "softmax"))
    others = [part("e^<d>", f"class-{k}", d=Slot("behind", k - 1)) for k in range(1, n_classes)]
    return (
        formula("<share> = <p>", share=_share(*scores), p=of_two),
        formula(r"\frac{1}{1 + e^<d>} = <p>", d=Slot("minus_difference"), p=first),
        formula(r"\sigma(<d>) = <p>", d=Slot("difference"), p=first),
        formula("<p> + <q> = <sum>", p=first, q=second, sum=Slot("one_node_sum")),
        formula(r"\frac{1}{1 + <others>} = <p>", others=joined(others, "+"), p=of_all),
    )


def _share(*exponents: Content) -> Element:
    """Return softmax over two scores, the term of each in the colour of its class."""
    first, second = (part("e^<z>", f"class-{k}", z=one) for k, one in enumerate(exponents))
    return part(r"\frac{<first>}{<first> + <second>}", first=first, second=second)


def several_lead(settings: Settings) -> Element:
    """Return the words above the several sigmoids."""
    language = settings.language
    return section(
        Element("h2", words.SEVERAL.say(language)),
        paragraph(words.SEVERAL_LEAD.say(language)),
        css="words",
    )


def several_key(settings: Settings) -> Element:
    """Return what the sigmoids add up to, and what that means."""
    language = settings.language
    total = Slot("sigmoids_sum")
    sentence = fill(words.SIGMOIDS_NOTE, language, total=total)
    return key(total, words.SUM_OF_SIGMOIDS.say(language), sentence)


def several_notes(settings: Settings) -> Element:
    """Return what the bars of the softmax add up to, and what that means."""
    return section(paragraph(fill(words.SOFTMAX_NOTE, settings.language)), css="thirds halves")


def every_number(settings: Settings) -> Table:
    """Return the table of every number."""
    language = settings.language
    columns = (common.CLASS, words.SCORE, words.OVER_ALL, words.OWN_SIGMOID)
    return Table(
        title=common.NUMBERS.say(language),
        caption=words.NUMBERS_DESCRIPTION.say(language),
        head=tuple(head(settings, one) for one in columns),
        body=class_rows(settings, ("scores", "softmax", "sigmoids")),
        foot=((common.SUM.say(language), "", full("softmax_sum"), full("sigmoids_sum")),),
    )
