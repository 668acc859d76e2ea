"""Why a room does not do what was asked of it: each has a sentence and a status."""

from softmax_app.settings.reading import RefusedError
from softmax_app.texts import room as texts
from softmax_app.texts.text import Text


class RoomError(RefusedError):
    """What is asked cannot be had of a room."""

    status = 400
    why = texts.BROKEN

    def __init__(self, reason: Text | None = None) -> None:
        super().__init__(reason or self.why)


class NotOwnError(RoomError):
    """Only the browser that opened the room may do this."""

    status = 403
    why = texts.NOT_OWN


class GoneError(RoomError):
    """There is no such room, or no more."""

    status = 404
    why = texts.GONE


class NotNowError(RoomError):
    """The room is at another question or phase."""

    status = 409
    why = texts.CLOSED


class TooLargeError(RoomError):
    """Nothing that a room takes is so large."""

    status = 413
    why = texts.TOO_LARGE


class TooManyError(RoomError):
    """Too many codes were tried, or too many rooms opened, from one place."""

    status = 429
    why = texts.TOO_MANY


class FullError(RoomError):
    """A bound is reached."""

    status = 503
    why = texts.FULL


class UnreachableError(RoomError):
    """Where the rooms are kept cannot be reached."""

    status = 503
    why = texts.UNREACHABLE
