"""Whole memoranda and CUI papers: compliant ones give no finding, each planted error gives its own.

``tests/papers.yaml`` holds the papers, some with the profile that their letterhead must choose. A
note that a date has passed is no fault of the paper and is left out, since it comes with every old
one.
"""

from __future__ import annotations

import datetime
from collections import Counter
from typing import Any

import pytest
from data_files import read_data

import redact
from redact.batch.check import CheckSettings, check_source
from redact.redaction.plan import make_plan

PAPERS: dict[str, dict[str, Any]] = read_data("papers.yaml")
PLANTED = [
    pytest.param(name, error, id=f"{name}:{index}")
    for name, paper in PAPERS.items()
    for index, error in enumerate(paper["planted"])
]


def found(name: str, text: str) -> Counter[str]:
    """Rule and severity of all that is found in a text of the paper's kind."""
    settings = CheckSettings(
        as_of=datetime.date(2026, 11, 21), policy=PAPERS[name].get("policy"), kind=None
    )
    checked = check_source(settings, redact.Source.from_text(text, f"{name}.txt"))
    assert checked.document.kind in ("memorandum", "cui")
    if "profile" in PAPERS[name]:
        assert checked.document.policy.split()[0] == PAPERS[name]["profile"]
    return Counter(
        f"{finding.rule} {finding.severity}"
        for finding in checked.findings
        if finding.rule != "decl-passed"
    )


@pytest.mark.parametrize("name", PAPERS)
@pytest.mark.parametrize("line_end", ("\n", "\r\n"))
def test_a_compliant_paper_gives_no_finding(name: str, line_end: str) -> None:
    assert not found(name, PAPERS[name]["text"].replace("\n", line_end))


@pytest.mark.parametrize(("name", "error"), PLANTED)
def test_a_planted_error_gives_its_own_finding(name: str, error: dict[str, Any]) -> None:
    text = PAPERS[name]["text"]
    assert error["replace"] in text
    assert found(name, text.replace(error["replace"], error["by"], 1)) == Counter(error["finds"])


@pytest.mark.parametrize("name", PAPERS)
def test_no_classified_text_of_a_paper_stays_in_its_copy(name: str) -> None:
    source = redact.Source.from_text(PAPERS[name]["text"], f"{name}.txt")
    document = redact.parse(source)
    plan = make_plan(document, (), (), redact.load_policy("foia-release"))
    copy = redact.apply(source, plan)
    for portion in document.portions:
        if portion.mark is not None and portion.mark[:2] in ("C", "S", "TS", "C/", "S/"):
            words = document.text_of(portion.text_span)
            first = " ".join(words.split("\n", 1)[0].split()[:6])
            assert first not in " ".join(copy.split()), portion.kind
