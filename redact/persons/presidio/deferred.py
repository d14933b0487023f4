"""Importing a library without running those of its modules that are never used.

A library's packages often import all they hold. A deferred module is there as ever, but its code
runs when something is asked of it that is not known to be in one of its parts.
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
"""By name, the submodule of a package that defines it: ``{"Cup": "kitchen.cups"}``."""


@contextmanager
def deferring(modules: Mapping[str, Parts]) -> Iterator[None]:
    """While it lasts, those modules are imported without running them; imported ones stay."""
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
        """The module as Python finds it, to be run later; ``None`` for every other module."""
        if fullname not in self._modules:
            return None
        spec = PathFinder.find_spec(fullname, path, target)
        if spec is not None and spec.loader is not None:
            spec.loader = _Later(spec.loader, self._modules[fullname])
        return spec


class _Later(Loader):
    """Makes a module that is run by the first question it cannot answer."""

    def __init__(self, loader: Loader, parts: Parts) -> None:
        self._loader = loader
        self._parts = parts
        self._lock = threading.RLock()

    def exec_module(self, module: ModuleType) -> None:
        """Prepare the module instead of running it."""
        spec = module.__spec__
        assert spec is not None
        spec.loader = module.__loader__ = self._loader
        module.__getattr__ = partial(self._attribute, module)  # type: ignore[method-assign]

    def _attribute(self, module: ModuleType, name: str) -> Any:
        with self._lock:
            if name in self._parts:
                # The library's own way, below, stays open: a later version may part it elsewhere.
                with suppress(ImportError, AttributeError):
                    part = importlib.import_module(f"{module.__name__}.{self._parts[name]}")
                    return getattr(part, name)
            if "__getattr__" in vars(module):
                del vars(module)["__getattr__"]
                self._loader.exec_module(module)
        return getattr(module, name)
