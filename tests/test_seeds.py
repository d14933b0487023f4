"""Two real telegrams: every finding expected in them, no other, and what one change must bring."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

import redact
from redact.findings import Finding

TODAY = datetime.date(2026, 11, 21)
NAMES = {1: "000_e9dc65e60160c554.txt", 2: "002_1fc41c39a2009862.txt"}

RECORD = {
    1: [
        ("env-scrape-artifact", "note", 1),
        ("env-scrape-artifact", "note", 9),
        ("meta-tags-title-mismatch", "note", 11),
        ("env-section-suffix-unmatched", "note", 18),
        ("decl-beyond-default", "note", 46),
        ("env-header-block-repeated", "note", 53),
    ],
    2: [
        ("env-scrape-artifact", "note", 35),
        ("xref-paragraph-dangling", "warning", 45),
        ("para-duplicate-number", "warning", 49),
        ("para-number-gap", "warning", 55),
    ],
}
RELEASE = {
    1: [
        ("rel-banner-not-cancelled", "error", 40),
        ("rel-decl-date-future", "error", 46),
        ("rel-sbu-unreviewed", "warning", 67),
        ("rel-equity-referral", "note", 73),
        ("rel-classified-text-remains", "error", 120),
        ("rel-classified-text-remains", "error", 135),
    ],
    2: [
        ("rel-handling-notice-left", "warning", 28),
        ("rel-handling-notice-left", "warning", 43),
        *(("rel-sbu-unreviewed", "warning", line) for line in (47, 49, 51, 55, 57)),
    ],
}
"""What the release stage adds: the file itself is then taken for a public copy."""


def seed_text(shared: Path, number: int) -> str:
    return redact.read(shared / "seeds" / NAMES[number]).text


def findings_in(text: str, stage: str = "record") -> tuple[Finding, ...]:
    policy = redact.load_policy("state-telegram")
    document = redact.parse(redact.Source.from_text(text, "telegram.txt"), policy=policy)
    return redact.check(document, policy, today=TODAY, stage=stage)


def facts(findings: tuple[Finding, ...]) -> list[tuple[str, str, int]]:
    return sorted((f.rule, f.severity.value, f.start[0]) for f in findings)


@pytest.mark.parametrize("number", NAMES)
def test_findings_in_a_record(shared: Path, number: int) -> None:
    assert facts(findings_in(seed_text(shared, number))) == sorted(RECORD[number])


@pytest.mark.parametrize("number", NAMES)
def test_findings_in_a_public_copy(shared: Path, number: int) -> None:
    found = facts(findings_in(seed_text(shared, number), "release"))
    assert found == sorted(RECORD[number] + RELEASE[number])


@pytest.mark.parametrize("number", NAMES)
def test_line_ends_change_no_finding(shared: Path, number: int) -> None:
    text = seed_text(shared, number)
    assert facts(findings_in(text.replace("\n", "\r\n"))) == facts(findings_in(text))


def on_lines(old: str, new: str, *lines: int) -> Callable[[str], str]:
    """Replaces ``old`` by ``new`` on each of these lines, counted from 1."""

    def change(text: str) -> str:
        rows = text.split("\n")
        for line in lines:
            assert old in rows[line - 1], f"line {line} does not hold what is to be changed"
            rows[line - 1] = rows[line - 1].replace(old, new, 1)
        return "\n".join(rows)

    return change


def without_lines(*lines: int) -> Callable[[str], str]:
    """Leaves these lines out, counted from 1."""

    def change(text: str) -> str:
        rows = text.split("\n")
        return "\n".join(row for line, row in enumerate(rows, 1) if line not in lines)

    return change


def under_lines(new: str, *lines: int) -> Callable[[str], str]:
    """Puts a line under each of these lines, counted from 1."""

    def change(text: str) -> str:
        rows = text.split("\n")
        for line in sorted(lines, reverse=True):
            rows.insert(line, new)
        return "\n".join(rows)

    return change


SPACED = "C O N F I D E N T I A L"
MUTATIONS = {
    "portion secret": (1, on_lines("(C)", "(S)", 120), {"portion-above-banner"}),
    "portion bracket lost": (1, on_lines("(C)", "C)", 120), {"portion-unclosed"}),
    "sbu beside c": (1, on_lines("(SBU)", "(C//SBU)", 67), {"portion-admin-on-classified"}),
    "security characters lowered": (
        1,
        on_lines("CCCCC", "UUUUU", 19),
        {"env-security-chars-vs-classline", "env-opsig-vs-level"},
    ),
    "sent in the clear": (1, on_lines("ZNY", "ZNR", 19), {"env-opsig-vs-level"}),
    "de line late": (1, on_lines("110", "130", 18), {"env-de-dtg-drift"}),
    "serial changed": (1, on_lines("#0666", "#0661", 18), {"env-serial-vs-mrn"}),
    "thirty years": (1, on_lines("2029", "2039", 46, 59), {"decl-over-limit"}),
    "second block differs": (1, on_lines("2029", "2019", 59), {"env-header-blocks-conflict"}),
    "x6": (1, on_lines("04/20/2029", "X6", 46, 59), {"decl-obsolete-x"}),
    "reason of the old section": (1, on_lines("1.4", "1.5", 51, 64), {"auth-reason-era"}),
    "no such reason": (1, on_lines("(D)", "(J)", 51, 64), {"auth-reason-letter"}),
    "order not yet signed": (1, on_lines("12958", "13526", 46, 59), {"auth-eo-era"}),
    "no authority": (1, without_lines(51, 64), {"auth-missing"}),
    "noforn portion": (1, on_lines("(C)", "(C//NF)", 120), {"dis-noforn-rollup"}),
    "nodis": (
        1,
        under_lines("NODIS", 42, 55),
        {"cap-sipdis-with-restrictive", "cap-state-only-external"},
    ),
    "comment not ended": (1, on_lines(" END COMMENT.", "", 161), {"block-unbalanced"}),
    "unclassified over classified": (
        1,
        on_lines(SPACED, "UNCLAS", 40, 53),
        {
            "portion-above-banner",
            "auth-on-unclassified",
            "auth-eo-na-mismatch",
            "env-security-chars-vs-classline",
            "meta-classification-mismatch",
            "cap-sensitive-missing",
        },
    ),
    "no sensitive": (2, without_lines(28), {"cap-sensitive-missing"}),
    "date on unclassified": (
        2,
        on_lines("N/A", "DECL: 02/11/2020", 33),
        {"auth-eo-na-mismatch", "auth-on-unclassified"},
    ),
    "no such reference": (2, on_lines("ref B", "ref D", 55), {"ref-letter-undefined"}),
    "reference to next year": (2, on_lines("08 ASTANA", "11 ASTANA", 41), {"ref-impossible"}),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_one_change_brings_its_finding(shared: Path, name: str) -> None:
    number, change, expected = MUTATIONS[name]
    text = seed_text(shared, number)
    before = Counter(f.rule for f in findings_in(text))
    after = Counter(f.rule for f in findings_in(change(text)))
    assert expected <= set(after - before)
