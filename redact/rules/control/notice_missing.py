"""Checks that data that requires a warning notice has one, and that no notice lacks its data.

## Why

Statute and directives require a notice on the face of a document that contains atomic energy
information, information under the Foreign Intelligence Surveillance Act, controlled imagery, law
enforcement information or limited distribution. It tells readers who do not know the abbreviation
what they must not do. A notice without such data makes readers protect the wrong thing.

## Example

    SECRET//RD//NOFORN

    (S//RD//NF) The pump test is on Tuesday.

*Use instead:* the same, with `RESTRICTED DATA: This document contains Restricted Data as defined in
the Atomic Energy Act of 1954.` under the banner line.

## Limits

A notice is recognized by a few of its words; the rest is not compared. An extract without a banner
line is not checked. A notice without data is reported for atomic energy and surveillance only,
whose words are unmistakable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.markings.marking import Marking
from redact.patterns import pattern
from redact.sources import Span

ID = "notice-missing"

_NOTICES: tuple[tuple[str, re.Pattern[str], bool], ...] = (
    (
        "RD",
        pattern(r"contains\s+restricted\s+data|restricted\s+data\s+as\s+defined", re.IGNORECASE),
        True,
    ),
    (
        "FRD",
        pattern(r"handle\s+as\s+restricted\s+data|contains\s+formerly\s+restricted", re.IGNORECASE),
        True,
    ),
    (
        "CNWDI",
        pattern(r"critical\s+nuclear\s+weapons?\s+design\s+information", re.IGNORECASE),
        False,
    ),
    ("FISA", pattern(r"foreign\s+intelligence\s+surveillance\s+act", re.IGNORECASE), False),
    ("IMCON", pattern(r"controlled\s+imagery", re.IGNORECASE), False),
    ("DEA SENSITIVE", pattern(r"drug\s+enforcement\s+administration", re.IGNORECASE), False),
    ("LES", pattern(r"law\s+enforcement\s+sensitive", re.IGNORECASE), False),
    (
        "LIMDIS",
        pattern(r"limited\s+distribution|distribution\s+is\s+limited", re.IGNORECASE),
        False,
    ),
)
"""Control, words by which its notice is known, whether nothing else says those words."""


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each control without its notice, case ``alone`` for a notice without its data."""
    document = examined.document
    line = next(iter(document.readable_banners), None)
    if line is None:
        return
    controls = _controls_in(document.markings)
    wanted = controls - {"FRD"} if "RD" in controls else controls  # the highest has the notice
    text = document.text
    for name, words, is_plain in _NOTICES:
        found = words.search(text)
        if name in wanted and found is None:
            yield Hit(
                span=line.span,
                message=f"document holds {name}, its warning notice is missing",
                fix=f"add the notice for {name} under the first banner line",
                expected=name,
            )
        elif name not in controls and is_plain and found is not None:
            yield Hit(
                span=Span(*found.span()),
                message=f"warning notice for {name}, no marking bears {name}",
                fix=f"mark the {name} portions, or remove the notice",
                found=name,
                case="alone",
            )


def _controls_in(markings: tuple[Marking, ...]) -> frozenset[str]:
    """The controls of some markings."""
    names: set[str] = set()
    for marking in markings:
        names |= {*marking.dissem, *marking.non_ic}
        for token in marking.aea:
            names |= {token.split("-")[0].split(" ")[0]}
            names |= {"CNWDI"} if "CNWDI" in token else set()
    if "LES NOFORN" in names:
        names.add("LES")
    return frozenset(names)
