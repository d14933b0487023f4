"""``redact doctor``: the installed versions, and whether name detection works here."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from redact.cli import options
from redact.cli.results import write_output

if TYPE_CHECKING:
    from redact.persons.models import Models

_SAMPLE = """UNCLAS TESTVILLE 000012

SUBJECT: PUMPS

1. (U) The pump that Orin Merridew brought is new.
"""
_SURNAME = "Merridew"
_LIBRARIES = ("presidio-analyzer", "spacy", "reportlab")


@click.command(short_help="Show versions and the language model, and try the model.")
@options.output_format("human", "json")
@options.colour
@options.models
def doctor(format: str, model: str | None, second: tuple[str, ...]) -> None:
    """Show what the tool runs with: versions, and the language models with their hashes.

    Tries the model on an invented sentence and exits with 3 when it does not find the name in it.
    Nothing is downloaded.

    \b
    Example:
      redact doctor
    """
    from redact.outputs import json
    from redact.persons.models import Models

    found = _examined(Models(model, second))
    if format == "json":
        write_output(json.dump(found))
    else:
        write_output(
            "".join(f"{name.replace('_', ' '):18s} {value}\n" for name, value in found.items())
        )
    if found["finds_a_name"] != "yes":
        sys.exit(3)


def _examined(models: Models) -> dict[str, str]:
    """The facts to report, in order."""
    from importlib.metadata import version
    from os import environ
    from platform import python_version

    from redact import __version__
    from redact.persons import models_used
    from redact.persons.models import ENVIRONMENT

    model, *others = models_used(models)
    named = "named by --model" if models.first else "shipped"
    if not models.first and environ.get(ENVIRONMENT):
        named = f"named by {ENVIRONMENT}"
    return {
        "redact": __version__,
        "python": python_version(),
        **{name: version(name) for name in _LIBRARIES},
        "language_model": f"{model.name} {model.version}",
        "sha256": model.sha256,
        "model_is": named,
        **{
            f"second_model_{number}": f"{other.name} {other.version}, sha256 {other.sha256}"
            for number, other in enumerate(others, 1)
        },
        "finds_a_name": "yes" if _finds_a_name(models) else "no",
    }


def _finds_a_name(models: Models) -> bool:
    """Whether the model itself, not one of the rules, finds the name in the sample."""
    from redact.documents import parse
    from redact.persons import find_mentions
    from redact.sources import Source

    document = parse(Source.from_text(_SAMPLE))
    return any(
        _SURNAME in mention.span.of(_SAMPLE) and "model" in mention.detectors
        for mention in find_mentions(document, models)
    )
