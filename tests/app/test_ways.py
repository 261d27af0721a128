"""Other ways on the screen: what instead, what decides this, variants, and the plan and its variants side by side."""

from datetime import timedelta
from pathlib import Path

import pytest
from textual.content import Content as Shown

from tests.app.driving import CONTENT, bar, drive, press, question, seen, settle, type_in
from tests.dossiers import newest, restore
from tests.reasoning.toy import content, fact, tree
from wizard.app.advice import AdvicePage
from wizard.app.columns import Columns, room_for
from wizard.app.comparing import ComparePage
from wizard.app.consult import ConsultPage
from wizard.app.deciding import DecidingPage
from wizard.app.instead import InsteadPage
from wizard.app.rows import Rows, line, text_of
from wizard.app.variants import VariantsPage
from wizard.content.load import load

NO_KEY = {"purpose": "errand", "borrower": "employee", "keyholder": "no"}
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
BROKEN = FINE | {"brakes_work": "no"}
SIZES = {"60x20": (60, 20), "80x24": (80, 24), "140x40": (140, 40)}


async def to_advice(app, pilot, facts):
    """Give answers and show the advice."""
    app.session.answer(facts)
    app.open_advice()
    await settle(pilot)


def listed(app) -> list[str]:
    """The lines of the list on the page."""
    choices = app.screen.query_one("#listing")
    return [text_of(choices.get_option_at_index(n).prompt) for n in range(choices.option_count)]


def test_a_variant_that_is_not_certain_names_what_is_possible_in_words_that_stay_whole():
    async def steps(app, pilot):
        app.session.answer({"purpose": "errand", "borrower": "employee", "keyholder": "yes"})
        app.open_variants()
        await settle(pilot)
        assert "… Nog niet zeker (Ja, mits / Zelf afwegen / Nee, dat mag niet)" in listed(app)[0]

    drive(steps, size=(60, 20))


# ---------------------------------------------------------------- what instead


def test_one_key_shows_what_may_be_done_instead_and_one_key_tries_it():
    async def steps(app, pilot):
        await to_advice(app, pilot, BROKEN)
        assert "i anders" in bar(app)
        await press(pilot, "i")
        assert isinstance(app.screen, InsteadPage)
        shown = seen(app)
        assert "Nu: ✗ Nee, dat mag niet" in shown
        (only,) = listed(app)
        assert only.splitlines() == [
            " 1  Laat de fiets nakijken.",
            "    Dan: ✓! Ja, mits",
            "    Anders wordt: Doen de remmen het? Nee → Ja",
        ]
        await press(pilot, "enter")
        assert isinstance(app.screen, AdvicePage), "nothing else needs to be asked"
        assert "✓! Ja, mits" in seen(app)
        assert "Variant “Laat de fiets nakijken”" in seen(app).splitlines()[0]
        assert "≠ De remmen doen het: Ja" in seen(app)
        assert app.session.consultation.shared["brakes_work"].answer == "no", "the plan stays as it is"
        await press(pilot, "u")
        assert app.session.consultation.variants == ()
        await press(pilot, "U")
        assert restore(newest()).variants[0].name == "Laat de fiets nakijken"

    drive(steps)


def test_the_questions_that_the_variant_still_needs_are_asked():
    async def steps(app, pilot):
        await to_advice(app, pilot, NO_KEY)
        await press(pilot, "i")
        assert (
            "Dan kan het worden: ✓! Ja, mits. Dat hangt af van: Wanneer is de fiets voor het laatst nageke"
            in " ".join(listed(app)[0].split())
        )
        await press(pilot, "1")
        assert isinstance(app.screen, ConsultPage)
        assert question(app) == "last_check"
        assert "Variant “Vraag de sleutel" in seen(app).splitlines()[0]
        assert "Uw plan is er nog" in seen(app)
        await type_in(pilot, "2026-06-01")
        assert "last_check" not in app.session.consultation.shared

    drive(steps)


def test_an_answer_that_a_change_brings_along_is_named_and_what_follows_from_nothing_known_is_said():
    async def steps(app, pilot):
        await to_advice(app, pilot, {"purpose": "trip"})
        await press(pilot, "i")
        assert [row.strip() for row in listed(app)[0].splitlines()[2:]] == [
            "Anders wordt:",
            "Waarvoor neemt u de fiets mee? Een uitje → Een boodschap voor kantoor",
            "Hebt u de sleutel? nog niet gezegd → Ja",
        ]

    drive(steps)


def test_without_a_better_way_the_screen_says_so_and_leads_on():
    async def steps(app, pilot):
        await to_advice(app, pilot, {"purpose": "errand", "borrower": "visitor"})
        assert "anders" not in bar(app)
        await press(pilot, "i")
        assert "Wij kennen geen wijziging die u zelf kunt maken" in seen(app)
        await press(pilot, "enter", "1", "w")
        assert isinstance(app.screen, DecidingPage)
        await press(pilot, "b")
        assert isinstance(app.screen, AdvicePage)

    drive(steps)


def test_where_it_may_be_done_nothing_needs_to_be_done_instead():
    async def steps(app, pilot):
        await to_advice(app, pilot, FINE)
        assert "i anders" not in bar(app)
        await press(pilot, "i")
        assert isinstance(app.screen, AdvicePage)
        assert "zo mag het al" in seen(app)

    drive(steps)


# ---------------------------------------------------------------- what decides this


def test_what_decides_names_the_answers_that_turn_it_and_goes_to_the_question():
    async def steps(app, pilot):
        await to_advice(app, pilot, FINE)
        await press(pilot, "w")
        assert isinstance(app.screen, DecidingPage)
        rows = listed(app)
        assert rows[0].splitlines() == [
            " 1  Hebt u de sleutel?",
            "    Nu: Ja",
            "    Bij “Nee”: ✗ Nee, dat mag niet",
        ]
        assert any("Bij een dag tot en met 22 november 2025: ✗ Nee, dat mag niet" in row for row in rows)
        assert rows[-1].startswith("    Waarvoor" if len(rows) > 9 else f" {len(rows)}  Waarvoor"), "plain: last"
        await press(pilot, "1")
        assert question(app) == "keyholder"
        assert app.session.changing
        await press(pilot, "2")
        assert app.session.advice.verdict.value == "forbidden"

    drive(steps)


def test_two_answers_that_turn_it_only_together_stand_on_one_line():
    async def steps(app, pilot):
        await to_advice(app, pilot, BROKEN | {"last_check": "2020-01-01"})
        await press(pilot, "w")
        rows = listed(app)[0].splitlines()
        assert rows[0] == " 1  Alleen samen:"
        assert rows[1].strip() == "Wanneer is de fiets voor het laatst nagekeken? Nu: 1 januari 2020"
        assert rows[2].strip() == "Doen de remmen het? Nu: Nee"
        assert rows[3].strip() == "Bij een dag vanaf 23 november 2025, en “Ja”: ✓! Ja, mits"
        await press(pilot, "enter")
        assert question(app) == "last_check"

    drive(steps)


def test_while_the_answer_is_open_the_questions_that_settle_it_are_listed_and_one_key_goes_there():
    async def steps(app, pilot):
        await to_advice(app, pilot, FINE | {"brakes_work": "unknown"})
        await press(pilot, "w")
        assert isinstance(app.screen, DecidingPage)
        assert "Nu: nog niet zeker. Op zijn strengst: ✗ Nee, dat mag niet" in seen(app)
        assert [row.splitlines() for row in listed(app)] == [
            [" 1  Doen de remmen het?", "    Bij “Ja”: ✓! Ja, mits", "    Bij “Nee”: ✗ Nee, dat mag niet"]
        ]
        await press(pilot, "1")
        assert "brakes_work" in question(app)
        await press(pilot, "1")
        assert app.session.advice.settled

    drive(steps)


def test_what_instead_says_so_while_it_is_open_and_offers_the_questions_too():
    async def steps(app, pilot):
        await to_advice(app, pilot, {"purpose": "errand", "borrower": "employee"})
        assert "i anders" in bar(app)
        await press(pilot, "i")
        shown = " ".join(seen(app).split())
        assert "Nu: nog niet zeker. Op zijn strengst: ✗ Nee, dat mag niet" in shown
        assert "Maar misschien is die niet nodig." in shown
        assert "Enter naar de vraag" in bar(app)
        assert listed(app)[0].splitlines() == [" 1  Hebt u de sleutel?", "    Bij “Nee”: ✗ Nee, dat mag niet"]
        await press(pilot, "1", "2")
        await press(pilot, "r", "i")
        assert "Enter probeer als variant" in bar(app)
        assert "Nu: ✗ Nee, dat mag niet" in seen(app)

    drive(steps, size=(100, 30))


def test_the_question_it_hangs_on_is_listed_though_no_answer_settles_it_and_after_a_change_to_try(tmp_path: Path):
    nodes = "  n: {ask: a, x: m, z: o}\n  m: {ask: b, p: COND, q: BAD}\n  o: {ask: g, s: OK, t: BAD}\n"
    offer = ", instead: [{from: [x], to: z, how: {nl: Doe z., en: Do z.}}]"
    facts = fact("a", "x", "z", extra=offer) + fact("b", "p", "q") + fact("g", "s", "t")
    ends = {"OK": "allowed", "COND": "conditional", "BAD": "forbidden"}
    made = content(tmp_path, facts, {"t": tree("t", nodes, **ends)}, "{tree: t}")

    async def steps(app, pilot):
        await press(pilot, "r", "w")
        assert "Het hangt nog af van een open vraag." in seen(app)
        assert listed(app) == [" 1  a?\n    Hiervan hangt het eerst af. Daarna volgen meer vragen."]
        await press(pilot, "1", "1", "r", "i")
        assert [row.splitlines()[0] for row in listed(app)] == [" 1  Doe z.", " 2  Beantwoord een open vraag: b?"]
        await press(pilot, "2")
        assert question(app) == "b"
        assert not app.session.consultation.variants
        await press(pilot, "r", "i", "1")
        assert app.session.consultation.variants

    drive(steps, consult="c", content=made)


# ---------------------------------------------------------------- variants


async def make(app, pilot, name, **facts):
    """Make a variant of what is in hand, from the page with variants, and change answers in it."""
    await press(pilot, "x", "n")
    await type_in(pilot, name)
    if facts:
        app.session.answer(facts)
        app.open_questions()
        await settle(pilot)


def test_a_variant_is_made_named_changed_taken_renamed_and_wiped():
    async def steps(app, pilot):
        await to_advice(app, pilot, NO_KEY)
        await make(app, pilot, "op bezoek")
        assert "Nog gelijk aan uw plan" in seen(app)
        assert "Wijzig nu wat anders moet" in seen(app)
        await press(pilot, "a", "2", "3")
        assert app.session.consultation.facts["borrower"] == "visitor"
        assert app.session.consultation.shared["borrower"].answer == "employee"
        assert "≠ Wie bent u? Bezoeker" in seen(app)
        await press(pilot, "x")
        assert isinstance(app.screen, VariantsPage)
        assert [row.splitlines()[0].strip() for row in listed(app)] == ["0  Uw plan", "1  op bezoek  ‹ nu in beeld"]
        assert "Anders: Wie bent u? Bezoeker" in listed(app)[1]
        await press(pilot, "r", "home", "delete", "delete", "delete")
        await type_in(pilot, "als ")
        assert listed(app)[1].startswith(" 1  als bezoek")
        await press(pilot, "0")
        assert app.session.consultation.active is None
        assert "Nu in beeld: Uw plan" in seen(app)
        await press(pilot, "x", "w")
        assert "Dit is uw plan zelf" in seen(app)
        await press(pilot, "down", "w")
        assert app.session.consultation.variants == ()
        assert "Variant “als bezoek” is weg" in seen(app)
        await press(pilot, "u")
        assert [variant.name for variant in restore(newest()).variants] == ["als bezoek"]
        await press(pilot, "U")
        assert restore(newest()).variants == ()
        await press(pilot, "escape")
        assert isinstance(app.screen, AdvicePage)

    drive(steps)


def test_a_name_that_is_taken_or_empty_is_not_accepted():
    async def steps(app, pilot):
        await to_advice(app, pilot, NO_KEY)
        await make(app, pilot, "mailen")
        await press(pilot, "x", "n", "enter")
        assert "Geef de variant een naam." in seen(app)
        await type_in(pilot, "MAILEN")
        assert "Er is al een variant met die naam" in " ".join(seen(app).split())
        await press(pilot, "escape")
        assert len(app.session.consultation.variants) == 1

    drive(steps)


def test_the_variants_are_at_hand_while_questions_are_asked_and_in_the_palette():
    async def steps(app, pilot):
        app.session.answer({"purpose": "errand"})
        await press(pilot, "x", "n")
        await type_in(pilot, "stagiair")
        assert isinstance(app.screen, ConsultPage)
        assert "Variant “stagiair”" in seen(app).splitlines()[0]
        await press(pilot, "2")
        assert app.session.consultation.variants[0].answers["borrower"].answer == "intern"
        await press(pilot, "ctrl+p", *"zonder variant")
        await press(pilot, "enter")
        assert app.session.consultation.active is None
        assert question(app) == "borrower", "the plan has no answer yet"
        await press(pilot, "ctrl+p", *"naar variant")
        await press(pilot, "enter")
        assert app.session.consultation.active == 0

    drive(steps)


def test_going_on_with_a_dossier_goes_on_with_the_variant_in_hand():
    async def first(app, pilot):
        await to_advice(app, pilot, NO_KEY)
        await make(app, pilot, "op bezoek", borrower="visitor")

    async def then(app, pilot):
        assert "Variant “op bezoek”" in seen(app).splitlines()[0]
        assert app.session.consultation.facts["borrower"] == "visitor"

    drive(first)
    drive(then, consult=None, resume=True)


# ---------------------------------------------------------------- side by side


async def compared(app, pilot, size=None):
    """A plan with four variants, side by side."""
    await to_advice(app, pilot, NO_KEY)
    app.session.vary("met sleutel", FINE)
    app.session.take(None)
    app.session.vary("op bezoek", {"borrower": "visitor"})
    app.session.take(None)
    app.session.vary("te jong", {**FINE, "minor": "yes"})
    app.session.take(None)
    app.session.vary("alleen rechtzetten", {"purpose": "tidy"})
    app.session.take(None)
    app.open_variants()
    await settle(pilot)
    await press(pilot, "c")
    assert isinstance(app.screen, ComparePage)


def names(app) -> list[str]:
    """The names above the columns in view."""
    columns = app.screen.query_one("#compare-head").content
    return [text_of(cell).splitlines()[0] for cell in columns.cells]


def test_with_room_for_one_column_the_plan_is_one_of_them():
    async def steps(app, pilot):
        await compared(app, pilot)
        assert names(app) == ["0 Uw plan"]
        await press(pilot, "right")
        assert names(app) == ["1 met sleutel"]
        await press(pilot, *["right"] * 9)
        assert names(app) == ["4 alleen rechtzetten"]

    drive(steps, size=(40, 12))


@pytest.mark.parametrize("size", [(60, 20), (80, 24)])
def test_what_is_in_hand_stands_beside_the_plan(size):
    async def steps(app, pilot):
        await compared(app, pilot)
        await press(pilot, "3")
        app.open_compare()
        await settle(pilot)
        assert names(app) == ["0 Uw plan", "3 te jong"]
        assert "0, ← 3 → van 4" in seen(app).splitlines()[0]

    drive(steps, size=size)


@pytest.mark.parametrize(
    ("size", "count", "first", "last"),
    [((60, 20), 2, "1", "4"), ((80, 24), 2, "1", "4"), ((140, 40), 4, "1-3", "2-4")],
)
def test_as_many_variants_as_fit_stand_beside_the_plan_and_the_arrows_page_through_the_rest(size, count, first, last):
    async def steps(app, pilot):
        await compared(app, pilot)
        plan, *variants = ["0 Uw plan", "1 met sleutel", "2 op bezoek", "3 te jong", "4 alleen rechtzetten"]
        beside = count - 1
        assert names(app) == [plan, *variants[:beside]]
        assert f"0, {first} → van 4" in seen(app).splitlines()[0]
        await press(pilot, "right")
        assert names(app) == [plan, *variants[1 : beside + 1]]
        await press(pilot, *["right"] * 9)
        assert names(app) == [plan, *variants[-beside:]]
        assert f"0, ← {last} van 4" in seen(app).splitlines()[0]
        await press(pilot, *["left"] * 9)
        assert names(app) == [plan, *variants[:beside]]

    drive(steps, size=size)


def test_side_by_side_says_what_each_comes_to_and_in_what_they_differ():
    async def steps(app, pilot):
        await compared(app, pilot)
        shown = seen(app)
        for verdict in ("✗ Nee, dat mag niet", "✓! Ja, mits"):
            assert verdict in shown
        assert "Zonder sleutel mag u de fiets" in shown
        assert "‹ nu in beeld" in shown
        rows = shown.splitlines()
        asked = next(n for n, row in enumerate(rows) if "Hebt u de sleutel?" in row)
        assert rows[asked + 1].split("│")[0].strip() == "Nee"
        assert rows[asked + 1].split("│")[1].strip() == "Ja"
        assert "telt hier niet" in rows[asked + 1].split("│")[2]
        text = " ".join(shown.split())
        assert "Draag een helm. (alleen hier)" in text
        assert "Wanneer: Vóór vertrek" in text

    drive(steps, size=(140, 60))


def test_an_answer_that_makes_no_difference_is_shown_in_the_list_and_side_by_side():
    async def steps(app, pilot):
        await to_advice(app, pilot, NO_KEY)
        app.session.vary("laat", {"last_check": "2020-06-01"})
        app.open_variants()
        await settle(pilot)
        asked = "Wanneer is de fiets voor het laatst nagekeken?"
        assert f"Anders: {asked} 1 juni 2020" in seen(app)
        app.session.answer({"bought": "2020-01-01", "lights_work": "no"})
        app.again()
        await settle(pilot)
        assert "Anders: 3 antwoorden op vragen die uw plan niet heeft" in seen(app)
        await press(pilot, "c")
        assert "De antwoorden zijn overal gelijk" not in seen(app)
        assert asked in " ".join(row.split("│")[1] for row in seen(app).splitlines() if "│" in row)
        assert "1 juni 2020 (telt hier niet)" in seen(app)

    drive(steps, size=(140, 40))


def test_a_number_that_no_line_has_says_so():
    async def steps(app, pilot):
        await press(pilot, "2", "1", "2", "i", "9")
        assert "Er is geen regel 9." in seen(app)
        assert isinstance(app.screen, InsteadPage)

    drive(steps)


def test_a_number_goes_on_with_that_column():
    async def steps(app, pilot):
        await compared(app, pilot)
        await press(pilot, "2")
        assert app.session.consultation.variant.name == "op bezoek"
        assert isinstance(app.screen, AdvicePage)
        await press(pilot, "x", "c", "7")
        assert isinstance(app.screen, ComparePage)
        await press(pilot, "b")
        assert isinstance(app.screen, VariantsPage)

    drive(steps)


def test_undo_on_the_comparison_takes_variants_away_until_none_is_left():
    async def steps(app, pilot):
        await to_advice(app, pilot, NO_KEY)
        app.session.vary("a", {"keyholder": "yes"})
        app.open_compare()
        await settle(pilot)
        await press(pilot, "u")
        assert isinstance(app.screen, VariantsPage)
        await press(pilot, "c")
        assert "Er zijn nog geen varianten" in seen(app)

    drive(steps)


def test_everything_in_every_column_is_the_same_on_any_day():
    """The law of another day is worked out for every column."""

    async def steps(app, pilot):
        await compared(app, pilot)
        app.session.set_date(app.session.on - timedelta(days=365 * 10))
        app.again()
        await settle(pilot)
        assert "22 november 2016" in seen(app) or "2016" in seen(app).splitlines()[0]

    drive(steps)


# ---------------------------------------------------------------- columns


def test_columns_are_equally_wide_and_filled_up():
    cells = [Rows([line("one two three")]), Rows([line("x"), line("y")])]
    columns = Columns(cells)
    assert columns.each(23) == 10
    assert columns.get_height({}, 23) == 2
    assert columns == Columns(cells)
    assert columns != Columns(cells, of=3)
    assert Columns(cells, of=3).each(23) == 5
    assert columns.get_height({}, 3) == 0
    assert [room_for(width) for width in (10, 57, 77, 137)] == [1, 2, 2, 4]
    assert isinstance(text_of(cells[0]), str)
    assert Shown("x")


# ---------------------------------------------------------------- names of others


HOSTILE = ["[b]x[/b] [@click=app.quit]q[/]", "{0} {name} %s {{ 1 }}", "**x** <script> `y`", "é́́ 👩‍👩‍👧 שלום"]


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_is_shown_literally_on_every_screen(name):
    async def steps(app, pilot):
        await to_advice(app, pilot, NO_KEY)
        app.session.vary(name, {"borrower": "visitor"})
        app.open_advice()
        await settle(pilot)
        assert f"Variant “{name}" in seen(app)
        await press(pilot, "x")
        assert f"1  {name}" in seen(app)
        await press(pilot, "c")
        assert f"1 {name}" in seen(app)
        await press(pilot, "b", "w")
        assert f"Variant “{name}” is weg" in seen(app)

    drive(steps, size=(140, 40))


def test_control_and_bidi_characters_in_a_name_never_reach_the_screen():
    async def steps(app, pilot):
        await to_advice(app, pilot, NO_KEY)
        app.session.vary("a\x1b]52;c;eA==\x07b\u202ec\x9b31m", {})
        for page in (app.open_advice, app.open_variants, app.open_compare):
            page()
            await settle(pilot)
            assert not set(seen(app)) & set("\x1b\x07\x9b\u202e")
        assert not set(newest().read_text("utf-8")) & set("\x1b\x07\x9b\u202e")

    drive(steps, size=(140, 40))


# ---------------------------------------------------------------- sizes and languages


@pytest.mark.parametrize("size", [(1, 1), (12, 6), (40, 12), (300, 80)])
def test_no_size_ends_the_app(size):
    async def steps(app, pilot):
        await compared(app, pilot)
        for page in (app.open_instead, app.open_deciding, app.open_variants, app.open_compare):
            page()
            await settle(pilot)
            await pilot.resize_terminal(*size)
            await settle(pilot)
            await press(pilot, "enter", "1", "right", "w", "delete", "b")
            await pilot.resize_terminal(80, 24)
            await settle(pilot)
        if size == (1, 1):
            assert len(app.session.consultation.variants) == 4, "too small to see: no key changes anything"

    drive(steps)


def test_the_law_itself_is_laid_out_on_every_page():
    law = load(Path(__file__).parents[2] / "trees")

    async def steps(app, pilot):
        app.open_consult("approach")
        await settle(pilot)
        app.session.answer(
            {"channel": "phone", "message_kind": "commercial", "recipient": "consumer", "objection": "yes"}
        )
        app.session.vary("mailen", {"channel": "email"})
        for page in (app.open_instead, app.open_deciding, app.open_variants, app.open_compare):
            page()
            await settle(pilot)
            assert len(seen(app).strip()) > 100

    drive(steps, consult=None, content=law)


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("size", SIZES)
def test_pictures(snapshot, size, language):
    async def steps(app, pilot):
        await compared(app, pilot)
        snapshot(app, f"compare-{size}-{language}")
        await press(pilot, "b")
        snapshot(app, f"variants-{size}-{language}")
        app.open_instead()
        await settle(pilot)
        snapshot(app, f"instead-{size}-{language}")
        app.open_deciding()
        await settle(pilot)
        snapshot(app, f"deciding-{size}-{language}")
        app.session.take(0)
        app.open_advice()
        await settle(pilot)
        snapshot(app, f"variant-advice-{size}-{language}")

    drive(steps, size=SIZES[size], language=language)


def test_pictures_without_colour(snapshot, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")

    async def steps(app, pilot):
        await compared(app, pilot)
        snapshot(app, "compare-80x24-mono")

    drive(steps)


def test_the_content_has_what_these_tests_rely_on():
    assert CONTENT.facts["keyholder"].instead
    assert CONTENT.facts["brakes_work"].instead


def test_every_key_of_these_screens_does_something_and_is_in_the_help():
    for page in (InsteadPage, DecidingPage, VariantsPage, ComparePage):
        for key in page.KEYS:
            assert key.long.nl, (page, key)
            assert key.long.en, (page, key)
            if key.action:
                assert hasattr(page, f"action_{key.action.split('(')[0]}"), (page, key)


def test_the_help_over_these_screens_names_their_keys():
    async def steps(app, pilot):
        await compared(app, pilot)
        for page in (app.open_instead, app.open_deciding, app.open_variants, app.open_compare):
            page()
            await settle(pilot)
            owner = app.screen
            await press(pilot, "f1")
            for key in owner.KEYS:
                assert app.session.say(key.long) in " ".join(seen(app).split()), key
            await press(pilot, "escape")

    drive(steps, size=(140, 60))
