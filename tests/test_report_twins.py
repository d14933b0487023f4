"""The report as HTML and as Markdown: the same facts, whole without script, nothing run from it."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import audit_records as invented
import pytest
from commands import redact
from conftest import ROOT
from test_pdf_report import PRIVATE, with_value

from redact.outputs import html, markdown
from redact.outputs.audit import load_layout, make_report

RENDER = {"html": html.render, "md": markdown.render}
EDITIONS = ("internal", "releasable")
VOID = {"meta", "br", "col"}


@cache
def sample(kind: str, edition: str = "internal") -> str:
    return RENDER[kind](make_report(invented.sample(), edition=edition))


class Reader(HTMLParser):
    """Reads an HTML file strictly: every element is closed, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.texts: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(str(value))
            elif name == "href":
                self.links.append(str(value))
            elif name == "src":
                self.loaded.append(str(value))
            assert not name.startswith("on"), "a handler in an attribute"

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if not self.open or self.open[-1] not in ("style", "script"):
            self.texts.append(data)


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def words(kind: str, edition: str = "internal") -> str:
    if kind == "html":
        return " ".join(" ".join(read(sample("html", edition)).texts).split())
    return re.sub(r"\\(.)", r"\1", sample("md", edition))


@pytest.mark.parametrize("edition", EDITIONS)
def test_every_element_is_closed_and_every_link_leads_somewhere(edition: str) -> None:
    reader = read(sample("html", edition))
    assert len(reader.ids) == len(set(reader.ids))
    assert len(reader.links) > 20
    assert {link.removeprefix("#") for link in reader.links} <= set(reader.ids)


def test_the_page_loads_nothing_and_reads_without_its_script() -> None:
    page = sample("html")
    reader = read(page)
    assert reader.loaded == [] and "link" not in reader.tags and "img" not in reader.tags
    assert "default-src 'none'" in page
    assert page.count("<script") == 1
    assert "paragraph 4 has no portion mark" in " ".join(reader.texts)


@pytest.mark.parametrize("kind", RENDER)
def test_a_name_is_text_and_no_markup(kind: str) -> None:
    page = sample(kind)
    assert not re.search(r"(?<!\\)<font", page)
    assert "\u202e" not in page and "\x07" not in page
    assert "‹U+0007›" in page
    assert "a<b>&amp;<font color='red'>" in (words(kind))


@pytest.mark.parametrize(
    "name", ["</style><script>x()</script>", "`|`*[a](http://x)", "\udcff", "@someone #1 <!--", "|"]
)
def test_no_name_breaks_out(name: str) -> None:
    report = make_report([invented.record(name)], record_sha256=["0" * 64])
    page = html.render(report)
    read(page)
    assert "<script>x" not in page and "<!--" not in page
    rows = [line for line in markdown.render(report).splitlines() if line.startswith("| 1 |")]
    assert rows
    for row in rows:
        assert len(re.findall(r"(?<!\\)\|", row)) in (5, 9, 10)


@pytest.mark.parametrize("kind", RENDER)
def test_the_twins_state_what_the_pdf_states(kind: str) -> None:
    told = words(kind)
    for fact in (
        "No withheld text was found in any public copy.",
        "7 documents examined: 1 released in full, 5 in part, 1 not released.",
        "INTERNAL - NOT FOR RELEASE",
        "Text of the portion, concerning foreign government information",
        "Reviewed portion by portion: of 6 portions, 3 released whole",
        "raise the banner line to SECRET",
        invented.digest("telegrams/pump-test.txt"),
        "Whole; every record names the hash",
        "5 U.S.C. 552(b)(6)",
    ):
        assert fact in told, fact


@pytest.mark.parametrize("kind", RENDER)
def test_the_releasable_twin_shows_nothing_of_the_originals(kind: str) -> None:
    record = changed = invented.record()
    for path, value in PRIVATE:
        changed = with_value(changed, path, value)
    pages = [RENDER[kind](make_report([r], edition="releasable")) for r in (record, changed)]
    assert pages[0] == pages[1]
    told = words(kind, "releasable")
    assert "INTERNAL" not in told and "R. Example" not in told and "5,210" not in told
    assert "telegrams/gated.txt" not in told


@pytest.mark.parametrize("kind", RENDER)
def test_no_text_of_a_document_is_printed(kind: str) -> None:
    record: dict[str, Any] = invented.record()
    for item in (*record["edits"], *record["redactions"]):
        item["text" if "text" in item else "label"] = "QUIMBLYCANARY"
    for edition in EDITIONS:
        assert "QUIMBLYCANARY" not in RENDER[kind](make_report([record], edition=edition))


def test_findings_carry_the_severity_they_are_filtered_by() -> None:
    page = html.render(make_report([invented.many_findings()]))
    assert len(re.findall(r'<tr data-severity="error">', page)) >= 100
    script = (ROOT / "reports" / "html" / "report.js").read_text("utf-8")
    assert "dataset.severity" in script and "</script" not in script


def test_a_comment_is_short_and_has_the_index() -> None:
    report = make_report(invented.sample(), layout=load_layout("comment"))
    told = markdown.render(report)
    assert "Index of withheld portions" in told and "Review worksheet" not in told
    assert len(told) < len(sample("md")) * 0.6


def test_columns_of_markdown_tables_agree_with_their_heads() -> None:
    width = rows = 0
    for line in sample("md").splitlines():
        bars = len(re.findall(r"(?<!\\)\|", line)) if line.startswith("|") else 0
        assert not width or not bars or bars == width, line
        width = bars
        rows += bars > 0
    assert rows > 20


@pytest.fixture
def records() -> Path:
    return ROOT / "reports" / "samples" / "records"


def test_the_ending_of_the_file_says_which_format(records: Path, tmp_path: Path) -> None:
    for name, start in (("a.html", b"<!DOCTYPE"), ("a.md", b"**UNCL"), ("a.pdf", b"%PDF")):
        done = redact("audit", records, "-o", tmp_path / name)
        assert done.exit_code == 0, done.output
        assert (tmp_path / name).read_bytes().startswith(start)


def test_html_and_markdown_go_to_standard_output(records: Path) -> None:
    for kind in ("html", "md"):
        done = redact("audit", records, "--format", kind)
        assert done.exit_code == 0
        assert "Marking and Redaction Audit" in done.output


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--format", "pdf"], "a PDF needs a file"),
        (["--format", "md", "--layout", "absent"], "no such file"),
        (["--format", "md", "--since", "absent"], "absent"),
    ],
)
def test_wrong_use_is_reported(records: Path, arguments: list[str], told: str) -> None:
    done = redact("audit", records, *arguments)
    assert done.exit_code in (2, 3)
    assert told in done.output


def test_bars_are_as_long_as_their_numbers_are_great() -> None:
    """Told as a part of the greatest, so that no rule of the style can cut two to one length."""
    text = html.render(make_report(invented.sample()))
    bars = re.findall(r'style="--part:([\d.]+)"></i> (\d+)</td>', text)
    charts = text.split("<caption>")[1:]
    assert len(charts) == 3 and len(bars) >= 8
    for chart in charts:
        own = re.findall(r'style="--part:([\d.]+)"></i> (\d+)</td>', chart.split("</table>")[0])
        most = max(int(number) for _, number in own)
        assert all(float(part) == round(int(number) / most, 3) for part, number in own)
