#!/usr/bin/env python3
"""The audit report on many records: seconds and memory of `redact audit --volume`.

usage: benchmarks/report.py [--documents N] [--volume N] [--format pdf|html] [--seed N]

The records are made from those of reports/samples/records, each under another name, in an order
drawn from the seed. The command is run once, as a user runs it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from redact.redaction.record import record_bytes  # noqa: E402

SAMPLES = ROOT / "reports" / "samples" / "records"


def write_records(folder: Path, documents: int, seed: int) -> None:
    """The records as files, chained."""
    samples = [json.loads(path.read_bytes()) for path in sorted(SAMPLES.glob("*.record.json"))]
    drawn = random.Random(seed)
    previous = None
    for number in range(documents):
        record = drawn.choice(samples)
        name = f"{number // 100:03}/{number:05}.txt"
        original = {**record["original"], "name": name}
        public = record["public"] and {**record["public"], "name": name}
        data = record_bytes(
            {**record, "original": original, "public": public, "previous": previous}
        )
        previous = hashlib.sha256(data).hexdigest()
        path = folder / f"{name}.record.json"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(data)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--volume", type=int, default=500)
    parser.add_argument("--format", choices=("pdf", "html"), default="pdf")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        records, out = Path(folder, "records"), Path(folder, f"audit.{asked.format}")
        records.mkdir()
        write_records(records, asked.documents, asked.seed)
        command = ["redact", "audit", records, "-o", out, "--volume", str(asked.volume)]
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", *command], check=True, cwd=ROOT)
        passed = time.perf_counter() - began
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        files = sorted(Path(folder).glob(f"audit*.{asked.format}"))
        size = sum(file.stat().st_size for file in files) / 2**20
        print(
            f"{asked.documents} documents, {len(files)} files of {size:.0f} MiB in all: "
            f"{passed:.0f} s, {used.ru_utime + used.ru_stime:.0f} s of processor time, "
            f"at most {used.ru_maxrss // 1024} MiB"
        )


if __name__ == "__main__":
    main()
