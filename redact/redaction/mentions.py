"""The decision on each mention of a person or identifier under a policy."""

from __future__ import annotations

from collections.abc import Iterable

from redact.persons.mention import Mention
from redact.policy.model import Policy, Withholding
from redact.redaction.model import Kept, Redaction
from redact.redaction.spans import Cover, whole_words
from redact.sources import Span
from redact.sources.wording import initials_after
from redact.values import dataclass


@dataclass(frozen=True, slots=True)
class MentionDecisions:
    """The mentions of a document, each withheld, left to the reviewer, or kept."""

    withheld: tuple[Redaction, ...]
    asked: tuple[Redaction, ...]
    kept: tuple[Kept, ...]


def decide_mentions(mentions: Iterable[Mention], policy: Policy, text: str) -> MentionDecisions:
    """One decision for each mention of a kind the policy covers.

    A mention that ends inside a word of ``text`` is withheld to the end of that word, and a surname
    with the initials after its comma.
    A policy may have several lines for one kind: whatever one of them withholds is withheld.
    """
    withheld: list[Redaction] = []
    asked: list[Redaction] = []
    kept: list[Kept] = []
    for mention in sorted(mentions, key=lambda m: m.span):
        lines = [line for line in policy.withhold if line.mention == mention.kind]
        if not lines:
            continue
        withholding = [line for line in lines if _choice(mention, line) == "withhold"]
        if withholding:
            withheld.append(_redaction(mention, withholding, text))
        elif any(_choice(mention, line) == "ask" for line in lines):
            asking = [line for line in lines if _choice(mention, line) == "ask"]
            asked.append(_redaction(mention, asking, text))
        else:
            kept.append(Kept(mention.span, mention.kind, _why_kept(mention, lines)))
    return MentionDecisions(tuple(withheld), tuple(asked), tuple(kept))


def still_shown(kept: Iterable[Kept], withheld: Cover) -> tuple[Kept, ...]:
    """The kept spans that remain in the copy, in order: of a portion that a reviewer released, the
    parts not withheld in it; of a mention, all or nothing.
    """
    shown = {
        k.span: k
        for k in kept
        if not (withheld.covers(k.span) if k.kind == "portion" else withheld.touches(k.span))
    }
    return tuple(shown[span] for span in sorted(shown))


def _choice(mention: Mention, line: Withholding) -> str:
    if mention.role in line.except_roles:
        return "leave"
    return "withhold" if mention.tier == "named" else line.possible


def _why_kept(mention: Mention, lines: list[Withholding]) -> str:
    if all(mention.role in line.except_roles for line in lines):
        return f"role {mention.role}"
    return "possible name, left by the policy"


def _redaction(mention: Mention, lines: list[Withholding], text: str) -> Redaction:
    span = whole_words(mention.span, text)
    initials = initials_after(text, span.end) if mention.kind == "PERSON" else None
    return Redaction(
        span=Span(span.start, initials.end) if initials else span,
        reasons=tuple(dict.fromkeys(line.reason for line in lines)),
        causes=(cause_of(mention),),
        kind=mention.kind,
    )


def cause_of(mention: Mention) -> str:
    """A mention as records refer to it: ``mention P3``, ``possible mention P4``, ``EMAIL_ADDRESS``.

    The source is added when it was another document of the set that named the person.
    """
    name = f"mention {mention.person}" if mention.person else mention.kind
    if "set" in mention.detectors:
        name += " known from the set"
    return name if mention.tier == "named" else f"possible {name}"
