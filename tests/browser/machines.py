"""The course in two processes behind nginx, whose configuration is the one that is deployed."""

import re
import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from tests.browser.server import ROOT, STARTUP, free_port, start_server

MAIN = """\
daemon off;
user root; # where it is root who tests, whose folders are no one else's to read
pid {here}/nginx.pid;
events {{}}
http {{
  include /etc/nginx/mime.types;
  log_format asked '$cookie_softmax_reader $request_uri $upstream_addr';
  client_body_temp_path {here}/body;
  proxy_temp_path {here}/proxy;
  include {here}/course.conf;
}}
"""
HERE = {  # what is not as it is deployed
    "listen 80;": "listen 127.0.0.1:{port};",
    "access_log off;": "access_log {here}/asked.txt asked;",
    "include /etc/nginx/": "include {here}/",
    "proxy_cache_path /var/cache/nginx/": "proxy_cache_path {here}/",
}


class Answer(NamedTuple):
    """What an address gives; headers have names in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes


def get(address: str, **headers: str) -> Answer:
    """Ask for an address; a header's name is written with ``_``."""
    named = {name.replace("_", "-"): text for name, text in headers.items()}
    try:
        found = urllib.request.urlopen(urllib.request.Request(address, headers=named), timeout=30)
    except urllib.error.HTTPError as refused:
        found = refused
    with found:
        told = {name.lower(): text for name, text in found.headers.items()}
        return Answer(found.status, told, found.read())


def find_nginx() -> str | None:
    """Return the path of nginx; on Debian it is in a folder that only root looks in."""
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")


def wait_for(condition: Callable[[], bool], otherwise: str) -> None:
    """Look at a condition until it holds; say what is so if it never does."""
    deadline = time.monotonic() + STARTUP
    while not condition():
        assert time.monotonic() < deadline, otherwise
        time.sleep(0.05)  # between two looks at the condition


class Machines:
    """Two processes of the course by their addresses, and the proxy before them."""

    def __init__(self, here: Path) -> None:
        self.here = here
        self.servers: dict[str, subprocess.Popen[bytes]] = {}
        self.proxy: subprocess.Popen[bytes] | None = None
        self.address = ""

    def start(self, nginx: str) -> None:
        for _ in range(2):
            self._serve()
        port = free_port()
        self.address = f"http://127.0.0.1:{port}"
        self._configure(port)
        main = self.here / "nginx.conf"
        self.proxy = subprocess.Popen([nginx, "-e", self.here / "error.log", "-c", main])
        wait_for(self._is_up, "nginx does not answer")

    def stop(self) -> None:
        started = [*self.servers.values(), *filter(None, [self.proxy])]
        for process in started:
            process.terminate()
        for process in started:
            process.wait(timeout=20)
        for log in self.here.glob("*.log"):
            written = log.read_text("utf-8")
            assert "Traceback" not in written, written

    def kill(self, address: str) -> None:
        self.servers[address].kill()
        self.servers[address].wait(timeout=20)

    def revive(self) -> None:
        for address, server in list(self.servers.items()):
            if server.poll() is not None:
                self._serve(int(address.rpartition(":")[2]))

    def holders(self) -> list[str]:
        """Return the address of the process that holds a session, for every session."""
        living = [one for one, server in self.servers.items() if server.poll() is None]
        return [one for one in living for _ in range(_sessions(one))]

    def asked(self, reader: str) -> list[tuple[str, str]]:
        """Return what a reader has asked for that nginx did not have, and whom nginx asked."""
        lines = (self.here / "asked.txt").read_text("utf-8").splitlines()
        told = [line.split(maxsplit=2) for line in lines]
        return [
            (what, f"http://{whom}") for who, what, whom in told if who == reader and whom != "-"
        ]

    def _serve(self, port: int = 0) -> None:
        log = self.here / f"{time.monotonic_ns()}.log"
        server, address = start_server(log, port)
        self.servers[address] = server

    def _configure(self, port: int) -> None:
        """Let the files that are deployed speak of this machine, and change nothing else."""
        course = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")
        for there, here in HERE.items():
            assert course.count(there) == 1, there
            course = course.replace(there, here.format(here=self.here, port=port))
        deployed = (ROOT / "deploy" / "replicas.conf").read_text("utf-8")
        limits = re.search(r"^server \S+ resolve(.*;)$", deployed, re.MULTILINE)
        assert limits, deployed
        names = [address.removeprefix("http://") for address in self.servers]
        replicas = "".join(f"server {name}{limits[1]}\n" for name in names)
        (self.here / "course.conf").write_text(course, "utf-8")
        (self.here / "replicas.conf").write_text(replicas, "utf-8")
        (self.here / "nginx.conf").write_text(MAIN.format(here=self.here), "utf-8")

    def _is_up(self) -> bool:
        assert self.proxy
        assert self.proxy.poll() is None, (self.here / "error.log").read_text("utf-8")
        try:
            return get(f"{self.address}/_stcore/health").status == 200
        except urllib.error.URLError:
            return False


def _sessions(address: str) -> int:
    told = get(f"{address}/_stcore/metrics?families=active_sessions").body
    found = re.search(rb"^active_sessions (\d+)$", told, re.MULTILINE)
    assert found, told
    return int(found[1])
