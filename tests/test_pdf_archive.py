"""The report as an archive keeps it: tagged, PDF/A-3b, with its records inside."""

from __future__ import annotations

import io
import itertools
from collections.abc import Iterator
from functools import cache
from typing import Any

import audit_records as invented
import pikepdf
import pytest
from pikepdf import pdfa

from redact.outputs import pdf as pdf_output
from redact.outputs.audit import make_report
from redact.outputs.audit.attach import attached
from redact.redaction.record import record_bytes

EDITIONS = ("internal", "releasable")


@cache
def sample(edition: str = "internal") -> bytes:
    records = invented.sample()
    files = [record_bytes(record) for record in records]
    return pdf_output.render(make_report(records, edition=edition), attached(files))


def opened(edition: str = "internal") -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(sample(edition)))


def elements(node: Any) -> Iterator[Any]:
    """The elements of the structure in the order they are read."""
    yield node
    for kid in node.K:
        if kid.get("/Type") == "/StructElem":
            yield from elements(kid)


def kinds(node: Any) -> list[str]:
    return [str(kid.S) for kid in node.K if kid.get("/Type") == "/StructElem"]


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_checker_of_pdf_a_3b_finds_nothing(edition: str) -> None:
    with opened(edition) as pdf:
        assert pdfa.check(pdf, "3b").findings == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_what_an_archive_asks_for_is_there(edition: str) -> None:
    """ISO 19005-3, rule by rule, without the checker."""
    with opened(edition) as pdf:
        metadata = pdf.open_metadata()
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("3", "B")
        assert metadata["dc:title"] == str(pdf.docinfo.Title) == "Marking and Redaction Audit"
        assert metadata["xmp:CreateDate"].startswith("2026-11-21T00:00:00")
        intent = pdf.Root.OutputIntents[0]
        assert intent.S == "/GTS_PDFA1"
        assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp"
        assert len(pdf.trailer.ID) == 2 and "/Encrypt" not in pdf.trailer
        assert "/OpenAction" not in pdf.Root and "/AA" not in pdf.Root
        assert all("/Trans" not in page for page in pdf.pages)
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary):
                assert item.get("/S") not in ("/JavaScript", "/Launch", "/URI")
                if item.get("/Type") == "/Font":
                    assert "/FontFile2" in item.FontDescriptor and "/ToUnicode" in item


def test_the_records_are_inside_and_whole() -> None:
    records = {record_bytes(record) for record in invented.sample()}
    with opened() as pdf:
        files = [spec.get_file().read_bytes() for spec in pdf.attachments.values()]
        assert set(files) == records and len(files) == 7
        assert [spec.AFRelationship for spec in pdf.Root.AF] == ["/Data"] * 7
        assert all("/" not in name and "\u202e" not in name for name in pdf.attachments)


def test_the_releasable_edition_has_nothing_inside() -> None:
    with opened("releasable") as pdf:
        assert len(pdf.attachments) == 0 and "/AF" not in pdf.Root


def test_the_structure_is_in_reading_order() -> None:
    with opened() as pdf:
        document = pdf.Root.StructTreeRoot.K
        assert document.S == "/Document"
        assert set(kinds(document)) == {"/Sect"} and len(document.K) == 9
        numbers = [pdf.pages.index(pikepdf.Page(mark.Pg)) for mark in marks(document)]
        assert numbers == sorted(numbers)
        headings = [str(e.S) for e in elements(document) if str(e.S)[:2] == "/H"]
        assert headings[0] == "/H1" and headings.count("/H3") > 20
        for before, after in itertools.pairwise(headings):
            assert int(after[2]) - int(before[2]) <= 1, "a level of headings is left out"


def marks(node: Any) -> Iterator[Any]:
    for kid in node.K:
        if kid.get("/Type") == "/StructElem":
            yield from marks(kid)
        else:
            yield kid


def test_tables_are_rows_of_cells_with_heads() -> None:
    with opened() as pdf:
        tables = [e for e in elements(pdf.Root.StructTreeRoot.K) if e.S == "/Table"]
        assert len(tables) > 30
        for table in tables:
            assert set(kinds(table)) == {"/TR"}
            heads = [e for e in elements(table) if e.S == "/TH"]
            assert heads and all(str(h.A.Scope) in ("/Column", "/Row") for h in heads)
            width = max(len(row.K) for row in table.K)
            assert all(len(row.K) in (1, 2, width) for row in table.K)


def test_every_chart_is_described_in_words() -> None:
    with opened() as pdf:
        charts = [e for e in elements(pdf.Root.StructTreeRoot.K) if e.S == "/Figure"]
        assert len(charts) == 3
        assert "CONFIDENTIAL: Found" in str(charts[0].Alt)


def test_all_that_is_drawn_is_content_or_decoration_and_owned_once() -> None:
    with opened() as pdf:
        tree = pdf.Root.StructTreeRoot
        numbers = tree.ParentTree.Nums
        owners = {int(numbers[n]): numbers[n + 1] for n in range(0, len(numbers), 2)}
        for page in pdf.pages:
            seen: list[int] = []
            depth = 0
            for operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                if name in ("BDC", "BMC"):
                    assert depth == 0, "marked content inside marked content"
                    depth += 1
                    if name == "BDC":
                        seen.append(int(operands[1].MCID))
                elif name == "EMC":
                    depth -= 1
                elif name in ("Tj", "TJ", "S", "f", "B", "b", "re", "l", "Do"):
                    assert depth == 1, f"'{name}' drawn outside the structure"
            assert depth == 0
            assert seen == list(range(len(seen)))
            assert len(owners[int(page.StructParents)]) == len(seen)


def test_a_table_over_many_pages_has_one_head() -> None:
    pdf_bytes = pdf_output.render(make_report([invented.many_findings()]))
    with pikepdf.open(io.BytesIO(pdf_bytes)) as pdf:
        tables = [e for e in elements(pdf.Root.StructTreeRoot.K) if e.S == "/Table"]
        longest = max(tables, key=lambda table: len(table.K))
        assert len(longest.K) == 301
        assert kinds(longest.K[0]) == ["/TH"] * 4
        assert all(set(kinds(row)) == {"/TD"} for row in list(longest.K)[1:])
