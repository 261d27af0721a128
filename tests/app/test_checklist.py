from textual.widgets import OptionList

from tests.app.driving import TODAY, drive, press, question, seen, settle, type_in

BEFORE = ("1", "1", "1")


async def to_checklist(pilot):
    await press(pilot, *BEFORE)
    await type_in(pilot, "2026-01-01")
    await type_in(pilot, "2020-01-01")


GROUP = ("brakes_work", "lights_work", "tyres_hard")


def group(app):
    return {fact: app.session.given(fact) for fact in GROUP}


def test_space_and_numbers_change_a_line_between_yes_no_and_unknown():
    async def steps(app, pilot):
        await to_checklist(pilot)
        assert "[ ] leeg" in seen(app)
        await press(pilot, "space")
        assert group(app)["brakes_work"] == "yes"
        await press(pilot, "space")
        assert group(app)["brakes_work"] == "no"
        await press(pilot, "space")
        assert group(app)["brakes_work"] == "unknown"
        assert "[?] weet niet" in seen(app)
        await press(pilot, "2")
        assert group(app)["lights_work"] == "yes"
        await press(pilot, "0")
        assert group(app)["lights_work"] == "unknown"
        assert question(app) == ",".join(GROUP), "the checklist stays on screen while it is filled in"

    drive(steps)


def test_enter_goes_on_when_every_line_is_decided():
    async def steps(app, pilot):
        await to_checklist(pilot)
        await press(pilot, "1", "2", "3", "enter")
        assert group(app) == dict.fromkeys(GROUP, "yes")
        assert question(app) == "weather"

    drive(steps)


def test_empty_lines_count_as_no_only_after_a_second_enter():
    async def steps(app, pilot):
        await to_checklist(pilot)
        await press(pilot, "1", "enter")
        assert group(app) == {"brakes_work": "yes", "lights_work": None, "tyres_hard": None}
        assert "2 regels zijn nog leeg. Nogmaals Enter" in seen(app)
        assert seen(app).count("wordt nee") == 2
        await press(pilot, "enter")
        assert group(app) == {"brakes_work": "yes", "lights_work": "no", "tyres_hard": "no"}

    drive(steps)


def test_a_change_takes_the_question_back_and_zero_means_do_not_know():
    async def steps(app, pilot):
        await to_checklist(pilot)
        await press(pilot, "1", "enter", "2")
        assert "wordt nee" not in seen(app)
        await press(pilot, "enter", "0")
        assert group(app) == {"brakes_work": "yes", "lights_work": "yes", "tyres_hard": "unknown"}

    drive(steps)


def test_nothing_filled_in_asks_whether_it_is_none_of_these():
    async def steps(app, pilot):
        await to_checklist(pilot)
        await press(pilot, "enter")
        assert "geen van deze" in seen(app)
        await press(pilot, "enter")
        assert group(app) == dict.fromkeys(GROUP, "no")

    drive(steps)


def test_none_of_these_is_shown_before_it_counts():
    async def steps(app, pilot):
        await to_checklist(pilot)
        await press(pilot, "down", "down", "down", "enter")
        assert group(app) == dict.fromkeys(GROUP, "no")
        assert seen(app).count("[-] nee") == 3
        assert question(app) == ",".join(GROUP)
        await press(pilot, "enter")
        assert app.session.shown is None

    drive(steps)


def test_lines_that_no_longer_matter_may_stay_empty():
    async def steps(app, pilot):
        await to_checklist(pilot)
        await press(pilot, "1", "1")
        assert group(app)["brakes_work"] == "no"
        await press(pilot, "enter")
        assert group(app) == {"brakes_work": "no", "lights_work": None, "tyres_hard": None}
        assert app.session.shown is None

    drive(steps)


def test_a_click_changes_a_line_and_a_click_on_go_on_goes_on():
    async def steps(app, pilot):
        await to_checklist(pilot)
        for row in range(3):
            await pilot.click(OptionList, offset=(20, row))
        await settle(pilot)
        assert group(app) == dict.fromkeys(GROUP, "yes")
        await pilot.click(OptionList, offset=(20, 6))
        await settle(pilot)
        assert question(app) == "weather"

    drive(steps)


def test_one_empty_line_is_said_as_one():
    async def steps(app, pilot):
        await to_checklist(pilot)
        await press(pilot, "1", "2", "enter")
        assert "1 regel is nog leeg. Nogmaals Enter telt die als nee." in seen(app)

    drive(steps)


def test_a_note_on_one_line():
    async def steps(app, pilot):
        await to_checklist(pilot)
        await press(pilot, "down", "n")
        assert "Het licht doet het" in seen(app)
        await type_in(pilot, "vraag Piet")
        assert app.session.note_on("lights_work") == "vraag Piet"
        assert "✎ notitie" in seen(app)

    drive(steps)


def test_what_becomes_of_a_note_is_said_also_when_all_lines_change_at_once():
    async def steps(app, pilot):
        await to_checklist(pilot)
        await press(pilot, "n")
        await type_in(pilot, "vraag Piet")
        await press(pilot, "end", "up", "up", "enter")  # none of these
        assert {app.session.consultation.facts[fact] for fact in GROUP} == {"no"}
        assert "“vraag Piet” hoorde bij uw vorige antwoord" in seen(app)
        await press(pilot, "enter", "down", "b")
        assert "vraag Piet" not in seen(app), "said once"

    drive(steps)


def test_a_checklist_can_be_changed_later_as_a_whole():
    async def steps(app, pilot):
        await to_checklist(pilot)
        await press(pilot, "1", "2", "3", "enter", "b")
        assert question(app) == ",".join(GROUP)
        await press(pilot, "2", "enter")
        assert group(app)["lights_work"] == "no"
        assert app.session.consultation.on == TODAY

    drive(steps)
