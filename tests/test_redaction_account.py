"""What a record says beside the bytes of its copy: every field of it changed, one by one."""

from __future__ import annotations

import ast
import inspect
import json
import string
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from jsonschema import Draft202012Validator
from redaction_documents import FOIA, context, mention
from redaction_telegrams import POLICY, RELEASE, TODAY
from rule_cases import read_cases

import redact.redaction.account
from redact import engine
from redact.documents import parse
from redact.errors import UnreadableError, UsageError
from redact.findings import Waiver
from redact.markings.register import load_register
from redact.persons.models import describe_model, find_model
from redact.policy.model import Policy
from redact.policy.profiles import combine
from redact.redaction.account.findings import SET_RULES
from redact.redaction.account.review import ReleaseOptions, check_record, review
from redact.redaction.model import Declassification
from redact.redaction.publish import publish
from redact.redaction.record import record_bytes
from redact.redaction.verification import PASS, Verification
from redact.redaction.verify import verify
from redact.rules import RULES
from redact.sources import read_bytes

SHAPE = Draft202012Validator(
    json.loads((ROOT / "schemas" / "audit-record.schema.json").read_text("utf-8"))
)
NAME = "quimbly.txt"
TEXT = """\
O 201131Z APR 09
FM AMEMBASSY TESTVILLE
TO SECSTATE WASHDC IMMEDIATE
C O N F I D E N T I A L TESTVILLE 000012

SIPDIS

E.O. 12958: DECL: 04/20/2019
TAGS: PREL, XX
SUBJECT: PUMP TEST

REF: A. TESTVILLE 11

Classified By: Ambassador Ada Rosewood, Reasons 1.4 (B) and (D)

1. (U) Zoltan Quimbly watched the pump test on Tuesday. QUIMBLY
was pleased; ask him at quimbly@example.org. Perhaps Bly too.

2. (C) The pump will be bought in May, Zoltan Quimbly told Jorge Paz in
the harbour office.

3. (SBU) The picnic is on Sunday in LA PAZ, says Jorge Paz.
ROSEWOOD
"""
PERSONS = (
    ("P1", "Ada Rosewood", {}),
    ("P2", "Zoltan Quimbly", {}),
    ("P1", "ROSEWOOD", {"role": "signatory"}),
    ("P3", "Bly", {"tier": "possible"}),
    ("P4", "Jorge Paz", {}),
    ("", "quimbly@example.org", {"kind": "EMAIL_ADDRESS"}),
)
WAIVED = Waiver(
    rule="decl-passed",
    document=NAME,
    reason="left as it is",
    approver="R. Example",
    expires=TODAY.replace(year=2027),
)


class Release:
    """A document released with a reviewer's waiver, its record as it is written to disk."""

    def __init__(self, folder: Path) -> None:
        self.original = TEXT.encode()
        document = parse(read_bytes(self.original, NAME))
        found = [
            mention(document, words, person=person or None, **facts)
            for person, words, facts in PERSONS
        ]
        told = context(FOIA, profile=POLICY, models=(describe_model(find_model()),))
        marks = engine.check(
            document,
            POLICY,
            load_register(document.register),
            as_of=TODAY,
            waivers=[WAIVED],
        )
        done = publish(
            self.original, document, found, marks, told, folder / NAME,
            name=NAME, release_policy=RELEASE,
        )  # fmt: skip
        assert done.path is not None
        self.copy = done.path.read_bytes()
        chained = {**done.record, "previous": "0" * 64}
        self.record: dict[str, Any] = json.loads(record_bytes(chained))

    def notices(self, record: dict[str, Any]) -> bool:
        """Whether ``redact verify`` would not end with 0."""
        if not SHAPE.is_valid(record):
            return True
        try:
            # One after the other: most changes are noticed before all checks are done.
            checks = check_record(self.copy, record, self.original, ReleaseOptions())
            return (
                any(check.result != PASS for check in checks)
                or verify(self.copy, record, self.original).exit_code != 0
            )
        except UsageError:
            return True


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Release:
    return Release(tmp_path_factory.mktemp("public"))


UNPROVED = {
    "as_of changed": "a day later or earlier may give the same findings",
    "previous changed": "the record before it is no part of this one; the set's proof follows it",
    "findings.*.waiver.reason changed": "the words of who allowed it, in waivers.yaml",
    "findings.*.waiver.approver changed": "who allowed it, in waivers.yaml",
    "findings.*.waiver.expires changed": "until when it was allowed, in waivers.yaml",
    "redactions.*.decided_by changed": "who decided, in the plan file",
    "redactions.*.causes.* changed": "which of the persons it is; only who found them could tell",
    "redactions.*.causes shortened": "of several persons in a passage one may be left out",
    "redactions.*.causes reordered": "of several persons in a passage",
    "asked shortened": "who was asked about; only who found the names could tell",
}
"""Changes of a record that cannot be proved wrong, with the reason; docs/proof.md tells of them."""


def leaves(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    yield path, value
    match value:
        case dict():
            for key, inner in value.items():
                yield from leaves(inner, (*path, key))
        case list():
            for index, inner in enumerate(value):
                yield from leaves(inner, (*path, index))


def changes(value: Any) -> Iterator[tuple[str, Any]]:
    match value:
        case dict():
            yield from (("without", {k: v for k, v in value.items() if k != key}) for key in value)
            yield "added", {**value, "more": "x"}
        case list() if value:
            yield "shortened", value[1:]
            yield "shortened", value[:-1]
            yield "lengthened", [*value, value[-1]]
            if value != value[::-1]:
                yield "reordered", value[::-1]
        case int():
            yield from (("changed", value + 1), ("changed", value - 1))
        case str():
            yield "changed", value + "x"
            if value:
                other = {"0": "1", "P": "Q"}.get(value[-1], "0")
                yield from (("changed", value[:-1]), ("changed", value[:-1] + other))
        case None:
            yield "changed", "x"


def put(record: dict[str, Any], path: tuple[Any, ...], value: Any) -> dict[str, Any]:
    if not path:
        return value
    made = json.loads(json.dumps(record))
    inner = made
    for key in path[:-1]:
        inner = inner[key]
    inner[path[-1]] = value
    return made


def looks_for_the_same(record: dict[str, Any], path: tuple[Any, ...], value: Any) -> bool:
    """Whether a place of a name has only moved over signs, which nobody looks for."""
    if len(path) != 3 or path[0] not in ("sought", "kept", "asked") or type(value) is not int:
        return False
    place = record[path[0]][path[1]]
    other = {**place, path[2]: value}
    words = [TEXT[p["start"] : p["end"]].strip(string.punctuation + " \n") for p in (place, other)]
    return words[0] == words[1]


def test_an_honest_record_is_proved(released: Release) -> None:
    proof = review(released.copy, released.record, released.original)
    assert [d for check in proof.checks for d in check.differences] == []
    assert (proof.result, proof.note) == ("proved", None)
    assert {check.result for check in proof.checks} == {"pass"}


def test_the_record_has_something_of_everything(released: Release) -> None:
    empty = [p for p, value in leaves(released.record) if value == []]
    assert {p[0] for p in empty if len(p) == 1} == {"gate"}
    assert any(finding["waiver"] for finding in released.record["findings"])
    assert {finding["stage"] for finding in released.record["findings"]} == {"record", "release"}


def test_every_change_of_a_record_is_noticed_but_for_those_named(released: Release) -> None:
    unnoticed: dict[str, list[Any]] = {}
    tried: Counter[str] = Counter()
    for path, value in leaves(released.record):
        place = ".".join("*" if isinstance(key, int) else key for key in path)
        tried[place] += 1
        # Of portions and findings, which are all alike, two stand for the others.
        if tried[place] > 2 and place.startswith(("portions.", "findings.")):
            continue
        for how, changed in changes(value):
            made = put(released.record, path, changed)
            if released.notices(made) or looks_for_the_same(released.record, path, changed):
                continue
            unnoticed.setdefault(f"{place} {how}", []).append((path, changed))
    assert sorted(unnoticed) == sorted(UNPROVED), unnoticed


def forged(record: dict[str, Any], **changes: Any) -> dict[str, Any]:
    return {**json.loads(json.dumps(record)), **changes}


def checks_of(released: Release, record: dict[str, Any], **more: Any) -> dict[str, str]:
    proof = review(released.copy, record, more.pop("original", released.original), **more)
    return {check.name.removeprefix("record "): check.result for check in proof.checks}


def test_a_policy_that_is_not_at_hand_leaves_the_record_unproved(
    released: Release, tmp_path: Path
) -> None:
    file = tmp_path / "local.yaml"
    file.write_text("name: foia-release\nversion: '2026.1'\nextends: [foia-release]\n")
    own = redact.load_policy(file)
    entry = {**released.record["policy"], "chain": list(own.chain), "sha256": own.sha256}
    record = forged(released.record, policy=entry)
    proof = review(released.copy, record, released.original)
    assert (proof.exit_code, "--policy" in (proof.note or "")) == (3, True)
    assert (
        review(released.copy, record, released.original, ReleaseOptions(policy=own)).exit_code == 0
    )


@pytest.mark.parametrize("name", ["../evil.yaml", "./foia-release.yaml", "/etc/passwd", "none"])
def test_no_file_is_read_that_a_record_names(released: Release, name: str) -> None:
    record = forged(released.record, policy={**released.record["policy"], "name": name})
    assert review(released.copy, record, released.original).exit_code in (1, 3)


def test_the_record_of_another_version_is_not_compared_with_our_reading(released: Release) -> None:
    record = forged(released.record, tool="redact 0.0.9")
    proof = review(released.copy, record, released.original)
    assert (proof.exit_code, proof.note) == (
        3,
        "not proved: the record was not made by this version, which reads markings its own way",
    )


def test_without_the_original_the_record_is_still_held_to_itself(released: Release) -> None:
    whole = review(released.copy, released.record)
    assert (whole.exit_code, whole.note) == (3, "not proved: original absent")
    wrong = forged(released.record, statement="Released in full.")
    assert review(released.copy, wrong).exit_code == 1


@pytest.mark.parametrize("key", ["sought", "kept", "asked"])
def test_a_place_at_the_very_end_is_reported(released: Release, key: str) -> None:
    end = {"start": len(TEXT), "end": len(TEXT)}
    entries = [*released.record[key], {**released.record[key][-1], **end}]
    proof = review(released.copy, forged(released.record, **{key: entries}), released.original)
    assert proof.exit_code in (1, 4)


def test_differences_hold_nothing_of_a_forged_record(released: Release) -> None:
    record = forged(released.record, statement="Zoltan Quimbly \x1b[2J")
    proof = review(released.copy, record, released.original)
    told = " ".join(f"{d.path} {d.what}" for check in proof.checks for d in check.differences)
    assert "$.statement" in told and "Quimbly" not in told and "\x1b" not in told


def test_a_portion_of_which_the_record_forgets_a_part_is_reported(released: Release) -> None:
    """Copy and record tell the same story: the bytes prove nothing against it."""
    from redact.redaction.account.markings import check_markings

    document = parse(read_bytes(released.original, NAME))
    record = forged(released.record, redactions=released.record["redactions"][:1])
    told = [d.path for d in check_markings(record, document, FOIA) if "above the level" in d.what]
    assert told, "portion 2 is CONFIDENTIAL"


def test_rules_that_look_at_siblings_are_those_named() -> None:
    looking = {
        rule.id
        for rule in RULES.values()
        if "siblings" in inspect.getsource(inspect.getmodule(rule.check))
    }
    assert looking == SET_RULES


def test_the_account_shares_no_code_with_what_it_checks() -> None:
    """It reads documents and policies, runs the rules, and stands on the proof of the bytes; no
    module that plans, labels, writes or records anything.
    """
    writers = {
        *("plan", "apply", "record", "record_entries", "label", "amount", "header", "banners"),
        *("release_statement", "portions", "spans", "closure", "runs", "mentions", "merge"),
        *("publish", "publication", "gate", "reasons", "model", "review_context", "name_page"),
    }
    folder = Path(redact.redaction.account.__file__).parent
    assert all((folder.parent / f"{name}.py").exists() for name in writers)
    for path in folder.glob("*.py"):
        imported = {
            module
            for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.ImportFrom) and node.module
            for module in (node.module, *(f"{node.module}.{alias.name}" for alias in node.names))
        }
        own = {m.removeprefix("redact.redaction.") for m in imported if "redact.redaction." in m}
        assert not own & writers, path.name


def test_no_honest_copy_of_a_real_telegram_is_called_forged(shared: Path, tmp_path: Path) -> None:
    paths = sorted((shared / "seeds").glob("*.txt"))
    paths += sorted((shared / "corpus" / "telegrams").glob("*.txt"))[::8]
    reviewed = 0
    for path in paths:
        data = path.read_bytes()
        document = parse(read_bytes(data, path.name))
        told = context(FOIA, profile=POLICY)
        marks = engine.check(document, POLICY, load_register(document.register), as_of=TODAY)
        try:
            done = publish(
                data, document, (), marks, told, tmp_path / path.name,
                name=path.name, release_policy=RELEASE,
            )  # fmt: skip
        except UnreadableError:
            continue
        if done.path is not None:
            reviewed += 1
            proof = review(done.path.read_bytes(), json.loads(record_bytes(done.record)), data)
            assert proof.exit_code == 0, f"{path.name}: {proof.note}"
    assert reviewed >= 10


PAPERS = [
    (case.id, case.text) for case in read_cases() if case.name.startswith("pass_") and case.text
]


def proof_of(text: str, withholds: Policy, destination: Path) -> Verification | None:
    """The proof of an honest copy of a text, ``None`` when the gate holds it back."""
    data = text.encode()
    document = parse(read_bytes(data, NAME))
    profile, _ = combine(document.kind, withholds, issuer=document.issuer)
    marks = engine.check(document, profile, load_register(document.register), as_of=TODAY)
    done = publish(
        data, document, (), marks, context(withholds, profile=profile),
        destination, name=NAME, release_policy=RELEASE,
        evidence=Declassification("the Department", "2020-01-01"),
    )  # fmt: skip
    if done.path is None:
        return None
    return review(done.path.read_bytes(), json.loads(record_bytes(done.record)), data)


@pytest.mark.parametrize("policy", ["foia-release", "names-only"])
def test_no_honest_copy_of_an_invented_paper_is_called_forged(policy: str, tmp_path: Path) -> None:
    """Every kind of document that the cases of the rules hold, a part of them for each policy."""
    withholds = redact.load_policy(policy)
    reviewed = 0
    for number, (name, text) in enumerate(PAPERS[::15]):
        proof = proof_of(text, withholds, tmp_path / f"{number}")
        if proof is not None:
            reviewed += 1
            assert proof.exit_code == 0, f"{name}: {proof.note}"
    assert reviewed >= 10


def test_the_period_after_a_mark_for_the_entire_text_is_no_text(tmp_path: Path) -> None:
    text = (
        "R 201131Z APR 85\nS E C R E T TESTVILLE 0012\n\nE.O. 12356: DECL: OADR\n\n"
        "1. (S) ENTIRE TEXT.\n\n2. THE PUMP TEST IS ON TUESDAY.\n"
    )
    proof = proof_of(text, FOIA, tmp_path / "copy.txt")
    assert proof is not None
    assert (proof.result, proof.note) == ("proved", None)
