"""Layouts: the shipped one is valid and complete, a user's lies over it, mistakes are told."""

from __future__ import annotations

import json
import re
from pathlib import Path

import audit_records as invented
import pypdfium2
import pytest
from conftest import ROOT
from jsonschema import Draft202012Validator

from redact.errors import RedactError
from redact.outputs import pdf
from redact.outputs.audit import make_report
from redact.outputs.audit.layout import load_layout, shipped_layouts
from redact.strict_yaml import read_yaml

SCHEMA = json.loads((ROOT / "schemas" / "report-layout.schema.json").read_text("utf-8"))


@pytest.mark.parametrize("name", shipped_layouts())
def test_a_shipped_layout_is_valid(name: str) -> None:
    path = ROOT / "reports" / "layout" / f"{name}.yaml"
    Draft202012Validator(SCHEMA).validate(read_yaml(path.read_bytes(), name))
    assert load_layout(name).name == name


def test_every_label_and_statement_the_code_asks_for_is_in_the_layout_and_no_other() -> None:
    layout = load_layout()
    code = "\n".join(
        path.read_text("utf-8") for path in sorted((ROOT / "redact" / "outputs").rglob("*.py"))
    )
    unused = [
        key
        for key in (*layout.labels, *layout.statements)
        if not re.search(rf'"{key}"|f["\']{key.split("_", 1)[0]}_\{{', code)
    ]
    assert not unused


def test_a_layout_of_ones_own_changes_single_words(tmp_path: Path) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(
        "format: redact/report-layout/v1\n"
        "extends: audit\n"
        "name: own\n"
        "agency: Bureau of Picnics\n"
        "page: a4\n"
        "sections: [cover, summary, method]\n"
        "labels: {verdict: Outcome of the review}\n",
        "utf-8",
    )
    document = pypdfium2.PdfDocument(
        pdf.render(make_report(invented.sample(), layout=load_layout(path)))
    )
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    assert "Bureau of Picnics" in text
    assert "OUTCOME OF THE REVIEW" in text
    assert "Review worksheet" not in text
    assert round(document[0].get_width()) == 595


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("labels: {verdikt: x}", "unknown key 'verdikt'"),
        ("colour: red", "unknown key 'colour'"),
        ("sections: [cover, dessert]", "dessert"),
        ("page: folio", "folio"),
        ("statements: {scop: x}", "unknown key 'scop'"),
    ],
)
def test_a_mistake_in_a_layout_is_reported(tmp_path: Path, line: str, told: str) -> None:
    path = tmp_path / "own.yaml"
    path.write_text(f"format: redact/report-layout/v1\nname: own\n{line}\n", "utf-8")
    with pytest.raises(RedactError) as caught:
        load_layout(path)
    assert told in str(caught.value)
    assert "own.yaml" in str(caught.value)


def test_a_layout_that_is_not_there_is_reported() -> None:
    with pytest.raises(RedactError, match="no such file"):
        load_layout("absent.yaml")
