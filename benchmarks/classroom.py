"""How a class fares on one server: the course against a stock page of Streamlit's, side by side.

Three ways take turns, each on a server of its own, started as the README starts the course:
``ours``, the first lesson; ``ours over the session``, the same where only Streamlit's own
addresses get through; and ``stock``, sliders and a chart as Streamlit brings them
(``benchmarks/stock.py``), with the course's settings of Streamlit. What a change of a score is,
``benchmarks/students.py`` says.

First, what one server holds: a few students who make change after change without a pause. Then
classes who open the link within a minute, and of whom each changes a score at random moments,
once a second on average, for half a minute. The time of a change counts from the moment at which
the student wanted it (whoever still waits for the one before wants it all the same) to the last
message that it causes for figure and numbers. One student in twenty has the page's end on the
screen, which the course draws anew whenever the hand rests. A class is given up once more than
one change in twenty has taken longer than can be borne.

Memory is that of the server's process: with the class at its busiest, and two minutes after the
largest class has left, when Streamlit has let its sessions go.

    python -m benchmarks.classroom
    python -m benchmarks.classroom --quick --students 1,10   # a look, in a minute
"""

import argparse
import asyncio
import json
import math
import statistics
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from random import Random
from typing import Any, Final, NamedTuple

import uvloop

from benchmarks.machine import describe
from benchmarks.served import Served, serve
from benchmarks.students import Anyone, Blocked, Stock, Student

BUSY: Final = 8  # students without a pause
CLASSES: Final = (1, 30, 60, 120)
LIMIT: Final = 20.0  # s
RARE: Final = 0.05  # of the changes may take longer than their 95th percentile
NEAR: Final = 20  # one in so many has the page's end on the screen: few screens are that high
KEPT: Final = 130  # s after which Streamlit has forgotten a session, and a bit
PATIENCE: Final = 300  # s after which no class is waited for
TICK: Final = 0.01  # s between two looks at how late this program is


class Plan(NamedTuple):
    """How long the parts of a measurement take, in seconds."""

    warm: float
    busy: float
    opening: float
    changing: float


FULL: Final = Plan(warm=3, busy=15, opening=60, changing=30)
QUICK: Final = Plan(warm=1, busy=4, opening=5, changing=8)


class Way(NamedTuple):
    """A page, and how a student of it is made: of an address, by their number."""

    label: str
    script: str
    student: Callable[[str, int], Anyone]


def reader(kind: type[Student] | type[Blocked], address: str, number: int) -> Student | Blocked:
    """Return a reader of the course; some have the page's end on the screen."""
    return kind(address, Random(str(number)), near=number % NEAR == NEAR - 1)


WAYS: Final = {
    "ours": Way("ours", "app.py", partial(reader, Student)),
    "session": Way("ours over the session", "app.py", partial(reader, Blocked)),
    "stock": Way("stock", "benchmarks/stock.py", lambda at, number: Stock(at, Random(str(number)))),
}
MEMORY: Final = {"busy": "", "left": ", after they have left"}


@dataclass
class Usage:
    """What a load has used, over all of its changes."""

    changes: int = 0
    seconds: float = 0
    cpu: float = 0  # s, of the server
    received: int = 0  # bytes
    own_cpu: float = 0  # s, of this program
    late: float = 0  # s: the 99th percentile of how late this program wakes up


@dataclass
class Times:
    """How long changes took, in seconds; where the class was given up, the least they would."""

    median: float
    late: float  # the 95th percentile
    is_given_up: bool


@dataclass
class Lesson:
    """What a class has measured."""

    students: int
    times: Times
    usage: Usage
    opening: Times
    memory: dict[str, int] = field(default_factory=dict)  # bytes: before, busy, left


# What is used -----------------------------------------------------------------------------------


@asynccontextmanager
async def measured(server: Served, students: list[Anyone]) -> AsyncIterator[Usage]:
    """Measure what is used meanwhile; how many changes there were, the caller says."""
    usage = Usage()
    late: list[float] = []
    watch = asyncio.create_task(look(late))
    start, cpu, own = time.perf_counter(), server.cpu(), time.process_time()
    received = sum(student.received for student in students)
    yield usage
    usage.seconds = time.perf_counter() - start
    usage.cpu = server.cpu() - cpu
    usage.own_cpu = time.process_time() - own
    usage.received = sum(student.received for student in students) - received
    watch.cancel()
    usage.late = statistics.quantiles(late, n=100)[-1]


async def look(late: list[float]) -> None:
    """Note, over and over, how late this program wakes up: it must not be what is measured."""
    while True:
        due = time.perf_counter() + TICK
        await asyncio.sleep(TICK)
        late.append(time.perf_counter() - due)


# Loads ------------------------------------------------------------------------------------------


async def hold(server: Served, way: Way, plan: Plan) -> Usage:
    """Have a few students change without a pause, for a while."""
    await visit(server, way)
    students = [way.student(server.address, number) for number in range(BUSY)]
    await asyncio.gather(*(student.open() for student in students))
    done = [0]

    async def hurry(student: Anyone) -> None:
        while True:
            await student.change()
            done[0] += 1

    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(hurry(student)) for student in students]
        await asyncio.sleep(plan.warm)
        async with measured(server, students) as usage:
            before = done[0]
            await asyncio.sleep(plan.busy)
            usage.changes = done[0] - before
        for task in tasks:
            task.cancel()
    await asyncio.gather(*(student.close() for student in students))
    return usage


async def teach(server: Served, way: Way, n_students: int, plan: Plan, *, wait: bool) -> Lesson:
    """Have a class open the page and change scores; return what was measured."""
    await visit(server, way)
    memory = {"before": server.memory()}
    students = [way.student(server.address, number) for number in range(n_students)]
    opening = await open_all(students, plan.opening)
    async with measured(server, students) as usage:
        register = Register([moments(number, plan.changing) for number in range(n_students)])
        await change_all(students, register)
        usage.changes = len(register.took)
        times = register.times()
    memory["busy"] = server.memory()
    await asyncio.gather(*(student.close() for student in students))
    if wait:
        await asyncio.sleep(KEPT)
        await visit(server, way)  # Streamlit looks for what is too old when someone leaves
        memory["left"] = server.memory()
    return Lesson(n_students, times, usage, opening, memory)


async def visit(server: Served, way: Way) -> None:
    """Have one student open the page, change it and leave: all that is loaded once is loaded."""
    student = way.student(server.address, -1)
    await student.open()
    await student.change()
    await student.close()


async def open_all(students: list[Anyone], seconds: float) -> Times:
    """Have the students open the page, one after the other, within so many seconds."""
    took: list[float] = []

    async def come(student: Anyone, moment: float) -> None:
        await asyncio.sleep(moment)
        start = time.perf_counter()
        await student.open()
        took.append(time.perf_counter() - start)

    gap = seconds / len(students)
    async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as group:
        for place, student in enumerate(students):
            group.create_task(come(student, gap * place))
    return Times(quantile(took, 0.5), quantile(took, 1 - RARE), is_given_up=False)


def moments(number: int, seconds: float) -> list[float]:
    """Return when a student wants a change: at random, once a second on average."""

    def come() -> Iterator[float]:
        random, moment = Random(f"moments of {number}"), 0.0
        while (moment := moment + random.expovariate(1)) < seconds:
            yield moment

    return list(come())


class Register:
    """The changes that a class wants, and how long each has taken."""

    def __init__(self, wanted: list[list[float]]) -> None:
        self.start = time.perf_counter()
        self.wanted = wanted
        self.answered = [0] * len(wanted)  # of each student
        self.took: list[float] = []

    def note(self, number: int, took: float) -> None:
        """Note that a student's next change was answered, so long after it was wanted."""
        self.answered[number] += 1
        self.took.append(took)

    def waiting(self) -> list[float]:
        """Return for how long each change waits that is wanted and not answered."""
        now = time.perf_counter() - self.start
        pairs = zip(self.wanted, self.answered, strict=True)
        return [now - moment for all_, n in pairs for moment in all_[n:] if moment < now]

    def is_hopeless(self) -> bool:
        """Is it certain that the 95th percentile is beyond the limit?"""
        beyond = sum(took > LIMIT for took in (*self.took, *self.waiting()))
        return beyond > RARE * sum(map(len, self.wanted))

    def times(self) -> Times:
        """Return the times of all changes; of those that still wait, how long they have."""
        waiting = self.waiting()
        took = [*self.took, *waiting]
        return Times(quantile(took, 0.5), quantile(took, 1 - RARE), is_given_up=bool(waiting))


async def change_all(students: list[Anyone], register: Register) -> None:
    """Have each student change a score when they want to, until all is done or hopeless."""

    async def work(number: int, student: Anyone) -> None:
        for moment in register.wanted[number]:
            await asyncio.sleep(register.start + moment - time.perf_counter())
            waited = time.perf_counter() - register.start - moment
            register.note(number, waited + await student.change())

    async with asyncio.timeout(PATIENCE), asyncio.TaskGroup() as group:
        tasks = [group.create_task(work(*one)) for one in enumerate(students)]
        while not all(task.done() for task in tasks):
            await asyncio.sleep(0.5)
            if register.is_hopeless():
                for task in tasks:
                    task.cancel()


def quantile(values: list[float], share: float) -> float:
    """Return the smallest value that so large a share of them does not exceed."""
    return sorted(values)[math.ceil(share * len(values)) - 1]


# What is printed --------------------------------------------------------------------------------


def table(busy: dict[str, Usage], classes: dict[str, list[Lesson]]) -> str:
    """Return what was measured as a table, a column for each way, with ratios to the first."""
    lines = [["", *(WAYS[name].label for name in busy)], ["---"] * (1 + len(busy))]
    lines += busy_rows(list(busy.values()))
    for lessons in zip(*classes.values(), strict=True):
        lines += class_rows(list(lessons))
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def busy_rows(usages: list[Usage]) -> Iterator[list[str]]:
    held = [usage.changes / usage.seconds for usage in usages]
    yield row("changes a second that one server holds", held, "{:.0f}".format)
    yield row("CPU a change", [cpu_ms(usage) for usage in usages], "{:.1f} ms".format)
    yield row("to the browser a change", [weight(usage) for usage in usages], "{:.1f} kB".format)


def class_rows(lessons: list[Lesson]) -> Iterator[list[str]]:
    n = lessons[0].students
    who = "1 student" if n == 1 else f"{n} students"
    times, usages = [one.times for one in lessons], [one.usage for one in lessons]
    late = [one.late for one in times]
    yield [f"{who}: median", *map(median, times)]
    yield row(f"{who}: 95th percentile", late, length, ["> " * one.is_given_up for one in times])
    yield row(f"{who}: CPU a change", [cpu_ms(usage) for usage in usages], "{:.1f} ms".format)
    yield row(f"{who}: to the browser a change", [*map(weight, usages)], "{:.1f} kB".format)
    for when, words in MEMORY.items():
        if when in lessons[0].memory:
            more = [(one.memory[when] - one.memory["before"]) / n / 1000 for one in lessons]
            yield [f"{who}: memory a student{words}", *map("{:.0f} kB".format, more)]


def row(
    name: str, values: list[float], form: Callable[[float], str], marks: list[str] | None = None
) -> list[str]:
    """Return a row of a table: each value, and how many times the first one it is."""
    cells: list[str] = []
    for value, mark in zip(values, marks or [""] * len(values), strict=True):
        ratio = f" ({mark}{value / values[0]:.2g}×)" if cells else ""
        cells.append(f"{mark}{form(value)}{ratio}")
    return [name, *cells]


def cpu_ms(usage: Usage) -> float:
    return 1000 * usage.cpu / max(usage.changes, 1)


def weight(usage: Usage) -> float:
    return usage.received / max(usage.changes, 1) / 1000


def median(times: Times) -> str:
    return "> " * times.is_given_up + length(times.median)


def length(seconds: float) -> str:
    return f"{seconds:.1f} s" if seconds >= 1 else f"{1000 * seconds:.0f} ms"


def own_share(usages: list[Usage]) -> str:
    """Return how much of the machine this program itself has taken, at the worst."""
    share = max(usage.own_cpu / usage.seconds for usage in usages)
    late = max(usage.late for usage in usages)
    return (
        f"The students themselves took {100 * share:.0f} % of a core at most, and were late by "
        f"{1000 * late:.1f} ms at most (99th percentile)."
    )


async def measure(args: argparse.Namespace) -> dict[str, Any]:
    """Measure everything, the ways taking turns, and print it."""
    plan = QUICK if args.quick else FULL
    busy: dict[str, Usage] = {}
    classes: dict[str, list[Lesson]] = {name: [] for name in args.ways}
    for name in args.ways:
        with serve(WAYS[name].script) as server:
            busy[name] = await hold(server, WAYS[name], plan)
        tell(name, "without a pause", busy[name])
    for n_students in args.students:
        wait = n_students == max(args.students) and not (args.quick or args.no_wait)
        for name, lessons in classes.items():
            with serve(WAYS[name].script) as server:
                lessons.append(await teach(server, WAYS[name], n_students, plan, wait=wait))
            tell(name, f"{n_students} students", lessons[-1].usage)
    machine = describe("streamlit", "plotly", "numpy", "uvloop")
    usages = [*busy.values(), *(one.usage for lessons in classes.values() for one in lessons)]
    print(machine, table(busy, classes), own_share(usages), sep="\n\n")
    return {
        "machine": machine,
        "plan": plan._asdict(),
        "busy": {name: asdict(usage) for name, usage in busy.items()},
        "classes": {name: [*map(asdict, lessons)] for name, lessons in classes.items()},
    }


def tell(name: str, what: str, usage: Usage) -> None:
    """Say how far it has got."""
    print(f"{WAYS[name].label}, {what}: {usage.changes} changes", file=sys.stderr, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--quick", action="store_true", help="a look, not a measurement")
    parser.add_argument("--students", type=numbers, default=CLASSES, help="such as 1,30")
    parser.add_argument("--ways", type=names, default=list(WAYS), help=",".join(WAYS))
    parser.add_argument("--no-wait", action="store_true", help="for sessions to be forgotten")
    parser.add_argument("--json", type=Path, help="the file that gets all numbers")
    args = parser.parse_args()
    found = uvloop.run(measure(args))
    if args.json:
        args.json.write_text(json.dumps(found, indent=1) + "\n", "utf-8")


def numbers(text: str) -> list[int]:
    return [int(word) for word in text.split(",")]


def names(text: str) -> list[str]:
    return [word for word in text.split(",") if word in WAYS]


if __name__ == "__main__":
    main()
