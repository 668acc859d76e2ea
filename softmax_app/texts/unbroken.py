"""Expressions that stay on one line: inside them a line does not end.

A space beside an operator, in the brackets of an expression, after log or before a percent sign
becomes one at which no line is broken. A long expression may be broken before an operator, as it
is in print: on the smallest phone all of it has to be seen.
"""

import re
from typing import Final

UNBROKEN: Final = "\N{NO-BREAK SPACE}"
LONGEST: Final = 26  # letters that no line breaks: of the smallest phone's line about two thirds
NUMBER: Final = "0.0000"  # about as long as what is filled in
OPERATOR: Final = re.compile(r"[=≈≠≤≥<>−+×÷·]")
CODE: Final = re.compile(r"(`[^`]*`|\$[^$]*\$)")  # not prose: it has rules of its own
MARKS: Final = re.compile(r"\[\[|\|\w+\]\]|\*\*|\^")
ANYWHERE: Final = re.compile(r"[\u2014\u201c\u201d\u2026\u3000-\u9fff\uff00-\uffef]")
# what is short between brackets: of symbols and numbers, or what a function is of
BRACKETS: Final = re.compile(
    r"(?<!\[)\[(?:(?![A-Za-z]{3})[^\[\]|]){1,16}\](?!\])"
    r"|(?<=\b\w)\([^()]{1,12}\)"
    r"|(?<![\w=])\((?:(?![A-Za-z]{2})[^()\u3000-\u9fff]){1,16}\)"
)
LOG: Final = re.compile(r"\blog (?![^\W\d_]{3})")


def unbroken(sentence: str) -> str:
    """Return a sentence whose expressions stay on one line.

    >>> unbroken("log 3 ≈ 1.099, not 2").replace(UNBROKEN, "_")
    'log_3_≈_1.099, not 2'
    >>> unbroken("p(1 − p) is [i = j], `a = 1` is code").replace(UNBROKEN, "_")
    'p(1_−_p) is [i_=_j], `a = 1` is code'
    >>> unbroken("loss = entropy + divergence + all the rest").replace(UNBROKEN, "_")
    'loss_=_entropy +_divergence_+_all the rest'
    """
    parts = CODE.split(sentence)
    parts[::2] = map(_in_prose, parts[::2])
    return "".join(parts)


def _in_prose(words: str) -> str:
    for short in (BRACKETS, LOG):
        words = short.sub(lambda found: found[0].replace(" ", UNBROKEN), words)
    words = words.replace(" %", f"{UNBROKEN}%")
    first, *others = words.split(" ")
    joined, line = first, _last_piece(first)
    for word, following in zip(others, (*others, "")[1:], strict=True):
        after = bool(OPERATOR.fullmatch(line.rpartition(UNBROKEN)[2]))
        whole = f"{line} {word} {_first_piece(following)}"
        before = bool(OPERATOR.fullmatch(word)) and len(whole) <= LONGEST
        space = UNBROKEN if after or before else " "
        joined += space + word
        line = _last_piece(line + space + word if space == UNBROKEN else word)
    return joined


def _first_piece(words: str) -> str:
    """Return what no line breaks at the beginning, as it will be read."""
    return ANYWHERE.split(_as_read(words))[0]


def _last_piece(words: str) -> str:
    return ANYWHERE.split(_as_read(words))[-1]


def _as_read(words: str) -> str:
    return MARKS.sub("", re.sub(r"\{\w+\}", NUMBER, words))
