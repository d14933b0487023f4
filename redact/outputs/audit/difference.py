"""The differences between the records of an earlier run and those of this one."""

from __future__ import annotations

from collections import Counter

from redact.outputs.audit.model import AuditReport, RecordedDocument
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that has changed; ``what`` is a key of the layout's labels.

    ``before`` or ``now`` is ``None`` where the document did not exist yet or no longer exists.
    """

    name: str
    what: str
    before: str | None
    now: str | None


@dataclass(frozen=True, slots=True)
class Difference:
    """All changes, ordered by document name; ``as_of`` is the time base of the earlier run.

    ``new`` and ``gone`` count findings by rule.
    """

    as_of: tuple[str, ...]
    changes: tuple[Change, ...]
    new: tuple[tuple[str, int], ...]
    gone: tuple[tuple[str, int], ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing changed."""
        return not (self.changes or self.new or self.gone)


def compare(before: AuditReport, now: AuditReport) -> Difference:
    """The difference between two reports in the same edition; documents are paired by shown name.

    The releasable edition contains neither the name nor the hash of a document that is not
    released, so changes in such a document are not reported.
    """
    old, new = _by_name(before), _by_name(now)
    changes: list[Change] = []
    for name in sorted(old.keys() | new.keys()):
        if name not in old:
            changes.append(Change(name, "added", None, new[name].outcome))
        elif name not in new:
            changes.append(Change(name, "removed", old[name].outcome, None))
        else:
            changes += _changes(name, old[name], new[name])
    was, has = _findings(before), _findings(now)
    return Difference(
        before.as_of, tuple(changes), tuple(sorted((has - was).items())),
        tuple(sorted((was - has).items())),
    )  # fmt: skip


def _by_name(report: AuditReport) -> dict[str, RecordedDocument]:
    named = {d.original.name or d.message_number or "": d for d in report.documents}
    return {name: document for name, document in named.items() if name}


def _changes(name: str, old: RecordedDocument, new: RecordedDocument) -> list[Change]:
    pairs = (
        ("outcome", old.outcome, new.outcome),
        ("banner_found", old.banner_found, new.banner_found),
        ("banner_required", old.banner_required, new.banner_required),
        ("verification", old.verification, new.verification),
        ("withheld", str(len(old.deletions)), str(len(new.deletions))),
        ("policy", _named(old), _named(new)),
    )
    changes = [Change(name, what, was or "", has or "") for what, was, has in pairs if was != has]
    if old.original.sha256 != new.original.sha256:
        changes.insert(0, Change(name, "original_changed", "", "changed"))
    return changes


def _named(document: RecordedDocument) -> str:
    return f"{document.policy.name} {document.policy.version}"


def _findings(report: AuditReport) -> Counter[str]:
    return Counter(finding.rule for document in report.documents for finding in document.findings)
