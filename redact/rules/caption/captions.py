"""The combined meaning of a document's captions and handling labels."""

from __future__ import annotations

from redact.documents.model import Document
from redact.documents.portion_model import Portion
from redact.documents.telegram_model import Caption
from redact.markings.marking import Marking
from redact.markings.register import Register

_SENSITIVE = ("SENSITIVE", "SBU", "LIMITED OFFICIAL USE")
_LABELS = (*_SENSITIVE, "FOUO", "FOR OFFICIAL USE ONLY")


def captions_of(document: Document) -> tuple[Caption, ...]:
    """The captions of a telegram in order; none for other documents."""
    return document.telegram_fields.captions


def named(document: Document, *names: str) -> tuple[Caption, ...]:
    """The captions with these names."""
    return tuple(caption for caption in captions_of(document) if caption.name in names)


def labels_in(marking: Marking, register: Register) -> tuple[str, ...]:
    """Names of the administrative labels in a marking that require handling (SBU and the like)."""
    tokens = {*marking.non_ic, *marking.dissem, *marking.cui}
    return tuple(
        label.name for label in register.labels if label.rank > 0 and tokens & set(label.tokens)
    )


def states_sensitive(document: Document) -> bool:
    """Whether the document as a whole says that it is sensitive but unclassified, LOU or FOUO."""
    return bool(named(document, *_SENSITIVE)) or any(
        field.text.upper().startswith(_LABELS) for field in document.handling
    )


def labelled_portions(document: Document, register: Register) -> tuple[tuple[Portion, str], ...]:
    """Portions whose mark has a handling label, each with its first label."""
    found = []
    for portion in document.portions:
        labels = labels_in(portion.marking, register) if portion.marking else ()
        if labels:
            found.append((portion, labels[0]))
    return tuple(found)
