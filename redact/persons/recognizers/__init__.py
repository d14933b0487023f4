"""The rules by which persons are found, one per file, in an explicit list.

To add one: write the file, add its `Detector` to `DETECTORS`.
"""

from redact.persons.recognizers import (
    addressee,
    administration,
    apposition,
    attention,
    classification_authority,
    correspondents,
    delegation_list,
    drafter,
    enumeration,
    family_first,
    forename,
    initials,
    kin,
    meeting_pair,
    nickname,
    of_country,
    office_after,
    point_of_contact,
    portfolio,
    rank_initials,
    reported_speech,
    signature,
    surname_first,
    syllables,
    title,
)
from redact.persons.recognizers.detector import Detector

DETECTORS: tuple[Detector, ...] = (
    signature.DETECTOR,
    classification_authority.DETECTOR,
    attention.DETECTOR,
    addressee.DETECTOR,
    drafter.DETECTOR,
    surname_first.DETECTOR,
    title.DETECTOR,
    portfolio.DETECTOR,
    initials.DETECTOR,
    forename.DETECTOR,
    delegation_list.DETECTOR,
    enumeration.DETECTOR,
    meeting_pair.DETECTOR,
    reported_speech.DETECTOR,
    administration.DETECTOR,
    rank_initials.DETECTOR,
    office_after.DETECTOR,
    nickname.DETECTOR,
    family_first.DETECTOR,
    correspondents.DETECTOR,
    point_of_contact.DETECTOR,
    kin.DETECTOR,
    apposition.DETECTOR,
    syllables.DETECTOR,
    of_country.DETECTOR,
)

__all__ = ["DETECTORS", "Detector"]
