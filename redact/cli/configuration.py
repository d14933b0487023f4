"""The option ``--config``: a repository's configuration provides the option defaults."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from redact.config.find import NAME, find_config

NO_CONFIG = "none"


def _configure(ctx: click.Context, param: click.Parameter, value: str | None) -> None:
    """Use the configuration as defaults, below the command line and the environment."""
    if ctx.resilient_parsing or value == NO_CONFIG:
        return
    path = Path(value) if value else find_config(Path())
    if path is None:
        return
    from redact.config.load import load_config

    ctx.default_map = {**(ctx.default_map or {}), **load_config(path, Path().absolute())}


config: Any = click.option(
    "--config",
    metavar="FILE|none",
    is_eager=True,
    expose_value=False,
    callback=_configure,
    help=f"Configuration (else {NAME} here or above, up to the root of the git repository).",
)
