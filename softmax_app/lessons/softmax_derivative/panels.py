"""What lesson 6 shows beside its figures."""

from collections.abc import Iterator

from softmax_app.kit.bars import class_name
from softmax_app.kit.content import Element, Slot
from softmax_app.kit.formulas import formula
from softmax_app.kit.markup import fill, heading, key, paragraph, section
from softmax_app.kit.scene import Button, ButtonRow
from softmax_app.kit.tables import Named, Table, full, head
from softmax_app.lessons.softmax_derivative import words
from softmax_app.lessons.softmax_derivative.graph import graph, warm_up
from softmax_app.settings import Settings
from softmax_app.settings.events import press
from softmax_app.settings.table import ROWS
from softmax_app.texts import common
from softmax_app.texts.text import Text


def key_line(settings: Settings) -> Element:
    """Return the entry that is looked at, and what a small push of its score does."""
    language, (row, column) = settings.language, settings.entry_there
    places = {
        "answers": class_name(settings, row),
        "moved": class_name(settings, column),
        "rate": formula(rf"\partial p_{{{row + 1}}} / \partial z_{{{column + 1}}}"),
        "small": Slot("small_change"),
    }
    own = row == column
    label = fill(words.OWN_RATE if own else words.OTHER_RATE, language, **places)
    said = fill(words.OWN_NOTE if own else words.OTHER_NOTE, language, **places)
    return key(Slot("jacobian", row * len(settings.scores) + column), label, said)


def entry_choices(settings: Settings) -> Iterator[ButtonRow]:
    """Yield the choice of the entry's column and of its row."""
    row, column = settings.entry_there
    places = range(len(settings.scores))
    yield _choice(settings, words.COLUMN, "column", [(row, place) for place in places])
    yield _choice(settings, words.ROW, "row", [(place, column) for place in places])


def _choice(
    settings: Settings, title: Text, place: str, entries: list[tuple[int, int]]
) -> ButtonRow:
    """Return a button for each class, which chooses an entry; ``place`` tells the rows apart."""
    write, chosen = ROWS["entry"].write, settings.entry_there
    buttons = (
        Button(press("entry", write(entry), place=place), name, chosen=entry == chosen)
        for entry, name in zip(entries, settings.labels, strict=True)
    )
    return ButtonRow(title.say(settings.language), tuple(buttons), "choice")


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
