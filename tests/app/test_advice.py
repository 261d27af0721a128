from datetime import date
from pathlib import Path

import pytest

from tests.app.driving import CONTENT, TODAY, bar, drive, press, question, seen, settle, type_in
from tests.reasoning import toy
from wizard.app import words
from wizard.app.main import MagDat
from wizard.app.rows import text_of
from wizard.app.sections import sections, verdict
from wizard.dossier.session import Session
from wizard.settings.settings import Settings


def letter(facts: dict[str, str], *, on: date = TODAY, language: str = "nl") -> dict[str, str]:
    session = Session(CONTENT, language, on)
    session.start("bicycle")
    session.answer(facts)
    advice = session.consultation.advice(CONTENT)
    said = {section.name: text_of(section.text) for section in sections(session, advice)}
    return {"verdict": text_of(verdict(session, advice)), **said}


FINE = {
    "purpose": "errand",
    "borrower": "employee",
    "keyholder": "yes",
    "last_check": "2026-06-01",
    "bought": "2020-01-01",
    "brakes_work": "yes",
    "lights_work": "yes",
    "tyres_hard": "yes",
}


def test_the_verdict_comes_first_with_symbol_word_and_sentence():
    said = letter(FINE)["verdict"].splitlines()
    assert said[0] == "✓! Ja, mits"
    assert said[1] == "U mag de fiets lenen als u hem inschrijft en nakijkt."


def test_the_duties_are_a_checklist_with_deadline_and_source_of_the_day():
    said = letter(FINE)["todo"]
    assert "☐ Schrijf op wanneer u de fiets meeneemt" in said
    assert "Wanneer: Vóór vertrek" in said
    assert "§ regel 4 lid 2 Huisregels" in said
    assert "Kijk de fiets na" not in letter(FINE, on=date(2020, 1, 1))["todo"]


def test_what_to_do_while_an_answer_decides_is_not_said_to_be_nothing():
    assert letter({"purpose": "errand"})["todo"].splitlines()[-1] == "Dat hangt af van wat nog open is."


def test_every_step_has_its_answer_and_source_and_a_test_stands_before_its_own_steps():
    lines = letter(FINE)["why"].splitlines()
    test = next(n for n, row in enumerate(lines) if "Is de fiets in orde?" in row)
    assert "Doen de remmen het? Ja  § art. 20 lid 1 PV" in lines[test + 1]
    assert lines[test + 1].startswith("    ↳")
    assert lines[test].startswith("  ↳")
    assert any("1 juni 2026, minder dan 1 jaar voor de peildatum" in row for row in lines)
    assert any("Het recht sinds 1 januari 2024" in row for row in lines)


def test_a_tree_that_was_set_out_is_only_referred_to():
    said = letter(FINE)["why"]
    assert said.count("Waarvoor neemt u de fiets mee?") == 1
    assert "Mag u de fiets lenen? U mag de fiets lenen als u hem inschrijft en nakijkt.  (zie hierboven)" in said


def test_under_a_no_the_duties_of_the_no_come_first_and_better_ways_are_offered():
    said = letter({**FINE, "brakes_work": "no"})
    assert said["verdict"].startswith("✗ Nee, dat mag niet")
    assert said["todo"].splitlines()[:2] == ["Wat u nu moet doen", "☐ Meld wat er kapot is."]
    assert "→ Laat de fiets nakijken." in said["instead"]
    assert "Dan: ✓! Ja, mits" in said["instead"]


def test_other_ways_are_only_offered_where_the_answer_is_no_or_a_balance():
    assert "instead" not in letter(FINE)


@pytest.mark.parametrize("language", ["nl", "en"])
def test_headings_are_those_of_the_report(language):
    folder = Path(__file__).parents[2] / "reports"
    report = "".join(file.read_text("utf-8") for file in sorted(folder.glob(f"*.{language}.md.jinja")))
    headings = {line.lstrip("# ") for line in report.splitlines() if line.startswith("##")}
    said = (words.TO_DO, words.INSTEAD, words.WEIGH, words.WHY, words.CONTESTED, words.ASSUMED, words.OPEN)
    for heading in (*said, words.SCENARIOS, words.RISK, words.SOURCES):
        assert heading.in_(language) in headings


def test_a_code_of_conduct_is_told_from_the_law():
    assert "(gedragscode, geen wet)" in letter({"purpose": "errand", "borrower": "visitor"})["why"]


def test_an_assessment_says_what_to_weigh_and_our_reading():
    said = letter({**FINE, "weather": "ice"})
    assert said["verdict"].startswith("? Zelf afwegen")
    assert "⚖ Of u ook kunt lopen." in said["weigh"]
    assert "Onze inschatting: waarschijnlijk niet" in said["weigh"]
    assert [name for name in said if name != "verdict"][:4] == ["todo", "instead", "weigh", "why"]


def test_what_is_assumed_contested_and_risked_is_said_with_the_day_in_mind():
    said = letter(FINE)
    assert "1  Bent u jonger dan 18? Nee" in said["assumed"]
    assert "2  Wat voor weer is het? Niet glad" in said["assumed"]
    assert "De fietsenmaker vindt van wel" in said["contested"]
    assert "Toezichthouder: het hoofd facilitair" in said["risk"]
    assert "Hoogste boete: een kwartaal geen fiets" in said["risk"]
    assert "de conciërge" in letter(FINE, on=date(2018, 6, 1))["risk"]


def test_open_facts_are_listed_with_the_ways_it_can_turn_out():
    said = letter({**FINE, "brakes_work": "unknown"})
    assert said["verdict"].startswith("… Nog niet zeker")
    assert "Het hangt af van deze vraag: Doen de remmen het?" in said["verdict"]
    assert "✗ Nee, dat mag niet" in said["verdict"]
    assert "? Doen de remmen het?" in said["open"]
    assert "“De remmen doen het” = Nee: ✗ Nee, dat mag niet" in said["open"]


def test_sources_stand_with_link_and_day_of_checking():
    said = letter(FINE)["sources"]
    assert "§ regel 4 lid 1 Huisregels" in said
    assert "https://example.org/huisregels" in said
    assert "nagekeken op 21 november 2026" in said


def test_notes_are_in_the_advice():
    session = Session(CONTENT, "nl", TODAY)
    session.start("bicycle")
    session.answer(FINE)
    session.note("purpose", "zie mail")
    said = {s.name: text_of(s.text) for s in sections(session, session.consultation.advice(CONTENT))}
    assert "zie mail" in said["notes"]


def test_in_english_there_is_no_dutch():
    said = letter(FINE, language="en")
    assert said["verdict"].startswith("✓! Yes, provided")
    assert "What to do now" in said["todo"]
    assert "Supervisor: the head of facilities" in said["risk"]


# ---------------------------------------------------------------- on screen


async def to_advice(pilot):
    await press(pilot, "2", "1", "1")
    await type_in(pilot, "2026-06-01")
    await type_in(pilot, "2020-01-01")
    await press(pilot, "1", "2", "3", "enter")


def test_the_advice_appears_when_the_verdict_is_clear():
    async def steps(app: MagDat, pilot):
        await to_advice(pilot)
        assert app.session.shown is None
        shown = seen(app).splitlines()
        assert "Advies" in shown[0]
        assert "✓! Ja, mits" in "\n".join(shown[1:4])
        assert "Nog hooguit 2 vragen maken het dossier compleet" in seen(app)
        await pilot.resize_terminal(80, 80)
        await settle(pilot)
        assert seen(app).count("Nog hooguit 2 vragen") == 1

    drive(steps)


def test_m_completes_the_file_and_then_there_is_no_more_to_ask():
    async def steps(app, pilot):
        await to_advice(pilot)
        await press(pilot, "m")
        assert question(app) == "minor"
        assert "dossier aanvullen" in seen(app)
        assert "nu aangenomen" in seen(app)
        await press(pilot, "2", "1")
        assert "Het dossier is compleet" in seen(app)
        await press(pilot, "m")
        assert "niets meer te vragen" in seen(app)

    drive(steps)


def test_while_the_file_is_completed_a_key_leads_to_the_advice_and_an_open_verdict_comes_first():
    async def steps(app, pilot):
        await to_advice(pilot)
        await press(pilot, "m")
        assert "r advies" in bar(app)
        assert "w advies" not in seen(app)
        await press(pilot, "2", *["down", "b"] * 7)
        assert question(app) == "purpose"
        assert "r advies" in bar(app)
        app.session.answer({"brakes_work": "unknown"})
        app.screen.again()
        await settle(pilot)
        assert not app.session.advice.settled
        assert app.session.completing
        assert "dossier aanvullen" not in seen(app)
        await press(pilot, "r")
        assert "Nog niet zeker" in seen(app)

    drive(steps)


def test_an_assumption_is_changed_with_its_number():
    async def steps(app, pilot):
        await to_advice(pilot)
        app.screen.opened = float("inf")  # as if it had only just opened, however slow this machine is
        await press(pilot, "1", "2")
        assert app.session.shown is None  # typed ahead, before anyone could have read the numbers
        app.screen.opened = 0.0
        await press(pilot, "1")
        assert question(app) == "minor"
        assert "nu aangenomen" in seen(app)
        await press(pilot, "1")
        assert "✓! Ja, mits" in seen(app)
        assert "Draag een helm" in seen(app)

    drive(steps)


def test_back_from_the_advice_and_undo_and_the_list_of_answers():
    async def steps(app, pilot):
        await to_advice(pilot)
        await press(pilot, "b")
        assert question(app) == "brakes_work,lights_work,tyres_hard"
        await press(pilot, "enter", "a", "down", "enter")
        assert question(app) == "borrower"
        await press(pilot, "3")
        assert "✗ Nee, dat mag niet" in seen(app)
        await press(pilot, "u")
        assert "✓! Ja, mits" in seen(app)
        await press(pilot, "U")
        assert "✗ Nee, dat mag niet" in seen(app)

    drive(steps)


def test_the_advice_so_far_can_be_read_at_any_time():
    async def steps(app, pilot):
        await press(pilot, "2", "r")
        assert "Nog niet zeker" in seen(app)
        assert "Tussenstand" in seen(app)
        await press(pilot, "b")
        assert question(app) == "borrower"

    drive(steps)


def test_tab_goes_to_the_next_part_and_the_letter_scrolls():
    async def steps(app, pilot):
        await to_advice(pilot)
        await press(pilot, "tab", "tab")
        assert "Waarom" in seen(app).splitlines()[1]
        await press(pilot, "shift+tab")
        assert "Wat u nu moet doen" in seen(app).splitlines()[1]
        await press(pilot, "pagedown", "j")
        assert app.screen.query_one("#letter").scroll_y > 10

    drive(steps)


def test_language_and_date_change_on_the_advice_too():
    async def steps(app, pilot):
        await to_advice(pilot)
        await press(pilot, "l")
        assert "✓! Yes, provided" in seen(app)
        await press(pilot, "d", "ctrl+a", "ctrl+k", *"2015-01-01", "enter")
        assert "✓ Yes, allowed" in seen(app)
        assert "law of 1 January 2015" in seen(app)

    drive(steps)


def test_the_report_is_saved_and_never_over_another_file():
    async def steps(app, pilot):
        await to_advice(pilot)
        await press(pilot, "s", "enter")
        written = list(Path.cwd().glob("*.md"))
        assert len(written) == 1
        text = written[0].read_text("utf-8")
        assert text.startswith("# ")
        assert "Bewaard" in seen(app)
        written[0].write_text("mine")
        await press(pilot, "s", "ctrl+a", "ctrl+k", *written[0].name, "enter")
        assert "bestaat al" in seen(app)
        assert written[0].read_text() == "mine"
        await press(pilot, "enter")
        assert (Path.cwd() / f"{written[0].stem}-2.md").read_text("utf-8") == text

    drive(steps, settings=Settings(written={"report_form": "md"}))


def test_a_name_that_cannot_be_written_is_said_in_one_line():
    async def steps(app, pilot):
        await to_advice(pilot)
        await press(pilot, "s", "ctrl+a", "ctrl+k", *"nowhere/a.md", "enter")
        assert "De map nowhere bestaat niet." in seen(app)
        await press(pilot, "ctrl+a", "ctrl+k", ".", "enter")
        assert "is een map" in seen(app)
        await press(pilot, "ctrl+a", "ctrl+k", "enter")
        assert "Vul een bestandsnaam in." in seen(app)
        await press(pilot, *("x" * 300), "enter")
        assert "kan niet worden geschreven" in seen(app)

    drive(steps)


def test_y_copies_the_report():
    async def steps(app, pilot):
        await to_advice(pilot)
        await press(pilot, "y")
        assert app.clipboard.startswith("# ")
        assert "klembord" in seen(app)

    drive(steps)


def test_a_report_that_fails_costs_one_line_only(monkeypatch, tmp_path):
    (tmp_path / "advice.nl.md.jinja").write_text("{{ advice.gone }}")
    monkeypatch.setenv("MAGDAT_TEMPLATES", str(tmp_path))

    async def steps(app, pilot):
        await to_advice(pilot)
        await press(pilot, "y")
        assert "advice.nl.md.jinja:1" in seen(app)
        await press(pilot, "s", "enter")
        assert "advice.nl.md.jinja:1" in seen(app)
        assert not list(Path.cwd().glob("mag-dat*"))

    drive(steps)


def test_a_no_without_duties_says_to_stop_and_one_with_duties_does_not():
    said = letter({**FINE, "keyholder": "no"})
    assert said["verdict"].startswith("✗ Nee")
    assert "Dit mag niet: doe het niet. Doet u het al, stop er dan mee." in said["todo"]
    assert "stop er dan mee" not in letter(FINE)["todo"]


def test_when_all_was_asked_it_says_what_is_left_to_find_out():
    async def steps(app, pilot):
        app.session.answer({**FINE, "brakes_work": "unknown"})
        app.session.deepen()
        while app.session.open_question is not None:
            asked = (CONTENT.facts[fact] for fact in app.session.open_question.facts)
            app.session.answer({fact.id: fact.presumed or next(iter(fact.answers)) for fact in asked})
        app.again()
        app.open_advice()
        await settle(pilot)
        await pilot.pause(0.3)
        assert "dossier is compleet" not in seen(app)
        assert "Alle vragen zijn gesteld. Zoek nog uit: Doen de remmen het?" in " ".join(seen(app).split())
        await press(pilot, "m")
        assert "Zoek nog uit: Doen de remmen het?" in " ".join(seen(app).split())

    drive(steps)


def test_without_anything_to_try_no_word_about_a_better_way(tmp_path):
    facts = toy.fact("what", "y", "n")
    no = toy.tree("no", "  n: {ask: what, y: NO, n: NO}\n", NO="forbidden")
    again = ", instead: [{from: [y], to: n, how: {nl: Anders, en: Otherwise}}]"
    for extra, there in (("", False), (again, True)):
        content = toy.content(tmp_path, facts.replace("}}}\n", "}}" + extra + "}\n"), {"no": no}, "{tree: no}")
        session = Session(content, "nl", date(2026, 11, 21))
        session.start("c")
        session.answer({"what": "y"})
        said = {section.name for section in sections(session, session.consultation.advice(content))}
        assert ("instead" in said) is there
