"""Captions, attention and passing lines and fields of a header, judged at the current line."""

from __future__ import annotations

from redact.documents.division.progress import Progress
from redact.documents.head import signs
from redact.documents.head.captions import is_attention_line, is_caption_line, is_passing_line
from redact.documents.head.header_lines import (
    carries_on,
    could_be_a_caption,
    field_begun_by,
    is_marked_field,
    is_plain_attention,
    is_plain_passing,
)
from redact.documents.sentence_words import is_sentence


def is_header(at: Progress, index: int, head: str) -> bool:
    """Record a header line: a caption, attention line, E.O., TAGS, subject, references, …"""
    if at.place == "body":
        return False
    kind = field_begun_by(head, in_header=at.place != "open")
    if kind is not None:
        at.place = "header"
        return at.begin_field(kind)
    if at.field is not None and carries_on(
        at.field,
        at.field_lines,
        head,
        at.lines[index - 1].head,
        at.register,
        after_blank=at.after_blank,
    ):
        at.field_lines += 1
        return at.put(at.field, goes_on=True)
    at.field = None
    if signs.NUMBERED.match(head):
        return False
    if is_caption_line(head, at.register):
        if at.place == "open":
            at.place = "captions"
        return at.put("caption")
    if at.place == "open":
        return index < at.header_ends and _is_attention_without_header(at, head)
    if at.place not in ("captions", "header"):
        return False
    if index < at.header_ends:
        return _is_caption_zone(at, head)
    return at.stands_alone(index) and _is_attention_without_header(at, head)


def _is_caption_zone(at: Progress, head: str) -> bool:
    """Record a line between the classification line and the E.O. line."""
    goes_on = not at.after_blank and at.judged[-1].kind == "body"
    if goes_on or is_sentence(head) or is_marked_field(head) or signs.QUOTED.match(head):
        return at.put("body", goes_on=True)
    if signs.CORRECTED.match(head) or signs.SERIES_NUMBER.match(head):
        return at.put("caption")
    if is_passing_line(head):
        return at.begin_field("passing")
    if is_attention_line(head):
        at.attention.add(head)
        return at.begin_field("attention")
    if could_be_a_caption(head) and not (at.on_form and at.message is None):
        return at.put("caption")  # on a form only captions of the register count
    return at.put("body", goes_on=True)


def _is_attention_without_header(at: Progress, head: str) -> bool:
    """Record an attention or passing line without an E.O. line below, as in later sections."""
    if is_sentence(head):
        return False
    if head in at.attention or (at.block == 0 and is_plain_attention(head)):
        at.attention.add(head)
        return at.begin_field("attention")
    return is_plain_passing(head) and at.put("passing")
