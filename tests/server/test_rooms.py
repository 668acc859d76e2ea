"""Rooms as browsers ask for them: who may do what, and what each gets to see."""

import csv
import io
import json
import time
from collections.abc import Iterator
from threading import Thread

import pytest

from softmax_app.classroom.in_redis import InRedis
from softmax_app.classroom.phases import PHASES
from softmax_app.classroom.rules import find_question, truth
from softmax_app.server import phones
from softmax_app.texts import common
from softmax_app.texts import room as texts
from tests.classroom.conftest import redis_url  # noqa: F401 (a fixture)
from tests.server.rooms import (
    AMOUNT,
    BARS,
    CHOICE,
    GUESSES,
    ORDER,
    Room,
    Served,
    app,
    events,
    phone,
    serving,
)


@pytest.fixture(scope="module", params=["memory", "redis"])
def served(request: pytest.FixtureRequest) -> Iterator[Served]:
    in_redis = request.param == "redis"
    store = InRedis(request.getfixturevalue("redis_url")) if in_redis else None
    with serving(app(store)) as one:
        yield one


def through(served: Served, room: Room, question: str, *phases: str) -> None:
    for phase in phases:
        moved = served.move(room, question, phase)
        assert moved.status_code == 200, moved.text


def test_a_room_goes_through_all_phases_and_each_sees_what_it_may(served):
    room = served.open(question=BARS)
    first = served.vote(room, phone(1), BARS, [0.2, 0.3, 0.5])
    assert (first.status_code, first.json()) == (200, {"mine": [0.2, 0.3, 0.5]})
    served.vote(room, phone(2), BARS, [0.0, 0.0, 1.0])
    told = served.owned(room, "tally").json()
    assert (told["phase"], told["answered"], told["votes"], told["truth"]) == (
        "open",
        [2, 0],
        [],
        None,
    )
    assert "0.3" not in json.dumps(served.state(room, phone(3)).json()["mine"])
    through(served, room, BARS, "closed")
    assert served.owned(room, "tally").json()["votes"] == []
    through(served, room, BARS, "guesses")
    shown = [[[0.2, 0.3, 0.5], None], [[0.0, 0.0, 1.0], None]]
    assert served.owned(room, "tally").json()["votes"] == shown
    through(served, room, BARS, "talk", "second")
    assert served.owned(room, "tally").json()["votes"] == []
    served.vote(room, phone(2), BARS, [0.3, 0.3, 0.4], 2)
    served.vote(room, phone(3), BARS, [0.1, 0.1, 0.1], 2)  # came late, and is welcome
    state = served.state(room, phone(2)).json()
    assert (state["takes"], state["mine"], state["outcome"]) == (
        2,
        [[0, 0, 1], [0.3, 0.3, 0.4]],
        None,
    )
    through(served, room, BARS, "answer")
    told = served.owned(room, "tally").json()
    assert told["votes"][1:] == [[[0, 0, 1], [0.3, 0.3, 0.4]], [None, [0.1, 0.1, 0.1]]]
    assert told["truth"] == list(truth(find_question(BARS)))
    assert told["moved"] == {"nearer": 1, "farther": 0, "same": 0}


@pytest.mark.parametrize("question", GUESSES)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_phone_is_told_what_is_asked_and_after_the_answer_why(served, question, language):
    room = served.open(question=question)
    asked = served.state(room, phone(1), lang=language).json()["asked"]
    known = find_question(question)
    assert known.words.title.say(language) in asked["title"]
    assert len(asked["names"]) == len(truth(known))
    assert served.vote(room, phone(1), question, GUESSES[question]).status_code == 200
    through(served, room, question, "closed", "answer")
    state = served.state(room, phone(1), lang=language).json()
    assert state["mine"] == [GUESSES[question], None]
    assert state["outcome"]["truth"] == list(truth(known))
    assert state["outcome"]["said"]
    without = served.state(room, phone(2), lang=language).json()
    assert without["outcome"]["why"] == state["outcome"]["why"]


def test_what_is_said_of_a_guess_are_the_words_of_the_page_with_its_numbers(served):
    room = served.open(question=AMOUNT)
    served.vote(room, phone(1), AMOUNT, [0.5])
    through(served, room, AMOUNT, "closed", "answer")
    said = served.state(room, phone(1)).json()["outcome"]["said"]
    assert said == [{"b": ["Worth a look:"]}, " you said ", 0.5, ", and it is ", 4 / 3, "."]


@pytest.mark.parametrize("phase", [one for one in PHASES if one not in ("open", "second")])
def test_a_closed_vote_does_not_change(served, phase):
    room = served.open(question=BARS)
    served.vote(room, phone(1), BARS, [0.2, 0.3, 0.5])
    before = {"closed": (), "both": ("closed", "talk", "second")}.get(phase, ("closed",))
    through(served, room, BARS, *before, phase)
    for which in (1, 2):
        late = served.vote(room, phone(1), BARS, [1.0, 0.0, 0.0], which)
        assert (late.status_code, late.text) == (409, texts.CLOSED.en)
    assert served.state(room, phone(1)).json()["mine"] == [[0.2, 0.3, 0.5], None]


def test_who_has_no_secret_moves_nothing_and_sees_nothing(served):
    room, other = served.open(question=BARS), served.open()
    for secret in ("x", other.secret, room.secret[:-1], room.secret + "x", "é" * 43):
        headers = {"Authorization": f"Bearer {secret}".encode()}
        asked = [
            served.client.post(f"/room/{room.code}/move", json={"question": None}, headers=headers),
            served.client.delete(f"/room/{room.code}", headers=headers),
            *(
                served.client.get(f"/room/{room.code}/{what}", headers=headers)
                for what in ("tally", "events", "answers.csv")
            ),
        ]
        assert {(one.status_code, one.text) for one in asked} == {(403, texts.NOT_OWN.en)}
    assert served.state(room, phone(1)).json()["question"] == BARS


def test_who_has_the_secret_finds_the_room_or_opens_it_again_by_the_same_code(served):
    room = served.open(question=BARS)
    served.vote(room, phone(1), BARS, [0.2, 0.3, 0.5])
    again = served.client.post("/room", json={"secret": room.secret, "question": CHOICE})
    assert (again.status_code, again.json()["code"]) == (200, room.code)
    assert again.json()["room"]["question"] == BARS
    assert served.client.delete(f"/room/{room.code}", headers=room.owner).status_code == 204
    gone = served.state(room, phone(1), lang="zh")
    assert (gone.status_code, gone.text) == (404, texts.GONE.zh)
    anew = served.client.post("/room", json={"secret": room.secret, "question": BARS})
    assert (anew.status_code, anew.json()["code"]) == (201, room.code)
    assert served.state(room, phone(1)).json()["mine"] == [None, None]


def test_a_question_comes_back_as_far_as_it_was(served):
    room = served.open(question=BARS)
    served.vote(room, phone(1), BARS, [0.2, 0.3, 0.5])
    through(served, room, BARS, "closed")
    assert served.move(room, CHOICE).json()["phase"] == "open"
    stale = served.vote(room, phone(1), BARS, [1.0, 0.0, 0.0])
    assert (stale.status_code, stale.text) == (409, texts.ELSEWHERE.en)
    assert served.move(room, None).json()["phase"] is None
    back = served.move(room, BARS).json()
    assert (back["phase"], back["answered"]) == ("closed", [1, 0])


@pytest.mark.parametrize(
    ("question", "phase", "status"),
    [
        (BARS, "open", 200),  # said once more
        (BARS, "answer", 409),
        (BARS, "second", 409),
        (CHOICE, "closed", 409),
        (BARS, "over", 400),
        ("nowhere/nothing", None, 400),
        ("scores_to_probabilities/win", None, 400),  # a puzzle
        (["a"], None, 400),
    ],
)
def test_a_move_that_cannot_be_made_changes_nothing(served, question, phase, status):
    room = served.open(question=BARS)
    before = served.state(room, phone(1)).json()
    moved = served.move(room, question, phase)
    assert moved.status_code == status
    assert served.state(room, phone(1)).json() == before


@pytest.mark.parametrize(
    "guess", [[0.5], [0.5, 0.5, 2.0], [0.5, 0.5, "1"], "1", None, [], [[1]], [1e999]]
)
def test_what_is_no_guess_is_refused_in_words(served, guess):
    room = served.open(question=BARS)
    body = json.dumps({"phone": phone(1), "question": BARS, "round": 1, "guess": guess})
    for language, end in (("en", "."), ("zh", "。")):
        address = f"/room/{room.code}/vote?lang={language}"
        found = served.client.post(address, content=body)
        assert found.status_code == 400
        assert found.headers["content-type"].startswith("text/plain")
        assert found.text.endswith(end)
    assert served.state(room, phone(1)).json()["mine"] == [None, None]


def test_a_guess_beyond_the_axis_is_told_where_it_ends(served):
    room = served.open(question=AMOUNT)
    found = served.vote(room, phone(1), AMOUNT, [3])
    assert found.text == common.OUT_OF_RANGE.say("en", low="0", high="2")


def test_a_body_that_is_too_large_is_not_read(served):
    room = served.open(question=BARS)
    found = served.client.post(f"/room/{room.code}/vote", content=b" " * 5000)
    assert (found.status_code, found.text) == (413, texts.TOO_LARGE.en)


def test_a_phone_hears_of_the_next_question_while_it_waits(served):
    room = served.open(question=BARS)
    seen = served.state(room, phone(1)).json()["revision"]
    heard: list[dict[str, object]] = []
    waiting = Thread(target=lambda: heard.append(served.state(room, phone(1), seen=seen).json()))
    waiting.start()
    served.vote(room, phone(2), BARS, [0.2, 0.3, 0.5])  # is nothing to wake a phone for
    served.move(room, CHOICE)
    waiting.join(timeout=10)
    assert [one["question"] for one in heard] == [CHOICE]


def test_a_phone_that_waits_in_vain_is_told_the_same_again(served, monkeypatch):
    monkeypatch.setattr(phones, "KEPT_WAITING", 0.1)
    room = served.open(question=BARS)
    before = served.state(room, phone(1)).json()
    assert served.state(room, phone(1), seen=before["revision"]).json() == before
    monkeypatch.setattr(phones, "MOST_WAITING", 0)
    again = served.state(room, phone(1), seen=before["revision"]).json()
    assert again == before | {"pause": phones.PAUSE}


def test_the_projector_hears_of_votes_and_moves_as_they_come(served):
    room = served.open(question=ORDER)
    address = f"/room/{room.code}/events"
    with served.client.stream("GET", address, headers=room.owner) as stream:
        assert stream.headers["content-type"].startswith("text/event-stream")
        heard = events(stream.iter_lines())
        assert next(heard)[0] == "room"
        served.vote(room, phone(1), ORDER, [2, 0, 1])
        assert next(heard) == ("count", {"answered": [1, 0], "phones": 1})
        through(served, room, ORDER, "closed")
        name, told = next(heard)
        assert (name, told["phase"]) == ("room", "closed")
        through(served, room, ORDER, "guesses")
        assert next(heard)[0] == "room"
        name, told = next(heard)
        assert (name, told["votes"]) == ("tally", [[[2, 0, 1], None]])
        served.client.delete(f"/room/{room.code}", headers=room.owner)
        assert list(heard) == [("gone", {})]


def test_many_votes_are_few_events(served):
    room = served.open(question=AMOUNT)
    with served.client.stream("GET", f"/room/{room.code}/events", headers=room.owner) as stream:
        heard = events(stream.iter_lines())
        next(heard)
        for number in range(60):
            served.vote(room, phone(number), AMOUNT, [1])
        counts = []
        while not counts or counts[-1]["answered"] != [60, 0]:
            counts.append(next(heard)[1])
        assert len(counts) < 30


def test_a_room_has_only_so_many_streams(served):
    room = served.open()
    streams = [
        served.client.stream("GET", f"/room/{room.code}/events", headers=room.owner)
        for _ in range(6)
    ]
    opened = [one.__enter__() for one in streams]
    for one in opened[:5]:
        assert next(events(one.iter_lines()))[0] == "room"
    assert [one.status_code for one in opened] == [200] * 5 + [503]
    for one in streams:
        one.__exit__(None, None, None)


def test_the_answers_are_had_as_a_table_once_their_vote_is_closed(served):
    room = served.open(question=BARS)
    served.vote(room, phone(1), BARS, [0.25, 0.25, 0.5])
    served.vote(room, phone(2), BARS, [0.0, 0.0, 1.0])
    through(served, room, BARS, "closed", "talk", "second")
    served.vote(room, phone(2), BARS, [0.5, 0.25, 0.25], 2)
    assert [row["vote_2"] for row in table(served, room)] == ["", ""]
    through(served, room, BARS, "answer")
    served.move(room, CHOICE)
    served.vote(room, phone(2), CHOICE, [2])
    rows = table(served, room)
    assert [(row["phone"], row["question"], row["vote_1"], row["vote_2"]) for row in rows] == [
        ("1", BARS, "0.25 0.25 0.5", ""),
        ("2", BARS, "0.0 0.0 1.0", "0.5 0.25 0.25"),
    ]
    assert {row["truth"] for row in rows} == {" ".join(map(repr, truth(find_question(BARS))))}
    assert rows[0]["vote_1_at"].startswith("20")
    through(served, room, CHOICE, "closed")
    assert table(served, room)[-1]["vote_1"] == "science (−3)"


def table(served: Served, room: Room) -> list[dict[str, str]]:
    found = served.owned(room, "answers.csv")
    assert found.headers["content-disposition"].endswith(f'room-{room.code}.csv"')
    return list(csv.DictReader(io.StringIO(found.content.decode("utf-8-sig"))))


def test_codes_are_not_walked_through_and_a_class_at_the_same_address_stays(served):
    room = served.open(question=BARS)
    served.state(room, phone(1))
    statuses = [
        served.client.get(f"/room/{code}/state", params={"phone": phone(9)}).status_code
        for code in (
            f"AAAA{one}{other}"
            for one in "ABCDEFGHJKLMNPQRSTUV"
            for other in "ABCDEFGHJKLMNPQRSTUVWXYZ"
        )
    ]
    assert statuses[:300] == [404] * 300
    assert statuses.count(429) > 0
    assert served.state(room, phone(1)).status_code == 200  # a phone that was there
    end = time.monotonic() + 60  # seconds: what a place may try grows with time
    while served.state(room, phone(2)).status_code != 200:  # one that comes only now
        assert time.monotonic() < end, "the class is locked out"


def test_with_redis_a_server_that_starts_anew_has_missed_nothing(redis_url):  # noqa: F811
    with serving(app(InRedis(redis_url))) as first:
        room = first.open(question=BARS)
        first.vote(room, phone(1), BARS, [0.2, 0.3, 0.5])
        through(first, room, BARS, "closed", "talk", "second")
        before = first.owned(room, "tally").json()
    with serving(app(InRedis(redis_url))) as second:
        assert second.owned(room, "tally").json() == before
        assert second.vote(room, phone(1), BARS, [0.3, 0.3, 0.4], 2).status_code == 200
        state = second.state(room, phone(1)).json()
        assert state["mine"] == [[0.2, 0.3, 0.5], [0.3, 0.3, 0.4]]
