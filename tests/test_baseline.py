"""Baselines: findings stand for a time, come back with the text, and never go stale unseen."""

from __future__ import annotations

import datetime
import json
import tempfile
from pathlib import Path

import jsonschema
import pytest
from commands import CLEAN, redact
from conftest import ROOT
from finding_values import finding
from hypothesis import given
from hypothesis import strategies as st

from redact.findings import Finding
from redact.policy.baseline import Baseline, Entry
from redact.policy.baseline.file import dump_baseline, load_baseline
from redact.policy.baseline.passages import passage_digests
from redact.sources import Span
from redact.strict_yaml import MAX_BYTES, read_yaml

FILE = "redact-baseline.yaml"
LEAVE = ("--reason", "before our time", "--owner", "J. Roe", "--expires", "2027-06-30")
TODAY = ("--today", "2026-11-21")
SECRET_PORTION = CLEAN.replace("1. (U) The Marovian", "1. (S) The Marovian")


@pytest.fixture
def cables(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("REDACT_BASELINE_KEY", raising=False)
    (tmp_path / "cables").mkdir()
    (tmp_path / "cables" / "a.txt").write_text(SECRET_PORTION)
    return tmp_path


def written(*more: str) -> None:
    result = redact("baseline", "cables", *LEAVE, *TODAY, *more)
    assert result.exit_code == 0, result.stderr


def entries() -> list[dict[str, str]]:
    content = read_yaml(Path(FILE).read_bytes(), FILE)
    schema = json.loads((ROOT / "schemas" / "baseline.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(content)
    found: list[dict[str, str]] = content["findings"]
    return found


def notices(*more: str) -> list[str]:
    report = json.loads(redact("check", "cables", *TODAY, *more, "--format", "json").stdout)
    return [notice["what"] for notice in report["notices"]]


def test_a_large_baseline_is_read_and_a_larger_one_not_written(
    cables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from redact.policy.baseline import file

    written()
    monkeypatch.setattr(file, "MAX_BYTES", Path(FILE).stat().st_size)
    assert redact("check", "cables", *TODAY).exit_code == 0
    before = Path(FILE).read_bytes()
    monkeypatch.setattr(file, "MAX_BYTES", len(before) - 1)
    told = redact("check", "cables", *TODAY)
    assert (told.exit_code, "is larger than" in told.stderr) == (2, True)
    Path(FILE).unlink()
    result = redact("baseline", "cables", *LEAVE, *TODAY)
    assert (result.exit_code, "1 findings are more than a baseline" in result.stderr) == (2, True)
    assert not Path(FILE).exists()


def test_the_baseline_of_an_old_collection_is_read(cables: Path) -> None:
    entry = Entry(
        rule="portion-above-banner",
        document="cables/old.txt",
        content="0" * 32,
        reason="filed before checking began " * 50 + "here",
        owner="J. Roe",
        expires=datetime.date(2027, 6, 30),
    )
    many = Baseline("k" * 32, (entry,) * 3_000)
    text = dump_baseline(many, Path(FILE), Path(), keep_key=True)
    assert len(text) > MAX_BYTES
    assert len(read_yaml(text.encode(), FILE, most=len(text))["findings"]) == 3_000


def test_a_wrong_baseline_is_reported_before_any_document_is_read(
    cables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def read(*_: object) -> None:
        raise AssertionError("a document was read")

    Path(FILE).write_text("format: [")
    monkeypatch.setattr("redact.batch.inputs.Input.read", read)
    assert redact("check", "cables").exit_code == 2


def test_known_findings_stand_and_are_reported_as_waived(cables: Path) -> None:
    assert redact("check", "cables", *TODAY).exit_code == 1
    written()
    assert [entry["rule"] for entry in entries()] == ["portion-above-banner"]
    result = redact("check", "cables", *TODAY, "--format", "json")
    assert result.exit_code == 0
    (found,) = [f for f in json.loads(result.stdout)["findings"] if f["severity"] == "error"]
    assert found["waiver"] == {
        "reason": "before our time",
        "approver": "J. Roe",
        "expires": "2027-06-30",
    }


def test_what_is_in_the_baseline_is_not_called_waived(cables: Path) -> None:
    written()
    lines = redact("check", "cables", *TODAY)
    assert "portion-above-banner: portion is SECRET" in lines.stdout
    assert lines.stdout.count("(baseline)") == 1
    assert "1 in the baseline" in lines.stderr
    framed = redact("check", "cables", *TODAY, "--color", "always").stdout
    assert "= baseline: before our time (owner J. Roe, until 2027-06-30)" in framed
    report = json.loads(redact("check", "cables", *TODAY, "--format", "sarif").stdout)
    (suppressions,) = filter(None, (r["suppressions"] for r in report["runs"][0]["results"]))
    assert suppressions == [
        {
            "kind": "external",
            "status": "accepted",
            "justification": "before our time (owner J. Roe, until 2027-06-30)",
        }
    ]
    for form in ("human", "github", "gitlab", "junit"):
        assert "waived" not in redact("check", "cables", *TODAY, "--format", form).output


def test_a_new_finding_fails(cables: Path) -> None:
    written()
    (cables / "cables" / "b.txt").write_text(SECRET_PORTION)
    assert redact("check", "cables", *TODAY).exit_code == 1


def test_an_entry_outlives_text_put_elsewhere_and_other_line_ends(cables: Path) -> None:
    written()
    longer = SECRET_PORTION.replace("SUBJECT:", "REF: 18 VELMAR 0001\nSUBJECT:")
    moved = longer.replace("1. (S) The Marovian ", "1. (S) The Marovian\n")
    (cables / "cables" / "a.txt").write_bytes(moved.replace("\n", "\r\n").encode())
    assert redact("check", "cables", *TODAY, "--select", "portion").exit_code == 0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("1. (S) The Marovian", "1. (S) The other Marovian"),
        ("1. (S) The Marovian", "1. (TS) The Marovian"),
        ("C O N F I D E N T I A L", "UNCLAS"),
    ],
)
def test_a_finding_comes_back_when_what_it_speaks_of_changes(
    cables: Path, old: str, new: str
) -> None:
    written()
    (cables / "cables" / "a.txt").write_text(SECRET_PORTION.replace(old, new, 1))
    assert redact("check", "cables", *TODAY, "--select", "portion-above-banner").exit_code == 1
    assert any("no longer holds: the passage has changed" in told for told in notices())


def test_an_entry_whose_finding_is_gone_says_so(cables: Path) -> None:
    written()
    (cables / "cables" / "a.txt").write_text(CLEAN)
    assert notices() == [
        "the entry for portion-above-banner in cables/a.txt matches nothing: the finding is gone"
    ]
    result = redact("check", "cables", *TODAY)
    assert (result.exit_code, f"warning: {FILE}: the entry" in result.stderr) == (0, True)


def test_an_entry_whose_document_is_gone_says_so(cables: Path) -> None:
    written()
    (cables / "cables" / "a.txt").rename(cables / "cables" / "b.txt")
    assert any("names a document that is gone" in told for told in notices())


def test_an_entry_of_a_document_that_no_file_can_be_is_reported(cables: Path) -> None:
    written()
    for name in ("x" * 5000, "a" + chr(92) + "0b"):
        text = Path(FILE).read_text("utf-8")
        Path(FILE).write_text(text.replace("document: cables/a.txt", f'document: "{name}"'))
        result = redact("check", "cables", *TODAY)
        assert (result.exit_code, "names a document that is gone" in result.stderr) == (1, True)
        Path(FILE).write_text(text)


def test_nothing_is_said_of_what_was_not_looked_at(cables: Path) -> None:
    (cables / "cables" / "b.txt").write_text(SECRET_PORTION)
    written()
    (cables / "cables" / "b.txt").write_text(CLEAN)
    result = redact("check", "cables/a.txt", *TODAY)
    assert (result.exit_code, "warning" in result.stderr.split("0 warnings")[0]) == (0, False)
    assert "matches nothing" not in redact("check", "cables", "--ignore", "C").stderr


def test_an_entry_expires_and_says_so(cables: Path) -> None:
    written()
    assert redact("check", "cables", "--today", "2027-06-30").exit_code == 0
    result = redact("check", "cables", "--today", "2027-07-01")
    assert result.exit_code == 1
    assert "expired on 2027-06-30 (owner: J. Roe)" in result.stderr


def test_writing_again_needs_force_and_keeps_what_still_serves(cables: Path) -> None:
    written()
    (cables / "cables" / "b.txt").write_text(SECRET_PORTION)
    refused = redact("baseline", "cables", *LEAVE, *TODAY)
    assert (refused.exit_code, "already exists" in refused.stderr) == (2, True)
    later = ("--reason", "found later", "--owner", "A. Poe", "--expires", "2027-01-31")
    result = redact("baseline", "cables", *later, *TODAY, "--force")
    assert result.stderr == f"{FILE}: 1 new, 1 kept, 0 dropped\n"
    assert [(e["document"], e["owner"]) for e in entries()] == [
        ("cables/a.txt", "J. Roe"),
        ("cables/b.txt", "A. Poe"),
    ]


def test_writing_again_for_a_part_keeps_the_rest(cables: Path) -> None:
    (cables / "cables" / "b.txt").write_text(SECRET_PORTION)
    written()
    (cables / "cables" / "b.txt").write_text(CLEAN)
    redact("baseline", "cables/b.txt", *LEAVE, *TODAY, "--force")
    assert [entry["document"] for entry in entries()] == ["cables/a.txt"]


def test_the_same_is_written_again(cables: Path) -> None:
    written()
    before = (cables / FILE).read_bytes()
    written("--force")
    assert (cables / FILE).read_bytes() == before


def test_it_is_honoured_from_another_folder(cables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written()
    monkeypatch.chdir(cables / "cables")
    assert redact("check", "a.txt", *TODAY).exit_code == 1
    assert redact("check", "a.txt", *TODAY, "--baseline", f"../{FILE}").exit_code == 0


# -- the key -------------------------------------------------------------------------------------


def test_no_file_can_be_matched_by_one_who_does_not_know_the_key(
    cables: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("REDACT_BASELINE_KEY", "correct horse")
    written()
    assert "correct horse" not in (cables / FILE).read_text()
    first = entries()
    assert redact("check", "cables", *TODAY).exit_code == 0
    monkeypatch.setenv("REDACT_BASELINE_KEY", "another")
    assert redact("check", "cables", *TODAY).exit_code == 1
    written("-o", "other.yaml")
    other = read_yaml((cables / "other.yaml").read_bytes(), "other.yaml")["findings"]
    assert first[0]["content"] != other[0]["content"]


def test_a_missing_key_is_reported(cables: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("REDACT_BASELINE_KEY", "correct horse")
    written()
    monkeypatch.delenv("REDACT_BASELINE_KEY")
    result = redact("check", "cables", *TODAY)
    assert (result.exit_code, "REDACT_BASELINE_KEY, which is not set" in result.stderr) == (2, True)


def test_two_baselines_do_not_share_a_key(cables: Path) -> None:
    written()
    written("-o", "other.yaml")
    keys = {read_yaml(Path(name).read_bytes(), name)["key"] for name in (FILE, "other.yaml")}
    assert len(keys) == 2


# -- wrong words ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--reason", "x", "--owner", "y"), "missing option '--expires'"),
        (("--owner", "y", "--expires", "2027-01-01"), "missing option '--reason'"),
        (("--reason", "x", "--owner", "y", "--expires", "2026-11-20"), "has passed"),
        (("--reason", " ", "--owner", "y", "--expires", "2027-01-01"), "--reason: must not be"),
        (
            ("--reason", "x", "--owner", "\udcff", "--expires", "2027-01-01"),
            "--owner: is not UTF-8",
        ),
    ],
)
def test_leave_needs_reason_owner_and_a_day_to_come(
    cables: Path, arguments: tuple[str, ...], told: str
) -> None:
    result = redact("baseline", "cables", *arguments, *TODAY)
    assert (result.exit_code, told in result.stderr) == (2, True)
    assert not (cables / FILE).exists()


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("  owner: J. Roe\n", "", "$.findings[0]: the key 'owner' is missing"),
        ("  owner:", "  onwer:", "did you mean 'owner'?"),
        ("'2027-06-30'", "'2027-02-30'", "$.findings[0].expires: there is no day"),
        ("redact/baseline/v1", "redact/baseline/v9", "$.format"),
        ("before our time", "''", "$.findings[0].reason: "),
        ("before our time", "' '", "$.findings[0].reason: "),
    ],
)
def test_mistakes_in_the_file_are_reported_where_they_stand(
    cables: Path, old: str, new: str, told: str
) -> None:
    written()
    (cables / FILE).write_text((cables / FILE).read_text().replace(old, new))
    result = redact("check", "cables", *TODAY)
    assert (result.exit_code, told in result.stderr) == (2, True), result.stderr


def test_the_findings_below_a_baseline_can_be_seen(cables: Path) -> None:
    written()
    assert redact("check", "cables", *TODAY, "--baseline", "none").exit_code == 1


def test_a_baseline_that_was_named_must_be_there(cables: Path) -> None:
    result = redact("check", "cables", "--baseline", "absent.yaml")
    assert (result.exit_code, "absent.yaml: no such file" in result.stderr) == (2, True)


# -- laws ----------------------------------------------------------------------------------------


def finding_at(start: int, end: int) -> Finding:
    return finding("portion-unknown", span=Span(start, end))


WORDS = st.text("ab \n\r\t", max_size=30)


@given(before=WORDS, passage=st.text("ab ", min_size=1, max_size=9), after=WORDS)
def test_a_digest_is_of_the_passage_alone(before: str, passage: str, after: str) -> None:
    alone = passage_digests([finding_at(0, len(passage))], passage, "key")
    text = f"{before}\n\n{passage}\n\n{after}"
    start = len(before) + 2
    within = passage_digests([finding_at(start, start + len(passage))], text, "key")
    if passage.strip():
        assert within == alone


@given(text=WORDS, data=st.data())
def test_every_place_has_a_digest_and_equals_differ(text: str, data: st.DataObject) -> None:
    starts = data.draw(st.lists(st.integers(0, len(text)), max_size=6))
    findings = [finding_at(start, start) for start in sorted(starts)]
    digests = passage_digests(findings, text, "key")
    assert len(digests) == len(findings) == len(set(digests))


NAMES = st.text("ab .-#:'\"\u0436\u2028", min_size=1, max_size=8).filter(
    lambda name: Path(name).as_posix() == name and name not in (".", "..")
)
SENTENCES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(
    str.strip
)


@given(document=NAMES, reason=SENTENCES, owner=SENTENCES)
def test_what_is_written_is_read_again(document: str, reason: str, owner: str) -> None:
    entry = Entry(
        rule="portion-unknown",
        document=document,
        content="0" * 32,
        reason=reason,
        owner=owner,
        expires=datetime.date(2027, 6, 30),
    )
    baseline = Baseline("key", (entry,))
    with tempfile.TemporaryDirectory() as folder:
        path, working = Path(folder, "below", FILE), Path(folder)
        path.parent.mkdir()
        path.write_text(dump_baseline(baseline, path, working, keep_key=True), "utf-8")
        assert load_baseline(path, working, {}) == baseline


def test_a_waiver_may_be_bound_to_the_content(cables: Path) -> None:
    document = cables / "cables" / "a.txt"
    digest = json.loads(redact("check", "cables", "--format", "json").stdout)["documents"][0]
    (cables / "waivers.yaml").write_text(
        "waivers:\n  - rule: portion-above-banner\n    document: cables/a.txt\n"
        f"    sha256: {digest['sha256'].upper()}\n    reason: known slip\n"
        "    approver: J. Roe\n    expires: 2026-12-31\n"
    )
    assert redact("check", "cables", *TODAY).exit_code == 0
    document.write_text(SECRET_PORTION + "\n")
    result = redact("check", "cables", *TODAY)
    assert result.exit_code == 1
    assert "no longer holds: the document has changed" in result.stderr


def test_a_waiver_that_waives_nothing_says_so(cables: Path) -> None:
    (cables / "waivers.yaml").write_text(
        "waivers:\n  - rule: decl-missing\n    document: cables/a.txt\n    reason: known slip\n"
        "    approver: J. Roe\n    expires: 2026-12-31\n"
    )
    told = "warning: waivers.yaml: the waiver of decl-missing for cables/a.txt matches nothing"
    assert told in redact("check", "cables", *TODAY).stderr
    assert "matches nothing" not in redact("check", "cables", *TODAY, "--ignore", "E").stderr


@pytest.mark.parametrize("expires", ["2026-12-31", "2026-11-20"])
def test_no_notice_shows_the_hash_a_waiver_names(cables: Path, expires: str) -> None:
    report = json.loads(redact("check", "cables", "--format", "json").stdout)
    digest = report["documents"][0]["sha256"]
    (cables / "waivers.yaml").write_text(
        f"waivers:\n  - rule: decl-missing\n    document: {digest}\n    reason: known slip\n"
        f"    approver: J. Roe\n    expires: {expires}\n"
    )
    (told,) = notices()
    assert "the waiver of decl-missing for " in told
    assert digest not in told
