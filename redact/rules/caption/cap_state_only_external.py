"""Checks that a message for the Department alone is addressed to the Department alone.

## Why

STADIS is distribution within the Department of State. A STADIS message addressed to another agency,
a military command or a collective left the Department on the day it was sent. A NODIS message is
for its addressee only; another agency among the addressees is unusual enough to ask about.

## Example

    INFO RUEAIIA/CIA WASHDC
    …
    STADIS

*Use instead:* no other agency among the addressees, or no STADIS.

## Limits

Addressees are recognized by their names as posts of the Department or as other agencies; a name
that is neither is not reported. The White House and the NSC may receive NODIS messages.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit, Label
from redact.patterns import pattern
from redact.rules.caption.captions import named

ID = "cap-state-only-external"

_PRESIDENT = pattern(r"\b(?:WHITE HOUSE|NSC|NATIONAL SECURITY COUNCIL)\b")
_OTHER_AGENCY = pattern(
    r"\bCOLLECTIVE\b|"
    r"\b(?:DEPT|DEPARTMENT) OF (?!STATE\b)|"
    r"\b(?:CIA|DIA|NSA|NGA|FBI|DEA|ATF|DHS|CBP|TSA|FAA|EPA|NASA|USTR|USDA|USDOC|USDOJ|USAID|USIA|USICA|"
    r"ODNI|NCTC|NRC|FEMA|SECDEF|OSD|DOD|JCS|JOINT STAFF|OPIC|EXIMBANK|TREASURY|COMMERCE|ENERGY)\b|"
    r"\b(?:CDR|COMDR|COM|CINC|USCINC)\w+\b|\bCDR\b|\b(?:CJCS|CNO|CSAF|CMC)\b|"
    r"\bUS(?:CENT|EU|PAC|SOUTH|AFRI|NORTH|STRAT|TRANS)COM\b|\b(?:USDAO|DAO|MILGP|USMILGP)\b"
)


def check(examined: Examined) -> Iterator[Hit]:
    """At most one hit, on the first addressee outside; case ``nodis`` under NODIS alone."""
    telegram = examined.document.telegram
    limits = sorted(named(examined.document, "STADIS", "NODIS"), key=lambda c: c.name != "STADIS")
    if telegram is None or not limits:
        return
    limit = limits[0]
    addressees = (*telegram.to, *telegram.info)
    outside = [a for a in addressees if _is_outside(a.name.upper(), limit.name)]
    if outside:
        who = "1 addressee is" if len(outside) == 1 else f"{len(outside)} addressees are"
        again = (Label(addressee.span, "outside too") for addressee in outside[1:])
        yield Hit(
            span=outside[0].span,
            message=f"{who} outside the Department of State, caption is {limit.name}",
            fix=f"remove other agencies from the addressees, or {limit.name}",
            related=(Label(limit.span, limit.name), *again),
            case="nodis" if limit.name == "NODIS" else "default",
        )


def _is_outside(name: str, limit: str) -> bool:
    if limit == "STADIS" and _PRESIDENT.search(name):
        return True
    return _OTHER_AGENCY.search(name) is not None
