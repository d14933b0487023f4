"""A set in volumes: every document in one of them, and each with the totals of the whole."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import audit_records as invented
import jsonschema
import pikepdf
import pypdfium2
import pytest
from commands import redact
from conftest import ROOT
from hypothesis import given
from hypothesis import strategies as st

from redact.batch import release, report
from redact.batch.pool import Pace
from redact.batch.report import print_volumes
from redact.batch.store import opened
from redact.errors import UsageError
from redact.outputs.audit import Entry, divide
from redact.outputs.audit.results import Chain, follow_chain
from redact.redaction.record import record_bytes


def write(folder: Path, records: Sequence[dict[str, Any]]) -> list[Path]:
    """The records as files, each naming the one before it."""
    folder.mkdir()
    paths, previous = [], None
    for number, record in enumerate(sorted(records, key=lambda r: r["original"]["name"])):
        data = record_bytes({**record, "previous": previous})
        previous = hashlib.sha256(data).hexdigest()
        paths.append(folder / f"{number:03}.record.json")
        paths[-1].write_bytes(data)
    return paths


@pytest.fixture
def records(tmp_path: Path) -> list[Path]:
    return write(tmp_path / "records", invented.sample())


def pages(path: Path) -> list[str]:
    reader = pypdfium2.PdfDocument(path)
    return [" ".join(page.get_textpage().get_text_bounded().split()) for page in reader]


def test_each_volume_prints_its_number_the_totals_and_the_head_of_the_chain(
    tmp_path: Path, records: list[Path]
) -> None:
    done = redact("audit", *records, "-o", tmp_path / "audit.pdf", "--volume", "3")
    assert done.exit_code == 0
    assert "audit-2.pdf: volume 2 of 3, documents 4-6" in done.stderr
    assert not (tmp_path / "audit.pdf").exists()
    head = hashlib.sha256(records[-1].read_bytes()).hexdigest()
    spans = ("documents 1 to 3", "documents 4 to 6", "documents 7 to 7")
    for number, span in enumerate(spans, 1):
        cover, *others = pages(tmp_path / f"audit-{number}.pdf")
        assert f"Volume {number} of 3: {span}" in cover
        assert "7 documents examined: 1 released in full, 5 in part, 1 not released." in cover
        assert "Verdict on the whole set".upper() in cover
        assert head in cover and head in others[-1]
        assert "BROKEN" not in " ".join(others)
        assert all(f"Volume {number} of 3" in page for page in others)


def test_documents_rows_and_records_are_numbered_through_the_volumes(
    tmp_path: Path, records: list[Path]
) -> None:
    redact("audit", *records, "-o", tmp_path / "audit.pdf", "--volume", "2")
    worksheets, attached = [], []
    for number in (1, 2, 3, 4):
        path = tmp_path / f"audit-{number}.pdf"
        text = " ".join(pages(path))
        worksheets += [n for n in range(1, 8) if f"REVIEW WORKSHEET {n} OF 7" in text]
        with pikepdf.open(io.BytesIO(path.read_bytes())) as pdf:
            attached += list(pdf.attachments)
    assert worksheets == [1, 2, 3, 4, 5, 6, 7]
    assert [name[:5] for name in attached] == [f"{n:05}" for n in range(1, 8)]


def test_one_volume_is_the_report_without_volumes(tmp_path: Path, records: list[Path]) -> None:
    redact("audit", *records, "-o", tmp_path / "plain.pdf")
    done = redact("audit", *records, "-o", tmp_path / "audit.pdf", "--volume", "7")
    assert (done.exit_code, done.stderr) == (0, "")
    assert (tmp_path / "audit.pdf").read_bytes() == (tmp_path / "plain.pdf").read_bytes()


def test_a_leak_in_one_volume_is_the_verdict_of_all(tmp_path: Path) -> None:
    leaked = invented.record(
        "z.txt", public=None, outcome="not-released", verification={"result": "leak", "checks": []}
    )
    paths = write(tmp_path / "records", [*invented.sample(), leaked])
    redact("audit", *paths, "-o", tmp_path / "a.html", "--volume", "2")
    for number in (1, 2, 3, 4):
        assert "LEAK: withheld text survives in 1 document." in (
            tmp_path / f"a-{number}.html"
        ).read_text("utf-8")


def test_the_releasable_volumes_do_not_hold_the_chain(tmp_path: Path, records: list[Path]) -> None:
    arguments = ("--edition", "releasable", "--volume", "3")
    redact("audit", *records, "-o", tmp_path / "a.html", *arguments)
    for number in (1, 2, 3):
        text = (tmp_path / f"a-{number}.html").read_text("utf-8")
        assert f"Volume {number} of 3" in text
        for path in records:
            assert hashlib.sha256(path.read_bytes()).hexdigest() not in text


def test_what_changed_since_an_earlier_run_stands_in_one_volume(
    tmp_path: Path, records: list[Path]
) -> None:
    gone = [invented.full(name) for name in ("a.txt", "telegrams/m.txt", "я.txt")]
    write(tmp_path / "before", [*invented.sample(), *gone])
    arguments = ("--since", tmp_path / "before", "--volume", "3")
    redact("audit", *records, "-o", tmp_path / "a.md", *arguments)
    text = [(tmp_path / f"a-{number}.md").read_text("utf-8") for number in (1, 2, 3)]
    assert [part.count("Document removed") for part in text] == [1, 1, 1]
    assert sum(part.count("Document added") for part in text) == 0


def test_volumes_need_a_file_and_replace_none(tmp_path: Path, records: list[Path]) -> None:
    done = redact("audit", *records, "--format", "md", "--volume", "2")
    assert done.exit_code == 2 and "-o FILE" in done.stderr
    (tmp_path / "a-3.html").write_text("mine")
    done = redact("audit", *records, "-o", tmp_path / "a.html", "--volume", "2")
    assert done.exit_code == 2 and "a-3.html" in done.stderr
    assert not (tmp_path / "a-1.html").exists()
    assert redact("audit", *records, "-o", tmp_path / "b.html", "--volume", "0").exit_code == 2


def test_a_release_beyond_one_volume_writes_several_and_leaves_no_older_report(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = write(tmp_path / "internal", invented.sample())
    older = [tmp_path / "internal" / name for name in ("audit.pdf", "audit-9.pdf")]
    for path in older:
        path.write_text("an earlier run")
    mine = tmp_path / "internal" / "audit-notes.pdf"
    mine.write_text("not ours")
    monkeypatch.setattr(release, "DOCUMENTS_A_VOLUME", 4)
    with opened(tmp_path / "store") as store:
        written = release.write_reports(tmp_path, paths, store)
        first = [path.read_bytes() for path in written]
        assert release.write_reports(tmp_path, paths, store) == written
    assert [path.name for path in written] == ["audit-1.pdf", "audit-2.pdf"]
    assert [path.read_bytes() for path in written] == first
    assert not any(path.exists() for path in older) and mine.exists()
    assert release.report_names(7) == ("audit.pdf", "audit-1.pdf", "audit-2.pdf")
    assert release.report_names(4) == ("audit.pdf",)


def test_volumes_are_the_same_whoever_prints_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = write(tmp_path / "internal", invented.sample())
    alone = list(print_volumes(paths, 4, Pace()))
    assert list(print_volumes(paths, 4, Pace(2, timeout=0.001))) == alone and len(alone) == 2
    monkeypatch.setattr(report, "print_volume", lambda *_: 1 / 0)
    with pytest.raises(UsageError, match="internal error") as told:
        list(print_volumes(paths, 4, Pace()))
    assert told.value.where == "audit report, volume 1 of 2"


def test_the_invented_records_are_of_the_shape_that_is_promised() -> None:
    shape = json.loads((ROOT / "schemas" / "audit-record.schema.json").read_bytes())
    validator = jsonschema.Draft202012Validator(shape)
    for record in (*invented.sample(), invented.many_findings()):
        validator.validate(json.loads(record_bytes(record)))


@given(st.lists(st.integers(0, 5), max_size=40), st.integers(1, 12))
def test_volumes_hold_every_document_and_every_deletion_once(
    deletions: list[int], size: int
) -> None:
    entries = [
        Entry(
            name=f"{n:02}",
            previous=None,
            record_sha256=None,
            outcome="released-in-part",
            has_copy=True,
            verification="proved",
            errors=0,
            deletions=number,
        )
        for n, number in enumerate(deletions)
    ]
    volumes = list(divide(entries, size))
    documents = [n for v in volumes for n in range(v.first, v.last + 1)]
    assert documents == list(range(1, len(entries) + 1))
    assert all(v.last - v.first < size for v in volumes)
    for volume in volumes:
        assert volume.first_deletion == 1 + sum(deletions[: volume.first - 1])
        assert (volume.of, volume.whole.documents) == (len(volumes), len(entries))


@pytest.mark.parametrize(
    ("links", "is_whole", "head"),
    [
        ([], True, None),
        ([("a", "b"), (None, "a")], True, "b"),
        ([(None, "a"), ("x", "b")], False, None),
        ([(None, "a"), ("a", "b"), ("a", "c")], False, None),
        ([(None, None), (None, None)], False, None),
    ],
    ids=["empty", "whole", "a record is missing", "two after one", "two first records"],
)
def test_a_chain_is_whole_when_each_record_follows_another(
    links: list[tuple[str | None, str | None]], is_whole: bool, head: str | None
) -> None:
    assert follow_chain(links) == Chain(is_whole, head)
