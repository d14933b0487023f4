"""Builds the tool's registers of officials from tables of the public record.

    python -m training.officials FOLDER

``FOLDER`` holds two tables made from the public repositories of the Office of the Historian, U.S.
Department of State (works of the United States Government, public domain, CC0 1.0 elsewhere):

- ``us-principal-officers.csv`` (``HistoryAtState/pocom``): surname, forename, birth, death, roles
  (``role@territory``, ``;`` between several), years (first and last);
- ``foreign-leaders.csv`` (``HistoryAtState/visits`` and ``travels``): name, title (``;`` between
  several), country, years, source.

Writes the two registers into ``redact/persons/data``: one person per line, in lower case, of those
in office in 1945 or later.
"""

from __future__ import annotations

import csv
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from redact.persons.lexicon import fold

DATA = Path(__file__).resolve().parent.parent / "redact" / "persons" / "data"
FIRST_YEAR = 1945
_HEAD_OF_MISSION = re.compile(r"ambassador|envoy|minister|charge|representative|chief|principal")
_WORD = re.compile(r"[^\W\d_]+")
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})
_NOT_A_TITLE = re.compile(r"-elect$|^(?:acting|interim|deputy) ")


def officers(table: Path) -> Iterator[tuple[str, ...]]:
    """Surname, forenames, years, title and posts of each officer."""
    for row in _rows(table):
        surname, forenames = _words(row["surname"]), _words(row["forename"])
        posts = [role.partition("@") for role in row["roles"].split(";")]
        abroad = {place for role, _, place in posts if place and _HEAD_OF_MISSION.match(role)}
        if surname and forenames:
            places = ";".join(sorted(place.replace("-", " ") for place in abroad))
            yield surname, forenames, row["years"], "ambassador" if abroad else "", places


def leaders(table: Path) -> Iterator[tuple[str, ...]]:
    """Name, an empty field, years, titles and country of each leader."""
    for row in _rows(table):
        titles = {
            _NOT_A_TITLE.sub("", " ".join(t.lower().split())) for t in row["title"].split(";")
        }
        place = " ".join(_words(row["country"]).split())
        if name := _words(row["name"]):
            yield name, "", row["years"], ";".join(sorted(t for t in titles if t)), place


def _rows(table: Path) -> Iterator[dict[str, str]]:
    with table.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row["years"] and int(row["years"].partition("-")[2]) >= FIRST_YEAR:
                yield row


def _words(name: str) -> str:
    words = [fold(word) for word in _WORD.findall(name)]
    return " ".join(word for word in words if word not in _SUFFIXES)


def main() -> None:
    """Write the registers."""
    folder = Path(sys.argv[1])
    for name, source, read in (
        ("us_officers", "us-principal-officers", officers),
        ("foreign_leaders", "foreign-leaders", leaders),
    ):
        rows = sorted({"\t".join(row) for row in read(folder / f"{source}.csv")})
        (DATA / f"{name}.tsv").write_text("".join(f"{row}\n" for row in rows), encoding="utf-8")
        print(f"{name}: {len(rows)} persons", file=sys.stderr)


if __name__ == "__main__":
    main()
