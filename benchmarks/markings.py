"""How much of the rules is covered, and how often a mangled marking is understood.

Prints how many rules have cases of both kinds. Then valid markings are made from the register,
mangled by one error of a known class, or by two, and read: how many are read right, left in doubt,
read wrong, and read wrong in a way that lowers protection. Errors inside codes (one-letter levels,
two-letter abbreviations, countries, program identifiers) are counted separately: a code has no
letter to spare. Run: ``python benchmarks/markings.py [--seed N] [--markings N]``.

Right: reading gives the marking itself, or one guess that equals it. Wrong: the text is read
without any fault as another marking, or guessed to be one. A mangled text that happens to be
another valid marking (NF become ND) cannot be recognized by anyone and is counted separately.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import yaml

from redact.markings.arrange import arrange
from redact.markings.facts import facts_of, names_of
from redact.markings.foreign_release import release_of
from redact.markings.marking import Marking, level_rank
from redact.markings.parse import parse_marking
from redact.markings.register import load_register
from redact.rules import RULES

ROOT = Path(__file__).parent.parent
US = load_register("us")
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SCANNED = {"O": "0", "I": "1", "S": "5", "B": "8", "Z": "2", "G": "6", "L": "1"}
LOOKALIKES = {"A": "А", "C": "С", "E": "Е", "O": "О", "S": "Ѕ", "T": "Т", "N": "Ν"}


def valid_markings(rng: random.Random, count: int) -> list[Marking]:
    """Markings that violate no companion, level or exclusion rule of the register."""
    found: list[Marking] = []
    while len(found) < count:
        level = rng.choice(["UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "TOP SECRET"])
        sci = rng.sample(["SI", "SI-G", "TK", "TK-KAND", "HCS-P"], rng.choice([0, 0, 1, 2]))
        release = rng.choice(["", "NOFORN", "REL", "RELIDO"])
        others = rng.sample(["ORCON", "IMCON", "PROPIN", "FISA", "FOUO"], rng.choice([0, 0, 1, 2]))
        marking = arrange(
            Marking(
                level=level,
                sci=tuple(sci),
                sap=rng.choice([(), (), (), ("SAR-BP",)]),
                aea=rng.choice([(), (), (), ("RD",), ("FRD",), ("RD-CNWDI",)]),
                fgi=rng.choice([(), (), (), ("GBR",), ("AUS", "GBR")]),
                dissem=(*others, *([release] if release in ("NOFORN", "RELIDO") else [])),
                rel_to=rng.choice([("USA", "GBR"), ("USA", "FVEY")]) if release == "REL" else (),
                non_ic=rng.choice([(), (), (), ("EXDIS",), ("NODIS",), ("SBU",), ("LES",)]),
            )
        )
        names = names_of(marking, US)
        fits = all(
            (not fact.levels or level in fact.levels)
            and all(name in names for name in fact.requires)
            and not any(name in names for name in fact.excludes)
            for fact in facts_of(marking, US)
        )
        if fits:
            found.append(marking)
    return found


def _in_word(text: str, at: int) -> bool:
    """Whether a character belongs to a word of three or more letters that is not a free code.

    Letters of levels and two-letter abbreviations, of country codes and of program identifiers
    carry no redundancy: changing one letter makes another of them.
    """
    start = max(text.rfind(sign, 0, at) for sign in "/ -,") + 1
    word = text[start:].split("/")[0].split(" ")[0].split("-")[0].split(",")[0]
    return len(word) > 2 and word not in US.countries and not text[:start].endswith("SAR-")


def _at_letter(
    change: Callable[[random.Random, str, int], str | None], *, word: bool | None = None
) -> Callable[[random.Random, str], str | None]:
    """Change one letter: of a word, of a code, or (``None``) of either."""

    def mangle(rng: random.Random, text: str) -> str | None:
        places = [
            i for i, c in enumerate(text) if c.isalpha() and word in (None, _in_word(text, i))
        ]
        return change(rng, text, rng.choice(places)) if places else None

    return mangle


def _swap(rng: random.Random, text: str, at: int) -> str | None:
    if at + 1 >= len(text) or not text[at + 1].isalpha() or text[at] == text[at + 1]:
        return None
    return text[:at] + text[at + 1] + text[at] + text[at + 2 :]


def _exchange(table: dict[str, str]) -> Callable[[random.Random, str], str | None]:
    def mangle(rng: random.Random, text: str) -> str | None:
        places = [index for index, char in enumerate(text) if char in table]
        if not places:
            return None
        at = rng.choice(places)
        return text[:at] + table[text[at]] + text[at + 1 :]

    return mangle


def _delimiter(replacement: Callable[[random.Random, str], str]) -> Callable[..., str | None]:
    def mangle(rng: random.Random, text: str) -> str | None:
        if "//" not in text[1:]:
            return None
        at = rng.choice([i for i in range(1, len(text)) if text.startswith("//", i)])
        return text[:at] + replacement(rng, "//") + text[at + 2 :]

    return mangle


def _order(rng: random.Random, text: str) -> str | None:
    head, *rest = text.split("//")
    if len(rest) < 2:
        return None
    at = rng.randrange(len(rest) - 1)
    rest[at], rest[at + 1] = rest[at + 1], rest[at]
    return "//".join((head, *rest))


LETTER_ERRORS: dict[str, Callable[[random.Random, str, int], str | None]] = {
    "lost": lambda rng, text, at: text[:at] + text[at + 1 :],
    "added": lambda rng, text, at: text[:at] + rng.choice(LETTERS) + text[at:],
    "doubled": lambda rng, text, at: text[:at] + text[at] + text[at:],
    "changed": lambda rng, text, at: text[:at] + rng.choice(LETTERS) + text[at + 1 :],
    "swapped": _swap,
}

CLASSES: dict[str, Callable[[random.Random, str], str | None]] = {
    **{f"letter {name}": _at_letter(error, word=True) for name, error in LETTER_ERRORS.items()},
    "scanned figure": _exchange(SCANNED),
    "look-alike": _exchange(LOOKALIKES),
    "zero width": _at_letter(lambda rng, text, at: text[:at] + "\u200b" + text[at:]),
    "blank inside": _at_letter(lambda rng, text, at: text[: at + 1] + " " + text[at + 1 :]),
    "small letters": lambda rng, text: text.lower(),
    "delimiter lost": _delimiter(lambda rng, _: ""),
    "delimiter halved": _delimiter(lambda rng, _: "/"),
    "delimiter doubled": _delimiter(lambda rng, _: "////"),
    "delimiter spaced": _delimiter(lambda rng, _: " // "),
    "delimiter changed": _delimiter(lambda rng, _: rng.choice(["\\\\", "--", ", ", ";", "|"])),
    "wrong order": _order,
}
CODE_CLASSES = {
    f"code, letter {name}": _at_letter(error, word=False) for name, error in LETTER_ERRORS.items()
}


def _twice(first: str, second: str) -> Callable[[random.Random, str], str | None]:
    """Two errors, one after another."""

    def mangle(rng: random.Random, text: str) -> str | None:
        once = CLASSES[first](rng, text)
        return once and CLASSES[second](rng, once)

    return mangle


PAIRS = {
    f"{first} + {second}": _twice(first, second)
    for first, second in (
        ("letter lost", "letter changed"),
        ("letter swapped", "delimiter halved"),
        ("scanned figure", "blank inside"),
        ("small letters", "wrong order"),
    )
}


def lowers(told: Marking, meant: Marking) -> bool:
    """Whether ``told`` protects less than ``meant``: level, systems, controls or release."""
    if level_rank(told.level) < level_rank(meant.level):
        return True
    for field in ("sci", "sap", "aea", "fgi", "dissem", "non_ic"):
        if set(getattr(meant, field)) - set(getattr(told, field)) - {"RELIDO", "FOUO"}:
            return True
    allowed, given = release_of(meant, US), release_of(told, US)
    return not given.forbids and bool(given.release - allowed.release)


def outcome(text: str, form: str, meant: Marking) -> str:
    """The outcome of reading a mangled text."""
    reading = parse_marking(text, US, form)
    told = None if reading.problems else reading.marking
    if reading.meant is not None:
        told = parse_marking(reading.meant, US, form).marking
    if told is None:
        return "in doubt, candidates" if reading.candidates else "in doubt"
    if arrange(told) == meant:
        return "right"
    if not reading.problems:
        return "another valid marking"
    return "wrong, lower" if lowers(told, meant) else "wrong, not lower"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="recovery of mangled markings by class of error")
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--markings", type=int, default=1000)
    options = parser.parse_args()
    print(coverage(), end="\n\n")
    rng = random.Random(options.seed)
    markings = valid_markings(rng, options.markings)
    for form in ("banner", "portion"):
        print(
            f"{form:32}{'mangled':>9}{'right':>8}{'doubt':>8}{'wrong':>8}{'lower':>8}{'valid':>8}"
        )
        groups = (("all classes", CLASSES), ("all codes", CODE_CLASSES), ("all pairs", PAIRS))
        for title, classes in groups:
            total: Counter[str] = Counter()
            for name, mangle in classes.items():
                found = tally(rng, markings, form, mangle)
                total += found
                print(_row(name, found))
            print(_row(title, total), end="\n\n")


def coverage() -> str:
    """Rules that have cases of both kinds, of all rules; their cases; traps of innocent text."""
    cases: dict[str, Counter[str]] = {}
    for path in sorted((ROOT / "tests" / "cases").rglob("*.yaml")):
        content = yaml.safe_load(path.read_text("utf-8"))
        kinds = Counter(name.split("_", 1)[0] for name in content if "_" in name)
        cases.setdefault(content["rule"], Counter()).update(kinds)
    both = sum(bool(cases.get(rule, Counter()).keys() >= {"pass", "fail"}) for rule in RULES)
    total = sum(cases.values(), start=Counter())
    return (
        f"rules with both kinds of case: {both} of {len(RULES)}; "
        f"{total['fail']} cases that fail, {total['pass']} that pass"
    )


def tally(
    rng: random.Random,
    markings: list[Marking],
    form: str,
    mangle: Callable[[random.Random, str], str | None],
) -> Counter[str]:
    """Outcomes of one class of error over all markings in one form."""
    found: Counter[str] = Counter()
    for marking in markings:
        text = marking.banner() if form == "banner" else marking.portion()[1:-1]
        mangled = mangle(rng, text)
        if mangled is not None and mangled != text:
            found[outcome(mangled, form, marking)] += 1
    return found


def _row(name: str, found: Counter[str]) -> str:
    valid = found["another valid marking"]
    judged = max(found.total() - valid, 1)
    doubt = found["in doubt, candidates"] + found["in doubt"]
    shares = [found["right"], doubt, found["wrong, not lower"], found["wrong, lower"]]
    cells = "".join(f"{100 * share / judged:7.1f}%" for share in shares)
    return f"{name:32}{judged:9}{cells}{valid:8}"


if __name__ == "__main__":
    main()
