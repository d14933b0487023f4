"""Waivers: accepted findings, with who accepted each, why and until when."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Iterable, Sequence
from pathlib import Path, PurePosixPath

from redact.errors import PolicyError
from redact.findings import Report, Waiver
from redact.patterns import pattern
from redact.policy.nearest import did_you_mean
from redact.policy.validate import validate
from redact.resources import file_bytes, is_there
from redact.rules import RULES
from redact.strict_yaml import read_yaml, step
from redact.strict_yaml.lines import error_lines

_LOOKS_LIKE_SHA256 = pattern(r"[0-9A-Fa-f]{64}")


def load_waivers(path: str | Path) -> tuple[Waiver, ...]:
    """The waivers in a file, expired ones and those of unknown rules included.

    A document is named by its path as given on the command line or by its SHA-256. Raises
    `PolicyError` naming the file, the line and the path inside it.
    """
    where = str(path)
    data = file_bytes(Path(path), where, PolicyError)
    content = read_yaml(data, where)
    with error_lines({where: data}):
        validate(content, "waivers.schema.json", where)
        return tuple(
            Waiver(
                rule=entry["rule"],
                document=_document(entry["document"]),
                reason=entry["reason"],
                approver=entry["approver"],
                expires=day_of(entry["expires"], f"{where}: {step('$.waivers', number)}.expires"),
                sha256=entry["sha256"].lower() if "sha256" in entry else None,
            )
            for number, entry in enumerate(content["waivers"] or ())
        )


def stale_waivers(
    waivers: Iterable[Waiver], as_of: datetime.date
) -> tuple[tuple[Waiver, str], ...]:
    """The waivers that cannot apply, each with the reason as a sentence for a warning."""
    found = []
    for waiver in waivers:
        if not _names_a_rule(waiver.rule):
            hint = did_you_mean(waiver.rule, RULES, "list them with: redact rules")
            found.append((waiver, f"unknown rule '{waiver.rule}': {hint}"))
        elif waiver.expires < as_of:
            named = _named(waiver.document)
            warning = f"the waiver of {waiver.rule} for {named} expired on {waiver.expires}"
            found.append((waiver, warning))
    return tuple(found)


def unused(
    waivers: Sequence[Waiver], report: Report, rules_of: Callable[[str], Collection[str]]
) -> tuple[str, ...]:
    """A sentence for a warning about each waiver in force that waived nothing, although its rule
    ran on its document, or its document is known by another path.

    ``rules_of`` gives the rules that ran on documents of a kind.
    """
    used = {finding.waiver for finding in report.findings}
    named = {waiver.document for waiver in waivers}
    names = {_file_name(document) for document in named}
    by_path = {d.path: d for d in report.documents if d.path in named}
    documents = {d.sha256: d for d in report.documents if d.sha256 in named} | by_path
    alike = {name: d.path for d in report.documents if (name := _file_name(d.path)) in names}
    warnings = []
    for waiver in waivers:
        document = documents.get(waiver.document)
        other = alike.get(_file_name(waiver.document))
        if document is None and other and _cannot_be_met(waiver.document):
            name = f"the waiver of {waiver.rule} for {waiver.document}"
            warnings.append(f"{name} names no document; one is called {other}")
        if waiver in used or document is None or not _has_run(waiver.rule, rules_of(document.kind)):
            continue
        name = f"the waiver of {waiver.rule} for {document.path}"
        if waiver.sha256 not in (None, document.sha256):
            warnings.append(f"{name} no longer holds: the document has changed")
        else:
            warnings.append(f"{name} matches nothing: the finding is gone")
    return tuple(warnings)


def _file_name(document: str) -> str:
    return PurePosixPath(document.replace("\\", "/")).name.lower()


def _cannot_be_met(document: str) -> bool:
    """Whether no run can meet a document of this path: it is absolute, or nothing is there."""
    return document.startswith("/") or not is_there(document)


def _named(document: str) -> str:
    """A document as messages may name it: its hash would confirm a guess at the text."""
    return "a document named by its hash" if _LOOKS_LIKE_SHA256.fullmatch(document) else document


def _has_run(name: str, ran: Collection[str]) -> bool:
    return any(name in (rule, *RULES[rule].former) for rule in ran)


def _names_a_rule(name: str) -> bool:
    return name in RULES or any(name in rule.former for rule in RULES.values())


def _document(written: str) -> str:
    """Normalized as the tool writes them: hashes in lower case, paths without leading ``./``."""
    if _LOOKS_LIKE_SHA256.fullmatch(written):
        return written.lower()
    return PurePosixPath(written).as_posix()


def day_of(written: str, where: str) -> datetime.date:
    """The day written as YYYY-MM-DD. Raises `PolicyError` when there is no such day."""
    try:
        return datetime.date.fromisoformat(written)
    except ValueError as error:
        raise PolicyError(
            f"there is no day {written}", where, "write the day as YYYY-MM-DD"
        ) from error
