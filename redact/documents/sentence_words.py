"""Words that stand in sentences, and in no address, no reference and no name."""

from __future__ import annotations

import re

from redact.patterns import pattern

SENTENCE_WORDS = (
    r"(?<![\w/&.'-])(?:WAS|WERE|IS|ARE|HAS|HAVE|HAD|BEEN|TOLD|SAID|SAYS|ASKED|THAT|WHICH|WHO|THEY|SHE"
    r"|HIS|HER|THEIR|WOULD|COULD|SHOULD|KEEPS?|WANTS?|DOES|DID|CANNOT)(?![\w/&'-])"
)
"""Pattern, in capitals, of verbs and pronouns that make a line a sentence wherever it stands."""

SENTENCE_WORD = pattern(SENTENCE_WORDS, re.IGNORECASE)
