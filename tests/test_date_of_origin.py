"""The era of a telegram does not hang on one digit of its date-time group."""

from __future__ import annotations

import pytest

import redact

HEAD = """DE RUEHTV #0412 1101131
ZNR UUUUU
{group}
FM AMEMBASSY TESTVILLE
TO SECSTATE WASHDC
BT
UNCLAS TESTVILLE 000412

E.O. 12958: N/A
TAGS: PREL
SUBJECT: PUMPS

1. (U) The pumps are old.
"""


@pytest.mark.parametrize(
    "group",
    [
        "O 201131Z APR 09",
        "O 209131Z APR 09",
        "O 20l131Z APR 09",
        "O 2O1131Z APR 09",
        "O 901131Z APR 09",
        "O 201131 APR 09",
        "O 201131Z XPR 09",
    ],
)
def test_a_group_with_a_wrong_digit_still_dates_the_telegram(group: str) -> None:
    document = redact.parse(redact.Source.from_text(HEAD.format(group=group)))
    assert str(document.date) == "2009-04-20"
    assert document.to_dict()["message_number"] == "09TESTVILLE412"


@pytest.mark.parametrize(
    "group", ["O 201131Z APR O9", "O 201131Z APR 099", "O 201131Z", "O APR 09"]
)
def test_a_group_without_a_year_does_not(group: str) -> None:
    assert redact.parse(redact.Source.from_text(HEAD.format(group=group))).date is None


def test_the_date_of_an_archive_stands_in() -> None:
    text = HEAD.format(group="O 201131Z").replace("DE RUEHTV #0412 1101131\n", "")
    tail = "\n<< END OF DOCUMENT >>\n\nMessage Attributes\n\nDraft Date: 20 APR 2009\n"
    assert str(redact.parse(redact.Source.from_text(text + tail)).date) == "2009-04-20"
