"""One script out of modules that import one another, so that a browser asks once.

Each module becomes a function that runs once and returns what the module exports. It need not
know all of JavaScript, only what the modules in ``browser/`` use; what it does not know it refuses.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

IMPORT: Final = re.compile(
    r"^import (?:(?P<default>\w+)(?:, )?)?(?:\{(?P<names>[^}]*)\})?"
    r' from "\./(?P<file>[\w-]+\.js)";$',
    re.MULTILINE,
)
EXPORT: Final = re.compile(
    r"^export (?P<default>default )?"
    r"(?P<code>(?:(?:async )?function\*?|class|const) (?P<name>\w+))",
    re.MULTILINE,
)
UNKNOWN: Final = re.compile(r"^(?:import|export)\b.*", re.MULTILINE)


def bundle(entry: Path) -> str:
    """Return a module that exports what ``entry`` does, with all that it imports inside."""
    modules: dict[str, str] = {}
    _add(entry, modules, ())
    names = [name for _, name in _exports(entry.read_text("utf-8"))]
    ends = [f"export default {_variable(entry.name)}.default;"] if "default" in names else []
    named = ", ".join(name for name in names if name != "default")
    ends += [f"export const {{ {named} }} = {_variable(entry.name)};"] if named else []
    return "\n".join([*modules.values(), *ends, ""])


def _add(file: Path, modules: dict[str, str], importing: tuple[str, ...]) -> None:
    """Add a module after those that it imports."""
    if file.name in importing:
        raise ValueError(f"modules import one another in a circle: {(*importing, file.name)}")
    if file.name in modules:
        return
    source = file.read_text("utf-8")
    for found in IMPORT.finditer(source):
        _add(file.with_name(found["file"]), modules, (*importing, file.name))
    modules[file.name] = _wrapped(file.name, source)


def _wrapped(name: str, source: str) -> str:
    exports = ", ".join(_member(inner, outer) for inner, outer in _exports(source))
    code = EXPORT.sub(lambda found: found["code"], IMPORT.sub(_taken, source))
    unknown = UNKNOWN.search(code)
    if unknown:
        raise ValueError(f"{name}: {unknown[0]}")
    return f"const {_variable(name)} = (() => {{\n{code}\nreturn {{ {exports} }};\n}})();"


def _exports(source: str) -> Iterator[tuple[str, str]]:
    """Give the names that a module exports: inside it, and for others."""
    for found in EXPORT.finditer(source):
        yield found["name"], "default" if found["default"] else found["name"]


def _taken(found: re.Match[str]) -> str:
    """Return an import as taking members out of what another module has returned."""
    names = [name.strip() for name in (found["names"] or "").split(",")]
    members = [name.replace(" as ", ": ") for name in names if name]
    members += [f"default: {found['default']}"] if found["default"] else []
    return f"const {{ {', '.join(members)} }} = {_variable(found['file'])};"


def _member(inner: str, outer: str) -> str:
    return inner if inner == outer else f"{outer}: {inner}"


def _variable(file: str) -> str:
    return "$" + re.sub(r"\W", "_", file.removesuffix(".js"))
