"""Checks that the banner line allows exactly the foreign release that all portions allow.

## Why

The document as a whole may go to a country only if every classified portion may. The countries of
the banner line are those common to all lists; if none is common, or some classified portion has no
release marking, the document is NOFORN.

## Example

    SECRET//REL TO USA, AUS

    (S//REL TO USA, GBR) The pump test is on Tuesday.

*Use instead:* `SECRET//REL TO USA, GBR`.

## Limits

Unclassified portions without a release marking do not count. A document without any release marking
is not checked, nor are portions whose mark is missing or unreadable. NOFORN on a portion that is
missing in the banner line is left to `dis-noforn-rollup`.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.markings.foreign_release import Release, release_of
from redact.markings.marking import Marking
from redact.markings.portion_sum import with_list
from redact.markings.register import Register
from redact.markings.rollup import roll_up
from redact.rules.marks import portion_marks
from redact.rules.scope import line_name

ID = "dis-foreign-release-rollup"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit on the first banner line, case ``stricter`` when it allows less than the portions."""
    document, register = examined.document, examined.register
    line = next(iter(document.readable_banners), None)
    marked = [portion for portion in document.portions if portion.marking is not None]
    if line is None or line.marking is None or not marked:
        return
    if "REL" in line.marking.dissem and not line.marking.rel_to:
        return  # relto-usa-first
    if any(mark.problems("unknown-code") for mark in portion_marks(examined)):
        return  # relto-code-unknown
    required = roll_up([p.marking for p in marked], register, banner=line.marking)
    wanted, found = release_of(required.marking, register), release_of(line.marking, register)
    if not wanted.says or _allowed(wanted) == _allowed(found):
        return
    listed = (with_list(p.marking, line.marking) for p in marked)  # (S//REL): as the banner line
    if any(release_of(marking, register).forbids for marking in listed) and not found.forbids:
        return  # dis-noforn-rollup
    with_release = [p for p in marked if release_of(p.marking, register).says]
    name = line_name(line)
    expected, says = _words(required.marking, register), _words(line.marking, register)
    yield Hit(
        span=line.span,
        message=f"portions together allow {expected}, {name} says {says}",
        fix=f"write {expected} in the {name}",
        expected=expected,
        found=says,
        related=tuple(Label(p.mark_span or p.span, "release marking") for p in with_release),
        case="stricter" if found.forbids else "default",
    )


def _allowed(release: Release) -> tuple[bool, bool, frozenset[str], frozenset[str], bool]:
    """What a release comes to, whatever it was made of."""
    if release.forbids or not release.says:
        return release.says, release.forbids, frozenset(), frozenset(), False
    return True, False, release.release, release.display, release.official


def _words(marking: Marking, register: Register) -> str:
    """The foreign release markings of a marking, in the register's words."""
    release = release_of(marking, register)
    if release.forbids:
        return "NOFORN"
    kept = Marking(
        dissem=tuple(token for token in marking.dissem if token in ("RELIDO", "REL", "EYES")),
        rel_to=marking.rel_to,
        display_only=marking.display_only,
        eyes_only=marking.eyes_only,
        system=marking.system,
    )
    return kept.banner() or "nothing about foreign release"
