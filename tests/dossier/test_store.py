"""Files are written whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from wizard.dossier import store
from wizard.dossier.store import StoreError, leftovers, stamp, write_bytes, write_text

POSIX = pytest.mark.skipif(os.name != "posix", reason="modes and links of POSIX")


def test_a_file_is_written_whole_with_the_stamp_it_gets(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "er" / "x.yaml"
    found = write_text(path, "één\n")
    assert path.read_bytes() == "één\n".encode()
    assert found == stamp(path)
    assert stamp(path.with_name("none")) is None
    assert list(path.parent.iterdir()) == [path]


@POSIX
def test_only_the_owner_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "new" / "x.yaml"
    write_text(path, "a")
    assert path.stat().st_mode & 0o777 == 0o600
    assert path.parent.stat().st_mode & 0o777 == 0o700
    os.chmod(path, 0o644)
    write_text(path, "b")
    assert path.stat().st_mode & 0o777 == 0o600
    write_text(path, "c", private=False)
    assert path.stat().st_mode & 0o777 == 0o644


def test_what_is_raised_at_the_last_moment_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    write_text(path, "old")

    def refuse() -> None:
        assert len(list(tmp_path.iterdir())) == 2  # the new file stands ready
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_text(path, "new", before=refuse)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("failing", ["fsync", "replace"])
def test_a_disk_that_fails_leaves_the_old_file_and_says_why(
    failing: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "x.yaml"
    write_text(path, "old")

    def fail(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(store.os, failing, fail)
    with pytest.raises(StoreError, match="the disk is full; make room") as caught:
        write_text(path, "new")
    assert "de schijf is vol" in caught.value.say("nl")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_text_that_is_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError):
        write_text(tmp_path / "x.yaml", "\ud800")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["x.yaml", "a[b]*?.yaml", "x" * 240 + ".yaml"])
def test_leftovers_are_found_by_whole_name(name: str, tmp_path: Path) -> None:
    path, other = tmp_path / name, tmp_path / "y.yaml"
    names: list[Path] = []

    def look() -> None:
        names.extend(leftovers(path))
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_bytes(path, b"", before=look)
    assert len(names) == 1
    names[0].write_text("half")
    assert leftovers(path) == names
    assert leftovers(other) == []
    assert leftovers(tmp_path / "none" / "x.yaml") == []


def test_a_new_folder_is_on_the_disk_itself_by_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    flushed: list[Path] = []
    monkeypatch.setattr(store, "flush_folder", flushed.append)
    write_text(tmp_path / "a" / "b" / "x.yaml", "x")
    assert flushed == [tmp_path, tmp_path / "a", tmp_path / "a" / "b"]
    flushed.clear()
    write_text(tmp_path / "a" / "b" / "x.yaml", "y")
    assert flushed == [tmp_path / "a" / "b"]
