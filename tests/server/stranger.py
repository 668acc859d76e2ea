"""A browser's tab in which someone says over the WebSocket what no browser says."""

import asyncio
import base64
from collections.abc import Callable
from random import Random
from typing import Any
from urllib.parse import parse_qsl

from streamlit.proto.Common_pb2 import StringArray
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.WidgetStates_pb2 import WidgetState

from benchmarks.students import Reader
from softmax_app.kit.lesson import Page
from tests.hostile import PAGES, Hostile, encoded
from tests.live.test_answers import unpacked

PATIENCE = 60  # s after which no answer is waited for
LONGEST = 400_000  # letters of a report: of two that are longer the server reads nothing
LONGEST_LINK = 60_000  # on a longer address the server hangs up
STOCK = ("button", "button_group", "download_button")


def up_to(longest: int, some: Callable[[], str]) -> str:
    """Return the first of several texts that is no longer."""
    return next(text for text in iter(some, None) if len(text) <= longest)


class Stranger(Reader):
    """Someone at a page, by a link that may be wrong as well."""

    def __init__(self, address: str, number: int, page: Page) -> None:
        self.hostile = Hostile(number)
        link = self._any_link(page)
        super().__init__(address, Random(number), page=page.name, link=link)
        self.stock: dict[str, str] = {}  # the widgets that are Streamlit's own, and their kinds
        self.said: list[str] = []
        self.news = asyncio.Event()

    async def attack(self) -> str:
        """Do something of the kind that is not done; return what it was."""
        some = self.random
        kind = some.choice(["report", "report", "report", "near", "stock", "link", "run"])
        await getattr(self, f"_{kind}")()
        await self.rest()
        return kind

    async def rest(self) -> None:
        """Wait until the page is at rest; raise an error where it shows one."""
        async with asyncio.timeout(PATIENCE):
            await self.session.settle()

    async def change(self) -> float:
        """Set a score as a browser does, and have it stand in the link."""
        value = round(self.random.uniform(-9, 9), 2) + 0.0  # no -0
        number = self.message["acknowledged"] + 1
        events = [[number, "scores.0", repr(value)]]
        hand = {"armed": "scores.0", "have": "", "events": events}
        await self.session.report(self.widget, {"hand": hand | {"number": 1, "settled": 0}})
        async with asyncio.timeout(PATIENCE):
            while self.message["acknowledged"] < number and not self.session.failure:
                self.news.clear()
                await self.news.wait()
        await self.rest()
        assert self.link["z"].split(",")[0] == repr(value).removesuffix(".0"), self.message["link"]
        return value

    @property
    def link(self) -> dict[str, str]:
        """The link of what is shown, as the page has written it."""
        return dict(parse_qsl(self.message["link"], keep_blank_values=True))

    @property
    def now(self) -> dict[str, Any]:
        """The numbers that are shown."""
        return unpacked(base64.b64decode(self.message["now"]))[1]

    @property
    def known(self) -> list[str]:
        """All that a hand can do on the page as it is."""
        controls = [one for part in self.message["parts"] for one in part["controls"]]
        buttons = [button["id"] for one in controls for button in one.get("buttons", ())]
        return [*buttons, *(one["id"] for one in controls if "grid" in one)] or ["add"]

    async def _report(self) -> None:
        await self._say(self.widget, "")

    async def _near(self) -> None:
        """Report of the page's end, which may not be there any more: then no run answers."""
        widget, fragment = self.end
        await self._say(widget or self.widget, fragment)
        await self.session.run()

    async def _say(self, widget: str, fragment: str) -> None:
        number = self.message["acknowledged"] + 1
        state = self.message["state"]
        text = up_to(LONGEST, lambda: self.hostile.report(self.known, state, number))
        self.session.widgets[widget] = WidgetState(id=widget, json_value=text)
        await self.session.run(fragment)

    async def _stock(self) -> None:
        """Have one of Streamlit's own widgets say what it does not offer."""
        widget = self.random.choice([*self.stock, "none"])
        if self.stock.get(widget) == "button_group":
            some = StringArray(data=[self.hostile.text(), "zh"][: self.random.randrange(3)])
            told = WidgetState(id=widget, string_array_value=some)
        else:
            told = WidgetState(id=widget, trigger_value=True)
        before = self.session.widgets.get(widget)
        self.session.widgets[widget] = told
        await self.session.run()
        await self.rest()
        del self.session.widgets[widget]
        if before is not None:
            self.session.widgets[widget] = before

    async def _link(self) -> None:
        page = next(one for one in PAGES if one.name == self.message["page"])
        self.session.query = self._any_link(page)
        await self.session.run()

    def _any_link(self, page: Page) -> str:
        return up_to(LONGEST_LINK, lambda: encoded(self.hostile.link(page)))

    async def _run(self) -> None:
        """Ask for a run of what there is not, which may not be answered, and for one of what is."""
        script = self.session.script
        self.session.script = self.random.choice([script, self.hostile.text(), "0" * 32])
        await self.session.run("nothing")
        self.session.script = script
        await self.session.run()

    def _hear(self, delta: Delta) -> None:
        super()._hear(delta)
        element = delta.new_element
        kind = element.WhichOneof("type")
        if kind == "alert":
            self.said.append(element.alert.body)
        if kind in STOCK:
            self.stock[getattr(element, kind).id] = kind

    def _take(self, message: dict[str, Any]) -> None:
        super()._take(message)
        self.news.set()
