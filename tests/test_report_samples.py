"""The committed samples are what the program prints from the committed records today."""

from __future__ import annotations

import hashlib
import io
import json
from typing import Any

import pikepdf
import pypdfium2
import pytest
from conftest import ROOT

from redact.outputs import html, markdown, pdf
from redact.outputs.audit import load_layout, make_report
from redact.outputs.audit.attach import attached

SAMPLES = ROOT / "reports" / "samples"
FILES = [path.read_bytes() for path in sorted((SAMPLES / "records").glob("*.record.json"))]


def report(**options: Any) -> Any:
    return make_report(
        [json.loads(data) for data in FILES],
        record_sha256=[hashlib.sha256(data).hexdigest() for data in FILES],
        **options,
    )


@pytest.mark.parametrize("edition", ["internal", "releasable"])
def test_html_is_the_same_byte_for_byte(edition: str) -> None:
    sample = SAMPLES / f"audit-{edition}.html"
    assert html.render(report(edition=edition)) == sample.read_bytes().decode()


def test_the_comment_is_the_same_byte_for_byte() -> None:
    told = markdown.render(report(layout=load_layout("comment")))
    assert told == (SAMPLES / "comment.md").read_bytes().decode()


@pytest.mark.parametrize("edition", ["internal", "releasable"])
def test_the_pdf_is_the_same(edition: str) -> None:
    """Object by object: only how the library packs its streams may differ between machines."""
    made = pdf.render(report(edition=edition), attached(FILES))
    assert objects(made) == objects((SAMPLES / f"audit-{edition}.pdf").read_bytes())


def test_the_slip_is_one_page_of_every_document() -> None:
    data = (SAMPLES / "slip.pdf").read_bytes()
    layout = load_layout("slip")
    assert objects(pdf.render(report(layout=layout, edition="releasable"))) == objects(data)
    slip = pypdfium2.PdfDocument(data)
    assert len(slip) == 1
    text = slip[0].get_textpage().get_text_bounded()
    assert "Release slip" in text and "Releasing official" in text
    assert text.count("Released in part (RIP)") == 9


def objects(data: bytes) -> list[bytes]:
    with pikepdf.open(io.BytesIO(data)) as opened:
        return [
            item.read_bytes() if isinstance(item, pikepdf.Stream) else item.unparse()
            for item in opened.objects
        ]


@pytest.mark.parametrize("edition", ["internal", "releasable"])
def test_no_report_shows_a_name_or_a_line_withheld_from_the_examples(edition: str) -> None:
    shown = pieces((SAMPLES / f"audit-{edition}.html").read_text("utf-8"))
    for page in pypdfium2.PdfDocument(SAMPLES / f"audit-{edition}.pdf"):
        shown += pieces(page.get_textpage().get_text_bounded())
    told = f" {' '.join(shown)} "
    looked_for = 0
    for data in FILES:
        record = json.loads(data)
        original = (ROOT / "examples" / record["original"]["name"]).read_bytes().decode()
        for item in record["redactions"]:
            words = pieces(original[item["start"] : item["end"]])
            if len(words) < 3 and item["amount"] != "name":
                continue  # a word or two stands in any report
            for n in range(max(len(words) - 2, 1)):
                looked_for += 1
                assert f" {' '.join(words[n : n + 3])} " not in told
    assert looked_for > 100


def pieces(text: str) -> list[str]:
    """The words of a text, folded."""
    return "".join(c if c.isalpha() else " " for c in text).casefold().split()
