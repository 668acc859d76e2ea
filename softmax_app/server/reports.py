"""What browsers report over Streamlit's line, looked at before Streamlit reads it.

Streamlit takes for granted that a component's report is an object in JSON, or a list of them: what
is none, is nested too deep or holds too long a number would end the run in an error. Here it is as
if it had not been told.
"""

import json
from typing import Final

from google.protobuf.message import DecodeError
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit.proto.BackMsg_pb2 import BackMsg

LONGEST: Final = 2**18  # characters: all that one answer hears takes less
TOLD_AS_JSON: Final = ("json_value", "json_trigger_value")


class Reports:
    """A middleware that lets through what can be read."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let the app hear what is reported."""

        async def hearing() -> Message:
            message = await receive()
            data = message.get("bytes")
            return {**message, "bytes": readable(data)} if data else message

        await self.app(scope, hearing if scope["type"] == "websocket" else receive, send)


def readable(data: bytes) -> bytes:
    """Return a message to Streamlit without the reports that cannot be read."""
    message = BackMsg()
    try:
        message.ParseFromString(data)
    except DecodeError:
        return data
    widgets = message.rerun_script.widget_states.widgets
    told = [(one, one.WhichOneof("value")) for one in widgets]
    broken = [
        one for one, kind in told if kind in TOLD_AS_JSON and not is_report(getattr(one, kind))
    ]
    if not broken:
        return data
    for one in broken:
        widgets.remove(one)
    left: bytes = message.SerializeToString()
    return left


def is_report(text: str) -> bool:
    """Is this an object in JSON, or a list of some, and no more of it than is heard?

    >>> is_report('{"hand": 1}'), is_report("{"), is_report("[" * 9999), is_report("9" * 9999)
    (True, False, False, False)
    >>> is_report('[{"event": "near", "value": 1}]')  # what Streamlit has put together
    True
    >>> is_report('"{"'), is_report('["{"]')  # Streamlit would read the text inside as well
    (False, False)
    """
    if len(text) > LONGEST:
        return False
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return False
    return all(isinstance(one, dict) for one in (told if isinstance(told, list) else [told]))
