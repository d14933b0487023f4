"""The header blocks of a telegram, which copies and sections repeat, as comparable facts."""

from __future__ import annotations

from redact.documents.authority.statement import find_authority
from redact.documents.division.layout import Layout
from redact.documents.division.stretches import Stretch
from redact.documents.head.captions import find_captions
from redact.documents.head.executive_order import order_and_instruction
from redact.documents.head.subject import read_subject
from redact.documents.head.tags import read_tags
from redact.documents.lines import fold_space
from redact.documents.telegram_model import HeaderBlock
from redact.markings.register import Register
from redact.sources import Span

_KINDS = (
    "classification-line",
    "caption",
    "attention",
    "passing",
    "executive-order",
    "tags",
    "subject",
    "authority",
)


def read_header_blocks(layout: Layout, register: Register) -> tuple[HeaderBlock, ...]:
    """One block for each classification line, up to the last header line that belongs to it."""
    blocks: dict[int, list[Stretch]] = {}
    for stretch in layout.of_kind(*_KINDS):
        if stretch.kind == "classification-line" or stretch.block in blocks:
            blocks.setdefault(stretch.block, []).append(stretch)
    return tuple(_block(layout, stretches, register) for stretches in blocks.values())


def _block(layout: Layout, stretches: list[Stretch], register: Register) -> HeaderBlock:
    text = layout.text
    facts: dict[str, str] = {}
    captions: set[str] = set()
    section = number = None
    for stretch in stretches:
        span = layout.span(stretch)
        match stretch.kind:
            case "classification-line" if stretch.classification:
                line = stretch.classification
                facts["level"] = (line.marking.level if line.marking else None) or "unreadable"
                if line.label:
                    facts["label"] = line.label
                captions.update(caption.name for caption in line.captions)
                section = line.section.number if line.section else None
                number = line.number.lstrip("0") if line.number else None
            case "caption":
                found = find_captions(text, span.start, span.end, register)
                captions.update(caption.name for caption in found)
            case "executive-order":
                order, instruction = order_and_instruction(text, span.start, span.end)
                words = fold_space(instruction.of(text))
                facts.setdefault("executive order", f"{order or ''}: {words}".upper())
            case "tags":
                terms = sorted(tag.text for tag in read_tags(text, span.start, span.end, register))
                facts.setdefault("TAGS", " ".join(terms))
            case "subject":
                subject, _ = read_subject(text, span.start, span.end, register)
                facts.setdefault("subject", subject.text.upper())
            case "authority":
                authority = find_authority(text, span.start, span.end)
                if authority and authority.classified_by:
                    facts.setdefault("classifier", authority.classified_by.text.upper())
                if authority and authority.reasons:
                    facts.setdefault("reasons", " ".join(map(str, authority.reasons)))
    if captions:
        facts["captions"] = " ".join(sorted(captions))
    whole = Span(layout.span(stretches[0]).start, layout.span(stretches[-1]).end)
    return HeaderBlock(span=whole, section=section, facts=tuple(facts.items()), number=number)
