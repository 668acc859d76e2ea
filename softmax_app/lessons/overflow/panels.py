"""What lesson 4 shows beside its figure."""

from collections.abc import Mapping
from typing import Final

from softmax_app.kit.content import Cases, Content, Element, Slot
from softmax_app.kit.markup import choice, key, paragraph, section
from softmax_app.kit.tables import Cell, Head, Named, Table, Tagged, full, head
from softmax_app.lessons.overflow import words
from softmax_app.lessons.overflow.numbers import WARNINGS
from softmax_app.settings import Settings
from softmax_app.texts import common
from softmax_app.texts.text import Text
from softmax_core import FORMATS, FormatName

LIMITS_SHOWN: Final = 6  # numbers for each format


def key_line(settings: Settings) -> Element:
    """Return the sum of the naive formula, and what that formula does just now."""
    sentence = _note(settings, "naive_state", words.NAIVE_NOTES, zeros=Slot("naive_zeros"))
    label = words.NAIVE_TOTAL.say(settings.language, format=settings.number_format)
    return key(Slot("naive_total"), label, Element("span", sentence, "naive_state"))


def notes(settings: Settings) -> Element:
    """Return what the shifted formula does just now, and what the format does before."""
    shifted = _note(settings, "shifted_state", words.SHIFTED_NOTES, zeros=Slot("shifted_zeros"))
    rounded = _note(settings, "is_rounded", words.ROUNDING_NOTES)
    return section(
        *(paragraph(one, css=one.array) for one in (shifted, rounded)), css="thirds halves"
    )


def _note(settings: Settings, array: str, variants: Mapping[str, Text], **more: Content) -> Cases:
    places: dict[str, Content] = {
        "format": settings.number_format,
        "count": str(len(settings.scores)),
        "infinite": Slot("naive_infinite"),
        "off": Slot("naive_off"),
    }
    return choice(array, variants, settings.language, **places, **more)


def warnings(settings: Settings) -> Element:
    """Return what NumPy said during each of the two formulas."""
    return section(
        _said(settings, words.SAID, "naive_said"),
        _said(settings, words.SAID_SHIFTED, "shifted_said"),
        css="thirds halves said brief",
    )


def _said(settings: Settings, lead: Text, array: str) -> Element:
    """Return the warnings that NumPy gave, or that there were none."""
    language = settings.language
    given = tuple(
        Cases(array, ("", Element("code", sentence)), number)
        for number, sentence in enumerate(WARNINGS)
    )
    nothing = Cases(array, ("", words.SAID_NOTHING.say(language)), len(WARNINGS))
    return paragraph(Element("b", lead.say(language)), nothing, *given, css="warnings")


def step_table(settings: Settings) -> Table:
    """Return the table of both formulas, step by step."""
    language = settings.language
    naive_total = _tagged(settings, "naive_total", 0, "naive_total_tag", words.EXP_TAGS)
    return Table(
        title=words.STEP_TABLE.say(language, format=settings.number_format),
        caption=words.STEP_TABLE_DESCRIPTION.say(language),
        head=(
            head(settings, common.CLASS),
            head(settings, words.SCORE, "z", "z"),
            head(settings, words.NAIVE_EXP, "e^z", "e^z"),
            head(settings, words.NAIVE_SHARE, r"e^z / \sum", "e^z/∑"),
            head(settings, words.LESS_MAX, "z - m", "z−m"),
            head(settings, words.SHIFTED_EXP, "e^{z - m}", "e^(z−m)"),
            head(settings, words.SHIFTED_SHARE, r"e^{z - m} / \sum", "e^(z−m)/∑"),
        ),
        body=tuple(_step_row(settings, k) for k in range(len(settings.scores))),
        foot=((common.SUM.say(language), "", naive_total, "", "", full("shifted_total"), ""),),
        css="numbers steps",
    )


def _step_row(settings: Settings, k: int) -> tuple[Cell, ...]:
    """Return the numbers of one class, by both formulas."""
    return (
        Named(settings.labels[k], f"class-{k}"),
        full("rounded", k),
        _tagged(settings, "naive_exponentials", k, "naive_exp_tag", words.EXP_TAGS),
        _tagged(settings, "naive", k, "naive_share_tag", words.SHARE_TAGS),
        full("shifted_exponents", k),
        _tagged(settings, "shifted_exponentials", k, "shifted_exp_tag", words.EXP_TAGS),
        _tagged(settings, "shifted", k, "shifted_share_tag", words.SHARE_TAGS),
    )


def _tagged(
    settings: Settings, array: str, at: int, states: str, tags: Mapping[str, Text]
) -> Tagged:
    """Return a number and, in words, what became of it."""
    return Tagged(
        full(array, at), states, tuple(tag.say(settings.language) for tag in tags.values())
    )


def logs(settings: Settings) -> Table:
    """Return the logarithms by two routes: one of them needs a share that is not 0."""
    language = settings.language
    state = choice("log_state", words.LOGS_NOTES, language, format=settings.number_format)
    return Table(
        title=words.LOGS.say(language),
        caption=words.LOGS_DESCRIPTION.say(language),
        head=(
            head(settings, common.CLASS),
            Head("p", "p"),
            head(settings, words.FROM_PROBS, r"-\text{log }p", "− log p"),
            head(settings, words.FROM_LOGITS, r"\text{log }S - \left(z - m\right)", "log S−(z−m)"),
        ),
        body=tuple(
            (
                Named(label, f"class-{k}"),
                *(Slot(array, k) for array in ("shifted", "from_probs", "from_logits")),
            )
            for k, label in enumerate(settings.labels)
        ),
        before=(paragraph(state),),
        css="words",
    )


def limits(settings: Settings) -> Table:
    """Return the table of the limits of all formats."""
    language = settings.language
    columns = (
        words.FORMAT_COLUMN,
        words.LARGEST,
        words.LAST_FINITE,
        words.FIRST_OVERFLOW,
        words.LAST_NORMAL,
        words.LAST_NONZERO,
    )
    sum_limit = words.SUM_LIMIT.say(language, count=len(settings.scores))
    return Table(
        title=words.LIMITS.say(language),
        caption=words.LIMITS_DESCRIPTION.say(language),
        head=(*(head(settings, one) for one in columns), Head(sum_limit)),
        body=tuple(_limits_of(settings, number, name) for number, name in enumerate(FORMATS)),
    )


def _limits_of(settings: Settings, number: int, name: FormatName) -> tuple[Cell, ...]:
    """Return the row of one format, marked if it is the reader's."""
    start = number * LIMITS_SHOWN
    others = (full("limits", start + k) for k in range(1, LIMITS_SHOWN))
    label = Named(f"▸ {name}") if name == settings.number_format else name
    return (label, Slot("limits", start), *others)
