"""What one who means no good, or a machine that mangles, may send: links, events and reports."""

import json
import string
from collections.abc import Sequence
from random import Random
from typing import Any
from urllib.parse import urlencode

from softmax_app import course
from softmax_app.kit.lesson import Page
from softmax_app.kit.state import STATIONS, WISHES
from softmax_app.settings import Settings
from softmax_app.settings.link import kept
from softmax_app.settings.table import NUMBERS, ROWS

PAGES = (course.HOME, *course.LESSONS)
LETTERS = string.printable + "é类٣−\u202e\u200b\x00\x07\ufeff\U0001f4a9"
WORDS = (
    *(
        "",
        " ",
        ",",
        "nan",
        "-inf",
        "1e400",
        "-0",
        "5e-324",
        "0x10",
        "1_0",
        "\uff19",
        "−3",
        "+5",
        "1e5",
    ),
    *(
        "<b>hot</b>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "`x`",
        "$\\frac12$",
    ),
    *(
        "{Value}",
        "{0}",
        "%s",
        "%00",
        "\u202eabc",
        "a\nb",
        '"',
        '","',
        "'",
        "\\",
        "**b**",
        ":red[x]",
    ),
    *("None", "null", "true", "[]", "{}", "../../etc/passwd", "tenth,shown,nan", "part1.2", "zh"),
)
NUMBERS_AS_TEXT = ("0", "1", "-1", "2.5", "1e6", "-1e6", "1000001", "0.001", "709.8", "1e-300")
BUTTONS = (
    *("example", "pair", "times", "plus", "step_scores", "format", "label", "language", "choose"),
    *("rank", "commit", "show", "view", "set", "causal", "block", "prompt", "order", "entry"),
    *("look", "hidden", "room", "reset", "nothing"),
)
ACTIONS = (*(f"{name}:" for name in BUTTONS), *STATIONS, *WISHES)
HANDLES = ("scores", "names", "pair", "remove", "add", "guess", "entry", *NUMBERS, "nothing")
NESTED = 5_000  # deeper than any JSON of ours, and than Python counts


class Hostile:
    """Someone who can be called back by their number."""

    def __init__(self, number: int) -> None:
        self.random = Random(number)

    def text(self) -> str:
        some = self.random
        kind = some.random()
        if kind < 0.4:
            return some.choice(WORDS)
        if kind < 0.7:
            return some.choice(NUMBERS_AS_TEXT)
        if kind < 0.95:
            return "".join(some.choices(LETTERS, k=some.randrange(12)))
        return some.choice(WORDS + NUMBERS_AS_TEXT) * some.choice([50, 3_000])

    def listed(self) -> str:
        """Return a list, as scores, names, keys and guesses are told."""
        count = self.random.choice([1, 2, 3, 3, 3, 10, 11, 5_000])
        words = [self.text() if self.random.random() < 0.1 else self.number() for _ in range(count)]
        return ",".join(words)

    def number(self) -> str:
        some = self.random
        digits = some.choice([0, 1, 6])
        spread = some.choice([1, 10, 1000, 2e6])
        return some.choice([*NUMBERS_AS_TEXT, f"{some.uniform(-spread, spread):.{digits}f}"])

    def value(self, in_link: str) -> str:
        """Return what may stand in a link under a name, or may not."""
        some = self.random
        sound = kept(Settings()).get(in_link, "")
        told = [sound, self.text(), self.number(), self.listed()]
        if in_link == "q":
            return some.choice([*told[1:], self.asked(), self.asked(), self.asked()])
        return some.choice(told)

    def asked(self) -> str:
        some = self.random
        names = [item.id for page in PAGES for item in page.items]
        names += [name for page in PAGES for name in page.pieces]
        stage = some.choice(["", ",asked", ",committed", ",shown", ",gone"])
        return some.choice(names) + stage + some.choice(["", f",{self.listed()}"])

    def link(self, page: Page) -> dict[str, str]:
        """Return the link of a page, some of it wrong, or all of it."""
        some = self.random
        names = [row.in_link for row in ROWS.values()]
        own = [ROWS[name].in_link for name in page.all_settings]
        chosen = some.sample(own, some.randrange(len(own) + 1))
        chosen += some.sample(names, some.choice([0, 0, 1, len(names)]))
        link = {name: self.value(name) for name in chosen}
        if some.random() < 0.3:
            link[some.choice(["Z", "embed", "x" * 300, "", "<b>", "lang ", "__proto__"])] = (
                self.text()
            )
        return link

    def event(self, known: Sequence[str]) -> tuple[str, str]:
        """Return an event and its value: one that a page knows, one spoiled, or neither."""
        some = self.random
        kind = some.random()
        if kind < 0.5:
            event = some.choice(known)
        elif kind < 0.75:
            operand = some.choice([self.text(), self.number(), self.listed(), self.asked()])
            event = some.choice(ACTIONS) + some.choice([operand, f"q={operand}", f"z={operand}"])
        else:
            event = some.choice(HANDLES) + some.choice(
                ["", ".0", ".9", ".1.2", ".x", f".{self.text()}"]
            )
        return event, some.choice([self.text(), self.number(), self.listed()])

    def anything(self, depth: int = 3) -> Any:
        """Return anything that JSON can say, and some that only Python's can."""
        some = self.random
        kind = some.randrange(8 if depth else 5)
        if kind < 5:
            return some.choice(
                [None, True, 0, -1, 2**63, 10**400, 0.5, 1e308, float("nan"), self.text(), "\ud800"]
            )
        if kind < 7:
            return [self.anything(depth - 1) for _ in range(some.randrange(5))]
        return {self.text(): self.anything(depth - 1) for _ in range(some.randrange(4))}

    def report(self, known: Sequence[str], state: str, number: int) -> str:
        """Return as text what a browser might report of a hand, at odds with what it does."""
        some = self.random
        events = [[number + k, *self.event(known)] for k in range(some.choice([0, 1, 3, 60]))]
        told = {
            "number": number,
            "armed": some.choice([*known, self.text()]),
            "have": "",
            "state": some.choice([state, "", self.state(), self.text()]),
            "settled": some.choice([0, 0, number, -1, 2**31]),
            "events": events,
        }
        for name in some.sample([*told], some.choice([0, 1, 1, 6])):
            told[name] = self.anything()
        kind = some.random()
        if kind < 0.8:
            return json.dumps({"hand": told, "near": told})
        return some.choice(
            [
                json.dumps(self.anything()),
                json.dumps({"hand": self.anything(), "near": self.anything()}),
                json.dumps({"hand": told})[: some.randrange(40)],
                json.dumps({"hand": {"events": [[k, "add", ""] for k in range(20_000)]}}),
                '{"hand": {"settled": ' + "9" * 5_000 + "}}",
                '{"hand": ' + "[" * NESTED + "]" * NESTED + "}",
                "x" * 100_000,
            ]
        )

    def state(self) -> str:
        """Return the state that a browser might say it has."""
        some = self.random
        told: dict[str, Any] = {"set": self.link(some.choice(PAGES))}
        if some.random() < 0.3:
            told["before"] = some.choice([self.link(some.choice(PAGES)), self.anything()])
        if some.random() < 0.3:
            told["refused"] = some.choice([{self.text(): [self.text()] * 2}, self.anything()])
        if some.random() < 0.3:
            told["done"] = some.choice([["tenth", self.text()], self.anything()])
        return json.dumps(told, ensure_ascii=some.random() < 0.5)

    def address(self, root: str, page: Page, known: Sequence[str], state: str) -> str:
        """Return the address of a sweep or an answer that a browser might ask for."""
        some = self.random
        named = page.name or "home"
        where = f"{root}/{quoted(some.choice([named, named, named, self.name()]))}"
        if some.random() < 0.5:
            handles = [one for one in known if ":" not in one]
            control = some.choice([*handles, self.name()])
            link = some.choice([{}, {"z": self.listed()}, self.link(page)])
            return f"{where}/sweep/{quoted(control)}?{encoded(link)}"
        events = [self.event(known) for _ in range(some.choice([0, 1, 2, 60]))]
        done = [(event, self.number()) for event in some.choices(known, k=3)]
        told = some.choice([done, done, done, events, self.anything()])
        kept_state = some.choice([state, state, state, self.state(), self.text()])
        return f"{where}/answer?{encoded({'state': kept_state, 'events': json.dumps(told)})}"

    def name(self) -> str:
        return self.text()[:100]


def encoded(query: dict[str, str]) -> str:
    """Return a query as an address holds it; half a letter becomes a question mark."""
    return urlencode(query, errors="replace")


def quoted(text: str) -> str:
    return encoded({"": text}).removeprefix("=").replace("+", "%20")
