"""Rules about public copies beyond their cases: real telegrams, copies of ours, hostile text."""

from __future__ import annotations

import datetime
import re
import time
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import redact
from redact.documents.copy_model import ReleaseStamp
from redact.documents.model import Document, Segment
from redact.documents.portion_model import Portion
from redact.findings import Examined, Publication, Withheld
from redact.markings.register import load_register
from redact.policy.load import load_policy
from redact.rules import RULES
from redact.rules.release.deletion import visible_text
from redact.rules.release.deletion_marks import find_deletions, holds_no_text
from redact.rules.release.exemption_code import find_codes
from redact.sources import Source, Span

TODAY = datetime.date(2026, 11, 21)
RELEASE = [rule for rule in RULES.values() if rule.family == "release"]


def plain(
    text: str, *, publication: Publication | None = None, stamps: tuple[ReleaseStamp, ...] = ()
) -> Examined:
    """A copy whose whole text is one numbered paragraph without a mark."""
    span = Span(0, len(text))
    document = Document(
        source=Source.from_text(text),
        kind="telegram",
        register="state",
        segments=(Segment(span, "body"),),
        portions=(Portion(number="1", span=span, text_span=span),),
        stamps=stamps,
    )
    return Examined(
        document=document,
        register=load_register("state"),
        stage="release",
        as_of=TODAY,
        publication=publication,
    )


SEEDS = {
    "000_e9dc65e60160c554.txt": [
        ("rel-banner-not-cancelled", "error", 40, 40),
        ("rel-decl-date-future", "error", 46, 46),
        ("rel-sbu-unreviewed", "warning", 67, 67),
        ("rel-equity-referral", "note", 73, 117),
        ("rel-classified-text-remains", "error", 120, 120),
        ("rel-classified-text-remains", "error", 135, 135),
    ],
    "002_1fc41c39a2009862.txt": [
        ("rel-handling-notice-left", "warning", 28, 28),
        ("rel-handling-notice-left", "warning", 43, 43),
        *(("rel-sbu-unreviewed", "warning", line, line) for line in (47, 49, 51, 55, 57)),
    ],
}


@pytest.mark.parametrize("name", SEEDS)
def test_a_real_telegram_taken_for_a_public_copy(shared: Path, name: str) -> None:
    source = redact.read(shared / "seeds" / name)
    policy = load_policy("state-telegram")
    findings = redact.check(redact.parse(source), policy, stage="release", today=TODAY)
    assert [
        (f.rule, f.severity.value, f.start[0], f.end[0])
        for f in findings
        if f.rule.startswith("rel-")
    ] == SEEDS[name]
    record = redact.check(redact.parse(source), policy, stage="record", today=TODAY)
    assert not [f for f in record if f.rule.startswith("rel-")]


def test_real_telegrams_show_no_deletions_and_no_identifiers(shared: Path) -> None:
    policy = load_policy("public-release")
    seldom = ("rel-exemption", "rel-amount", "rel-b", "rel-decision", "rel-declass", "rel-personal")
    paths = sorted((shared / "corpus" / "telegrams").glob("*.txt"))
    assert paths
    for path in paths:
        document = redact.parse(redact.read(path))
        findings = redact.check(document, policy, stage="release", today=TODAY)
        assert [
            (path.name, f.rule, f.start)
            for f in findings
            if f.rule.startswith(seldom) and f.rule != "rel-banner-not-cancelled"
        ] == []


def test_our_labels_count_as_deletions_in_whatever_form_the_policy_writes_them() -> None:
    text = "The hat is <<b6>> and blue."
    label = Span(11, 17)
    withheld = Withheld(Span(11, 20), label, ("(b)(6)",), "name", person=True)
    original = plain("The hat is Example's and blue.").document
    copy = plain(text, publication=Publication(original, (withheld,)))
    (deletion,) = find_deletions(copy)
    assert (deletion.span, deletion.states_amount) == (label, True)
    assert [code.canonical for code in deletion.codes] == ["(b)(6)"]
    assert find_deletions(plain(text)) == ()


def sbu(text: str, **settings: object) -> Examined:
    document = redact.parse(
        Source.from_text(f"UNCLAS TESTVILLE 000012\n\nSENSITIVE\n\n1. (SBU) {text}\n")
    )
    return Examined(
        document=document,
        register=load_register("state"),
        stage="release",
        as_of=TODAY,
        **settings,  # type: ignore[arg-type]
    )


def test_our_own_header_is_no_review_of_sensitive_text_but_a_kept_portion_is() -> None:
    rule = RULES["rel-sbu-unreviewed"]
    original = sbu("Bring a hat.").document
    stamp = ReleaseStamp(Span(0, 0), "released-in-part")
    stamped = replace(original, stamps=(stamp,))
    copy = sbu("Bring a hat.", publication=Publication(original, ()))
    assert len(list(rule.check(copy))) == 1
    assert len(list(rule.check(sbu("Bring a hat.", publication=Publication(stamped, ()))))) == 0
    whole = copy.document.portions[-1].span
    kept = sbu("Bring a hat.", publication=Publication(original, (), kept=(whole,)))
    assert list(rule.check(kept)) == []


PIECES = st.sampled_from(
    [
        "[B6]",
        "[1.4(D),B1 - 2 lines]",
        "(b)(6)",
        "████",
        "[REDACTED]",
        "B6",
        "XXXXXX",
        "hat",
        "(U)",
        " ",
        "\n",
        ",",
        "[",
        "]",
        "1.4 million",
        "(B1/B2)",
    ]
)


_BRACKETED = re.compile(r"\[[^\[\]]*\]")


@given(st.lists(PIECES, max_size=14).map("".join))
@example("[1.4 million hat (b)(6)]")
@example("████[B6 hat]")
def test_deletions_are_sorted_and_disjoint_and_hide_words_in_labels_alone(text: str) -> None:
    deletions = find_deletions(plain(text))
    for first, second in pairwise(deletions):
        assert first.span.end <= second.span.start
    shown = visible_text(text, Span(0, len(text)), deletions)
    hidden = sum(len(deletion.span) for deletion in deletions)
    assert len(shown) + hidden == len(text)
    labels = [deletion for deletion in deletions if "hat" in deletion.span.of(text)]
    for label in labels:
        assert "hat" not in _BRACKETED.sub("", label.span.of(text))
        assert not holds_no_text(text, label)
    hats = sum(label.span.of(text).count("hat") for label in labels)
    assert shown.count("hat") + hats == text.count("hat")


@given(st.text(alphabet="[](){}bB1.4,D67X5 -\n█", max_size=60))
def test_codes_stand_where_they_say(text: str) -> None:
    for code in find_codes(text):
        written = text[code.span.start : code.span.end]
        assert written == written.strip()
        assert any(char.isdigit() for char in written)


HOSTILE = [
    "[",
    "(b)",
    "1.4(b),",
    "1.4(b) and ",
    "passport ",
    "█ ",
    "please protect ",
    "B6\n",
    "<",
    "DOB 1",
    "a@",
    "a-b@c.d",
    "XXXXX ",
    "not for ",
    "lives at ",
    "[redacted ",
    "(b)(6) ",
    "[B6] ",
    "ministry ",
    "12-",
    " \t",
    "visa number",
    "cell ",
    "1.4 ",
]


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_grows_with_the_text_not_with_its_square(piece: str) -> None:
    examined = plain(piece * (60_000 // len(piece)))
    start = time.process_time()
    for rule in RELEASE:
        for hit in rule.check(replace(examined, params=rule.params)):
            assert 0 <= hit.span.start <= hit.span.end <= 60_000
    # A square would take minutes; the bound only tells the two apart on a busy machine.
    assert time.process_time() - start < 10


@given(st.text(max_size=200))
def test_no_rule_raises_on_any_text_or_repeats_it(text: str) -> None:
    examined = plain(text)
    for rule in RELEASE:
        for hit in rule.check(replace(examined, params=rule.params)):
            assert hit.span.end <= len(text)
