"""Keys of one's own: what can be configured, what is refused, and that every screen shows the keys that work."""

import importlib
import pkgutil
from pathlib import Path

import pytest
from textual.binding import Binding

import wizard.app
from tests.app.driving import CONTENT, TODAY, bar, drive, press, question, seen, type_in
from wizard.app.key_names import SCREENS, tables
from wizard.app.keymap import Keymap, actions, canonical, faults, words
from wizard.app.page import Page
from wizard.dossier.session import Session
from wizard.settings.config import Chosen
from wizard.settings.settings import Settings


def settings(**keys) -> Settings:
    """Settings with other keys: `consult_note="f6"` for `consult.note`."""
    named = {name.replace("_", ".", 1).replace("_", "-"): keys_ for name, keys_ in keys.items()}
    listed = {name: tuple([said] if isinstance(said, str) else said) for name, said in named.items()}
    chosen = {name: Chosen(said, line) for line, (name, said) in enumerate(listed.items(), 1)}
    return Settings(Path("config.yaml"), keys=chosen)


def told(**keys) -> list[str]:
    return [fault.line("en") for fault in faults(settings(**keys))]


# ---------------------------------------------------------------- the tables


def pages() -> list[type[Page]]:
    """Every page of the app that is shown as it is."""
    for module in pkgutil.iter_modules(wizard.app.__path__):
        importlib.import_module(f"wizard.app.{module.name}")
    found, todo = [], [Page]
    while todo:
        page = todo.pop()
        todo += page.__subclasses__()
        found.append(page)
    return [page for page in found if not page.__subclasses__()]


def test_every_key_in_a_table_of_a_page_can_be_configured():
    known = actions()
    for page in pages():
        ids = {binding.action: binding.id for binding in page.BINDINGS if isinstance(binding, Binding)}
        for key in page.KEYS:
            if key.keys and key.action:
                assert ids.get(key.action) in known, (page, key)


def test_every_page_on_which_one_types_is_known_as_such():
    for page in pages():
        screens = {binding.id.split(".")[0] for binding in page.BINDINGS if isinstance(binding, Binding) and binding.id}
        assert not page.KEYS or all(SCREENS[screen] == page.TYPING for screen in screens & set(SCREENS)), page


def test_the_usual_keys_of_a_screen_do_not_clash():
    usual = {name: Chosen(tuple(key.keys.split(",")), 1) for name, key in actions().items()}
    assert faults(Settings(Path("config.yaml"), keys=usual)) == []


def test_every_fault_is_named_whatever_other_keys_have_faults():
    found = told(consult_undo="?", consult_nt="z", advice_save="5", consult_note=["enter", "g"])
    assert [line.partition(": ")[0] for line in found] == [f"config.yaml:{n}" for n in (1, 2, 3, 4, 4)]
    assert "`consult.explain` and `consult.undo` both have the key `?`" in found[0]
    assert "no action `consult.nt`" in found[1]
    assert "the key `5` is fixed" in found[2]
    assert "the key `enter` is fixed" in found[3] + found[4]
    assert "both have the key `g`" in found[3] + found[4], "the key that can be used clashes"
    assert told(consult_explain="5", consult_undo="?") == told(consult_explain="5"), "it will have another key"


def test_names_of_actions_are_such_as_one_can_type():
    for name in actions():
        screen, _, action = name.partition(".")
        assert screen in tables()
        assert action.replace("-", "").isalpha(), name


# ---------------------------------------------------------------- names of keys


@pytest.mark.parametrize(
    ("written", "key", "shown"),
    [
        ("?", "question_mark", "?"),
        ("question_mark", "question_mark", "?"),
        (",", "comma", ","),
        ("+", "plus", "+"),
        ("[", "left_square_bracket", "["),
        ("é", "é", "é"),
        ("Esc", "escape", "Esc"),
        ("F2", "f2", "F2"),
        ("Ctrl+S", "ctrl+s", "ctrl+s"),
        ("shift+n", "N", "N"),
        ("N", "N", "N"),
        ("pgdn", "pagedown", "PageDown"),
        ("shift + tab", "shift+tab", "Shift+Tab"),
        ("alt+x", "alt+x", "alt+x"),
        ("left", "left", "←"),
    ],
)
def test_a_key_is_written_in_several_ways(written, key, shown):
    assert canonical(written) == key
    assert words(key) == shown


NO_KEYS = ["foo", "", " ", "ctrl+m", "ctrl+i", "ctrl+", "super+x", "f99", "ab", "\x01", "left square"]


@pytest.mark.parametrize("written", NO_KEYS)
def test_what_is_no_key_is_none(written):
    assert canonical(written) is None


# ---------------------------------------------------------------- what is refused


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"consult_noot": "f6"}, "1: there is no action `consult.noot`; did you mean `consult.note`?"),
        ({"x": "f6"}, "1: there is no action `x`; `magdat config --keys` lists them"),
        (
            {"consult_note": "foo"},
            "1: `consult.note`: `foo` is not a key; write a character, f2, ctrl+s, esc, pagedown …",
        ),
        (
            {"consult_note": "1"},
            "1: `consult.note`: the key `1` is fixed, for answers and for moving about; take another key",
        ),
        (
            {"dossiers_about": "x"},
            "1: `dossiers.about`: on this screen `x` is typed to search; take an F key, or a key with ctrl",
        ),
        (
            {"consult_note": "a"},
            "1: `consult.answers` and `consult.note` both have the key `a`; give one of the two another key",
        ),
        (
            {"consult_note": "f6", "consult_explain": ["?", "f6"]},
            "1: `consult.explain` and `consult.note` both have the key `F6`; give one of the two another key",
        ),
        (
            {"everywhere_date": "m"},
            "1: `advice.complete` and `everywhere.date` both have the key `m`; give one of the two another key",
        ),
    ],
    ids=str,
)
def test_one_clear_line_for_each_fault(keys, said):
    assert told(**keys) == [f"config.yaml:{said}"]


def test_two_keys_may_change_places():
    assert told(consult_note="a", consult_answers="n") == []


def test_several_faults_are_all_told():
    assert len(told(consult_noot="f6", consult_note="foo", advice_save="1")) == 3


def test_a_key_that_is_typed_on_one_screen_may_be_everywhere_else():
    assert told(everywhere_date="z") == []


# ---------------------------------------------------------------- in the app


def test_a_key_of_ones_own_works_and_the_usual_one_no_longer_does():
    async def steps(app, pilot):
        await press(pilot, "1", "b")
        assert question(app) == "borrower"
        await press(pilot, "f9")
        assert question(app) == "purpose"

    drive(steps, settings=settings(consult_back="f9"))


def test_swapped_keys_are_swapped():
    async def steps(app, pilot):
        await press(pilot, "a")
        assert "Notitie bij" in seen(app) or "wie zoekt het uit" in seen(app)
        await press(pilot, "escape", "n")
        assert "Uw antwoorden" in seen(app)

    drive(steps, settings=settings(consult_note="a", consult_answers="n"))


def test_bar_help_and_palette_show_the_keys_that_work():
    async def steps(app, pilot):
        assert "F9 terug" in bar(app)
        await press(pilot, "f1")
        lines = [line for line in seen(app).splitlines() if "een vraag terug" in line]
        assert len(lines) == 1
        assert "F9  K" in lines[0]
        await press(pilot, "escape", "ctrl+p", *"een vraag terug".replace(" ", "")[:9])
        await pilot.pause(0.3)
        assert "(F9  K)" in seen(app)

    drive(steps, settings=settings(consult_back=["f9", "K"]), size=(100, 50))


def test_texts_that_mention_a_key_mention_the_one_that_works():
    async def steps(app, pilot):
        await press(pilot, "2", "1", "1")
        await type_in(pilot, "2026-06-01")
        await press(pilot, "down", "r")
        assert "(toets F9)" in seen(app)
        assert "(toets b)" not in seen(app)

    drive(steps, settings=settings(advice_back="f9"))


def test_every_text_that_mentions_a_key_names_an_action_there_is():
    session = Session(CONTENT, "nl", TODAY)
    mentions = Keymap({}).mentions()
    session.keys = mentions
    found = 0
    for module in pkgutil.iter_modules(wizard.app.__path__):
        source = Path(wizard.app.__path__[0], f"{module.name}.py").read_text("utf-8")
        for part in source.split("{keys[")[1:]:
            name = part.partition("]}")[0]
            assert mentions[name] != name, name
            found += 1
    assert found > 10


def test_no_text_mentions_a_key_outright():
    import re

    for module in pkgutil.iter_modules(wizard.app.__path__):
        source = Path(wizard.app.__path__[0], f"{module.name}.py").read_text("utf-8")
        assert not re.findall(r"\b(?:[Tt]oets|[Kk]ey|Druk op|Press|Met|With) [a-zA-Z]\b(?<! a)", source), module.name


def test_everywhere_keys_of_ones_own_work_while_one_types():
    async def steps(app, pilot):
        await press(pilot, "slash")
        assert "Zoeken" in seen(app)
        await press(pilot, "f9")
        assert "English" in seen(app) or "Search" in seen(app)
        assert app.session.language == "en"

    drive(steps, settings=settings(everywhere_language="f9"), consult=None)
