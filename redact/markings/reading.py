"""The result of reading one marking."""

from __future__ import annotations

from redact.markings.marking import Marking
from redact.sources import Span
from redact.values import dataclass

FORMS = ("banner", "portion")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """A fault in how a marking is written.

    ``span`` counts code points of the marking's own text. ``kind`` is one word for the fault
    (``unknown-token``, ``separator``, ``order``, ``duplicate``, ``abbreviated``, ``lookalike``, …)
    so that a rule can select what it reports; ``fix`` is the corrected marking, when certain.
    """

    kind: str
    span: Span
    message: str
    fix: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A marking's text, what it means and what is wrong with it.

    ``marking`` is ``None`` when the text is not a marking of the register: unknown never passes.
    ``form`` is one of `FORMS`. ``meant`` is the canonical marking probably meant when the text is
    misspelt and only one reading is likely, or the proper way to write one that can be read;
    ``candidates`` are the markings nearest to a text that cannot be read.
    """

    text: str
    form: str
    marking: Marking | None
    problems: tuple[Problem, ...] = ()
    meant: str | None = None
    candidates: tuple[str, ...] = ()
