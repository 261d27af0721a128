"""The list of dossiers, for whom and what they are, what comes out otherwise, and a disk that does not take answers."""

import os
import re
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from textual.widgets import OptionList

from tests.app.driving import CONTENT, TODAY, bar, drive, press, question, seen, settle, type_in
from tests.dossiers import newest, put, restore
from wizard.app import dossier_list, dossier_words, keys, words
from wizard.app.advice import AdvicePage
from wizard.app.card import Card
from wizard.app.dossiers import DossiersPage
from wizard.app.home import HomePage
from wizard.app.past import past
from wizard.app.rows import text_of
from wizard.content.model import Text
from wizard.dossier.consultation import Changed, Consultation, facts_print
from wizard.dossier.folder import Folder, default_dossiers
from wizard.dossier.holds import came_out
from wizard.dossier.lock import Lock

SAID = Consultation("bicycle", date(2019, 1, 1)).answer("purpose", "errand").answer("borrower", "employee")
JANSEN = replace(SAID, client="Bakkerij Jansen", matter="zomeractie", advisor="mr. Noor")
WIT = replace(SAID, consult="planting", shared={}, client="Notaris De Wit").answer("spot", "park").note("spot", "eik?")
SETTLED = SAID.answer("borrower", "visitor")
WAS = came_out(CONTENT, SETTLED.at(TODAY), SETTLED.at(TODAY).advice(CONTENT, explore=False), "")
AT_REST = replace(SETTLED.at(TODAY), came_out=(WAS,), client="Klaar BV")
OTHERWISE = replace(
    JANSEN, came_out=(replace(WAS, content="0" * 64, on=date(2019, 1, 1), facts=facts_print(SAID.facts)),)
)
NOON = datetime(2026, 11, 22, 12, 0)


def dated(path: Path, days: int) -> Path:
    """The same dossier, last changed so many days ago."""
    at = NOON.replace(tzinfo=UTC).timestamp() - 86400 * days  # 13:00 in the Netherlands
    os.utime(path, (at, at))
    return path


def three() -> None:
    """Three dossiers and a file that cannot be read."""
    dated(put(AT_REST, "klaar.yaml"), 0)
    dated(put(JANSEN, "jansen.yaml"), 1)
    dated(put(WIT, "wit.yaml"), 2)
    broken = put(SAID, "broken.yaml")
    broken.write_text("{[")
    dated(broken, 3)


def clock(app) -> None:
    app.session.now = lambda: NOON


def listed(app) -> list[str]:
    """The titles in the list."""
    return [str(option.prompt.title) for option in app.screen.query_one("#dossiers-list", OptionList).options]


async def to_list(app, pilot) -> None:
    clock(app)
    await press(pilot, "o")
    assert isinstance(app.screen, DossiersPage)


# ---------------------------------------------------------------- home


def test_home_has_the_latest_dossier_first_and_then_all_of_them():
    three()

    async def steps(app, pilot):
        shown = seen(app)
        assert re.search(r"g  Ga verder: De kantoorfiets lenen\s+o  Dossiers", shown)
        assert "Klaar BV. Afgerond: 2 antwoorden" in shown
        await press(pilot, "down")
        assert "4 dossiers: zoek" in seen(app)
        await press(pilot, "o")
        assert isinstance(app.screen, DossiersPage)
        await press(pilot, "escape")
        assert isinstance(app.screen, HomePage)

    drive(steps, consult=None)


def test_the_list_says_the_verdict_of_the_variant_in_hand_and_names_it():
    varied = AT_REST.vary("met sleutel", {"borrower": "intern"})
    saw = replace(WAS, verdicts=("conditional",), variant="met sleutel", facts=facts_print(varied.facts))
    put(replace(varied, came_out=(*varied.came_out, saw), client="Variant BV"), "variant.yaml")
    put(replace(varied.take(None), came_out=(*varied.came_out, saw), client="Plan BV"), "plan.yaml")
    put(replace(varied, client="Nieuw BV"), "nieuw.yaml")

    async def steps(app, pilot):
        await to_list(app, pilot)
        shown = seen(app)
        assert re.search(r"✓! Variant BV.*\n.*Ja, mits \(variant “met sleutel”\)", shown)
        assert re.search(r"✗  Plan BV.*\n.*Nee, dat mag niet ·", shown)
        assert re.search(r"·  Nieuw BV.*\n.*Nog geen advies gezien \(variant “met sleutel”\)", shown)

    drive(steps, consult=None)


def test_home_says_nothing_of_dossiers_when_there_are_none_and_so_when_all_are_archived():
    async def none(app, pilot):
        assert "Dossiers" not in seen(app)
        await press(pilot, "o")
        assert "Hier liggen geen dossiers." in seen(app)

    async def archived(app, pilot):
        assert "Alle dossiers liggen in het archief." in seen(app)
        assert "Ga verder" not in seen(app)

    drive(none, consult=None)
    Folder(default_dossiers()).archive(put(SAID))
    drive(archived, consult=None)


def test_home_reads_no_law_to_say_how_far_a_dossier_is(monkeypatch):
    put(AT_REST)
    needed = []
    monkeypatch.setattr("wizard.dossier.session.Session.need", lambda self, *names: needed.append(names))

    async def steps(app, pilot):
        assert "Afgerond" in seen(app)
        assert needed == []

    drive(steps, consult=None)


# ---------------------------------------------------------------- the list


def test_the_list_says_for_whom_about_what_what_came_out_and_when():
    three()

    async def steps(app, pilot):
        await to_list(app, pilot)
        shown = seen(app)
        assert listed(app) == [
            "Klaar BV",
            "Bakkerij Jansen · zomeractie",
            "Notaris De Wit",
            "broken.yaml kan niet worden gelezen",
        ]
        assert re.search(r"✗  Klaar BV +vandaag 13:00", shown)
        assert "Nee, dat mag niet · De kantoorfiets lenen · recht van 2026-11-22 · 2 antwoorden" in shown
        assert re.search(r"·  Bakkerij Jansen · zomeractie +2026-11-21", shown)
        assert "Nog geen advies gezien" in shown
        assert "adviseur: mr. Noor" in shown
        assert "regel 1: hier ontbreekt een waarde" in shown
        assert shown.count("broken.yaml") == 1
        assert "4 dossiers" in shown

    drive(steps, consult=None, size=(120, 40))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("jansen", ["Bakkerij Jansen · zomeractie"]),
        ("NOOR ZOMER", ["Bakkerij Jansen · zomeractie"]),
        ("eik?", ["Notaris De Wit"]),
        ("boom", ["Notaris De Wit"]),
        ("dat mag niet", ["Klaar BV"]),
        ("broken", ["broken.yaml kan niet worden gelezen"]),
        ("winter", []),
    ],
)
def test_typing_searches(typed, found):
    three()

    async def steps(app, pilot):
        await to_list(app, pilot)
        await press(pilot, *("space" if c == " " else c for c in typed))
        assert listed(app) == found
        shown = seen(app)
        assert (f"{len(found)} van 4" if found else f"Geen dossier gevonden met “{typed}”.") in shown
        await press(pilot, "escape")
        assert len(listed(app)) == 4
        await press(pilot, "escape")
        assert isinstance(app.screen, HomePage)

    drive(steps, consult=None)


def test_a_dossier_is_opened_with_enter_or_a_click():
    three()

    async def enter(app, pilot):
        await to_list(app, pilot)
        await press(pilot, "down", "enter", "1")  # as of its own day
        assert question(app) == "keyholder"
        assert app.session.consultation.client == "Bakkerij Jansen"
        await press(pilot, "1")
        assert restore(default_dossiers() / "jansen.yaml").facts["keyholder"] == "yes"
        dated(default_dossiers() / "jansen.yaml", 1)  # whatever the time is now

    async def click(app, pilot):
        await to_list(app, pilot)
        await pilot.click("#dossiers-list", offset=(8, 2))
        await settle(pilot)
        await press(pilot, "1")
        assert app.session.consultation.client == "Bakkerij Jansen"

    async def advice(app, pilot):
        await to_list(app, pilot)
        await press(pilot, *"klaar", "enter")
        assert isinstance(app.screen, AdvicePage)

    drive(enter, consult=None)
    drive(click, consult=None)
    drive(advice, consult=None)


def test_what_cannot_be_opened_says_why_and_leaves_the_list():
    three()
    lock = Lock(default_dossiers() / "jansen.yaml")
    assert lock.take()

    async def steps(app, pilot):
        await to_list(app, pilot)
        await press(pilot, "down", "enter", "1")
        assert "is open in een ander venster" in seen(app)
        await press(pilot, "down", "down", "enter")
        assert "broken.yaml:1" in seen(app)
        assert isinstance(app.screen, DossiersPage)

    drive(steps, consult=None)
    lock.leave()


def test_letters_search_and_are_no_commands_here():
    three()

    async def steps(app, pilot):
        await to_list(app, pilot)
        await press(pilot, *"dlqtbjk")
        assert app.screen.wanted == "dlqtbjk"
        assert app.session.language == "nl"
        keys = bar(app)
        assert "F1 hulp" in keys
        assert "d datum" not in keys
        await press(pilot, "f1")
        assert "F8" in seen(app)
        assert "ctrl+q" in seen(app)

    drive(steps, consult=None, size=(100, 40))


def test_a_copy_comes_first_without_whom_it_was_for():
    three()

    async def steps(app, pilot):
        await to_list(app, pilot)
        await press(pilot, "down", "f3")
        assert "Nieuw dossier met dezelfde antwoorden" in seen(app)
        assert listed(app)[0].startswith("Zonder naam")
        await press(pilot, "enter")
        said = app.session.consultation
        assert (said.facts, said.client, said.on) == (SAID.facts, "", TODAY)
        assert restore(default_dossiers() / "jansen.yaml") == JANSEN

    drive(steps, consult=None)


def test_a_copy_made_while_searching_is_at_hand_and_opens():
    three()

    async def steps(app, pilot):
        await to_list(app, pilot)
        await press(pilot, *"jansen")
        assert listed(app) == ["Bakkerij Jansen · zomeractie"]
        await press(pilot, "f3")
        assert "Nieuw dossier met dezelfde antwoorden" in seen(app)
        assert app.screen.wanted == ""
        assert len(listed(app)) == 5
        await press(pilot, "enter")
        assert (app.session.consultation.facts, app.session.consultation.client) == (SAID.facts, "")
        assert not app.session.has_in_hand(default_dossiers() / "jansen.yaml")

    drive(steps, consult=None)


def test_the_day_of_a_dossier_goes_with_it():
    put(SAID)  # of 1 January 2019

    async def steps(app, pilot):
        await press(pilot, "g", "1")
        assert app.session.on == date(2019, 1, 1)
        await press(pilot, "d", "ctrl+a", "ctrl+k", *"1-7-2019", "enter")
        assert app.session.consultation.on == date(2019, 7, 1)
        app.open_home()
        await settle(pilot)
        assert "recht van 22 november 2026" in seen(app).splitlines()[0]
        await press(pilot, "d", "ctrl+a", "ctrl+k", *"1-2-2020", "enter", "2")
        assert app.session.consultation.on == date(2020, 2, 1)  # as chosen on the first screen
        await press(pilot, "d", "ctrl+a", "ctrl+k", *"1-3-2021", "enter")
        app.open_home()
        await settle(pilot)
        assert "recht van 1 februari 2020" in seen(app).splitlines()[0]
        await press(pilot, "1")
        assert app.session.consultation.on == date(2020, 2, 1)

    drive(steps, consult=None)


def test_the_archive_and_back():
    three()

    async def steps(app, pilot):
        await to_list(app, pilot)
        await press(pilot, "down", "f4")
        assert "In het archief gelegd" in seen(app)
        assert len(listed(app)) == 3
        await press(pilot, "f5")
        assert listed(app) == ["Bakkerij Jansen · zomeractie"]
        assert "F4 terug" in seen(app)
        await press(pilot, "f4")
        assert "Uit het archief gehaald" in seen(app)
        assert "Hier liggen geen dossiers." in seen(app)
        await press(pilot, "escape")
        assert len(listed(app)) == 4

    drive(steps, consult=None)


def test_delete_asks_first_and_means_no_unless_told():
    three()

    async def steps(app, pilot):
        await to_list(app, pilot)
        await press(pilot, "down", "f8")
        assert "ongedaan worden gemaakt." in seen(app)
        assert "jansen.yaml" in seen(app)
        await press(pilot, "enter")
        assert (default_dossiers() / "jansen.yaml").exists()
        await press(pilot, "f8", "escape", "f8", "2")
        assert not (default_dossiers() / "jansen.yaml").exists()
        assert "Verwijderd." in seen(app)
        assert len(listed(app)) == 3

    drive(steps, consult=None)


def test_for_whom_it_is_can_be_said_from_the_list():
    three()

    async def steps(app, pilot):
        await to_list(app, pilot)
        await press(pilot, "down", "f2", "end", *" en", "tab", "end", *"s", "enter")
        assert listed(app)[1] == "Bakkerij Jansen en · zomeracties"
        found = restore(default_dossiers() / "jansen.yaml")
        assert (found.client, found.matter, found.facts) == ("Bakkerij Jansen en", "zomeracties", SAID.facts)
        await press(pilot, "f2", *"x", "escape")
        assert restore(default_dossiers() / "jansen.yaml") == found
        await press(pilot, "down", "down", "f2")
        assert isinstance(app.screen, DossiersPage)  # there is nothing to fill in for what cannot be read

    drive(steps, consult=None)


def test_the_page_is_painted_before_anything_is_read(monkeypatch):
    three()
    monkeypatch.setattr(DossiersPage, "read_some", lambda self: None)

    async def steps(app, pilot):
        await to_list(app, pilot)
        assert "0 van 4 gelezen" in seen(app)
        assert listed(app) == []

    drive(steps, consult=None)


def many(count: int) -> None:
    """That many dossiers, the first the latest."""
    text = put(replace(SAID, client="cliënt 000"), "000.yaml").read_text("utf-8")
    for number in range(count):
        path = default_dossiers() / f"{number:03}.yaml"
        path.write_text(text.replace("cliënt 000", f"cliënt {number:03}"), "utf-8")
        dated(path, number)


async def all_read(app, pilot, count):
    """Wait until so many are listed."""
    for _ in range(3000):
        if len(listed(app)) == count:
            return
        await pilot.pause(0.02)
    raise AssertionError(len(listed(app)))


def test_no_line_is_cut_when_more_come_than_fit(monkeypatch):
    """A few are painted before there are so many that a bar to scroll with comes."""
    monkeypatch.setattr(dossier_list, "PORTION", 0.0005)
    monkeypatch.setattr(DossiersPage, "read_later", lambda page: page.set_timer(0.03, page.read_some))
    many(16)

    async def steps(app, pilot):
        await press(pilot, "o")
        await all_read(app, pilot, 16)
        await settle(pilot)
        lines = [line.rstrip() for line in seen(app).splitlines() if "cliënt 0" in line]
        assert len(lines) > 3
        for line in lines:
            assert re.search(r" (\d{4}-\d\d-\d\d|\d\d:\d\d)( *[^\s\d])?$", line), line

    drive(steps, consult=None)


def test_five_hundred_dossiers_are_read_in_portions_and_keys_work_meanwhile(monkeypatch):
    many(500)
    portions = []
    read_some = DossiersPage.read_some

    def counted(page):
        read_some(page)
        portions.append(len(page.matching))

    monkeypatch.setattr(DossiersPage, "read_some", counted)

    async def steps(app, pilot):
        await press(pilot, "o")
        await all_read(app, pilot, 500)
        assert listed(app)[0] == "cliënt 000"
        await press(pilot, *"417")
        assert listed(app) == ["cliënt 417"]
        await press(pilot, "enter", "1")
        assert app.session.consultation.client == "cliënt 417"

    drive(steps, consult=None)
    assert len(portions) > 2  # in portions, so that no key waits long


def test_the_palette_offers_the_dossiers_and_what_can_be_done_with_one():
    three()

    async def steps(app, pilot):
        await press(pilot, "ctrl+p", *"dossiers")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        await settle(pilot)
        assert isinstance(app.screen, DossiersPage)
        await press(pilot, "ctrl+p", *"sjabloon")
        await pilot.pause(0.3)
        await press(pilot, "enter")
        await settle(pilot)
        assert len(listed(app)) == 5

    drive(steps, consult=None)


@pytest.mark.parametrize("size", [(1, 1), (12, 6), (40, 12), (60, 20), (80, 24), (140, 40)])
def test_the_list_and_its_windows_survive_every_size(size):
    three()
    put(OTHERWISE, "otherwise.yaml")

    async def steps(app, pilot):
        await to_list(app, pilot)
        for key in (None, "f2", "f8", "enter"):
            if key:
                await press(pilot, key)
            for width, height in (size, (80, 24)):
                await pilot.resize_terminal(width, height)
                await settle(pilot)
            await press(pilot, "escape")
            if not isinstance(app.screen, DossiersPage):
                break

    drive(steps, consult=None)


def test_names_are_shown_as_they_are_written():
    hostile = "[b]x[/b] [@click=app.quit]q[/] <i> {0}"
    put(replace(SAID, client=hostile, matter="a\x1b[2Jb\u202ec", advisor="[/]"), "h.yaml")

    async def steps(app, pilot):
        shown = seen(app)
        assert hostile in " ".join(shown.split())
        await to_list(app, pilot)
        assert f"{hostile} · a[2Jbc" in seen(app)
        assert not set(seen(app)) & set("\x1b\u202e")
        await press(pilot, "f8")
        assert hostile in " ".join(seen(app).replace("│", " ").split())
        await press(pilot, "escape", "f2")
        assert hostile in seen(app)

    drive(steps, consult=None, size=(140, 40))


def test_a_card_is_cut_where_there_is_no_room():
    card = Card("✓!", "x" * 200, "2026-11-22", ["a" * 50, "b" * 50, "c"])
    for width in (1, 3, 10, 40, 71, 72, 100, 300):
        lines = card.lines(width)
        assert len(lines) == card.get_height({}, width) == (2 if width >= 72 else 3)
        assert all(line.cell_length <= max(width, 4) for line in lines)
    assert card.lines(300)[0].plain.endswith("2026-11-22")


# ---------------------------------------------------------------- for whom, and history, from question and advice


@pytest.mark.parametrize("where", ["question", "advice"])
def test_for_whom_it_is_can_be_said_from_question_and_advice(where):
    async def steps(app, pilot):
        await press(pilot, *(("2",) if where == "question" else ("3",)))
        await press(pilot, "g", *"Jansen", "tab", *"zomer", "tab", *"mr. N", "enter")
        found = restore(newest())
        assert (found.client, found.matter, found.advisor) == ("Jansen", "zomer", "mr. N")
        assert "Bewaard." in seen(app)
        await press(pilot, "u")
        assert restore(newest()).client == ""
        await press(pilot, "g", *("x" * 3), "escape")
        assert restore(newest()).client == ""

    drive(steps)


def test_a_name_too_long_is_refused_where_it_is_typed():
    async def steps(app, pilot):
        await press(pilot, "g")
        app.screen.query_one("#about-0").value = "x" * 201
        await press(pilot, "enter")
        assert "hooguit 200 tekens" in seen(app)
        assert not newest().exists()

    drive(steps)


@pytest.mark.parametrize("where", ["question", "advice"])
def test_the_history_shows_every_changed_answer(where):
    history = (
        Changed("2026-11-20T09:03:00", "purpose", "trip", "errand"),
        Changed("2026-11-21T09:03:00", "gone", "no", "", "Bellen"),
        Changed("2026-11-21T09:04:00", "", "2019-01-01", "2026-11-22", what="on"),
        Changed("2026-11-21T09:05:00", "", "Bellen", "", "Bellen", what="variant"),
        Changed("2026-11-21T09:06:00", "purpose", "bel Noor", "", "", what="note"),
    )
    put(replace((SETTLED if where == "advice" else SAID).at(TODAY), history=history))

    async def steps(app, pilot):
        await press(pilot, "h")
        shown = " ".join(seen(app).replace("│", " ").split())
        assert "Een uitje → Een boodschap voor kantoor" in shown
        assert "gone no → geen antwoord" in shown
        assert "in “Bellen”" in shown
        told = " ".join(text_of(past(app.session)).split())  # what stands beside the window breaks its lines
        assert "Peildatum 1 januari 2019 → 22 november 2026" in told
        assert "Variant Bellen → weggehaald" in told
        assert "Notitie bij: Waarvoor neemt u de fiets mee? bel Noor → geen notitie" in told
        assert shown.index("21 november 2026, 09:03") < shown.index("20 november 2026, 09:03")
        await press(pilot, "escape", "l", "h")
        assert "An outing → An errand for the office" in " ".join(seen(app).replace("│", " ").split())

    drive(steps, consult=None, resume=True, size=(100, 70))


def test_without_changes_the_history_says_so():
    async def steps(app, pilot):
        await press(pilot, "2", "h")
        assert "U hebt nog niets gewijzigd" in seen(app)

    drive(steps)


def test_a_note_on_what_is_not_known_says_who_finds_out():
    async def steps(app, pilot):
        await press(pilot, "2", "1", "0", "down", "b", "n")
        assert "Waarom is dit nog open, en wie zoekt het uit? Hebt u de sleutel?" in seen(app)
        await type_in(pilot, "Noor belt")
        assert "waarom, en wie zoekt dit uit: Noor belt" in seen(app)
        assert restore(newest()).shared["keyholder"].note == "Noor belt"
        await press(pilot, "r")
        assert "waarom, en wie zoekt dit uit: Noor belt" in " ".join(seen(app).split())

    drive(steps, size=(100, 60))


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
def test_who_would_find_out_goes_once_it_is_known_and_undo_brings_it_back(size):
    async def steps(app, pilot):
        await press(pilot, "2", "1", "n")
        await type_in(pilot, "Noor belt")
        await press(pilot, "1")
        assert "“Noor belt” hoorde bij uw vorige antwoord. Ze staat nu bij de gewijzigde antwoorden." in " ".join(
            seen(app).split()
        )
        assert restore(newest()).shared["keyholder"].note == ""
        await press(pilot, "down", "b")
        assert question(app) == "keyholder"
        assert "Noor belt" not in seen(app)
        await press(pilot, "h")
        assert "✎ Noor belt" in seen(app)
        await press(pilot, "escape", "u")
        assert restore(newest()).shared["keyholder"].note == "Noor belt"

    drive(steps, size=size)


def test_the_advice_says_so_too_when_that_answer_completes_it():
    async def steps(app, pilot):
        await press(pilot, "2", "1", "n")
        await type_in(pilot, "Noor belt")
        await press(pilot, "2")
        assert isinstance(app.screen, AdvicePage)
        assert "“Noor belt” hoorde bij uw vorige antwoord." in " ".join(seen(app).split())

    drive(steps)


# ---------------------------------------------------------------- what comes out otherwise


def test_what_comes_out_otherwise_is_said_before_anything_is_changed():
    path = put(OTHERWISE)
    before = path.read_bytes()

    async def steps(app, pilot):
        clock(app)
        await press(pilot, "g")
        shown = " ".join(seen(app).replace("│", " ").split())
        assert "Voordat u dit dossier opent" in shown
        assert "Bakkerij Jansen · zomeractie" in shown
        assert "Het was: ✗ Nee, dat mag niet. Het is nu: … Nog niet zeker" in shown
        assert "Al onder het recht van 1 januari 2019, door onze vastlegging van de regels" in shown
        assert "U zag: ✗ Nee, dat mag niet (recht van 1 januari 2019)." in shown
        assert "1 Openen met de peildatum van het dossier: 1 januari 2019" in shown
        assert "2 Openen met de peildatum van vandaag: 22 november 2026" in shown
        await press(pilot, "3")
        assert isinstance(app.screen, HomePage)
        assert path.read_bytes() == before
        await press(pilot, "g", "escape")
        assert path.read_bytes() == before
        await press(pilot, "g", "1")
        assert app.session.consultation.on == date(2019, 1, 1)
        await press(pilot, "escape", "g", "2")
        assert app.session.consultation.on == TODAY
        assert restore(path).on == TODAY

    drive(steps, consult=None, size=(100, 50))


def test_resuming_from_the_command_line_asks_too():
    put(OTHERWISE)

    async def steps(app, pilot):
        assert "Voordat u dit dossier opent" in seen(app)
        assert app.session.current is None
        await press(pilot, "1")
        assert question(app) == "keyholder"

    drive(steps, consult=None, resume=True)


def test_what_did_not_change_opens_at_once():
    put(AT_REST)

    async def steps(app, pilot):
        clock(app)
        await press(pilot, "g")
        assert isinstance(app.screen, AdvicePage)

    drive(steps, consult=None)


def test_seeing_the_advice_is_noted():
    async def steps(app, pilot):
        await press(pilot, "2")
        assert restore(newest()).came_out == ()
        await press(pilot, "r")
        assert restore(newest()).came_out[0].verdicts == ("conditional", "assess", "forbidden")
        await press(pilot, "b", "3")
        assert [came.verdicts for came in restore(newest()).came_out][1:] == [("forbidden",)]

    drive(steps)


# ---------------------------------------------------------------- a disk that does not take them


@pytest.mark.parametrize("leave", ["q", "escape"])
def test_leaving_with_answers_that_are_not_on_disk_asks_where_they_may_stand(leave, tmp_path: Path):
    (tmp_path / "data" / "magdat").write_text("a file where a folder should be")

    async def steps(app, pilot):
        await press(pilot, "2", leave)
        shown = " ".join(seen(app).replace("│", " ").split())
        assert "Uw dossier staat niet op zijn plaats" in shown
        assert "Zolang staat alles in" in shown
        await press(pilot, "escape")
        assert question(app) == "borrower"
        await press(pilot, leave, "ctrl+a", "ctrl+k", "enter")
        assert "Vul een bestand of een map in." in seen(app)
        app.screen.query_one("#dialog-input").value = str(tmp_path / "work")
        await press(pilot, "enter")
        await settle(pilot)
        (path,) = (tmp_path / "work").glob("*.yaml")
        assert restore(path).facts == {"purpose": "errand"}
        assert not list((tmp_path / "home").glob("*.yaml")), "no copy is left once it stands where the user says"
        if leave == "escape":
            assert isinstance(app.screen, HomePage)
        else:
            assert app._exit

    drive(steps)


def test_a_disk_that_recovers_is_tried_again_when_leaving(tmp_path: Path):
    (tmp_path / "data" / "magdat").write_text("a file where a folder should be")

    async def steps(app, pilot):
        await press(pilot, "2")
        (tmp_path / "data" / "magdat").unlink()
        await press(pilot, "escape")
        assert isinstance(app.screen, HomePage)
        assert restore(newest()).facts == {"purpose": "errand"}

    drive(steps)


def test_a_dossier_changed_outside_is_said_and_nothing_is_lost():
    async def steps(app, pilot):
        await press(pilot, "2")
        path = newest()
        path.write_text("by hand")
        await press(pilot, "1")
        assert "is buiten dit venster gewijzigd" in seen(app)
        assert question(app) == "keyholder"
        assert path.read_text() == "by hand"
        others = [one for one in path.parent.glob("*.yaml") if one != path]
        assert [restore(one).facts for one in others] == [{"purpose": "errand", "borrower": "employee"}]
        await press(pilot, "1")
        assert "buiten dit venster" not in seen(app)

    drive(steps)


# ---------------------------------------------------------------- words, keys, pictures


def test_every_text_is_there_in_both_languages():
    texts = {name: text for name, text in vars(dossier_words).items() if isinstance(text, Text)}
    assert texts
    for name, text in texts.items():
        assert text.nl.strip(), name
        assert text.en.strip(), name
        assert sorted(re.findall(r"{\w*}", text.nl)) == sorted(re.findall(r"{\w*}", text.en)), name


def test_every_key_of_the_list_has_an_action():
    for listed_keys in (keys.DOSSIERS, keys.ARCHIVE):
        for key in listed_keys:
            assert not key.action or hasattr(DossiersPage, f"action_{key.action}"), key
    assert words.TOO_SMALL  # the page has the same word for a window that is too small


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", ["60x20", "80x24", "140x40"])
def test_pictures(snapshot, size, language):
    three()

    async def steps(app, pilot):
        await to_list(app, pilot)
        assert ("zoek" if language == "nl" else "search") in seen(app)
        snapshot(app, f"dossiers-{size}-{language}")

    drive(steps, consult=None, size=tuple(map(int, size.split("x"))), language=language)


@pytest.mark.parametrize("size", ["60x20", "80x24", "140x40"])
def test_pictures_of_what_comes_out_otherwise(snapshot, size):
    put(OTHERWISE)

    async def steps(app, pilot):
        clock(app)
        await press(pilot, "g")
        assert "Voordat u dit dossier opent" in seen(app)
        snapshot(app, f"reopening-{size}-nl")

    drive(steps, consult=None, size=tuple(map(int, size.split("x"))))


def test_a_picture_in_monochrome(snapshot, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    three()

    async def steps(app, pilot):
        await to_list(app, pilot)
        assert "Klaar BV" in seen(app)
        snapshot(app, "dossiers-80x24-mono")

    drive(steps, consult=None)
