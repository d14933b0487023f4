"""Every token and every form of the marking grammar is read, none of it left unknown.

The tables are those of the shared rule catalogue, ``rules/grammar.json``; lists of forms that are
prose there (banner and portion forms of NATO, JOINT, FGI and special access programs) are written
out here.
"""

from __future__ import annotations

import json
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from redact.markings.level import find_level
from redact.markings.marking import Marking
from redact.markings.parse import parse_marking
from redact.markings.register import Register, load_register

US, STATE, CUI = (load_register(name) for name in ("us", "state", "cui"))
LEVELS = {
    "U": "UNCLASSIFIED",
    "C": "CONFIDENTIAL",
    "S": "SECRET",
    "TS": "TOP SECRET",
}


@pytest.fixture(scope="module")
def grammar(shared: Path) -> dict[str, Any]:
    content: dict[str, Any] = json.loads((shared / "rules" / "grammar.json").read_text("utf-8"))
    return content


def read(text: str, form: str, register: Register = US) -> Marking:
    """The marking a form of the grammar says; it must be known, faultless and round-trip."""
    reading = parse_marking(text, register, form)
    assert reading.marking is not None, f"{text}: unknown"
    assert not reading.problems, f"{text}: {[p.message for p in reading.problems]}"
    for again, written in (
        ("banner", reading.marking.banner()),
        ("portion", reading.marking.portion()),
    ):
        assert parse_marking(written, register, again).marking == reading.marking, written
    return reading.marking


def both(level: str, banner: str, portion: str) -> None:
    """A control at one level, in banner and portion form: one value."""
    assert read(f"{LEVELS[level]}//{banner}", "banner") == read(f"{level}//{portion}", "portion")


def test_levels_in_every_spelling(grammar: dict[str, Any]) -> None:
    for level in grammar["levels"]:
        name = level["banner"][0]
        assert read(name, "banner").level == name
        assert all(read(mark, "portion").level == name for mark in level["portion"])
        for spelling in (*level["telegram"], level["spaced"]):
            found = find_level(f"{spelling} TESTVILLE 000012", STATE)
            assert found is not None and found[0] == name
            marking = parse_marking(spelling, STATE).marking
            assert marking is not None and marking.level == name


def test_administrative_labels(grammar: dict[str, Any]) -> None:
    for label in grammar["administrative"]:
        if "ic_banner" in label:
            assert read(label["ic_banner"], "banner") == read(label["ic_portion"], "portion")
        marks = [parse_marking(mark, STATE, "portion").marking for mark in label.get("portion", ())]
        assert len(set(marks)) <= 1 and None not in marks, label["id"]
        assert all(mark.level == "UNCLASSIFIED" for mark in marks if mark)


def test_dissemination_controls_at_every_level_they_may_stand_with(
    grammar: dict[str, Any],
) -> None:
    for control in (*grammar["dissem"], *grammar["non_ic_dissem"]):
        banner = control["banner"].replace("USA, LIST", "USA, GBR").replace("USA/LIST", "USA/GBR")
        portion = control["portion"].split(" | ")[0].replace("USA, LIST", "USA, GBR")
        for level in control["levels"].split():
            if banner.endswith("EYES ONLY"):  # the portion says EYES, its list is the banner's
                assert read(f"{LEVELS[level]}//{banner}", "banner").eyes_only == ("USA", "GBR")
                assert read(f"{level}//{portion}", "portion").dissem == ("EYES",)
            else:
                both(level, banner.replace("LIST", "AFG"), portion.replace("LIST", "AFG"))


def test_compartmented_information(grammar: dict[str, Any]) -> None:
    for system in grammar["sci"]:
        if "levels" not in system:
            continue  # named to be refused, see dis-retired
        names = system["marking"].split(" (")[0].replace("<XXX>", "ABC").replace("<SUB>", "JKL")
        for name, level in product(names.split(" / "), system["levels"].split()):
            both(level, name, name)


def test_atomic_energy_information(grammar: dict[str, Any]) -> None:
    for data in grammar["aea"]:
        for number, level in product(data.get("numbers", [14]), data["levels"].split()):
            banner, portion = (data[f].replace("#", str(number)) for f in ("banner", "portion"))
            both(level, banner, portion)


def test_markings_of_nato(grammar: dict[str, Any]) -> None:
    for entry in grammar["nato"]:
        if "portion" in entry:
            marking = read(f"//{entry['title']}", "banner")
            assert read(f"//{entry['portion']}", "portion") == marking
            assert marking.level == LEVELS.get(entry["us"], "RESTRICTED")
        else:
            read(f"//COSMIC TOP SECRET//{entry['title']}", "banner")
            read(f"//CTS//{entry['title']}", "portion")


def test_every_country_code_and_group(grammar: dict[str, Any]) -> None:
    countries = US.countries
    known = grammar["country_codes"]
    for code in (*known["trigraphs"], *known["tetragraphs"]):
        assert code in countries, code
    for group, members in known["expand"].items():
        assert countries.members(group) == frozenset(members)
    for slip, right in known["common_slips"].items():
        assert countries.slips[slip] == right


def test_controls_that_exclude_each_other(grammar: dict[str, Any]) -> None:
    excluded = {
        frozenset((c.name, other)) for c in US.controls for other in c.excludes
    }  # JOINT is a form of marking and no control: joint-form
    for pair in grammar["dissem_conflicts"]:
        assert "JOINT" in pair or frozenset(pair) in excluded, pair


def test_controlled_unclassified_information(grammar: dict[str, Any]) -> None:
    for control in grammar["cui"]["ldc"]:
        head = "CUI//PRIVILEGE" if control.get("needs") == "PRIVILEGE" else "CUI"
        names = {form: control[form].upper().replace("LIST", "GBR") for form in control if form in (
            "banner", "portion")}  # fmt: skip
        marks = {read(f"{head}//{name}", form, CUI) for form, name in names.items()}
        assert len(marks) == 1
    for category, title in grammar["cui"]["categories"].items():
        name = f"SP-{category}" if "(SP)" in title else category
        assert read(f"CUI//{name}", "banner", CUI).cui == ("CUI", name)


@pytest.mark.parametrize(
    ("banner", "portion"),
    [
        ("SECRET//SAR-BP", "S//SAR-BP"),
        (
            "SECRET//SAR-BP-J12 J54-K15/CD-YYY 456 689/SWR-QLY",
            "S//SAR-BP-J12 J54-K15/CD-YYY 456 689/SWR-QLY",
        ),
        ("TOP SECRET//SPECIAL ACCESS REQUIRED-BUTTER POPCORN", "TS//SAR-BUTTER POPCORN"),
        ("SECRET//SAR-MULTIPLE PROGRAMS", "S//SAR-MULTIPLE PROGRAMS"),
        ("SECRET//SAR-BP//WAIVED//NOFORN", "S//SAR-BP//WAIVED//NF"),
        ("SECRET//NOFORN//ACCM-PICNIC BASKET", "S//NF//ACCM-PICNIC BASKET"),
        (
            "TOP SECRET//HCS-O/SI-G ABCD DEFG/TK-BLFH//ORCON/NOFORN",
            "TS//HCS-O/SI-G ABCD DEFG/TK-BLFH//OC/NF",
        ),
        ("SECRET//FGI", "S//FGI"),
        ("SECRET//FGI AUS GBR NATO", "S//FGI AUS GBR NATO"),
        ("//GBR SECRET//REL TO USA, GBR", "//GBR S//REL TO USA, GBR"),
        ("//FGI SECRET", "//FGI S"),
        ("//CAN RESTRICTED", "//CAN R"),
        ("//NATO SECRET//ATOMAL", "//NS//ATOMAL"),
        ("//COSMIC TOP SECRET//BOHEMIA", "//CTS//BOHEMIA"),
        (
            "//JOINT SECRET CAN GBR USA//REL TO USA, CAN, GBR",
            "//JOINT S CAN GBR USA//REL TO USA, CAN, GBR",
        ),
        ("SECRET//CUI//SP-CTI//NOFORN", "S//CUI//SP-CTI//NF"),
        (
            "TOP SECRET//SI/TK//RD//FGI GBR//ORCON/NOFORN//EXDIS",
            "TS//SI/TK//RD//FGI GBR//OC/NF//XD",
        ),
    ],
)
def test_forms_of_several_categories(banner: str, portion: str) -> None:
    assert read(banner, "banner") == read(portion, "portion")


@pytest.mark.parametrize(
    ("mark", "banner"),
    [
        ("S/NF", "SECRET//NOFORN"),
        ("S/REL Italy", "SECRET//REL TO ITA"),
        ("S/REL TO USA, UK, Canada", "SECRET//REL TO USA, UK, CAN"),
        ("C/REL USA AND NEW ZEALAND", "CONFIDENTIAL//REL TO USA, NZL"),
        ("S/REL NATO", "SECRET//REL TO NATO"),
        ("S//REL MCFI", "SECRET//REL TO MCFI"),
        ("S/REL/NF", "SECRET//REL/NOFORN"),
        ("SBU/NOFORN", "UNCLASSIFIED//SBU NOFORN"),
        ("SBU/DELIBERATIVE", "UNCLASSIFIED//DELIBERATIVE//SBU"),
        ("S/NF/NC", "SECRET//NOFORN/NOCONTRACT"),
        ("S/NF/WN", "SECRET//NOFORN/WNINTEL"),
        ("LOU", "UNCLASSIFIED//LIMITED OFFICIAL USE"),
        ("S E C R E T/N O F O R N", "SECRET//NOFORN"),
        ("CTSA", "//COSMIC TOP SECRET//ATOMAL"),
        ("NSAT", "//NATO SECRET//ATOMAL"),
    ],
)
def test_forms_of_telegrams(mark: str, banner: str) -> None:
    marking = parse_marking(mark, STATE, "portion").marking
    assert marking is not None and marking.banner() == banner


def test_the_word_and_parts_countries_and_is_none() -> None:
    for text in ("SECRET//REL TO USA AND GBR", "SECRET//REL TO USA, AUS, AND GBR"):
        marking = parse_marking(text, US).marking
        assert marking is not None and "AND" not in marking.rel_to
    andorra = parse_marking("SECRET//REL TO USA, AND, GBR", US)
    assert andorra.marking is not None and andorra.marking.rel_to == ("USA", "AND", "GBR")


@pytest.mark.parametrize("text", ["SECRET//REL TTO USA, GBR", "SECRET//XYZ", "SECRET//SI-QQ QQ"])
def test_what_no_register_knows_leaves_the_marking_unread(text: str) -> None:
    assert parse_marking(text, US).marking is None
