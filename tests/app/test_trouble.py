"""A folder that cannot be read or written: what the app says, and that it tries again by itself."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.app.driving import TODAY, drive, press, question, seen, settle
from tests.dossiers import newest, put, restore
from wizard.app.dossiers import DossiersPage
from wizard.app.ending import LOOK_EVERY
from wizard.dossier.consultation import Consultation
from wizard.dossier.folder import Folder, default_dossiers

ANSWERED = Consultation("bicycle", TODAY).answer("purpose", "commute")
SIZES = pytest.mark.parametrize("size", [(60, 20), (80, 24), (140, 40)])


def text(app) -> str:
    """What is on screen, on one line."""
    return " ".join(seen(app).split())


async def again(pilot) -> None:
    """Until the app tried once more by itself."""
    await pilot.pause(LOOK_EVERY + 0.1)
    await settle(pilot)


# ---------------------------------------------------------------- a folder that cannot be read


@SIZES
def test_the_list_says_why_a_folder_cannot_be_read(size, tmp_path: Path):
    folder = default_dossiers()
    folder.parent.mkdir()
    folder.symlink_to(folder)

    async def steps(app, pilot):
        assert "Dossiers" in seen(app)
        assert "Ga verder" not in seen(app)
        await press(pilot, "o")
        assert isinstance(app.screen, DossiersPage)
        shown = text(app).replace(" ", "")
        assert f"{folder}:dezemapkannietwordengelezen:dekoppelingverwijstineenkring" in shown
        assert "Hier liggen geen dossiers" not in seen(app)
        await press(pilot, "f6", "escape")

    drive(steps, size=size, consult=None)


def test_home_says_so_too(tmp_path: Path):
    folder = default_dossiers()
    folder.parent.mkdir()
    folder.symlink_to(folder)

    async def steps(app, pilot):
        await press(pilot, "home")
        assert "deze map kan niet worden gelezen" in text(app)

    drive(steps, consult=None)


def test_a_folder_that_is_not_there_yet_is_named_unless_it_is_the_usual_one(tmp_path: Path):
    mine = tmp_path / "mine"

    def elsewhere(session):
        session.folder = session.keeper.folder = Folder(mine)

    async def named(app, pilot):
        await press(pilot, "o")
        assert f"De map {mine} is er nog niet." in text(app).replace("- ", "-")
        await press(pilot, "escape", "1", "2")
        assert len(Folder(mine).paths()) == 1

    async def usual(app, pilot):
        await press(pilot, "o")
        assert "Hier liggen geen dossiers." in text(app)

    drive(named, size=(140, 40), consult=None, prepare=elsewhere)
    drive(usual, consult=None)


# ---------------------------------------------------------------- a disk that takes nothing for a while


@SIZES
def test_the_place_is_named_and_it_is_tried_again_without_another_change(size, tmp_path: Path):
    block = tmp_path / "data" / "magdat"
    block.write_text("a file where a folder should be")

    async def steps(app, pilot):
        await press(pilot, "2")
        assert "⚠ Let op: bewaren lukt niet. Zolang staat alles in ~/" in text(app)
        assert "Waar een map hoort, staat een bestand" in text(app)
        assert app.session.trouble.endswith(f"({default_dossiers()})")
        await again(pilot)
        assert "bewaren lukt niet" in text(app)
        block.unlink()
        await again(pilot)
        assert "bewaren lukt niet" not in text(app)
        assert question(app) == "borrower"
        assert restore(newest()).facts == {"purpose": "errand"}

    drive(steps, size=size)


def test_it_is_tried_again_below_a_window_too(tmp_path: Path):
    block = tmp_path / "data" / "magdat"
    block.write_text("a file where a folder should be")

    async def steps(app, pilot):
        await press(pilot, "2", "q")
        assert "Uw dossier staat niet op zijn plaats" in text(app)
        block.unlink()
        await again(pilot)
        assert restore(newest()).facts == {"purpose": "errand"}
        await press(pilot, "escape")
        assert "bewaren lukt niet" not in text(app)

    drive(steps)


def test_an_app_that_breaks_off_leaves_a_copy_elsewhere(tmp_path: Path):
    (tmp_path / "data" / "magdat").write_text("a file where a folder should be")

    async def steps(app, pilot):
        await press(pilot, "2")
        app.exit(2)  # not by the user

    app = drive(steps)
    (path,) = (tmp_path / "home").glob("*.yaml")
    assert restore(path).facts == {"purpose": "errand"}
    assert path.stat().st_mode & 0o777 == 0o600
    assert app.ending.last_words.endswith(f"het dossier staat nu in {path}")


@SIZES
def test_what_is_said_meanwhile_is_said_with_it_and_where_the_copy_is(size, tmp_path: Path):
    (tmp_path / "data" / "magdat").write_text("a file where a folder should be")

    async def steps(app, pilot):
        await press(pilot, "2", "b", "b")
        (copy,) = (tmp_path / "home").glob("*.yaml")
        shown = " ".join(text(app).split())
        assert "Met Escape gaat u naar het begin. Let op: bewaren lukt niet." in shown
        assert f"~/{copy.name}." in shown
        await press(pilot, "ctrl+c")
        shown = " ".join(text(app).split())
        assert "Nogmaals ctrl+c sluit af. Let op: bewaren lukt niet." in shown
        assert "Uw antwoorden zijn bewaard" not in shown

    drive(steps, size=size)


def test_looking_at_a_dossier_that_was_sealed_makes_no_other(tmp_path: Path):
    path = put(ANSWERED)
    path.chmod(0o400)
    whole = path.read_bytes()

    async def steps(app, pilot):
        app.open_dossier(path)
        await press(pilot)
        app.open_advice()
        await press(pilot)
        assert [one.name for one in Folder(path.parent).paths()] == [path.name]
        app.screen.action_about()
        await press(pilot, *"Jan", "enter")
        assert "is alleen-lezen en blijft zoals het is" in text(app)
        assert len(Folder(path.parent).paths()) == 2

    drive(steps, consult=None, size=(200, 40))
    assert path.read_bytes() == whole


def test_who_it_is_for_goes_into_another_dossier_when_this_one_was_sealed(tmp_path: Path):
    path = put(ANSWERED)
    path.chmod(0o400)

    async def steps(app, pilot):
        await press(pilot, "o", "f2", *"Jan", "enter")
        assert "is alleen-lezen en blijft zoals het is; uw dossier staat nu in" in text(app)
        assert app.screen.at_hand.named == "Jan"
        await press(pilot, "enter")
        assert app.session.consultation.client == "Jan"

    drive(steps, consult=None, size=(200, 40))
    assert restore(path).client == ""
    assert len(Folder(path.parent).paths()) == 2


def test_who_quits_as_it_is_hears_where_the_copy_stands(tmp_path: Path):
    (tmp_path / "data" / "magdat").write_text("a file where a folder should be")

    async def steps(app, pilot):
        await press(pilot, "2", "ctrl+c", "ctrl+c")

    app = drive(steps)
    (path,) = (tmp_path / "home").glob("*.yaml")
    assert app.ending.last_words.endswith(f"het dossier staat nu in {path}")
    assert restore(path).facts == {"purpose": "errand"}


def test_where_there_is_no_copy_either_that_is_what_the_user_chose(tmp_path: Path, monkeypatch):
    (tmp_path / "data" / "magdat").write_text("a file where a folder should be")
    monkeypatch.setattr("wizard.dossier.spare._elsewhere", lambda: iter(()))

    async def steps(app, pilot):
        await press(pilot, "2", "ctrl+c", "ctrl+c")

    app = drive(steps)
    assert app.ending.last_words == ""
    assert not (tmp_path / "home").exists()


def test_the_copy_follows_every_change_and_goes_when_there_is_room_again(tmp_path: Path):
    block = tmp_path / "data" / "magdat"
    block.write_text("a file where a folder should be")

    async def steps(app, pilot):
        await press(pilot, "2")
        (copy,) = (tmp_path / "home").glob("*.yaml")
        assert f"Zolang staat alles in ~/{copy.name}." in text(app)
        assert copy.stat().st_mode & 0o777 == 0o600
        await press(pilot, "1")
        assert restore(copy).facts == {"purpose": "errand", "borrower": "employee"}
        await press(pilot, "u")
        assert restore(copy).facts == {"purpose": "errand"}
        block.unlink()
        await again(pilot)
        assert "Zolang" not in text(app)
        assert restore(newest()).facts == {"purpose": "errand"}
        assert not list((tmp_path / "home").iterdir())

    drive(steps, size=(200, 40))


@pytest.mark.parametrize(("typed", "name"), [("elders", "elders.yaml"), ("a.yml", "a.yml.yaml"), ("b.yaml", "b.yaml")])
def test_where_a_dossier_is_kept_instead_it_gets_the_ending_of_one(typed: str, name: str, tmp_path: Path):
    (tmp_path / "data" / "magdat").write_text("a file where a folder should be")

    async def steps(app, pilot):
        await press(pilot, "2", "escape", "ctrl+a", "ctrl+k")
        app.screen.query_one("#dialog-input").value = str(tmp_path / "work" / typed)
        await press(pilot, "enter")

    drive(steps)
    assert [one.name for one in Folder(tmp_path / "work").paths()] == [name]


def test_a_new_folder_may_be_typed_with_a_stroke_behind_it(tmp_path: Path):
    (tmp_path / "data" / "magdat").write_text("a file where a folder should be")

    async def steps(app, pilot):
        await press(pilot, "2", "escape", "ctrl+a", "ctrl+k")
        app.screen.query_one("#dialog-input").value = f"{tmp_path / 'work' / 'new'}/"
        await press(pilot, "enter")

    drive(steps)
    (path,) = Folder(tmp_path / "work" / "new").paths()
    assert restore(path).created.replace(":", "").endswith(path.stem.rsplit("-", 1)[1])


# ---------------------------------------------------------------- searching


def test_the_list_finds_words_and_days_however_they_are_typed():
    found = Consultation("bicycle", date(2026, 6, 30)).answer("purpose", "errand")
    put(replace(found, client="’t Hoekje van Öztürk"), "a.yaml")
    put(replace(found.at(TODAY), client="Café De Brug"), "b.yaml")

    async def steps(app, pilot):
        await press(pilot, "o")
        for typed, there, not_there in (
            ("'t hoekje", "Öztürk", "Café"),
            ("ozturk", "Öztürk", "Café"),
            ("cafe", "Café", "Öztürk"),
            ("30 juni 2026", "Öztürk", "Café"),
            ("juni", "Öztürk", "Café"),
        ):
            await press(pilot, "ctrl+a", "ctrl+k", *("space" if c == " " else c for c in typed))
            assert there in seen(app), typed
            assert not_there not in seen(app), typed

    drive(steps, consult=None)
