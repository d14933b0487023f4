"""What mail programs, editors, converters and printers put around the lines of a telegram.

A dressed telegram gives the same fields, the same findings and the same words withheld as the bare
one, and its public copy keeps every sign that stands outside what is withheld.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st
from redaction_documents import FOIA
from telegram_styles import HEARD, STYLES, content

import redact
from redact.documents.lines import split_lines
from redact.documents.wrapping.line_decorations import without_line_decorations
from redact.policy.profiles import rule_profile
from redact.redaction.apply import apply_plan
from redact.redaction.model import RedactionPlan
from redact.redaction.plan import Gated, make_plan

TODAY = datetime.date(2026, 11, 21)
EXAMPLES = sorted((ROOT / "examples").glob("*.txt"))
RELEASED = "UNCLASSIFIED U.S. Department of State Case No. F-2014-00123 Doc No. C05500123"

Line = tuple[str, str | None, str]
"""What stands before a line, the line (``None``: one of the dress), what stands behind it."""
Dress = Callable[[list[str]], list[Line]]


def around(before: str, behind: str = "") -> Dress:
    """A dress of each line; ``{n}`` is its number, ``{p}`` that on its page."""
    return lambda lines: [
        (before.format(n=n, p=(n - 1) % 25 + 1), line, behind) for n, line in enumerate(lines, 1)
    ]


def framed(top: list[str], bottom: list[str]) -> Dress:
    return lambda lines: [
        *[(line, None, "") for line in top],
        *[("", line, "") for line in lines],
        *[(line, None, "") for line in bottom],
    ]


def in_pages(top: list[str], bottom: list[str]) -> Dress:
    """A dress of pages, of which the first holds the head of most telegrams."""

    def put_on(lines: list[str]) -> list[Line]:
        pages = [lines[at : at + 31] for at in range(0, len(lines), 31)]
        dressed: list[Line] = []
        for number, page in enumerate(pages, 1):
            dressed += [(line.format(p=number, of=len(pages)), None, "") for line in top]
            dressed += [("", line, "") for line in page]
            dressed += [(line.format(p=number, of=len(pages)), None, "") for line in bottom]
        return dressed

    return put_on


EACH_LINE: dict[str, Dress] = {
    "quoted": around("> "),
    "quoted, no blank": around(">"),
    "quoted twice": around("> > "),
    "quoted for a web page": around("&gt; "),
    "quoted, blank lines not": lambda lines: [("> " if x else "", x, "") for x in lines],
    "numbered": around("{n:4d}  "),
    "numbered with zeros": around("{n:04d} "),
    "numbered with a colon": around("{n}: "),
    "numbered with a rule": around("{n:3d}| "),
    "numbered with a tab": around("{n}\t"),
    "numbered with a full stop": around("{n}. "),
    "numbered with a bracket": around("{n}) "),
    "numbered on each page": around("{p:2d}  "),
    "ruled at the side": around("| "),
    "in a box": around("| ", "  |"),
    "as a list": around("* "),
    "as a comment": around("# "),
    "as a comment of another language": around("// "),
    "as an addition": around("+"),
    "indented": around("        "),
    "behind a tab": around("\t"),
    "with breaks of HTML": around("", "<br>"),
    "in paragraphs of HTML": around("<p>", "</p>"),
}
WITHIN: dict[str, Dress] = {
    "every line apart": lambda lines: [x for y in lines for x in (("", y, ""), ("", None, ""))],
    "between fences": framed(["```text"], ["```"]),
    "with page numbers": in_pages([], ["Page {p} of {of}"]),
    "printed from a browser": in_pages(
        ["11/2/2015        Picnic Archive - Pumps"],
        ["https://archive.example.org/view?id=12          {p}/{of}"],
    ),
    "printed with the day": in_pages(["file:///c/picnic.htm    1/30/2015 10:22 AM"], []),
    "stamped on each page": in_pages([RELEASED], [RELEASED + " Date: 01/30/2015"]),
    "stamped over five lines": in_pages([], RELEASED.replace(" Case", "\nCase").split("\n")),
}
DRESSES = EACH_LINE | WITHIN
RESIDUE = "env-scrape-artifact"
"""Tags and no-break spaces are reported wherever they stand, and are nothing else."""


class Dressed:
    """A text in a dress, and where each character of it has gone."""

    def __init__(self, text: str, dress: Dress) -> None:
        lines = text.split("\n")
        pieces: list[str] = []
        self.places: list[int] = []
        here = 0
        for before, line, behind in dress(lines):
            whole = f"{before}{line or ''}{behind}\n"
            if line is not None:
                self.places += range(here + len(before), here + len(before) + len(line) + 1)
            pieces.append(whole)
            here += len(whole)
        self.text = "".join(pieces)


def fields(document: redact.Document) -> dict[str, Any]:
    """What was read, without the places."""

    def without_places(value: Any) -> Any:
        if isinstance(value, dict):
            names = value.keys() - {"start", "end", "sha256"}
            return {name: without_places(value[name]) for name in sorted(names)}
        return [without_places(one) for one in value] if isinstance(value, list) else value

    return dict(without_places(document.to_dict()))


@lru_cache(maxsize=32)  # each bare telegram is put on many dresses
def examined(text: str) -> tuple[redact.Document, list[str], RedactionPlan | None]:
    document = redact.parse(redact.Source.from_text(text))
    findings = redact.check(document, rule_profile(document.kind), today=TODAY)
    rules = sorted(found.rule for found in findings if found.rule != RESIDUE)
    try:
        return document, rules, make_plan(document, (), findings, FOIA)
    except Gated:
        return document, rules, None


def withheld(plan: RedactionPlan) -> set[int]:
    return {at for one in plan.redactions for at in range(one.span.start, one.span.end)}


def same_as_bare(text: str, dress: Dress) -> None:
    bare, rules, plan = examined(text)
    dressed = Dressed(text, dress)
    document, found, dressed_plan = examined(dressed.text)
    assert fields(document) == fields(bare)
    assert found == rules
    assert (plan is None) == (dressed_plan is None)
    if plan is None or dressed_plan is None:
        return
    gone, dressed_gone = withheld(plan), withheld(dressed_plan)
    words = [at for at, character in enumerate(text) if character.isalnum()]
    assert [at in gone for at in words] == [dressed.places[at] in dressed_gone for at in words]
    changed = (*dressed_plan.redactions, *dressed_plan.edits)
    last = max((change.span.end for change in changed), default=0)
    assert apply_plan(document.source, dressed_plan).endswith(dressed.text[last:])


@pytest.mark.parametrize(("number", "dress"), list(enumerate(DRESSES)))
def test_a_dress_changes_nothing(number: int, dress: str) -> None:
    """Every third example in each dress, others in the next one."""
    for path in EXAMPLES[number % 3 :: 3]:
        same_as_bare(path.read_text("utf-8"), DRESSES[dress])


def invented() -> Iterator[str]:
    for style, era in STYLES.items():
        yield era.write(content(style, era.year, level="CONFIDENTIAL", marked=era.marked))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_a_note_above_what_is_quoted_is_text(path: Path) -> None:
    text = path.read_text("utf-8")
    bare, _, plan = examined(text)
    note = "Ann, this is the telegram of the picnic."
    document, _, dressed_plan = examined(f"{note}\n\n" + Dressed(text, EACH_LINE["quoted"]).text)
    assert document.text_of(document.portions[0].span) == note
    assert fields(document)["paragraphs"] == fields(bare)["paragraphs"]
    assert (plan is None) == (dressed_plan is None)


@given(
    text=st.sampled_from(sorted(invented())),
    first=st.sampled_from(sorted(EACH_LINE)),
    second=st.sampled_from(sorted(EACH_LINE)),
)
def test_two_dresses_change_nothing(text: str, first: str, second: str) -> None:
    """Numbers in a quotation, a quotation in a box; and nothing classified shows."""
    dressed = Dressed(text, EACH_LINE[first]).text
    bare, _, _ = examined(text)
    document, _, plan = examined(Dressed(dressed, EACH_LINE[second]).text)
    assert fields(document)["paragraphs"] == fields(bare)["paragraphs"]
    assert document.level == bare.level
    assert plan is not None
    assert HEARD not in apply_plan(document.source, plan)


@pytest.mark.parametrize("dress", ["quoted", "numbered", "in a box", "printed from a browser"])
def test_a_dress_changes_nothing_of_real_telegrams(shared: Path, dress: str) -> None:
    for path in sorted((shared / "corpus" / "telegrams").glob("*.txt"))[5::24]:
        text = path.read_text("utf-8").replace("\r\n", "\n")
        bare, rules, _ = examined(text)
        document, found, _ = examined(Dressed(text, DRESSES[dress]).text)
        assert fields(document) == fields(bare)
        assert found == rules


@given(st.text("> |#*/1234\n\r.)( AB<br>`-+", max_size=400))
def test_offsets_are_those_of_the_text(text: str) -> None:
    plain = without_line_decorations(text, split_lines(text))
    if plain is not None:
        assert len(plain) == len(text)
        lost = "".join(b for a, b in zip(plain, text, strict=True) if a != b)
        assert not set("AB") & set(re.sub(r"<br>|<BR>", "", lost))


def test_a_name_in_a_tag_stays_in_the_text_that_is_searched() -> None:
    text = EXAMPLES[0].read_text("utf-8").replace("2. (C)", '<span title="Merridew">2. (C)')
    assert "Merridew" in redact.parse(redact.Source.from_text(text)).text


def test_a_bare_telegram_is_read_as_it_stands() -> None:
    for path in EXAMPLES:
        text = path.read_text("utf-8")
        assert without_line_decorations(text, split_lines(text)) is None


def test_paragraphs_of_one_line_are_not_run_together() -> None:
    """Blank lines between lines that end their sentences part paragraphs: one without a mark must
    not come under the mark above it.
    """
    open_line = "(U) The picnic of the garden club is on Monday, behind the library, as it was."
    text = "\n\n".join(
        (
            "R 101200Z JUN 18\nFM AMEMBASSY TESTVILLE\nTO SECSTATE WASHDC",
            "C O N F I D E N T I A L TESTVILLE 000412",
            "SUBJECT: (U) PICNIC",
            *(
                f"{open_line}\n\nThe {HEARD} cake is kept in the cellar number {n}."
                for n in "1234567"
            ),
        )
    )
    _, _, plan = examined(text)
    assert plan is None or HEARD not in apply_plan(redact.Source.from_text(text), plan)


@pytest.mark.parametrize("mark", [". (U)", ".", " (U)"])
def test_numbers_of_short_paragraphs_are_none_of_lines(mark: str) -> None:
    paragraphs = "".join(f"{n}{mark} The pump test is on Tuesday.\n\n" for n in range(1, 20))
    document = redact.parse(
        redact.Source.from_text(f"UNCLAS TESTVILLE 000012\n\n{paragraphs}SAMPLE\n")
    )
    numbers = [portion.number for portion in document.portions]
    assert numbers == [str(n) for n in range(1, 20)]
