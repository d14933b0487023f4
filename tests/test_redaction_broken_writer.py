"""The writer broken on purpose: whatever it forgets or does wrongly, the proof refuses the copy."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from redaction_telegrams import publish_text

from redact.redaction import plan as planning
from redact.redaction import publish as publishing
from redact.redaction.model import Redaction, RedactionPlan
from redact.redaction.publish import NotProved, Published
from redact.sources import Span

TEXT = """\
O 201131Z APR 09
FM AMEMBASSY TESTVILLE
TO SECSTATE WASHDC IMMEDIATE
C O N F I D E N T I A L TESTVILLE 000012

SIPDIS

E.O. 12958: DECL: 04/20/2019
TAGS: PREL, XX
SUBJECT: (U) PUMP TEST OF THE NEW SERIES

Classified By: Ambassador Ada Rosewood, Reasons 1.4 (B) and (D)

1. (U) Zoltan Quimbly watched the pump test on Tuesday. QUIMBLY
was pleased, and so was the deputy of Mr. Quim-
bly, who lives by the lake.

2. (C) The pump will be bought in May by the harbour office of the
town, and nobody is to know of it before the fair.

3. (U) The picnic is on Sunday.
ROSEWOOD
"""
Mutant = Callable[[pytest.MonkeyPatch], None]
right_apply = publishing.apply_plan
right_write = publishing.write_bytes


def written_by(change: Callable[[RedactionPlan], RedactionPlan]) -> Mutant:
    """Applying another plan than the one recorded."""

    def patch(monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(
            publishing, "apply_plan", lambda source, plan: right_apply(source, change(plan))
        )

    return patch


def without(number: int) -> Mutant:
    def change(plan: RedactionPlan) -> RedactionPlan:
        kept = (r for n, r in enumerate(plan.redactions) if n != number % len(plan.redactions))
        return dataclasses.replace(plan, redactions=tuple(kept))

    return written_by(change)


def moved(start: int, end: int) -> Mutant:
    def change(plan: RedactionPlan) -> RedactionPlan:
        first, *others = plan.redactions
        span = Span(first.span.start + start, first.span.end + end)
        return dataclasses.replace(
            plan, redactions=(dataclasses.replace(first, span=span), *others)
        )

    return written_by(change)


def without_edits(kind: str) -> Mutant:
    def change(plan: RedactionPlan) -> RedactionPlan:
        kept = (e for e in plan.edits if bool(len(e.span)) is (kind == "header"))
        return dataclasses.replace(plan, edits=tuple(kept))

    return written_by(change)


def relabelled(label: str) -> Mutant:
    def change(plan: RedactionPlan) -> RedactionPlan:
        changed = (dataclasses.replace(r, label=label) for r in plan.redactions)
        return dataclasses.replace(plan, redactions=tuple(changed))

    return written_by(change)


def bytes_changed(change: Callable[[bytes], bytes]) -> Mutant:
    def patch(monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(
            publishing, "write_bytes", lambda text, origin: change(right_write(text, origin))
        )

    return patch


def planned_without(name: str, instead: Callable[..., object]) -> Mutant:
    """A step of the plan that does nothing: the record then tells the same story as the copy."""

    def patch(monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(planning, name, instead)

    return patch


def forgetting(number: int) -> Mutant:
    """The plan drops one of its parts, in the record as in the copy."""
    right = planning._by_place

    def instead(redactions: object, banners: object) -> tuple[Redaction, ...]:
        parts = right(redactions, banners)  # type: ignore[arg-type]
        return tuple(p for n, p in enumerate(parts) if n != number)

    return planned_without("_by_place", instead)


def nothing(*_: object, **__: object) -> Iterator[object]:
    return iter(())


MUTANTS: dict[str, Mutant] = {
    **{f"deletion {n} is not made": without(n) for n in range(5)},
    "a deletion begins one later": moved(1, 0),
    "a deletion begins one earlier": moved(-1, 0),
    "a deletion ends one earlier": moved(0, -1),
    "a deletion ends one later": moved(0, 1),
    "a deletion is moved by one": moved(1, 1),
    "a deletion is moved to another place": moved(-20, -20),
    "no deletion is made": written_by(lambda plan: dataclasses.replace(plan, redactions=())),
    "the header is missing": without_edits("header"),
    "the banner is not cancelled": without_edits("banner"),
    "labels are other ones": relabelled("[gone]"),
    "labels are empty": relabelled(""),
    "labels tell the length": relabelled("[(b)(6) name] "),
    "the original is written": bytes_changed(lambda _: TEXT.encode()),
    "another file is written": bytes_changed(lambda _: b"1. (U) Lunch was good.\n"),
    "an empty file is written": bytes_changed(lambda _: b""),
    "line ends are changed": bytes_changed(lambda data: data.replace(b"\n", b"\r\n")),
    "a byte-order mark is added": bytes_changed(lambda data: b"\xef\xbb\xbf" + data),
    "the encoding is changed": bytes_changed(lambda data: data.decode().encode("utf-16")),
    "the end is cut off": bytes_changed(lambda data: data[:-5]),
    "the original is appended": bytes_changed(lambda data: data + TEXT.encode()),
    "a name is appended": bytes_changed(lambda data: data + b"Quimbly\n"),
    "the plan has no portions": planned_without("_withheld_portions", lambda *_: ()),
    "the plan repeats no names": planned_without("_repeated_names", lambda *_: ((), ())),
    **{f"the plan forgets its part {n}": forgetting(n) for n in range(1, 5)},
}


NAMES = [("P1", "Ada Rosewood"), ("P2", "Zoltan Quimbly"), ("P1", "ROSEWOOD")]


def release(path: Path) -> Published:
    return publish_text(path, TEXT, NAMES)


def test_the_writer_as_it_is_is_proved(tmp_path: Path) -> None:
    assert release(tmp_path).record["verification"]["result"] == "proved"


@pytest.mark.parametrize("what", MUTANTS)
def test_a_broken_writer_is_found_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str
) -> None:
    MUTANTS[what](monkeypatch)
    with pytest.raises(NotProved) as refused:
        release(tmp_path)
    assert not [file for file in tmp_path.rglob("*") if file.is_file()]
    told = f"{refused.value} {refused.value.record}".lower()
    assert not any(word in told for word in ("quimbly", "rosewood", "harbour"))
