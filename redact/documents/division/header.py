"""Captions, attention and passing lines and fields of a header, recognized at the current line."""

from __future__ import annotations

from redact.documents.division.progress import Progress
from redact.documents.head import signs
from redact.documents.head.captions import is_attention_line, is_caption_line, is_passing_line
from redact.documents.head.header_lines import (
    continues_field,
    could_be_a_caption,
    field_begun_by,
    is_marked_field,
    is_plain_attention,
    is_plain_passing,
)
from redact.documents.sentence_words import is_sentence


def take_header_line(progress: Progress, index: int, head: str) -> bool:
    """Record a header line: a caption, attention line, E.O., TAGS, subject, references, …"""
    if progress.place == "body":
        return False
    kind = field_begun_by(head, in_header=progress.place != "open")
    if kind is not None:
        progress.place = "header"
        return progress.begin_field(kind)
    if progress.field is not None and continues_field(
        progress.field,
        progress.field_lines,
        head,
        progress.lines[index - 1].head,
        progress.register,
        after_blank=progress.after_blank,
    ):
        progress.field_lines += 1
        return progress.put(progress.field, continues=True)
    progress.field = None
    if signs.NUMBERED.match(head):
        return False
    if is_caption_line(head, progress.register):
        if progress.place == "open":
            progress.place = "captions"
        return progress.put("caption")
    if progress.place == "open":
        return index < progress.header_ends and _take_attention_without_header(progress, head)
    if progress.place not in ("captions", "header"):
        return False
    if index < progress.header_ends:
        return _take_caption_zone_line(progress, head)
    return progress.stands_alone(index) and _take_attention_without_header(progress, head)


def _take_caption_zone_line(progress: Progress, head: str) -> bool:
    """Record a line between the classification line and the E.O. line."""
    continues = not progress.after_blank and progress.runs[-1].kind == "body"
    if continues or is_sentence(head) or is_marked_field(head) or signs.QUOTED.match(head):
        return progress.put("body", continues=True)
    if signs.CORRECTED.match(head) or signs.SERIES_NUMBER.match(head):
        return progress.put("caption")
    if is_passing_line(head):
        return progress.begin_field("passing")
    if is_attention_line(head):
        progress.attention.add(head)
        return progress.begin_field("attention")
    if could_be_a_caption(head) and not (progress.on_form and progress.message is None):
        return progress.put("caption")  # on a form only captions of the register count
    return progress.put("body", continues=True)


def _take_attention_without_header(progress: Progress, head: str) -> bool:
    """Record an attention or passing line without an E.O. line below, as in later sections."""
    if is_sentence(head):
        return False
    if head in progress.attention or (progress.block == 0 and is_plain_attention(head)):
        progress.attention.add(head)
        return progress.begin_field("attention")
    return is_plain_passing(head) and progress.put("passing")
