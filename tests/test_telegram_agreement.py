"""The parser agrees with telegrams that were read by eye, and gives every fact of the seeds."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from redact.documents import Document, parse
from redact.sources import Source, read

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "benchmarks"))

import parse_agreement


def test_fields_agree_with_telegrams_read_by_eye(shared: Path) -> None:
    count = len(parse_agreement.read_truth(shared))
    wrong = parse_agreement.compare(shared)
    shares = {name: 1 - len(paths) / count for name, paths in wrong.items()}
    assert min(shares.values()) >= 0.97, {n: p for n, p in wrong.items() if p}


@pytest.fixture(scope="module")
def first(shared: Path) -> Document:
    return parse(read(shared / "seeds" / "000_e9dc65e60160c554.txt"))


@pytest.fixture(scope="module")
def second(shared: Path) -> Document:
    return parse(read(shared / "seeds" / "002_1fc41c39a2009862.txt"))


def line(document: Document, number: int) -> str:
    """A line of the telegram as it stands, so that no word of it stands here."""
    return " ".join(document.source.line_text(number).split())


def lines_of(document: Document, span: Any) -> tuple[int, int]:
    line_col = document.source.line_col
    return line_col(span.start)[0], line_col(span.end)[0]


def test_facts_of_the_first_seed(first: Document) -> None:
    shape, telegram, metadata = first.to_dict(), first.telegram, first.metadata
    assert telegram is not None and metadata is not None
    identifier = line(first, 5)
    assert metadata.identifier and metadata.identifier.text == identifier
    assert metadata.created and metadata.created.text == "2009-04-20 11:31:00"
    assert metadata.classification and metadata.classification.text == "CONFIDENTIAL"
    assert metadata.origin and metadata.origin.text == line(first, 8)
    assert metadata.title and lines_of(first, metadata.title.span) == (11, 11)
    assert [tag.text for tag in metadata.tags] == ["PREL", "PGOV", "ETTC", "KNNP", "MTCR", "KZ"]
    assert telegram.transmission_id and telegram.transmission_id.text == "VZCZCXYZ0001"
    assert telegram.precedence and telegram.precedence.digraph == "OO"
    assert shape["de_line"] == {
        "route": "RUEHTA",
        "serial": "0666",
        "section": "01",
        "day_of_year": 110,
        "time": "1131",
    }
    assert shape["operating_signal"] == {"signal": "ZNY", "security": "C"}
    assert shape["date_time_group"] == "2009-04-20T11:31:00Z"
    assert len(shape["to"]) == 1 and len(shape["info"]) == 17
    assert shape["classification"] == "CONFIDENTIAL"
    assert shape["message_number"] == identifier
    assert shape["captions"] == ["SIPDIS"] and shape["attention"] == [line(first, 44)]
    assert shape["executive_order"]["declassify_on"] == "2029-04-20"
    assert shape["tags"] == ["PREL", "PGOV", "ETTC", "KNNP", "MTCR", "KZ"]
    assert shape["references"] == [] and telegram.references_span is None
    assert shape["authority"]["title"] == "Ambassador"
    assert shape["authority"]["reasons"] == ["1.4(b)", "1.4(d)"]
    assert shape["authority"]["classified_by"] in line(first, 51)
    assert shape["signature"] == line(first, 162)
    places = [(p.number, p.mark, *lines_of(first, p.span)) for p in first.portions]
    assert [place for place in places if place[0]] == [
        ("1", "SBU", 67, 117),
        ("2", "C", 120, 132),
        ("3", "C", 135, 161),
    ]
    kinds = [(p.kind, lines_of(first, p.span)) for p in first.portions if not p.number]
    assert kinds == [("title", (11, 11)), ("subject", (48, 49)), ("title", (61, 62))]
    assert len({block.facts for block in telegram.header_blocks}) == 1
    assert len(telegram.header_blocks) == 2
    assert [(b.kind, bool(b.closed), len(b.continued)) for b in first.blocks] == [
        ("text", True, 0),
        ("comment", True, 1),
    ]
    assert {a.kind for a in first.artifacts} == {"page-furniture", "no-break-space"}


def test_facts_of_the_second_seed(second: Document) -> None:
    shape = second.to_dict()
    assert shape["classification"] == "UNCLASSIFIED" and shape["handling"] == []
    assert shape["captions"] == ["SENSITIVE", "SIPDIS"]
    station = line(second, 26).split()[1]
    assert shape["message_number"] == f"10{station}179"
    assert shape["operating_signal"] == {"signal": "ZNR", "security": "U"}
    assert len(shape["info"]) == 15
    assert shape["executive_order"] == {"number": "12958", "declassify_on": None, "text": "N/A"}
    assert shape["tags"] == ["PGOV", "MNUC", "KNNP", "RS", "KZ"]
    assert [(r["label"], r["id"]) for r in shape["references"]] == [
        ("A", f"10{station}37"),
        ("B", f"08{station}1541"),
    ]
    assert [(p["number"], p["mark"]) for p in shape["paragraphs"]] == [
        ("1", "U"),
        ("2", "U"),
        ("3", "SBU"),
        ("3", "SBU"),
        ("4", "SBU"),
        ("15", "SBU"),
        ("16", "SBU"),
    ]
    assert shape["authority"] is None and shape["signature"] == line(second, 59)
    assert [(a.kind, len(a.spans)) for a in second.artifacts] == [("markdown-link", 5)]
    assert len(second.portions) == 8


def test_pieces_of_the_seeds_give_the_fields_they_hold(first: Document) -> None:
    lines = first.source.text.split("\n")

    def piece(start: int, end: int) -> dict[str, Any]:
        return parse(Source.from_text("\n".join(lines[start - 1 : end]))).to_dict()

    assert piece(18, 20)["date_time_group"] == "2009-04-20T11:31:00Z"
    assert piece(18, 20)["de_line"]["serial"] == "0666"
    assert len(piece(27, 29)["info"]) == 3
    assert piece(40, 42)["captions"] == ["SIPDIS"]
    assert piece(40, 42)["classification"] == "CONFIDENTIAL"
    assert piece(42, 44)["attention"] == [line(first, 44)]
    assert piece(46, 48)["tags"] == ["PREL", "PGOV", "ETTC", "KNNP", "MTCR", "KZ"]
    assert piece(48, 50)["subject"].endswith(line(first, 49))
    assert piece(50, 52)["authority"]["name"] in line(first, 51)
    assert piece(67, 69)["paragraphs"][0]["mark"] == "SBU"
    assert piece(160, 162)["signature"] == line(first, 162)
