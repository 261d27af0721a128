"""Hostile text on every screen of the app: shown as it is, nothing in it works, and no screen is slow or breaks."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from textual.events import Paste

from tests.app.driving import GOOD, drive, press, seen, settle
from tests.dossiers import restore
from tests.hostile import HOSTILE, LONG, harmful
from wizard.app.advice import AdvicePage
from wizard.app.main import MagDat
from wizard.content.fault import printable
from wizard.content.load import load
from wizard.content.model import Content
from wizard.content.reader import Scalar, Sequence, Yaml, read
from wizard.dossier.consultation import Changed, Given
from wizard.dossier.form import dump
from wizard.dossier.session import Session
from wizard.dossier.variants import tidy_name

BROKEN = {
    "purpose": "errand",
    "borrower": "employee",
    "keyholder": "yes",
    "last_check": "2026-06-01",
    "bought": "2020-01-01",
    "brakes_work": "no",
    "lights_work": "yes",
    "tyres_hard": "yes",
}
LARGE = (200, 130)


def missing(app: MagDat, text: str) -> list[str]:
    """The words of ``text`` that the screen does not show; of a word that may be broken off, how it begins."""
    shown = seen(app)
    return [word for word in printable(text).split() if word[: 12 if len(word) > 24 else None] not in shown]


def has(app: MagDat, text: str) -> bool:
    """Whether the screen shows every word of ``text``."""
    return not missing(app, text)


def hold(session: Session, text: str) -> None:
    """A dossier with ``text`` wherever a user can put it, also what no field of ours would let through."""
    session.answer(BROKEN)
    session.vary("v", {"keyholder": "no"})
    said = session.consultation
    variant = replace(said.variants[0], name=text)
    shared = {fact: Given(given.answer, text, given.at) for fact, given in said.shared.items()}
    changed = Changed("2026-11-22T10:00:00", "keyholder", "yes", "no", text, text)
    session.current = replace(
        said,
        shared=shared,
        variants=(variant,),
        active=None,
        client=text,
        matter=text,
        advisor=text,
        remarks={"verdict": text},
        history=(changed,),
    )
    session._forget()


SCREENS = {
    "answers": ("a",),
    "question": ("a", "enter"),
    "note": ("a", "enter", "n"),
    "explain": ("a", "enter", "f2"),
    "checklist": ("a", "end", "enter"),
    "client": ("g",),
    "history": ("h",),
    "advice": (),
    "timeline": ("c",),
    "timeline before": ("c", "left"),
    "variants": ("x",),
    "rename": ("x", "1", "x", "r"),
    "variant in hand": ("x", "1"),
    "compare": ("x", "c"),
    "instead": ("i",),
    "deciding": ("w",),
    "jump": ("f",),
    "search": ("slash",),
    "sources": ("slash", "tab"),
    "found": ("slash", "enter"),
    "saving": ("S",),
    "save": ("s",),
    "remark": ("n",),
    "remarks": ("N",),
    "palette": ("ctrl+p",),
    "help": ("f1",),
    "follow": ("v",),
    "presentation": ("p",),
    "home": ("escape",),
    "dossiers": ("escape", "o"),
}
"""How to get to each screen from the advice."""
SHOWS = ("answers", "advice", "history", "variants", "compare")
"""Those that show the whole of what the user wrote, however long it is."""


@pytest.mark.parametrize("screen", SCREENS)
def test_text_of_the_user_is_shown_as_it_is_on_every_screen(screen: str) -> None:
    text = " ¶ ".join(HOSTILE.values())

    async def steps(app, pilot):
        assert isinstance(app.screen, AdvicePage)
        await press(pilot, *SCREENS[screen])
        shown = seen(app)
        assert not harmful(shown), (screen, harmful(shown))
        assert screen not in SHOWS or has(app, text), (screen, missing(app, text))
        assert app.is_running

    drive(steps, size=LARGE, prepare=lambda session: hold(session, text))


@pytest.mark.parametrize("name", list(HOSTILE)[::3])
def test_what_is_typed_is_kept_as_it_is(name: str) -> None:
    text = HOSTILE[name]

    async def steps(app, pilot):
        clean = " ".join(printable(text).split())
        app.session.start("bicycle")
        app.open_questions()
        await press(pilot, "n")
        app.screen.query_one("#dialog-input").value = text
        await press(pilot, "enter", "g")
        for n in range(3):
            app.screen.query_one(f"#about-{n}").value = text
        await press(pilot, "enter")
        said = app.session.consultation
        assert " ".join(said.answers["purpose"].note.split()) == clean
        assert (said.client, said.matter, said.advisor) == (clean,) * 3
        assert not harmful(seen(app))
        app.open_advice()
        await press(pilot, "n")
        app.post_message(Paste(text))
        await settle(pilot)
        assert not harmful(seen(app))
        await press(pilot, "ctrl+s")
        assert " ".join(app.session.consultation.remarks.get("verdict", "").split()) == clean
        assert not harmful(seen(app))
        await press(pilot, "x", "n")
        app.screen.query_one("#dialog-input").value = text[:40]
        await press(pilot, "enter")
        assert app.session.consultation.variants[-1].name == tidy_name(text[:40])
        assert not harmful(seen(app))
        await press(pilot, "slash")
        app.screen.query_one("#find").value = text
        await press(pilot)
        assert not harmful(seen(app))
        await press(pilot, "escape", "escape")
        assert restore(app.session.keeper.path) == app.session.consultation
        app.open_home()
        await settle(pilot)
        assert not harmful(seen(app))
        assert has(app, clean[:40].rpartition(" ")[0]), missing(app, clean[:40])

    drive(steps)


@pytest.mark.parametrize("name", ["word", "turned"])
def test_a_megabyte_on_one_line_is_no_burden(name: str) -> None:
    text = LONG[name]

    async def steps(app, pilot):
        for screen in ("answers", "advice", "remark", "remarks", "note", "client", "compare", "dossiers"):
            app.session.start("bicycle")
            hold(app.session, text)
            app.open_advice()
            await press(pilot, *SCREENS[screen])
            assert not harmful(seen(app))
            while len(app.screen_stack) > 2:
                app.pop_screen()
            app.presenting = False

    drive(steps, size=(80, 24))


# ---------------------------------------------------------------- a dossier that someone else sent


@pytest.mark.parametrize("size", [(60, 20)])
def test_a_folder_of_hostile_dossiers_is_listed_searched_opened_and_deleted(size: tuple[int, int]) -> None:
    async def steps(app, pilot):
        folder = app.session.folder.path
        folder.mkdir(parents=True, exist_ok=True)
        start = app.session.consultation
        for n, text in enumerate(HOSTILE.values()):
            said = replace(start, shared={"purpose": Given("errand", text)}, client=text, matter=text, advisor=text)
            (folder / f"{n}.yaml").write_text(dump(said, "0"), "utf-8")
        (folder / "[b]vet[i]{n}.yaml").write_text(dump(replace(start, client="naam"), "0"), "utf-8")
        (folder / "a\x1b[2J\u202eb.yaml").write_text("geen dossier", "utf-8")
        (folder / "raw.yaml").write_text('{"format": "2", "client": "\\e[2J\\u202e", "answers": "x"}', "utf-8")
        elsewhere = folder.parent / "elsewhere.txt"  # a file of somebody else, to which a link points
        elsewhere.write_text("geen dossier", "utf-8")
        (folder / "verwezen.yaml").symlink_to(elsewhere)
        await press(pilot, "escape", "o")
        await settle(pilot)
        for _ in range(len(HOSTILE) + 4):
            assert not harmful(seen(app))
            await press(pilot, "down")
        app.screen.query_one("#search").value = "kwaad.example"
        await press(pilot)
        assert len(app.screen.matching) == sum("kwaad.example" in text for text in HOSTILE.values())
        for one in ("[b]vet[i]{n}", "2jb"):
            app.screen.query_one("#search").value = one
            await press(pilot, "f8")
            assert not harmful(seen(app))
            await press(pilot, "escape", "enter")
            assert not harmful(seen(app))
            if not app.screen.query("#search"):
                await press(pilot, "escape", "o")
        assert elsewhere.is_file()

    drive(steps, size=size)


# ---------------------------------------------------------------- trees that someone else wrote


@pytest.fixture(scope="module")
def spoilt_trees(tmp_path_factory: pytest.TempPathFactory) -> Content:
    """The test content with all that may stand in a file of trees behind everything that it says."""
    return spoilt(tmp_path_factory.mktemp("trees"), " ¶ ".join(VISIBLE))


def spoilt(folder: Path, text: str) -> Content:
    """The test content with ``text`` behind everything that it says."""

    def spoil(node: Yaml) -> object:
        if isinstance(node, Scalar):
            return node.text
        if isinstance(node, Sequence):
            return [spoil(item) for item in node.items]
        pairs = {key.text: spoil(value) for key, value in node.items}
        return {key: f"{said} {text}" for key, said in pairs.items()} if set(pairs) == {"nl", "en"} else pairs

    for path in GOOD.rglob("*.yaml"):
        if path.parent.name != "cases":
            target = folder / path.relative_to(GOOD)
            target.parent.mkdir(parents=True, exist_ok=True)
            root, faults = read(path.read_bytes(), path.name)
            assert root is not None
            assert not faults
            written = yaml.dump(spoil(root), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=10**9)
            target.write_text(written, "utf-8")
    return load(folder)


VISIBLE = [text for text in HOSTILE.values() if all(printable(sign) == sign for sign in text)]
"""Those without characters that the reader of trees refuses."""


@pytest.mark.parametrize("screen", [*SCREENS, "law watch"])
def test_text_of_the_trees_is_shown_as_it_is_on_every_screen(screen: str, spoilt_trees: Content) -> None:
    text = " ¶ ".join(VISIBLE)
    shown_on = ("question", "explain", "checklist", "answers", "advice", "timeline", "instead", "deciding", "found")

    async def steps(app, pilot):
        assert isinstance(app.screen, AdvicePage)
        await press(pilot, *SCREENS.get(screen, ()))
        shown = seen(app)
        assert not harmful(shown), (screen, harmful(shown))
        assert screen not in shown_on or has(app, text), (screen, missing(app, text))
        if screen == "law watch":
            app.action_watch()
            await settle(pilot)
            assert has(app, text), missing(app, text)
        assert app.is_running

    drive(steps, content=spoilt_trees, size=LARGE, prepare=lambda session: session.answer(BROKEN))
