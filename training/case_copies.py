"""The same passage in three cases: as printed, in capitals, and in capitals rewritten as prose.

The tool gives the model paragraphs in capitals rewritten as prose by
`redact.persons.views.casing`, which never quite matches what an author would have written; so the
model is trained on that too.
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
    """The text as the tool reads it when it is in capitals.

    ``keep``: folded abbreviations left in capitals, such as those the document explains.
    """
    upper = capitals(text)
    return prose_case(upper, [Span(0, len(upper))], load_lexicon(), keep)


def in_case(passage: Passage, case: str) -> Passage:
    """The passage in one of `CASES`."""
    match case:
        case "capitals":
            return passage.rewritten(capitals)
        case "prose from capitals":
            return passage.rewritten(partial(prose_from_capitals, keep=frozenset()))
        case _:
            return passage


def any_case(passage: Passage, random_: random.Random) -> Passage:
    """The passage in a random case; half of those "as is" in capitals are rewritten as prose."""
    case = random_.choices(CASES, _WEIGHTS)[0]
    if case == "as is" and in_capitals(passage.text) and random_.random() < 0.5:
        case = "prose from capitals"
    return in_case(passage, case)
