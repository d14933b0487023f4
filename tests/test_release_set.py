"""Releasing a set: what one document withholds, no other one shows."""

from __future__ import annotations

import json
import os
import shutil
import stat
from collections import Counter
from pathlib import Path

import pytest
from commands import EXAMPLES, TODAY, files, redact, write_copies_of_one_message

from redact.batch.people import People
from redact.persons.known import KnownName

HEAD = (
    "UNCLAS {}\n\nSIPDIS\n\nE.O. 12958: N/A\nTAGS: PREL\nSUBJECT: CHAIRS\n\n1. (U) {}\nMERRIDEW\n"
)
FIRST = HEAD.format(
    "TESTVILLE 000012", "Mr. John Quimblethorp and Ms. Alice Baker brought the chairs."
)
REPLY = HEAD.format(
    "PORT EXAMPLE 000044",
    "THE BAKER BAKED. THE QUIMBLETHORP CHAIRS CAME LATE. A BAKER MAY BAKE.",
)


@pytest.fixture
def tray(tmp_path: Path) -> Path:
    folder = tmp_path / "tray"
    (folder / "2009" / "may").mkdir(parents=True)
    (folder / "2009" / "first.txt").write_text(FIRST)
    (folder / "2009" / "may" / "reply.txt").write_text(REPLY)
    return folder


def release(tray: Path, out: Path, *more: str | Path) -> int:
    return redact("release", tray, "-o", out, *TODAY, "-q", *more).exit_code


def reply(out: Path) -> str:
    return next(out.rglob("public/**/reply.txt")).read_text()


def test_a_person_withheld_in_a_telegram_is_withheld_in_its_reply(
    tray: Path, tmp_path: Path
) -> None:
    assert release(tray / "2009" / "may", tmp_path / "alone") == 0
    assert "QUIMBLETHORP" in reply(tmp_path / "alone")  # else this test would show nothing
    assert release(tray, tmp_path / "together") == 0
    text = reply(tmp_path / "together")
    assert "QUIMBLETHORP" not in text
    assert "THE BAKER BAKED. THE [(b)(6) name] CHAIRS CAME LATE. A BAKER MAY BAKE." in text


def test_the_record_says_what_was_known_from_the_set(tray: Path, tmp_path: Path) -> None:
    release(tray, tmp_path / "out")
    record = json.loads(next((tmp_path / "out").rglob("reply.txt.record.json")).read_text())
    causes = [cause for r in record["redactions"] for cause in r["causes"]]
    assert "mention P1 known from the set" in causes


def test_a_set_gives_the_same_bytes_for_any_number_of_workers(tray: Path, tmp_path: Path) -> None:
    shutil.copytree(EXAMPLES, tray / "examples")  # one of them is not released
    for jobs in ("1", "2"):
        assert release(tray, tmp_path / jobs, "-j", jobs) == 1
    one = files(tmp_path / "1")
    assert files(tmp_path / "2") == one
    assert {Path(name).parts[0] for name in one} == {"public", "internal"} and len(one) > 20


def test_a_ledger_carries_the_persons_to_the_next_set(tray: Path, tmp_path: Path) -> None:
    ledger = tmp_path / "ledger.json"
    (tmp_path / "replies").mkdir()
    (tray / "2009" / "may" / "reply.txt").rename(tmp_path / "replies" / "reply.txt")
    release(tray, tmp_path / "first", "--ledger", ledger)
    assert stat.S_IMODE(ledger.stat().st_mode) == 0o600
    release(tmp_path / "replies", tmp_path / "second", "--ledger", ledger)
    assert "QUIMBLETHORP" not in reply(tmp_path / "second")
    before = ledger.read_bytes()
    release(tmp_path / "replies", tmp_path / "third", "--ledger", ledger)
    assert ledger.read_bytes() == before
    assert files(tmp_path / "third") == files(tmp_path / "second")


def test_a_plan_of_a_set_withholds_what_the_release_withholds(tray: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    assert redact("plan", tray, "-o", plan, *TODAY).exit_code == 0
    planned = redact("apply", tray, "--plan", plan, "-o", tmp_path / "planned", *TODAY)
    assert planned.exit_code == 0
    release(tray, tmp_path / "released")
    assert files(tmp_path / "planned" / "public") == files(tmp_path / "released" / "public")


def test_a_plan_serves_a_folder_with_a_document_that_gets_no_copy(
    tray: Path, tmp_path: Path
) -> None:
    (tray / "wrong.txt").write_text("CONFIDENTIAL\n1. (S) The pump is tested.\nCONFIDENTIAL\n")
    plan = tmp_path / "plan.json"
    made = redact("plan", tray, "-o", plan, *TODAY)
    assert made.exit_code == 1 and "not released: tray/wrong.txt\n" in made.stderr
    counts = Counter(
        item["decision"] for d in json.loads(plan.read_text())["documents"] for item in d["items"]
    )
    told = f"to withhold: {counts['withhold']}; left to the reviewer: {counts['ask']}\n"
    assert f"planned: 2 documents; {told}" in made.stderr
    done = redact("apply", tray, "--plan", plan, "-o", tmp_path / "out", *TODAY)
    assert done.exit_code == 1 and "2 released and proved; 1 not released" in done.stderr
    (tray / "late.txt").write_text(REPLY.replace("000044", "000045"))
    refused = redact("apply", tray, "--plan", plan, "-o", tmp_path / "late", *TODAY)
    assert refused.exit_code == 2 and "holds no plan for 'tray/late.txt'" in refused.stderr
    assert not (tmp_path / "late").exists()


def test_a_name_a_reviewer_released_in_one_copy_only_is_found(tray: Path, tmp_path: Path) -> None:
    plan = tmp_path / "plan.json"
    redact("plan", tray, "-o", plan, *TODAY)
    content = json.loads(plan.read_text())
    (entry,) = [d for d in content["documents"] if d["source"]["name"].endswith("reply.txt")]
    start = REPLY.index("QUIMBLETHORP")
    for item in entry["items"]:
        if item["start"] == start:
            item |= {"decision": "release", "decided_by": "J. Roe"}
    plan.write_text(json.dumps(content))
    out = tmp_path / "out"
    redact("apply", tray, "--plan", plan, "-o", out, *TODAY)
    assert "QUIMBLETHORP" in reply(out)
    record = json.loads(next(out.rglob("first.txt.record.json")).read_text())
    found = [f for f in record["findings"] if f["rule"] == "red-cross-document"]
    assert [(f["stage"], f["line"]) for f in found] == [("release", 9)]
    assert "QUIMBLETHORP" not in json.dumps(record).upper()


def test_an_honest_set_raises_no_alarm_about_other_copies(tray: Path, tmp_path: Path) -> None:
    release(tray, tmp_path / "out")
    findings = json.loads((tmp_path / "out" / "internal" / "findings-public.json").read_text())
    assert not [f for f in findings["findings"] if f["rule"].startswith("red-c")]


def test_two_copies_of_one_message_are_laid_side_by_side(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    write_copies_of_one_message(folder)
    out = tmp_path / "out"
    redact("release", folder, "-o", out, *TODAY)
    findings = json.loads((out / "internal" / "findings-public.json").read_text())["findings"]
    conflicts = [f["path"] for f in findings if f["rule"] == "red-copies-conflict"]
    assert conflicts == ["a.txt", "b.txt"]


def test_a_passage_withheld_in_a_telegram_and_quoted_in_its_reply_is_reported(
    tmp_path: Path,
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text = (
        "O {} APR 09\nFM AMEMBASSY TESTVILLE\nC O N F I D E N T I A L TESTVILLE {}\n\n"
        "E.O. 12958: DECL: 04/20/2019\nTAGS: PREL\nSUBJECT: (U) BELLS\n\nREF: A. TESTVILLE {}\n\n"
        "Classified By: Charge Ilse Brandwyck. Reason: 1.4 (d).\n\n"
        "1. ({}) The ferry captain keeps nine old brass bells in a cellar.\n\n2. (C) He does.\n"
    )
    (folder / "a.txt").write_text(text.format("201131Z", "000012", "11", "C"))
    (folder / "b.txt").write_text(text.format("211131Z", "000013", "12", "U"))
    (folder / "c.txt").write_text(text.format("221131Z", "000014", "11", "U"))
    out = tmp_path / "out"
    redact("release", folder, "-o", out, *TODAY)
    findings = json.loads((out / "internal" / "findings-public.json").read_text())["findings"]
    assert [f["path"] for f in findings if f["rule"] == "red-cross-document"] == ["a.txt"]
    assert redact("verify", out, "--original", folder).exit_code == 0


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "is not a ledger"),
        (
            '{"format": "redact/ledger/v1", "people": [{"surnames": ["\\ud800"], "given": [], '
            '"sure": true}]}',
            "is not a ledger",
        ),
        ('{"format": "redact/ledger/v2", "people": []}', "is not a ledger"),
        ('{"format": "redact/ledger/v1", "people": [{"surnames": []}]}', "is not a ledger"),
    ],
)
def test_what_is_no_ledger_is_refused(tray: Path, tmp_path: Path, content: str, told: str) -> None:
    ledger = tmp_path / "ledger.json"
    ledger.write_text(content)
    ledger.chmod(0o600)
    result = redact("release", tray, "-o", tmp_path / "out", *TODAY, "--ledger", ledger)
    assert (result.exit_code, told in result.stderr) == (2, True)
    assert ledger.read_text() == content
    assert not files(tmp_path / "out")


@pytest.mark.skipif(os.name != "posix", reason="modes of files are those of POSIX")
def test_a_ledger_lies_where_nobody_else_reads_it(tray: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    inside = redact("release", tray, "-o", out, *TODAY, "--ledger", out / "ledger.json")
    assert (inside.exit_code, "output folder" in inside.stderr) == (2, True)
    ledger = tmp_path / "ledger.json"
    ledger.write_text('{"format": "redact/ledger/v1", "people": []}')
    ledger.chmod(0o644)
    shown = redact("release", tray, "-o", out, *TODAY, "--ledger", ledger)
    assert (shown.exit_code, "chmod 600" in shown.stderr) == (2, True)


def test_sections_in_files_of_their_own_are_one_message_in_a_release_too(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text = (
        "O 201131Z APR 09\nFM AMEMBASSY TESTVILLE\n"
        "UNCLAS SECTION 0{} OF 02 TESTVILLE 000012\n\n"
        "E.O. 12958: N/A\nTAGS: PREL\nSUBJECT: CHAIRS\n\n{}. (U) The pumps are old.\n"
    )
    for number in (1, 2):
        (folder / f"{number}.txt").write_text(text.format(number, number))

    def missing(*paths: Path) -> list[str]:
        out = tmp_path / f"out{len(paths)}"
        redact("release", *paths, "-o", out, *TODAY)
        found = json.loads((out / "internal" / "findings.json").read_text())["findings"]
        return [f["path"] for f in found if f["rule"] == "env-section-sequence"]

    assert missing(folder / "1.txt")  # alone, its second section is missing
    assert missing(folder / "1.txt", folder / "2.txt") == []


@pytest.mark.parametrize(
    ("named", "written", "sure", "is_looked_for"),
    [(1, 7, False, True), (1, 8, False, False), (2, 8, False, True), (1, 8, True, True)],
)
def test_a_word_of_many_documents_that_only_the_model_took_for_a_name_is_not_looked_for(
    named: int, written: int, sure: bool, is_looked_for: bool
) -> None:
    name = KnownName(("coca",), sure=sure)
    people = People()
    for _ in range(named):
        people.add([name])
    for _ in range(written):
        people.look("FARMERS GROW COCA.")
    assert (name in people.sure_of([name])) is is_looked_for
