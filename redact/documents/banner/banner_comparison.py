"""Compares a document's banner line with the one its portions require."""

from __future__ import annotations

from dataclasses import replace

from redact.documents.model import Document
from redact.markings.arrange import arrange
from redact.markings.marking import Marking
from redact.markings.register import Register
from redact.markings.rollup import roll_up
from redact.values import dataclass

_SENSITIVE = {"SENSITIVE": "SBU"}
"""Captions that state on a telegram what other papers state in the banner line."""


@dataclass(frozen=True, slots=True)
class BannerComparison:
    """The banner line found (captions that are controls included) and the one required.

    ``is_complete`` is set when every paragraph has a readable mark, so that a banner line above
    what they require is too restrictive.
    """

    found: Marking
    required: Marking
    is_complete: bool

    @property
    def differs(self) -> bool:
        """Whether the line states less than the portions require, or certainly more."""
        return self.found != self.required and (self.is_complete or self._is_lacking())

    def _is_lacking(self) -> bool:
        from redact.markings.register import load_register

        both = roll_up([self.found, self.required], load_register(self.found.system))
        return both.marking != self.found


def compare_banner(document: Document, register: Register) -> BannerComparison | None:
    """The line found and the line required; ``None`` if the text is not a marked document or if no
    line or no portion mark can be parsed.
    """
    if document.kind == "text":
        return None
    line = document.classification_line
    marks = [portion.marking for portion in document.portions]
    if line is None or line.marking is None or not any(marks):
        return None
    readable = [mark for mark in marks if mark]
    required = roll_up(readable, register, banner=line.marking).marking
    if required.level is None and not required.cui:
        return None
    found = _with_captions(document, line.marking, required)
    paragraphs = [p for p in document.portions if p.kind not in ("heading", "title", "subject")]
    complete = all(p.marking is not None and p.marking.level for p in paragraphs)
    return BannerComparison(arrange(found), required, complete)


def _with_captions(document: Document, line: Marking, required: Marking) -> Marking:
    """The classification line plus the captions that state what the portions require.

    Other captions restrict the telegram as a whole and need not be on a portion.
    """
    captions = document.telegram_fields.captions
    names = [_SENSITIVE.get(caption.name, caption.name) for caption in captions]
    return replace(
        line,
        dissem=(*line.dissem, *(name for name in names if name in required.dissem)),
        non_ic=(*line.non_ic, *(name for name in names if name in required.non_ic)),
    )
