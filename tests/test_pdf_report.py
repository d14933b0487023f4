"""The audit report as PDF: what stands in it, how it is built, and that it is always the same."""

from __future__ import annotations

import copy
import hashlib
import io
import itertools
import os
import subprocess
import sys
from functools import cache
from typing import Any

import audit_records as invented
import pikepdf
import pypdfium2
import pytest
from conftest import ROOT
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTContainer

from redact.errors import UsageError
from redact.outputs import pdf as pdf_output
from redact.outputs.audit import make_report, read_report, releasable
from redact.outputs.audit.blocks import (
    Column,
    Row,
    cell,
)
from redact.outputs.pdf import fonts
from redact.outputs.pdf.page import Imprint, build
from redact.outputs.pdf.tables import grid
from redact.outputs.pdf.tags import Node

EDITIONS = ("internal", "releasable")


def render(records: list[dict[str, Any]], **options: Any) -> bytes:
    return pdf_output.render(make_report(records, **options))


@cache
def sample(edition: str = "internal") -> bytes:
    return render(invented.sample(), edition=edition)


@cache
def large() -> bytes:
    return render([invented.many_findings()])


@cache
def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).replace("\ufffe", "").split())


def characters(item: Any) -> Any:
    if isinstance(item, LTChar):
        yield item
    elif isinstance(item, LTContainer):
        for part in item:
            yield from characters(part)


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_cover_gives_title_verdict_policy_and_time_base(edition: str) -> None:
    cover = " ".join(
        pypdfium2.PdfDocument(sample(edition))[0].get_textpage().get_text_bounded().split()
    )
    assert "Marking and Redaction Audit" in cover
    assert "No withheld text was found in any public copy." in cover
    assert "7 documents examined: 1 released in full, 5 in part, 1 not released." in cover
    assert "foia-release 2026.1" in cover
    assert "state-telegram 2026.1" in cover
    assert invented.digest("foia-release") in cover
    assert "2026-11-21" in cover


def test_a_leak_is_the_verdict_and_the_copy_is_not_counted_as_released() -> None:
    leaked = invented.record(
        public=None, outcome="not-released", verification={"result": "leak", "checks": []}
    )
    text = text_of(render([leaked, invented.full()]))
    assert "LEAK: withheld text survives in 1 document." in text
    assert "No withheld text was found" not in text


def test_a_copy_that_was_not_proved_is_not_called_clean() -> None:
    unproved = invented.record(
        verification={"result": "not-proved", "checks": [{"name": "replay", "result": "not-run"}]}
    )
    text = text_of(render([unproved]))
    assert "Not proved: 1 public copy could not be verified in full." in text
    assert "replay: not-run" in text


@pytest.mark.parametrize("pdf", [sample, large], ids=["set", "300 findings"])
def test_every_page_says_page_x_of_y_and_carries_the_banner(pdf: Any) -> None:
    document = pypdfium2.PdfDocument(pdf())
    for number, page in enumerate(document, 1):
        text = page.get_textpage().get_text_bounded()
        assert f"Page {number} of {len(document)}" in text
        assert text.count("UNCLASSIFIED") >= 2
        assert text.count("INTERNAL - NOT FOR RELEASE") == 2


def test_the_releasable_edition_is_not_marked_internal() -> None:
    assert "INTERNAL" not in text_of(sample("releasable"))


def test_three_hundred_findings_all_stand_in_the_report() -> None:
    text = text_of(large())
    for n in range(1, 301):
        assert f"portion {n} is SECRET" in text
    assert text.count("Waived until 2027-06-30") == 10
    assert "R. Example, Records Officer" in text


def test_heads_of_tables_are_repeated_on_the_pages_a_table_runs_over() -> None:
    pages = [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(large())]
    with_findings = [page for page in pages if "Remedy: raise the banner" in page]
    assert len(with_findings) > 10
    assert all("Severity" in page and "Authority" in page for page in with_findings)


def test_a_hash_stands_on_one_line() -> None:
    pages = pypdfium2.PdfDocument(sample())
    words = " ".join(page.get_textpage().get_text_bounded() for page in pages).split()
    for record in invented.sample():
        assert record["original"]["sha256"] in words


def test_no_page_begins_with_the_last_row_of_a_table() -> None:
    """The last two rows stay together, so a page never holds one row of a table alone."""
    fonts.register()
    imprint = Imprint(
        title="",
        author="",
        running="",
        tool="",
        banner="",
        control="",
        as_of="",
        size="a4",
    )
    for count in range(2, 90):
        rows = [Row((cell("row"),)) for _ in range(count)]
        pdf = build([[grid([Column("head", 1)], rows, 300, Node("Table"))]], imprint)
        for page in pypdfium2.PdfDocument(pdf):
            alone = page.get_textpage().get_text_bounded().count("row")
            assert alone != 1, f"{count} rows leave one alone"


def test_the_index_has_every_deletion_with_exemption_amount_and_description() -> None:
    text = text_of(render([invented.record()]))
    assert "~10 lines (b)(1) 1.4(b),(d) Text of the portion, concerning foreign government" in text
    assert text.count("Name of an individual") == 2
    assert "damage to the national security" in text
    assert "R. Example" in text
    assert "Every row states all that is required of it." in text


def test_the_index_says_what_a_row_fails_to_state() -> None:
    record = invented.record(
        redactions=[
            invented.redaction(1004, ["(b)(3)"], "1 line", "portion 1"),
            invented.redaction(1204, ["(b)(1) category not stated"], "1 line", "portion 1"),
            invented.redaction(3100, [], "name", "mention P1"),
        ]
    )
    text = text_of(render([record]))
    assert "(b)(3) is claimed, but no statute is named" in text
    assert "(b)(1) is claimed on a portion marked as unclassified" in text
    assert "(b)(1) is claimed without a category" in text
    assert "no exemption is claimed" in text
    assert "Incomplete: 3 places in the index" in text


def test_the_bases_are_those_the_policy_cites() -> None:
    """Whatever the codes of a policy: those of the Privacy Act are exemptions too."""
    record = invented.record(
        redactions=[invented.redaction(1004, ["(j)(2) criminal records"], "1 line", "portion 1")],
        exemptions=[{"code": "(j)(2)", "title": "Law enforcement", "cite": "5 U.S.C. 552a(j)(2)"}],
    )
    text = text_of(render([record]))
    assert "Law enforcement, 5 U.S.C. 552a(j)(2)" in text
    assert "no exemption is claimed" not in text
    del record["exemptions"]  # as earlier versions wrote it
    assert "no exemption is claimed" in text_of(render([record]))


def test_the_outline_leads_to_every_section_and_every_document() -> None:
    with pikepdf.open(io.BytesIO(sample())) as pdf, pdf.open_outline() as outline:
        sections = [item.title for item in outline.root]
        documents = [child.title for item in outline.root for child in item.children]
        assert sections[:3] == ["Contents", "Scope and as-of date", "Summary of results"]
        assert len(documents) == 7
        assert "telegrams/pump-test.txt" in documents
        assert pdf.Root.Lang == "en-US"
        assert pdf.docinfo.Title == "Marking and Redaction Audit"


def test_the_contents_give_the_page_on_which_each_heading_stands() -> None:
    reader = pypdfium2.PdfDocument(sample())
    contents = " ".join(reader[1].get_textpage().get_text_bounded().split())
    pages = {
        item.get_title(): item.get_dest().get_index() + 1
        for item in reader.get_toc()
        if item.get_dest()
    }
    assert len(pages) == 15
    for title in ("Scope and as-of date", "Review worksheets", "Waivers in force"):
        assert f"{title} {pages[title]} " in contents
    assert f"telegrams/pump-test.txt {pages['telegrams/pump-test.txt']} " in contents


def test_every_link_leads_somewhere() -> None:
    with pikepdf.open(io.BytesIO(sample())) as pdf:
        pages = {page.objgen for page in pdf.pages}
        links = [note for page in pdf.pages for note in page.get("/Annots", [])]
        assert len(links) > 20
        assert {link.Dest[0].objgen for link in links} <= pages


@pytest.mark.parametrize("edition", EDITIONS)
def test_all_fonts_are_embedded(edition: str) -> None:
    with pikepdf.open(io.BytesIO(sample(edition))) as pdf:
        fonts = {
            str(font.BaseFont): "/FontDescriptor" in font and "/FontFile2" in font.FontDescriptor
            for page in pdf.pages
            for font in page.Resources.Font.values()
        }
    assert len(fonts) >= 4
    assert all(fonts.values()), fonts


def test_names_are_printed_and_what_no_font_has_is_named() -> None:
    text = text_of(sample())
    assert "архив/δοκιμή-насос/" in text
    assert "‹U+6D4B 8BD5 6CF5›" in text
    assert "Characters not drawn" in text
    assert "U+202E" in text


def test_hostile_names_are_text_and_not_markup() -> None:
    text = text_of(sample())
    assert "a<b>&amp;<font" in text
    assert "‹U+0007›" in text


@pytest.mark.parametrize(
    "name", ["</para><b>", "&#0;&bogus;", "\udcff.txt", "<a href='#x'>", "%(x)s{y}"]
)
def test_no_name_breaks_the_report(name: str) -> None:
    assert render([invented.record(name)], record_sha256=["0" * 64]).startswith(b"%PDF")


def test_a_name_as_long_as_a_path_may_be_is_laid_out() -> None:
    assert render([invented.record("d/" * 2000 + "x" * 96)]).startswith(b"%PDF")


def test_no_text_of_the_record_that_comes_from_the_document_is_printed() -> None:
    """Edits and labels are the only strings of a record near the text; neither is printed."""
    record = invented.record()
    for item in (*record["edits"], *record["redactions"]):
        item["text" if "text" in item else "label"] = "QUIMBLYCANARY"
    for edition in EDITIONS:
        assert "QUIMBLYCANARY" not in text_of(render([record], edition=edition))


def test_the_releasable_edition_shows_nothing_of_the_originals() -> None:
    text = text_of(sample("releasable"))
    for record in invented.sample():
        assert record["original"]["sha256"] not in text
        assert str(record["previous"]) not in text
        for redaction in record["redactions"]:
            assert f"line {redaction['line']}" not in text
    assert "5,210" not in text
    assert "R. Example" not in text
    assert "telegrams/gated.txt" not in text
    assert "____ withhold" not in text


PRIVATE: tuple[tuple[tuple[str | int, ...], Any], ...] = (
    (("original", "sha256"), "0" * 64),
    (("original", "characters"), 99),
    (("redactions", 0, "start"), 2005),
    (("redactions", 0, "end"), 2500),
    (("redactions", 0, "line"), 27),
    (("redactions", 1, "causes"), ["same name as mention P4"]),
    (("redactions", 1, "decided_by"), "S. Sample"),
    (("kept",), []),
    (("asked",), []),
    (("findings", 0, "line"), 31),
    (("portions", 2, "line"), 32),
    (("previous",), "1" * 64),
    (("not_examined",), ["line 7"]),
)


@pytest.mark.parametrize(("path", "value"), PRIVATE, ids=lambda value: str(value)[:40])
def test_the_releasable_edition_is_made_without_what_it_may_not_tell(
    path: tuple[str | int, ...], value: Any
) -> None:
    record = invented.record()
    changed = with_value(record, path, value)
    assert releasable(read_report([record])) == releasable(read_report([changed]))


def test_a_file_name_that_contains_a_withheld_name_is_not_in_the_releasable_edition() -> None:
    record = invented.record()
    told = invented.finding(rule="red-metadata-leak", stage="release")
    (document,) = releasable(read_report([{**record, "findings": [told]}])).documents
    assert document.original.name == ""
    (document,) = releasable(read_report([record])).documents
    assert document.original.name == record["original"]["name"]


def test_what_the_releasable_edition_may_not_tell_does_not_change_a_byte_of_it() -> None:
    record = changed = invented.record()
    for path, value in PRIVATE:
        changed = with_value(changed, path, value)
    assert render([record], edition="releasable") == render([changed], edition="releasable")
    assert render([record]) != render([changed])


def with_value(record: dict[str, Any], path: tuple[str | int, ...], value: Any) -> dict[str, Any]:
    changed: Any = copy.deepcopy(record)
    place = changed
    for step in path[:-1]:
        place = place[step]
    assert place[path[-1]] != value
    place[path[-1]] = value
    return changed  # type: ignore[no-any-return]


def test_a_marked_waiver_raises_the_banner_of_the_report() -> None:
    record = invented.many_findings(30)
    for finding in record["findings"]:
        if finding["waiver"]:
            finding["waiver"] = {**finding["waiver"], "reason": "(C) see the pump test file"}
    page = pypdfium2.PdfDocument(render([record]))[0].get_textpage().get_text_bounded()
    assert page.startswith("CONFIDENTIAL") or "\nCONFIDENTIAL" in page


def test_nothing_is_drawn_outside_the_margins_and_no_page_is_empty() -> None:
    for pdf in (sample(), sample("releasable"), large()):
        for number, page in enumerate(pypdfium2.PdfDocument(pdf), 1):
            width, height = page.get_size()
            text = page.get_textpage()
            drawn = "".join(text.get_text_bounded().split())
            assert len(drawn) > 150, f"page {number} is nearly empty"
            for rectangle in range(text.count_rects()):
                left, bottom, right, top = text.get_rect(rectangle)
                assert left >= 50 and right <= width - 50
                assert bottom >= 12 and top <= height - 12


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_document_is_printed_alone_too(edition: str) -> None:
    """Alone, its words stand at other places of the page: a long name met the end of one."""
    for record in invented.sample():
        assert text_of(render([record], edition=edition)).count("REVIEW WORKSHEET 1 OF 1") >= 1


def test_no_two_lines_of_text_overlap() -> None:
    """Characters of different lines never cover the same ground."""
    for page in extract_pages(io.BytesIO(sample())):
        boxes = sorted(
            (round(c.y0 + c.size * 0.3), c.x0, c.x1)
            for c in characters(page)
            if c.get_text().strip()
        )
        for (y, _, right), (next_y, left, _) in itertools.pairwise(boxes):
            if y == next_y:
                assert left >= right - 1.5, f"page {page.pageid}: text over text at {left:.0f}, {y}"


PROGRAM = """
import hashlib, sys
sys.path.insert(0, "tests")
import audit_records
from redact.outputs import pdf
from redact.outputs.audit import make_report
print(hashlib.sha256(pdf.render(make_report(audit_records.sample()))).hexdigest())
"""


def test_the_same_records_give_the_same_bytes() -> None:
    elsewhere = {
        "PYTHONHASHSEED": "77",
        "TZ": "Pacific/Auckland",
        "LC_ALL": "C",
        "SOURCE_DATE_EPOCH": "86400",
    }
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM],
        env={**os.environ, **elsewhere},
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    assert done.stdout.strip() == hashlib.sha256(sample()).hexdigest()


def test_the_order_in_which_records_are_given_does_not_matter() -> None:
    assert render(invented.sample()[::-1]) == sample()


def test_a_broken_chain_is_reported() -> None:
    whole = "Whole; every record names the hash"
    assert whole in text_of(sample())
    records = invented.sample()
    del records[3]
    text = text_of(render(records))
    assert "BROKEN" in text
    assert whole not in text


def test_another_format_and_another_edition_are_refused() -> None:
    with pytest.raises(UsageError, match="audit-record/v1"):
        render([invented.record() | {"format": "redact/findings/v1"}])
    with pytest.raises(UsageError, match="unknown edition"):
        render([invented.record()], edition="secret")


def test_no_record_at_all_is_still_a_report() -> None:
    assert "0 documents examined" in text_of(render([]))


def test_a_cause_repeated_a_thousand_times_does_not_bury_the_report() -> None:
    same = {**invented.finding(), "rule": "portion-missing"}
    many = {**invented.full("a.txt"), "findings": [same] * 1001}
    text = text_of(render([many]))
    assert "701 more, listed in the record" in " ".join(text.split())


def test_no_page_is_signed_without_what_is_determined() -> None:
    records = [
        {**invented.full(f"{n}.txt"), "findings": [invented.finding()] * n} for n in range(1, 19)
    ]
    signed = [
        page
        for page in pypdfium2.PdfDocument(render(records))
        if "Releasing official" in page.get_textpage().get_text_bounded()
    ]
    assert len(signed) == len(records)
    for page in signed:
        assert "Determination" in page.get_textpage().get_text_bounded()


def test_signatures_are_not_alone_below_few_findings() -> None:
    record = {**invented.full("a.txt"), "findings": [invented.finding()] * 2}
    longest = record["portions"] * 14
    records = [{**record, "portions": longest[:n]} for n in range(0, len(longest), 3)]
    texts = [p.get_textpage().get_text_bounded() for p in pypdfium2.PdfDocument(render(records))]
    signed = [text for text in texts if "Releasing official" in text]
    assert len(signed) == len(records)
    assert any("REVIEW WORKSHEET" in text for text in signed)
    assert any("REVIEW WORKSHEET" not in text for text in signed)
    assert all("Remedy:" in text for text in signed)
