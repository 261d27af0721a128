"""One dossier on disk while it is worked on: locks, changes from outside, and never over another file."""

import os
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.dossiers import restore
from wizard.dossier import keeper as keeping
from wizard.dossier.consultation import Consultation
from wizard.dossier.folder import Folder
from wizard.dossier.keeper import ChangedOutside, Keeper
from wizard.dossier.store import StoreError, write_text

NOW = datetime(2026, 11, 22, 14, 30, 5)
SAID = Consultation("bicycle", date(2026, 11, 22)).answer("purpose", "errand")


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "dossiers")


@pytest.fixture
def keeper(folder: Folder) -> Keeper:
    return Keeper(folder)


def keep(keeper: Keeper, answer: str = "errand") -> Consultation:
    said = SAID.answer("purpose", answer)
    keeper.keep(said, "d" * 64, NOW)
    return said


def files(folder: Folder) -> list[str]:
    return sorted(path.name for path in folder.path.iterdir() if not path.name.endswith(".lock"))


def test_the_first_keep_makes_the_file_and_the_next_ones_write_it(keeper: Keeper, folder: Folder) -> None:
    keep(keeper)
    assert files(folder) == ["2026-11-22-bicycle-143005.yaml"]
    said = keep(keeper, "commute")
    assert files(folder) == ["2026-11-22-bicycle-143005.yaml"]
    assert restore(keeper.path) == said


def test_two_that_begin_in_one_second_have_a_file_each(folder: Folder) -> None:
    first, second = Keeper(folder), Keeper(folder)
    one, other = keep(first), keep(second, "trip")
    assert (restore(first.path), restore(second.path)) == (one, other)
    assert first.path != second.path


def test_a_file_that_its_owner_sealed_stays_as_it_is(keeper: Keeper, folder: Folder) -> None:
    keep(keeper)
    sealed = keeper.path
    assert sealed is not None
    keeper.close()
    whole = sealed.read_bytes()
    sealed.chmod(0o400)
    said = keeper.open(sealed).answer("purpose", "commute")
    with pytest.raises(
        ChangedOutside, match=rf"{sealed.name} is read-only and stays as it is; your dossier now stands"
    ):
        keeper.keep(said, "d" * 64, NOW)
    assert (sealed.read_bytes(), sealed.stat().st_mode & 0o777) == (whole, 0o400)
    assert keeper.path == sealed.with_name(f"{sealed.stem}-2.yaml")
    assert keeper.path.stat().st_mode & 0o777 == 0o600
    more = said.answer("borrower", "employee")
    keeper.keep(more, "d" * 64, NOW)  # said once
    assert restore(keeper.path) == more
    assert files(folder) == sorted([sealed.name, keeper.path.name])


def test_a_sealed_file_can_be_put_elsewhere(keeper: Keeper, folder: Folder, tmp_path: Path) -> None:
    keep(keeper)
    sealed = keeper.path
    assert sealed is not None
    keeper.close()
    sealed.chmod(0o400)
    said = keeper.open(sealed)
    with pytest.raises(StoreError):
        keeper.move(sealed / "below", said, "d" * 64)
    with pytest.raises(ChangedOutside, match="is read-only"):
        keep(keeper, "commute")
    keeper.move(tmp_path / "there.yaml", said, "d" * 64)
    keep(keeper, "trip")
    assert restore(tmp_path / "there.yaml").facts == {"purpose": "trip"}
    assert restore(sealed).facts == {"purpose": "errand"}


def test_a_second_window_is_refused_until_the_first_closes(keeper: Keeper, folder: Folder) -> None:
    keep(keeper)
    other = Keeper(folder)
    with pytest.raises(StoreError, match="open in another window; close it there, or make a copy"):
        other.open(keeper.path)
    assert other.path is None
    path = keeper.path
    keeper.close()
    assert other.open(path) == SAID


def test_a_link_to_a_dossier_has_the_same_lock_and_stays_a_link(keeper: Keeper, folder: Folder, tmp_path: Path) -> None:
    keep(keeper)
    link = tmp_path / "link.yaml"
    link.symlink_to(keeper.path)
    other = Keeper(folder)
    with pytest.raises(StoreError, match="open in another window"):
        other.open(link)
    keeper.close()
    other.open(link)
    said = keep(other, "trip")
    assert link.is_symlink()
    assert restore(link) == said


def test_opening_leaves_nothing_half_written_behind(keeper: Keeper, folder: Folder) -> None:
    keep(keeper)
    path = keeper.path
    keeper.close()
    (folder.path / f".{path.name}.abcd1234.half").write_text("ha")
    keeper.open(path)
    assert files(folder) == [path.name]


def test_a_file_that_cannot_be_read_is_not_taken_in_hand(keeper: Keeper, folder: Folder) -> None:
    path = folder.path / "x.yaml"
    write_text(path, "{[")
    with pytest.raises(StoreError, match=r"x\.yaml:1"):
        keeper.open(path)
    assert keeper.path is None
    path.write_text("")
    with pytest.raises(StoreError):
        Keeper(folder).open(path)  # the lock was let go of: it is the content that is refused


# ---------------------------------------------------------------- changed from outside


def test_what_others_wrote_stays_and_our_answers_go_beside_it(keeper: Keeper, folder: Folder) -> None:
    keep(keeper)
    theirs = keeper.path
    theirs.write_text("format: 2\n# edited by hand\n")
    with pytest.raises(ChangedOutside) as caught:
        keep(keeper, "commute")
    assert "uw antwoorden staan nu in 2026-11-22-bicycle-143005-2.yaml" in caught.value.say("nl")
    assert theirs.read_text() == "format: 2\n# edited by hand\n"
    assert restore(keeper.path).facts == {"purpose": "commute"}
    said = keep(keeper, "trip")  # from now on without a word
    assert restore(keeper.path) == said
    assert len(files(folder)) == 2


def test_a_change_at_the_very_last_moment_is_seen_too(
    keeper: Keeper, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(keeper)
    theirs, write = keeper.path, keeping.write_text

    def slow(path: Path, text: str, **more: object) -> object:
        if path == theirs:
            path.write_text("just now")  # after the lock and the first look, before the new file takes its place
        return write(path, text, **more)

    monkeypatch.setattr(keeping, "write_text", slow)
    with pytest.raises(ChangedOutside):
        keep(keeper, "trip")
    assert theirs.read_text() == "just now"
    assert restore(keeper.path).facts == {"purpose": "trip"}


def test_a_file_that_was_removed_is_written_again(keeper: Keeper, folder: Folder) -> None:
    keep(keeper)
    keeper.path.unlink()
    with pytest.raises(ChangedOutside, match="it is back now"):
        keep(keeper, "trip")
    assert files(folder) == ["2026-11-22-bicycle-143005.yaml"]
    assert restore(keeper.path).facts == {"purpose": "trip"}


def test_a_folder_that_was_removed_is_made_again(keeper: Keeper, folder: Folder) -> None:
    keep(keeper)
    for path in folder.path.iterdir():
        path.unlink()
    folder.path.rmdir()
    with pytest.raises(ChangedOutside):
        keep(keeper, "trip")
    assert restore(keeper.path).facts == {"purpose": "trip"}


def test_it_is_said_also_when_the_first_try_beside_it_failed(
    keeper: Keeper, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(keeper)
    theirs, write, full = keeper.path, keeping.write_text, [True]
    theirs.write_text("theirs")

    def sometimes(path: Path, text: str, **more: object) -> object:
        if path != theirs and full:
            full.clear()
            raise StoreError(keeping.Text("vol", "full"))
        return write(path, text, **more)

    monkeypatch.setattr(keeping, "write_text", sometimes)
    with pytest.raises(StoreError, match="full"):
        keep(keeper, "trip")
    with pytest.raises(ChangedOutside):
        keep(keeper, "trip")
    assert theirs.read_text() == "theirs"
    assert restore(keeper.path).facts == {"purpose": "trip"}


def test_someone_who_never_stops_writing_costs_no_answer(
    keeper: Keeper, folder: Folder, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(keeper)
    write = keeping.write_text
    monkeypatch.setattr(
        keeping, "write_text", lambda path, text, **more: (path.write_text("theirs"), write(path, text, **more))[1]
    )
    with pytest.raises(StoreError, match="something else keeps writing here"):
        keep(keeper, "trip")
    monkeypatch.undo()
    with pytest.raises(ChangedOutside):
        keep(keeper, "trip")
    assert restore(keeper.path).facts == {"purpose": "trip"}


# ---------------------------------------------------------------- without a lock, too large, elsewhere


def test_where_no_lock_could_be_made_it_is_tried_again(
    folder: Folder, keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    import filelock

    keep(keeper)
    path = keeper.path
    keeper.close()

    def full(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(filelock.FileLock, "acquire", full)
        first, second = Keeper(folder), Keeper(folder)
        first.open(path)
        second.open(path)
    said = keep(first, "trip")  # there is room again: the first that writes has the lock
    with pytest.raises(StoreError, match="open in another window"):
        Keeper(folder).open(path)
    with pytest.raises(ChangedOutside):
        keep(second, "commute")
    assert restore(path) == said
    assert restore(second.path).facts == {"purpose": "commute"}


def test_a_dossier_grows_no_larger_and_a_copy_of_one_that_did_is_read(keeper: Keeper, tmp_path: Path) -> None:
    said = keep(keeper)
    huge = said.note("purpose", "x" * 2_100_000)
    with pytest.raises(StoreError, match="larger than 2 MB"):
        keeper.keep(huge, "", NOW)
    assert restore(keeper.path) == said
    keeper.move(tmp_path / "rescue.yaml", huge, "")
    assert restore(tmp_path / "rescue.yaml") == huge


def test_it_can_be_kept_elsewhere_from_now_on_and_never_over_a_file(
    keeper: Keeper, folder: Folder, tmp_path: Path
) -> None:
    said = keep(keeper)
    first = keeper.path
    taken = tmp_path / "elsewhere.yaml"
    taken.write_text("mine")
    keeper.move(taken, said, "")
    assert taken.read_text() == "mine"
    assert keeper.path == tmp_path / "elsewhere-2.yaml"
    assert restore(keeper.path) == said
    Keeper(folder).open(first)  # is free again
    with pytest.raises(StoreError):
        keeper.move(taken / "under-a-file" / "x.yaml", said, "")
    assert keeper.path == tmp_path / "elsewhere-2.yaml"
    assert keep(keeper, "trip") == restore(keeper.path)


def test_the_lock_goes_with_the_process_however_it_ends(keeper: Keeper, folder: Folder) -> None:
    keep(keeper)
    path = keeper.path
    keeper.close()
    code = (
        "import os, sys; from pathlib import Path; from wizard.dossier.folder import Folder;"
        "from wizard.dossier.keeper import Keeper; path = Path(sys.argv[1]);"
        "keeper = Keeper(Folder(path.parent)); keeper.open(path);"
        "print('open', flush=True); input()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", code, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert other.stdout.readline() == "open\n"
    with pytest.raises(StoreError, match="open in another window"):
        keeper.open(path)
    other.kill()
    other.communicate()
    assert keeper.open(path) == SAID


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_all_that_is_made_is_for_the_owner_only(keeper: Keeper, folder: Folder) -> None:
    keep(keeper)
    for path in folder.path.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path
    assert folder.path.stat().st_mode & 0o077 == 0
