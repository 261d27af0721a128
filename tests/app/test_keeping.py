import os
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.app.driving import CONTENT, GOOD, TODAY, drive, press, question, seen, type_in
from tests.dossiers import newest, put, restore
from wizard import cli
from wizard.app import main
from wizard.app.advice import AdvicePage
from wizard.commands import ask
from wizard.dossier.consultation import Consultation
from wizard.dossier.folder import Folder, default_dossiers
from wizard.dossier.session import Session
from wizard.dossier.store import StoreError


def test_every_answer_is_on_disk_before_the_next_question_is_shown(monkeypatch):
    from wizard.app.consult import ConsultPage

    at_show = []
    show = ConsultPage.show

    def spy(page):
        at_show.append(restore(newest()).facts if newest().exists() else {})
        show(page)

    monkeypatch.setattr(ConsultPage, "show", spy)

    async def steps(app, pilot):
        await press(pilot, "1", "2")
        assert {"purpose": "commute"} in at_show
        assert at_show[-1] == {"purpose": "commute", "borrower": "intern"}

    drive(steps)


def test_each_line_of_a_checklist_and_each_note_is_on_disk_at_once():
    async def steps(app, pilot):
        await press(pilot, "1", "1", "1")
        await type_in(pilot, "2026-01-01")
        await type_in(pilot, "2020-01-01")
        await press(pilot, "2")
        assert restore(newest()).facts["lights_work"] == "yes"
        await press(pilot, "n")
        await type_in(pilot, "hm")
        assert restore(newest()).answers["lights_work"].note == "hm"

    drive(steps)


def test_home_offers_to_go_on_and_goes_on_where_it_was():
    async def first(app, pilot):
        await press(pilot, "2", "1", "q")

    async def second(app, pilot):
        assert "Ga verder: De kantoorfiets lenen" in seen(app)
        assert "2 antwoorden" in seen(app)
        await press(pilot, "enter")
        assert question(app) == "keyholder"
        assert app.session.consultation.facts == {"purpose": "errand", "borrower": "employee"}
        assert app.session.consultation.on == date(2025, 1, 1)

    drive(first, on=date(2025, 1, 1))
    drive(second, consult=None)


def test_a_new_consultation_leaves_the_unfinished_one_as_it_is():
    async def first(app, pilot):
        await press(pilot, "2")

    async def second(app, pilot):
        assert restore(newest()).facts == {"purpose": "errand"}
        await press(pilot, "1")
        assert restore(newest()).facts == {"spot": "park"}
        assert len(Folder(default_dossiers()).paths()) == 2

    drive(first)
    drive(second, consult="planting")


def test_answers_that_no_longer_fit_are_named_and_left_out():
    kept = Consultation("bicycle", TODAY).answer("purpose", "errand").answer("gone", "yes").answer("borrower", "alien")
    path = put(kept)

    async def steps(app, pilot):
        await press(pilot, "enter")
        shown = " ".join(seen(app).replace("│", " ").split())
        assert "De vraag `gone` is er niet meer. Antwoord toen: `yes`." in shown
        assert "Antwoord toen: `alien`. Dat antwoord is er niet meer." in shown
        assert app.session.current is None
        await press(pilot, "1")
        assert app.session.consultation.facts == {"purpose": "errand"}
        assert restore(path) == kept
        await press(pilot, "1")
        assert restore(path).facts == {"purpose": "errand", "borrower": "employee"}
        assert restore(path.parent / "old-formats" / path.name) == kept

    drive(steps, consult=None, size=(100, 40))


def test_a_kept_reference_date_before_the_law_is_replaced_and_said():
    put(Consultation("bicycle", date(2001, 1, 1)).answer("purpose", "errand"))

    async def steps(app, pilot):
        app.session.now = lambda: datetime(2026, 11, 22, 9, 0)
        await press(pilot, "enter")
        assert "1 januari 2001" in seen(app)
        assert "peildatum van vandaag: 22 november 2026" in seen(app)
        await press(pilot, "1")
        assert app.session.consultation.on == TODAY
        assert "22 november 2026" in seen(app)

    drive(steps, consult=None)


def test_a_broken_file_is_no_obstacle():
    put(SETTLED).write_text("{[")

    async def steps(app, pilot):
        assert "Ga verder" not in seen(app)
        await press(pilot, "1")
        assert "Waarvoor neemt u de fiets mee?" in seen(app)

    drive(steps, consult=None)


def test_what_cannot_be_kept_is_said_and_the_user_can_go_on(tmp_path: Path):
    (tmp_path / "data" / "magdat").write_text("a file where a folder should be")

    async def steps(app, pilot):
        await press(pilot, "1")
        assert "bewaren lukt niet" in seen(app)
        assert question(app) == "borrower"

    drive(steps)


def test_going_home_and_on_again_keeps_undo():
    async def steps(app, pilot):
        await press(pilot, "1", "2", "escape")
        assert "Waarvoor bent u hier?" in seen(app)
        await press(pilot, "enter", "u")
        assert app.session.consultation.facts == {"purpose": "commute"}

    drive(steps)


def test_the_reference_date_on_the_first_screen_leaves_an_unfinished_consultation_alone():
    async def steps(app, pilot):
        await press(pilot, "1", "escape", "d", "ctrl+a", "ctrl+k", *"2020-01-01", "enter")
        assert "recht van 1 januari 2020" in seen(app)
        assert restore(newest()).on == TODAY

    drive(steps)


def test_the_file_is_for_the_owner_only():
    session = Session(CONTENT, "nl", TODAY)
    session.start("bicycle")
    session.answer({"purpose": "errand"})
    assert os.stat(newest()).st_mode & 0o077 == 0


SETTLED = Consultation("bicycle", TODAY).answer("purpose", "errand").answer("borrower", "visitor")


def test_a_consultation_that_reached_its_advice_opens_there_again():
    async def steps(app, pilot):
        await press(pilot, "2", "3")
        assert isinstance(app.screen, AdvicePage)
        await press(pilot, "escape")
        assert "Afgerond: 2 antwoorden" in seen(app)
        await press(pilot, "enter")
        assert isinstance(app.screen, AdvicePage)
        await press(pilot, "u")
        assert question(app) == "borrower"

    drive(steps)


@pytest.mark.parametrize("on", [TODAY, date(2015, 1, 1)])
def test_a_finished_consultation_opens_at_its_advice_in_a_new_process(on):
    put(SETTLED)

    async def steps(app, pilot):
        await press(pilot, "enter")
        assert isinstance(app.screen, AdvicePage)
        assert app.session.consultation.on == TODAY
        await press(pilot, "b")
        assert question(app) == "borrower"

    drive(steps, consult=None, on=on)


def test_resuming_at_once_opens_the_question_or_the_advice_and_says_what_was_left_out():
    put(SETTLED.answer("gone", "yes"))

    async def advice(app, pilot):
        assert "gone" in seen(app)
        assert app.session.current is None
        await press(pilot, "1")
        assert isinstance(app.screen, AdvicePage)

    async def asking(app, pilot):
        assert question(app) == "borrower"
        await press(pilot, "escape")
        assert "Niet afgemaakt: 1 antwoord" in seen(app)

    drive(advice, consult=None, resume=True)
    put(SETTLED.without("borrower"))
    drive(asking, consult=None, resume=True)


def test_ask_resume_opens_the_app_where_the_consultation_was(monkeypatch, capsys):
    opened = []

    def run(app):
        opened.append(app)
        app.session.keeper.close()

    monkeypatch.setattr(main.MagDat, "run", run)
    monkeypatch.setattr(ask.gc, "disable", lambda: None)  # the app would turn it on again
    monkeypatch.setattr(ask, "_terminal", lambda: True)
    base = ["ask", "--trees", str(GOOD), "--resume"]
    assert cli.main(base) == 2
    assert "niets bewaard" in capsys.readouterr().err
    put(SETTLED)
    assert cli.main([*base, "bicycle"]) == 0
    assert cli.main([*base, "--on", "2025-03-01"]) == 0
    assert [app.session.consultation.on for app in opened] == [TODAY, date(2025, 3, 1)]
    for app in opened:
        with app._context():  # as when it runs
            assert type(app.get_default_screen()) is AdvicePage
    assert cli.main([*base, "planting"]) == 2
    assert len(opened) == 2


@pytest.mark.parametrize(
    ("text", "nl", "en"),
    [
        ("- a\n", "geen dossier", "no dossier"),
        ("a: *x\n", ":1: een alias", ":1: an alias"),
        ("format: 0\n", "`format` ontbreekt of klopt niet", "`format` is missing or wrong"),
        (
            "format: 1\nconsult: a\non: 2026-11-22\ndepth: quick\nanswers: [a]\n",
            "geen lijst van paren",
            "not a list of pairs",
        ),
        ("format: 1\nconsult: a\non: soon\n", "geen datum", "not a date"),
        ("format: 1\nconsult: a\n", "`on` ontbreekt", "`on` is missing"),
        ("format: 3\n", "nieuwere versie", "newer version"),
    ],
)
def test_what_is_wrong_with_a_kept_file_is_said_in_both_languages(tmp_path: Path, text: str, nl: str, en: str) -> None:
    path = tmp_path / "kept.yaml"
    path.write_text(text, "utf-8")
    with pytest.raises(StoreError, match=en) as caught:
        restore(path)
    assert nl in caught.value.say("nl")
    mend = "werk magdat bij" if "nieuwere" in nl else "verbeter dat, of zet het bestand ergens anders neer"
    assert caught.value.say("nl").endswith(mend)
    assert caught.value.say("en") == str(caught.value)
