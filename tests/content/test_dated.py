"""Values that change by date: what holds on the day before a change, on the day itself and on the day after."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.content.folders import GOOD
from wizard.content.load import load
from wizard.content.model import Contested, Dated, Duty, Place, Text, Verdict

DAY = timedelta(days=1)
CHANGES = Dated(((date(2010, 1, 1), "a"), (date(2016, 7, 1), None), (date(2020, 2, 29), "b")))


@pytest.mark.parametrize(
    ("on", "value"),
    [
        ("0001-01-01", None),
        ("2009-12-31", None),
        ("2010-01-01", "a"),
        ("2010-01-02", "a"),
        ("2016-06-30", "a"),
        ("2016-07-01", None),
        ("2016-07-02", None),
        ("2020-02-28", None),
        ("2020-02-29", "b"),
        ("2020-03-01", "b"),
        ("9999-12-31", "b"),
    ],
)
def test_each_boundary(on: str, value: str | None) -> None:
    assert CHANGES.at(date.fromisoformat(on)) == value


def test_always_and_never() -> None:
    assert Dated.always("x").at(date.min) == "x"
    assert Dated.always("x").at(date.max) == "x"
    assert Dated.always("x").boundaries == ()
    assert Dated().at(date(2020, 1, 1)) is None


def test_boundaries_are_the_days_of_change() -> None:
    assert CHANGES.boundaries == (date(2010, 1, 1), date(2016, 7, 1), date(2020, 2, 29))


DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))


@given(st.dictionaries(DAYS, st.one_of(st.none(), st.integers()), max_size=6), DAYS)
def test_the_last_change_up_to_that_day_holds(changes: dict[date, int | None], on: date) -> None:
    dated = Dated(tuple(sorted(changes.items(), key=lambda item: item[0])))
    past = [day for day in changes if day <= on]
    assert dated.at(on) == (changes[max(past)] if past else None)


@pytest.mark.parametrize("kind", [Duty, Contested])
def test_from_counts_and_until_does_not(kind: type[Duty | Contested]) -> None:
    held = kind(
        id="x",
        text=Text("", ""),
        sources=Dated(),
        place=Place("f", 1),
        from_=date(2018, 3, 1),
        until=date(2020, 1, 1),
    )
    days = [date(2018, 2, 28), date(2018, 3, 1), date(2019, 12, 31), date(2020, 1, 1)]
    assert [held.in_force(day) for day in days] == [False, True, True, False]


def test_a_source_is_in_force_while_it_stands_somewhere() -> None:
    content = load(GOOD)
    gone = content.sources["open-park"]
    assert gone.in_force(date(2016, 7, 1) - DAY)
    assert not gone.in_force(date(2016, 7, 1))
    judgment = content.sources["court-of-ice"]
    days = [date(2012, 1, 31), date(2012, 2, 1), date(2020, 12, 31), date(2021, 1, 1)]
    assert [judgment.in_force(day) for day in days] == [False, True, True, False]


def test_verdicts_are_in_order_of_strictness() -> None:
    names = ["not_applicable", "allowed", "conditional", "assess", "forbidden"]
    assert [verdict.value for verdict in sorted(Verdict, key=lambda verdict: verdict.rank)] == names
