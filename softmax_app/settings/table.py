"""The one table of what a reader can set: a row a setting, said once.

The link, the batch of a sweep, the sliders and their marks all follow from these rows.
"""

from dataclasses import dataclass, fields
from math import ceil, floor, log2, log10
from typing import Final

import numpy as np

from softmax_app.settings.asked import NOTHING, Asked
from softmax_app.settings.asked import to_text as written_asked
from softmax_app.settings.limits import (
    BLOCKS,
    HEADS,
    KEYS,
    LARGEST_SHIFT,
    LAYERS,
    ORDERS,
    SPANS,
    VOCABULARY,
    View,
)
from softmax_app.settings.reading import (
    format_number,
    read_asked,
    read_choice,
    read_entry,
    read_format,
    read_hidden,
    read_label,
    read_language,
    read_names,
    read_scores,
    read_span,
    read_view,
    written_names,
)
from softmax_app.settings.rows import (
    ROW,
    Floats,
    Number,
    Row,
    counts,
    fractions,
    number,
    powers,
    row,
)
from softmax_app.smollm2 import PROMPTS
from softmax_app.texts import common
from softmax_app.texts.text import Language, Text
from softmax_core import FormatName, format_limits

BEYOND: Final = 1.1  # how far past the limits of a format its slider goes
STEPS_TO_EACH_SIDE: Final = 100  # of a slider around 0
ROUND: Final = (1.0, 1.5, 2.0, 3.0, 4.0, 5.0, 6.0, 8.0, 10.0)  # times a power of 10


def binary_grid(reach: float) -> Floats:
    """Return positions at multiples of a power of 2, which add to most scores without rounding."""
    step = 2.0 ** ceil(log2(reach / STEPS_TO_EACH_SIDE))
    count = ceil(reach / step)
    return np.arange(-count, count + 1, dtype=np.float64) * step


def round_grid(reach: float) -> Floats:
    """Return positions around 0 that end at a round number, ``reach`` or the next one.

    They are multiples of a power of 2 or of a whole number, which add to most scores exactly.

    >>> round_grid(107.7)[[0, 1, -1]].tolist(), round_grid(1687)[[0, 1, -1]].tolist()
    ([-150.0, -148.0, 150.0], [-2000.0, -1980.0, 2000.0])
    """
    power = 10.0 ** floor(log10(reach))
    end = next(times * power for times in ROUND if times * power >= reach)
    step = end / STEPS_TO_EACH_SIDE
    power_of_2 = 2.0 ** ceil(log2(step))
    if end % power_of_2 == 0:
        step = power_of_2
    count = round(end / step)
    return np.arange(-count, count + 1, dtype=np.float64) * step


def _shifts(table: "Table") -> Floats:
    """Return shifts from where every exponential is 0 in the format to where all are infinite.

    Both ends are round numbers.
    """
    limits = format_limits(table.number_format)
    to_zero = max(table.scores) - limits.smallest_nonzero
    to_infinity = limits.first_overflow - min(table.scores)
    return round_grid(BEYOND * max(to_zero, to_infinity))


def _block_ends(table: "Table") -> Floats:
    """Return how many scores have arrived after none, one, and each further block."""
    return np.arange(0, KEYS + 1, int(table.block), dtype=np.float64)


@dataclass(frozen=True)
class Table:
    """Everything a reader has set, carried from lesson to lesson.

    ``names`` may be shorter than ``scores`` (the rest are unnamed) or longer (a name waits for
    its class to come back). ``span`` is how far the score sliders reach to either side of 0.
    ``point`` and ``step`` are x and the step from it on y = exp(x); ``shift`` is added to every
    score before a softmax in ``number_format``. ``label`` is the true class, counted from 0;
    where there are fewer classes, the last one stands in. ``smoothing`` is shared among all.
    ``stacking`` is how far pushes, up to 0.5, and then the pull have been added up.
    ``entry`` is the one of a Jacobian matrix that is looked at, its row and its column, counted
    from 0; where there are fewer classes, the last one stands in.
    ``difference`` is the step of a finite difference; ``descent_step`` says how many steps of
    gradient descent have been taken, ``training_step`` how many of training on the penguins, of
    which ``sample`` is the one looked at, counted from 1. ``prompt`` is the beginning of a text, by
    its name, whose next token ``top_k``, ``top_p`` and ``min_p`` choose among, the temperature
    being ``first`` or ``last`` in the ``order``; ``draws`` are made with a ``seed``. ``layer``,
    ``head`` and ``query`` say whose attention is looked at, counted from 1, ``hidden`` which keys
    are masked by hand beside those that come later, where it is ``causal``; ``arrived`` is how many
    scores an online softmax has seen, ``block`` by ``block``. ``asked`` is the question that is
    open.
    """

    scores: tuple[float, ...] = row(
        "z", (2.0, 3.0, 5.0), read_scores, lambda scores: ",".join(map(format_number, scores))
    )
    names: tuple[str, ...] = row("names", (), read_names, written_names)
    temperature: float = number(
        "T",
        1.0,
        low=0.001,
        high=1000.0,
        grid=powers(20, range(-100, 101), 100, digits=3),
        marks=(1.0,),
        label=Text(en="Temperature T", zh="温度 T"),
    )
    span: float = row("r", SPANS[0], read_span, format_number, effective="reach")
    point: float = number(
        "x",
        0.5,
        low=-2.0,
        high=1.5,
        grid=fractions(-80, 60, 40),
        marks=(-1.0, 0.0, 1.0),
        label=Text(en="Point x", zh="点 x"),
    )
    step: float = number(
        "dx",
        1.0,
        low=0.01,
        high=1.0,
        grid=fractions(1, 100, 100),
        marks=(0.5,),
        label=Text(en="Step Δx", zh="步长 Δx"),
    )
    shift: float = number(
        "c",
        0.0,
        low=-LARGEST_SHIFT,
        high=LARGEST_SHIFT,
        grid=_shifts,
        marks=(0.0,),
        label=Text(en="Shift all scores by c", zh="所有得分一起平移 c"),
    )
    label: int = row(
        "y",
        2,
        read_label,
        str,
        effective="true_class",
        label=Text(en="True class (label)", zh="真实类别（标签）"),
    )
    smoothing: float = number(
        "s",
        0.0,
        low=0.0,
        high=1.0,
        grid=fractions(0, 100, 100),
        marks=(0.1, 0.5),
        label=Text(en="Label smoothing", zh="标签平滑"),
    )
    stacking: float = number(
        "st",
        1.0,
        low=0.0,
        high=1.0,
        grid=fractions(0, 40, 40),
        marks=(0.5,),
        label=Text(en="Push, then pull", zh="先推，后拉"),
    )
    entry: tuple[int, int] = row(
        "ij",
        (0, 0),
        read_entry,
        lambda entry: ",".join(str(place + 1) for place in entry),
        effective="entry_there",
    )
    difference: float = number(
        "h",
        6e-6,
        low=1e-15,
        high=1.0,
        grid=powers(10, range(-48, 1), 4, digits=2),
        marks=(1e-8, 1e-4),
        label=Text(en="Step h of the check", zh="检验用的步长 h"),
    )
    learning_rate: float = number(
        "lr",
        1.0,
        low=0.001,
        high=1000.0,
        grid=powers(10, range(-40, 41), 20, digits=3),
        marks=(1.0,),
        label=Text(en="Learning rate η", zh="学习率 η"),
    )
    descent_step: float = number(
        "k",
        0.0,
        low=0.0,
        high=100.0,
        whole=True,
        grid=fractions(0, 100),
        marks=(25.0, 50.0, 75.0),
        label=Text(en="Step of the descent", zh="下降的步数"),
    )
    training_rate: float = number(
        "tr",
        2.0,
        low=0.001,
        high=100.0,
        grid=powers(10, range(31), 10, digits=2, times=0.03),
        marks=(0.3, 3.0),
        label=Text(en="Learning rate", zh="学习率"),
    )
    training_step: float = number(
        "t",
        0.0,
        low=0.0,
        high=100.0,
        whole=True,
        grid=fractions(0, 100),
        marks=(25.0, 50.0, 75.0),
        label=Text(en="Step of the training", zh="训练的步数"),
    )
    sample: float = number(
        "i",
        1.0,
        low=1.0,
        high=342.0,
        whole=True,
        grid=fractions(1, 342),
        label=Text(en="Bird", zh="企鹅编号"),
    )
    prompt: str = row(
        "pr",
        "once",
        lambda text: read_choice(text, tuple(PROMPTS)),
        str,
        label=Text(en="Prompt", zh="提示词"),
    )
    order: str = row(
        "or",
        "first",
        lambda text: read_choice(text, ORDERS),
        str,
        label=Text(en="The temperature comes", zh="温度的次序"),
    )
    top_k: float = number(
        "tk",
        float(VOCABULARY),
        low=1.0,
        high=float(VOCABULARY),
        whole=True,
        grid=counts(VOCABULARY),
        marks=(10.0, 100.0, 1000.0),
        label=Text(en="Top-k: how many", zh="top-k：个数"),
    )
    top_p: float = number(
        "tp",
        0.9,
        low=0.0,
        high=1.0,
        grid=fractions(0, 100, 100),
        marks=(0.5,),
        label=Text(en="Top-p: nucleus", zh="top-p：核"),
    )
    min_p: float = number(
        "mp",
        0.0,
        low=0.0,
        high=1.0,
        grid=fractions(0, 100, 100),
        marks=(0.1, 0.5),
        label=Text(en="Min-p: floor", zh="min-p：下限"),
    )
    draws: float = number(
        "dr",
        100.0,
        low=10.0,
        high=1000.0,
        whole=True,
        grid=counts(1000)[9:],
        marks=(100.0,),
        label=Text(en="Draws", zh="抽取次数"),
    )
    seed: float = number(
        "sd",
        0.0,
        low=0.0,
        high=100.0,
        whole=True,
        grid=fractions(0, 100),
        marks=(50.0,),
        label=Text(en="Seed", zh="随机种子"),
    )
    layer: float = number(
        "l",
        14.0,
        low=1.0,
        high=float(LAYERS),
        whole=True,
        grid=fractions(1, LAYERS),
        marks=(10.0, 20.0),
        label=Text(en="Layer", zh="层"),
    )
    head: float = number(
        "hd",
        9.0,
        low=1.0,
        high=float(HEADS),
        whole=True,
        grid=fractions(1, HEADS),
        marks=(5.0,),
        label=Text(en="Head", zh="注意力头"),
    )
    query: float = number(
        "qu",
        9.0,
        low=1.0,
        high=float(KEYS),
        whole=True,
        grid=fractions(1, KEYS),
        marks=(6.0,),
        label=Text(en="Query: word", zh="查询：第几个词"),
    )
    scale: float = number(
        "sc",
        0.125,
        low=0.125,
        high=1.0,
        grid=powers(2, range(-60, 1), 20, digits=3),
        marks=(0.25, 0.5),
        label=Text(en="Scale of q·k", zh="q·k 的缩放系数"),
    )
    causal: str = row(
        "cm",
        "on",
        lambda text: read_choice(text, ("on", "off")),
        str,
        label=Text(en="Causal mask", zh="因果掩码"),
    )
    hidden: tuple[int, ...] = row(
        "mask",
        (),
        read_hidden,
        lambda keys: ",".join(map(str, keys)),
        label=Text(en="Mask keys", zh="屏蔽键"),
    )
    block: str = row(
        "bl",
        "3",
        lambda text: read_choice(text, BLOCKS),
        str,
        label=Text(en="Scores in a block", zh="每块的得分个数"),
    )
    arrived: float = number(
        "ar",
        0.0,
        low=0.0,
        high=float(KEYS),
        whole=True,
        grid=_block_ends,
        label=Text(en="Scores that have arrived", zh="已到达的得分"),
    )
    number_format: FormatName = row(
        "f", "float64", read_format, str, label=Text(en="Number format", zh="数值格式")
    )
    language: Language = row("lang", "en", read_language, str)
    view: View = row(
        "view", "page", read_view, lambda view: "" if view == "page" else view, mode=True
    )
    asked: Asked = row("q", NOTHING, read_asked, written_asked, mode=True)

    @property
    def reach(self) -> float:
        """The half-width of the score sliders: ``span``, or more where a score needs it."""
        return max(self.span, next(s for s in SPANS if s >= max(map(abs, self.scores))))

    @property
    def true_class(self) -> int:
        """The label among the classes that there are."""
        return min(self.label, len(self.scores) - 1)

    @property
    def entry_there(self) -> tuple[int, int]:
        """The entry that is looked at, among those that there are."""
        last = len(self.scores) - 1
        row, column = self.entry
        return min(row, last), min(column, last)

    @property
    def labels(self) -> tuple[str, ...]:
        """The classes' names, or topics of an article where they have none."""
        return tuple(map(self.label_of, range(len(self.scores))))

    def label_of(self, number: int) -> str:
        """Return what a class is called, also one that is not there now."""
        own = self.names[number] if number < len(self.names) else ""
        return own or self.topic_of(number)

    def topic_of(self, number: int) -> str:
        """Return what a class is called if no one names it: its topic, or one that is free.

        A topic is taken where a reader has called another class so.
        """
        others = {k: name for k, name in enumerate(self.names) if name and k != number}
        topics = [topic.say(self.language) for topic in common.TOPICS]
        taken = [k for k, topic in enumerate(topics) if topic in others.values()]
        if number not in taken:
            return topics[number]
        without = [k for k in taken if k not in others]  # classes whose own topic is gone
        free = [k for k in others if k not in taken]  # topics whose own class has another name
        return topics[free[without.index(number)]]

    @property
    def short_labels(self) -> tuple[str, ...]:
        """The classes' names, or bare numbers: for where there is little room."""
        named = self.names + ("",) * len(self.scores)
        return tuple(named[i] or str(i + 1) for i in range(len(self.scores)))


ROWS: Final[dict[str, Row]] = {one.name: one.metadata[ROW] for one in fields(Table)}
NUMBERS: Final = {name: one for name, one in ROWS.items() if isinstance(one, Number)}
