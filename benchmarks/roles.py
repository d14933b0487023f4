#!/usr/bin/env python3
"""How often the role found for a name matches the one annotated by hand.

usage: benchmarks/roles.py --shared FOLDER

FOLDER holds ``corpus/names.json``, whose spans have roles, and the telegrams that it names.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

import redact

_SIGNED = ("signatory", "classification-authority", "drafter")
_ANNOTATED = {"author/signatory": "signed", "historical/public figure": "public-figure"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True)
    shared = parser.parse_args().shared
    pairs: Counter[tuple[str, str]] = Counter()
    for telegram in json.loads((shared / "corpus" / "names.json").read_text()):
        mentions = redact.names(redact.read(shared / telegram["doc"]))
        for span in telegram["spans"]:
            place = redact.Span(span["start"], span["end"])
            found = next((m for m in mentions if m.span.overlaps(place)), None)
            if found is not None and span["role"] != "eponym":
                role = "signed" if found.role in _SIGNED else found.role
                pairs[_ANNOTATED.get(span["role"], span["role"]), role] += 1
    told = Counter(role for _, role in pairs.elements())
    print(f"{'role':18} {'annotated':>9} {'told':>5} {'right':>6}")
    for role in sorted({role for role, _ in pairs}):
        annotated = sum(n for (a, _), n in pairs.items() if a == role)
        print(f"{role:18} {annotated:9} {told.get(role, 0):5} {pairs[role, role]:6}")
    print(f"{'unknown':18} {'':9} {told.get('unknown', 0):5}")
    right = sum(n for (a, r), n in pairs.items() if a == r)
    print(
        f"of {sum(told.values())} names {sum(told.values()) - told.get('unknown', 0)} have a role",
        end="",
    )
    print(f", {right} of them the annotated one")


if __name__ == "__main__":
    main()
