"""Markings of the manuals as data: single ones, and what portions come to in the banner line.

``tests/manual_marks.yaml`` says what is found in each marking, ``tests/manual_rollups.yaml`` the
banner line that portions require. A document with that line gives no finding about it, one with
less of it does.
"""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from data_files import read_data

import redact
from redact import engine
from redact.markings.register import load_register
from redact.outputs.marking import report_marking, report_rollup

MARKS = [
    pytest.param(entry, id=entry["mark"])
    for entries in read_data("manual_marks.yaml").values()
    for entry in entries
]
ROLLUPS = [
    pytest.param(entry["portions"], entry["banner"], id=" ".join(entry["portions"]))
    for entry in read_data("manual_rollups.yaml")
]
TODAY = datetime.date(2026, 11, 21)
ABOUT_THE_BANNER = {
    *("portion-above-banner", "banner-rollup-control", "banner-unsupported"),
    *("dis-noforn-rollup", "dis-foreign-release-rollup", "fgi-form", "cui-in-classified"),
}


@pytest.mark.parametrize("entry", MARKS)
def test_a_marking_of_the_manuals(entry: dict[str, Any]) -> None:
    text = entry["mark"]
    policy = redact.load_policy(entry.get("policy", "us-national-security"))
    found = report_marking(
        text,
        policy=policy,
        register=load_register(policy.registers[-1]),
        as_of=TODAY,
        form=entry.get("form", "portion" if text.startswith("(") else "banner"),
    )
    finds = {f"{finding['rule']} {finding['severity']}" for finding in found["findings"]}
    assert finds == set(entry.get("finds", ()))
    assert found["valid"] == (not any(word.endswith(" error") for word in finds))
    if "meant" in entry:
        assert found["meant"] == entry["meant"]
    if not finds:
        assert found["banner"] == entry.get("banner", text)


@pytest.mark.parametrize(("portions", "banner"), ROLLUPS)
def test_portions_require_their_banner_line(portions: list[str], banner: str) -> None:
    rolled = report_rollup(portions, register=load_register("us"))
    assert (rolled["banner"], rolled["unread"]) == (banner, [])


def about_the_banner(banner: str, portions: list[str]) -> set[str]:
    """What is found about a banner line above portions."""
    body = "\n\n".join(f"{n}. {mark} Pump {n} is blue." for n, mark in enumerate(portions, 1))
    source = redact.Source.from_text(f"{banner}\n\n{body}\n\n{banner}\n", "paper.txt")
    policy = redact.load_policy("us-national-security")
    document = redact.parse(source, policy=policy)
    assert [portion.mark for portion in document.portions] == [mark[1:-1] for mark in portions]
    findings = engine.check(document, policy, load_register("us"), as_of=TODAY)
    return {finding.rule for finding in findings} & ABOUT_THE_BANNER


@pytest.mark.parametrize(("portions", "banner"), ROLLUPS)
def test_only_the_banner_line_that_portions_require_passes(
    portions: list[str], banner: str
) -> None:
    if any("//REL)" in mark for mark in portions):
        pytest.skip("the banner line says to whom such a portion is releasable")
    assert not about_the_banner(banner, portions)
    categories = banner.split("//")
    for left_out in range(1, len(categories)):
        shorter = "//".join(categories[:left_out] + categories[left_out + 1 :])
        if categories[0]:
            assert about_the_banner(shorter, portions), shorter
