"""A room: which question it is at, and how far each has come in it. Votes are kept beside it."""

import hashlib
import hmac
import re
import secrets
from collections.abc import Mapping
from types import MappingProxyType
from typing import Final, NamedTuple

from softmax_app.classroom.phases import NEXT, Phase, round_taken
from softmax_app.classroom.refusals import NotNowError
from softmax_app.classroom.rules import Guess, get_question
from softmax_app.settings.reading import RefusedError
from softmax_app.texts import room as texts

# no letter that is read as another or as a digit
LETTERS: Final = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
CODE: Final = re.compile(f"[{LETTERS}]{{6}}")
SECRET: Final = re.compile(r"[\w-]{43}", re.ASCII)
PHONE: Final = re.compile(r"[0-9a-f]{32}")
COST: Final = 2**14  # of scrypt: a code is tried for a secret in some 50 ms, and there are 2³⁰


class Vote(NamedTuple):
    """What one phone has guessed, and when (s since 1970)."""

    guess: Guess
    at: float


class Place(NamedTuple):
    """How far a question has come; ``shown``: the class has seen its guesses."""

    phase: Phase = "open"
    shown: bool = False


class Room(NamedTuple):
    """A room, but for its votes.

    ``owner`` is a digest of the secret that moves it, ``revision`` another number after every
    move, ``question`` the key of the one it is at (empty: none), ``places`` those it has been at.
    """

    code: str
    owner: str
    revision: int
    question: str = ""
    places: Mapping[str, Place] = MappingProxyType({})

    @property
    def place(self) -> Place | None:
        """How far the question in hand has come."""
        return self.places.get(self.question)

    @property
    def takes(self) -> str:
        """The vote that is taken now, or nothing."""
        vote = self.place and round_taken(self.place.phase)
        return slot(self.question, vote) if vote else ""


def slot(question: str, vote: int) -> str:
    """Return the name of a vote: of a question, the first or the second."""
    return f"{question} {vote}"


def new_secret() -> str:
    """Return what only the browser that opens a room will know."""
    return secrets.token_urlsafe(32)


def code_of(secret: str) -> str:
    """Return the code of the room of this secret.

    Who has the secret can open the room again where a server has forgotten it, and no one else:
    another secret of the same code costs 2³⁰ slow hashes.
    """
    number = int.from_bytes(hashlib.scrypt(secret.encode(), salt=b"room", n=COST, r=8, p=1)[:8])
    return "".join(LETTERS[(number >> (5 * place)) % len(LETTERS)] for place in range(6))


def owner_of(secret: str) -> str:
    """Return what a room knows its owner by."""
    return hashlib.sha256(secret.encode()).hexdigest()


def is_owner(room: Room, secret: str) -> bool:
    """Is this the secret of the browser that opened the room?"""
    return hmac.compare_digest(room.owner, owner_of(secret))


def read_code(text: str) -> str:
    """Return a code as it was typed, or raise RefusedError.

    >>> read_code(" k7q-2mx ")
    'K7Q2MX'
    """
    code = re.sub(r"[\s-]", "", text).upper()
    if not CODE.fullmatch(code):
        raise RefusedError(texts.NO_CODE)
    return code


def put(room: Room, question: str, phase: Phase = "open") -> Room:
    """Return the room at a question, or at none; one that comes back stays as far as it was."""
    if question == room.question:
        return room
    if question:
        get_question(question)
    places = {**room.places}
    if question:
        places.setdefault(question, Place(phase))
    return room._replace(revision=room.revision + 1, question=question, places=places)


def moved(room: Room, question: str, phase: Phase) -> Room:
    """Return the room with its question in another phase, or raise NotNowError."""
    place = room.place
    if place is None or question != room.question:
        raise NotNowError(texts.ELSEWHERE)
    if phase == place.phase:
        return room
    if phase not in NEXT[place.phase]:
        raise NotNowError(texts.CANNOT_FOLLOW)
    after = Place(phase, place.shown or phase == "guesses")
    places = {**room.places, question: after}
    return room._replace(revision=room.revision + 1, places=places)
