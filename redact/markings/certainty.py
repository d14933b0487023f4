"""Whether a faulty but readable marking is certainly the one that was meant.

Words of one system may be misspelt words of another, and a free name may have absorbed the text
after it. Where another reading would protect more, the reading is not certain.
"""

from __future__ import annotations

from redact.markings.lexicon import words_of
from redact.markings.marking import Marking
from redact.markings.reading import Reading
from redact.markings.register import Register

_LONG = 3
"""Up to this length a word of NATO may be another word; a longer free name may hold two."""


def is_certain(reading: Reading, proper: Marking, register: Register) -> bool:
    """Whether ``proper``, the reading put in order, is the only thing the text can mean."""
    kinds = {problem.kind for problem in reading.problems}
    if "foreign-prefix" in kinds and proper.nato and len(_first_word(reading)) <= _LONG:
        return False  # NS without its sign may be a misspelt S or TS
    if "foreign-prefix" in kinds and _may_be_a_level(_first_word(reading), register):
        return False  # TON before SECRET
    if "separator" in kinds and _has_free_name(proper, register):
        return False
    written = [p.span.of(reading.text).upper() for p in reading.problems if p.kind == "spelling"]
    if any(text in control.behind for control in register.controls for text in written):
        return False  # NC may be a misspelt NF
    slips = [p.span.of(reading.text).upper() for p in reading.problems if p.kind == "unknown-code"]
    return not any(_is_near_a_code(code, register) for code in slips)


def _first_word(reading: Reading) -> str:
    words = words_of(reading.text.upper())
    return words[0].text if words else ""


def _may_be_a_level(word: str, register: Register) -> bool:
    """Whether a word is one letter from the first word of a level that has two."""
    from rapidfuzz.distance import OSA

    firsts = {level.word.split()[0] for level in register.levels if " " in level.word}
    return any(OSA.distance(word, first) <= 1 for first in firsts)


def _has_free_name(marking: Marking, register: Register) -> bool:
    """Whether a name that no register lists could end in another control.

    Long names of programs and measures can, names of compartments always.
    """
    programs = [token for token in (*marking.sap, *marking.non_ic) if "-" in token]
    if any(len(token.split("-")[-1]) > _LONG for token in programs):
        return True
    listed = {part.name for control in register.controls for part in control.parts}
    compartments = [name for token in marking.sci for name in token.split("-")[1:]]
    return any(name.split(" ")[0] not in listed for name in compartments)


def _is_near_a_code(written: str, register: Register) -> bool:
    """Whether changing one letter of a wrong code gives a registered one: GER may be GBR or DEU."""
    if not written.isalpha() or len(written) < 3:
        return False  # a digit in place of a letter, or a common short form (UK)
    from rapidfuzz import process
    from rapidfuzz.distance import OSA

    right = register.countries.slips.get(written)
    others = [code for code in sorted(register.countries.codes) if code != right]
    return process.extractOne(written, others, scorer=OSA.distance, score_cutoff=1) is not None
