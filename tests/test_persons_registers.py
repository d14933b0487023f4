"""Registers of officials are hints: they find nobody, change no role and keep no name."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from conftest import ROOT
from person_documents import prose
from redaction_documents import FOIA, mention

from redact.outputs.mentions import document_dict, lines
from redact.persons import Mention, find_mentions
from redact.persons.identity import registers
from redact.policy.model import Withholding
from redact.redaction.mentions import decide_mentions
from redact.sources import Source
from training import officials

OFFICERS = """brandwyck\tilse p\t1974-1976\tambassador\tmarovia;east testland
van hollingtree\torin james\t1971-1974\t\t
merridew\torin\t1973-1977\t\t
"""
LEADERS = """tallowby\t\t1975-1975\tpresident;prime minister\tmarovia
ulrike tallowby\t\t1975-1975\tpresident\tmarovia
hanno quimbly\t\t1970-1979\tforeign minister\tmarovia
orin merridew\t\t1975-1975\tking\ttestland
"""


@pytest.fixture(autouse=True)
def invented(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Registers of invented people."""
    (tmp_path / "officers.tsv").write_text(OFFICERS)
    (tmp_path / "leaders.tsv").write_text(LEADERS)
    files = ((tmp_path / "officers.tsv", 1), (tmp_path / "leaders.tsv", 5))
    monkeypatch.setattr(registers, "_REGISTERS", files)
    registers.load_officials.cache_clear()
    yield
    registers.load_officials.cache_clear()


def mentions(text: str, year: int | None = 1975) -> dict[str, Mention]:
    date = datetime.date(year, 5, 1) if year else None
    found = find_mentions(replace(prose(text), date=date))
    return {m.span.of(text): m for m in found if m.kind == "PERSON"}


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("We met Ilse Brandwyck, the pump mechanic.", "Ilse Brandwyck", "us-official"),
        ("WE MET MRS. ILSE P. BRANDWYCK AT THE LAKE.", "ILSE P. BRANDWYCK", "us-official"),
        ("We met Mr. Orin Van Hollingtree.", "Orin Van Hollingtree", "us-official"),
        ("Mr. Ulrike Tallowby left Testville.", "Ulrike Tallowby", "public-figure"),
        ("Mr. Hanno Quimbly left Testville.", "Hanno Quimbly", "foreign-official"),
        ("In Marovia Ambassador Brandwyck was told.", "Brandwyck", "us-official"),
        ("IN MAROVIA AMB. BRANDWYCK WAS TOLD.", "BRANDWYCK", "us-official"),
        ("Premier Tallowby of Marovia left.", "Tallowby", "public-figure"),
    ],
)
def test_a_listed_name_is_a_hint(text: str, name: str, role: str) -> None:
    assert mentions(text)[name].listed == role


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We met Mr. Brandwyck in Marovia.", "Brandwyck"),
        ("Ambassador Brandwyck was told.", "Brandwyck"),
        ("In Testland Ambassador Brandwyck was told.", "Brandwyck"),
        ("In Marovia the Ambassador and Mr. Brandwyck met.", "Brandwyck"),
        ("In Marovia King Tallowby was told.", "Tallowby"),
        ("We met Mr. Ilse Q. Brandwyck.", "Ilse Q. Brandwyck"),
        ("We met Mr. Hugo Brandwyck.", "Hugo Brandwyck"),
        ("We met Mr. Ilse Morrowby Brandwyck.", "Ilse Morrowby Brandwyck"),
        ("We met Mr. Ilse Tallowby.", "Ilse Tallowby"),
        # Two registers disagree.
        ("We met Mr. Orin Merridew.", "Orin Merridew"),
    ],
)
def test_too_little_to_go_by_is_no_hint(text: str, name: str) -> None:
    assert mentions(text)[name].listed is None


@pytest.mark.parametrize(
    ("year", "listed"),
    [(None, None), (1972, None), (1973, "us-official"), (1977, "us-official"), (1978, None)],
)
def test_the_document_must_be_of_those_years(year: int | None, listed: str | None) -> None:
    assert mentions("We met Ilse Brandwyck.", year)["Ilse Brandwyck"].listed == listed


def test_every_mention_of_the_person_has_the_hint() -> None:
    found = mentions("We met Ilse Brandwyck. Later Brandwyck left. Mr. Tallowby stayed.")
    assert found["Brandwyck"].listed == found["Ilse Brandwyck"].listed == "us-official"
    assert found["Tallowby"].listed is None


def test_a_list_finds_nobody_and_changes_no_role(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Merridew pumps are cold. Mr. Ilse Brandwyck, a journalist, left; tallowby was late."
    with_list = mentions(text)
    assert with_list["Ilse Brandwyck"].role == "foreign-private"
    monkeypatch.setattr(registers, "_REGISTERS", ())
    registers.load_officials.cache_clear()
    assert {n: replace(m, listed=None) for n, m in with_list.items()} == mentions(text)


def test_a_namesake_stays_withheld_where_officials_are_kept() -> None:
    text = "We met Ilse Brandwyck, the pump mechanic."
    named = mentions(text)["Ilse Brandwyck"]
    assert named.listed == "us-official"
    keeping = replace(
        FOIA,
        withhold=(Withholding(reason="(b)(6)", mention="PERSON", except_roles=("us-official",)),),
    )
    decided = decide_mentions([named], keeping, text)
    assert [r.span for r in decided.withheld] == [named.span]
    assert not decide_mentions([replace(named, role="us-official")], keeping, text).withheld


def test_the_outputs_call_it_a_hint() -> None:
    source = Source.from_text("Ilse Brandwyck left.", "note.txt")
    found = mention(prose("Ilse Brandwyck left."), "Ilse Brandwyck", detectors=("model",))
    listed = [replace(found, listed="us-official")]
    told = lines(source, listed, show_text=False, not_persons=())
    assert "(listed: us-official)" in told
    assert "only a hint" in told
    assert document_dict(source, listed, show_text=False)["mentions"][0]["listed"] == "us-official"
    plain = document_dict(source, [found], show_text=False)
    assert "listed" not in plain["mentions"][0]


# The shipped registers ------------------------------------------------------------------------

SHIPPED = ("us_officers.tsv", "foreign_leaders.tsv")


def test_the_shipped_registers_are_small_and_well_formed() -> None:
    files = [officials.DATA / name for name in SHIPPED]
    assert sum(file.stat().st_size for file in files) <= 400_000
    for file in files:
        rows = [line.split("\t") for line in file.read_text("utf-8").splitlines()]
        assert len(rows) > 2_000
        assert rows == sorted(rows)
        assert all(len(row) == 5 and row[0] for row in rows)
        for row in rows:
            first, last = map(int, row[2].split("-"))
            assert first <= last >= officials.FIRST_YEAR


def test_they_can_be_made_again(
    shared: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shipped = {name: (officials.DATA / name).read_bytes() for name in SHIPPED}
    monkeypatch.setattr(officials, "DATA", tmp_path)
    monkeypatch.setattr("sys.argv", ["officials", str(shared / "corpus" / "people")])
    officials.main()
    assert {name: (tmp_path / name).read_bytes() for name in SHIPPED} == shipped


def test_the_notice_says_where_they_come_from() -> None:
    notice = (ROOT / "redact" / "persons" / "data" / "NOTICE.md").read_text("utf-8")
    assert all(f"`{name}`" in notice for name in SHIPPED)
