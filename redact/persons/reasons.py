"""The reason behind each detector of a mention, in words for a reviewer."""

from __future__ import annotations

import functools

from redact.persons.mention import Mention
from redact.persons.second_models import RAMPART, SPACY

_STEPS = {
    "model": "the language model reads it as a name",
    RAMPART: "the model Rampart reads it as a name",
    SPACY: "a second language model reads it as a name",
    "presidio": "has the form of such a number or address",
    "context": "appears where names do, and the document uses it as one",
    "propagation": "is part of a name found elsewhere in the document",
    "variant": "is another spelling of a name found elsewhere in the document",
    "garble": "differs in one letter from a name found elsewhere in the document",
}


def reasons_for(mention: Mention) -> tuple[str, ...]:
    """Why the mention was made, one sentence per detector, in the order of ``detectors``."""
    reasons = detector_reasons()
    return tuple(reasons[name] for name in mention.detectors)


@functools.cache
def detector_reasons() -> dict[str, str]:
    """The reason of every detector, by name."""
    from redact.persons.recognizers import DETECTORS
    from redact.persons.recognizers.identifiers import IDENTIFIERS

    return _STEPS | {d.name: d.reason for d in (*DETECTORS, *IDENTIFIERS)}
