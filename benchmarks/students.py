"""Students without a browser: each opens a page, and changes one score after another.

A change is pointing at the thumb of a score, which asks for its sweep unless it is at hand, and
then setting that score to another position of its slider. ``Student`` has the course answer by
addresses of its own, ``Blocked`` by Streamlit's session alone, and ``Stock`` sets a slider of the
stock page, where pointing asks for nothing.
"""

import asyncio
import json
from random import Random
from typing import Any, Final, Protocol
from urllib.parse import quote, urlencode

from streamlit.proto.Delta_pb2 import Delta

from benchmarks.line import Line
from benchmarks.session import Session, clock

PAGE: Final = "scores_to_probabilities"
LINK: Final = "z=2,3,5&T=1&lang=en"
RETRY: Final = 3.0  # s after which what is not acknowledged is told again
REST: Final = 0.3  # s without a change after which the page's end is drawn anew


class Anyone(Protocol):
    """Who can be put into a class."""

    async def open(self) -> None:
        """Open the page, and wait until it is drawn."""

    async def change(self) -> float:
        """Change a score; return how many seconds it took to have all of figure and numbers.

        It comes back when the page is at rest, which may be later: a hand is slower than that.
        """

    async def close(self) -> None:
        """Leave the page."""

    @property
    def received(self) -> int:
        """Bytes that have come so far."""


class Stock:
    """A reader of the stock page."""

    def __init__(self, address: str, random: Random) -> None:
        self.random = random
        self.session = Session(address, "", "", self._hear)
        self.grids: dict[str, list[float]] = {}

    async def open(self) -> None:
        """Open the page."""
        await self.session.open()

    async def change(self) -> float:
        """Set one of the sliders."""
        start = clock()
        widget, grid = self.random.choice(list(self.grids.items()))
        await self.session.slide(widget, self.random.choice(grid))
        await self.session.settle()
        return self.session.drawn - start

    async def close(self) -> None:
        """Leave."""
        await self.session.close()

    @property
    def received(self) -> int:
        """Bytes so far."""
        return self.session.received

    def _hear(self, delta: Delta) -> None:
        if delta.new_element.HasField("slider"):
            slider = delta.new_element.slider
            steps = round((slider.max - slider.min) / slider.step)
            grid = [round(slider.min + slider.step * step, 9) for step in range(steps + 1)]
            self.grids[slider.id] = grid


class Reader:
    """A reader of the course: what both ways of answering have in common.

    Whoever is ``near`` the page's end has it drawn, and drawn anew once the hand rests.
    """

    def __init__(
        self,
        address: str,
        random: Random,
        *,
        near: bool = False,
        page: str = PAGE,
        link: str = LINK,
    ) -> None:
        self.random = random
        self.session = Session(address, page, link, self._hear)
        self.near = near
        self.message: dict[str, Any] = {}  # what is on the page
        self.widget = ""
        self.end = ("", "")  # the widget at the page's end, and its fragment
        self.sweeps: dict[str, str] = {}  # the keys of those at hand, by their control
        self.told = 0
        self.done = 0

    async def open(self) -> None:
        """Open the lesson, and its end if it is near."""
        await self.session.open()
        if self.near:
            await self.draw_end(settled=0)
            await self.session.settle()

    async def close(self) -> None:
        """Leave."""
        await self.session.close()

    @property
    def received(self) -> int:
        """Bytes so far."""
        return self.session.received

    def choose(self) -> tuple[str, str, str]:
        """Return a score's slider, the key of its sweep, and where to move it, as it is told."""
        control = self.random.choice(self.scores())
        value = self.random.choice([one for one in control["grid"] if one != control["value"]])
        return control["id"], control["key"], repr(value).removesuffix(".0")

    def scores(self) -> list[dict[str, Any]]:
        """Return the sliders of the scores as they are on the page."""
        controls = [one for part in self.message["parts"] for one in part["controls"]]
        return [one for one in controls if one["id"].startswith("scores.") and "@" not in one["id"]]

    async def report(self, armed: str, events: list[list[Any]]) -> None:
        """Tell the session what the hand does."""
        hand = {"armed": armed, "have": self.sweeps.get(armed, ""), "events": events}
        await self._tell(self.widget, "hand", hand | {"settled": 0})

    async def draw_end(self, *, settled: int) -> None:
        """Have the page's end drawn, with this as the last change in it."""
        widget, fragment = self.end
        await self._tell(widget, "near", {"settled": settled}, fragment)

    async def _tell(
        self, widget: str, name: str, report: dict[str, Any], fragment: str = ""
    ) -> None:
        self.told += 1
        whole = {"number": self.told, "state": self.message["state"], **report}
        await self.session.report(widget, {name: whole}, fragment)

    def _hear(self, delta: Delta) -> None:
        component = delta.new_element.bidi_component
        match component.component_name:
            case "softmax_live":
                self.widget = component.id
                self._take(json.loads(component.json))
            case "softmax_shelf":
                self.end = component.id, delta.fragment_id

    def _take(self, message: dict[str, Any]) -> None:
        self.message = message


class Blocked(Reader):
    """One where only Streamlit's own addresses get through."""

    def __init__(self, address: str, random: Random, *, near: bool = False) -> None:
        super().__init__(address, random, near=near)
        self.armed = ""
        self.answered = 0.0
        self.news = asyncio.Event()

    async def change(self) -> float:
        """Have the session send the sweep, then tell it of the change."""
        control, key, value = self.choose()
        took = 0.0
        if self.sweeps.get(control) != key:
            took += await self._ask(control, [])
        self.done += 1
        return took + await self._ask(control, [[self.done, control, value]])

    async def _ask(self, armed: str, events: list[list[Any]]) -> float:
        """Tell, again and again, until it is answered; return how long that took."""
        start = clock()
        self.armed = armed
        self.news.clear()
        await self.report(armed, events)
        while not self._is_answered(events):
            try:
                await asyncio.wait_for(self.news.wait(), RETRY)
            except TimeoutError:
                self.session.check()
                if events:  # a browser does not point again by itself
                    await self.report(armed, events)
            self.news.clear()
        took = self.answered - start
        await self.session.settle()
        return took

    def _is_answered(self, events: list[list[Any]]) -> bool:
        if events:
            return bool(self.message["acknowledged"] >= events[-1][0])
        return any(self.sweeps.get(self.armed) == one["key"] for one in self.scores())

    def _take(self, message: dict[str, Any]) -> None:
        self.answered = clock()
        self.message = message
        if message["sweep"]:  # that of the control in hand
            keys = {one["id"]: one["key"] for one in self.scores()}
            self.sweeps[self.armed] = keys[self.armed]
        self.news.set()


class Student(Reader):
    """One whose browser reaches the course's own addresses."""

    def __init__(self, address: str, random: Random, *, near: bool = False) -> None:
        super().__init__(address, random, near=near)
        self.line = Line(address)
        self.resting: asyncio.Task[None] | None = None

    async def change(self) -> float:
        """Fetch the sweep, then the answer to the change."""
        start = clock()
        self.session.check()
        self._rest_no_more()
        control, key, value = self.choose()
        if self.sweeps.get(control) != key:
            await self.line.get(f"{self._base}/sweep/{quote(control)}?{self.message['link']}")
            self.sweeps[control] = key
        query = {"state": self.message["state"], "events": json.dumps([[control, value]])}
        found = await self.line.get(f"{self._base}/answer?{urlencode(query)}")
        self._patch(found.read())
        took = clock() - start
        self.done += 1
        if self.near:
            self.resting = asyncio.create_task(self._rest())
        return took

    async def close(self) -> None:
        """Leave."""
        self._rest_no_more()
        await self.line.close()
        await super().close()

    @property
    def received(self) -> int:
        """Bytes so far."""
        return self.session.received + self.line.received

    @property
    def _base(self) -> str:
        return f"/course/{self.message['version']}/{self.message['page']}"

    def _patch(self, answer: bytes) -> None:
        size = int.from_bytes(answer[:4], "little")
        header = json.loads(answer[4 : 4 + size])
        if "patch" not in header:
            raise RuntimeError(f"a score is answered without the session, not by {header}")
        self.message = changed(self.message, header["patch"])

    async def _rest(self) -> None:
        await asyncio.sleep(REST)
        await self.draw_end(settled=self.done)

    def _rest_no_more(self) -> None:
        if self.resting is not None:
            self.resting.cancel()


def changed(old: Any, change: Any) -> Any:
    """Return a value after a change, as the browser puts it in: ``live/changes.py`` tells how.

    >>> changed({"a": 1, "b": [1, 2]}, {"b": {"1": [3]}})
    {'a': 1, 'b': [1, 3]}
    """
    if change is None:
        return old
    if isinstance(change, list):
        return change[0]
    if isinstance(old, list):
        return [changed(one, change.get(str(place))) for place, one in enumerate(old)]
    return {name: changed(one, change.get(name)) for name, one in old.items()}
