"""Mechanical fixes: what they put right, how overlapping ones are told, the diff they make."""

from __future__ import annotations

import dataclasses
import datetime
import re
from pathlib import Path

import commands
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_cases import Case, read_cases

import redact
from redact import engine
from redact.findings import Finding
from redact.markings.register import load_register
from redact.outputs.patch import choose, render
from redact.policy.load import load_policy
from redact.sources import Edit, Source, Span, apply_edits

AS_OF = datetime.date(2026, 11, 21)
MENDED = frozenset(
    {
        "banner-category-order", "banner-separators", "banner-unknown-token", "fgi-form",
        "joint-form", "nato-form",
        "portion-syntax", "relto-code-unknown", "relto-display-list", "relto-order",
        "relto-usa-first", "sci-sap-order",
    }
)  # fmt: skip
CASES = [
    case
    for case in read_cases()
    if case.rule in MENDED and case.expected and "siblings" not in case.options
]


def findings_of(text: str, policy: str) -> tuple[Finding, ...]:
    chosen = load_policy(policy)
    register = load_register(chosen.registers[-1])
    document = redact.parse(Source.from_text(text), policy=chosen)
    return engine.check(document, chosen, register, as_of=AS_OF)


def patched(text: str, diff: str) -> str:
    """The text with a diff applied, every line it shows compared with the text."""
    old = re.findall(r"[^\n]*\n|[^\n]+", text)
    new: list[str] = []
    done = 0
    rows = diff.replace("\n\\ No newline at end of file\n", "\0").split("\n")[2:]
    for row in "\n".join(rows).replace("\0", "\0\n").split("\n"):
        if head := re.match(r"@@ -(\d+),", row):
            new += old[done : int(head[1]) - 1]
            done = int(head[1]) - 1
        elif row:
            line = row[1:-1] if row.endswith("\0") else f"{row[1:]}\n"
            if row[0] in " -":
                assert old[done] == line
                done += 1
            if row[0] in " +":
                new.append(line)
    return "".join(new + old[done:])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_a_fix_ends_the_finding_it_belongs_to(case: Case) -> None:
    policy = case.options.get("policy", "state-telegram")
    before = [f for f in findings_of(case.text, policy) if f.rule == case.rule]
    edits, _ = choose(before)
    after = [f for f in findings_of(apply_edits(case.text, edits), policy) if f.rule == case.rule]
    assert len(after) == sum(not finding.edits for finding in before)
    assert not any(finding.edits for finding in after)


def test_every_rule_that_mends_does_so_in_some_case() -> None:
    mending = {
        finding.rule
        for case in CASES
        for finding in findings_of(case.text, case.options.get("policy", "state-telegram"))
        if finding.edits
    }
    assert mending == MENDED


@given(
    st.text(alphabet="ab\r\n", max_size=60),
    st.lists(
        st.tuples(st.integers(0, 60), st.integers(1, 6), st.text("XY", max_size=3)), max_size=5
    ),
)
def test_applying_the_diff_makes_the_edits(text: str, places: list[tuple[int, int, str]]) -> None:
    edits: list[Edit] = []
    for start, length, new in sorted(places):
        span = Span(start, start + length)
        if span.end <= len(text) and all(span.start >= edit.span.end for edit in edits):
            edits.append(Edit(span, new))
    diff = render(Source.from_text(text), edits)
    assert patched(text, diff) == apply_edits(text, edits) if diff else not edits


def test_of_overlapping_fixes_the_first_wins_and_the_other_is_named() -> None:
    one = findings_of("SECRET//NOFORN//SI\n\n(S//SI//NF) The pump.\n", "us-national-security")
    first = next(finding for finding in one if finding.edits)
    other = dataclasses.replace(first, edits=(Edit(first.edits[0].span, "SECRET"),))
    again = dataclasses.replace(first, rule="same")
    edits, left_out = choose((first, other, again))
    assert edits == first.edits
    assert left_out == (other,)


def test_the_command_prints_the_diff_and_edits_nothing(tmp_path: Path) -> None:
    path = tmp_path / "memo.txt"
    banner = "SECRET//NOFORN//SI"
    text = f"{banner}\r\n\r\n(S//SI//NF) The pump test is on Tuesday.\r\n\r\n{banner}"
    path.write_bytes(text.encode())
    done = commands.redact("check", path, "-p", "us-national-security", "--fix-diff", "-q")
    assert done.exit_code == 1
    diff = done.stdout_bytes.decode()
    assert "-SECRET//NOFORN//SI\r\n+SECRET//SI//NOFORN\r\n" in diff
    assert patched(text, diff) == text.replace("NOFORN//SI", "SI//NOFORN")
    assert path.read_bytes() == text.encode()


def test_a_document_without_mechanical_fixes_has_no_diff(tmp_path: Path) -> None:
    path = tmp_path / "memo.txt"
    path.write_text("SECRET//NORFORN\n\n(S) The pump test is on Tuesday.\n")
    done = commands.redact("check", path, "--fix-diff", "-q")
    assert (done.exit_code, done.stdout) == (1, "")
