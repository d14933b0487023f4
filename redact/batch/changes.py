"""What a change touched: files and lines that differ from a revision in the git repository."""

from __future__ import annotations

import ast
import os
import re
import subprocess
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from pathlib import Path

from redact.errors import UsageError
from redact.values import dataclass

_HUNK = re.compile(rb"\n@@ -[0-9,]+ \+([0-9]+)(?:,([0-9]+))? @@")
_DIFF = (
    *("-c", "core.quotePath=true", "diff", "--no-color", "--no-ext-diff", "--no-textconv"),
    *("--no-renames", "--diff-filter=d", "--ignore-submodules"),
    *("--src-prefix=a/", "--dst-prefix=b/"),
)
_OPTION = "--diff"


@dataclass(frozen=True, slots=True)
class Touched:
    """The lines of a file that a change touched, as git counts them: only a line feed ends one.

    ``ranges`` are (first, last) from 1, in order; ``None`` means every line, for a file that is new
    or that git treats as binary.
    """

    ranges: tuple[tuple[int, int], ...] | None

    def meets(self, first: int, last: int) -> bool:
        """Whether any line from ``first`` to ``last`` was touched."""
        if self.ranges is None:
            return True
        nearest = bisect_left(self.ranges, first, key=lambda lines: lines[1])
        return nearest < len(self.ranges) and self.ranges[nearest][0] <= last


def changes_since(base: str, folder: Path) -> Mapping[Path, Touched]:
    """The files of the repository around ``folder`` that differ from ``base``, by absolute path.

    Compares the working tree with its merge base with ``base``, or with ``base`` itself where there
    is none (a shallow clone). Untracked files count as new; ignored files are left out. Raises
    `UsageError` without git, outside a repository, or when git does not know the revision.
    """
    root = repository_of(folder)
    start = _common_commit(root, base)
    counted = _git(root, *_DIFF, "--numstat", "-z", start, "--")
    patch = _git(root, *_DIFF, "--unified=0", start, "--")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "-z")
    touched = {name: Touched(None) for name in _binary(counted)}
    touched |= dict(read_patch(patch))
    touched |= {os.fsdecode(name): Touched(None) for name in new.split(b"\0") if name}
    return {root / name: lines for name, lines in touched.items()}


def repository_of(folder: Path) -> Path:
    """The root of the git repository containing a folder. Raises `UsageError` if there is none."""
    return Path(os.fsdecode(_git(folder, "rev-parse", "--show-toplevel")).rstrip("\n"))


def read_patch(patch: bytes) -> Iterator[tuple[str, Touched]]:
    """Each text file of a patch without context lines, with its new lines.

    Where lines were only removed, the two lines next to the gap count as touched.
    """
    for section in (b"\n" + patch).split(b"\ndiff --git ")[1:]:
        heading, _, hunks = section.partition(b"\n@@ ")
        written = next((li[4:] for li in heading.split(b"\n") if li.startswith(b"+++ ")), None)
        if written is not None:
            found = _HUNK.finditer(b"\n@@ " + hunks)
            yield _name(written), Touched(tuple(map(_range, found)))


def _name(written: bytes) -> str:
    """The path in a patch header: a tab follows one with spaces; odd characters are C-escaped."""
    name = written.rstrip(b"\t")
    if name.startswith(b'"'):
        name = ast.literal_eval("b" + name.decode("ascii"))
    return os.fsdecode(name.removeprefix(b"b/"))


def _range(hunk: re.Match[bytes]) -> tuple[int, int]:
    first, count = int(hunk[1]), int(hunk[2] or 1)
    return (first, first + count - 1) if count else (first, first + 1)


def _binary(counted: bytes) -> Iterator[str]:
    """Files whose lines git does not count, that is, binary ones."""
    for entry in counted.split(b"\0"):
        if entry.startswith(b"-\t-\t"):
            yield os.fsdecode(entry.split(b"\t", 2)[2])


def _common_commit(root: Path, base: str) -> str:
    if not base:
        raise UsageError("no revision was given", _OPTION, "a variable of a script may be unset")
    commit = b""
    if not base.startswith("-") and ".." not in base:  # no option, and no range of commits
        commit = _git(root, "rev-parse", "-q", "--verify", f"{base}^{{commit}}")
    if not commit:
        hint = "name a branch, tag or commit that is here; fetch it first if it is not"
        if _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
            hint += " (this clone is shallow: git fetch --unshallow)"
        raise UsageError(f"git knows no revision '{base}'", _OPTION, hint)
    common = _git(root, "merge-base", base, "HEAD").decode("ascii").split()
    return common[0] if common else base


def _git(folder: Path, *arguments: str) -> bytes:
    """The output of a git command; empty when git answers no. Raises `UsageError`."""
    try:
        done = subprocess.run(  # noqa: S603  # fixed words; the revision cannot be an option
            ["git", "--no-optional-locks", *arguments],  # noqa: S607  # the git of the user's PATH is the one meant
            cwd=folder,
            env={**os.environ, "LC_ALL": "C"},
            capture_output=True,
            check=False,
        )
    except FileNotFoundError as error:
        raise UsageError("git was not found", _OPTION, "install git, or check all files") from error
    if done.returncode <= 1:
        return done.stdout
    lines = os.fsdecode(done.stderr).strip().splitlines()
    what = lines[0].removeprefix("fatal: ") if lines else f"git ended with {done.returncode}"
    raise UsageError(f"git says: {what}", _OPTION, _hint_for(what))


def _hint_for(error: str) -> str:
    if "dubious ownership" in error:
        return "git config --global --add safe.directory, with that folder; it is another user's"
    if "in a work tree" in error:
        return "check the files out first: a bare repository holds none"
    return "run the command inside a git repository, or check all files"
