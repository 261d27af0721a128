import subprocess
import sys

from tests.app.driving import CONTENT, TODAY, drive, press, seen
from wizard.content.load import load
from wizard.dossier.session import Session


def test_how_many_questions_are_left_is_counted_within_the_time_there_is():
    session = Session(CONTENT, "nl", TODAY)
    session.start("bicycle")
    session.answer({"purpose": "errand", "borrower": "visitor"})
    assert session.remaining(10) == 0
    session.answer({"borrower": "employee"})
    left = session.remaining(10)
    assert left is not None
    assert left >= 5
    assert session.remaining(-1) is None


def test_answering_again_what_was_answered_is_no_change_to_undo():
    session = Session(CONTENT, "nl", TODAY)
    session.start("bicycle")
    session.answer({"purpose": "errand"})
    session.go_to("purpose")
    session.answer({"purpose": "errand"})
    assert not session.changing
    assert session.undo()
    assert not session.undo()


def test_what_is_not_needed_for_the_first_question_is_not_imported():
    code = "import sys, wizard.app.main; print(*sorted(sys.modules))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert "wizard.app.question" in loaded
    heavy = {"jinja2", "wizard.report", "wizard.app.palette", "wizard.app.help", "wizard.app.advice", "markdown_it"}
    assert not heavy & set(loaded)


def test_the_content_that_comes_with_the_program_leads_to_an_advice_along_first_answers():
    law = load()

    async def steps(app, pilot):
        for first in "134":
            app.open_consult(next(iter(law.consults)))
            await press(pilot, first)
            for _ in range(40):
                if app.session.shown is None:
                    break
                if len(app.session.shown.facts) > 1:
                    await press(pilot, *(str(n) for n in range(1, len(app.session.shown.facts) + 1)), "enter")
                elif law.facts[app.session.shown.facts[0]].kind == "date":
                    await press(pilot, *"2025-01-01", "enter")
                else:
                    await press(pilot, "1")
            assert app.session.shown is None
            assert "Advies" in seen(app)

    drive(steps, consult=None, content=law)
