"""Laws of withholding, over invented documents and any set of mentions."""

from __future__ import annotations

import dataclasses
import itertools
import json
import re
import unicodedata

from hypothesis import assume, given
from hypothesis import strategies as st
from redaction_documents import FOIA, NAMES, Copy, lay_out, make_copy

from redact.documents.model import Document
from redact.persons.mention import Mention
from redact.policy.model import Policy, Withholding
from redact.redaction.apply import original_offset, placements
from redact.redaction.plan import make_plan
from redact.redaction.spans import covered
from redact.sources import Span

SURNAMES = ("Quimbly", "Zorvath", "Oduyá-Pell", "Brännig", "Tolliver", "Paz", "Young", "Ng")
GIVEN = ("Ada", "Zoltan", "Wilhelmina", "B.K.")
PROSE = """the pump works again in the young town of LA PAZ and they paid half of it last week so
the picnic plan was long and good said everyone who came by train"""
WORDS = tuple(PROSE.split())
MARKS = ("(U) ", "(C) ", "(S) ", "(X) ", "")
CANARY = "xyzzycanary"


def broken(name: str, end: str) -> str:
    half = max(1, len(name) // 2)
    return f"{name[:half]}-{end}{name[half:]}"


@st.composite
def names(draw: st.DrawFn, end: str) -> str:
    surname = draw(st.sampled_from(SURNAMES))
    written = draw(st.sampled_from(("plain", "caps", "spaced", "broken", "owned", "folded")))
    match written:
        case "caps":
            surname = surname.upper()
        case "spaced":
            surname = " ".join(surname)
        case "broken":
            surname = broken(surname, end)
        case "owned":
            surname += draw(st.sampled_from(("'s", "\u2019s")))
        case "folded":
            surname = "".join(
                c for c in unicodedata.normalize("NFD", surname) if not unicodedata.combining(c)
            )
    return draw(st.sampled_from(("", *(f"{given} " for given in GIVEN)))) + surname


@st.composite
def documents(draw: st.DrawFn) -> Document:
    end = draw(st.sampled_from(("\n", "\r\n", "\r")))
    level = draw(st.sampled_from(("CONFIDENTIAL", "SECRET", "UNCLASSIFIED")))
    lines = [level]
    if draw(st.booleans()):
        lines.append("SUBJECT: " + " ".join(draw(st.lists(st.sampled_from(WORDS), max_size=8))))
    piece = st.one_of(st.sampled_from(WORDS), names(end), st.just(CANARY), st.just(end))
    for number in range(1, draw(st.integers(1, 4)) + 1):
        mark = draw(st.sampled_from(MARKS))
        lines.append(f"{number}. {mark}" + " ".join(draw(st.lists(piece, max_size=25))))
        if draw(st.integers(0, 3)) == 0:
            lines += [level, "", f"PAGE 0{number} {level}", ""]
    if draw(st.booleans()):
        lines.append("SIGNED: " + draw(st.sampled_from(SURNAMES)).upper())
    return lay_out(end.join(lines) + draw(st.sampled_from(("", end))))


@st.composite
def mentions(draw: st.DrawFn, document: Document) -> tuple[Mention, ...]:
    """Some of the names, whole or in part, and stretches of any text, overlapping or not."""
    text = document.source.text
    pattern = "|".join(map(re.escape, (*GIVEN, *SURNAMES)))
    places = [
        Span(*m.span()) for m in re.finditer(rf"(?:(?:{pattern}) ?)*(?:{pattern})", text, re.I)
    ]
    found = draw(st.lists(st.sampled_from(places), max_size=6)) if places else []
    for _ in range(draw(st.integers(0, 2))):
        start = draw(st.integers(0, len(text) - 1))
        found.append(Span(start, min(len(text), start + draw(st.integers(1, 30)))))
    return tuple(
        Mention(
            span=span,
            kind="PERSON",
            tier=draw(st.sampled_from(("named", "named", "possible"))),
            person=f"P{n}",
            role=draw(st.sampled_from(("unknown", "signatory"))),
            score=0.9,
            detectors=("test",),
        )
        for n, span in enumerate(found, start=1)
    )


@st.composite
def cases(draw: st.DrawFn) -> tuple[Document, tuple[Mention, ...]]:
    document = draw(documents())
    return document, draw(mentions(document))


def visible(document: Document, found: tuple[Mention, ...], policy: Policy) -> set[int]:
    """Offsets of the original whose characters stand in the public copy."""
    plan = make_plan(document, found, (), policy)
    gone = {offset for r in plan.redactions for offset in range(r.span.start, r.span.end)}
    return set(range(len(document.source.text))) - gone


def copy_of(case: tuple[Document, tuple[Mention, ...]], policy: Policy = FOIA) -> Copy:
    document, found = case
    return make_copy(document, make_plan(document, found, (), policy), policy)


@given(cases())
def test_redactions_are_sorted_disjoint_and_inside_the_text(case) -> None:
    document, found = case
    plan = make_plan(document, found, (), FOIA)
    spans = [r.span for r in plan.redactions]
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))
    assert all(0 <= s.start < s.end <= len(document.source.text) for s in spans)
    assert all(r.reasons and r.causes and r.label and r.amount for r in plan.redactions)


@given(cases(), st.data())
def test_withholding_more_never_shows_more(case, data) -> None:
    document, found = case
    some = tuple(m for m in found if data.draw(st.booleans()))
    assert visible(document, found, FOIA) <= visible(document, some, FOIA)
    assert visible(document, found, FOIA) <= visible(document, found, NAMES)
    stricter = dataclasses.replace(
        FOIA,
        withhold=(
            *FOIA.withhold,
            Withholding(reason="(b)(6)", mention="PERSON", possible="withhold"),
        ),
    )
    assert visible(document, found, stricter) <= visible(document, found, FOIA)


@given(cases())
def test_every_withheld_place_is_withheld_by_the_plan(case) -> None:
    document, found = case
    plan = make_plan(document, found, (), FOIA)
    spans = [r.span for r in plan.redactions]
    assert all(covered(m.span, spans) for m in found if m.tier == "named")


@given(cases())
def test_outside_redactions_and_edits_nothing_changes(case) -> None:
    copy = copy_of(case)
    before, after = copy.document.source.text, copy.text
    at = public_at = 0
    for place in (*placements(copy.plan), None):
        end = place.original.start if place else len(before)
        public_end = place.public.start if place else len(after)
        assert after[public_at:public_end] == before[at:end]
        assert all(
            original_offset(public_at + n, placements(copy.plan)) == at + n for n in range(end - at)
        )
        if place:
            at, public_at = place.original.end, place.public.end


@given(cases())
def test_the_record_alone_turns_the_original_into_the_copy(case) -> None:
    copy = copy_of(case)
    record = json.loads(json.dumps(copy.record))
    changes = [(r["start"], r["end"], r["label"]) for r in record["redactions"]]
    changes += [(e["start"], e["end"], e["text"]) for e in record["edits"]]
    text = copy.original.decode()
    for start, end, new in sorted(changes, reverse=True):
        text = text[:start] + new + text[end:]
    assert text.encode() == copy.data


@given(cases())
def test_a_public_copy_is_always_proved(case) -> None:
    document, found = case
    # Half a level is no name; taken for one ("1.\nCO"), it stands beside every page number.
    assume(not any(m.span.overlaps(b.span) for m in found for b in document.banners))
    for policy in (FOIA, NAMES):
        verification = copy_of(case, policy).verify()
        assert verification.result == "proved", verification


@given(cases())
def test_a_public_copy_never_shows_a_withheld_name(case) -> None:
    """Another reader than the proof's: letters only, accents off, as words of the copy."""
    copy = copy_of(case)
    shown = list(copy.text)
    for place in placements(copy.plan):
        shown[place.public.start : place.public.end] = "\0" * len(place.public)
    for kept in copy.plan.kept:
        before = [p for p in placements(copy.plan) if p.original.end <= kept.span.start]
        shift = before[-1].public.end - before[-1].original.end
        for offset in range(kept.span.start + shift, kept.span.end + shift):
            shown[offset] = "\0"
    words = set(re.findall(r"[a-z]{4,}", plain("".join(shown))))
    for redaction in copy.plan.redactions:
        written = redaction.span.of(copy.document.source.text)
        parts = re.findall(r"[^\W\d_]+", plain(re.sub(r"-\s*[\r\n]+", "", written)))
        surnames = [part for part in parts if len(part) > 1][-1:]
        if redaction.is_name and not re.search(r"[,\d]", written):
            assert not any(len(surname) >= 4 and surname in words for surname in surnames)


def plain(text: str) -> str:
    taken_apart = unicodedata.normalize("NFD", text.lower())
    return "".join(c for c in taken_apart if not unicodedata.combining(c))


@given(cases())
def test_the_record_holds_no_text_of_the_document(case) -> None:
    record = json.dumps(copy_of(case).record, ensure_ascii=False).lower()
    assert CANARY not in record
    assert not any(name.lower() in record for name in SURNAMES if len(name) > 5)
