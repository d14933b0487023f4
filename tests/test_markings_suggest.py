"""What was meant by a marking that cannot be read, and what a mangled one must never become."""

from __future__ import annotations

import importlib.util
import random
import subprocess
import sys
from types import ModuleType

import pytest
from conftest import ROOT

from redact.markings.parse import parse_marking
from redact.markings.register import load_register


@pytest.fixture(scope="module")
def benchmark() -> ModuleType:
    """The benchmark as a module, for its generator of errors."""
    spec = importlib.util.spec_from_file_location("mangling", ROOT / "benchmarks" / "markings.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("text", "register", "form", "meant"),
    [
        ("SECRET//NORFORN", "us", "banner", "SECRET//NOFORN"),
        ("SECRET//OCON", "us", "banner", "SECRET//ORCON"),  # NOCON stands with CUI only
        ("CONFIDETIAL//NOFORN", "us", "banner", "CONFIDENTIAL//NOFORN"),
        ("SECRETNOFORN", "us", "banner", "SECRET//NOFORN"),
        ("SEC RET//NOFORN", "us", "banner", "SECRET//NOFORN"),
        ("SECRET//NOF ORN", "us", "banner", "SECRET//NOFORN"),
        ("SECRET//N0F0RN", "us", "banner", "SECRET//NOFORN"),
        ("$ECRET//NOFORN", "us", "banner", "SECRET//NOFORN"),
        ("SECRET//RELTO USA, GBR", "us", "banner", "SECRET//REL TO USA, GBR"),
        ("SECRET//REL TO USA, UK", "us", "banner", "SECRET//REL TO USA, GBR"),
        ("SECRET//NOFORN//SI", "us", "banner", "SECRET//SI//NOFORN"),
        ("SECRET//USA/GBR EYES ONLY", "us", "banner", "SECRET//REL TO USA, GBR"),
        ("TOP SECRET//SIG//ORCON", "us", "banner", "TOP SECRET//SI-G//ORCON"),
        ("TSSINF", "us", "portion", "TS//SI//NF"),
        ("5//NF", "us", "portion", "S//NF"),
        ("(U//SBU/NF)", "us", "portion", "U//SBU-NF"),
        ("CBU", "state", "portion", "SBU"),
        ("OFFICAL-SENSITIVE", "uk", "banner", "OFFICIAL-SENSITIVE"),
        ("CUI//SP-CTI//FEDC0N", "cui", "banner", "CUI//SP-CTI//FEDCON"),
    ],
)
def test_what_was_meant(text: str, register: str, form: str, meant: str) -> None:
    assert parse_marking(text, load_register(register), form).meant == meant


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("CLASSIFIED", "banner"),  # two letters from UNCLASSIFIED
        ("SECRET//FD", "banner"),  # FRD or RD
        ("SC", "portion"),
        ("T", "portion"),
        ("SECRET//REL TO USA, GER", "banner"),  # DEU by habit, GBR by one letter
        ("NS//NF", "portion"),  # NATO SECRET without its sign, or a misspelt TS
        ("TON SECRET", "banner"),  # TON is a country
        ("TS//SI-GOC/IMC/NF", "portion"),  # SI-G//OC run together
        ("SECRET//REL TO USA, GBT", "banner"),  # one letter of a country makes another
        ("SECRET//CONFIDENTIAL", "banner"),
        ("SECRET//SAR-BPNOFORN", "banner"),  # where the program's name ends is not known
        ("MTCR", "portion"),
        ("NOTE: the pump", "portion"),
        ("S//REL TO U5A, G BR", "portion"),  # U5A is no country: it is misspelt itself
    ],
)
def test_in_doubt_there_is_no_guess(text: str, form: str) -> None:
    assert parse_marking(text, load_register("us"), form).meant is None


def test_candidates_come_nearest_first() -> None:
    reading = parse_marking("SECRET//OCON", load_register("us"))
    assert reading.candidates == ("SECRET//ORCON", "SECRET//NOCON")


@pytest.mark.parametrize("form", ["banner", "portion"])
def test_no_error_in_a_word_is_guessed_to_a_lower_marking(benchmark: ModuleType, form: str) -> None:
    rng = random.Random(11)  # noqa: S311 - seeded on purpose
    markings = benchmark.valid_markings(rng, 40)
    total = sum(
        (benchmark.tally(rng, markings, form, mangle) for mangle in benchmark.CLASSES.values()),
        start=benchmark.Counter(),
    )
    judged = total.total() - total["another valid marking"]
    assert total["wrong, lower"] == 0
    assert total["right"] >= 0.95 * judged


def test_reading_a_right_marking_loads_no_edit_distance() -> None:
    program = (
        "import sys; from redact.markings.register import load_register as r;"
        "from redact.markings.parse import parse_marking as p;"
        "p('SECRET//NOFORN', r('us')); sys.exit('rapidfuzz' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False, cwd=ROOT).returncode == 0


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("S//SA R-8P//NF", "portion"),
        ("C//S AR-8P//RD//ND", "portion"),
        ("SECRET//SAR-8P//IMCON/NOFO RN", "banner"),
    ],
)
def test_no_guess_holds_a_code_that_no_register_lists(text: str, form: str) -> None:
    assert parse_marking(text, load_register("us"), form).meant is None
