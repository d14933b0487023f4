"""The ideas by which persons are found, one a file, in an explicit list.

To add one: write the file, put its `Detector` into `DETECTORS`.
"""

from redact.persons.recognizers import (
    administration,
    attention,
    classification_authority,
    delegation_list,
    drafter,
    forename,
    initials,
    meeting_pair,
    portfolio,
    reported_speech,
    signature,
    surname_first,
    title,
)
from redact.persons.recognizers.detector import Detector

DETECTORS: tuple[Detector, ...] = (
    signature.DETECTOR,
    classification_authority.DETECTOR,
    attention.DETECTOR,
    drafter.DETECTOR,
    surname_first.DETECTOR,
    title.DETECTOR,
    portfolio.DETECTOR,
    initials.DETECTOR,
    forename.DETECTOR,
    delegation_list.DETECTOR,
    meeting_pair.DETECTOR,
    reported_speech.DETECTOR,
    administration.DETECTOR,
)

__all__ = ["DETECTORS", "Detector"]
