"""What a report says about other ways: what decides the answer, and the plan and its variants side by side."""

import re
from datetime import date, datetime

import pytest
from markdown_it import MarkdownIt

from tests.report.conftest import section
from tests.report.readers import squash, text_of
from wizard.content.model import Content
from wizard.dossier.consultation import Consultation, Given
from wizard.reasoning.decides import decides
from wizard.report.doubts import doubts, other_words
from wizard.report.export import export
from wizard.report.markdown import render
from wizard.report.variants import comparison

ON = date(2026, 11, 22)
FINE = {
    "purpose": "errand",
    "borrower": "employee",
    "keyholder": "yes",
    "last_check": "2026-05-01",
    "bought": "2020-01-01",
    "brakes_work": "yes",
    "lights_work": "yes",
    "tyres_hard": "yes",
}
BROKEN = FINE | {"brakes_work": "no"}
HOSTILE = "[k](https://kwaad.example) | **vet** <script>x</script> {{ 7*7 }}"


def plan(facts: dict[str, str], consult: str = "bicycle") -> Consultation:
    return Consultation(consult, ON, {fact: Given(answer) for fact, answer in facts.items()})


def varied(facts: dict[str, str], **variants: dict[str, str]) -> Consultation:
    said = plan(facts)
    for name, changes in variants.items():
        said = said.vary(name, changes).take(None)
    return said


def written(content: Content, said: Consultation, language: str = "nl", level: str = "full") -> str:
    return render(content, said.advice(content), language, consultation=said, version="1.2.3", level=level)


# ---------------------------------------------------------------- what decides


def test_the_full_advice_says_what_decides_it(content: Content) -> None:
    said = section(written(content, plan(BROKEN)), "Wat dit antwoord bepaalt")
    assert "- Doen de remmen het? Nu: Nee. Bij “Ja”: **✓! Ja, mits**." in said
    assert "Bij een dag tot en met 31 december 2014: **? Zelf afwegen**." in said
    english = section(written(content, plan(BROKEN), "en"), "What decides this answer")
    assert "- Do the brakes work? Now: No. With “Yes”: **✓! Yes, provided**." in english


def test_an_assumption_and_what_only_may_turn_it_are_marked(content: Content) -> None:
    said = section(written(content, plan(FINE)), "Wat dit antwoord bepaalt")
    assert "- Wat voor weer is het? Nu: Niet glad (aangenomen). Bij “Glad”: **? Zelf afwegen**." in said
    assert "Bij “Van en naar het werk” misschien: **✓! Ja, mits** of **? Zelf afwegen**." in said


def test_two_answers_that_turn_it_together_are_one_point(content: Content) -> None:
    said = section(written(content, plan(BROKEN | {"last_check": "2020-01-01"})), "Wat dit antwoord bepaalt")
    assert (
        "- Alleen samen: Wanneer is de fiets voor het laatst nagekeken? Nu: 1 januari 2020; en: Doen de remmen het? "
        "Nu: Nee. Bij een dag vanaf 23 november 2025, en “Ja”: **✓! Ja, mits**." in said
    )


@pytest.mark.parametrize("level", ["summary", "letter"])
def test_only_the_full_advice_says_so_and_only_once_it_is_certain(content: Content, level: str) -> None:
    assert "Wat dit antwoord bepaalt" not in written(content, plan(BROKEN), level=level)
    assert "Wat dit antwoord bepaalt" not in written(content, plan(FINE | {"brakes_work": "unknown"}))


def test_more_points_than_a_reader_takes_in_are_counted(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("wizard.report.doubts.MOST_DOUBTS", 2)
    said = section(written(content, plan(FINE)), "Wat dit antwoord bepaalt")
    assert said.count("\n- ") == 2
    assert "Er zijn nog 6 van zulke punten." in said


def test_other_answers_are_listed_or_all_of_them_at_once(content: Content) -> None:
    assert other_words(content, "purpose", ["trip", "tidy"], "nl") == "“Een uitje” of “Ik zet hem alleen recht”"
    assert other_words(content, "purpose", ["errand", "trip", "tidy"], "nl") == "elk ander antwoord"
    assert other_words(content, "keyholder", ["no"], "nl") == "“Nee”"
    stretches = ["../2010-01-01", "2012-01-01/2012-12-31", "2020-01-01/.."]
    assert other_words(content, "bought", stretches, "en") == (
        "a day up to and including 1 January 2010, a day from 1 January 2012 up to and including 31 December 2012 "
        "or a day from 1 January 2020 on"
    )


def test_every_turning_is_told_once(content: Content) -> None:
    said = plan(FINE)
    turnings = decides(content, content.consults["bicycle"], said.facts, ON)
    told = doubts(content, content.consults["bicycle"], said.advice(content), turnings, "nl")
    assert sum(len(doubt.ways) for doubt in told) == len(turnings)
    questions = [tuple(one.question for one in doubt.questions) for doubt in told]
    assert len(questions) == len(set(questions))


# ---------------------------------------------------------------- side by side


def rows(text: str) -> list[list[str]]:
    """The cells of the table in ``text``, without its head."""
    found = [line for line in text.splitlines() if line.startswith("| ")][2:]
    return [[cell.strip() for cell in re.split(r"(?<!\\)\|", line)[1:-1]] for line in found]


def test_the_plan_and_its_variants_stand_side_by_side(content: Content) -> None:
    said = varied(BROKEN, nakijken={"brakes_work": "yes"}, bezoek={"borrower": "visitor"})
    text = section(written(content, said), "De varianten naast elkaar")
    table = rows(text)
    assert [row[0] for row in table] == ["**Uw plan** (hierover gaat dit advies)", "**nakijken**", "**bezoek**"]
    assert [row[1] for row in table] == ["**✗ Nee, dat mag niet**", "**✓! Ja, mits**", "**✗ Nee, dat mag niet**"]
    assert table[0][2] == "Met een kapotte fiets mag u de weg niet op."
    assert table[0][3] == "Doen de remmen het? Nee. Wie bent u? Werknemer."
    assert [row[3] for row in table[1:]] == ["Doen de remmen het? Ja.", "Wie bent u? Bezoeker."]
    checked = text.split("### Wat een andere variant nog vraagt\n")[1]
    assert (
        "(alleen bij “nakijken”) **Termijn:** Vóór vertrek, en binnen een uur na terugkomst. (regel 4 lid 2 Huisregels)"
        in checked
    )
    assert "Meld wat er kapot is." not in text
    here = section(written(content, said), "Wat u nu moet doen")
    assert here.strip().startswith("- [ ] Meld wat er kapot is. (alleen bij “Uw plan”) (regel 4 lid 1 Huisregels)")


def test_an_answer_that_this_verdict_does_not_use_is_shown_with_what_it_does(content: Content) -> None:
    """ "What differs" stays empty for no variant that answers otherwise."""
    said = varied({"purpose": "errand", "borrower": "employee", "keyholder": "no"}, laat={"last_check": "2020-06-01"})
    for found in (said, said.take(None).answer("last_check", "2026-06-01")):
        differs = [row[3] for row in rows(section(written(content, found), "De varianten naast elkaar"))]
        assert differs[1] == "Wanneer is de fiets voor het laatst nagekeken? 1 juni 2020 (telt hier niet)."
    assert differs[0] == "Wanneer is de fiets voor het laatst nagekeken? 1 juni 2026 (telt hier niet)."
    alike = rows(section(written(content, said.vary("gelijk", {})), "De varianten naast elkaar"))
    assert [row[3] for row in alike] == ["–", differs[1], "–"]


def test_the_report_on_a_variant_says_so_and_lists_the_sources_of_every_variant(content: Content) -> None:
    said = varied(BROKEN, nakijken={"brakes_work": "yes"}).take(0)
    text = written(content, said)
    assert text.startswith("# Advies: De kantoorfiets lenen\n\n- Variant: **nakijken**\n\n## ✓! Ja, mits")
    assert [row[0] for row in rows(text)] == ["**Uw plan**", "**nakijken** (hierover gaat dit advies)"]
    on_plan = section(written(content, said.take(None)), "Bronnen")
    assert "regel 4 lid 2 Huisregels" in on_plan, "the rule of a duty that only the variant has"


def test_duties_of_every_variant_are_named_once(content: Content) -> None:
    said = varied(FINE, stagiair={"borrower": "intern"})
    text = section(written(content, said), "De varianten naast elkaar")
    assert "geldt bij elke variant, tenzij erachter staat bij welke." in text
    assert "Wat een andere variant nog vraagt" not in text
    assert "alleen bij" not in section(written(content, said), "Wat u nu moet doen")


@pytest.mark.parametrize("level", ["full", "letter"])
@pytest.mark.parametrize("active", [None, 0, 1, 2])
def test_a_duty_is_listed_once_however_many_variants_ask_it(content: Content, level: str, active: int | None) -> None:
    said = varied(FINE, stagiair={"borrower": "intern"}, kapot={"brakes_work": "no"}, bezoek={"borrower": "visitor"})
    text = written(content, said.take(active), level=level)
    found = content.duties.values()
    listed = [line for line in text.splitlines() for duty in found if duty.text.nl.rstrip(".") in line]
    assert len(listed) == 4
    assert len(listed) == len(set(listed))
    ways = {line.split("(alleen bij ")[1].split(")")[0] for line in listed}
    assert ways == {"“Uw plan”, “stagiair”", "“kapot”"}


def test_a_variant_that_is_open_says_on_which_question_it_hangs(content: Content) -> None:
    said = varied({"purpose": "errand", "borrower": "employee", "keyholder": "no"}, sleutel={"keyholder": "yes"})
    text = section(written(content, said, "en"), "The variants side by side")
    assert rows(text)[1][1:3] == [
        "**✗ No, not allowed** or **? Weigh it yourself** or **✓! Yes, provided**",
        "That still depends on: When was the bicycle last checked?",
    ]
    assert "- sleutel: When was the bicycle last checked? When was the bicycle bought?" in text


@pytest.mark.parametrize("level", ["full", "letter"])
def test_what_only_a_variant_rests_on_is_told_too(content: Content, level: str) -> None:
    said = varied(FINE | {"keyholder": "no"}, sleutel={"keyholder": "yes"})
    assert "brakes_work" in said.advice(content).unused
    question = content.facts["brakes_work"].question.nl
    assert question in written(content, said, level=level)
    assert "niet nodig" not in written(content, said, level=level)
    alone = written(content, plan(FINE | {"keyholder": "no"}))
    assert question in section(alone, "Antwoorden die niet zijn gebruikt")


@pytest.mark.parametrize(("level", "there"), [("full", True), ("letter", True), ("summary", False)])
def test_the_comparison_stands_in_the_full_advice_and_in_the_letter(content: Content, level: str, there: bool) -> None:
    assert ("naast elkaar" in written(content, varied(BROKEN, a={"brakes_work": "yes"}), level=level)) is there
    assert "naast elkaar" not in written(content, plan(BROKEN), level=level)


def test_a_name_cannot_become_markup(content: Content) -> None:
    said = plan(BROKEN).vary(HOSTILE, {"brakes_work": "yes"})
    html = MarkdownIt("gfm-like").render(written(content, said))
    assert "[k](https://kwaad.example) | **vet** &lt;script&gt;x&lt;/script&gt;" in html
    assert "<script>" not in html
    assert 'href="https://kwaad' not in html


@pytest.mark.parametrize("form", ["html", "docx", "pdf"])
def test_other_readers_find_every_variant_its_verdict_and_what_decides(content: Content, form: str) -> None:
    said = varied(BROKEN, nakijken={"brakes_work": "yes"}, bezoek={"borrower": "visitor"})
    data = export(content, said.advice(content), "nl", form, consultation=said, version="1", made=ON)
    found = squash(text_of(form, data))
    for wanted in ("De varianten naast elkaar", "nakijken", "bezoek", "Wie bent u? Bezoeker.", "nog vraagt"):
        assert squash(wanted) in found, wanted
    assert squash("Wat dit antwoord bepaalt") in found
    assert squash("Doen de remmen het? Nu: Nee. Bij “Ja”: ✓! Ja, mits.") in found


def test_the_time_left_is_only_told_where_a_clock_is_at_hand(content: Content) -> None:
    facts = {"bicycle_gone": "stolen", "theft_seen": "2026-11-22T09:30"}
    said = plan(facts, "theft").vary("later", {"theft_seen": "2026-11-22T12:00"})
    dry = comparison(content, said, "nl")
    assert "Nog " not in dry.approaches[0].duties[0].deadline
    clock = comparison(content, said, "nl", now=datetime(2026, 11, 22, 13, 0))
    assert "Nog 20 uur en 30 minuten." in clock.approaches[0].duties[0].deadline
    assert "Nog 23 uur." in clock.approaches[1].duties[0].deadline


def test_the_same_variants_give_the_same_bytes(content: Content) -> None:
    said = varied(BROKEN, a={"brakes_work": "yes"}, b={"borrower": "visitor"})
    assert written(content, said) == written(content, said)
