"""The proof finds what it must find, and believes nothing it is told."""

from __future__ import annotations

import ast
import contextlib
import dataclasses
import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from redaction_documents import FOIA, Copy, lay_out, make_copy, mention

import redact.redaction
from redact.documents import parse
from redact.errors import UsageError
from redact.redaction.plan import make_plan
from redact.redaction.verify import verify
from redact.sources import Source

TEXT = (
    "SECRET\nSUBJECT: SALE OF THE OLD PUMP\n1. (U) Zoltan Br\u00e4nnigov met Jorge Paz in LA PAZ.\n"
    "2. (S) The ministry will sell the old red pump to the harbour office\nnext week.\n"
    "3. (U) Lunch was good.\nSIGNED: PAZ\n"
)


@pytest.fixture(scope="module")
def copy() -> Copy:
    document = lay_out(TEXT)
    mentions = [
        mention(document, "Zoltan Br\u00e4nnigov", person="P1"),
        mention(document, "Jorge Paz", person="P2"),
    ]
    return make_copy(document, make_plan(document, mentions, (), FOIA))


def test_an_honest_copy_is_proved(copy: Copy) -> None:
    verification = copy.verify()
    assert verification.result == "proved" and verification.exit_code == 0
    assert {check.result for check in verification.checks} == {"pass"}
    assert "in LA PAZ" in copy.text, "the place stays"


PLANTED = (
    "Zoltan Br\u00e4nnigov",
    "Br\u00e4nnigov",
    "BR\u00c4NNIGOV",
    "brannigov",
    "Brannigov's dog",
    "BRANNIGOVS",
    "B r \u00e4 n n i g o v",
    "B.R.A.N.N.I.G.O.V",
    "B-R-A-N-N-I-G-O-V",
    "Br\u00e4nni-\ngov",
    "Br\u00e4nni-\r\n  gov",
    "BRANNI\nGOV",
    "Bran-nigov",
    "Br\u00e4n\u200bnigov",
    "Bra\u0308nnigov",
    "\uff22\uff52\uff41\uff4e\uff4e\uff49\uff47\uff4f\uff56",
    "Branni\u2010\ngov",
    "Branni--\ngov",
    "Branni=\ngov",
    "Bran\u2212nigov",
    "Bran\x00nigov",
    "Branni\u2028gov",
    "\u0412rannig\u043ev",
    "(Brannigov)",
    "_Brannigov_",
    "will sell the old red pump to",
    "WILL SELL THE OLD\nRED PUMP TO",
    "old  red, pump: to the harbour",
    "Sale of the old pump",
)


@pytest.mark.parametrize("planted", PLANTED)
def test_a_planted_leak_is_found(copy: Copy, planted: str) -> None:
    verification = copy.verify_text(copy.text.replace("Lunch was", f"Lunch {planted} was"))
    assert verification.result == "leak" and verification.exit_code == 4
    line = copy.text[: copy.text.index("Lunch")].count("\n") + 1
    assert {survivor.line for survivor in verification.survivors} <= {line, line + 1}


@pytest.mark.parametrize(
    "harmless",
    ["Brannigovsky", "Branni", "Topaz", "the old red pump", "Bran 2 nigov"],
)
def test_other_words_are_no_leak(copy: Copy, harmless: str) -> None:
    verification = copy.verify_text(copy.text.replace("Lunch was", f"Lunch {harmless} was"))
    assert not verification.survivors
    assert verification.result == "not-proved" and verification.exit_code == 1


def test_a_kept_place_spares_only_itself(copy: Copy) -> None:
    second = copy.verify_text(copy.text.replace("Lunch was", "Lunch with PAZ was"))
    assert [s.kind for s in second.survivors] == ["name"]
    moved = copy.verify_text(copy.text.replace("in LA PAZ", "in the PAZ"))
    assert moved.result == "leak"


def test_without_the_original_nothing_is_proved(copy: Copy) -> None:
    verification = verify(copy.data, copy.record)
    assert verification.result == "not-proved" and verification.exit_code == 3
    assert verification.note == "not proved: original absent"
    changed = verify(copy.data.replace(b"[(b)(6) name]", b"[(b)(6) nome]"), copy.record)
    assert changed.exit_code == 1


def test_another_original_proves_nothing(copy: Copy) -> None:
    verification = verify(copy.data, copy.record, copy.original.replace(b"Lunch", b"Lynch"))
    assert (verification.result, verification.exit_code) == ("not-proved", 1)
    # Places of the record mean nothing in it: words of the copy are not called withheld.
    unrelated = verify(copy.data, copy.record, copy.data)
    assert (unrelated.survivors, unrelated.exit_code) == ((), 1)


@given(st.data())
def test_any_change_to_the_copy_is_noticed(copy: Copy, data) -> None:
    place = data.draw(st.integers(0, len(copy.data)))
    byte = bytes([data.draw(st.integers(0, 255))])
    changed = data.draw(
        st.sampled_from(
            (
                copy.data[:place] + byte + copy.data[place:],
                copy.data[:place] + byte + copy.data[place + 1 :],
                copy.data[:place] + copy.data[place + 1 :],
            )
        )
    )
    assume(changed != copy.data)
    assert copy.verify(changed).result != "proved"
    assert verify(changed, copy.record).exit_code in (1, 4), "without the original too"


@given(st.data())
def test_any_change_to_what_the_record_claims_is_noticed(copy: Copy, data) -> None:
    record = json.loads(json.dumps(copy.record))
    kind = data.draw(st.sampled_from(("redactions", "edits")))
    item = data.draw(st.sampled_from(record[kind]))
    key = data.draw(st.sampled_from(("start", "end", "label" if kind == "redactions" else "text")))
    item[key] = item[key] + (1 if isinstance(item[key], int) else "x")
    # A place that ends before it begins makes it no record at all.
    with contextlib.suppress(UsageError):
        assert verify(copy.data, record, copy.original).result != "proved"


def test_a_record_that_conceals_its_deletions_is_noticed(copy: Copy) -> None:
    verification = verify(copy.data, {**copy.record, "redactions": []}, copy.original)
    assert verification.result != "proved"


def test_withheld_names_are_looked_for_though_the_record_does_not_ask_for_it(copy: Copy) -> None:
    data = copy.data.replace(b"Lunch", b"Brannigov")
    assert verify(data, {**copy.record, "sought": []}, copy.original).result == "leak"


@pytest.mark.parametrize(
    "broken",
    [
        {},
        {"format": "redact/plan/v1"},
        {"format": "redact/audit-record/v1"},
        {"format": "redact/audit-record/v1", "redactions": 3},
    ],
)
def test_what_is_no_record_is_refused(copy: Copy, broken: dict) -> None:
    with pytest.raises(UsageError, match="not an audit record"):
        verify(copy.data, broken, copy.original)


@pytest.mark.parametrize("wrong", [1.5, True, float("inf"), float("nan"), "1", None, -1])
@pytest.mark.parametrize("original", [True, False])
def test_a_place_that_is_no_whole_number_is_refused(
    copy: Copy, wrong: object, original: bool
) -> None:
    """Forged numbers ended in a traceback when they met the text."""
    forged = [
        {**copy.record, "redactions": [{**copy.record["redactions"][0], "start": wrong}]},
        {**copy.record, "kept": [{"start": wrong, "end": 4, "kind": "PERSON", "reason": "word"}]},
    ]
    if wrong != -1:
        forged.append({**copy.record, "public": {**copy.record["public"], "characters": wrong}})
    for record in forged:
        with pytest.raises(UsageError, match="not an audit record"):
            verify(copy.data, record, copy.original if original else None)


@pytest.mark.parametrize("original", [True, False])
def test_deletions_that_overlap_are_refused(copy: Copy, original: bool) -> None:
    """No plan has them; counted one after the other they led to places before the text."""
    deletion = copy.record["redactions"][-1]
    twice = [{**deletion, "start": 0, "label": ""}, {**deletion, "start": 0, "label": ""}]
    with pytest.raises(UsageError, match="not an audit record"):
        verify(copy.data, {**copy.record, "redactions": twice}, copy.original if original else None)


def test_bytes_that_are_no_text_prove_nothing(copy: Copy) -> None:
    assert copy.verify(b"").result == "not-proved"
    assert copy.verify(bytes(range(256))).result == "not-proved"


def test_the_proof_shares_no_code_with_what_it_proves() -> None:
    """It may use places, errors, and how values are made and lines begin; no module that plans,
    writes or folds text.
    """
    folder = Path(redact.redaction.__file__).parent
    allowed = {"redact.errors", "redact.patterns", "redact.sources", "redact.values"}
    rooms = (
        *("verify", "verification", "claim", "places", "replay", "residue", "letters"),
        "survivors",
    )
    own = {f"redact.redaction.{name}" for name in rooms}
    for name in own:
        tree = ast.parse((folder / f"{name.rsplit('.', 1)[1]}.py").read_text("utf-8"))
        imported = {n.module for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
        ours = {module for module in imported if module and module.startswith("redact")}
        assert ours <= allowed | own, name
        sources = [
            alias.name
            for n in ast.walk(tree)
            if isinstance(n, ast.ImportFrom) and n.module == "redact.sources"
            for alias in n.names
        ]
        assert set(sources) <= {"Source", "Span"}, name


@pytest.mark.parametrize("gone", [{"portions": []}, {}, {"portions": [], "withholds_above": None}])
def test_a_record_without_its_deletions_does_not_prove_the_original(copy: Copy, gone: dict) -> None:
    emptied = {**copy.record, "redactions": [], "sought": [], "edits": [], **gone}
    digest = hashlib.sha256(copy.original).hexdigest()
    emptied["public"] = {"name": "cable.txt", "sha256": digest, "characters": len(TEXT)}
    verification = verify(copy.original, emptied, copy.original)
    assert verification.result == "not-proved" and verification.exit_code == 1
    assert "marks as classified is withheld" in (verification.note or "")


def test_a_copy_of_which_nothing_is_withheld_is_proved_and_says_so() -> None:
    document = lay_out("UNCLASSIFIED\n1. (U) Lunch was good.\n")
    verification = make_copy(document, make_plan(document, (), (), FOIA)).verify()
    assert verification.result == "proved"
    assert verification.note == "nothing was sought, for nothing is withheld"


@pytest.mark.parametrize("mark", ["(S) ENTIRE TEXT.", "(S - ENTIRE TEXT)"])
def test_a_mark_for_the_entire_text_is_not_text_itself(mark: str) -> None:
    text = f"S E C R E T TESTVILLE 000123\n\n1. {mark}\n\n2. THE PICNIC IS ON FRIDAY.\n"
    document = parse(Source.from_text(text))
    copy = make_copy(document, make_plan(document, (), (), FOIA))
    assert mark in copy.text
    assert "PICNIC" not in copy.text
    assert copy.verify().result == "proved"


def test_a_name_broken_over_a_page_is_found() -> None:
    document = lay_out(
        "CONFIDENTIAL\n1. (U) Zoltan Brannigov liked it.\n2. (U) Lunch with BRANNI-\n"
        "CONFIDENTIAL\n\nPAGE 02 TESTVILLE\n\nGOV was good.\n"
    )
    plan = make_plan(document, [mention(document, "Zoltan Brannigov")], (), FOIA)
    whole = tuple(r for r in plan.redactions if r.span.of(document.source.text).endswith("nigov"))
    sought = tuple(s for s in plan.sought if s.span == whole[0].span)
    forgot = make_copy(document, dataclasses.replace(plan, redactions=whole, sought=sought))
    assert "BRANNI-" in forgot.text and "GOV was" in forgot.text
    assert forgot.verify().result == "leak"


@pytest.mark.parametrize("level", ["CONFIDENTIAL", "TOP SECRET", None])
def test_a_record_that_calls_a_marked_paragraph_released_proves_nothing(
    copy: Copy, level: str | None
) -> None:
    """The plan forgot it, so that copy and record tell the same story."""
    document = lay_out(TEXT)
    plan = make_plan(document, (), (), FOIA)
    kept = tuple(r for r in plan.redactions if "portion 2" not in " ".join(r.causes))
    forgot = make_copy(document, dataclasses.replace(plan, redactions=kept, parts=kept))
    verification = forgot.verify()
    assert verification.result == "not-proved"
    assert "marks as classified is withheld" in (verification.note or "")
    above = {**forgot.record, "withholds_above": level}
    allowed = verify(forgot.data, above, forgot.original).result
    assert (allowed == "proved") is (level != "CONFIDENTIAL")
    reviewed = {**forgot.record["kept"][0]} if forgot.record["kept"] else {}
    span = next(p for p in forgot.record["portions"] if p["number"] == "2")
    reviewed |= {"start": span["start"], "end": span["end"], "kind": "portion", "reason": "x"}
    with_review = {**forgot.record, "kept": [*forgot.record["kept"], reviewed]}
    assert verify(forgot.data, with_review, forgot.original).result == "proved"


@pytest.mark.parametrize("told", ["(b)(6) Br\u00e4nnigov", "(b)(6) of Mr. BRANNIGOV", "(b)(6) Paz"])
def test_a_label_that_shows_the_name_is_a_leak(copy: Copy, told: str) -> None:
    first, *others = copy.plan.redactions
    telling = dataclasses.replace(first, label=f"[{told}]")
    plan = dataclasses.replace(copy.plan, redactions=(telling, *others))
    assert make_copy(copy.document, plan).verify().result == "leak"
