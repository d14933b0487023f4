"""``redact parse``: what was read."""

from __future__ import annotations

from functools import partial
from typing import Any

import click

from redact.batch.inputs import Input
from redact.cli import options, reading


@click.command(short_help="Print what was parsed: kind, envelope, authority, paragraphs.")
@options.paths
@reading.requested
def parse(paths: tuple[str, ...], request: reading.Request) -> None:
    """Print what was parsed: kind, banner, envelope, captions, authority, references, paragraphs.

    Fragments are welcome: three lines of a telegram give the fields those lines hold. Offsets in
    JSON are code points of the decoded text, from 0.

    \b
    Example:
      redact parse cable.txt --format json | jq .documents[0].tags
    """
    from redact.batch.check import TOOL
    from redact.outputs import json
    from redact.outputs.parsed import render

    def shown(documents: list[dict[str, Any]]) -> str:
        if request.format == "human":
            return "\n".join(map(render, documents))
        return json.dump({"format": "redact/documents/v1", "tool": TOOL, "documents": documents})

    work = partial(_parsed, request.kind, request.register)
    reading.print_each(request, paths, "parsing", work, shown)


def _parsed(kind: str | None, register: str | None, document: Input) -> dict[str, Any]:
    from redact.documents import parse as parse_document

    return parse_document(document.read(), kind=kind, register=register).to_dict()
