"""Words by which a line shows that it is a sentence, and no address, no reference and no name."""

from __future__ import annotations

from redact.patterns import pattern

SENTENCE_WORDS = (
    r"(?<![\w/&.'-])(?:WAS|WERE|IS|ARE|HAS|HAVE|HAD|BEEN|TOLD|SAID|SAYS|ASKED|THAT|WHICH|WHO|THEY|SHE"
    r"|HIS|HER|THEIR|WOULD|COULD|SHOULD|KEEPS?|WANTS?|DOES|DID|CANNOT)(?![\w/&'-])"
)
"""Pattern, in capitals, of verbs and pronouns that make a line a sentence wherever it stands."""

_SENTENCE_WORD = pattern(SENTENCE_WORDS)

_FEWEST_WORDS = 5
_WORD = pattern(r"(?<![\w/&-])[^\W\d_]+(?![\w/&-])")
_LIKE_TEXT = frozenset(
    (
        *("A", "AN", "THE", "THIS", "THESE", "THOSE", "IT", "ITS", "HE", "HIM", "WE", "OUR"),
        *("THEM", "MY", "YOU", "YOUR", "AT", "BY", "WITH", "WITHOUT", "INTO", "ONTO", "UPON"),
        *("ABOUT", "AGAINST", "AMONG", "BETWEEN", "BEFORE", "AFTER", "DURING", "UNTIL", "SINCE"),
        *("WITHIN", "TOWARD", "TOWARDS", "BEHIND", "BELOW", "NEAR", "THAN", "THEN"),
        *("BUT", "BECAUSE", "IF", "WHEN", "WHILE", "WHERE", "WHETHER", "ALTHOUGH", "NOR"),
        *("NEVER", "ALREADY", "STILL", "SOON", "AGAIN", "ONCE", "TWICE", "VERY", "MORE", "MOST"),
        *("MANY", "SOME", "SEVERAL", "EVERY", "EACH", "BOTH", "NONE", "NOBODY", "SOMEBODY"),
        *("YESTERDAY", "TODAY", "TOMORROW", "TONIGHT", "MONDAY", "TUESDAY", "WEDNESDAY"),
        *("THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY", "WEEK", "MORNING", "EVENING", "NIGHT"),
        *("WILL", "SHALL", "MIGHT", "MUST", "CAN", "BE", "DO", "TOOK", "TAKE", "TAKES"),
        *("GAVE", "GIVE", "GIVES", "MADE", "MAKE", "MAKES", "CAME", "COME", "COMES", "WENT", "GO"),
        *(
            "GOES",
            "MET",
            "MEET",
            "SAW",
            "SEE",
            "SEES",
            "KNEW",
            "KNOW",
            "KNOWS",
            "THOUGHT",
            "THINKS",
        ),
        *("BEGAN", "BEGINS", "LEFT", "LEAVES", "HELD", "HOLDS", "KEPT", "SENT", "SENDS", "SOLD"),
        *("SELLS", "BOUGHT", "BUYS", "PAID", "PAYS", "STOLE", "BROKE", "FOUND", "LOST", "WON"),
        *("BROUGHT", "SPOKE", "SPEAKS", "WROTE", "WRITES", "GOT", "GETS", "FELT", "BECAME", "PUT"),
    )
)
"""Words that are common in sentences and rare in addresses; one of them shows nothing."""
_NO_VERBS = frozenset(
    ("UNITED", "ALLIED", "COMBINED", "LIMITED", "RELATED", "ARMED", "ADVANCED", "PASSED")
)


def has_sentence_word(head: str) -> bool:
    """Whether one of `SENTENCE_WORDS` stands in a line, in any case."""
    return _SENTENCE_WORD.search(head.upper()) is not None


def is_sentence(head: str) -> bool:
    """Whether a line in the place of an address, a caption or an attention line is a sentence.

    Two of the words that sentences are made of are asked for, the past tense of a verb among them.
    """
    if has_sentence_word(head):
        return True
    if head.count(" ") < _FEWEST_WORDS - 1:
        return False
    words = [word.upper() for word in _WORD.findall(head)]
    if len(words) < _FEWEST_WORDS:
        return False
    return len({word for word in words if word in _LIKE_TEXT or _is_past_tense(word)}) >= 2


def _is_past_tense(word: str) -> bool:
    return len(word) > 4 and word.endswith("ED") and word not in _NO_VERBS
