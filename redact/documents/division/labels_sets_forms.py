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


def take_set_line(progress: Progress, head: str) -> bool:
    """Record all lines of a military message's set that is not part of its text.

    An unclosed set ends at a paragraph, at a blank line or after `LONGEST_SET` lines: what follows
    is text and must not be released with it.
    """
    kind = kind_of_set(head)
    if kind is None and progress.place == "captions" and signs.SERIES_NUMBER.match(head):
        return progress.put("caption")
    if kind is not None and (kind == "authority" or progress.place != "body"):
        progress.open_set, progress.set_lines = kind, 0
    progress.set_lines += 1
    ends = progress.after_blank or signs.NUMBERED.match(head) or progress.set_lines > LONGEST_SET
    if progress.open_set is None or (kind is None and ends) or TEXT_SET.match(head):
        progress.open_set = None
        return False
    progress.put(
        progress.open_set, continues=kind is None or kind in ("references", "authority", "body")
    )
    if head.endswith("//"):
        progress.open_set = None
    return True


def take_labelled_line(progress: Progress, index: int, head: str) -> bool:
    """Record a label used in place of an envelope, or one after the text and the lines below it."""
    if progress.place == "body":
        if index >= progress.labels_end:
            progress.place = "trailer"
            return progress.put("trailer", continues=True)
    elif progress.place == "trailer":
        line = progress.lines[index]
        indented = progress.text[line.start] in " \t" and len(head) <= LONGEST_LABELLED
        if indented or is_labelled_line(head, after_text=True):
            return progress.put("trailer", continues=True)
    elif is_labelled_line(head, after_text=False):
        progress.place = "envelope"
        return progress.put("envelope")
    return False


def take_form_line(progress: Progress, index: int, head: str) -> bool:
    """Record a line at the head of a printed form or of one of its further pages."""
    line = progress.lines[index]
    if progress.place == "body":
        if level_stated(progress.text, line.start, line.end) is not None:
            return progress.put("banner")
        return is_page_of_form(head) and progress.put("page-heading")
    usual = progress.message is not None or progress.group is not None or progress.route is not None
    if usual or progress.place == "envelope" or is_caption_line(head, progress.register):
        return False
    kind = kind_of_form_line(head)
    if kind is None and progress.in_form_list and is_further_addressee(head):
        kind = "envelope"
    progress.in_form_list = kind == "envelope"
    if kind is None:
        return False
    progress.field = None
    if kind in ("envelope", "caption"):
        progress.place = "captions"
    return progress.put(kind, continues=kind == "distribution")
