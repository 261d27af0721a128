"""How long ago a day lies: of months and weeks the last day counts, as with a deadline; of years it does not."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reasoning.test_deadlines import duty
from wizard.content.model import Length, Span
from wizard.reasoning.deadline import due
from wizard.reasoning.terms import end_of_term, first_within, lies_within

DAYS = st.dates(date(1990, 1, 1), date(2090, 12, 31))
LENGTHS = st.builds(Length, st.integers(1, 20), st.sampled_from(["years", "months", "weeks"]))


@pytest.mark.parametrize(
    ("length", "day", "last"),
    [
        (Length(1, "months"), "2026-10-21", "2026-11-21"),
        (Length(1, "months"), "2026-01-31", "2026-02-28"),
        (Length(4, "weeks"), "2017-06-02", "2017-06-30"),
        (Length(3), "2023-11-22", "2026-11-21"),
    ],
)
def test_the_last_day_that_counts(length: Length, day: str, last: str) -> None:
    start, on = date.fromisoformat(day), date.fromisoformat(last)
    assert lies_within(start, length, on)
    assert not lies_within(start, length, on + timedelta(days=1))


@given(DAYS, LENGTHS)
def test_a_term_ends_once_and_the_first_day_within_it_is_the_first(day: date, length: Length) -> None:
    end = end_of_term(day, length)
    assert end is not None
    assert lies_within(day, length, end - timedelta(days=1))
    assert not lies_within(day, length, end)
    first = first_within(day, length)
    assert lies_within(first, length, day)
    assert not lies_within(first - timedelta(days=1), length, day)


@given(DAYS, st.integers(1, 20), st.sampled_from(["months", "weeks"]), st.integers(-2, 2))
def test_a_deadline_and_a_node_on_the_same_day_agree(day: date, count: int, unit: str, beside: int) -> None:
    end = end_of_term(day, Length(count, unit))
    assert end is not None
    on = end + timedelta(days=beside)
    found = due(duty(Span("received", count, unit)), {"received": day.isoformat()})
    assert found is not None
    assert found.passed(on) is not lies_within(day, Length(count, unit), on)
