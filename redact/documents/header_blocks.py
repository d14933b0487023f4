"""The header blocks of a telegram as facts to compare: a copy or a section repeats them."""

from __future__ import annotations

from redact.documents.captions import find_captions
from redact.documents.executive_order import read_executive_order
from redact.documents.lines import TextLine, fold_space
from redact.documents.authority import find_authority
from redact.documents.stretches import Stretch
from redact.documents.subject import read_subject
from redact.documents.tags import read_tags
from redact.documents.telegram_model import HeaderBlock
from redact.markings.register import Register
from redact.sources import Span

_KINDS = frozenset(
    {
        "classification-line",
        "caption",
        "attention",
        "passing",
        "executive-order",
        "tags",
        "subject",
        "authority",
    }
)


def read_header_blocks(
    text: str, lines: tuple[TextLine, ...], stretches: tuple[Stretch, ...], register: Register
) -> tuple[HeaderBlock, ...]:
    """One block for each classification line, up to the last header line that belongs to it."""
    found: list[HeaderBlock] = []
    current: list[Stretch] = []
    for stretch in stretches:
        if stretch.kind == "classification-line":
            if current:
                found.append(_block(text, lines, current, register))
            current = [stretch]
        elif current and stretch.kind in _KINDS and stretch.block == current[0].block:
            current.append(stretch)
    if current:
        found.append(_block(text, lines, current, register))
    return tuple(found)


def _block(
    text: str, lines: tuple[TextLine, ...], stretches: list[Stretch], register: Register
) -> HeaderBlock:
    facts: dict[str, str] = {}
    captions: list[str] = []
    section = None
    for stretch in stretches:
        start, end = lines[stretch.first].start, lines[stretch.last - 1].end
        match stretch.kind:
            case "classification-line" if stretch.classification:
                line = stretch.classification
                facts["level"] = (line.marking.level if line.marking else None) or "unreadable"
                if line.label:
                    facts["label"] = line.label
                captions += [c.name for c in line.captions]
                section = line.section.number if line.section else None
            case "caption":
                captions += [c.name for c in find_captions(text, start, end, register)]
            case "executive-order":
                order = read_executive_order(text, start, end, None)
                facts.setdefault("executive order", f"{order.number or ''}: {order.text}".upper())
            case "tags":
                terms = sorted(tag.text for tag in read_tags(text, start, end, register))
                facts.setdefault("TAGS", " ".join(terms))
            case "subject":
                facts.setdefault(
                    "subject", read_subject(text, start, end, register)[0].text.upper()
                )
            case "authority":
                block = find_authority(text, start, end)
                if block is not None:
                    if block.classified_by:
                        facts.setdefault("classifier", block.classified_by.text.upper())
                    if block.reasons:
                        facts.setdefault("reasons", " ".join(map(str, block.reasons)))
    if captions:
        facts["captions"] = " ".join(sorted(set(captions)))
    span = Span(lines[stretches[0].first].start, lines[stretches[-1].last - 1].end)
    return HeaderBlock(span=span, section=section, facts=tuple(facts.items()))


def folded(text: str) -> str:
    """White space folded, in capitals."""
    return fold_space(text).upper()
