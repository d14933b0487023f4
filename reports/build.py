"""Rebuild reports/samples/: the audit report on the examples, in both editions.

Run by ``make reports``. The time base is fixed, so that a change in the samples is a change in
the program, its policies or the examples.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "reports" / "samples"
TODAY = "2026-11-21"


def redact(*arguments: str | Path, allowed: tuple[int, ...] = (0,)) -> None:
    """Run the command; another exit code than those allowed ends the build."""
    done = subprocess.run([Path(sys.executable).with_name("redact"), *arguments], cwd=ROOT)  # noqa: S603 # our own command
    if done.returncode not in allowed:
        sys.exit(f"error: redact {arguments[0]} ended with {done.returncode}")


def main() -> None:
    """Release the examples into a temporary folder and print both editions from its records."""
    with tempfile.TemporaryDirectory() as folder:
        # 1: one of the examples has errors on purpose and is not released.
        redact("release", "examples", "-o", f"{folder}/out", "--today", TODAY, "-q", allowed=(0, 1))
        SAMPLES.mkdir(exist_ok=True)
        for edition in ("internal", "releasable"):
            target = SAMPLES / f"audit-{edition}.pdf"
            redact("audit", f"{folder}/out/internal", "-o", target, "--edition", edition, "--force")
            print(target.relative_to(ROOT))


if __name__ == "__main__":
    main()
