"""``--since``: what changed between the records of two runs."""

from __future__ import annotations

import copy

import audit_records as invented

from redact.outputs import markdown
from redact.outputs.audit import make_report, read_report
from redact.outputs.audit.difference import compare


def test_nothing_changed() -> None:
    report = make_report(invented.sample(), since=invented.sample())
    assert report.difference is not None and report.difference.is_empty
    assert "Nothing has changed between the two runs." in markdown.render(report)


def test_without_an_earlier_run_nothing_is_said_of_one() -> None:
    assert "earlier run" not in markdown.render(make_report(invented.sample()))


def test_each_kind_of_change_is_reported() -> None:
    before = [invented.record("a.txt"), invented.full("b.txt"), invented.full("c.txt")]
    now = copy.deepcopy(before)
    now[0]["outcome"] = "not-released"
    now[0]["public"] = None
    now[0]["verification"] = {"result": "not-proved", "checks": []}
    now[0]["redactions"] = []
    now[0]["findings"] += [invented.finding(7), invented.finding(8)]
    now[1]["original"]["sha256"] = invented.digest("other")
    now[2] = invented.full("d.txt")
    found = compare(read_report(before), read_report(now))
    assert [(c.name, c.what, c.before, c.now) for c in found.changes] == [
        ("a.txt", "outcome", "released-in-part", "not-released"),
        ("a.txt", "verification", "proved", "not-proved"),
        ("a.txt", "withheld", "4", "0"),
        ("b.txt", "original_changed", "", "changed"),
        ("c.txt", "removed", "released-in-full", None),
        ("d.txt", "added", None, "released-in-full"),
    ]
    assert found.new == (("portion-above-banner", 2),)
    told = markdown.render(make_report(now, since=before))
    assert "portion-above-banner (2)" in told
    assert "| a.txt | Outcome | Released in part | Not released |" in told


def test_the_releasable_edition_shows_no_change_of_an_original() -> None:
    before, now = [invented.full("b.txt")], [invented.full("b.txt")]
    now[0]["original"]["sha256"] = invented.digest("other")
    found = make_report(now, since=before, edition="releasable").difference
    assert found is not None and found.is_empty


def test_a_document_not_released_is_never_named_by_its_file_in_the_releasable_edition() -> None:
    told = markdown.render(make_report([invented.gated()], since=[], edition="releasable"))
    assert "telegrams/gated.txt" not in told
