"""Roll-up: the banner line that portions require, with its laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from marking_values import markings

from redact.markings.foreign_release import release_of
from redact.markings.marking import Marking, level_rank, nato_level
from redact.markings.parse import parse_marking
from redact.markings.register import load_register
from redact.markings.rollup import roll_up

US = load_register("us")


def read(mark: str) -> Marking:
    marking = parse_marking(mark, US, "portion").marking
    assert marking is not None, mark
    return marking


def banner(*marks: str) -> str:
    return roll_up([read(mark) for mark in marks], US).marking.banner()


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (("U", "C", "S"), "SECRET"),
        (("S//NF", "S"), "SECRET//NOFORN"),
        (("S//REL TO USA, GBR", "U"), "SECRET//REL TO USA, GBR"),
        (("S//REL TO USA, AUS, GBR", "S//REL TO USA, GBR, NZL"), "SECRET//REL TO USA, GBR"),
        (("S//REL TO USA, AUS", "S//REL TO USA, GBR"), "SECRET//NOFORN"),
        (("S//REL TO USA, FVEY", "S//REL TO USA, AUS, DEU, GBR"), "SECRET//REL TO USA, AUS, GBR"),
        (("S//REL TO USA, FVEY", "C//REL TO USA, FVEY"), "SECRET//REL TO USA, FVEY"),
        (("S//REL TO USA, GBR", "C"), "SECRET//NOFORN"),
        (("S//REL TO USA, GBR", "S//RELIDO"), "SECRET//NOFORN"),
        (("S//RELIDO", "C//RELIDO", "U"), "SECRET//RELIDO"),
        (("S//REL TO USA, GBR/RELIDO", "S//RELIDO"), "SECRET//RELIDO"),
        (("S//DISPLAY ONLY AFG", "S//REL TO USA, AFG"), "SECRET//DISPLAY ONLY AFG"),
        (("S//DISPLAY ONLY AFG", "S//REL TO USA, GBR"), "SECRET//NOFORN"),
        (("S//OC", "C//NF"), "SECRET//ORCON/NOFORN"),
        (("S//OC", "S//OC-USGOV"), "SECRET//ORCON"),
        (("S//SI", "TS//SI-G ABCD//OC", "TS//SI-G DEFG"), "TOP SECRET//SI-G ABCD DEFG//ORCON"),
        (("S//TK", "S//SI"), "SECRET//SI/TK"),
        (("S//RD//NF", "S//FRD-SG 14//NF"), "SECRET//RD-SIGMA 14//NOFORN"),
        (("C//FRD//NF", "C//TFNI"), "CONFIDENTIAL//FRD//NOFORN"),
        (("S", "//GBR S"), "SECRET//FGI GBR"),
        (("S", "//GBR S", "//FGI C"), "SECRET//FGI"),
        (("S", "//NS"), "SECRET//FGI NATO"),
        (("//NS", "//NS"), "//NATO SECRET"),
        (("U", "//NR"), "CONFIDENTIAL//FGI NATO"),
        (("//JOINT S CAN USA", "C"), "SECRET//FGI CAN"),
        (("S//XD//NF", "S//ND//NF"), "SECRET//NOFORN//NODIS"),
        (("U//FOUO", "U"), "UNCLASSIFIED//FOUO"),
        (("U//FOUO", "C"), "CONFIDENTIAL"),
        (("U//FOUO", "U//SBU"), "UNCLASSIFIED//SBU"),
        (("U//SBU", "U//SBU-NF"), "UNCLASSIFIED//SBU NOFORN"),
        (("U//SBU-NF", "C"), "CONFIDENTIAL//NOFORN"),
        (("U//LES", "S"), "SECRET//LES"),
        (("U//LES-NF", "S"), "SECRET//NOFORN//LES"),
        (("U//DCNI", "U"), "UNCLASSIFIED//DOD UCNI"),
        (("U//DCNI", "S"), "SECRET"),
        (("CUI//SP-CTI", "CUI//PRVCY", "U"), "CUI//SP-CTI/PRVCY"),
        (("CUI", "S"), "SECRET//CUI"),
        (("S//SAR-BP", "S//SAR-CD-X12"), "SECRET//SAR-BP/CD-X12"),
    ],
)  # fmt: skip
def test_banner_line_that_portions_require(marks: tuple[str, ...], expected: str) -> None:
    assert banner(*marks) == expected
    assert banner(*reversed(marks)) == expected


def test_portion_that_cannot_be_read_allows_no_release() -> None:
    required = roll_up([read("S//REL TO USA, GBR"), None], US).marking
    assert required.banner() == "SECRET//NOFORN"


def test_bare_rel_takes_the_list_of_the_banner_line() -> None:
    line = parse_marking("SECRET//REL TO USA, GBR", US).marking
    assert roll_up([read("S//REL")], US, banner=line).marking == line


def test_department_of_defense_keeps_cui_out_of_a_classified_banner_line() -> None:
    rolled = roll_up([read("CUI"), read("S")], US, cui_in_classified=False)
    assert rolled.marking.banner() == "SECRET"


def test_each_token_has_its_reason_and_its_portions() -> None:
    rolled = roll_up([read("U"), read("S//SI"), read("C//REL TO USA, GBR")], US)
    reasons = {reason.token: (reason.portions, reason.why) for reason in rolled.reasons}
    assert reasons["SECRET"] == ((1,), "highest portion")
    assert reasons["SI"][0] == (1,)
    assert reasons["NOFORN"] == ((1,), "classified portion without release marking")


PORTIONS = st.lists(markings("us"), max_size=4)


def total(portions: list[Marking]) -> Marking:
    return roll_up(portions, US).marking


@given(PORTIONS, st.randoms(use_true_random=False))
def test_order_of_portions_does_not_matter(portions: list[Marking], random: object) -> None:
    shuffled = sorted(portions, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert total(shuffled) == total(portions)


@given(PORTIONS, PORTIONS)
def test_parts_rolled_up_before_give_the_same(left: list[Marking], right: list[Marking]) -> None:
    assert total([total(left), total(right)]) == total(left + right)


@given(PORTIONS)
def test_rolling_up_twice_changes_nothing(portions: list[Marking]) -> None:
    assert total([total(portions)]) == total(portions)
    assert total(portions + portions) == total(portions)


@given(PORTIONS)
def test_the_banner_line_is_never_below_a_portion(portions: list[Marking]) -> None:
    required = total(portions)
    for portion in portions:
        level = max(level_rank(required.level), 0 if required.cui else -1)
        assert level >= max(level_rank(portion.level), level_rank(nato_level(portion.nato)))
        if "NOFORN" in portion.dissem:
            no_foreign = {*required.dissem, *required.non_ic}
            assert no_foreign & {"NOFORN", "SBU NOFORN", "LES NOFORN"}
        if required.rel_to and (portion.rel_to or level_rank(portion.level) > 0):
            assert not {"NOFORN", "NODIS"} & {*portion.dissem, *portion.non_ic}
        systems = {token.split("-")[0].split(" ")[0] for token in required.sci}
        assert {token.split("-")[0].split(" ")[0] for token in portion.sci} <= systems


@given(PORTIONS, PORTIONS)
def test_more_portions_never_widen_the_release(one: list[Marking], more: list[Marking]) -> None:
    """Nobody may have or see the whole who may not have or see each classified portion."""
    whole = release_of(total(one + more), US)
    if whole.forbids or not whole.says:
        return
    for portion in one + more:
        own = release_of(portion, US)
        if own.says or level_rank(portion.level) > 0:
            assert not own.forbids
            assert whole.release <= own.release
            assert whole.display <= own.display
            assert own.official or not whole.official


@given(PORTIONS)
def test_every_token_of_the_required_banner_line_has_a_reason(portions: list[Marking]) -> None:
    rolled = roll_up(portions, US)
    told = {reason.token for reason in rolled.reasons}
    assert all(reason.portions and reason.why for reason in rolled.reasons)
    marking = rolled.marking
    for field in ("sci", "sap", "aea", "dissem", "non_ic", "cui"):
        assert told.issuperset(getattr(marking, field)), field
    for field, name in (("rel_to", "REL TO"), ("display_only", "DISPLAY ONLY"), ("fgi", "FGI")):
        assert name in told or not getattr(marking, field)
    assert marking.level in {None, *told}


@given(PORTIONS)
def test_the_required_banner_line_can_be_read(portions: list[Marking]) -> None:
    required = total(portions)
    assert parse_marking(required.banner(), US).marking == required
