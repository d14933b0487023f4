"""What a release says: all that needs somebody, and no line for each of thousands."""

from __future__ import annotations

import pytest
from finding_values import finding

from redact.batch.publish import GateNote, Outcome, counts
from redact.batch.publish_set import PublishedSet
from redact.cli import outcomes
from redact.findings import ExaminedDocument, Unexamined

GATE = (GateNote("portion-unclosed", "portion mark C has no opening bracket", "write (C)", 4),)
ERROR = finding("red-cross-document")


def outcome(number: int, **more: object) -> Outcome:
    path = f"cables/{number:04}.txt"
    document = ExaminedDocument(path, "0" * 64, "telegram", "state-telegram 1")
    return Outcome(relative=path, document=document, findings=(), **more)  # type: ignore[arg-type]


def told(
    capsys: pytest.CaptureFixture[str],
    *documents: Outcome,
    errors: tuple[Unexamined, ...] = (),
    quiet: bool = False,
    verbose: bool = False,
) -> tuple[list[str], int]:
    done = PublishedSet(outcomes=documents, errors=errors, record=lambda path: b"")
    outcomes.print_outcomes(done, quiet=quiet, verbose=verbose)
    with pytest.raises(SystemExit) as end:
        outcomes.exit_with_counts(done, 0, quiet=quiet)
    assert isinstance(end.value.code, int)
    return capsys.readouterr().err.splitlines(), end.value.code


def test_few_documents_are_named_each(capsys: pytest.CaptureFixture[str]) -> None:
    lines, code = told(capsys, outcome(1, names=2, passages=1), outcome(2, identifiers=1, asked=3))
    assert code == 0
    assert lines == [
        "released, withheld: 2 names, 1 passage: cables/0001.txt",
        "released, withheld: 1 identifier; left to the reviewer: 3: cables/0002.txt",
        "2 released and proved; 0 not released; 1 with something left to the reviewer",
    ]


def test_of_thousands_only_those_are_named_that_need_somebody(
    capsys: pytest.CaptureFixture[str],
) -> None:
    many = [outcome(number, names=1) for number in range(3000)]
    many[7] = outcome(7, gate=GATE)
    many[8] = outcome(8, public_findings=(ERROR,))
    many[9] = outcome(9, leak="a withheld name survives")
    errors = (Unexamined("cables/z.txt", "is a PDF", "convert it to text"),)
    lines, code = told(capsys, *many, errors=errors)
    assert code == 4
    assert lines == [
        "leak: cables/0009.txt: a withheld name survives; the copy was not kept",
        "not released: cables/0007.txt",
        "  line 4: portion-unclosed: portion mark C has no opening bracket",
        "    help: write (C)",
        "released in full; error red-cross-document: cables/0008.txt",
        "error: cables/z.txt: is a PDF",
        "  help: convert it to text",
        "2998 released and proved; 1 not released; 1 released with errors, see "
        "findings-public.json; 1 leaked and removed; 1 could not be examined",
    ]


def test_of_many_that_need_somebody_the_first_are_named(capsys: pytest.CaptureFixture[str]) -> None:
    many = [outcome(number, gate=GATE) for number in range(40)]
    lines, code = told(capsys, *many)
    assert code == 1
    assert len(lines) == outcomes.FEW + 2
    assert lines[0] == "not released: cables/0000.txt: portion-unclosed"
    assert "not released: 30 more (-v shows all)" in lines
    verbose, _ = told(capsys, *many, verbose=True)
    assert sum(line.startswith("not released: cables/") for line in verbose) == 40
    assert verbose.count("    help: write (C)") == 40


def test_leaks_and_what_was_not_examined_are_reported_however_many(
    capsys: pytest.CaptureFixture[str],
) -> None:
    many = [outcome(number, leak="a withheld name survives") for number in range(40)]
    errors = tuple(Unexamined(f"{number}.txt", "is a PDF") for number in range(40))
    lines, code = told(capsys, *many, errors=errors, quiet=True)
    assert (len(lines), code) == (80, 4)


def test_every_document_is_named_on_request_and_none_when_quiet(
    capsys: pytest.CaptureFixture[str],
) -> None:
    many = [outcome(number) for number in range(40)]
    assert len(told(capsys, *many, verbose=True)[0]) == 41
    assert told(capsys, *many)[0] == ["40 released and proved; 0 not released"]
    assert told(capsys, *many, quiet=True) == ([], 0)


@pytest.mark.parametrize(
    "causes, identifiers",
    [
        (["EMAIL_ADDRESS"], 1),
        (["possible PHONE_NUMBER known from the set"], 1),
        (["same name as EMAIL_ADDRESS"], 1),
        (["repeats portion 2 CONFIDENTIAL"], 0),
        (["portion 2 CONFIDENTIAL"], 0),
        (["added by the reviewer"], 0),
        (["EMAIL_ADDRESS", "portion 2 CONFIDENTIAL"], 0),
    ],
)
def test_a_passage_is_no_identifier_whatever_the_exemption(
    causes: list[str], identifiers: int
) -> None:
    withheld = {"amount": "2 words", "reasons": ["(b)(5)"], "causes": causes}
    assert counts({"redactions": [withheld]}) == (0, identifiers, 1 - identifiers)
