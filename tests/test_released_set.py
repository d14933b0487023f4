"""``redact verify`` on a whole output folder: every file a release wrote, changed one by one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from commands import redact
from conftest import ROOT

TEXT = """\
O 201131Z APR 09
FM AMEMBASSY TESTVILLE
TO SECSTATE WASHDC IMMEDIATE
UNCLAS TESTVILLE 00001{number}

E.O. 12958: N/A
SUBJECT: PUMP TEST {number}

1. Mr. Zoltan Quimbly watched the pump test on Tuesday.

2. The picnic is on Sunday.
ROSEWOOD
"""


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Originals and what was released of them."""
    folder = tmp_path_factory.mktemp("set")
    (folder / "in" / "far").mkdir(parents=True)
    for number, name in enumerate(("a.txt", "far/b.txt", "c.txt")):
        (folder / "in" / name).write_text(TEXT.format(number=number))
    done = redact("release", folder / "in", "-o", folder / "out", "--today", "2026-11-21")
    assert done.exit_code == 0, done.output
    return folder / "in", folder / "out"


@pytest.fixture
def copied(folders: tuple[Path, Path], tmp_path: Path) -> tuple[Path, Path]:
    return folders[0], Path(shutil.copytree(folders[1], tmp_path / "out"))


def test_documents_of_the_same_bytes_are_kept_apart(tmp_path: Path) -> None:
    for place in ("in/a.txt", "in/far/a.txt", "more/b.txt"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(TEXT.format(number=1).replace("N/A", "DECL: 04/20/2009"))
    done = redact("release", tmp_path / "in", tmp_path / "more", "-o", tmp_path / "out")
    told = json.loads((tmp_path / "out" / "internal" / "findings.json").read_text())["findings"]
    assert len({finding["path"] for finding in told}) == 3, done.output
    proof = redact("verify", tmp_path / "out")
    assert (proof.exit_code, "fail" in proof.output) == (0, False), proof.output


def test_findings_of_public_copies_of_the_same_bytes_are_kept_apart(tmp_path: Path) -> None:
    for place in ("in/a.txt", "in/far/a.txt"):
        (tmp_path / place).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / place).write_text(TEXT.format(number=1).replace("The picnic", "Z.Q. says it"))
    redact("release", tmp_path / "in", "-o", tmp_path / "out")
    told = (tmp_path / "out" / "internal" / "findings-public.json").read_text()
    assert len({finding["path"] for finding in json.loads(told)["findings"]}) == 2
    proof = redact("verify", tmp_path / "out", "--original", tmp_path / "in")
    assert (proof.exit_code, "fail" in proof.output) == (0, False), proof.output


def test_a_telegram_among_tags_is_proved(tmp_path: Path) -> None:
    page = f"<html><body><pre>\n{TEXT.format(number=1)}\nBT\n#0011\nNNNN\n</pre></body></html>"
    (tmp_path / "page.txt").write_text(page)
    redact("release", tmp_path / "page.txt", "-o", tmp_path / "out")
    proof = redact("verify", tmp_path / "out", "--original", tmp_path / "page.txt")
    assert "1 of 1 public copies proved" in proof.output, proof.output


def test_a_release_as_it_is_written_is_proved(folders: tuple[Path, Path]) -> None:
    originals, out = folders
    proof = redact("verify", out, "--original", originals)
    assert proof.exit_code == 0, proof.output
    assert proof.stdout.splitlines()[:3] == [
        "proved     a.txt",
        "proved     c.txt",
        "proved     far/b.txt",
    ]
    assert proof.stderr == "3 of 3 public copies proved; 3 records\n"


def test_its_json_has_the_shape_of_its_schema(folders: tuple[Path, Path]) -> None:
    schema = json.loads((ROOT / "schemas" / "set-verification.schema.json").read_text("utf-8"))
    for more in ((), ("--original", folders[0])):
        proof = redact("verify", folders[1], *more, "--format", "json")
        jsonschema.validate(json.loads(proof.stdout), schema)


def edited(name: str, change: Callable[[str], str]) -> Callable[[Path], None]:
    def edit(out: Path) -> None:
        text = (out / name).read_text("utf-8")
        assert change(text) != text
        (out / name).write_text(change(text), "utf-8")

    return edit


def of_record(change: Callable[[dict], object]) -> Callable[[Path], None]:
    def edit(out: Path) -> None:
        place = out / "internal" / "c.txt.record.json"
        record = json.loads(place.read_text("utf-8"))
        change(record)
        place.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", "utf-8")

    return edit


def appended(out: Path) -> None:
    with (out / "internal" / "audit.pdf").open("r+b") as file:
        file.seek(-3000, 2)
        file.write(b"x")


TAMPERED: dict[str, tuple[Callable[[Path], None], int]] = {
    "a word of a copy": (edited("public/a.txt", lambda t: t.replace("Sunday", "Monday")), 1),
    "a name in a copy": (edited("public/a.txt", lambda t: t + "Quimbly\n"), 4),
    "a copy that nobody made": (
        lambda out: (out / "public" / "d.txt").write_text("Lunch."),
        1,
    ),
    "a copy taken away": (lambda out: (out / "public" / "a.txt").unlink(), 1),
    "a record taken away": (
        lambda out: (out / "internal" / "a.txt.record.json").unlink(),
        1,
    ),
    "who decided": (of_record(lambda r: r["redactions"][0].update(decided_by="R. Example")), 1),
    "the day": (of_record(lambda r: r.update(as_of="2026-11-22")), 1),
    "the chain": (of_record(lambda r: r.update(previous="0" * 64)), 1),
    "a message in findings.json": (
        edited("internal/findings.json", lambda t: t.replace('"message": "', '"message": "No ', 1)),
        1,
    ),
    "a finding of findings.json": (
        edited("internal/findings.json", lambda t: json.dumps({**json.loads(t), "findings": []})),
        1,
    ),
    "the documents of findings-public.json": (
        edited(
            "internal/findings-public.json",
            lambda t: json.dumps({**json.loads(t), "documents": []}),
        ),
        1,
    ),
    "findings.json is none": (
        lambda out: (out / "internal" / "findings.json").write_text("[]"),
        1,
    ),
    "a byte of the report": (appended, 1),
    "the report taken away for another": (
        lambda out: (out / "internal" / "audit.pdf").rename(out / "internal" / "audit-9.pdf"),
        1,
    ),
}


@pytest.mark.parametrize("what", TAMPERED)
def test_what_was_changed_since_the_release_is_noticed(
    copied: tuple[Path, Path], what: str
) -> None:
    originals, out = copied
    tamper, code = TAMPERED[what]
    tamper(out)
    proof = redact("verify", out, "--original", originals)
    assert proof.exit_code == code, proof.output
    assert "fail " in proof.stdout


def test_an_original_that_is_absent_leaves_its_copy_unproved(
    copied: tuple[Path, Path], tmp_path: Path
) -> None:
    some = Path(shutil.copytree(copied[0], tmp_path / "some"))
    (some / "a.txt").unlink()
    proof = redact("verify", copied[1], "--original", some)
    assert proof.exit_code == 3
    assert "not-proved a.txt: not proved: original absent" in proof.stdout
    assert "2 of 3 public copies proved" in proof.stderr


def test_a_folder_without_records_is_refused(tmp_path: Path) -> None:
    (tmp_path / "internal").mkdir()
    assert redact("verify", tmp_path).exit_code == 2


def test_what_is_not_there_is_reported_first(folders: tuple[Path, Path], tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere"
    for asked in ((nowhere,), (folders[1], "--original", nowhere)):
        proof = redact("verify", *asked)
        assert (proof.exit_code, proof.stdout) == (3, "")
        assert f"{nowhere}: no such file or directory" in proof.stderr


def test_an_original_taken_for_its_copy_is_a_leak_that_fits_a_page(tmp_path: Path) -> None:
    original, out = tmp_path / "a.txt", tmp_path / "out"
    lines = "".join(
        f"Bucket {n} was carried by pump {n + 40} to the {n + 90} chairs of row {n + 7}.\n"
        for n in range(30)
    )
    text = (
        TEXT.format(number=1).replace("UNCLAS", "CONFIDENTIAL").replace("N/A", "DECL: 04/20/2029")
    )
    text = text.replace(
        "SUBJECT", "Classified By: Pol Counselor Ilse Brandwyck, Reasons 1.4 (b)\nSUBJECT"
    )
    original.write_text(
        text.replace("1. Mr.", f"1. (C) {lines}Mr.").replace("2. The", "2. (U) The")
    )
    assert redact("release", original, "-o", out, "-q", "--today", "2026-11-21").exit_code == 0
    record = out / "internal" / "a.txt.record.json"
    proof = redact("verify", original, "--record", record, "--original", original)
    assert proof.exit_code == 4
    told = [line for line in proof.stdout.splitlines() if "can be read here" in line]
    assert len(told) == 10 and "more lines; JSON gives all\n" in proof.stdout


def test_options_that_mean_nothing_for_a_folder_are_refused(folders: tuple[Path, Path]) -> None:
    record = folders[1] / "internal" / "a.txt.record.json"
    assert redact("verify", folders[1], "--record", record).exit_code == 2
    assert redact("verify", folders[1], "--format", "sarif").exit_code == 2


def test_a_key_that_stands_twice_in_a_record_is_refused(
    folders: tuple[Path, Path], tmp_path: Path
) -> None:
    text = (folders[1] / "internal" / "a.txt.record.json").read_text("utf-8")
    twice = tmp_path / "a.record.json"
    twice.write_text(
        text.replace('"stage": "record",', '"stage": "record",\n"stage": "record",', 1)
    )
    proof = redact("verify", folders[1] / "public" / "a.txt", "--record", twice)
    assert proof.exit_code == 2
    assert "key twice" in proof.output
