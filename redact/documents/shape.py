"""Conversion of a document to an entry of ``redact/documents/v1``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from redact.documents.field import Field
from redact.documents.telegram_model import Addressee, Telegram
from redact.markings.marking import Marking

if TYPE_CHECKING:  # the model imports this module
    from redact.documents.model import AuthorityBlock, BannerLine, Document
    from redact.documents.portion_model import Portion
_LETTERS = {
    "UNCLASSIFIED": "U",
    "CONFIDENTIAL": "C",
    "SECRET": "S",
    "TOP SECRET": "TS",
    "RESTRICTED": "R",
}


def document_to_dict(document: Document) -> dict[str, Any]:
    """The document as in ``redact/documents/v1``. A field it lacks is null or empty."""
    telegram = document.telegram or Telegram()
    numbered = [p for p in document.portions if p.kind == "paragraph" and p.number and not p.quoted]
    return {
        "path": document.source.path,
        "sha256": document.source.sha256,
        "kind": document.kind,
        "classification": document.level,
        "banners": [_banner(banner) for banner in document.banners],
        **_telegram(telegram),
        "handling": [field.text for field in document.handling],
        "subject": _subject(document),
        "authority": _authority(document.authority, telegram),
        "paragraphs": [_portion(portion) for portion in numbered],
        "portions": [_portion(portion) for portion in document.portions],
        "blocks": [
            {"kind": b.kind, "start": b.span.start, "end": b.span.end} for b in document.blocks
        ],
    }


def _telegram(telegram: Telegram) -> dict[str, Any]:
    number, group, order = (
        telegram.message_number,
        telegram.date_time_group,
        telegram.executive_order,
    )
    signal, de = telegram.operating_signal, telegram.de_line
    moment = group.moment if group else None
    return {
        "captions": list(dict.fromkeys(caption.name for caption in telegram.captions)),
        "attention": _texts(telegram.attention),
        "passing": _texts(telegram.passing),
        "sections": [
            {"number": s.number, "count": s.count} for s in telegram.sections if s.place == "line"
        ],
        "message_number": number.id if number else None,
        "precedence": list(group.precedence) if group else [],
        "operating_signal": signal and {"signal": signal.signal, "security": signal.security},
        "de_line": de
        and {
            "route": de.route,
            "serial": de.serial,
            "section": de.section,
            "day_of_year": de.day_of_year,
            "time": de.time,
        },
        "date_time_group": moment.strftime("%Y-%m-%dT%H:%M:%SZ") if moment else None,
        "from": telegram.from_.text if telegram.from_ else None,
        "to": [_addressee(addressee) for addressee in telegram.to],
        "info": [_addressee(addressee) for addressee in telegram.info],
        "exempt": [_addressee(addressee) for addressee in telegram.exempt],
        "executive_order": order
        and {
            "number": order.number,
            "declassify_on": order.declassify_on.isoformat() if order.declassify_on else None,
            "text": order.text,
        },
        "tags": [tag.text for tag in telegram.tags if tag.kind != "person"],
        "tags_names": [tag.text for tag in telegram.tags if tag.kind == "person"],
        "references": [
            {"label": r.label, "text": r.text, "kind": r.kind, "id": r.id}
            for r in telegram.references
        ],
        "signature": telegram.signature.text if telegram.signature else None,
    }


def _texts(lines: Iterable[Field]) -> list[str]:
    return [line.text for line in lines]


def _addressee(addressee: Addressee) -> dict[str, Any]:
    return {
        "route": addressee.route,
        "name": addressee.name,
        "precedence": addressee.precedence,
        "serial": addressee.serial,
    }


def _banner(banner: BannerLine) -> dict[str, Any]:
    return {
        "text": banner.text,
        "start": banner.span.start,
        "end": banner.span.end,
        "place": banner.place,
        "marking": _marking(banner.marking),
    }


def _subject(document: Document) -> str | None:
    if document.telegram and document.telegram.subject:
        return document.telegram.subject.text
    found = next((p for p in document.portions if p.kind == "subject"), None)
    return " ".join(document.text_of(found.text_span).split()) if found else None


def _authority(block: AuthorityBlock | None, telegram: Telegram) -> dict[str, Any] | None:
    """The authority block, or under E.O. 12065 the classifying officer named in the E.O. line."""
    order = telegram.executive_order
    if block is None:
        if order is None or order.name is None:
            return None
        return {
            "classified_by": order.name,
            "name": order.name,
            "title": None,
            "reasons": [],
            "derived_from": None,
            "declassify_on": order.declassify_on.isoformat() if order.declassify_on else None,
        }
    return {
        "classified_by": block.classified_by.text if block.classified_by else None,
        "name": block.name.text if block.name else None,
        "title": block.title.text if block.title else None,
        "reasons": [str(reason) for reason in block.reasons],
        "derived_from": block.derived_from.text if block.derived_from else None,
        "declassify_on": block.declassify_on.text if block.declassify_on else None,
    }


def _portion(portion: Portion) -> dict[str, Any]:
    return {
        "number": portion.number,
        "mark": _mark(portion),
        "kind": portion.kind,
        "start": portion.span.start,
        "end": portion.span.end,
        "marking": _marking(portion.marking),
        "entire_text": portion.entire_text,
        "defect": portion.defect,
    }


def _mark(portion: Portion) -> str | None:
    """The mark as written, or the letter of the level for a statement about the entire text."""
    if portion.entire_text and portion.marking and portion.marking.level:
        return _LETTERS[portion.marking.level]
    return portion.mark


def _marking(marking: Marking | None) -> dict[str, Any] | None:
    if marking is None:
        return None
    return {
        "level": marking.level,
        **{
            name: list(getattr(marking, name))
            for name in (
                "sci",
                "sap",
                "aea",
                "fgi",
                "joint",
                "dissem",
                "rel_to",
                "display_only",
                "non_ic",
                "cui",
            )
        },
        "nato": marking.nato,
    }
