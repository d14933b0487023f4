"""Invented telegrams on their way to a public copy; no language model looks at them."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from pathlib import Path

from redaction_documents import FOIA, context, mention

import redact
from redact import engine
from redact.documents import parse
from redact.markings.register import load_register
from redact.redaction.apply import apply_plan
from redact.redaction.gate import Gated
from redact.redaction.plan import make_plan
from redact.redaction.publish import Published, publish
from redact.sources import read_bytes

TODAY = datetime.date(2026, 11, 21)
POLICY = redact.load_policy("state-telegram")
RELEASE = redact.load_policy("public-release")
NAME = "09TESTVILLE12.txt"
HEAD = """S E C R E T TESTVILLE 000012

E.O. 12958: DECL: 03/04/2016
TAGS: PREL
SUBJECT: (U) PICNIC PLANS

Classified By: DCM Jane Sample. Reason: 1.4 (b) and (d).

"""
TAIL = "\n\n2. (U) Lunch is at noon.\n"


def outcome(text: str) -> tuple[str | None, list[redact.Finding]]:
    """The public copy, ``None`` when the document is gated, and the findings."""
    document = redact.parse(redact.Source.from_text(text), policy=POLICY)
    register = load_register(document.register)
    findings = engine.check(document, POLICY, register, as_of=TODAY, stage="record")
    try:
        plan = make_plan(document, (), findings, FOIA)
    except Gated:
        return None, findings
    return apply_plan(document.source, plan), findings


def copy_in_spite_of_findings(text: str) -> str:
    document = redact.parse(redact.Source.from_text(text), policy=POLICY)
    return apply_plan(document.source, make_plan(document, (), (), FOIA))


def publish_text(
    folder: Path, text: str, names: Iterable[tuple[str, str]], *, name: str = NAME, **options
) -> Published:
    """The public copy of a telegram below ``folder``; ``names`` are persons and how they stand."""
    data = text.encode()
    document = parse(read_bytes(data, name))
    return publish(
        data,
        document,
        [mention(document, words, person=person) for person, words in names],
        (),
        context(FOIA),
        folder / "public" / name,
        name=name,
        release_policy=RELEASE,
        **options,
    )
