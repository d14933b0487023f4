"""Words that show that a line is a sentence, not an address, a reference or a name."""

from __future__ import annotations

from redact.patterns import pattern

SENTENCE_WORDS = (
    r"(?<![\w/&.'-])(?:WAS|WERE|IS|ARE|HAS|HAVE|HAD|BEEN|TOLD|SAID|SAYS|ASKED|THAT|WHICH|WHO|THEY|SHE"
    r"|HIS|HER|THEIR|WOULD|COULD|SHOULD|KEEPS?|WANTS?|DOES|DID|CANNOT)(?![\w/&'-])"
)
"""Pattern, in capitals, of verbs and pronouns that make any line a sentence."""

_SENTENCE_WORD = pattern(SENTENCE_WORDS)

_FEWEST_WORDS = 5
_WORD = pattern(r"(?<![\w/&-])[^\W\d_]+(?![\w/&-])")
_LIKE_TEXT = frozenset(
    """
    A AN THE THIS THESE THOSE IT ITS HE HIM WE OUR THEM MY YOU YOUR AT BY WITH WITHOUT INTO ONTO
    UPON ABOUT AGAINST AMONG BETWEEN BEFORE AFTER DURING UNTIL SINCE WITHIN TOWARD TOWARDS
    BEHIND BELOW NEAR THAN THEN BUT BECAUSE IF WHEN WHILE WHERE WHETHER ALTHOUGH NOR NEVER
    ALREADY STILL SOON AGAIN ONCE TWICE VERY MORE MOST MANY SOME SEVERAL EVERY EACH BOTH NONE
    NOBODY SOMEBODY YESTERDAY TODAY TOMORROW TONIGHT MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY
    SATURDAY SUNDAY WEEK MORNING EVENING NIGHT WILL SHALL MIGHT MUST CAN BE DO TOOK TAKE TAKES
    GAVE GIVE GIVES MADE MAKE MAKES CAME COME COMES WENT GO GOES MET MEET SAW SEE SEES KNEW KNOW
    KNOWS THOUGHT THINKS BEGAN BEGINS LEFT LEAVES HELD HOLDS KEPT SENT SENDS SOLD SELLS BOUGHT
    BUYS PAID PAYS STOLE BROKE FOUND LOST WON BROUGHT SPOKE SPEAKS WROTE WRITES GOT GETS FELT
    BECAME PUT
    """.split()
)
"""Words common in sentences and rare in addresses; a single one proves nothing."""
_NO_VERBS = frozenset(
    ("UNITED", "ALLIED", "COMBINED", "LIMITED", "RELATED", "ARMED", "ADVANCED", "PASSED")
)


def has_sentence_word(head: str) -> bool:
    """Whether a line contains one of `SENTENCE_WORDS`, in upper or lower case."""
    return _SENTENCE_WORD.search(head.upper()) is not None


def is_sentence(head: str) -> bool:
    """Whether a line found where an address, caption or attention line belongs is a sentence.

    It takes one of `SENTENCE_WORDS`, or five words of which two different ones are common in
    sentences or in the past tense.
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
