"""``redact doctor``: what the tool runs with, and whether it can find a name here."""

from __future__ import annotations

import sys

import click

from redact.cli import options
from redact.cli.results import write_output

_SAMPLE = """UNCLAS TESTVILLE 000012

SUBJECT: PUMPS

1. (U) The pump that Orin Merridew brought is new.
"""
_SURNAME = "Merridew"
_LIBRARIES = ("presidio-analyzer", "spacy", "reportlab")


@click.command(short_help="Show versions and the language model, and try to find a name.")
@options.output_format("human", "json")
def doctor(format: str) -> None:
    """Show what the tool runs with: versions, and the language model with its hash.

    The model is tried on an invented sentence; nothing is fetched. The exit code is 3 when the
    name in it is not found.

    \b
    Example:
      redact doctor
    """
    from redact.outputs import json

    found = _examined()
    if format == "json":
        write_output(json.dump(found))
    else:
        write_output(
            "".join(f"{name.replace('_', ' '):18s} {value}\n" for name, value in found.items())
        )
    if found["finds_a_name"] != "yes":
        sys.exit(3)


def _examined() -> dict[str, str]:
    """What there is to say, in the order it is said."""
    from importlib.metadata import version
    from os import environ
    from platform import python_version

    from redact import __version__
    from redact.persons import models_used
    from redact.persons.models import ENVIRONMENT

    (model,) = models_used()
    return {
        "redact": __version__,
        "python": python_version(),
        **{name: version(name) for name in _LIBRARIES},
        "language_model": f"{model.name} {model.version}",
        "sha256": model.sha256,
        "model_is": f"named by {ENVIRONMENT}" if environ.get(ENVIRONMENT) else "shipped",
        "finds_a_name": "yes" if _finds_a_name() else "no",
    }


def _finds_a_name() -> bool:
    """Whether the model itself, not a rule beside it, finds the name of the sample."""
    from redact.documents import parse
    from redact.persons import find_mentions
    from redact.sources import Source

    document = parse(Source.from_text(_SAMPLE))
    return any(
        _SURNAME in mention.span.of(_SAMPLE) and "model" in mention.detectors
        for mention in find_mentions(document)
    )
