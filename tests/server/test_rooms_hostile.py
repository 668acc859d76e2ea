"""Rooms among those who mean no good: whatever is sent, nothing breaks and nothing is changed."""

import json
import os
from collections import Counter
from collections.abc import Iterator

import pytest

from softmax_app.classroom.in_memory import InMemory
from softmax_app.classroom.phases import NEXT, PHASES
from softmax_app.classroom.rooms import LETTERS, new_secret
from softmax_app.classroom.store import Bounds
from softmax_app.server import phones
from softmax_app.server.limits import Allowance
from tests.hostile import Hostile
from tests.server.rooms import AMOUNT, BARS, GUESSES, Room, Served, app, phone, serving

ATTACKS = int(os.environ.get("ROOM_ATTACKS", "1000"))
ANSWERS = {200, 201, 204, 400, 403, 404, 405, 409, 413, 429, 503}
BOUNDS = Bounds(rooms=8, phones=40, votes=60, all_votes=200)
ENDS = ("", "/state", "/vote", "/move", "/events", "/tally", "/answers.csv", "/nothing", "/vote/x")
METHODS = ("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS")


@pytest.fixture
def store() -> InMemory:
    return InMemory(BOUNDS)


@pytest.fixture
def served(store: InMemory, monkeypatch: pytest.MonkeyPatch) -> Iterator[Served]:
    monkeypatch.setattr(phones, "KEPT_WAITING", 0.01)
    some = app(store)
    some.state.classrooms.wrong_codes = Allowance(most=10**6, a_second=1)  # all are looked up
    with serving(some) as one:
        yield one


class Attacker(Hostile):
    """Sends what might be meant, and what might not."""

    def __init__(self, number: int, rooms: list[Room]) -> None:
        super().__init__(number)
        self.rooms = rooms

    def anything(self, depth: int = 3) -> object:
        some = self.random
        if some.random() < 0.7:
            return super().anything(depth)
        return some.choice([*GUESSES, *GUESSES.values(), *PHASES, phone(1), new_secret()])

    def body(self) -> bytes:
        some = self.random
        question = some.choice([*GUESSES])
        sound = {
            "phone": phone(some.randrange(60)),
            "question": question,
            "round": some.choice([1, 2]),
            "guess": GUESSES[question],
            "phase": some.choice(PHASES),
        }
        for name in some.sample([*sound], some.randrange(4)):
            sound[name] = self.anything()
        if some.random() < 0.5:
            del sound["phase"]  # puts a question
        if some.random() < 0.3:
            sound["secret"] = self.anything()
        kind = some.random()
        if kind < 0.7:
            return json.dumps(sound).encode("utf-8", "surrogatepass")
        if kind < 0.8:
            return b"[" * some.choice([10, 5_000])
        return some.randbytes(some.randrange(200)) if kind < 0.95 else b"x" * 10_000

    def code(self) -> str:
        some = self.random
        if some.random() < 0.6:
            return some.choice(self.rooms).code
        wrong = ("".join(some.choices(LETTERS, k=6)), "%00", "..%2f..", "é", "A" * 3000, "a b")
        return some.choice(wrong)

    def attack(self, served: Served, headers: dict[str, str]) -> int:
        some = self.random
        method, end = some.choice(METHODS), some.choice(ENDS)
        address = f"/room/{self.code()}{end}" if some.random() < 0.9 else "/room"
        query = some.choice(
            ["", f"?phone={phone(some.randrange(60))}", "?phone=x&seen=1", "?lang=%ff"]
        )
        if address.endswith("/events") and headers:
            address = address.removesuffix("events") + "tally"  # a stream would not end
        found = served.client.request(method, address + query, content=self.body(), headers=headers)
        return found.status_code


def looked_at(served: Served, room: Room) -> tuple[str, ...]:
    """Return all that there is to see of a room but how many phones have come."""
    told = served.owned(room, "tally").json()
    del told["phones"]
    return (json.dumps(told), served.owned(room, "answers.csv").text)


def test_whatever_strangers_send_nothing_breaks_and_nothing_changes(served, store):
    rooms = []
    for question, guess in GUESSES.items():
        room = served.open(question=question)
        served.vote(room, phone(1), question, guess)
        for phase in ("closed", "talk", "second", "answer")[: 2 + len(rooms) % 2 * 2]:
            served.move(room, question, phase)
        rooms.append(room)
    before = [looked_at(served, room) for room in rooms]
    attacker = Attacker(15, rooms)
    statuses: Counter[int] = Counter()
    for _ in range(ATTACKS):
        secret = attacker.random.choice(["", "", new_secret(), "x"])
        headers = {"Authorization": f"Bearer {secret}"} if secret else {}
        statuses[attacker.attack(served, headers)] += 1
    assert statuses.keys() <= ANSWERS
    assert {400, 403, 404} <= statuses.keys()
    assert [looked_at(served, room) for room in rooms] == before
    assert_bounded(store)


def test_a_room_that_is_moved_at_random_keeps_its_rules(served, store):
    room = served.open(question=BARS)
    attacker = Attacker(16, [room])
    known: dict[str, str] = {}
    for _ in range(ATTACKS // 4):
        told = served.owned(room, "tally").json()
        question, phase = told["question"], told["phase"]
        if question in known:
            assert phase == known[question] or phase in NEXT[known[question]]
        if question:
            known[question] = phase
        assert not (told["votes"] and phase in ("open", "closed", "second"))
        end = attacker.random.choice(["/move", "/move", "/vote", "/state"])
        address = f"/room/{room.code}{end}"
        found = served.client.post(address, content=attacker.body(), headers=room.owner)
        assert found.status_code in ANSWERS
    assert len(known) > 1
    assert_bounded(store)


def assert_bounded(store: InMemory) -> None:
    """There is no more of anything than there may be, however much was sent."""
    assert len(store.rooms) <= BOUNDS.rooms
    for kept in store.rooms.values():
        assert len(kept.phones) <= BOUNDS.phones
        assert kept.count <= BOUNDS.votes
        assert len(kept.room.places) <= len(GUESSES)
    assert sum(kept.count for kept in store.rooms.values()) <= BOUNDS.all_votes


def test_a_full_room_refuses_more_phones_and_votes_in_words(served, store):
    room = served.open(question=AMOUNT)
    statuses = Counter(
        served.vote(room, phone(number), AMOUNT, [1.0]).status_code for number in range(50)
    )
    assert statuses == {200: BOUNDS.phones, 503: 50 - BOUNDS.phones}
    assert_bounded(store)
