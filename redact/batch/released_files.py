"""Comparing the other files that a release writes with its records."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from redact.batch.release import DOCUMENTS_A_VOLUME
from redact.batch.report import print_volume, survey, volumes_of
from redact.outputs.audit.volume import volume_name
from redact.redaction.account.offsets import Offsets
from redact.redaction.claim import read_claim
from redact.redaction.verification import Difference
from redact.sources import Span

Record = Mapping[str, Any]


def check_findings_file(
    data: bytes, records: Mapping[str, Record], stage: str
) -> Iterator[Difference]:
    """Where ``findings.json`` (stage ``record``) or ``findings-public.json`` (``release``) differs
    from the records, which are keyed by the relative path of their documents.
    """
    try:
        file = json.loads(data)
        documents = {str(d["path"]): str(d["sha256"]) for d in file["documents"]}
        found: dict[str, list[Any]] = defaultdict(list)
        for finding in file["findings"]:
            place = Span(finding["start"]["offset"], finding["end"]["offset"])
            found[str(finding["path"])].append((place, _facts(finding, finding["fix"])))
    except (ValueError, KeyError, TypeError, RecursionError):
        yield Difference("$", "is not a findings file")
        return
    hashes = sorted(record["original"]["sha256"] for record in records.values())
    if sorted(documents.values()) != hashes or file.get("stage") != stage:
        yield Difference("$.documents", "are not those of the records")
        return
    paths = _paths_of(records, documents)
    for name, record in records.items():
        # The findings of a public copy give its path below public/.
        own = {paths[name]} if stage == "record" else {paths[name], name}
        entries = [entry for path in sorted(own) for entry in found.pop(path, ())]
        if stage == "release":
            offsets = Offsets.of(read_claim(record))
            entries = [(offsets.in_original(place), facts) for place, facts in entries]
        expected = [
            (Span(f["start"], f["end"]), _facts(f, f["remedy"]))
            for f in record["findings"]
            if f["stage"] == stage
        ]
        if entries != expected:
            yield Difference(name, "has other findings here than in its record")
    for _ in found:
        yield Difference("$.findings", "are of a document without a record")


def _paths_of(records: Mapping[str, Record], documents: Mapping[str, str]) -> dict[str, str]:
    """The path that the findings use for the document of each record: relative to the folder, or
    as given. Documents with the same bytes are told apart by the ends of their paths.
    """
    called: dict[str, list[str]] = defaultdict(list)
    for path, digest in documents.items():
        called[digest].append(path)
    paths: dict[str, str] = {}
    for name in sorted(records, key=len, reverse=True):
        left = called[records[name]["original"]["sha256"]]
        ends = [path for path in left if path == name or path.endswith(f"/{name}")]
        paths[name] = min(ends or left, key=len)
        left.remove(paths[name])
    return paths


def _facts(finding: Mapping[str, Any], remedy: str | None) -> tuple[Any, ...]:
    """What both a findings file and a record state about a finding, except its position."""
    waiver = finding["waiver"]
    return (
        finding["rule"],
        finding["severity"],
        finding["message"],
        remedy,
        [(authority["id"], authority["cite"]) for authority in finding["authority"]],
        waiver and (waiver["reason"], waiver["approver"], waiver["expires"]),
    )


def check_reports(folder: Path, records: Sequence[Path]) -> Iterator[Difference]:
    """Where the audit report of an output folder differs from the one its records give.

    A signed report begins with the unsigned one, byte for byte.
    """
    files = survey(records, "internal")
    expected: set[str] = set()
    for volume, own in volumes_of(files, DOCUMENTS_A_VOLUME):
        name = f"{volume_name('audit', volume.number, volume.of)}.pdf"
        expected.add(name)
        place = folder / name
        if not place.is_file():
            yield Difference(name, "is missing")
        elif not place.read_bytes().startswith(print_volume(volume, own)):
            yield Difference(name, "is not the report that the records give")
    for place in sorted(folder.glob("audit*.pdf")):
        if place.name not in expected:
            yield Difference(place.name, "is not a report on these records")
