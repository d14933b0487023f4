"""``redact names``: who is named where."""

from __future__ import annotations

import sys
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import click

from redact.cli import options, reading
from redact.values import dataclass

if TYPE_CHECKING:
    from redact.batch.inputs import Input
    from redact.persons import Models, NotPerson
    from redact.persons.mention import Mention
    from redact.sources import Source


@click.command(short_help="Print who is named where; nothing is written.")
@options.paths
@click.option(
    "--show-text",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    show_default=True,
    help="Print the names themselves: always, never, or (auto) on a terminal only.",
)
@click.option(
    "--explain",
    is_flag=True,
    help="Also say why, for each name and for each capitalised word not taken for one.",
)
@options.models
@reading.requested
def names(
    paths: tuple[str, ...],
    show_text: str,
    explain: bool,
    model: str | None,
    second: tuple[str, ...],
    request: reading.Request,
) -> None:
    """Print who is named where, with role and person number. Writes no file except -o.

    "named" is withheld by policy; "possible" is for the reviewer. Offsets in JSON are code points
    of the decoded text, from 0. Persons are numbered per document.

    \b
    Example:
      redact names cable.txt --format json
    """
    from redact.batch.check import TOOL
    from redact.batch.examine import load_names
    from redact.outputs import json, mentions
    from redact.persons.models import Models

    models = Models(model, second)
    on_terminal = request.output is None and request.format == "human" and sys.stdout.isatty()
    with_text = show_text == "always" or (show_text == "auto" and on_terminal)

    def shown(found: list[_Named]) -> str:
        if request.format == "human":
            show = partial(mentions.lines, show_text=with_text)
            return "".join(show(o.source, o.mentions, not_persons=o.not_persons) for o in found)
        entry = partial(mentions.document_dict, show_text=with_text)
        documents = [entry(o.source, o.mentions, not_persons=o.not_persons) for o in found]
        return json.dump({"format": "redact/mentions/v1", "tool": TOOL, "documents": documents})

    work = partial(_named, request.kind, request.register, explain, models)
    prepare = partial(load_names, models)
    reading.print_each(request, paths, "finding names", work, shown, prepare, _counts)


def _counts(found: list[_Named]) -> str:
    tiers = Counter(mention.tier for named in found for mention in named.mentions)
    documents = f"{len(found)} document{'' if len(found) == 1 else 's'}"
    return f"{tiers['named']} named, {tiers['possible']} possible in {documents}"


@dataclass(frozen=True, slots=True)
class _Named:
    """The mentions of one document; ``not_persons``: words that were rejected as names, only if
    explanations were requested.
    """

    source: Source
    mentions: tuple[Mention, ...]
    not_persons: tuple[NotPerson, ...] | None


def _named(
    kind: str | None, register: str | None, explain: bool, models: Models, document: Input
) -> _Named:
    from redact.documents import parse
    from redact.persons import examine, not_persons

    source = document.read()
    examined = examine(parse(source, kind=kind, register=register), models)
    return _Named(source, examined.mentions, not_persons(examined) if explain else None)
