"""Which documents a command line names."""

from __future__ import annotations

from pathlib import Path

import pytest

from redact.batch.inputs import collect, refuse_collisions
from redact.batch.pool import run
from redact.errors import UnreadableError, UsageError
from redact.findings import Unexamined


@pytest.fixture
def tray(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "b.txt",
        "a.cable",
        "plain",
        "picture.png",
        "sub/c.text",
        ".hidden.txt",
        ".git/x.txt",
    ):
        path = tmp_path / "tray" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("UNCLAS TESTVILLE 000001\n")
    return tmp_path / "tray"


def test_a_folder_is_walked_in_order_and_what_is_left_out_is_named(tray: Path) -> None:
    inputs = collect(["tray"])
    assert [d.name for d in inputs.documents] == [
        "tray/a.cable",
        "tray/b.txt",
        "tray/plain",
        "tray/sub/c.text",
    ]
    assert [d.relative for d in inputs.documents] == ["a.cable", "b.txt", "plain", "sub/c.text"]
    assert inputs.skipped == ("tray/.hidden.txt", "tray/picture.png")


def test_files_of_the_tool_and_of_other_tools_are_not_spoken_of(tray: Path) -> None:
    for name in (".redact.yaml", "waivers.yaml", "redact-baseline.yaml", ".gitignore", ".DS_Store"):
        (tray / name).write_text("x: 1\n")
    assert collect(["tray"]).skipped == ("tray/.hidden.txt", "tray/picture.png")


def test_a_file_named_twice_is_read_once(tray: Path) -> None:
    assert len(collect(["tray/b.txt", "tray/b.txt", "./tray/b.txt"]).documents) == 1


def test_exclude_takes_names_and_places(tray: Path) -> None:
    names = [d.relative for d in collect(["tray"], exclude=("sub/*", "*.cable")).documents]
    assert names == ["b.txt", "plain"]


@pytest.mark.parametrize(
    "glob", ["sub", "sub/", "./sub", "sub/*", "tray/sub", "tray/s?b/*.text", "c.text", "*.text"]
)
def test_a_folder_is_excluded_by_its_name_or_place(tray: Path, glob: str) -> None:
    names = [d.relative for d in collect(["tray"], exclude=(glob,)).documents]
    assert names == ["a.cable", "b.txt", "plain"]


def test_a_pattern_fits_whole_names(tray: Path) -> None:
    assert len(collect(["tray"], exclude=("su", "ub", "tra", "text", "b")).documents) == 4


def test_all_excluded_is_reported(tray: Path) -> None:
    with pytest.raises(UsageError) as error:
        collect(["tray"], exclude=("*",))
    assert (error.value.hint or "").startswith("--exclude left out ")


def test_what_this_run_writes_is_no_document_of_a_folder(tray: Path) -> None:
    facts = (tray / "b.txt").stat()
    own = {(facts.st_dev, facts.st_ino)}
    inputs = collect(["tray"], own=own)
    assert [d.relative for d in inputs.documents] == ["a.cable", "plain", "sub/c.text"]
    assert "tray/b.txt" not in inputs.skipped
    with pytest.raises(UsageError, match="the output of this command is redirected into it"):
        collect(["tray/b.txt"], own=own)


def test_no_absolute_path_is_shown(tray: Path) -> None:
    assert [d.name for d in collect([str(tray / "b.txt")]).documents] == ["tray/b.txt"]


def test_an_absolute_folder_elsewhere_is_shown_by_its_own_name(
    tray: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path_factory.mktemp("elsewhere"))
    assert all(d.name.startswith("tray/") for d in collect([str(tray)]).documents)


def test_two_documents_for_one_place_are_refused_where_something_is_written(tray: Path) -> None:
    (tray / "sub" / "b.txt").write_text("UNCLAS TESTVILLE 000002\n")
    both = collect(["tray/b.txt", "tray/sub/b.txt"]).documents
    assert [document.name for document in both] == ["tray/b.txt", "tray/sub/b.txt"]
    with pytest.raises(UsageError, match=r"both be written to 'b.txt'"):
        refuse_collisions(both)


def test_a_document_where_another_needs_a_folder_is_refused(tray: Path) -> None:
    (tray / "c").mkdir()
    (tray / "c" / "sub").write_text("UNCLAS TESTVILLE 000002\n")
    (tray / "sub" / "sub").mkdir()
    (tray / "sub" / "sub" / "d.txt").write_text("UNCLAS TESTVILLE 000003\n")
    refuse_collisions(collect(["tray"]).documents)
    with pytest.raises(UsageError, match="need 'sub' as a file and as a folder"):
        refuse_collisions(collect(["tray/c", "tray/sub"]).documents)


def test_nothing_to_read_is_reported(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no document found"):
        collect([str(tmp_path)])


def test_a_link_in_a_circle_ends(tray: Path) -> None:
    (tray / "loop").symlink_to(tray, target_is_directory=True)
    assert len(collect(["tray"]).documents) == 4


def test_standard_input_goes_by_the_name_it_is_given() -> None:
    (document,) = collect(["-"], stdin=b"UNCLAS", stdin_name="cable.txt").documents
    assert (document.name, document.relative, document.read().text) == (
        "cable.txt",
        "cable.txt",
        "UNCLAS",
    )


def test_one_bad_document_does_not_stop_the_rest(tray: Path) -> None:
    (tray / "b.txt").write_bytes(b"%PDF-1.7")
    outcomes = list(run(lambda document: document.read().path, collect(["tray"]).documents))
    bad = [outcome for outcome in outcomes if isinstance(outcome, Unexamined)]
    assert [(e.path, bool(e.hint)) for e in bad] == [("tray/b.txt", True)]
    assert len(outcomes) == 4


def test_a_defect_shows_its_class_and_no_text(tray: Path) -> None:
    def work(document: object) -> None:
        raise KeyError("QUIMBLY was here")

    for outcome in run(work, collect(["tray"]).documents):
        assert isinstance(outcome, Unexamined)
        assert outcome.what == "internal error (KeyError)"


def test_a_vanished_file_is_reported_by_the_name_given(tray: Path) -> None:
    inputs = collect(["tray/b.txt"])
    (tray / "b.txt").unlink()
    with pytest.raises(UnreadableError) as caught:
        inputs.documents[0].read()
    assert caught.value.where == "tray/b.txt"
