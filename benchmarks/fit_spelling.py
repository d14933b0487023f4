#!/usr/bin/env python3
"""Count the letter sequences of names and of other words, and write the table that ships.

usage: benchmarks/fit_spelling.py [-o FILE]

For every three letters that occur in at least two names of the lists: how much likelier they are in
a name than in an ordinary word, in tenths of log odds. ``^`` marks the start of a word, ``$`` its
end. The same lists give the same table.
"""

from __future__ import annotations

import argparse
import math
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from redact.persons.lexicon import load_lexicon  # noqa: E402
from redact.persons.weighing.spelling import threes_of  # noqa: E402

LEAST_SEEN = 2
SMOOTHING = 0.5


def counted(words: Iterable[str]) -> Counter[str]:
    """How often each three letters occur in the words of at least three plain letters."""
    return Counter(
        three
        for word in words
        if len(word) > 2 and word.isascii() and word.isalpha()
        for three in threes_of(word)
    )


def table() -> str:
    """The table as shipped, sorted."""
    lexicon = load_lexicon()
    known = lexicon.surnames | lexicon.forenames
    names, others = counted(known), counted(lexicon.ordinary - known)
    all_names, all_others = names.total(), others.total()
    lines = ["# Three letters and how much likelier they are in a name than in an ordinary word,"]
    lines.append("# in tenths of log odds. Made by benchmarks/fit_spelling.py from the lists here.")
    for three, seen in sorted(names.items()):
        if seen >= LEAST_SEEN:
            odds = math.log((seen + SMOOTHING) / all_names)
            odds -= math.log((others[three] + SMOOTHING) / all_others)
            lines.append(f"{three} {round(10 * odds)}")
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("-o", "--output", type=Path)
    options = parser.parse_args()
    if options.output:
        options.output.write_text(table(), "utf-8")
    else:
        sys.stdout.write(table())


if __name__ == "__main__":
    main()
