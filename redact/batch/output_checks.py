"""What is refused before anything is written to an output folder."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from redact.batch.inputs import Input
from redact.batch.output_folder import public_path, record_path
from redact.batch.settings import PublishSettings
from redact.errors import UsageError
from redact.resources import is_folder, is_there, real_path


def refuse_output(output: Path, documents: Sequence[Input], roots: Iterable[str]) -> None:
    """Raise `UsageError` when the output folder contains an input or the reverse."""
    # public/ and internal/ may be links to other places.
    targets = {real_path(place) for place in (output, output / "public", output / "internal")}
    for root in roots:
        given = real_path(root)
        if is_folder(given) and any(target.is_relative_to(given) for target in targets):
            raise UsageError(
                f"the output folder lies inside the input '{root}'",
                str(output),
                "choose a folder elsewhere",
            )
    for document in documents:
        if document.path is None:
            continue
        place = real_path(document.path)
        if not targets.isdisjoint(place.parents):
            raise UsageError(
                f"the input '{document.name}' lies inside the output folder",
                str(output),
                "choose a folder elsewhere",
            )


def refuse_store(store: Path | None, output: Path) -> None:
    """Raise `UsageError` for a store below the output folder, whose content is passed on to
    others or removed when the run ends.
    """
    if store is not None and real_path(store).is_relative_to(real_path(output)):
        raise UsageError(
            "the store holds places of names and may not lie in the output folder",
            str(store),
            "keep it elsewhere",
        )


def refuse_existing(settings: PublishSettings, documents: Sequence[Input], *more: str) -> None:
    """Raise `UsageError` when an output already exists and ``--force`` is not given, or when it
    is a folder.
    """
    for document in documents:
        for path in (
            public_path(settings.output, document.relative),
            record_path(settings.output, document.relative),
        ):
            _refuse(path, settings.force)
    for name in more:
        _refuse(settings.output / "internal" / name, settings.force)


def _refuse(path: Path, force: bool) -> None:
    if is_folder(path):
        raise UsageError(
            "is a folder, where a file is to be written",
            str(path),
            "move it away, or choose another output folder",
        )
    if not force and is_there(path):
        raise UsageError(
            "already exists", str(path), "choose another folder, or replace it with --force"
        )
