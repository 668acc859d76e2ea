"""How often one place may try, and which place that is."""

import pytest
from starlette.requests import Request

from softmax_app.server.limits import PLACES, Allowance, place_of


def test_an_allowance_is_used_up_and_comes_back_with_time():
    now = [0.0]
    allowance = Allowance(most=2, a_second=0.5, clock=lambda: now[0])
    assert [allowance.take("a") for _ in range(3)] == [True, True, False]
    assert allowance.take("b")  # another place has its own
    now[0] = 1.9
    assert not allowance.has("a")
    now[0] = 2.0
    assert allowance.has("a")
    now[0] = 1000.0
    assert [allowance.take("a") for _ in range(3)] == [True, True, False]


def test_of_those_who_ask_no_more_is_remembered_than_fits():
    allowance = Allowance(most=1, a_second=0)
    for number in range(PLACES + 50):
        allowance.take(str(number))
    assert len(allowance.left) == PLACES


@pytest.mark.parametrize(
    ("host", "forwarded", "place"),
    [
        ("9.9.9.9", "", "9.9.9.9"),
        ("9.9.9.9", "198.51.100.1", "9.9.9.9"),  # no proxy of ours: not believed
        ("127.0.0.1", "198.51.100.1", "198.51.100.1"),
        ("10.0.0.2", "198.51.100.1, 192.0.2.7", "192.0.2.7"),  # what the nearest proxy has seen
        ("10.0.0.2", "no address", ""),
        ("2001:db8:1:2:3:4:5:6", "", "2001:db8:1:2::"),  # a household has so many
    ],
)
def test_a_place_is_the_address_that_the_nearest_proxy_has_seen(host, forwarded, place):
    headers = [(b"x-forwarded-for", forwarded.encode())] if forwarded else []
    scope = {"type": "http", "headers": headers, "client": (host, 1234)}
    assert place_of(Request(scope)) == place
