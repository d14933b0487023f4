"""Names are told apart from peoples, firms, parliaments, ships and callings, model and all."""

from __future__ import annotations

import pytest
from person_documents import cases, prose, unmarked

from redact.documents import parse
from redact.persons import find_mentions
from redact.sources import Source


@pytest.mark.parametrize(
    "marked",
    [pytest.param(text, id=f"{group}-{case}") for group, case, text in cases("told_apart")],
)
def test_the_marked_names_are_withheld_and_nothing_else(marked: str) -> None:
    text, names = unmarked(marked)
    mentions = [m for m in find_mentions(prose(text)) if m.kind == "PERSON" and m.tier == "named"]
    assert [m.span.of(text) for m in mentions] == names


def test_no_portion_mark_is_a_name() -> None:
    text = "TOP SECRET//HCS-P/SI-G//NOFORN\n\n(TS//HCS-P//NF) The pump works.\n\n(S//NF) Tea.\n"
    assert find_mentions(parse(Source.from_text(text, "note.txt"))) == ()
