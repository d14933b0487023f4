"""``--diff BASE``: what a change touched, by the git that is installed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from commands import CLEAN, redact
from conftest import Git
from hypothesis import given
from hypothesis import strategies as st

from redact.batch.changes import Touched, changes_since, read_patch
from redact.errors import UsageError

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


def edit(old: str, new: str, path: str = "cables/a.txt") -> None:
    text = Path(path).read_text()
    assert old in text
    Path(path).write_text(text.replace(old, new, 1))


def rules_found(*arguments: str) -> list[str]:
    result = redact("check", ".", "--format", "json", "--today", "2026-11-21", *arguments)
    assert result.exit_code in (0, 1), result.stderr
    return [finding["rule"] for finding in json.loads(result.stdout)["findings"]]


# -- which files ---------------------------------------------------------------------------------


def test_only_files_that_changed_are_checked(git: Git) -> None:
    Path("cables/old.txt").write_text(CLEAN.replace("1. (U) The", "1. (S) The"))
    git("add", ".")
    git("commit", "-q", "-m", "second")
    git("tag", "-f", "base")
    edit("2. (C) Fisheries", "2. (C) The fisheries")
    report = json.loads(redact("check", ".", "--diff", "base", "--format", "json").stdout)
    assert [d["path"] for d in report["documents"]] == ["cables/a.txt"]
    assert report["notices"][0]["what"].startswith("documents changed since base: 1")


def test_files_git_does_not_know_yet_are_new_and_ignored_ones_are_not(git: Git) -> None:
    Path(".gitignore").write_text("secret/\n")
    wrong = CLEAN.replace("1. (U) The", "1. (S) The")
    for name in ("cables/new.txt", "secret/b.txt"):
        Path(name).parent.mkdir(exist_ok=True)
        Path(name).write_text(wrong)
    assert rules_found("--diff", "base") == ["portion-above-banner"]


def test_a_document_outside_the_repository_is_not_taken_for_unchanged(
    git: Git, tmp_path: Path
) -> None:
    (tmp_path / "b.txt").write_text(CLEAN)
    result = redact("check", ".", tmp_path / "b.txt", "--diff", "HEAD")
    assert (result.exit_code, "b.txt: lies outside the git repository" in result.stderr) == (
        2,
        True,
    )


@pytest.mark.parametrize(
    ("base", "told"),
    [
        ("", "no revision was given\n  help: a variable of a script may be unset"),
        ("nowhere", "git knows no revision 'nowhere'\n  help: name a branch, tag or commit"),
        ("--output=x", "git knows no revision '--output=x'"),
        ("HEAD~9", "git knows no revision 'HEAD~9'"),
        ("HEAD:cables", "git knows no revision 'HEAD:cables'"),
        ("HEAD..main", "git knows no revision 'HEAD..main'"),
        ("a\nb", "git knows no revision 'a"),
    ],
)
def test_a_base_that_is_no_revision_is_reported(git: Git, base: str, told: str) -> None:
    result = redact("check", ".", f"--diff={base}")
    assert (result.exit_code, f"error: --diff: {told}" in result.stderr) == (2, True), result.stderr
    assert not Path("x").exists()


def test_a_shallow_clone_gets_help_to_fetch_the_rest(
    git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit("2. (C) Fisheries", "2. (C) The fisheries")
    git("commit", "-q", "-am", "second")
    git("clone", "-q", "--depth=1", f"file://{Path.cwd()}", str(tmp_path / "shallow"))
    monkeypatch.chdir(tmp_path / "shallow")
    result = redact("check", ".", "--diff", "HEAD~1")
    assert (result.exit_code, "git fetch --unshallow" in result.stderr) == (2, True)


def test_a_bare_repository_is_reported(
    git: Git, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    git("clone", "-q", "--bare", ".", str(tmp_path / "bare"))
    monkeypatch.chdir(tmp_path / "bare")
    Path("a.txt").write_text(CLEAN)
    result = redact("check", "a.txt", "--diff", "HEAD")
    assert (result.exit_code, "a bare repository holds none" in result.stderr) == (2, True)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives files to another user")
def test_a_repository_of_another_user_is_reported(git: Git) -> None:
    for path in (Path.cwd(), Path(".git")):
        os.chown(path, 12345, 12345)
    result = redact("check", ".", "--diff", "HEAD")
    assert (result.exit_code, "safe.directory" in result.stderr) == (2, True), result.stderr


def test_line_ends_that_git_turns_are_no_change(git: Git) -> None:
    git("config", "core.autocrlf", "true")
    path = Path("cables/a.txt")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    result = redact("check", ".", "--diff", "HEAD")
    assert "documents changed since HEAD: 0" in result.stderr


def test_a_detached_head_and_a_renamed_file_are_compared(git: Git) -> None:
    git("checkout", "-q", "--detach")
    git("mv", "cables/a.txt", "cables/b.txt")
    edit("1. (U) The", "1. (S) The", "cables/b.txt")
    assert rules_found("--diff", "HEAD") == ["portion-above-banner"]


def test_nothing_changed_is_no_error(git: Git) -> None:
    result = redact("check", ".", "--diff", "HEAD")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "documents changed since HEAD: 0" in result.stderr


def test_a_file_that_was_removed_is_not_missed(git: Git) -> None:
    Path("cables/b.txt").write_text(CLEAN)
    Path("cables/a.txt").unlink()
    report = json.loads(redact("check", ".", "--diff", "base", "--format", "json").stdout)
    assert ([d["path"] for d in report["documents"]], report["errors"]) == (["cables/b.txt"], [])


@pytest.mark.parametrize(
    "name", ["a b.txt", "\u0436\u00e4.txt", 'quo"te.txt', "tab\tbed.txt", "@@.txt"]
)
def test_odd_names_are_found(git: Git, name: str) -> None:
    Path(name).write_text(CLEAN)
    git("add", ".")
    git("commit", "-q", "-m", "odd")
    edit("1. (U) The", "1. (S) The", name)
    assert rules_found("--diff", "HEAD") == ["portion-above-banner"]


def test_a_file_git_takes_for_no_text_counts_as_new(git: Git) -> None:
    text = CLEAN.replace("1. (U) The", "1. (S) The")
    Path("cables/wide.txt").write_bytes(text.encode("utf-16"))
    git("add", ".")
    git("commit", "-q", "-m", "wide")
    Path("cables/wide.txt").write_bytes((text + "\n").encode("utf-16"))
    assert changes_since("HEAD", Path()) == {
        Path("cables/wide.txt").absolute(): Touched(None),
    }
    assert rules_found("--diff", "HEAD") == ["portion-above-banner"]


def test_the_base_is_where_the_branches_parted(git: Git) -> None:
    git("checkout", "-q", "-b", "topic")
    edit("2. (C) Fisheries", "2. (C) The fisheries")
    git("commit", "-q", "-am", "topic")
    git("checkout", "-q", "main")
    Path("cables/main.txt").write_text(CLEAN.replace("1. (U) The", "1. (S) The"))
    git("add", ".")
    git("commit", "-q", "-m", "main goes on")
    git("checkout", "-q", "topic")
    (changed,) = changes_since("main", Path())
    assert changed.name == "a.txt"


def test_a_folder_below_the_root_works_too(git: Git, monkeypatch: pytest.MonkeyPatch) -> None:
    edit("1. (U) The", "1. (S) The")
    monkeypatch.chdir("cables")
    assert rules_found("--diff", "base") == ["portion-above-banner"]


# -- which findings ------------------------------------------------------------------------------

SEVERAL = CLEAN.replace("1. (U) The", "1. (S) The").replace("3. (U) ", "3. (S) ")


@pytest.fixture
def known(git: Git) -> Git:
    """The same repository; the telegram has a finding in paragraphs 1 and 3, both committed."""
    Path("cables/a.txt").write_text(SEVERAL)
    git("commit", "-q", "-am", "with findings")
    git("tag", "-f", "base")
    return git


def test_findings_on_lines_that_did_not_change_are_counted_only(known: Git) -> None:
    assert rules_found() == ["portion-above-banner", "portion-above-banner"]
    edit("pumps are quiet", "pumps are very quiet")
    report = json.loads(redact("check", ".", "--diff", "base", "--format", "json").stdout)
    assert [f["start"]["line"] for f in report["findings"]] == [
        1 + SEVERAL[: SEVERAL.index("3. (S)")].count("\n")
    ]
    assert report["notices"][0]["what"].endswith("not shown: 1")


def test_a_changed_line_brings_what_contradicts_it_elsewhere(known: Git) -> None:
    edit("C O N F I D E N T I A L", "UNCLAS")
    assert rules_found("--diff", "base").count("portion-above-banner") >= 2


def test_what_is_missing_from_a_changed_document_is_shown(known: Git) -> None:
    edit("E.O. 13526: DECL: 06/11/2028", "E.O. 13526:")
    edit("E.O. 13526:\n", "")
    found = rules_found("--diff", "base")
    assert "decl-missing" in found or "auth-eo-line-missing" in found
    assert "portion-above-banner" not in found


def test_other_line_ends_do_not_shift_the_lines(known: Git) -> None:
    # An old Mac line end is a line to the checker and none to git.
    Path("cables/a.txt").write_bytes(SEVERAL.replace("\n\nSIPDIS", "\r\rSIPDIS").encode())
    known("commit", "-q", "-am", "mixed")
    Path("cables/a.txt").write_bytes(
        SEVERAL.replace("\n\nSIPDIS", "\r\rSIPDIS").replace("are quiet", "are very quiet").encode()
    )
    assert rules_found("--diff", "HEAD") == ["portion-above-banner"]


# -- git says no ---------------------------------------------------------------------------------


def test_outside_a_repository_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(CLEAN)
    result = redact("check", ".", "--diff", "HEAD")
    assert (result.exit_code, "not a git repository" in result.stderr) == (2, True)


def test_without_git_it_says_so(git: Git, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    result = redact("check", ".", "--diff", "HEAD")
    assert (result.exit_code, "git was not found" in result.stderr) == (2, True)


def test_standard_input_has_no_history(git: Git) -> None:
    result = redact("check", "-", "--diff", "HEAD", stdin=CLEAN)
    assert (result.exit_code, "standard input has no history" in result.stderr) == (2, True)


def test_a_repository_without_a_commit_is_reported(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", tmp_path], check=True)
    with pytest.raises(UsageError, match="git knows no revision 'HEAD'"):
        changes_since("HEAD", tmp_path)


# -- reading patches -----------------------------------------------------------------------------


def test_lines_that_look_like_headings_are_text() -> None:
    patch = (
        b"diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n"
        b"@@ -2,0 +3,2 @@\n+++ b/evil.txt\n+@@ -1 +99 @@\n@@ -9,2 +12,0 @@ (S) heading\n-x\n-y\n"
    )
    assert dict(read_patch(patch)) == {"a.txt": Touched(((3, 4), (12, 13)))}


@given(
    st.lists(st.tuples(st.integers(1, 9), st.integers(0, 4)), max_size=5),
    st.integers(1, 60),
    st.integers(0, 5),
)
def test_meeting_is_sharing_a_line(steps: list[tuple[int, int]], first: int, more: int) -> None:
    ranges, at = [], 0
    for gap, length in steps:
        ranges.append((at + gap, at + gap + length))
        at += gap + length
    lines = {line for start, end in ranges for line in range(start, end + 1)}
    met = Touched(tuple(ranges)).meets(first, first + more)
    assert met == bool(lines & set(range(first, first + more + 1)))
