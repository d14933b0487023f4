"""Finding the configuration of a working folder; names of the files beside it."""

from __future__ import annotations

import os
from pathlib import Path

NAME = ".redact.yaml"
WAIVERS = "waivers.yaml"
BASELINE = "redact-baseline.yaml"
OWN_FILES = frozenset((NAME, WAIVERS, BASELINE))
"""Names under which the tool looks for its own files; files of these names are not documents."""

STARTER = Path(__file__).with_name("starter.yaml")
"""A configuration that explains every setting and sets none."""


def find_config(folder: Path) -> Path | None:
    """The nearest `NAME` in ``folder`` or above it, up to the root of its git repository.

    Outside a repository only ``folder`` itself is searched: anything above it may belong to
    somebody else.
    """
    folder = folder.absolute()
    above = (folder, *folder.parents)
    root = next((place for place in above if (place / ".git").exists()), folder)
    for place in above:
        if os.path.lexists(place / NAME):  # or a broken link: reading it reports the error
            return place / NAME
        if place == root:
            return None
    return None
