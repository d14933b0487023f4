"""The mechanical fixes of findings as a unified diff.

Nothing is edited: a record is evidence, and whoever may correct it applies the diff. The diff does
show lines of the document; that is its purpose.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from redact.findings import Finding
from redact.outputs.frame import visible
from redact.sources import Edit, Source
from redact.values import dataclass

CONTEXT = 3
"""Lines shown before and after a change."""


@dataclass(frozen=True, slots=True)
class Change:
    """Lines ``start`` up to ``end``, from 0, and the lines that replace them."""

    start: int
    end: int
    lines: tuple[str, ...]


def choose(findings: Iterable[Finding]) -> tuple[tuple[Edit, ...], tuple[Finding, ...]]:
    """Edits of one document that do not overlap, and the findings whose edits do.

    The first finding wins; the same edit proposed twice counts once. A waived finding is accepted,
    so it is not fixed.
    """
    chosen: list[Edit] = []
    left_out: list[Finding] = []
    for finding in findings:
        new = [edit for edit in finding.edits if edit not in chosen]
        if finding.is_waived or not new:
            continue
        if any(edit.span.overlaps(other.span) for edit in new for other in chosen):
            left_out.append(finding)
        else:
            chosen += new
    return tuple(sorted(chosen, key=lambda edit: edit.span)), tuple(left_out)


def render(source: Source, edits: Iterable[Edit]) -> str:
    """A unified diff of one document, empty without edits. Line ends are those of the file."""
    old = _lines(source.text)
    changes = _changes(source.text, old, edits)
    if not changes:
        return ""
    name = visible(source.path)
    rows = [f"--- {name}\n", f"+++ {name}\n"]
    moved = 0
    for hunk in _hunks(changes):
        rows += _hunk(old, hunk, moved)
        moved += sum(len(change.lines) - (change.end - change.start) for change in hunk)
    return "".join(rows)


def _lines(text: str) -> list[str]:
    """The lines as counted by tools that apply a diff: by line feeds only."""
    *whole, last = text.split("\n")
    return [f"{line}\n" for line in whole] + ([last] if last else [])


def _changes(text: str, old: list[str], edits: Iterable[Edit]) -> list[Change]:
    """The edits as changes of whole lines; edits of one line are one change."""
    starts = [0]
    for line in old:
        starts.append(starts[-1] + len(line))
    found: list[Change] = []
    for first, last, group in _by_lines(starts, edits):
        done = starts[first]
        pieces: list[str] = []
        for edit in group:
            pieces += (text[done : edit.span.start], edit.text)
            done = edit.span.end
        whole = "".join((*pieces, text[done : starts[last + 1]]))
        found.append(Change(first, last + 1, tuple(_lines(whole))))
    return found


def _by_lines(starts: list[int], edits: Iterable[Edit]) -> list[tuple[int, int, list[Edit]]]:
    """First line, last line and the edits of each run of edits that share a line."""
    runs: list[tuple[int, int, list[Edit]]] = []
    for edit in edits:
        first = bisect_right(starts, edit.span.start) - 1
        last = bisect_right(starts, max(edit.span.end - 1, edit.span.start)) - 1
        if runs and first <= runs[-1][1]:
            runs[-1] = (runs[-1][0], max(last, runs[-1][1]), [*runs[-1][2], edit])
        else:
            runs.append((first, last, [edit]))
    return runs


def _hunks(changes: list[Change]) -> list[list[Change]]:
    """The hunks: changes whose context lines meet are in one hunk."""
    hunks = [[changes[0]]]
    for change in changes[1:]:
        if change.start - hunks[-1][-1].end <= 2 * CONTEXT:
            hunks[-1].append(change)
        else:
            hunks.append([change])
    return hunks


def _hunk(old: list[str], hunk: list[Change], moved: int) -> list[str]:
    first = max(hunk[0].start - CONTEXT, 0)
    last = min(hunk[-1].end + CONTEXT, len(old))
    grown = sum(len(change.lines) - (change.end - change.start) for change in hunk)
    count = last - first
    rows = [f"@@ -{first + 1},{count} +{first + 1 + moved},{count + grown} @@\n"]
    done = first
    for change in hunk:
        rows += [_row(" ", line) for line in old[done : change.start]]
        rows += [_row("-", line) for line in old[change.start : change.end]]
        rows += [_row("+", line) for line in change.lines]
        done = change.end
    return rows + [_row(" ", line) for line in old[done:last]]


def _row(sign: str, line: str) -> str:
    if line.endswith("\n"):
        return f"{sign}{line}"
    return f"{sign}{line}\n\\ No newline at end of file\n"
