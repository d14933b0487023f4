"""Machine formats keep their standards and their hosts' limits, and never hold document text."""

from __future__ import annotations

import dataclasses
import datetime
import json as stdlib_json
import zlib
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import jsonschema
import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from test_outputs import REPORT, WAIVER, finding_above_banner, ran

from redact.batch.check import CheckSettings, Outcomes, check_source, report_of, rules_of
from redact.findings import Label, Notice, Report, Severity, Unexamined
from redact.findings.fingerprint import with_fingerprints
from redact.outputs import github, gitlab, human, json, json_lines, junit, sarif
from redact.outputs.junit import RulesOf
from redact.sources import Source, Span

AS_OF = datetime.date(2026, 11, 21)
WRONG = (ROOT / "examples" / "02-everything-wrong.txt").read_text("utf-8")


def every_format(report: Report, ran: RulesOf) -> dict[str, str]:
    return {
        "json": json.render(report),
        "jsonl": "".join(json_lines.pieces(report)),
        "sarif": sarif.render(report),
        "junit": junit.render(report, ran, fail_on=Severity.NOTE),
        "github": github.render(report),
        "gitlab": gitlab.render(report),
        "lines": "".join(human.pieces(report)),
    }


def checked(text: str) -> tuple[Report, RulesOf]:
    settings_ = CheckSettings(as_of=AS_OF)
    outcome = check_source(settings_, Source.from_text(text, "tray/a.txt"))
    return report_of(settings_, Outcomes([outcome])), partial(rules_of, settings_)


def with_findings(*findings: Any, **changes: Any) -> Report:
    return dataclasses.replace(REPORT, findings=findings, errors=(), notices=(), **changes)


# -- no text of the document ---------------------------------------------------------------------

HIDING_PLACES = {
    "paragraph": lambda text, word: text.replace("1. (", f"1. (U) {word} came.\n\n2. (", 1),
    "mark": lambda text, word: text.replace("1. (", f"1. ({word}) It rained.\n\n2. (", 1),
    "half a mark": lambda text, word: text.replace("1. (", f"1. (S//{word}) It rained.\n\n2. (", 1),
    "subject": lambda text, word: text.replace("SUBJECT: ", f"SUBJECT: {word} "),
    "banner": lambda text, word: f"SECRET//{word}\n{text}",
    "caption": lambda text, word: text.replace("SIPDIS", f"SIPDIS {word}"),
    "tags": lambda text, word: text.replace("TAGS: ", f"TAGS: {word}, "),
    "reference": lambda text, word: text.replace("REF: ", f"REF: {word} 0012 "),
    "classified by": lambda text, word: f"{text}\nClassified By: {word}, Reason: {word}\n",
    "instruction": lambda text, word: f"{text}\nDeclassify On: {word}\n",
    "addressee": lambda text, word: f"FM AMEMBASSY {word}\nTO RUEHC/{word}\n{text}",
    "signature": lambda text, word: f"{text}\n{word}\n",
}


@given(
    place=st.sampled_from(sorted(HIDING_PLACES)),
    word=st.text("QXZJKVW", min_size=7, max_size=12),
)
def test_no_machine_format_holds_text_of_the_document(place: str, word: str) -> None:
    report, ran = checked(HIDING_PLACES[place](WRONG, word))
    assert report.findings
    for name, rendered in every_format(report, ran).items():
        assert word.lower() not in rendered.lower(), f"{name} tells what stands in the {place}"


def test_no_machine_format_holds_five_words_of_a_real_telegram(shared: Path) -> None:
    for path in sorted((shared / "corpus" / "telegrams").glob("*.txt"))[::8]:
        text = path.read_text("utf-8", "replace")
        report, ran = checked(text)
        told = {" ".join(rendered.split()) for rendered in every_format(report, ran).values()}
        words = text.split()
        runs = {" ".join(words[at : at + 5]) for at in range(len(words) - 4)}
        assert not [run for run in runs if len(run) > 20 and any(run in page for page in told)]


def test_only_json_names_a_document_by_its_hash() -> None:
    # With the public copy at hand the hash tells whether a name tried in the gap is right.
    report, ran = checked(WRONG)
    (document,) = report.documents
    telling = {name for name, text in every_format(report, ran).items() if document.sha256 in text}
    assert telling == {"json"}


# -- fingerprints --------------------------------------------------------------------------------


def fingerprints(text: str) -> list[str]:
    return [f.fingerprint for f in checked(text)[0].findings]


def test_fingerprints_outlive_text_inserted_above() -> None:
    shifted = WRONG.replace("SUBJECT: ", "SUBJECT: A LONGER ")
    assert fingerprints(shifted) == fingerprints(WRONG)
    assert len(set(fingerprints(WRONG))) == len(fingerprints(WRONG)) > 3


def test_fingerprints_do_not_depend_on_the_words() -> None:
    # Else who holds the public copy could try names in the gap until the fingerprint agrees.
    assert fingerprints(WRONG.replace("lemonade", "gunpowder")) == fingerprints(WRONG)
    assert "lemonade" in WRONG


def test_equal_findings_of_a_document_have_fingerprints_of_their_own() -> None:
    first, second = with_fingerprints(
        [finding_above_banner(Severity.ERROR), finding_above_banner(Severity.ERROR)]
    )
    assert first.fingerprint != second.fingerprint
    elsewhere = dataclasses.replace(first, path="tray/other.txt")
    assert with_fingerprints([elsewhere])[0].fingerprint != first.fingerprint


# -- SARIF ---------------------------------------------------------------------------------------


def sarif_run(report: Report) -> dict[str, Any]:
    (run,) = stdlib_json.loads(sarif.render(report))["runs"]
    return run  # type: ignore[no-any-return]


def many(number: int, severity: Severity, **changes: Any) -> list[Any]:
    one = dataclasses.replace(finding_above_banner(severity), **changes)
    return [dataclasses.replace(one, path=f"tray/{severity}{at}.txt") for at in range(number)]


def test_sarif_keeps_the_standard(shared: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MAX_RESULTS", 50)
    schema = stdlib_json.loads((shared / "standards" / "sarif-schema-2.1.0.json").read_text())
    validator = jsonschema.Draft7Validator(schema)
    odd = dataclasses.replace(
        finding_above_banner(Severity.NOTE), path="tray/a b#c%\u0436\\udcff.txt"
    )
    for report in (
        REPORT,
        with_findings(),
        with_findings(odd),
        with_findings(*many(sarif.MAX_RESULTS + 1, Severity.NOTE)),
        checked(WRONG)[0],
    ):
        validator.validate(stdlib_json.loads(sarif.render(report)))


def test_sarif_keeps_the_gravest_results_and_says_what_it_left_out() -> None:
    notes = many(sarif.MAX_RESULTS, Severity.NOTE)
    waived = many(3, Severity.ERROR, waiver=WAIVER)
    errors = many(2, Severity.ERROR)
    run = sarif_run(with_findings(*notes, *waived, *errors))
    assert len(run["results"]) == sarif.MAX_RESULTS
    assert sum(result["level"] == "error" for result in run["results"]) == 2
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"].startswith("5 findings of lower severity were left out")


def test_sarif_is_no_larger_than_its_host_takes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MAX_BYTES", 20_000)
    report = with_findings(*many(2000, Severity.NOTE), *many(3, Severity.ERROR))
    rendered = sarif.render(report)
    assert len(zlib.compress(rendered.encode())) <= 20_000
    (run,) = stdlib_json.loads(rendered)["runs"]
    assert sum(result["level"] == "error" for result in run["results"]) == 3
    (told,) = run["invocations"][0]["toolExecutionNotifications"]
    assert told["message"]["text"].startswith(f"{2003 - len(run['results'])} findings")


def test_sarif_says_what_it_can_when_nothing_fits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sarif, "MAX_BYTES", 10)
    assert sarif_run(with_findings(finding_above_banner(Severity.ERROR)))["results"] == []


def test_sarif_links_related_places_so_that_they_are_shown() -> None:
    labels = tuple((Label(Span(0, 1), f"[place] {at}"), (1, 1), (1, 2)) for at in range(150))
    (result,) = sarif_run(
        with_findings(dataclasses.replace(finding_above_banner(Severity.ERROR), related=labels))
    )["results"]
    assert [place["id"] for place in result["relatedLocations"]] == list(range(1, 101))
    assert "[\\[place\\] 0](1)" in result["message"]["text"]


def test_sarif_suppresses_what_is_waived_and_nothing_else() -> None:
    failing, waived = sarif_run(REPORT)["results"]
    assert failing["suppressions"] == []
    (suppression,) = waived["suppressions"]
    assert suppression["justification"] == "known slip, 100% harmless (J. Roe, until 2027-01-01)"


def test_sarif_has_few_tags_and_a_help_page_for_each_rule() -> None:
    rules = sarif_run(checked(WRONG)[0])["tool"]["driver"]["rules"]
    assert len(rules) > 3
    for rule in rules:
        assert len(rule["properties"]["tags"]) <= 10
        assert "## Why" in rule["help"]["markdown"]
        assert rule["fullDescription"]["text"] != rule["shortDescription"]["text"]


# -- JUnit ---------------------------------------------------------------------------------------


def junit_tree(report: Report, fail_on: Severity = Severity.ERROR) -> ElementTree.Element:
    return ElementTree.fromstring(junit.render(report, ran, fail_on=fail_on))


def test_junit_has_a_suite_per_document_and_a_case_per_rule_that_ran() -> None:
    root = junit_tree(REPORT)
    assert [suite.get("name") for suite in root] == ["tray/pump.txt", "tray/scan.pdf", "redact"]
    assert [case.get("name") for case in root[0]] == ["class-missing", "portion-above-banner"]
    assert {key: root.get(key) for key in ("tests", "failures", "errors", "skipped")} == {
        "tests": "4",
        "failures": "1",
        "errors": "1",
        "skipped": "0",
    }


def test_junit_puts_the_notices_in_a_case_that_passes() -> None:
    assert "waivers.yaml: the waiver of" in (junit_tree(REPORT)[2].findtext(".//system-out") or "")


def test_junit_skips_what_is_waived_with_the_reason() -> None:
    root = junit_tree(with_findings(finding_above_banner(Severity.ERROR, WAIVER)))
    assert root[0].get("skipped") == "1"
    assert root.find(".//skipped").get("message").startswith("known slip, 100% harmless")  # type: ignore[union-attr]


def test_junit_fails_a_case_that_is_waived_only_in_part() -> None:
    root = junit_tree(
        with_findings(
            finding_above_banner(Severity.ERROR), finding_above_banner(Severity.ERROR, WAIVER)
        )
    )
    assert (root[0].get("failures"), root[0].get("skipped")) == ("1", "0")
    root = junit_tree(
        with_findings(
            finding_above_banner(Severity.NOTE), finding_above_banner(Severity.ERROR, WAIVER)
        )
    )
    assert (root[0].get("failures"), root[0].get("skipped")) == ("0", "0")


def test_junit_shows_what_is_below_the_threshold_without_failing() -> None:
    report = with_findings(finding_above_banner(Severity.WARNING))
    assert junit_tree(report).get("failures") == "0"
    assert "portion is SECRET" in (junit_tree(report).findtext(".//system-out") or "")
    assert junit_tree(report, Severity.WARNING).get("failures") == "1"


@given(st.text(max_size=40))
def test_junit_is_xml_whatever_a_path_or_reason_holds(text: str) -> None:
    waiver = dataclasses.replace(WAIVER, reason=text)
    report = with_findings(finding_above_banner(Severity.ERROR, waiver))
    rendered = junit.render(
        dataclasses.replace(report, errors=(Unexamined(text, text),)), ran, fail_on=Severity.ERROR
    )
    ElementTree.fromstring(rendered.encode("utf-8"))


# -- GitHub --------------------------------------------------------------------------------------


@given(st.text(max_size=40))
def test_github_prints_one_command_a_line_whatever_a_path_holds(text: str) -> None:
    report = with_findings(dataclasses.replace(finding_above_banner(Severity.ERROR), path=text))
    (row,) = github.render(report).split("\n")[:-1]
    properties = row.removeprefix("::error ").split("::", 1)[0].split(",")
    assert [part.split("=", 1)[0] for part in properties] == [
        *("file", "line", "endLine", "col", "endColumn", "title")
    ]


def test_github_says_when_it_shows_less_than_the_log() -> None:
    assert "GitHub shows" not in github.render(with_findings(*many(10, Severity.ERROR)))
    rendered = github.render(with_findings(*many(11, Severity.ERROR), *many(3, Severity.NOTE)))
    assert rendered.count("\n::error ") == 10
    assert rendered.endswith("GitHub shows 10 of each level for a step; this log holds 11 errors\n")


# -- GitLab --------------------------------------------------------------------------------------

CODE_QUALITY = {  # the shape in GitLab's manual, "Code Quality report format"
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "location", "severity"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!/|\\./)."},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


@pytest.mark.parametrize("report", [REPORT, with_findings(), checked(WRONG)[0]])
def test_gitlab_keeps_the_documented_shape(report: Report) -> None:
    issues = stdlib_json.loads(gitlab.render(report))
    jsonschema.validate(issues, CODE_QUALITY)
    placed = [notice for notice in report.notices if notice.path]
    assert len(issues) == len(list(report.findings)) + len(report.errors) + len(placed)


def test_gitlab_fingerprints_are_unique_in_a_report() -> None:
    report = dataclasses.replace(
        checked(WRONG)[0],
        errors=(Unexamined("a.pdf", "is a PDF"), Unexamined("b.pdf", "is a PDF")),
        notices=(Notice("expired", "waivers.yaml"), Notice("unused", "waivers.yaml")),
    )
    names = [issue["fingerprint"] for issue in stdlib_json.loads(gitlab.render(report))]
    assert len(set(names)) == len(names)


# -- JSON ----------------------------------------------------------------------------------------


def schema_of(name: str) -> jsonschema.Draft202012Validator:
    schema = stdlib_json.loads((ROOT / "schemas" / name).read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_json_lines_are_the_findings_of_json_one_a_line() -> None:
    rows = [stdlib_json.loads(row) for row in json_lines.pieces(REPORT)]
    for row in rows:
        schema_of("finding-line.schema.json").validate(row)
    whole = stdlib_json.loads(json.render(REPORT))
    told = [{k: v for k, v in row.items() if k != "type"} for row in rows]
    assert told == whole["findings"] + whole["errors"] + whole["notices"]


def test_json_lines_come_one_at_a_time() -> None:
    rows = json_lines.pieces(REPORT)
    assert stdlib_json.loads(next(rows))["type"] == "finding"


@pytest.mark.parametrize(
    "render", [json.render, sarif.render, gitlab.render], ids=["json", "sarif", "gitlab"]
)
def test_a_lone_surrogate_in_a_path_is_written_as_an_escape(
    render: Callable[[Report], str],
) -> None:
    odd = dataclasses.replace(finding_above_banner(Severity.ERROR), path="tray/\udcff.txt")
    stdlib_json.loads(render(with_findings(odd)).encode("utf-8"))
