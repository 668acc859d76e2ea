"""What a measurement was made on."""

import importlib.metadata
import os
import platform
from pathlib import Path


def describe(*packages: str) -> str:
    """Return the machine, the Python and the versions of ``packages`` in one line."""
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in packages)
    return f"{_processor()}, {os.cpu_count()} cores; Python {platform.python_version()}, {versions}"


def _processor() -> str:
    information = Path("/proc/cpuinfo")
    if information.exists():
        for line in information.read_text("utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()
