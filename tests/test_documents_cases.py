"""Invented telegrams, and what the parser must read in them: ``tests/cases_parse/*.yaml``.

``expect`` holds fields of ``redact/documents/v1``; ``paragraphs`` as pairs of number and mark,
``sub_paragraphs`` likewise, ``defects`` of the numbered paragraphs, ``portions`` their number,
``texts`` their texts with white space folded, ``metadata``, ``stamps`` and the kinds of
``segments`` of the document itself, ``subject_mark`` the mark of its subject, ``date`` its day of
origin. ``to_names``, ``info_names``, ``reference_ids`` and ``texts_begin``, the first two words (of
a numbered text three), are short for the whole of such a field.
"""

from __future__ import annotations

from typing import Any

import pytest
from data_files import parse_cases

from redact.documents import Document, parse
from redact.sources import Source

CASES = parse_cases()


def read_field(document: Document, name: str) -> Any:
    """The field of a document that a case names."""
    shape = document.to_dict()
    match name:
        case "paragraphs":
            return [[p["number"], p["mark"]] for p in shape["paragraphs"]]
        case "sub_paragraphs":
            parts = [p for p in document.portions if p.kind == "sub-paragraph"]
            return [[p.number, p.mark] for p in parts]
        case "defects":
            return [p["defect"] for p in shape["paragraphs"]]
        case "texts":
            return [" ".join(document.text_of(p.span).split()) for p in document.portions]
        case "texts_begin":
            texts = read_field(document, "texts")
            return [" ".join(text.split()[: 3 if text[0].isdigit() else 2]) for text in texts]
        case "to_names" | "info_names":
            return [addressee["name"] for addressee in shape[name.removesuffix("_names")]]
        case "reference_ids":
            return [reference["id"] for reference in shape["references"]]
        case "date":
            return document.date and document.date.isoformat()
        case "banner_lines":
            return [[b.marking and b.marking.banner(), b.place] for b in document.banners]
        case "portions":
            return len(document.portions)
        case "stamps":
            return [stamp.kind for stamp in document.stamps]
        case "subject_mark":
            return next(p.mark for p in document.portions if p.kind == "subject")
        case "segments":
            return [segment.kind for segment in document.segments]
        case "metadata":
            assert document.metadata is not None
            fields = ("identifier", "created", "classification", "origin", "title")
            values = {f: getattr(document.metadata, f) for f in fields}
            found: dict[str, Any] = {f: v.text if v else None for f, v in values.items()}
            return {**found, "tags": [field.text for field in document.metadata.tags]}
        case _:
            return shape[name]


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    case = CASES[name]
    document = parse(Source.from_text(case["text"]))
    found = {field: read_field(document, field) for field in case["expect"]}
    assert found == case["expect"]


@pytest.mark.parametrize("name", CASES)
def test_line_ends_change_no_field(name: str) -> None:
    case = CASES[name]
    for line_end in ("\r\n", "\r"):
        document = parse(Source.from_text(case["text"].replace("\n", line_end)))
        found = {field: read_field(document, field) for field in case["expect"]}
        assert found == case["expect"], repr(line_end)
