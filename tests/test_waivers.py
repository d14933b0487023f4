"""Waivers: read strictly, in force until their last day, never silently of no effect."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
from commands import CLEAN, redact

from redact.errors import PolicyError
from redact.findings import Waiver
from redact.policy.waivers import load_waivers, stale_waivers

TODAY = datetime.date(2026, 11, 21)
ENTRY = """\
waivers:
  - rule: decl-passed
    document: cables/pump.txt
    reason: the guide keeps pump tests
    approver: Ann Example
    expires: 2026-12-31
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return Path("waivers.yaml")


def test_a_waiver_is_read_as_written(path: Path) -> None:
    path.write_text(ENTRY, "utf-8")
    assert load_waivers(path) == (
        Waiver(
            rule="decl-passed",
            document="cables/pump.txt",
            reason="the guide keeps pump tests",
            approver="Ann Example",
            expires=datetime.date(2026, 12, 31),
        ),
    )


def test_a_hash_is_compared_in_lower_case_and_a_path_as_it_stands(path: Path) -> None:
    path.write_text(ENTRY.replace("cables/pump.txt", "AB" * 32), "utf-8")
    assert load_waivers(path)[0].document == "ab" * 32
    path.write_text(ENTRY.replace("cables/pump.txt", "Cables/PUMP.txt"), "utf-8")
    assert load_waivers(path)[0].document == "Cables/PUMP.txt"


def test_a_missing_file_is_reported_by_its_path(path: Path) -> None:
    with pytest.raises(PolicyError, match=r"waivers\.yaml: no such file"):
        load_waivers(path)


def test_waivers_that_waive_nothing_are_reported(path: Path) -> None:
    path.write_text(
        ENTRY
        + ENTRY.removeprefix("waivers:\n").replace("2026-12-31", "2026-11-20")
        + ENTRY.removeprefix("waivers:\n").replace("decl-passed", "decl-pased"),
        "utf-8",
    )
    waivers = load_waivers(path)
    assert [(waiver.rule, told) for waiver, told in stale_waivers(waivers, TODAY)] == [
        ("decl-passed", "the waiver of decl-passed for cables/pump.txt expired on 2026-11-20"),
        (
            "decl-pased",
            "unknown rule 'decl-pased': did you mean 'decl-passed'? list them with: redact rules",
        ),
    ]


@pytest.mark.parametrize("written", ["./cables/pump.txt", "cables//pump.txt", "cables/./pump.txt"])
def test_a_path_may_be_written_in_several_ways(path: Path, written: str) -> None:
    path.write_text(ENTRY.replace("cables/pump.txt", written), "utf-8")
    assert load_waivers(path)[0].document == "cables/pump.txt"


@pytest.mark.parametrize(
    ("written", "is_told"),
    [
        ("cables/a.txt", False),
        ("A.TXT", True),
        ("tables/a.txt", True),
        ("cables/A.txt", True),
        ("cables\\a.txt", True),
        ("/srv/cables/a.txt", True),
        ("cables/b.txt", False),  # of another run
        ("other/a.txt", False),  # is there, and of another run
    ],
)
def test_a_waiver_whose_document_goes_by_another_path_is_reported(
    path: Path, written: str, is_told: bool
) -> None:
    for folder in ("cables", "other"):
        Path(folder).mkdir()
        Path(folder, "a.txt").write_text(CLEAN)
    path.write_text(ENTRY.replace("cables/pump.txt", written), "utf-8")
    result = redact("check", "cables", "--today", "2026-11-21")
    told = "names no document; one is called cables/a.txt"
    assert (result.exit_code, told in result.stderr) == (0, is_told), result.stderr


def test_a_waiver_holds_on_its_last_day(path: Path) -> None:
    path.write_text(ENTRY.replace("2026-12-31", "2026-11-21"), "utf-8")
    waivers = load_waivers(path)
    assert stale_waivers(waivers, TODAY) == ()
    assert stale_waivers(waivers, TODAY + datetime.timedelta(days=1)) != ()
    Path("cables").mkdir()
    Path("cables/pump.txt").write_text(CLEAN.replace("DECL: 06/11/2028", "DECL: 06/11/2020"))
    for day, code in (("2026-11-21", 0), ("2026-11-22", 1)):
        arguments = ("--select", "decl-passed", "--fail-on", "note", "--today", day)
        assert redact("check", "cables", *arguments).exit_code == code
