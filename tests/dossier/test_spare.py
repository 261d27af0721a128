"""The copy in another place, for as long as the disk takes nothing where the dossier belongs."""

import tempfile
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.dossiers import restore
from wizard.dossier import spare
from wizard.dossier.consultation import Consultation
from wizard.dossier.spare import Spare

SAID = Consultation("bicycle", date(2026, 11, 22)).answer("purpose", "errand")
MORE = SAID.answer("borrower", "employee")
NOW = datetime(2026, 11, 22, 14, 30)


def keep(copy: Spare, said: Consultation) -> Path | None:
    copy.keep(said, "0" * 64, "name.yaml", NOW)
    return copy.path


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Path]:
    """The four places, each a file in the way of a folder."""
    found = {name: tmp_path / name for name in ("dossiers", "home", "temporary", "runtime")}
    for path in found.values():
        path.write_text("in the way")
    monkeypatch.setattr(spare, "default_dossiers", lambda: found["dossiers"])
    monkeypatch.setattr(Path, "home", lambda: found["home"])
    monkeypatch.setattr(tempfile, "tempdir", str(found["temporary"]))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(found["runtime"]))
    return found


@pytest.mark.parametrize("place", ["dossiers", "home", "temporary", "runtime"])
def test_the_first_place_that_takes_it_has_it(place: str, places: dict[str, Path]) -> None:
    free = list(places)[list(places).index(place) :]
    for name in free:
        places[name].unlink()
        places[name].mkdir()
    copy = Spare()
    path = keep(copy, SAID)
    assert path is not None
    assert places[place] in path.parents
    assert path.name == "name.yaml"
    assert restore(path).facts == SAID.facts
    assert keep(copy, MORE) == path
    assert restore(path).facts == MORE.facts
    copy.drop()
    assert copy.path is None
    assert not [one for name in free for one in places[name].iterdir()], "no copy, no lock, no folder made for it"


def test_where_none_takes_it_there_is_none(places: dict[str, Path]) -> None:
    copy = Spare()
    assert keep(copy, SAID) is None
    assert copy.take_over() is None
    assert all(path.read_text() == "in the way" for path in places.values())


def test_where_there_is_room_later_it_goes_there_then(places: dict[str, Path]) -> None:
    copy = Spare()
    assert keep(copy, SAID) is None
    places["home"].unlink()
    places["home"].mkdir()
    path = keep(copy, SAID)  # tried again, with nothing changed
    assert path == places["home"] / "name.yaml"
    path.unlink()  # someone tidied up
    assert keep(copy, SAID) == path
    assert restore(path).facts == SAID.facts


def test_a_runtime_folder_that_is_no_place_is_not_used(
    places: dict[str, Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    for said in ("", ".", "here"):
        monkeypatch.setenv("XDG_RUNTIME_DIR", said)
        assert keep(Spare(), SAID) is None
    assert not list(tmp_path.glob("*.yaml"))


def test_a_dossier_that_grew_too_large_for_its_place_has_one_copy(places: dict[str, Path]) -> None:
    places["home"].unlink()
    places["home"].mkdir()
    copy = Spare()
    huge = SAID.note("purpose", "x" * 2_100_000)
    path = keep(copy, huge)
    assert path is not None
    assert keep(copy, huge.answer("borrower", "employee")) == path
    assert [one.name for one in places["home"].glob("*.yaml")] == [path.name]


def test_when_its_place_fails_too_it_goes_to_the_next(places: dict[str, Path]) -> None:
    for name in ("home", "runtime"):
        places[name].unlink()
        places[name].mkdir()
    copy = Spare()
    first = keep(copy, SAID)
    assert first == places["home"] / "name.yaml"
    places["home"].rename(places["home"].with_name("gone"))
    places["home"].write_text("in the way")
    second = keep(copy, MORE)
    assert second == places["runtime"] / "name.yaml"
    assert restore(second).facts == MORE.facts


def test_a_copy_that_does_not_have_everything_is_not_called_one(places: dict[str, Path]) -> None:
    places["home"].unlink()
    places["home"].mkdir()
    copy = Spare()
    path = keep(copy, SAID)
    places["home"].rename(places["home"].with_name("gone"))
    places["home"].write_text("in the way")
    assert keep(copy, MORE) is None
    assert copy.older == path
    assert copy.take_over() is None
    assert path is not None
    assert restore(places["home"].with_name("gone") / path.name).facts == SAID.facts, (
        "what there was is not thrown away"
    )


def test_what_someone_wrote_in_the_copy_is_not_thrown_away(places: dict[str, Path]) -> None:
    places["home"].unlink()
    places["home"].mkdir()
    copy = Spare()
    path = keep(copy, SAID)
    assert path is not None
    path.write_text("edited by hand")
    again = keep(copy, MORE)
    assert again is not None
    assert again != path
    assert restore(again).facts == MORE.facts
    again.write_text("edited too")
    copy.drop()
    assert (path.read_text(), again.read_text()) == ("edited by hand", "edited too")


def test_no_other_window_has_the_copy_until_it_is_let_go(places: dict[str, Path]) -> None:
    places["home"].unlink()
    places["home"].mkdir()
    copy, other = Spare(), spare.Keeper(spare.Folder(places["home"]))
    path = keep(copy, SAID)
    assert path is not None
    with pytest.raises(spare.SaidError, match="another window"):
        other.open(path)
    copy.let_go()
    assert other.open(path).facts == SAID.facts
    other.close()
    assert copy.path is None
