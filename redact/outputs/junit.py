"""JUnit XML: a suite per document, a case per rule that found something or found nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import quoteattr

from redact.findings import Finding, Report, Severity


def render(report: Report, rules: Mapping[str, Sequence[str]], *, fail_on: Severity) -> str:
    """The report as JUnit XML.

    ``rules`` names the rules that ran on each document by path. A case fails when its rule found
    something at or above ``fail_on``; one whose findings are all waived is skipped with the reason;
    an unexamined document is an error of its suite.
    """
    suites = [_suite(d.path, rules[d.path], report.findings, fail_on) for d in report.documents]
    suites += [
        f'  <testsuite name={_attribute(e.path)} tests="1" failures="0" errors="1" skipped="0">\n'
        f'    <testcase name="read" classname={_attribute(e.path)}>'
        f"<error message={_attribute(e.what)}/></testcase>\n  </testsuite>\n"
        for e in report.errors
    ]
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<testsuites name={_attribute(report.tool)}>\n{''.join(suites)}</testsuites>\n"
    )


def _suite(path: str, rules: Sequence[str], findings: Sequence[Finding], fail_on: Severity) -> str:
    own = [f for f in findings if f.path == path]
    failed = skipped = 0
    cases = []
    for rule in rules:
        hits = [f for f in own if f.rule == rule]
        failures = [f for f in hits if not f.is_waived and f.severity >= fail_on]
        body = "".join(_failure(f) for f in failures)
        if failures:
            failed += 1
        elif hits and all(f.is_waived for f in hits):
            skipped += 1
            reason = hits[0].waiver.reason if hits[0].waiver else ""
            body = f"<skipped message={_attribute(reason)}/>"
        opening = f"<testcase name={_attribute(rule)} classname={_attribute(path)}>"
        cases.append(f"    {opening}{body}</testcase>\n")
    return (
        f'  <testsuite name={_attribute(path)} tests="{len(cases)}" failures="{failed}" '
        f'errors="0" skipped="{skipped}">\n{"".join(cases)}  </testsuite>\n'
    )


def _failure(finding: Finding) -> str:
    line, column = finding.start
    message = f"{line}:{column}: {finding.message}"
    return f"<failure type={_attribute(str(finding.severity))} message={_attribute(message)}/>"


def _attribute(value: str) -> str:
    """A quoted attribute value; characters XML 1.0 cannot hold become U+FFFD."""
    return quoteattr("".join(c if _is_xml(c) else "\N{REPLACEMENT CHARACTER}" for c in value))


def _is_xml(character: str) -> bool:
    code = ord(character)
    return (
        code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
    )
