"""The same passage as it may be met: as printed, in capitals, and in capitals read as prose.

The tool gives the model paragraphs in capitals rewritten as prose, by
`redact.persons.views.casing`, which is never quite what an author would have written; so that is
learned too.
"""

from __future__ import annotations

import random
from functools import partial

from redact.persons.lexicon import load_lexicon
from redact.persons.views.casing import in_capitals, prose_case
from redact.sources import Span
from training.passage import Passage

CASES = ("as is", "capitals", "prose from capitals")
_WEIGHTS = (4, 3, 3)


def capitals(text: str) -> str:
    """The text in capitals, letter for letter."""
    return "".join(up if len(up := c.upper()) == 1 else c for c in text)


def prose_from_capitals(text: str, keep: frozenset[str] = frozenset()) -> str:
    """The text as the tool reads it when it stands in capitals.

    ``keep``: folded abbreviations left in capitals, as those the document explains.
    """
    upper = capitals(text)
    return prose_case(upper, [Span(0, len(upper))], load_lexicon(), keep)


def in_case(passage: Passage, case: str) -> Passage:
    """The passage in one of `CASES`; one without small letters is never "as is" only in name."""
    match case:
        case "capitals":
            return passage.rewritten(capitals)
        case "prose from capitals":
            return passage.rewritten(partial(prose_from_capitals, keep=frozenset()))
        case _:
            return passage


def any_case(passage: Passage, random_: random.Random) -> Passage:
    """The passage in a case chosen at random."""
    case = random_.choices(CASES, _WEIGHTS)[0]
    if case == "as is" and in_capitals(passage.text) and random_.random() < 0.5:
        case = "prose from capitals"
    return in_case(passage, case)
