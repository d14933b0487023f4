"""Recognition of transmission lines, addressees and distribution lists at the current line."""

from __future__ import annotations

from redact.documents.division.progress import Progress
from redact.documents.head import signs
from redact.documents.head.envelope_lines import (
    group_of,
    is_address_line,
    is_distribution_line,
    is_lone_addressee,
    opens_envelope,
)
from redact.documents.sentence_words import is_sentence
from redact.patterns import pattern

_DRAFTED = pattern(r"(?:DRAFTED|APPROVED|CLEARED) BY:? ?")
"""The label before an office and a name, which are no sentence."""


def take_envelope_line(progress: Progress, index: int, head: str) -> bool:
    """Record a transmission line, an addressee or a line of an archive's distribution list."""
    if progress.place in ("captions", "header") and signs.BREAK.match(head):
        return progress.put("envelope")
    if progress.place in ("captions", "header", "body"):
        if not progress.opens_further_section(index, head):
            return False
        return _take_opening_line(progress, head)
    if opens_envelope(head):
        return _take_opening_line(progress, head)
    if progress.place == "distribution" and is_distribution_line(head):
        named = _DRAFTED.match(head)
        if not is_sentence(head[named.end() :] if named else head):
            return progress.put("distribution", continues=True)
    if progress.place == "envelope":
        if not is_address_line(head, progress.register, after_blank=progress.after_blank):
            return False
        # A sentence among the addressees is text; the addressees continue after it.
        return progress.put("body" if is_sentence(head) else "envelope")
    if signs.OFFICES.match(head) or (signs.RULER.match(head) and len(head) > 18):
        progress.place = "distribution"
        return progress.put("distribution", continues=True)
    if signs.FROM.match(head) or signs.PRECEDENCE.match(head) or is_lone_addressee(head):
        progress.place = "envelope"
        return progress.put("envelope")
    if signs.RELAY_REMARK.match(head):
        return progress.put("distribution")
    return signs.BREAK.match(head) is not None and progress.put("envelope")


def _take_opening_line(progress: Progress, head: str) -> bool:
    progress.open_section("envelope")
    if signs.DATE_TIME_GROUP.match(head):
        progress.group = progress.group or group_of(head)
    elif signs.DE.match(head):
        progress.route = progress.route or head.split()[1]
    return progress.put("envelope")
