"""Checks that the size of a deletion does not reveal the length of what was withheld.

## Why

A bar as long as the name it covers leaves few names of a list possible. The law requires the amount
deleted, not its exact length.

## Example

    The test was led by ███████ and ████████████.

*Use instead:* labels of one length, with a rounded amount: `[(b)(6) name]`.

## Limits

Bars of one length reveal nothing and are not reported; nor are bars over whole lines, whose length
is that of the line.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.patterns import pattern
from redact.sources import Span

ID = "red-length-leak"

_BAR = pattern(r"(?<=[^\s█▇■▓])[ \t]?([█▇■▓]{2,})|([█▇■▓]{2,})(?=[ \t]?[^\s█▇■▓])")


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on every bar inside a line, when the bars of the copy differ in length."""
    text = examined.document.source.text
    bars = [Span(*match.span(1 if match[1] else 2)) for match in _BAR.finditer(text)]
    if len({len(bar) for bar in bars}) > 1:
        for bar in bars:
            yield Hit(
                span=bar,
                message="bars differ in length, as what they cover does",
                fix="use one label for all, with a rounded amount",
            )
