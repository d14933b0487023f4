"""JUnit XML: a suite per document, a case per rule that ran."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from redact.findings import Finding, Notice, Report, Severity, Unexamined
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class _Suite:
    """The XML of a suite and what it counts."""

    xml: str
    tests: int
    failures: int = 0
    errors: int = 0
    skipped: int = 0


def render(report: Report, rules: Mapping[str, Sequence[str]], *, fail_on: Severity) -> str:
    """The report as JUnit XML.

    ``rules`` names the rules that ran on each document by path. A case fails when its rule found
    something at or above ``fail_on``; one whose findings are all waived is skipped with the
    reasons; what is below ``fail_on`` is told in the case's output. An unexamined document is an
    error of a suite of its own, and the notices are the output of another.
    """
    by_path: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        by_path[finding.path].append(finding)
    suites = [_suite(d.path, rules[d.path], by_path[d.path], fail_on) for d in report.documents]
    suites += [_unexamined(error) for error in report.errors]
    suites += [_notices(report.notices)] if report.notices else []
    totals = (
        f'tests="{sum(s.tests for s in suites)}" failures="{sum(s.failures for s in suites)}" '
        f'errors="{sum(s.errors for s in suites)}" skipped="{sum(s.skipped for s in suites)}"'
    )
    body = "".join(suite.xml for suite in suites)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<testsuites name={_attribute(report.tool)} {totals}>\n{body}</testsuites>\n"
    )


def _suite(
    path: str, rules: Sequence[str], findings: Sequence[Finding], fail_on: Severity
) -> _Suite:
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_rule[finding.rule].append(finding)
    cases = [_case(path, rule, by_rule[rule], fail_on) for rule in rules]
    failures = sum("<failure" in case for case in cases)
    skipped = sum("<skipped" in case for case in cases)
    opening = (
        f'  <testsuite name={_attribute(path)} tests="{len(cases)}" failures="{failures}" '
        f'errors="0" skipped="{skipped}">\n'
    )
    xml = f"{opening}{''.join(cases)}  </testsuite>\n"
    return _Suite(xml, len(cases), failures=failures, skipped=skipped)


def _case(path: str, rule: str, hits: Sequence[Finding], fail_on: Severity) -> str:
    waived = [f for f in hits if f.is_waived]
    failing = [f for f in hits if not f.is_waived and f.severity >= fail_on]
    minor = [f for f in hits if not f.is_waived and not f.severity >= fail_on]
    body = "".join(map(_failure, failing))
    if waived and len(waived) == len(hits):
        body = f"<skipped message={_attribute('; '.join(dict.fromkeys(map(_leave, waived))))}/>"
    if minor:
        told = "\n".join(map(_told, minor))
        body += f"<system-out>{_printed(told)}</system-out>"
    opening = f"<testcase name={_attribute(rule)} classname={_attribute(path)}"
    return f"    {opening}>{body}</testcase>\n" if body else f"    {opening}/>\n"


def _failure(finding: Finding) -> str:
    line, column = finding.start
    message = _attribute(f"{line}:{column}: {finding.message}")
    help_text = f"help: {finding.fix}" if finding.fix else ""
    kind = _attribute(str(finding.severity))
    return f"<failure type={kind} message={message}>{_printed(help_text)}</failure>"


def _told(finding: Finding) -> str:
    line, column = finding.start
    return f"{line}:{column}: {finding.severity}: {finding.message}"


def _leave(finding: Finding) -> str:
    waiver = finding.waiver
    return f"{waiver.reason} ({waiver.approver}, until {waiver.expires})" if waiver else ""


def _unexamined(error: Unexamined) -> _Suite:
    name = _attribute(error.path)
    case = f'<testcase name="read" classname={name}><error message={_attribute(error.what)}/>'
    xml = (
        f'  <testsuite name={name} tests="1" failures="0" errors="1" skipped="0">\n'
        f"    {case}</testcase>\n  </testsuite>\n"
    )
    return _Suite(xml, 1, errors=1)


def _notices(notices: Sequence[Notice]) -> _Suite:
    """A suite that passes and tells what the reader must know of the check itself."""
    told = _printed("\n".join(map(str, notices)))
    xml = (
        '  <testsuite name="redact" tests="1" failures="0" errors="0" skipped="0">\n'
        f'    <testcase name="notices" classname="redact"><system-out>{told}</system-out>'
        "</testcase>\n  </testsuite>\n"
    )
    return _Suite(xml, 1)


def _attribute(value: str) -> str:
    return quoteattr(_storable(value))


def _printed(value: str) -> str:
    return escape(_storable(value))


def _storable(value: str) -> str:
    """The text with U+FFFD for the characters that XML 1.0 cannot hold."""
    return "".join(c if _is_xml(c) else "\N{REPLACEMENT CHARACTER}" for c in value)


def _is_xml(character: str) -> bool:
    code = ord(character)
    return (
        code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
    )
