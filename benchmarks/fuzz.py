#!/usr/bin/env python3
"""Throws damaged input at the parser, the marking grammar and the policy loader until time is up.

usage: benchmarks/fuzz.py parser|markings|policies [--seconds N] [--seed N] [--keep FOLDER]

Input is made from examples of the repository: pieces cut out, doubled, swapped, words of the
registers and hostile characters inserted. Reports input that raises, breaks a law of the program
(segments tile the text, canonical text reads as the same marking) or takes too long for its size.
Each finding is kept as a numbered file in FOLDER. The same seed gives the same input.
"""

from __future__ import annotations

import argparse
import datetime
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from redact.batch.check import CheckSettings, check_source  # noqa: E402
from redact.documents import parse  # noqa: E402
from redact.errors import RedactError  # noqa: E402
from redact.markings.parse import parse_marking  # noqa: E402
from redact.markings.register import load_register  # noqa: E402
from redact.policy.load import load_policy  # noqa: E402
from redact.sources import Source, read_bytes  # noqa: E402

SETTINGS = CheckSettings(as_of=datetime.date(2026, 11, 21))
SECONDS_PER_KILOBYTE = 0.05
"""Processor time beyond which an input counts as slow, in addition to a tenth of a second."""

HOSTILE = (
    "\x00", "\ufeff", "\u200b", "\u202e", "\u2066", "\ud800", "\x0c", "\x1a", "\r", "\n", "\r\n",
    "\u2028", "\x85", "İ", "ß", "Ⅳ", "٣", "С", "—", "‑", "\u00a0", "\U0001f4a9", "\t", " " * 200,
    "(" * 50, "1. " * 30, "(C) " * 30, "\n" * 40, "-" * 90, "/" * 60, "A" * 300, "9" * 40,
)  # fmt: skip
WORDS = (
    "SECRET", "CONFIDENTIAL", "UNCLAS", "TOP SECRET", "NOFORN", "REL TO USA, GBR", "SIPDIS",
    "EXDIS", "(U)", "(S//NF)", "(SBU)", "(C", "S E C R E T", "E.O. 12958:", "DECL:", "01/01/2030",
    "X1", "25X1", "TAGS:", "SUBJECT:", "REF:", "A.", "BT", "NNNN", "#0001", "ZNY CCCCC ZZH",
    "FM AMEMBASSY TESTVILLE", "DE RUEHXX #0001/01 1101131", "O 201131Z APR 09",
    "SECTION 01 OF 03", "PAGE 02", "BEGIN TEXT", "END TEXT", "CLASSIFIED BY:",
    "REASON: 1.4(B) AND (D)", "DERIVED FROM:", "CUI//SP-PRVCY", "MEMORANDUM FOR", "END SUMMARY",
    "PARA 9", "REFTEL", "[1.4(D),B1 - 2 lines]", "//", ",", "COSMIC", "FGI", "TK", "SAR-",
    "RD-CNWDI", "ORCON", "DISPLAY ONLY", "JOINT", "LIMDIS", "IMCON",
)  # fmt: skip


def spoilt(rng: random.Random, text: str, words: tuple[str, ...]) -> str:
    """``text`` with a few random errors."""
    for _ in range(rng.randint(1, 8)):
        start = rng.randrange(len(text) + 1)
        end = min(len(text), start + rng.randint(0, 60))
        match rng.randrange(6):
            case 0:
                text = text[:start] + text[end:]
            case 1:
                text = text[:start] + rng.choice(words) + text[start:]
            case 2:
                text = text[:start] + rng.choice(HOSTILE) + text[start:]
            case 3:
                text = text[:end] + text[start:end] * rng.randint(1, 20) + text[end:]
            case 4:
                other = rng.randrange(len(text) + 1)
                text = text[:start] + text[other : other + 80] + text[end:]
            case _:
                text = text[:start] + text[start:end].swapcase() + text[end:]
    return text[:40_000]


def throw_document(text: str) -> None:
    """Parse and check a text; raises when a law is broken."""
    source = Source.from_text(text)
    document = parse(source)
    done = 0
    for segment in document.segments:
        assert segment.span.start == done, "segments do not tile the text"
        done = segment.span.end
    assert done == len(text), "segments do not reach the end"
    for finding in check_source(SETTINGS, source).findings:
        assert finding.span.end <= len(text), "a finding lies behind the end"
    data = text.encode("utf-8", "surrogatepass")
    try:
        read_bytes(data)
    except RedactError:
        return


def throw_marking(text: str) -> None:
    """Read a marking in both forms; raises when its canonical text reads differently."""
    register = load_register("us")
    for form in ("banner", "portion"):
        marking = parse_marking(text, register, form).marking
        if marking is not None:
            written = marking.banner() if form == "banner" else marking.portion()[1:-1]
            again = parse_marking(written, register, form).marking
            assert again == marking, "the canonical form reads as another marking"


def throw_policy(text: str) -> None:
    """Load a policy; raises on anything but a policy or an error of ours."""
    path = Path(FOLDER.name) / "policy.yaml"
    path.write_bytes(text.encode("utf-8", "surrogatepass"))
    try:
        load_policy(str(path))
    except RedactError as error:
        assert error.what, "an error that says nothing"


FOLDER = tempfile.TemporaryDirectory()


def texts_of(kind: str) -> list[str]:
    """The texts to damage."""
    if kind == "policies":
        return [f.read_text("utf-8") for f in sorted((ROOT / "policies").glob("*.yaml"))]
    if kind == "markings":
        return ["SECRET//TK//NOFORN", "(S//NF)", "TOP SECRET//SI-G ABCD//ORCON/REL TO USA, FRA",
                "CUI//SP-PRVCY//FED ONLY", "CONFIDENTIAL//FGI GBR//RELIDO", "//COSMIC TOP SECRET",
                "UNCLASSIFIED//FOUO", "S//RD-CNWDI//NF", "//JOINT SECRET CAN USA"]  # fmt: skip
    return [f.read_text("utf-8") for f in sorted((ROOT / "examples").glob("*.txt"))]


THROWS: dict[str, Callable[[str], None]] = {
    "parser": throw_document,
    "markings": throw_marking,
    "policies": throw_policy,
}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("kind", choices=sorted(THROWS))
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=2026)
    parser.add_argument("--keep", type=Path, default=Path("fuzz-findings"))
    options = parser.parse_args()
    options.keep.mkdir(parents=True, exist_ok=True)
    rng = random.Random(options.seed)
    throw, texts = THROWS[options.kind], texts_of(options.kind)
    found: Counter[str] = Counter()
    thrown = 0
    end = time.monotonic() + options.seconds
    while time.monotonic() < end:
        text = spoilt(rng, rng.choice(texts), WORDS)
        thrown += 1
        begun = time.process_time()
        try:
            throw(text)
            spent = time.process_time() - begun
            what = "slow" if spent > 0.1 + SECONDS_PER_KILOBYTE * len(text) / 1000 else ""
        except Exception as error:
            frame = traceback.extract_tb(error.__traceback__)[-1]
            what = f"{type(error).__name__} at {Path(frame.filename).name}:{frame.lineno}"
        if what:
            found[what] += 1
            if found[what] <= 3:
                file = options.keep / f"{options.kind}-{thrown}.txt"
                file.write_bytes(text.encode("utf-8", "surrogatepass"))
                print(f"{what}: {file}", flush=True)
    print(f"{options.kind}: {thrown} thrown, seed {options.seed}, {options.seconds:g} seconds")
    for what, count in found.most_common():
        print(f"  {count:6} {what}")
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
