"""Registers: shape of the files, what extending means, and a new system made of data alone."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from conftest import ROOT

from redact.errors import PolicyError
from redact.markings import register_file
from redact.markings.level import find_level
from redact.markings.parse import parse_marking
from redact.markings.register import Register, load_register
from redact.outputs.marking import report_marking, report_rollup
from redact.policy.load import load_policy

FILES = sorted((ROOT / "policies" / "registers").glob("*.yaml"))
AS_OF = datetime.date(2026, 11, 21)


def schema(name: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((ROOT / "schemas" / name).read_text("utf-8"))
    return content


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_shipped_register_has_the_shape_of_its_schema(path: Path) -> None:
    class Plain(yaml.SafeLoader):
        """Days stay texts, as the schema has them."""

    Plain.yaml_implicit_resolvers = {
        first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
        for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }
    content = yaml.load(path.read_text("utf-8"), Loader=Plain)  # noqa: S506 - a safe loader
    jsonschema.validate(content, schema("register.schema.json"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_names_a_register_uses_are_its_own(path: Path) -> None:
    register = load_register(path.stem)
    names = {control.name for control in register.controls} | set(register.cui_words)
    names |= {category.name for category in register.cui_categories} | {"NATO", "CUI"}
    names |= {f"{c.name}-{p.name}" for c in register.controls for p in c.parts if p.name}
    asked = {name for c in register.controls for name in (*c.requires, c.successor) if name}
    asked |= {name for c in register.controls for p in c.parts for name in p.requires}
    asked |= {token for label in register.labels for token in label.tokens}
    if path.stem != "cui":  # categories that only the national system has
        assert asked <= names


def test_extending_lays_entries_over_those_of_the_same_name() -> None:
    us, state = load_register("us"), load_register("state")
    assert us.label("SBU-NF") and us.label("SBU-NF").portion == ()  # type: ignore[union-attr]
    assert "SBU/NF" in state.label("SBU-NF").portion  # type: ignore[union-attr]
    assert [level.rank for level in state.levels] == [0, 1, 2, 3, 4]
    assert state.countries == us.countries


def test_unknown_register_names_the_known_ones() -> None:
    with pytest.raises(PolicyError) as caught:
        load_register("atlantis")
    assert "state" in (caught.value.hint or "")


def test_registers_in_a_circle_are_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "registers"
    folder.mkdir()
    (folder / "a.yaml").write_text("title: A\nextends: [b]\n")
    (folder / "b.yaml").write_text("title: B\nextends: [a]\n")
    monkeypatch.setattr(register_file, "folder", lambda _: tmp_path)
    with pytest.raises(PolicyError, match="a -> b -> a"):
        register_file.read_register("a")


def test_a_new_system_is_a_new_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "registers"
    folder.mkdir()
    (folder / "elbonia.yaml").write_text(
        "title: Elbonia\nsystem: elbonia\ncategories: [dissem]\n"
        "style: {category: ' | ', entry: ' + ', foreign: ''}\n"
        "levels:\n  - {name: SECRET, rank: 3, word: MUDDY, portion: [M]}\n"
        "controls:\n  - {name: NO HATS, category: dissem, portion: NH}\n"
        "  - {name: LEFT BOOT, category: dissem, portion: LB}\n"
    )
    monkeypatch.setattr(register_file, "folder", lambda _: tmp_path)
    elbonia = Register(**register_file.read_register("elbonia"))
    reading = parse_marking("MUDDY | NO HATS + LEFT BOOT", elbonia)
    assert reading.marking is not None
    assert not reading.problems
    assert reading.marking.level == "SECRET"
    assert reading.marking.dissem == ("NO HATS", "LEFT BOOT")


@pytest.mark.parametrize(
    ("line", "level", "width"),
    [
        ("C O N F I D E N T I A L TESTVILLE 000012", "CONFIDENTIAL", 23),
        ("T O P  S E C R E T TESTVILLE 000012", "TOP SECRET", 18),
        ("TOPSECRET", "TOP SECRET", 9),
        ("Confidential", "CONFIDENTIAL", 12),
        ("CONFI DENTIAL", "CONFIDENTIAL", 13),
        ("UNCLAS E F T O TESTVILLE", "UNCLASSIFIED", 6),
        ("LIMITED OFFICIAL USE TESTVILLE 0012", "LIMITED OFFICIAL USE", 20),
        ("\u0405ECRET", "SECRET", 6),
    ],
)
def test_level_at_the_start_of_a_line(line: str, level: str, width: int) -> None:
    found = find_level(f"  {line}", load_register("state"))
    assert found is not None
    assert (found[0], found[1].start, len(found[1])) == (level, 2, width)


@pytest.mark.parametrize("line", ["SECRETARY OF STATE", "THE SECRET PICNIC", "CONFIDENTIALLY", ""])
def test_no_level_at_the_start_of_a_line(line: str) -> None:
    assert find_level(line, load_register("state")) is None


@pytest.mark.parametrize(
    ("text", "form", "valid"),
    [
        ("SECRET//NOFORN", "banner", True),
        ("SECRET//NOFORN/REL TO USA, GBR", "banner", False),
        ("(S//NF)", "portion", True),
        ("S//NF", "portion", True),
        ("SECRET//NORFORN", "banner", False),
        ("(NF)", "portion", False),
        ("NOFORN", "banner", False),
        ("(S//NF", "portion", False),
        ("SECRET//NODIS", "banner", False),
        ("SECRET//NOFORN//EXDIS/NODIS", "banner", False),
        ("CUI//SP-CTI", "banner", True),
        ("", "banner", False),
        ("\u200b", "banner", False),
    ],
)
def test_report_of_a_single_marking(text: str, form: str, valid: bool) -> None:
    report = report_marking(
        text,
        policy=load_policy("us-national-security"),
        register=load_register("us"),
        as_of=AS_OF,
    )
    jsonschema.validate(report, schema("marking.schema.json"))
    assert (report["form"], report["valid"]) == (form, valid)
    assert valid or report["findings"] or report["marking"] is None


def test_report_of_a_roll_up() -> None:
    report = report_rollup(["(U)", "S//REL TO USA, GBR", "(QQQ)"], register=load_register("us"))
    assert report["banner"] == "SECRET//NOFORN"
    assert report["unread"] == [3]
    reasons = {reason["token"]: reason["portions"] for reason in report["reasons"]}
    assert reasons == {"SECRET": [2], "NOFORN": [3]}
