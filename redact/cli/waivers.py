"""Which waivers a command applies."""

from __future__ import annotations

import datetime
import os
from pathlib import Path

from redact.cli.console import say
from redact.config.find import WAIVERS
from redact.findings import Notice, Waiver
from redact.resources import is_there


def find_waivers(
    given: Path | None, policy: str | None, as_of: datetime.date
) -> tuple[Waiver, ...]:
    """The waivers that `read_waivers` finds in force; its notices are printed on stderr."""
    waivers, notices = read_waivers(waivers_file(given, policy), as_of)
    for notice in notices:
        say(f"warning: {notice}")
    return waivers


def waivers_file(given: Path | None, policy: str | None) -> Path | None:
    """The given file, else ``waivers.yaml`` next to the policy file or in the working folder."""
    if given is not None:
        return given
    folders = [Path(policy).parent] if policy and is_there(policy) else []
    for folder in (*folders, Path()):
        if os.path.lexists(folder / WAIVERS):  # a broken link too: reading it reports what is wrong
            return folder / WAIVERS
    return None


def read_waivers(
    path: Path | None, as_of: datetime.date
) -> tuple[tuple[Waiver, ...], tuple[Notice, ...]]:
    """The waivers in a file that may be in force; none without a file.

    A waiver without effect, because it has expired or names no rule, is left out and noted. Raises
    `PolicyError` when the file is invalid or missing.
    """
    if path is None:
        return (), ()
    from redact.policy.waivers import load_waivers, stale_waivers

    waivers = load_waivers(path)
    stale = stale_waivers(waivers, as_of)
    void = [waiver for waiver, _ in stale]
    return (
        tuple(waiver for waiver in waivers if waiver not in void),
        tuple(Notice(warning, str(path)) for _, warning in stale),
    )
