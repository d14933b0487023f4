"""One document on its way to disk: all of the copy or nothing, and nothing beside it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from redaction_documents import FOIA, context, mention
from redaction_telegrams import RELEASE, publish_text

from redact.documents import parse
from redact.errors import UnreadableError, UsageError
from redact.redaction import publish as publishing
from redact.redaction.publish import NotProved, Published, publish
from redact.redaction.verify import verify
from redact.sources import read

TEXT = """\
O 201131Z APR 09
FM AMEMBASSY TESTVILLE
TO SECSTATE WASHDC IMMEDIATE
C O N F I D E N T I A L TESTVILLE 000012

SIPDIS

E.O. 12958: DECL: 04/20/2019
TAGS: PREL, XX
SUBJECT: PUMP TEST

Classified By: Ambassador Ada Roe, Reasons 1.4 (B) and (D)

1. (U) Zoltan Quimbly watched the pump test on Tuesday. QUIMBLY
was pleased.

2. (C) The pump will be bought in May, Quimbly said.
ROE
"""


def release(path: Path, text: str = TEXT, **options) -> Published:
    return publish_text(path, text, [("P1", "Zoltan Quimbly"), ("P2", "Ada Roe")], **options)


def test_the_copy_on_disk_is_proved_and_stands_alone(tmp_path: Path) -> None:
    published = release(tmp_path)
    assert [p.name for p in tmp_path.rglob("*") if p.is_file()] == ["09TESTVILLE12.txt"]
    assert published.path is not None
    data = published.path.read_bytes()
    assert verify(data, published.record, TEXT.encode()).result == "proved"
    assert published.record["verification"]["result"] == "proved"
    assert b"uimbly" not in data and b"QUIMBLY" not in data and b"ROE" not in data
    assert b"[CONFIDENTIAL - cancelled for this copy] TESTVILLE 000012" in data
    assert not published.path.stat().st_mode & 0o111


def test_nothing_our_own_copy_shows_is_a_broken_deletion(tmp_path: Path) -> None:
    published = release(tmp_path)
    assert [f.rule for f in published.findings if f.rule.startswith("red-")] == []


def test_a_name_in_the_file_name_is_a_finding(tmp_path: Path) -> None:
    published = release(tmp_path, name="quimbly-pump.txt")
    assert "red-metadata-leak" in {f.rule for f in published.findings}
    (recorded,) = [f for f in published.record["findings"] if f["rule"] == "red-metadata-leak"]
    assert recorded["stage"] == "release"
    assert TEXT[recorded["start"] :].startswith(("Ada Roe", "Zoltan Quimbly"))


def test_nothing_is_overwritten_without_force(tmp_path: Path) -> None:
    path = release(tmp_path).path
    assert path is not None
    path.write_text("mine")
    with pytest.raises(UsageError, match="already"):
        release(tmp_path)
    assert path.read_text() == "mine"
    release(tmp_path, force=True)
    assert path.read_text() != "mine"


def test_a_gated_document_gets_a_record_and_no_copy(tmp_path: Path) -> None:
    published = release(tmp_path, "1. Lunch with Zoltan Quimbly and Ada Roe.\n")
    assert published.path is None and not list(tmp_path.rglob("*.txt"))
    assert published.record["outcome"] == "not-released"
    assert [g["rule"] for g in published.record["gate"]] == ["no-readable-level"]


@pytest.mark.parametrize("kept", [False, True])
def test_a_copy_that_leaks_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: bool
) -> None:
    """A writer that forgets a deletion is caught, and what stood there before stays."""
    if kept:
        (tmp_path / "public").mkdir()
        (tmp_path / "public" / "09TESTVILLE12.txt").write_text("before")
    right = publishing.apply_plan
    monkeypatch.setattr(
        publishing,
        "apply_plan",
        lambda source, plan: right(
            source, dataclasses.replace(plan, redactions=plan.redactions[:-1])
        ),
    )
    with pytest.raises(NotProved) as leak:
        release(tmp_path, force=kept)
    assert leak.value.exit_code == 4
    assert "uimbly" not in str(leak.value).lower() and "roe" not in str(leak.value).lower()
    assert leak.value.record["outcome"] == "not-released"
    assert leak.value.record["verification"]["result"] == "leak"
    files = [p for p in tmp_path.rglob("*") if p.is_file()]
    assert [p.read_text() for p in files] == (["before"] if kept else [])


def test_a_source_that_changed_since_the_plan_is_refused(tmp_path: Path) -> None:
    published = release(tmp_path)
    with pytest.raises(UsageError, match="not the one"):
        release(tmp_path, TEXT + "\n", name="other.txt", plan=published.plan)


def test_real_telegrams_with_any_of_their_words_withheld_are_proved(
    shared: Path, tmp_path: Path
) -> None:
    """A worst case for the proof: each text's own words stand in for its names."""
    proved = 0
    paths = sorted((shared / "seeds").glob("*.txt"))
    paths += sorted((shared / "corpus" / "telegrams").glob("*.txt"))[::6]
    for path in paths:
        try:
            document = parse(read(path))
        except UnreadableError:
            continue
        words = [
            word
            for portion in document.portions
            for word in portion.text_span.of(document.source.text).split()[3:20:5]
            if word.isalpha() and len(word) > 4
        ]
        try:
            published = publish(
                path.read_bytes(),
                document,
                [mention(document, word) for word in words],
                (),
                context(FOIA),
                tmp_path / path.name,
                name=path.name,
                release_policy=RELEASE,
            )
        except NotProved as leak:
            pytest.fail(f"{path.name}: {leak}")
        proved += published.path is not None
    assert proved >= 20
