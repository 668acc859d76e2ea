"""How often something may be done from one place, and where a request comes from."""

import time
from collections.abc import Callable
from ipaddress import ip_address, ip_network
from typing import Final

from cachetools import LRUCache
from starlette.requests import Request

PLACES: Final = 10_000  # that are remembered
SITE: Final = 64  # bits of an IPv6 address that one household has to itself


class Allowance:
    """So many at once, and so many a second after that, for each place."""

    def __init__(
        self, most: int, a_second: float, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.most = most
        self.a_second = a_second
        self.clock = clock
        self.left: LRUCache[str, tuple[float, float]] = LRUCache(PLACES)

    def has(self, place: str) -> bool:
        """Is there anything left?"""
        return self._left(place) >= 1

    def take(self, place: str) -> bool:
        """Use one up, if there is one."""
        left = self._left(place)
        self.left[place] = (left - 1 if left >= 1 else left, self.clock())
        return left >= 1

    def _left(self, place: str) -> float:
        left, since = self.left.get(place, (float(self.most), self.clock()))
        return min(self.most, left + (self.clock() - since) * self.a_second)


def place_of(request: Request) -> str:
    """Return the address of whoever asks, as the proxy nearest to us has seen it."""
    host = request.client.host if request.client else ""
    forwarded = request.headers.get("X-Forwarded-For", "").rpartition(",")[2].strip()
    if forwarded and _is_private(host):
        host = forwarded
    return _site(host)


def _is_private(host: str) -> bool:
    try:
        return ip_address(host).is_private
    except ValueError:
        return False


def _site(host: str) -> str:
    """Return an address, of IPv6 only what tells households apart.

    >>> _site("192.0.2.1"), _site("2001:db8:1:2:3:4:5:6"), _site("no address")
    ('192.0.2.1', '2001:db8:1:2::', '')
    """
    try:
        address = ip_address(host)
    except ValueError:
        return ""
    if address.version == 4:
        return str(address)
    return str(ip_network((address, SITE), strict=False).network_address)
