"""What mail programs, converters and typists put around the words of a paper changes nothing.

The compliant papers of ``tests/papers.yaml`` are dressed in every way here: they must give the same
levels and no finding more, and the planted error must still be found.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from data_files import read_data

import redact
from redact.batch.check import CheckSettings, check_source
from redact.documents.lines import split_lines
from redact.documents.wrapping.decorations import without_decorations
from redact.markings.marking import level_rank
from redact.redaction.plan import make_plan

PAPERS: dict[str, dict[str, Any]] = read_data("papers.yaml")
DRESSED = ("original", "derivative", "ic", "cui_specified", "nato", "rd", "working")

MARK = re.compile(
    r"^(?P<lead>[ \t]*(?:SUBJECT:\s*|[-*•] |(?:\d+\.|[a-z]\.|\(\d\)) )?)"
    r"(?P<mark>\((?:TS|S|C|U|CUI|//N[SU])[A-Z/ -]*\)) (?P<text>.*)$",
    re.MULTILINE,
)
BANNER = re.compile(r"^(?P<lead> *)(?P<banner>(?:TOP SECRET|SECRET|CUI)[A-Z/ -]*)$", re.MULTILINE)
LABEL = re.compile(
    r"^(FROM|TO|DATE|Date|Classified By|Derived From|Declassify On|Reason|Controlled by"
    r"|Derivatively Classified By): ?",
    re.MULTILINE,
)


def marks_as(form: str) -> Callable[[str], str]:
    return lambda text: MARK.sub(form, text)


def banners_as(form: str) -> Callable[[str], str]:
    return lambda text: BANNER.sub(form, text)


def lines_as(form: str) -> Callable[[str], str]:
    return lambda text: "".join(
        form.format(number, line) for number, line in enumerate(text.split("\n"), 1)
    )


def bullets_as(sign: str) -> Callable[[str], str]:
    return lambda text: re.sub(r"^\((?=[A-Z/])", f"{sign} (", text, flags=re.MULTILINE)


LINE_OF_ITS_OWN = "mark on its own line"
DRESSES: dict[str, Callable[[str], str]] = {
    "mark in bold": marks_as(r"\g<lead>**\g<mark>** \g<text>"),
    "mark in italics": marks_as(r"\g<lead>_\g<mark>_ \g<text>"),
    "mark between asterisks": marks_as(r"\g<lead>*\g<mark>* \g<text>"),
    "mark as code": marks_as(r"\g<lead>`\g<mark>` \g<text>"),
    "paragraph in bold": marks_as(r"\g<lead>**\g<mark> \g<text>**"),
    "number in bold": lambda text: re.sub(r"^(\d+\.) ", r"**\1** ", text, flags=re.MULTILINE),
    "colon behind the mark": marks_as(r"\g<lead>\g<mark>: \g<text>"),
    "dash behind the mark": marks_as(r"\g<lead>\g<mark>— \g<text>"),
    "nothing behind the mark": marks_as(r"\g<lead>\g<mark>\g<text>"),
    LINE_OF_ITS_OWN: lambda text: MARK.sub(
        lambda m: m[0] if "SUBJECT" in m["lead"] else f"{m['lead']}{m['mark']}\n{m['text']}", text
    ),
    "heading of Markdown": lambda text: re.sub(r"^\((?=U)", "## (", text, flags=re.MULTILINE),
    "number with a zero": lambda text: re.sub(r"^(\d)\. \(", r"\1.0 (", text, flags=re.MULTILINE),
    "number and bracket": lambda text: re.sub(r"^(\d)\. \(", r"\1) (", text, flags=re.MULTILINE),
    "bullet": bullets_as("•"),
    "square bullet": bullets_as("▪"),
    "bullet of a word processor": bullets_as("\uf0b7"),
    "letter as bullet": bullets_as("o"),
    "row of a table": lambda text: re.sub(
        r"^(\((?=[A-Z/])[^)]*\) .*)$", r"| \1 |", text, flags=re.MULTILINE
    ),
    "banner in bold": banners_as(r"\g<lead>**\g<banner>**"),
    "banner as heading": banners_as(r"\g<lead># \g<banner>"),
    "banner in brackets": banners_as(r"\g<lead>[\g<banner>]"),
    "banner in tags": banners_as(r"\g<lead><center>\g<banner></center>"),
    "banner between dashes": banners_as(r"\g<lead>--- \g<banner> ---"),
    "labels in bold": lambda text: LABEL.sub(r"**\1:** ", text),
    "quoted": lines_as("> {1}\n"),
    "quoted twice": lines_as("> > {1}\n"),
    "numbered lines": lines_as("{0:4d}  {1}\n"),
    "numbered lines, ruled": lines_as("{0:3}| {1}\n"),
}
CASES = [
    pytest.param(name, dress, id=f"{name}: {dress}")
    for name in DRESSED
    for dress, put_on in DRESSES.items()
    if put_on(PAPERS[name]["text"]) != PAPERS[name]["text"]
]


def found(name: str, text: str) -> Counter[str]:
    settings = CheckSettings(
        as_of=datetime.date(2026, 11, 21), policy=PAPERS[name].get("policy"), kind=None
    )
    checked = check_source(settings, redact.Source.from_text(text, f"{name}.txt"))
    assert checked.document.kind in ("memorandum", "cui")
    # Tags are residue of a web page, and are reported as that.
    return Counter(
        f"{finding.rule} {finding.severity}"
        for finding in checked.findings
        if finding.rule not in ("decl-passed", "env-scrape-artifact")
    )


def levels(text: str, plain: str) -> dict[str, str | None]:
    """The level at which the text behind each mark of the plain paper is handled."""
    document = redact.parse(redact.Source.from_text(text, "paper.txt"))
    found = {}
    for match in MARK.finditer(plain):
        words = match["text"][:20].strip()
        place = text.rindex(words)
        around = [p for p in document.portions if p.span.start <= place < p.span.end]
        found[words] = document.level_of(min(around, key=lambda p: len(p.span)))
    return found


@pytest.mark.parametrize(("name", "dress"), CASES)
def test_a_dressed_paper_is_read_as_the_plain_one(name: str, dress: str) -> None:
    text = PAPERS[name]["text"]
    dressed = DRESSES[dress](text)
    assert not found(name, dressed)
    read, plain = levels(dressed, text), levels(text, text)
    if dress == LINE_OF_ITS_OWN:
        # What a lower mark speaks for is told by how it is set out: unsure text counts as higher.
        read = {words: min(level, plain[words], key=level_rank) for words, level in read.items()}
    assert read == plain


@pytest.mark.parametrize("dress", DRESSES)
def test_a_mark_above_the_banner_is_found_in_every_dress(dress: str) -> None:
    text = PAPERS["original"]["text"].replace("(S) It is switched", "(TS) It is switched")
    assert found("original", DRESSES[dress](text)) == Counter(["portion-above-banner error"])


@pytest.mark.parametrize("dress", DRESSES)
def test_nothing_classified_stays_in_the_copy_of_a_dressed_paper(dress: str) -> None:
    text = DRESSES[dress](PAPERS["original"]["text"])
    source = redact.Source.from_text(text, "paper.txt")
    copy = redact.apply(
        source, make_plan(redact.parse(source), (), (), redact.load_policy("foia-release"))
    )
    for secret in ("runs from eight", "runs at night", "switched on", "answered by the Pump"):
        assert secret in text
        assert secret not in copy
    assert "It is painted green" in copy or dress == LINE_OF_ITS_OWN


@pytest.mark.parametrize("dress", DRESSES)
def test_undressed_text_is_as_long_as_it_was(dress: str) -> None:
    for name in DRESSED:
        text = DRESSES[dress](PAPERS[name]["text"])
        plain = without_decorations(text, split_lines(text))
        assert len(plain) == len(text)
        assert all(a in (b, " ", "-", "\n") for a, b in zip(plain, text, strict=True))


def test_a_level_between_asterisks_stays_a_mark() -> None:
    text = "SECRET\n\nMEMORANDUM FOR RECORD\n\n(U) Bread.\n\n**S** The pump runs.\n\nSECRET\n"
    assert without_decorations(text, split_lines(text)) == text


def test_numbers_of_paragraphs_are_none_of_lines() -> None:
    text = "".join(f"{number}. (U) Rake {number}.\n" for number in range(1, 30))
    assert without_decorations(text, split_lines(text)) == text


def test_marks_alone_above_their_paragraphs_speak_for_them() -> None:
    text = "SECRET\n\nMEMORANDUM FOR RECORD\n\n(S)\n\nThe pump runs.\n\n(U)\n\nBread.\n\nSECRET\n"
    document = redact.parse(redact.Source.from_text(text, "paper.txt"))
    assert [portion.level for portion in document.portions] == ["SECRET", "UNCLASSIFIED"]


@pytest.mark.parametrize("ending", ["", "The note ends here.\n\n"])
def test_marks_alone_under_their_paragraphs_speak_for_no_other(ending: str) -> None:
    text = "MEMORANDUM FOR RECORD\n\nBread.\n\n(U)\n\nThe pump runs.\n\n(S)\n\n"
    text = f"SECRET\n\n{text}{ending}SECRET\n"
    document = redact.parse(redact.Source.from_text(text, "paper.txt"))
    pump = next(p for p in document.portions if "pump runs" in document.text_of(p.span))
    assert document.level_of(pump) == "SECRET"
