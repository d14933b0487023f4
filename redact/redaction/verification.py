"""The outcome of proving a public copy: the checks made, what survives, the verdict."""

from __future__ import annotations

from typing import Any

from redact.sources import Span
from redact.values import dataclass

PASS, FAIL, NOT_RUN = "pass", "fail", "not-run"


@dataclass(frozen=True, slots=True)
class Difference:
    """A path in a record, such as ``$.redactions[3].amount``, and what is wrong there.

    Shows the expected value, never the recorded one: a forged record may contain anything.
    """

    path: str
    what: str


@dataclass(frozen=True, slots=True)
class Check:
    """One check: ``result`` is ``pass``, ``fail`` or ``not-run``."""

    name: str
    result: str
    differences: tuple[Difference, ...] = ()


@dataclass(frozen=True, slots=True)
class Survivor:
    """A position in the public copy where withheld words can still be read: ``kind`` is ``name`` or
    ``passage``, ``line`` and ``column`` count from 1. The words themselves are not included.
    """

    kind: str
    span: Span
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Verification:
    """What was proved.

    ``result``: ``proved``, ``leak`` or ``not-proved``; ``note`` says why not.
    """

    result: str
    checks: tuple[Check, ...]
    survivors: tuple[Survivor, ...] = ()
    note: str | None = None

    @property
    def exit_code(self) -> int:
        """0 proved, 4 leak, 1 the record is wrong, 3 something required is missing."""
        if self.result == "proved":
            return 0
        if self.result == "leak":
            return 4
        return 1 if any(check.result == FAIL for check in self.checks) else 3

    def to_dict(self) -> dict[str, Any]:
        """The ``verification`` of an audit record."""
        return {
            "result": self.result,
            "checks": [{"name": c.name, "result": c.result} for c in self.checks],
        }


def verdict(
    checks: list[Check], survivors: tuple[Survivor, ...] = (), note: str | None = None
) -> Verification:
    """What the checks prove together; ``note`` is used when none of them failed."""
    results = {check.result for check in checks}
    if survivors:
        result, note = "leak", "withheld words survive in the public copy"
    elif FAIL in results:
        failed = ", ".join(check.name for check in checks if check.result == FAIL)
        result, note = "not-proved", f"not proved: failed: {failed}"
    else:
        result = "not-proved" if NOT_RUN in results else "proved"
    return Verification(result, tuple(checks), survivors, note)
