"""Importing a library without executing those of its modules that are never used.

Packages often import everything they contain. A deferred module behaves as usual, but its code is
executed only when an attribute is requested that is not known to be defined in a submodule.
"""

from __future__ import annotations

import importlib
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import partial
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType
from typing import Any

Parts = Mapping[str, str]
"""For each name, the submodule of a package that defines it: ``{"Cup": "kitchen.cups"}``."""


@contextmanager
def deferring(modules: Mapping[str, Parts]) -> Iterator[None]:
    """Inside the block, import those modules without executing them; loaded ones are unaffected."""
    finder = _Finder(modules)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        sys.meta_path.remove(finder)


class _Finder(MetaPathFinder):
    def __init__(self, modules: Mapping[str, Parts]) -> None:
        self._modules = modules

    def find_spec(
        self, fullname: str, path: Any = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """The module as Python finds it, to be executed later; ``None`` for every other module."""
        if fullname not in self._modules:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _Later(spec.loader, self._modules[fullname])
        return spec


class _Later(Loader):
    """Creates a module that is executed at the first attribute access it cannot answer."""

    def __init__(self, loader: Loader, parts: Parts) -> None:
        self._loader = loader
        self._parts = parts
        self._lock = threading.RLock()

    def exec_module(self, module: ModuleType) -> None:
        """Prepare the module instead of executing it."""
        spec = module.__spec__
        assert spec is not None
        spec.loader = module.__loader__ = self._loader
        module.__getattr__ = partial(self._attribute, module)  # type: ignore[method-assign]

    def _attribute(self, module: ModuleType, name: str) -> Any:
        with self._lock:
            if name in self._parts:
                # The library's own way, below, remains: a later version may split it differently.
                with suppress(ImportError, AttributeError):
                    part = importlib.import_module(f"{module.__name__}.{self._parts[name]}")
                    return getattr(part, name)
            if "__getattr__" in vars(module):
                del vars(module)["__getattr__"]
                self._loader.exec_module(module)
        return getattr(module, name)
