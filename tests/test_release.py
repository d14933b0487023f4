"""The main job: check, withhold, write, prove, record, report. Loads the language model."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest
from click.testing import Result
from commands import EXAMPLES, TODAY, files, redact
from conftest import ROOT

from redact.cli.earlier import MOST, print_left_over
from redact.redaction import apply as apply_module


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Result]:
    """The examples released once, for all tests that only look at the outcome."""
    out = tmp_path_factory.mktemp("release") / "out"
    return out, redact("release", EXAMPLES, "-o", out, *TODAY)


def records(out: Path) -> list[dict]:  # type: ignore[type-arg]
    return [json.loads(p.read_bytes()) for p in sorted((out / "internal").glob("*.record.json"))]


def test_examples_are_released_but_for_the_one_that_contradicts_itself(
    released: tuple[Path, Result],
) -> None:
    out, result = released
    assert result.exit_code == 1
    assert sorted(p.name for p in (out / "public").iterdir()) == sorted(
        p.name for p in EXAMPLES.glob("*.txt") if p.name != "02-everything-wrong.txt"
    )
    assert "not released: " in result.stderr
    assert "portion-above-banner" in result.stderr


def test_every_record_keeps_its_promise_and_is_proved(released: tuple[Path, Result]) -> None:
    schema = json.loads((ROOT / "schemas" / "audit-record.schema.json").read_text())
    for record in records(released[0]):
        jsonschema.Draft202012Validator(schema).validate(record)
        if record["outcome"] != "not-released":
            assert record["verification"]["result"] == "proved"


def test_records_are_a_chain_in_order_of_path(released: tuple[Path, Result]) -> None:
    previous = None
    for path in sorted((released[0] / "internal").glob("*.record.json")):
        data = path.read_bytes()
        assert json.loads(data)["previous"] == previous
        previous = hashlib.sha256(data).hexdigest()


def test_no_name_survives_in_any_copy_and_no_text_in_any_internal_file(
    released: tuple[Path, Result],
) -> None:
    out, _ = released
    names = (
        "OSTRANDER",
        "HOLLENBECK",
        "VANDERSLOOT",
        "LINDQVARN",
        "FROBISHER",
        "KORNWALL",
        "ALMSTEAD",
        "TVEITANE",
        "ALDENHAM",
        "MERRIDEW",
        "IVERDALE",
        "OYELARAN",
        "BRANDWYCK",
    )
    words = ("lemonade", "hatchery pumps", "biscuits", "flower pot")
    for name, data in files(out).items():
        if name.endswith(".pdf"):
            continue
        text = data.decode().upper()
        assert not [n for n in names if n in text], name
        if name.startswith("internal"):
            assert not [w for w in words if w.upper() in text], name


def test_the_public_folder_holds_no_hash_of_an_original(released: tuple[Path, Result]) -> None:
    out, _ = released
    copies = files(out / "public").values()
    assert copies and not any(re.search(rb"[0-9a-f]{32}", data) for data in copies)


def test_the_copy_differs_from_the_original_only_where_the_record_says(
    released: tuple[Path, Result],
) -> None:
    out, _ = released
    for record in records(out):
        if record["public"] is None:
            continue
        name = record["original"]["name"]
        text = (EXAMPLES / name).read_text()
        changes = [(r["start"], r["end"], r["label"]) for r in record["redactions"]]
        changes += [(e["start"], e["end"], e["text"]) for e in record["edits"]]
        for start, end, label in sorted(changes, reverse=True):
            text = text[:start] + label + text[end:]
        assert (out / "public" / name).read_text() == text


def test_verify_proves_a_copy_and_finds_a_planted_name(
    released: tuple[Path, Result], tmp_path: Path
) -> None:
    out, _ = released
    name = "05-quoted-note.txt"
    record = out / "internal" / f"{name}.record.json"
    good = redact(
        "verify", out / "public" / name, "--record", record, "--original", EXAMPLES / name
    )
    assert good.exit_code == 0
    half = redact("verify", out / "public" / name, "--record", record)
    assert (half.exit_code, "not proved: original absent" in half.stdout) == (3, True)
    other = redact("verify", out / "public" / name, "--record", record, "--original", record)
    assert other.exit_code == 1
    assert other.stderr == f"note: the record is of the document '{name}'\n"
    planted = tmp_path / name
    planted.write_text((out / "public" / name).read_text() + "\nL I N D Q V A R N\n")
    bad = redact("verify", planted, "--record", record, "--original", EXAMPLES / name)
    assert bad.exit_code == 4
    assert "LINDQVARN" not in bad.stdout.upper()


def test_a_slip_in_a_plan_file_is_shown_at_its_place(tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    name = "01-clean.txt"
    assert redact("plan", EXAMPLES / name, *TODAY, "-o", plan).exit_code == 0
    whole = plan.read_text()
    slips = {
        ('"withhold",', '"withold",'): f"{name}: items[0].decision: decision is not one of",
        ('"withhold",', '"withhold"'): ":11: is not JSON from here on",
        ('"withhold",', '"withhold", "decision": "release",'): "holds a key twice",
    }
    for (right, wrong), said in slips.items():
        plan.write_text(whole.replace(right, wrong, 1))
        refused = redact("apply", EXAMPLES / name, *TODAY, "--plan", plan, "-o", tmp_path / "out")
        assert refused.exit_code == 2
        assert said in refused.stderr and "correct it there" in refused.stderr
        assert not (tmp_path / "out").exists()


def test_audit_prints_the_report_of_the_release_again(
    released: tuple[Path, Result], tmp_path: Path
) -> None:
    out, _ = released
    assert redact("audit", out / "internal", "-o", tmp_path / "audit.pdf").exit_code == 0
    assert (tmp_path / "audit.pdf").read_bytes() == (out / "internal" / "audit.pdf").read_bytes()


def test_a_leak_ends_with_4_and_its_copy_is_not_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = apply_module.apply_plan

    def careless(source, plan):  # type: ignore[no-untyped-def]
        return honest(source, plan) + "\n(cc: Hollenbeck)\n"

    monkeypatch.setattr("redact.redaction.publish.apply_plan", careless)
    out = tmp_path / "out"
    result = redact("release", EXAMPLES / "01-clean.txt", "-o", out, *TODAY)
    assert result.exit_code == 4
    assert not files(out / "public")
    assert "leak: " in result.stderr
    assert "Hollenbeck" not in result.output


def test_outputs_are_not_replaced_without_force(tmp_path: Path) -> None:
    out = tmp_path / "out"
    arguments = ("apply", EXAMPLES / "01-clean.txt", "-o", out, *TODAY)
    assert redact(*arguments).exit_code == 0
    before = files(out)
    assert redact(*arguments).exit_code == 2
    assert files(out) == before
    assert redact(*arguments, "--force").exit_code == 0
    assert files(out) == before


def test_an_output_inside_the_input_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text((EXAMPLES / "01-clean.txt").read_text())
    result = redact("release", tmp_path, "-o", tmp_path / "out")
    assert (result.exit_code, "inside the input" in result.stderr) == (2, True)
    assert [p.name for p in tmp_path.iterdir()] == ["a.txt"]


def test_a_stale_public_copy_does_not_outlive_its_verdict(tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text((EXAMPLES / "01-clean.txt").read_text())
    out = tmp_path / "out"
    assert redact("apply", document, "-o", out, *TODAY).exit_code == 0
    document.write_text(document.read_text().replace("2. (C)", "2. (S)"))
    assert redact("apply", document, "-o", out, *TODAY, "--force").exit_code == 1
    assert not (out / "public" / "a.txt").exists()


def test_a_stale_public_copy_does_not_outlive_a_document_that_cannot_be_read(
    tmp_path: Path,
) -> None:
    document = tmp_path / "a.txt"
    document.write_text((EXAMPLES / "01-clean.txt").read_text())
    out = tmp_path / "out"
    assert redact("apply", document, "-o", out, *TODAY).exit_code == 0
    document.write_bytes(b"%PDF-1.7 " + document.read_bytes())
    assert redact("apply", document, "-o", out, *TODAY, "--force").exit_code == 3
    assert not [path for path in out.rglob("*a.txt*") if path.is_file()]


def test_copies_of_an_earlier_run_are_reported(tmp_path: Path) -> None:
    out = tmp_path / "out"
    first, second = EXAMPLES / "01-clean.txt", EXAMPLES / "07-noforn.txt"
    assert redact("apply", first, "-o", out, *TODAY).exit_code == 0
    result = redact("apply", second, "-o", out, *TODAY, "-q")
    told = [line for line in result.stderr.splitlines() if "earlier run" in line]
    assert len(told) == 1 and told[0].endswith("public/01-clean.txt")
    assert "07-noforn" not in told[0]


def test_of_many_copies_of_an_earlier_run_the_number_is_reported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "public").mkdir()
    for number in range(MOST + 3):
        (tmp_path / "public" / f"{number:02}.txt").write_text("UNCLAS\n")
    print_left_over(tmp_path, ())
    *named, rest = capsys.readouterr().err.splitlines()
    assert [line[-6:] for line in named] == [f"{number:02}.txt" for number in range(MOST)]
    assert rest == "and 3 more from an earlier run"


def test_a_plan_is_applied_as_the_reviewer_left_it(tmp_path: Path) -> None:
    document = EXAMPLES / "06-sbu.txt"
    plan = tmp_path / "plan.json"
    assert redact("plan", document, "-o", plan, *TODAY).exit_code == 0
    content = json.loads(plan.read_text())
    schema = json.loads((ROOT / "schemas" / "plan.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(content)
    text = document.read_text()
    signature = text.rindex("OSTRANDER")
    for item in content["documents"][0]["items"]:
        if item["start"] == signature:
            item |= {"decision": "release", "decided_by": "J. Roe"}
    plan.write_text(json.dumps(content))
    out = tmp_path / "out"
    assert redact("apply", document, "--plan", plan, "-o", out, *TODAY).exit_code == 0
    copy = (out / "public" / "06-sbu.txt").read_text()
    assert copy.rstrip().endswith("OSTRANDER")
    assert "KORNWALL" not in copy.upper()
    whole = tmp_path / "whole"
    assert redact("release", document, "--plan", plan, "-o", whole, *TODAY).exit_code == 0
    assert files(whole / "public") == files(out / "public")
    again = redact("apply", document, "--plan", plan, "-o", whole, "--force", *TODAY)
    told = [line for line in again.stderr.splitlines() if "of an earlier release" in line]
    reports = ("audit.pdf", "findings-public.json", "findings.json")
    assert [line.rsplit("/")[-1] for line in told] == list(reports)


def test_a_stale_plan_ends_with_2_and_writes_nothing(tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text((EXAMPLES / "06-sbu.txt").read_text())
    plan = tmp_path / "plan.json"
    assert redact("plan", document, "-o", plan, *TODAY).exit_code == 0
    document.write_text(document.read_text() + "\n")
    result = redact("apply", document, "--plan", plan, "-o", tmp_path / "out", *TODAY)
    assert (result.exit_code, str(plan) in result.stderr) == (2, True)
    assert not (tmp_path / "out").exists()


def test_a_plan_that_does_not_fit_leaves_an_earlier_release_as_it_was(tmp_path: Path) -> None:
    document, plan, out = tmp_path / "a.txt", tmp_path / "plan.json", tmp_path / "out"
    document.write_text((EXAMPLES / "06-sbu.txt").read_text())
    redact("plan", document, "-o", plan, *TODAY)
    assert redact("release", document, "-o", out, *TODAY).exit_code == 0
    before = files(out)
    plan.write_text(plan.read_text().replace('"withhold"', '"ask"'))
    result = redact("apply", document, "--plan", plan, "-o", out, "--force", *TODAY)
    assert (result.exit_code, "undecided" in result.stderr) == (2, True)
    assert files(out) == before


def test_an_unreadable_document_does_not_stop_the_others(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_bytes(b"%PDF-1.7")
    (tmp_path / "in" / "b.txt").write_text((EXAMPLES / "01-clean.txt").read_text())
    out = tmp_path / "out"
    assert redact("release", tmp_path / "in", "-o", out, *TODAY).exit_code == 3
    assert [p.name for p in (out / "public").iterdir()] == ["b.txt"]
    assert (out / "internal" / "audit.pdf").is_file()


def test_names_prints_no_name_unless_asked(tmp_path: Path) -> None:
    document = EXAMPLES / "05-quoted-note.txt"
    shape = json.loads(redact("names", document, "--format", "json").stdout)
    schema = json.loads((ROOT / "schemas" / "mentions.schema.json").read_text())
    jsonschema.Draft202012Validator(schema).validate(shape)
    text = document.read_text()
    found = {text[m["start"] : m["end"]] for m in shape["documents"][0]["mentions"]}
    assert {"T.A. Hollenbeck", "A. Vandersloot", "O.P. Lindqvarn", "FROBISHER"} <= found
    assert "Hollenbeck" not in redact("names", document).stdout
    assert "Hollenbeck" in redact("names", document, "--show-text", "always").stdout


def test_a_release_opens_no_socket(tmp_path: Path) -> None:
    code = (
        "import socket, sys\n"
        "def refuse(*args, **kwargs):\n    raise AssertionError('the network was used')\n"
        "socket.socket.connect = refuse\nsocket.getaddrinfo = refuse\n"
        "from redact.cli import main\nmain(sys.argv[1:])\n"
    )
    command = ["release", str(EXAMPLES / "06-sbu.txt"), "-o", str(tmp_path / "out"), *TODAY]
    done = subprocess.run([sys.executable, "-c", code, *command], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "out" / "public" / "06-sbu.txt").is_file()


@pytest.mark.parametrize("seed", ["000_e9dc65e60160c554.txt", "002_1fc41c39a2009862.txt"])
def test_the_seeds_are_released_without_a_name(seed: str, shared: Path, tmp_path: Path) -> None:
    result = redact("release", shared / "seeds" / seed, "-o", tmp_path / "out", *TODAY)
    assert result.exit_code in (0, 1)
    copy = (tmp_path / "out" / "public" / seed).read_text().upper()
    gold = json.loads((shared / "corpus" / "names.json").read_text())
    (spans,) = [d["spans"] for d in gold if d["doc"].endswith(seed)]
    assert spans
    for span in spans:
        if span["should_redact"]:
            assert span["text"].upper() not in copy


def planned(tmp_path: Path, document: Path) -> tuple[Path, dict]:  # type: ignore[type-arg]
    plan = tmp_path / "plan.json"
    assert redact("plan", document, "-o", plan, *TODAY).exit_code == 0
    return plan, json.loads(plan.read_text())


def test_a_plan_that_lost_its_items_publishes_nothing(tmp_path: Path) -> None:
    document = EXAMPLES / "01-clean.txt"
    plan, content = planned(tmp_path, document)
    content["documents"][0] |= {"items": [], "sought": []}
    plan.write_text(json.dumps(content))
    result = redact("apply", document, "--plan", plan, "-o", tmp_path / "out", *TODAY)
    assert (result.exit_code, "lacks the item" in result.stderr) == (2, True)
    assert not files(tmp_path / "out")


def test_a_plan_may_not_leave_undecided_what_the_policy_withholds(tmp_path: Path) -> None:
    document = EXAMPLES / "01-clean.txt"
    plan, content = planned(tmp_path, document)
    for item in content["documents"][0]["items"]:
        item["decision"] = "ask"
    plan.write_text(json.dumps(content))
    result = redact("apply", document, "--plan", plan, "-o", tmp_path / "out", *TODAY)
    assert (result.exit_code, "undecided" in result.stderr) == (2, True)
    assert not files(tmp_path / "out")


def test_a_plan_does_not_open_the_gate(tmp_path: Path) -> None:
    document = tmp_path / "a.txt"
    document.write_text((EXAMPLES / "01-clean.txt").read_text().replace("2. (C)", "2. (S)"))
    (tmp_path / "waivers.yaml").write_text(
        "waivers:\n  - {rule: portion-above-banner, document: a.txt, reason: a slip, "
        "approver: J. Roe, expires: 2027-01-01}\n"
    )
    plan = tmp_path / "plan.json"
    waived = ("--waivers", tmp_path / "waivers.yaml")
    assert redact("plan", document, "-o", plan, *TODAY, *waived).exit_code == 0
    shut = redact("apply", document, "--plan", plan, "-o", tmp_path / "shut", *TODAY)
    assert (shut.exit_code, (tmp_path / "shut" / "public").exists()) == (1, False)
    opened = redact("apply", document, "--plan", plan, "-o", tmp_path / "open", *TODAY, *waived)
    assert opened.exit_code == 0


def test_a_run_that_dies_leaves_nothing_public(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("redact.batch.release.link_records", die)
    result = redact("apply", EXAMPLES / "06-sbu.txt", "-o", tmp_path / "out", *TODAY)
    assert result.exit_code != 0
    assert not files(tmp_path / "out")


@pytest.mark.parametrize("name", [b"bad\xff.txt", b"x" * 250 + b".txt"])
def test_a_file_name_no_record_can_hold_is_reported_and_the_rest_is_done(
    name: bytes, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text = (EXAMPLES / "06-sbu.txt").read_text()
    (folder / "good.txt").write_text(text)
    Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text(text)
    out = tmp_path / "out"
    assert redact("release", folder, "-o", out, *TODAY).exit_code == 3
    assert [p.name for p in (out / "public").iterdir()] == ["good.txt"]
    assert (out / "internal" / "good.txt.record.json").is_file()
