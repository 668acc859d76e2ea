"""The browser's side of a session of Streamlit, without the browser.

It says and keeps over the WebSocket what Streamlit's own script does: the values of all widgets
in every request for a run, the address, and the hashes of the large messages that it keeps, so
that the server need not send them again. It decodes no more than the measurement needs, and loads
none of the files that a browser keeps from one visit to the next.
"""

import asyncio
import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState, ContextInfo
from streamlit.proto.Common_pb2 import DoubleArray, StringArray
from streamlit.proto.Delta_pb2 import Delta
from streamlit.proto.Element_pb2 import Element
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import NewSession
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, ConnectionClosedOK
from websockets.typing import Origin, Subprotocol

STREAM: Final = "_stcore/stream"
PROTOCOLS: Final = [Subprotocol("streamlit"), Subprotocol("PLACEHOLDER_AUTH_TOKEN")]
LARGEST: Final = 2**26  # bytes of a message
ENDS: Final = (ForwardMsg.FINISHED_SUCCESSFULLY, ForwardMsg.FINISHED_FRAGMENT_RUN_SUCCESSFULLY)

clock = time.perf_counter


@dataclass
class Kept:
    """A large message that the browser keeps, until no run has used it for a while."""

    last_run: int
    fragment: str


class Session:
    """One browser tab: a page, and the session that draws it.

    ``hear`` is called with each element that the page is to show, as it arrives.
    """

    def __init__(self, address: str, page: str, query: str, hear: Callable[[Delta], None]) -> None:
        self.address = address
        self.page = page
        self.query = query
        self.hear = hear
        self.received = 0  # bytes, of messages
        self.drawn = 0.0  # when the last element arrived
        self.script = ""  # the page as the server names it
        self.oldest = 0  # runs for which a large message is kept
        self.runs = 0
        self.kept: dict[str, Kept] = {}
        self.widgets: dict[str, WidgetState] = {}
        self.still = asyncio.Event()  # no run is under way
        self.failure = ""
        self.socket: ClientConnection | None = None
        self.reader: asyncio.Task[None] | None = None

    # To the server ----------------------------------------------------------------------------

    async def open(self) -> None:
        """Connect, and wait until the page is drawn."""
        self.socket = await connect(
            f"{self.address.replace('http', 'ws', 1)}/{STREAM}",
            origin=Origin(self.address),
            subprotocols=PROTOCOLS,
            compression=None,  # a browser offers it, Streamlit as installed declines
            max_size=LARGEST,
            ping_interval=None,  # browsers answer pings and send none
        )
        self.reader = asyncio.create_task(self._read(self.socket))
        await self.run()
        await self.settle()

    async def run(self, fragment: str = "") -> None:
        """Ask for a run of the page, or of a fragment of it."""
        self.still.clear()
        message = BackMsg(
            rerun_script=ClientState(
                query_string=self.query,
                page_script_hash=self.script,
                page_name="" if self.script else self.page,
                fragment_id=fragment,
                cached_message_hashes=self.kept,
                context_info=ContextInfo(
                    timezone="UTC",
                    timezone_offset=0,
                    locale="en-US",
                    url=f"{self.address}/{self.page}",
                    is_embedded=False,
                    color_scheme="light",
                ),
            )
        )
        message.rerun_script.widget_states.widgets.extend(self.widgets.values())
        if self.socket is None:
            raise RuntimeError("the session is not open")
        await self.socket.send(message.SerializeToString())

    async def slide(self, widget: str, value: float) -> None:
        """Set a slider of Streamlit's."""
        self.widgets[widget] = WidgetState(id=widget, double_array_value=DoubleArray(data=[value]))
        await self.run()

    async def report(self, widget: str, state: dict[str, Any], fragment: str = "") -> None:
        """Set the state of a component."""
        text = json.dumps(state, ensure_ascii=False, separators=(",", ":"))
        self.widgets[widget] = WidgetState(id=widget, json_value=text)
        await self.run(fragment)

    async def settle(self) -> None:
        """Wait until no run is under way."""
        await self.still.wait()
        self.check()

    def check(self) -> None:
        """Raise an error if the page has failed: it must not pass for a fast one."""
        if self.failure:
            raise RuntimeError(self.failure)

    async def close(self) -> None:
        """Leave."""
        if self.socket is not None:
            await self.socket.close()
        if self.reader is not None:
            await self.reader

    # From the server --------------------------------------------------------------------------

    async def _read(self, socket: ClientConnection) -> None:
        try:
            while True:
                data = await socket.recv(decode=False)
                self.received += len(data)
                self._take(ForwardMsg.FromString(data))
        except ConnectionClosedOK:
            self._fail("the session is closed")
        except ConnectionClosed as closed:
            self._fail(f"the server has closed the session: {closed}")

    def _take(self, message: ForwardMsg) -> None:
        match message.WhichOneof("type"):
            case "delta":
                self._keep(message)
                self._draw(message.delta)
            case "ref_hash":
                self.kept[message.ref_hash].last_run = self.runs
                self.drawn = clock()
            case "new_session":
                self._begin(message.new_session)
            case "navigation":
                self.script = message.navigation.page_script_hash
            case "page_info_changed":
                self.query = message.page_info_changed.query_string
            case "script_finished":
                self._end(message)

    def _keep(self, message: ForwardMsg) -> None:
        if message.metadata.cacheable and message.hash:
            self.kept[message.hash] = Kept(self.runs, message.delta.fragment_id)

    def _draw(self, delta: Delta) -> None:
        if not delta.HasField("new_element"):
            return
        self.drawn = clock()
        element = delta.new_element
        if element.HasField("exception"):
            self._fail(f"{element.exception.type}: {element.exception.message}")
        widget = initial(element)
        if widget is not None:
            self.widgets.setdefault(widget.id, widget)
        self.hear(delta)

    def _begin(self, started: NewSession) -> None:
        self.script = started.page_script_hash
        self.oldest = started.config.max_cached_message_age

    def _end(self, message: ForwardMsg) -> None:
        if message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR:
            self._fail("the page could not be compiled")
        if message.script_finished in ENDS:
            self._forget(set(message.metadata.run.fragment_ids))
            self.still.set()

    def _forget(self, fragments: set[str]) -> None:
        """Drop large messages that are out of use; a fragment's run ages its own alone."""
        self.runs += 1
        aged = {
            name
            for name, kept in self.kept.items()
            if (not fragments or kept.fragment in fragments)
            and self.runs - kept.last_run > self.oldest
        }
        for name in aged:
            del self.kept[name]

    def _fail(self, why: str) -> None:
        self.failure = self.failure or why
        self.still.set()


def initial(element: Element) -> WidgetState | None:
    """Return the value that a widget has before anyone has touched it, as a browser reports it."""
    match element.WhichOneof("type"):
        case "slider":
            slider = element.slider
            values = DoubleArray(data=slider.value if slider.set_value else slider.default)
            return WidgetState(id=slider.id, double_array_value=values)
        case "button_group":
            group = element.button_group
            chosen = [group.options[index].content for index in group.default]
            names = StringArray(data=group.raw_values if group.set_value else chosen)
            return WidgetState(id=group.id, string_array_value=names)
    return None
