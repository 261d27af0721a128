"""The folder with dossiers: list, search, names, copy, archive, delete, and taking in what earlier versions left."""

import os
import shutil
import time
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.cli_tools import GOOD
from tests.dossiers import restore
from wizard.content.load import load
from wizard.dossier.consultation import CameOut, Changed, Consultation, Given, Variant
from wizard.dossier.finding import matches, said, wanted
from wizard.dossier.folder import Entry, Folder, claim, default_dossiers
from wizard.dossier.form import dump, load_dossier
from wizard.dossier.keeper import Keeper
from wizard.dossier.lock import Lock
from wizard.dossier.store import StoreError, write_text

DAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 14, 30, 5)
OLD = Path(__file__).parent / "format-1"
FULL = Consultation(
    "bicycle",
    date(2020, 1, 1),
    shared={"purpose": Given("errand", "voor Sam", "2020-01-01T09:00:00")},
    client="Bakkerij Jansen",
    matter="Zomeractie",
    advisor="mr. Noor",
    created="2020-01-01T09:00:00",
    remarks={"why": "let op"},
    variants=(Variant("Bellen", {"borrower": Given("intern", "Piet")}, {"why": "belscript"}),),
    active=0,
    history=(Changed("2020-01-01T09:00:00", "purpose", "trip", "errand"),),
    came_out=(CameOut("0" * 64, date(2020, 1, 1), ("allowed",), {}, (), "bicycle"),),
)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "dossiers")


def put(folder: Folder, found: Consultation = FULL, name: str = "a.yaml", age: float = 0) -> Path:
    path = folder.path / name
    write_text(path, dump(found, "d" * 64))
    os.utime(path, (time.time() - age, time.time() - age))
    return path


def said_in(entry: Entry, words: str, language: str = "nl") -> bool:
    return matches(said(load(GOOD, consults=()), entry, language), wanted(words, language))


def names(folder: Folder, *, archived: bool = False) -> list[str]:
    return [entry.path.name for entry in folder.entries(archived=archived)]


def test_a_folder_that_is_not_there_is_empty(folder: Folder) -> None:
    assert names(folder) == []
    assert names(folder, archived=True) == []
    assert folder.find("a") is None


def test_the_latest_change_comes_first_and_a_broken_file_is_named(folder: Folder) -> None:
    put(folder, name="old.yaml", age=100)
    put(folder, name="new.yaml", age=10)
    put(folder, name="broken.yaml", age=50).write_text("{[")
    os.utime(folder.path / "broken.yaml", (time.time() - 50,) * 2)
    (folder.path / ".hidden.yaml").write_text("{[")
    (folder.path / "notes.txt").write_text("no dossier")
    (folder.path / "folder.yaml").mkdir()
    assert names(folder) == ["new.yaml", "broken.yaml", "old.yaml"]
    broken = list(folder.entries())[1]
    assert broken.consultation is None
    assert broken.trouble is not None
    assert "broken.yaml:1" in broken.trouble.say("nl")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("jansen", True),
        ("BAKKERIJ zomer", True),
        ("noor", True),
        ("sam", True),
        ("piet", True),
        ("let op", True),
        ("belscript", True),
        ("bellen", True),
        ("a", True),
        ("jansen winter", False),
        ("", True),
    ],
)
def test_search_is_in_all_that_people_wrote(words: str, found: bool, folder: Folder) -> None:
    assert said_in(folder.entry(put(folder)), words) is found


def test_new_names_are_free_and_safe_on_every_platform(folder: Folder) -> None:
    first = folder.new_path("approach", NOW)
    assert first.name == "2026-11-22-approach-143005.yaml"
    put(folder, name=first.name)
    assert folder.new_path("approach", NOW).name == "2026-11-22-approach-143005-2.yaml"
    for about in ("../../etc/passwd", "CON", "a/b\\c:d*e?f", "é" * 300, "\x00", ""):
        path = folder.new_path(about, NOW)
        assert path.parent == folder.path
        assert path.name.isascii()
        assert len(path.name) < 100
        assert not set(path.name) & set('/\\:*?"<>|\x00 ')


def test_a_place_is_not_claimed_twice(folder: Folder) -> None:
    path, first = claim(folder.path / "x.yaml")
    other, second = claim(folder.path / "x.yaml")
    assert (path.name, other.name) == ("x.yaml", "x-2.yaml")
    first.leave()
    second.leave()
    put(folder, name="x.yaml")
    third, lock = claim(folder.path / "x.yaml")
    assert third.name == "x-2.yaml"
    lock.leave()


def test_a_dossier_is_found_by_name_and_nothing_else_is(folder: Folder) -> None:
    path = put(folder)
    assert folder.find("a") == folder.find("a.yaml") == path
    archived = folder.archive(path)
    assert folder.find("a") == archived
    put(folder, name="../outside.yaml")
    for name in ("../outside", "../outside.yaml", str(path), "archive/a", "", ".", "..", "a\x00", "b"):
        assert folder.find(name) is None, name


# ---------------------------------------------------------------- copy, archive, delete


def test_a_copy_has_the_answers_and_nothing_of_whom_it_was_for(folder: Folder) -> None:
    path = put(folder)
    before = path.read_bytes()
    copy = restore(folder.duplicate(path, NOW, DAY))
    assert path.read_bytes() == before
    moment = "2026-11-22T14:30:05"
    assert copy == Consultation(
        "bicycle",
        DAY,
        shared={"purpose": Given("errand", at=moment)},
        advisor="mr. Noor",
        created=moment,
        variants=(Variant("Bellen", {"borrower": Given("intern", at=moment)}),),
        active=0,
    )
    assert restore(folder.duplicate(path, NOW)).on == date(2020, 1, 1)
    assert len(names(folder)) == 3


def test_a_dossier_that_is_open_elsewhere_can_be_copied(folder: Folder) -> None:
    path = put(folder)
    keeper = Keeper(folder)
    keeper.open(path)
    assert restore(folder.duplicate(path, NOW)).facts == FULL.facts
    keeper.close()


def test_archive_and_back(folder: Folder) -> None:
    path = put(folder)
    text = path.read_text()
    away = folder.archive(path)
    assert away == folder.path / "archive" / "a.yaml"
    assert (names(folder), names(folder, archived=True)) == ([], ["a.yaml"])
    assert folder.entry(away).archived
    put(folder)
    back = folder.archive(away)
    assert back.name == "a-2.yaml"
    assert back.read_text() == text
    assert sorted(names(folder)) == ["a-2.yaml", "a.yaml"]
    assert not [
        left for left in folder.path.rglob("*") if left.name.endswith(".lock") and left.name == ".a-2.yaml.lock"
    ]


def test_a_folder_that_happens_to_be_called_archive_is_no_archive(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "archive")
    away = folder.archive(put(folder))
    assert away == tmp_path / "archive" / "archive" / "a.yaml"
    assert not folder.entry(put(folder)).archived


def test_delete_removes_the_dossier_with_all_that_was_kept_of_it(folder: Folder) -> None:
    path, other = put(folder), put(folder, name="a-2.yaml")
    for one in (path, path, other):
        folder.keep_old(one)
    (folder.path / ".a.yaml.x1y2z3w4.half").write_text("half written")
    assert sorted(one.name for one in (folder.path / "old-formats").iterdir()) == ["a-2-2.yaml", "a-2.yaml", "a.yaml"]
    shutil.copy(other, folder.path / "old-formats" / "a-3.yaml")
    folder.delete(path)
    left = sorted(str(one.relative_to(folder.path)) for one in folder.path.rglob("*") if one.is_file())
    assert left == ["a-2.yaml", "old-formats/a-2-2.yaml", "old-formats/a-2.yaml"]


@pytest.mark.parametrize("act", ["archive", "delete"])
def test_what_is_open_in_another_window_stays_where_it_is(act: str, folder: Folder) -> None:
    path = put(folder)
    lock = Lock(path)
    assert lock.take()
    with pytest.raises(StoreError, match="open in another window"):
        getattr(folder, act)(path)
    assert names(folder) == ["a.yaml"]
    lock.leave()
    getattr(folder, act)(path)
    assert names(folder) == []


@pytest.mark.parametrize("act", ["archive", "delete"])
def test_a_link_is_not_moved_or_removed_in_the_place_of_what_it_leads_to(act: str, folder: Folder) -> None:
    real = put(folder).rename(folder.path.parent / "real.yaml")
    link = folder.path / "link.yaml"
    link.symlink_to("../real.yaml")
    with pytest.raises(StoreError, match="is a link; do this with the dossier itself") as caught:
        getattr(folder, act)(link)
    assert str(real) in caught.value.say("nl")
    assert link.resolve() == real
    assert names(folder) == ["link.yaml"]


def test_a_link_that_leads_nowhere_is_listed_with_what_is_wrong(folder: Folder) -> None:
    put(folder)
    (folder.path / "share.yaml").symlink_to(folder.path / "not connected.yaml")
    (folder.path / "loop.yaml").symlink_to("loop.yaml")
    said = {one.path.stem: one.trouble.cause.nl if one.trouble else "" for one in folder.entries()}
    assert said == {"a": "", "share": "dat is er niet meer", "loop": "de koppeling verwijst in een kring"}
    assert folder.find("share") == folder.path / "share.yaml"


@pytest.mark.parametrize("act", ["archive", "delete", "duplicate"])
def test_what_is_gone_is_said(act: str, folder: Folder) -> None:
    more = (NOW,) if act == "duplicate" else ()
    with pytest.raises(StoreError) as caught:
        getattr(folder, act)(folder.path / "gone.yaml", *more)
    assert "gone.yaml" in caught.value.say("nl")


@pytest.mark.parametrize(
    "where", ["outside.yaml", "dossiers/deep/x.yaml", "dossiers/notes.txt", "other/archive/x.yaml"]
)
@pytest.mark.parametrize("act", ["archive", "delete"])
def test_a_file_that_lies_elsewhere_is_never_moved_or_removed(act: str, where: str, folder: Folder) -> None:
    path = folder.path.parent / where
    write_text(path, dump(FULL, ""))
    around = sorted(folder.path.parent.rglob("*"))
    for given in (path, folder.path / ".." / where, folder.path / "archive" / ".." / ".." / where):
        with pytest.raises(StoreError):
            getattr(folder, act)(given)
    assert sorted(folder.path.parent.rglob("*")) == around


# ---------------------------------------------------------------- what earlier versions left


def test_single_files_of_earlier_versions_are_taken_in_once(tmp_path: Path) -> None:
    beside = tmp_path / "data" / "magdat"
    shutil.copytree(OLD, beside)
    (beside / "previous-9.yaml").write_text("{[")
    texts = {path.read_text() for path in OLD.iterdir()}
    folder = Folder(default_dossiers())
    taken = folder.adopt(beside)
    assert len(taken) == 3
    assert {path.read_text() for path in taken} == texts
    assert {restore(path).consult for path in taken} == {"bicycle", "planting"}
    assert sorted(path.name for path in beside.glob("*.yaml")) == ["previous-9.yaml"]
    assert folder.adopt(beside) == []
    assert sorted(names(folder)) == sorted(path.name for path in taken)


def test_taking_in_keeps_the_time_of_the_last_change(tmp_path: Path) -> None:
    beside = tmp_path / "data" / "magdat"
    beside.mkdir(parents=True)
    shutil.copy(OLD / "unfinished.yaml", beside)
    at = datetime(2024, 3, 5, 10, 11, 12)
    os.utime(beside / "unfinished.yaml", (at.timestamp(),) * 2)
    (path,) = Folder(default_dossiers()).adopt(beside)
    assert path.name == "2024-03-05-bicycle-101112.yaml"
    assert path.stat().st_mtime == at.timestamp()


def test_an_old_format_is_kept_as_it_was_when_it_is_written_anew(folder: Folder) -> None:
    folder.path.mkdir()
    path = folder.path / "old.yaml"
    shutil.copy(OLD / "previous.yaml", path)
    keeper = Keeper(folder)
    found = keeper.open(path)
    assert path.read_bytes() == (OLD / "previous.yaml").read_bytes()
    keeper.keep(found.answer("purpose", "commute", "2026-11-22T09:00:00"), "e" * 64, NOW)
    keeper.keep(found.answer("purpose", "trip", "2026-11-22T09:00:00"), "e" * 64, NOW)
    keeper.close()
    again, number = load_dossier(path)
    assert (number, again.facts["purpose"]) == (2, "trip")
    assert again.shared["keyholder"] == found.shared["keyholder"]
    kept = list((folder.path / "old-formats").iterdir())
    assert [one.read_bytes() for one in kept] == [(OLD / "previous.yaml").read_bytes()]
    assert kept[0].stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("edit", ["# Noor belt maandag\n", '"zomaar": "iets van mezelf"\n'])
def test_what_someone_wrote_into_the_file_is_kept_when_it_is_written_anew(edit: str, folder: Folder) -> None:
    keeper = Keeper(folder)
    said = Consultation("bicycle", date(2019, 1, 1)).answer("purpose", "errand")
    keeper.keep(said, "e" * 64, NOW)
    path = keeper.path
    assert path is not None
    keeper.close()
    for _ in range(2):  # ours: nothing to keep
        keeper.keep(keeper.open(path).answer("borrower", "intern"), "e" * 64, NOW)
        keeper.close()
    assert not (folder.path / "old-formats").exists()
    theirs = path.read_text() + edit
    path.write_text(theirs)
    keeper.keep(keeper.open(path).answer("borrower", "employee"), "e" * 64, NOW)
    keeper.keep(keeper.open(path).answer("borrower", "intern"), "e" * 64, NOW)
    keeper.close()
    assert [one.read_text() for one in (folder.path / "old-formats").iterdir()] == [theirs]
    assert load_dossier(path)[0].facts == {"purpose": "errand", "borrower": "intern"}
