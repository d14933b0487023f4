"""Whether a document may have a public copy at all: marks that cannot be trusted cannot determine
what to withhold.
"""

from __future__ import annotations

from collections.abc import Iterable

from redact.documents.copy_model import ReleaseStamp
from redact.documents.model import Document
from redact.errors import RedactError
from redact.findings import Finding, Severity
from redact.markings.marking import level_rank
from redact.policy.model import Policy
from redact.redaction.model import Declassification
from redact.rules import RULES
from redact.values import dataclass

GATING_FAMILIES = frozenset(("banner", "portion", "authority", "declassification"))
GATING_RULES = frozenset(("env-header-blocks-conflict", "env-several-messages"))
"""Where header blocks contradict each other or belong to several messages, it is unclear which one
classifies the document."""

METADATA_LEVEL = "meta-classification-mismatch"
"""Forbids a public copy where the metadata states a higher level than the classification line."""

NO_LEVEL = "no-readable-level"
UNCERTAIN_KIND = "uncertain-kind"
NOT_DECLASSIFIED = "declassification-not-shown"


@dataclass(frozen=True, slots=True)
class Barrier:
    """One thing that forbids a public copy: the rule or condition, the reason and the remedy.

    ``line`` is counted from 1, ``None`` for the document as a whole.
    """

    rule: str
    why: str
    remedy: str
    line: int | None = None


class Gated(RedactError):
    """The document gets no public copy until its barriers are fixed or waived."""

    exit_code = 1

    def __init__(self, barriers: tuple[Barrier, ...], where: str | None = None) -> None:
        rules = ", ".join(dict.fromkeys(barrier.rule for barrier in barriers))
        super().__init__(f"no public copy: {rules}", where, barriers[0].remedy)
        self.barriers = barriers

    def __reduce__(self) -> tuple[type[Gated], tuple[tuple[Barrier, ...], str | None]]:
        """Rebuilt from its barriers, so that it can be pickled between processes."""
        return Gated, (self.barriers, self.where)


def find_barriers(
    document: Document,
    findings: Iterable[Finding],
    policy: Policy,
    evidence: Declassification | None = None,
) -> tuple[Barrier, ...]:
    """What forbids a public copy of the document, in document order; empty when nothing does.

    ``findings`` are those of the stage *record* on the original.
    """
    barriers = [
        Barrier(finding.rule, finding.message, _remedy(finding), finding.start[0])
        for finding in sorted(findings, key=lambda f: (f.span, f.rule))
        if is_gating(finding)
    ]
    if document.kind == "text" and document.level is None and _is_classified(document):
        barriers.append(
            Barrier(
                UNCERTAIN_KIND,
                f"marks in brackets state {document.highest_level}, too little else shows a marked"
                " document",
                "name its kind, such as --kind telegram; this cannot be waived",
            )
        )
    elif not has_readable_level(document):
        barriers.append(_no_level(document))
    elif document.kind == "text" and _is_classified(document):
        # No rule has checked its marks, so they cannot be trusted to say what may be released.
        barriers.append(
            Barrier(
                UNCERTAIN_KIND,
                f"a line states {document.level}, too little else suggests a marked document",
                "name its kind, such as --kind memorandum; this cannot be waived",
            )
        )
    elif policy.release.needs_declassification and _is_classified(document) and not evidence:
        barriers.append(
            Barrier(
                NOT_DECLASSIFIED,
                f"the policy '{policy.name}' publishes classified text only after declassification,"
                " and nothing shows that it was declassified",
                "give --declassified-by and --declassified-on, or use the policy 'foia-release'",
            )
        )
    return tuple(barriers)


def is_gating(finding: Finding) -> bool:
    """Whether a finding, unless waived, forbids a public copy."""
    if finding.rule == METADATA_LEVEL and not finding.is_waived:
        return level_rank(finding.found) > level_rank(finding.expected)
    if finding.severity is not Severity.ERROR or finding.is_waived:
        return False
    rule = RULES.get(finding.rule)
    return finding.rule in GATING_RULES or (rule is not None and rule.family in GATING_FAMILIES)


def has_readable_level(document: Document) -> bool:
    """Whether any marking says how to handle the document; a CUI marking does, without a level.

    In a text of unknown kind a letter in brackets is not evidence: it needs a banner line.
    """
    if document.kind == "text":
        return document.level is not None
    if document.highest_level is not None:
        return True
    return any(marking.cui for marking in document.markings)


def evidence_in(document: Document) -> Declassification | None:
    """The declassification that a stamp on the document states.

    A stamp for part of the document does not count, since the rest may still be classified; nor
    does one in the text of a portion, which may refer to another document. A release stamp counts
    only if it says who or what authority released the document and when: the words alone may be a
    clerk's note, and next to a stamp for a part they do not cover the whole.
    """
    in_part = any(s.kind in ("released-in-part", "denied") for s in document.stamps)
    for stamp in document.stamps:
        partly = "PARTIAL" in document.text_of(stamp.span).upper()
        quoted = any(portion.span.overlaps(stamp.span) for portion in document.portions)
        released = stamp.kind == "released-in-full" and not in_part and _names_who_and_when(stamp)
        if (stamp.kind == "declassified" or released) and not partly and not quoted:
            return Declassification(stamp.by, stamp.on, stamp.authority, stamped=True)
    return None


def _names_who_and_when(stamp: ReleaseStamp) -> bool:
    return stamp.on is not None and (stamp.authority or stamp.by) is not None


def _no_level(document: Document) -> Barrier:
    if not document.text.strip():
        return Barrier(NO_LEVEL, "there is no text in it", "see whether the file is complete")
    return Barrier(
        NO_LEVEL,
        "no banner line and no portion mark states a level that can be read",
        "correct the markings of the document; this cannot be waived",
    )


def _is_classified(document: Document) -> bool:
    return level_rank(document.highest_level) > 0


def _remedy(finding: Finding) -> str:
    correction = finding.fix or "correct the marking"
    return f"{correction}; or waive {finding.rule} for this document in waivers.yaml"
