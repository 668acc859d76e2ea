"""Both stores, for tests that say the same of them."""

from collections.abc import Iterator

import pytest

from tests.classroom.redis import running_redis


@pytest.fixture(scope="session")
def redis_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with running_redis(tmp_path_factory.mktemp("redis")) as url:
        yield url
