"""Data flows one way: a module imports only from rooms above its own; checking starts light."""

from __future__ import annotations

import ast
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from conftest import ROOT

ROOMS = (
    "errors",
    "values",
    "resources",
    "patterns",
    "strict_yaml",
    "sources",
    "markings",
    "documents",
    "findings",
    "rules",
    "persons",
    "policy",
    "config",
    "engine",
    "redaction",
    "outputs",
    "batch",
    "api",
    "cli",
)
HEAVY = (
    "spacy",
    "presidio_analyzer",
    "reportlab",
    "pikepdf",
    "numpy",
    "requests",
    "jsonschema",
    "rapidfuzz",
)


def room_of(path: Path) -> str:
    parts = path.relative_to(ROOT / "redact").with_suffix("").parts
    return parts[0]


@cache
def modules_imported(path: Path) -> set[str]:
    """All that a module imports, inside functions included, for type checking only not."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING":
            node.body = []
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found = ROOT.joinpath(*node.module.split("."))
            if found.is_dir():  # each name may be one of its modules
                names |= {f"{node.module}.{alias.name}" for alias in node.names}
            else:
                names.add(node.module)
    return names


def parts_imported(path: Path, package: str) -> set[str]:
    """The modules and packages directly in ``package`` from which a module imports."""
    within = f"{package}."
    inner = [n for n in modules_imported(path) if n.startswith(within)]
    return {name.removeprefix(within).split(".")[0] for name in inner}


MODULES = sorted(
    p for p in (ROOT / "redact").rglob("*.py") if p.parent != ROOT / "redact" or p.stem in ROOMS
)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_module_imports_only_from_rooms_above(path: Path) -> None:
    own = ROOMS.index(room_of(path))
    for room in parts_imported(path, "redact") - {"__version__"}:
        assert room in ROOMS, f"'{room}' has no place in the order of rooms"
        assert ROOMS.index(room) <= own, f"{room_of(path)} may not import from {room}"


PACKAGES = sorted(p.parent.relative_to(ROOT) for p in (ROOT / "redact").rglob("*/__init__.py"))
ASKED_BACK = {"redact.markings": {"marking": {"write"}}}
"""Imports against the direction: a marking is asked for its own text."""


@pytest.mark.parametrize("package", PACKAGES, ids=str)
def test_the_parts_of_a_package_do_not_import_each_other_in_a_circle(package: Path) -> None:
    folder, name = ROOT / package, ".".join(package.parts)
    imports: dict[str, set[str]] = {}
    for path in folder.rglob("*.py"):
        part = path.relative_to(folder).with_suffix("").parts[0]
        imports.setdefault(part, set()).update(parts_imported(path, name) - {part})
    for part, names in imports.items():
        values = {each for each in names if each not in imports}  # of the package's own module
        names -= values | ASKED_BACK.get(name, {}).get(part, set())
        if values:
            names.add("__init__")
    done: set[str] = set()
    while ready := {part for part in imports.keys() - done if imports[part] <= done}:
        done |= ready
    left = sorted(imports.keys() - done)
    assert not left, f"these import each other in a circle, or one that does: {left}"


def loaded_by(*arguments: str) -> set[str]:
    code = (
        "import sys\nfrom redact.cli import main\n"
        "try:\n    main(sys.argv[1:])\nexcept SystemExit:\n    pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    return {name.split(".")[0] for name in done.stderr.split()}


@pytest.mark.parametrize(
    "arguments", [("--version",), ("--help",), ("check", "examples/01-clean.txt"), ("rules",)]
)
def test_nothing_heavy_is_loaded_to_check(arguments: tuple[str, ...]) -> None:
    assert not loaded_by(*arguments) & set(HEAVY)
