"""Rebuild reports/samples/: records of the examples, and the reports on them.

Run by ``make reports``. The time base is fixed, so that a change in the samples is a change in
the program, its policies or the examples.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = ROOT / "reports" / "samples"
RECORDS = SAMPLES / "records"
TODAY = "2026-11-21"


def redact(*arguments: str | Path, allowed: tuple[int, ...] = (0,)) -> None:
    """Run the command; another exit code than those allowed ends the build."""
    done = subprocess.run([Path(sys.executable).with_name("redact"), *arguments], cwd=ROOT)  # noqa: S603 # our own command
    if done.returncode not in allowed:
        sys.exit(f"error: redact {arguments[0]} ended with {done.returncode}")


def main() -> None:
    """Release the examples, keep their records, and print the reports from these."""
    with tempfile.TemporaryDirectory() as folder:
        # 1: one of the examples has errors on purpose and is not released.
        redact("release", "examples", "-o", f"{folder}/out", "--today", TODAY, "-q", allowed=(0, 1))
        shutil.rmtree(RECORDS, ignore_errors=True)
        RECORDS.mkdir(parents=True)
        for record in sorted(Path(folder, "out", "internal").glob("*.record.json")):
            shutil.copyfile(record, RECORDS / record.name)
    for edition in ("internal", "releasable"):
        for ending in ("pdf", "html"):
            print_sample(f"audit-{edition}.{ending}", "--edition", edition)
    print_sample("comment.md", "--layout", "comment")
    print_sample("slip.pdf", "--layout", "slip", "--edition", "releasable")


def print_sample(name: str, *options: str) -> None:
    """One report on the kept records."""
    redact("audit", RECORDS, "-o", SAMPLES / name, *options, "--force")
    print(f"reports/samples/{name}")


if __name__ == "__main__":
    main()
