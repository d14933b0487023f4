"""Data flows one way: a module imports only from rooms above its own; checking starts light."""

from __future__ import annotations

import ast
import subprocess
import sys
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


def imports_of(path: Path) -> set[str]:
    """Rooms a module imports from, imports inside functions included, type-checking ones not."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING":
            node.body = []
    rooms = set()
    for node in ast.walk(tree):
        names = []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
            if node.module == "redact":
                names = [f"redact.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        rooms |= {name.split(".")[1] for name in names if name.startswith("redact.")}
    return rooms - {"__version__"}


MODULES = sorted(
    p for p in (ROOT / "redact").rglob("*.py") if p.parent != ROOT / "redact" or p.stem in ROOMS
)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_a_module_imports_only_from_rooms_above(path: Path) -> None:
    own = ROOMS.index(room_of(path))
    for room in imports_of(path):
        assert room in ROOMS, f"'{room}' has no place in the order of rooms"
        assert ROOMS.index(room) <= own, f"{room_of(path)} may not import from {room}"


def parts_imported(path: Path, room: Path) -> set[str]:
    """The parts of its own room that a module imports when it is loaded."""
    prefix = f"redact.{room.name}"
    names = []
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.ImportFrom) and node.module:
            alone = node.module == prefix
            names += [f"{prefix}.{a.name}" for a in node.names] if alone else [node.module]
    return {name.split(".")[2] for name in names if name.startswith(f"{prefix}.")}


@pytest.mark.parametrize("name", [r for r in ROOMS if (ROOT / "redact" / r).is_dir()])
def test_the_packages_of_a_room_import_each_other_in_one_direction(name: str) -> None:
    room = ROOT / "redact" / name
    imports: dict[str, set[str]] = {}
    for path in room.rglob("*.py"):
        part = path.relative_to(room).with_suffix("").parts[0]
        imports.setdefault(part, set()).update(parts_imported(path, room) - {part})
    done: set[str] = set()
    while ready := {part for part in imports if part not in done and imports[part] <= done}:
        done |= ready
    assert not imports.keys() - done, "these import each other in a circle, or need one that does"


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
