"""How often the parser agrees with a manual reading of telegrams.

    python benchmarks/parse_agreement.py FOLDER [-v]

FOLDER holds ``markings.json`` in ``corpus/`` and the telegrams it names. Prints for each field the
number of telegrams that agree; ``-v`` lists those that do not, never their text.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from redact.documents import parse
from redact.sources import read

_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")
_LIMITED = "LIMITED OFFICIAL USE"


def _classification(found: dict[str, Any], truth: dict[str, Any]) -> bool:
    """LIMITED OFFICIAL USE is UNCLASSIFIED with a handling label."""
    wanted = truth["classification"]
    if wanted == _LIMITED:
        return found["classification"] == "UNCLASSIFIED" and _has_label(found)
    return bool(found["classification"] == wanted) and not _has_label(found)


def _has_label(found: dict[str, Any]) -> bool:
    return _LIMITED in found["handling"]


def _moment(found: dict[str, Any], truth: dict[str, Any]) -> bool:
    match = re.fullmatch(r"(\d\d)(\d\d)(\d\d)Z (\w{3}) (\d\d)", truth["dtg"])
    assert match
    day, hour, minute, month, year = match.groups()
    century = "19" if int(year) > 60 else "20"
    wanted = f"{century}{year}-{_MONTHS.index(month) + 1:02d}-{day}T{hour}:{minute}:00Z"
    return bool(found["date_time_group"] == wanted)


def _subject(found: dict[str, Any], truth: dict[str, Any]) -> bool:
    wanted, subject = truth["subject_first_words"], found["subject"]
    if wanted is None or subject is None:
        return wanted is None and subject is None
    # The mark of a subject is a separate field.
    return bool(subject.startswith(re.sub(r"^\([A-Z]+\) ", "", wanted)))


def _paragraphs(found: dict[str, Any], truth: dict[str, Any]) -> bool:
    wanted = [[str(number), mark] for number, mark in truth["paragraphs"]]
    return [[p["number"], p["mark"]] for p in found["paragraphs"]] == wanted


def _executive_order(found: dict[str, Any], truth: dict[str, Any]) -> bool:
    order = found["executive_order"]
    return (order["number"] if order else None) == truth["eo"]


def _declassify(found: dict[str, Any], truth: dict[str, Any]) -> bool:
    order, wanted = found["executive_order"], truth["declass"]
    if order is None or wanted is None:
        return order is None and wanted is None
    text = order["text"].replace("DECL: ", "")
    return bool(text.startswith(wanted) or (wanted == "N/A" and text == "NA"))


def _authority(found: dict[str, Any], truth: dict[str, Any]) -> bool:
    authority = found["authority"] or {"classified_by": None, "reasons": []}
    return bool(
        authority["classified_by"] == truth["classified_by"]
        and authority["reasons"] == truth["reasons"]
    )


FIELDS: dict[str, Callable[[dict[str, Any], dict[str, Any]], bool]] = {
    "classification": _classification,
    "captions": lambda found, truth: found["captions"] == truth["captions"],
    "date-time group": _moment,
    "executive order": _executive_order,
    "declassification": _declassify,
    "authority": _authority,
    "TAGS": lambda found, truth: found["tags"] == truth["tags"],
    "names in TAGS": lambda found, truth: found["tags_names"] == truth.get("tags_names", []),
    "subject": _subject,
    "paragraphs": _paragraphs,
}


def compare(folder: Path) -> dict[str, list[str]]:
    """For each field, the telegrams on which the parser disagrees."""
    wrong: dict[str, list[str]] = {name: [] for name in FIELDS}
    for truth in read_truth(folder):
        found = parse(read(folder / truth["doc"])).to_dict()
        for name, agrees in FIELDS.items():
            if not agrees(found, truth):
                wrong[name].append(truth["doc"])
    return wrong


def read_truth(folder: Path) -> list[dict[str, Any]]:
    """The manual reading of the telegrams."""
    content: list[dict[str, Any]] = json.loads(
        (folder / "corpus" / "markings.json").read_text("utf-8")
    )
    return content


def main(arguments: list[str]) -> int:
    if not arguments or arguments[0].startswith("-"):
        print(__doc__)
        return 2
    folder = Path(arguments[0])
    count = len(read_truth(folder))
    for name, wrong in compare(folder).items():
        print(
            f"{name:18} {count - len(wrong):3} of {count}  {100 * (1 - len(wrong) / count):5.1f} %"
        )
        if "-v" in arguments[1:]:
            for path in wrong:
                print(f"    {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
