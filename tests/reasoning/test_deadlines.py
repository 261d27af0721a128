"""Deadlines: the calendar, what is asked for them, and what they say."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.content.folders import GOOD
from wizard.content.load import load
from wizard.content.model import Dated, Deadline, Duty, Place, Span, Text
from wizard.dossier.consultation import Consultation
from wizard.reasoning.advice import advise
from wizard.reasoning.deadline import Due, due, working_day
from wizard.reasoning.lead import leads
from wizard.reasoning.question import FULL, Question
from wizard.reasoning.record import next_record
from wizard.report.deadlines import deadline_words, left_words

CONTENT = load(GOOD)
THEFT = CONTENT.consults["theft"]
NOW = date(2026, 11, 21)


def duty(*spans: Span) -> Duty:
    return Duty("d", Text("", ""), Dated.always(()), Place("", 1), deadline=Deadline(Text("Snel", "Soon"), spans))


def end(start: str, count: int, unit: str) -> Due:
    found = due(duty(Span("f", count, unit)), {"f": start})
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("start", "count", "unit", "last"),
    [
        ("2026-01-31", 1, "months", "2026-02-28"),
        ("2028-01-31", 1, "months", "2028-02-29"),
        ("2026-11-21", 1, "months", "2026-12-21"),
        ("2026-12-15", 2, "months", "2027-02-15"),
        ("2026-11-21", 4, "weeks", "2026-12-19"),
        ("2026-11-21", 0, "days", "2026-11-21"),
        ("2026-11-20", 5, "working days", "2026-11-27"),
        ("2026-11-21", 5, "working days", "2026-11-27"),  # from a Saturday: Monday is the first
        ("2026-04-24", 1, "working days", "2026-04-28"),  # Monday 27 April is King's Day
        ("2026-12-24", 1, "working days", "2026-12-28"),  # Christmas on Friday and Saturday
        ("2027-05-14", 1, "working days", "2027-05-18"),  # Whit Monday
        ("2026-11-21T23:59", 2, "days", "2026-11-23"),  # of a moment, its day
    ],
)
def test_days_weeks_and_months(start: str, count: int, unit: str, last: str) -> None:
    assert end(start, count, unit).day == date.fromisoformat(last)


@pytest.mark.parametrize(
    ("start", "hours", "moment"),
    [
        ("2026-11-20T16:30", 72, "2026-11-23T16:30"),  # weekends count
        ("2026-03-28T12:00", 24, "2026-03-29T13:00"),  # the clock goes forward
        ("2026-10-24T12:00", 24, "2026-10-25T11:00"),  # and back
        ("2026-12-31T23:30", 1, "2027-01-01T00:30"),
    ],
)
def test_hours_are_hours_that_pass(start: str, hours: int, moment: str) -> None:
    found = end(start, hours, "hours")
    assert found.moment == datetime.fromisoformat(moment)
    assert found.day == found.moment.date()


def test_the_first_to_end_counts_and_what_is_not_known_is_passed_over() -> None:
    two = duty(Span("a", 1, "months"), Span("b", 0, "days"))
    assert due(two, {}) is None
    assert due(two, {"a": "unknown"}) is None
    found = due(two, {"a": "2026-11-01"})
    assert found is not None
    assert (found.day, found.span.fact) == (date(2026, 12, 1), "a")
    found = due(two, {"a": "2026-11-01", "b": "2026-11-05"})
    assert found is not None
    assert (found.day, found.span.fact) == (date(2026, 11, 5), "b")
    found = due(two, {"a": "2026-11-01", "b": "2027-11-05"})
    assert found is not None
    assert found.span.fact == "a"


def test_a_deadline_that_ends_on_a_day_off_names_the_working_day_before() -> None:
    assert end("2026-11-22", 1, "weeks").before == date(2026, 11, 27)  # a Sunday
    assert end("2026-11-20", 1, "weeks").before is None
    assert end("2026-04-20", 1, "weeks").before == date(2026, 4, 24)  # King's Day on a Monday


@given(st.dates(date(2004, 1, 1), date(2060, 1, 1)), st.integers(1, 30))
def test_working_days(start: date, count: int) -> None:
    last = end(start.isoformat(), count, "working days").day
    assert working_day(last)
    between = [start + timedelta(days=n) for n in range(1, (last - start).days + 1)]
    assert sum(map(working_day, between)) == count


def test_what_counts_is_asked_once_the_verdict_is_clear_and_texts_for_the_whole_file() -> None:
    stolen = {"bicycle_gone": "stolen", "theft_seen": "2026-11-20T16:30"}
    assert next_record(CONTENT, THEFT, stolen, NOW) == Question(("theft_reported",))
    stolen["theft_reported"] = "unknown"
    assert next_record(CONTENT, THEFT, stolen, NOW) is None
    assert next_record(CONTENT, THEFT, stolen, NOW, FULL) == Question(("theft_story",))
    back = {"bicycle_gone": "found_back"}
    assert next_record(CONTENT, THEFT, back, NOW) is None  # no duty, so no deadline
    consultation = Consultation("theft", NOW)
    asked = []
    while (question := consultation.question(CONTENT)) is not None:
        fact = question.facts[0]
        asked.append(fact)
        answers = {"bicycle_gone": "stolen", "theft_seen": "2026-11-20T16:30", "theft_reported": "2026-11-21"}
        consultation = consultation.answer(fact, answers[fact])
    assert asked == ["bicycle_gone", "theft_seen", "theft_reported"]


def test_what_is_recorded_counts_as_used() -> None:
    facts = {"bicycle_gone": "stolen", "theft_seen": "2026-11-20T16:30", "theft_reported": "2026-11-21"}
    advice = advise(CONTENT, THEFT, {**facts, "theft_story": "Weg."}, NOW)
    assert advice.unused == ()
    advice = advise(CONTENT, THEFT, {"bicycle_gone": "found_back", "theft_reported": "2026-11-21"}, NOW)
    assert advice.unused == ("theft_reported",)


def test_a_deadline_in_words() -> None:
    facts = {"theft_seen": "2026-11-20T16:30", "theft_reported": "2026-11-21"}
    report, claim = CONTENT.duties["report-theft"], CONTENT.duties["claim-theft"]
    on = date(2026, 11, 20)
    assert deadline_words(report, {}, "en", on) == "Within 24 hours of seeing it."
    assert deadline_words(report, facts, "nl", on) == (
        "Binnen 24 uur nadat u het zag. Dat is uiterlijk zaterdag 21 november 2026 om 16:30 uur."
    )
    soon, later = datetime(2026, 11, 21, 14, 15), datetime(2026, 11, 23, 17, 30)
    assert deadline_words(report, facts, "nl", on, soon).endswith("Nog 2 uur en 15 minuten.")
    assert deadline_words(report, facts, "en", on, later).endswith("passed 2 days and 1 hour ago.")
    assert "vrijdag 27 november 2026" in deadline_words(claim, facts, "nl", on)
    assert deadline_words(CONTENT.duties["lock"], facts, "nl", on) == ""


def test_a_deadline_that_passed_on_the_reference_date() -> None:
    facts = {"theft_seen": "2026-11-20T16:30", "theft_reported": "2026-11-21"}
    report, claim = CONTENT.duties["report-theft"], CONTENT.duties["claim-theft"]
    assert "uiterlijk" in deadline_words(report, facts, "nl", date(2026, 11, 21))  # on its own day it has not passed
    assert deadline_words(report, facts, "nl", date(2026, 11, 22)) == (
        "Binnen 24 uur nadat u het zag. Dat was zaterdag 21 november 2026 om 16:30 uur: voorbij op de peildatum. "
        "Deed u het niet op tijd, dan bent u te laat: doe het alsnog."
    )
    assert "latest" in deadline_words(claim, facts, "en", date(2026, 11, 27))
    words = deadline_words(claim, facts, "en", date(2026, 11, 28), datetime(2026, 12, 24, 9), binds=False)
    assert words.endswith("That was Friday 27 November 2026: passed on the reference date.")


def test_what_must_be_done_at_once_is_not_late_on_its_own_day() -> None:
    at_once = Due(date(2026, 12, 1), Span("f", 0, "days"))
    assert not at_once.passed(date(2026, 12, 1))
    assert at_once.passed(date(2026, 12, 2))


def test_the_time_left() -> None:
    last = Due(date(2026, 12, 1), Span("f", 1, "months"))
    assert left_words(last, datetime(2026, 12, 1, 9), "nl") == "Dat is vandaag."
    assert left_words(last, datetime(2026, 12, 1, 23, 59), "en") == "That is today."
    assert left_words(last, datetime(2026, 11, 30, 23, 59), "nl") == "Dat is morgen."
    assert left_words(last, datetime(2026, 11, 29, 0, 1), "nl") == "Nog 2 dagen."
    assert left_words(last, datetime(2026, 12, 2, 12), "en") == "That was yesterday; this deadline has passed."
    assert left_words(last, datetime(2026, 12, 11, 12), "nl") == "Deze termijn is 10 dagen voorbij."
    on_the_day = Due(date(2026, 12, 1), Span("f", 0, "days"))
    assert left_words(on_the_day, datetime(2026, 12, 1, 9), "nl") == "Dat is vandaag."
    assert "voorbij" not in left_words(on_the_day, datetime(2026, 12, 2, 9), "nl")
    assert left_words(on_the_day, datetime(2027, 3, 1, 9), "en").startswith("That day has passed.")
    moment = Due(date(2026, 12, 1), Span("f", 1, "hours"), datetime(2026, 12, 1, 9))
    assert left_words(moment, datetime(2026, 12, 1, 9), "nl") == "Nog 0 minuten."
    assert left_words(moment, datetime(2026, 12, 1, 8, 59), "nl") == "Nog 1 minuut."


def test_a_lead_is_offered_and_followed_with_the_answers() -> None:
    back = Consultation("theft", NOW).answer("bicycle_gone", "found_back")
    (lead,) = leads(CONTENT, back.advice(CONTENT))
    followed = back.follow(lead)
    assert followed.consult == "bicycle"
    assert followed.trail == ("theft",)
    assert followed.facts == {"bicycle_gone": "found_back", "purpose": "errand"}
    assert back.answer("purpose", "commute").follow(lead).facts["purpose"] == "commute"  # what was said stays
    stolen = Consultation("theft", NOW).answer("bicycle_gone", "stolen")
    assert leads(CONTENT, stolen.advice(CONTENT)) == ()
    assert leads(CONTENT, Consultation("theft", NOW).advice(CONTENT)) == ()
