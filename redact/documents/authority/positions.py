"""Words of the positions that classification authorities hold, and of the offices they head."""

from __future__ import annotations

import re

from redact.patterns import pattern

_POSITIONS = frozenset(
    """
    AMBASSADOR AMBASSADOR-AT-LARGE AMB CHARGE CHARGÉ D'AFFAIRES D’AFFAIRES DAFFAIRES A.I. A.I AI AD
    INTERIM CDA DCM A/DCM ADCM ACTING DEPUTY CHIEF OF MISSION PRINCIPAL OFFICER CONSUL GENERAL
    CONSULATE CG DPO PO POLITICAL ECONOMIC ECONOMICS ECON POL POL/ECON POLECON POLITICAL/ECONOMIC
    POLCOUN POLCOUNS ECONCOUN ECONCOUNS POLOFF ECONOFF POLCHIEF ECONCHIEF EMBOFF CONOFF COUNSELOR
    COUNSELLOR COUNS MINISTER MINISTER-COUNSELOR SECRETARY ASSISTANT UNDER FIRST SECOND THIRD
    DIRECTOR DIR A/DIR DAS PDAS A/S U/S D/AS RSO A/RSO REGIONAL SECURITY AFFAIRS PUBLIC PAO
    MANAGEMENT MGT CONSULAR COMMERCIAL ATTACHE ATTACHÉ DEFENSE SECTION HEAD LEADER TEAM PRT
    REPRESENTATIVE PERMANENT PERMREP USDEL ADVISER ADVISOR POLAD EXECUTIVE SPECIAL ENVOY
    COORDINATOR DEP DEPT OFFICE UNIT BRANCH EST ESTH REFCOORD LABOR LEGAL TREASURY FINANCIAL SENIOR
    ADMINISTRATOR MANAGER CHAIR A/POL A/ECON POL/C ECON/C NEA EUR EAP WHA AF SCA INR PM ISN IO DRL
    INL S/P D P T R M E G A THE FOR AND AT IN TO
    """.split()
)
_OFFICE_SYMBOL = pattern(r"[A-Z]{1,8}(?:[/-][A-Z]{1,8}){1,4}$")
_TELLING = pattern(
    r"AMB|CHARG|CDA|DCM|CHIEF|COUNS|OFFICER|CONSUL|SECRETARY|DIRECTOR|MINISTER|POL|ECON|ATTACH|REP"
    r"|DAS|A/S|ADVIS|ENVOY|COORD|LEADER|HEAD|PAO|RSO|CG\b|DPO|CHAIR|MANAGER|ADMINISTRATOR",
    re.IGNORECASE,
)


def is_position_word(word: str) -> bool:
    """Whether a word belongs to the name of a position or is an office symbol."""
    plain = word.rstrip(",;:")
    if len(plain) == 2 and plain[1] == ".":
        return False  # the initial of Ambassador R. Stephen Roe, not an under secretary
    return (
        plain.upper() in _POSITIONS
        or plain.rstrip(".").upper() in _POSITIONS
        or _OFFICE_SYMBOL.match(plain.rstrip(".")) is not None
    )


def names_a_position(word: str) -> bool:
    """Whether a word by itself names a position and is not common in personal names."""
    plain = word.rstrip(",;.")
    return len(plain) > 1 and is_position_word(plain) and _TELLING.match(plain) is not None
