"""Recognition at the current line of headers written as labels, in sets or on a printed form."""

from __future__ import annotations

from redact.documents.division.progress import Progress
from redact.documents.head import signs
from redact.documents.head.captions import is_caption_line
from redact.documents.head.labelled_lines import is_labelled_line
from redact.documents.head.military_sets import TEXT_SET, kind_of_set
from redact.documents.head.printed_forms import (
    is_further_addressee,
    is_page_of_form,
    kind_of_form_line,
    level_stated,
)

LONGEST_LABELLED = 100
"""Maximum code points of a line that continues a label after the text; longer ones are text."""

LONGEST_SET = 6
"""Maximum lines of a set in the header of a military message."""


def is_set(at: Progress, head: str) -> bool:
    """Record all lines of a military message's set that is not part of its text.

    An unclosed set ends at a paragraph, at a blank line or after `LONGEST_SET` lines: what follows
    is text and must not be released with it.
    """
    kind = kind_of_set(head)
    if kind is None and at.place == "captions" and signs.SERIES_NUMBER.match(head):
        return at.put("caption")
    if kind is not None and (kind == "authority" or at.place != "body"):
        at.open_set, at.set_lines = kind, 0
    at.set_lines += 1
    ends = at.after_blank or signs.NUMBERED.match(head) or at.set_lines > LONGEST_SET
    if at.open_set is None or (kind is None and ends) or TEXT_SET.match(head):
        at.open_set = None
        return False
    at.put(at.open_set, goes_on=kind is None or kind in ("references", "authority", "body"))
    if head.endswith("//"):
        at.open_set = None
    return True


def is_labelled(at: Progress, index: int, head: str) -> bool:
    """Record a label used in place of an envelope, or one after the text and the lines below it."""
    if at.place == "body":
        if index >= at.labels_end:
            at.place = "trailer"
            return at.put("trailer", goes_on=True)
    elif at.place == "trailer":
        line = at.lines[index]
        indented = at.text[line.start] in " \t" and len(head) <= LONGEST_LABELLED
        if indented or is_labelled_line(head, behind_text=True):
            return at.put("trailer", goes_on=True)
    elif is_labelled_line(head, behind_text=False):
        at.place = "envelope"
        return at.put("envelope")
    return False


def is_of_form(at: Progress, index: int, head: str) -> bool:
    """Record a line at the head of a printed form or of one of its further pages."""
    line = at.lines[index]
    if at.place == "body":
        if level_stated(at.text, line.start, line.end) is not None:
            return at.put("banner")
        return is_page_of_form(head) and at.put("page-heading")
    usual = at.message is not None or at.group is not None or at.route is not None
    if usual or at.place == "envelope" or is_caption_line(head, at.register):
        return False
    kind = kind_of_form_line(head)
    if kind is None and at.in_form_list and is_further_addressee(head):
        kind = "envelope"
    at.in_form_list = kind == "envelope"
    if kind is None:
        return False
    at.field = None
    if kind in ("envelope", "caption"):
        at.place = "captions"
    return at.put(kind, goes_on=kind == "distribution")
