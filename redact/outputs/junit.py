"""JUnit XML: a suite per document, a case per rule that ran."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from xml.sax.saxutils import escape, quoteattr

from redact.findings import Finding, Notice, Report, Severity, Unexamined

RulesOf = Callable[[str], Sequence[str]]
"""The rules that ran on documents of a kind."""


def render(report: Report, rules_of: RulesOf, *, fail_on: Severity) -> str:
    """The report as JUnit XML.

    A case fails when its rule found something at or above ``fail_on``; one whose findings are all
    waived is skipped with the reasons; findings below ``fail_on`` go to the case's output. An
    unexamined document is an error in a separate suite, and the notices are the output of another.
    """
    return "".join(pieces(report, rules_of, fail_on=fail_on))


def pieces(report: Report, rules_of: RulesOf, *, fail_on: Severity) -> Iterator[str]:
    """The same output by suite. The report is iterated twice, since the totals come first."""
    totals = _totals(report, rules_of, fail_on)
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<testsuites name={_attribute(report.tool)} {_counts(totals)}>\n"
    )
    for document, findings in report.by_document():
        yield _suite(document.path, rules_of(document.kind), findings, fail_on)
    yield from map(_unexamined, report.errors)
    if report.notices:
        yield _notices(report.notices)
    yield "</testsuites>\n"


def _totals(report: Report, rules_of: RulesOf, fail_on: Severity) -> Counter[str]:
    notices = int(bool(report.notices))
    totals = Counter(tests=len(report.errors) + notices, errors=len(report.errors))
    for document, findings in report.by_document():
        totals["tests"] += len(rules_of(document.kind))
        totals.update(_outcome(hits, fail_on) for hits in _by_rule(findings).values())
    return totals


def _counts(counts: Counter[str]) -> str:
    names = ("tests", "failures", "errors", "skipped")
    return " ".join(f'{name}="{counts[name]}"' for name in names)


def _outcome(hits: Sequence[Finding], fail_on: Severity) -> str:
    """What a case counts as: one of ``failures``, ``skipped`` and ``passes``."""
    if any(not hit.is_waived and hit.severity >= fail_on for hit in hits):
        return "failures"
    return "skipped" if hits and all(hit.is_waived for hit in hits) else "passes"


def _by_rule(findings: Sequence[Finding]) -> dict[str, list[Finding]]:
    by_rule: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_rule[finding.rule].append(finding)
    return by_rule


def _suite(path: str, rules: Sequence[str], findings: Sequence[Finding], fail_on: Severity) -> str:
    by_rule = _by_rule(findings)
    counts = Counter(_outcome(hits, fail_on) for hits in by_rule.values())
    counts["tests"] = len(rules)
    name = _attribute(path)
    cases = (_case(name, rule, by_rule.get(rule, ()), fail_on) for rule in rules)
    return f"  <testsuite name={name} {_counts(counts)}>\n{''.join(cases)}  </testsuite>\n"


def _case(class_name: str, rule: str, hits: Sequence[Finding], fail_on: Severity) -> str:
    opening = f"    <testcase name={_name_of(rule)} classname={class_name}"
    if not hits:
        return f"{opening}/>\n"
    standing = [hit for hit in hits if not hit.is_waived]
    body = "".join(_failure(hit) for hit in standing if hit.severity >= fail_on)
    if not standing:
        reasons = dict.fromkeys(hit.waiver.justification for hit in hits if hit.waiver)
        body = f"<skipped message={_attribute('; '.join(reasons))}/>"
    minor = [_line(hit) for hit in standing if not hit.severity >= fail_on]
    if minor:
        lines = "\n".join(minor)
        body += f"<system-out>{_printed(lines)}</system-out>"
    return f"{opening}>{body}</testcase>\n"


@lru_cache(maxsize=512)  # the same in the suite of every document
def _name_of(rule: str) -> str:
    return _attribute(rule)


def _failure(finding: Finding) -> str:
    line, column = finding.start
    message = _attribute(f"{line}:{column}: {finding.message}")
    help_text = f"help: {finding.fix}" if finding.fix else ""
    kind = _attribute(str(finding.severity))
    return f"<failure type={kind} message={message}>{_printed(help_text)}</failure>"


def _line(finding: Finding) -> str:
    line, column = finding.start
    return f"{line}:{column}: {finding.severity}: {finding.message}"


def _unexamined(error: Unexamined) -> str:
    name = _attribute(error.path)
    case = f'<testcase name="read" classname={name}><error message={_attribute(error.what)}/>'
    return (
        f'  <testsuite name={name} tests="1" failures="0" errors="1" skipped="0">\n'
        f"    {case}</testcase>\n  </testsuite>\n"
    )


def _notices(notices: Sequence[Notice]) -> str:
    """A passing suite with what the reader must know about the check itself."""
    lines = _printed("\n".join(map(str, notices)))
    return (
        '  <testsuite name="redact" tests="1" failures="0" errors="0" skipped="0">\n'
        f'    <testcase name="notices" classname="redact"><system-out>{lines}</system-out>'
        "</testcase>\n  </testsuite>\n"
    )


def _attribute(value: str) -> str:
    return quoteattr(_storable(value))


def _printed(value: str) -> str:
    return escape(_storable(value))


def _storable(value: str) -> str:
    """The text with U+FFFD for the characters that XML 1.0 does not allow."""
    return "".join(c if _is_xml(c) else "\N{REPLACEMENT CHARACTER}" for c in value)


def _is_xml(character: str) -> bool:
    code = ord(character)
    return (
        code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or code >= 0x10000
    )
