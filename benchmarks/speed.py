"""How fast the core is beside SciPy, PyTorch and the three lines that everyone writes.

All take turns within one run; a figure is the median of the rounds, in microseconds a call.
PyTorch comes last, beside ours once more: importing it changes how the process keeps memory, which
makes NumPy's large temporaries cheap, so that SciPy's answers for (64, 1000) come as fast as ours.

    python -m benchmarks.speed
"""

import importlib
import importlib.util
import statistics
import time
from collections.abc import Callable
from typing import Any, Final

import numpy as np
import scipy.special
from numpy.typing import NDArray

import softmax_core
from benchmarks.machine import describe

SHAPES: Final = ((3,), (10,), (64, 1000))
ROUNDS: Final = 41
SECONDS_A_ROUND: Final = 0.004  # for each of the functions

Floats = NDArray[np.float64]
Calls = dict[str, Callable[[], Any]]


def three_lines(z: Floats) -> Floats:
    """Return softmax as most tutorials write it."""
    e = np.exp(z - np.max(z, axis=-1, keepdims=True))
    shares: Floats = e / e.sum(axis=-1, keepdims=True)
    return shares


def calls(z: Floats) -> dict[str, Calls]:
    """Return for each of our functions the ways to compute it."""
    label = labels_of(z)
    found: dict[str, Calls] = {
        "softmax": {
            "ours": lambda: softmax_core.softmax(z),
            "scipy": lambda: scipy.special.softmax(z, axis=-1),
            "three lines": lambda: three_lines(z),
        },
        "logsumexp": {
            "ours": lambda: softmax_core.logsumexp(z),
            "scipy": lambda: scipy.special.logsumexp(z, axis=-1),
        },
        "cross_entropy": {
            "ours": lambda: softmax_core.cross_entropy(z, label),
            "scipy logsumexp": lambda: scipy.special.logsumexp(z, axis=-1) - at(z, label),
            "scipy log_softmax": lambda: -at(scipy.special.log_softmax(z, axis=-1), label),
        },
    }
    return found


def torch_calls(z: Floats) -> dict[str, Calls]:
    """Return for each of our functions, with SciPy's ways, the one of PyTorch."""
    torch = importlib.import_module("torch")
    found = calls(z)
    tensor, target = torch.tensor(z), torch.tensor(labels_of(z))
    loss = torch.nn.functional.cross_entropy
    found["softmax"]["torch"] = lambda: torch.softmax(tensor, dim=-1)
    found["logsumexp"]["torch"] = lambda: torch.logsumexp(tensor, dim=-1)
    found["cross_entropy"]["torch"] = lambda: loss(tensor, target, reduction="none")
    return found


def labels_of(z: Floats) -> Any:
    """Return a label for each row."""
    return 1 if z.ndim == 1 else np.arange(len(z)) % z.shape[-1]


def at(rows: Floats, label: Any) -> Any:
    """Return the entry of each row at its label."""
    return rows[label] if rows.ndim == 1 else rows[np.arange(len(rows)), label]


def measure(ways: Calls) -> dict[str, float]:
    """Return the median time of each way, in microseconds, the ways taking turns."""
    repeats = {}
    for name, call in ways.items():
        call()
        start = time.perf_counter()
        call()
        repeats[name] = max(1, int(SECONDS_A_ROUND / (time.perf_counter() - start)))
    times: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(ROUNDS):
        for name, call in ways.items():
            start = time.perf_counter()
            for _ in range(repeats[name]):
                call()
            times[name].append((time.perf_counter() - start) / repeats[name])
    return {name: 1e6 * statistics.median(values) for name, values in times.items()}


def main() -> None:
    torch = importlib.util.find_spec("torch")
    print(describe("numpy", "scipy", *(("torch",) if torch else ())))
    report(calls)
    if torch:
        print("\nWith PyTorch in the process:\n")
        report(torch_calls)


def report(make_calls: Callable[[Floats], dict[str, Calls]]) -> None:
    """Print a table of all functions at all shapes."""
    print("| function | shape | ours | peers: time (times ours) |\n|---|---|---|---|")
    random = np.random.default_rng(0)
    for shape in SHAPES:
        for function, ways in make_calls(random.normal(0, 3, shape)).items():
            found = measure(ways)
            ours = found.pop("ours")
            peers = ", ".join(f"{name} {t:.1f} µs ({t / ours:.1f}×)" for name, t in found.items())
            print(f"| {function} | {shape} | {ours:.1f} µs | {peers} |")


if __name__ == "__main__":
    main()
