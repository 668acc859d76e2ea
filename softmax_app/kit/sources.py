"""The functions of the core that a lesson uses, as they stand in their files."""

import inspect
from functools import lru_cache
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Final, NamedTuple

import softmax_core

ROOT: Final = Path(softmax_core.__file__).parents[1]


class Source(NamedTuple):
    """A function's name, the file that it stands in, and its text."""

    name: str
    file: str
    text: str


@lru_cache(maxsize=16)  # the pages ask at every run; a running program's sources stay as they are
def core_sources(*modules: ModuleType) -> tuple[Source, ...]:
    """Return the functions of the core that stand in these modules, each once, by name.

    >>> from softmax_core import descent
    >>> [(source.name, source.file) for source in core_sources(descent)][-1]
    ('softmax', 'softmax_core/maps.py')
    """
    found = {name: value for module in modules for name, value in vars(module).items()}
    return tuple(
        Source(name, _file(function), inspect.getsource(function))
        for name, function in ((name, inspect.unwrap(found[name])) for name in sorted(found))
        if isinstance(function, FunctionType)
        and function.__module__.startswith(softmax_core.__name__)
    )


def _file(function: FunctionType) -> str:
    return Path(inspect.getfile(function)).relative_to(ROOT).as_posix()
