"""Checks that NATO markings start with // and have NATO's own levels and programs.

## Why

NATO information is not United States information: its marking starts with two obliques so that no
reader takes it for a national one. ATOMAL, BALK and BOHEMIA are programs of NATO and mean nothing
in a United States marking; BOHEMIA is COSMIC TOP SECRET only.

## Example

    (NS) The pump test is on Tuesday.

*Use instead:* `(//NS)`.

## Limits

A paper whose markings are all NATO's is NATO's own, which has no obliques. NATO as the source
inside a United States document is FGI NATO, see `fgi-form`.
"""

from __future__ import annotations

from collections.abc import Iterator

from redact.findings import Examined, Hit
from redact.markings.arrange import in_words_of_nato
from redact.markings.facts import facts_of, names_of
from redact.markings.marking import Marking, nato_level
from redact.rules.eras import before_one_syntax
from redact.rules.marks import Mark, read_marks

ID = "nato-form"


def check(examined: Examined) -> Iterator[Hit]:
    """A hit for each fault of a NATO marking, or of a NATO program on another."""
    own = _is_of_nato(examined)
    early = before_one_syntax(examined.document)
    for mark, marking in read_marks(examined):
        if marking.nato:
            yield from _level(mark, marking, bare=early or own)
        elif marking.non_us and marking.fgi == ("NATO",):
            yield from _own_words(mark, marking)
        names = names_of(marking, examined.register) | {*marking.fgi}
        for fact in facts_of(marking, examined.register):
            missing = [name for name in fact.requires if name == "NATO" or "COSMIC" in name]
            if missing and missing[0] not in names:
                yield Hit(
                    span=mark.span,
                    message=f"{fact.name} needs {missing[0]}",
                    fix=f"remove {fact.name}, or write the NATO marking it belongs to",
                    expected=missing[0],
                    found=fact.name,
                )


def _own_words(mark: Mark, marking: Marking) -> Iterator[Hit]:
    """NATO as the owner of a level in words that are not NATO's: ``//NATO TOP SECRET``."""
    right = in_words_of_nato(marking)
    if right.nato is not None:
        yield Hit(
            span=mark.span,
            message=f"NATO calls this level {right.nato}",
            fix=f"write {mark.written(right)}",
            expected=right.nato,
            edits=mark.rewritten(right),
        )


def _is_of_nato(examined: Examined) -> bool:
    """Whether every marking is NATO's: its own papers have its words without obliques."""
    found = [*read_marks(examined)]
    is_document = len(found) > 1 or any(mark.again for mark, _ in found)
    return is_document and all(marking.nato for _, marking in found)


def _level(mark: Mark, marking: Marking, *, bare: bool) -> Iterator[Hit]:
    if mark.problems("second-system") or marking.level != nato_level(marking.nato):
        yield Hit(
            span=mark.span,
            message=f"{marking.nato} appears with another level",
            fix=f"write //{marking.nato} alone, or FGI NATO in a national marking",
            found=marking.nato,
        )
    elif mark.problems("foreign-prefix") and not bare:
        yield Hit(
            span=mark.span,
            message=f"// is missing before {marking.nato}",
            fix=f"write {mark.written(marking)}",
            expected="//",
            edits=mark.rewritten(marking),
        )
