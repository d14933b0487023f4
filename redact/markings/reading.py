"""The outcome of reading one marking."""

from __future__ import annotations

from redact.markings.marking import Marking
from redact.sources import Span
from redact.values import dataclass

FORMS = ("banner", "portion")


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something wrong with how a marking is written.

    ``span`` counts code points of the marking's own text. ``kind`` is one word for what is wrong
    (``unknown-token``, ``separator``, ``order``, ``duplicate``, ``abbreviated``, ``lookalike``, …)
    so that a rule can pick what it reports; ``fix`` is the marking as it should be, when certain.
    """

    kind: str
    span: Span
    message: str
    fix: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A marking's text, what it says and what is wrong with it.

    ``marking`` is ``None`` when the text is no marking of the register: unknown never passes.
    ``form`` is one of `FORMS`. ``meant`` is the canonical marking probably meant when the text is
    misspelt and only one reading is likely, or as it should be written when it can be read;
    ``candidates`` are the nearest markings of a text that cannot be read.
    """

    text: str
    form: str
    marking: Marking | None
    problems: tuple[Problem, ...] = ()
    meant: str | None = None
    candidates: tuple[str, ...] = ()
