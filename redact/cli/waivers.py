"""Which waivers a command honours."""

from __future__ import annotations

import datetime
from pathlib import Path

import click

from redact.findings import Waiver


def find_waivers(
    given: Path | None, policy: str | None, as_of: datetime.date
) -> tuple[Waiver, ...]:
    """The waivers of the file given, or of ``waivers.yaml`` beside the policy file or here.

    Those that have expired are told on stderr and not returned. Raises `PolicyError` when a file is
    wrong, or a file that was named is missing.
    """
    path = given or _default(policy)
    if path is None:
        return ()
    from redact.policy.waivers import load_waivers

    waivers = load_waivers(path)
    for waiver in waivers:
        if waiver.expires < as_of:
            click.echo(
                f"warning: {path}: the waiver of {waiver.rule} for {waiver.document} "
                f"expired on {waiver.expires}",
                err=True,
            )
    return tuple(waiver for waiver in waivers if as_of <= waiver.expires)


def _default(policy: str | None) -> Path | None:
    folders = [Path(policy).parent] if policy and Path(policy).is_file() else []
    for folder in (*folders, Path()):
        if (folder / "waivers.yaml").is_file():
            return folder / "waivers.yaml"
    return None
