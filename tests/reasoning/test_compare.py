"""Two dates: what differs, on which day, and by which rule. On contents small enough to see through."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.reasoning.toy import fact, outcome, tree
from wizard.content.model import Content, Length
from wizard.reasoning.advice import advise
from wizard.reasoning.compare import Comparison, Turn, compare, next_turn
from wizard.reasoning.days import changing_days, turning_days
from wizard.reasoning.terms import end_of_term, years_before

FIRST, NOW = date(2004, 5, 19), date(2026, 11, 21)
Toy = Callable[..., Content]

A = fact("a", "x", "y")
TWO_WAYS = {
    "t": tree(
        "t",
        "  n: {law: {2004-05-19: m, 2009-10-01: FREE, 2018-05-25: NO}}\n  m: {ask: a, x: OK, y: NO}\n",
        OK="allowed",
        FREE="allowed",
        NO="forbidden",
    )
}


def found(content: Content, first: date = FIRST, last: date = NOW, **facts: str) -> Comparison:
    return compare(content, content.consults["c"], facts, first, last)


def days(turns: tuple[Turn, ...]) -> list[tuple[str, str]]:
    return [(turn.on.isoformat(), turn.kind) for turn in turns]


def test_the_weightiest_change_names_the_turn(toy: Toy) -> None:
    content = toy(A, TWO_WAYS, "{tree: t}")
    moved = ("2021-07-01", "citations")  # `rule` goes from art. 1 to art. 2
    assert days(found(content, a="x").turns) == [("2009-10-01", "outcome"), ("2018-05-25", "verdict"), moved]
    assert days(found(content, a="y").turns) == [("2009-10-01", "verdict"), ("2018-05-25", "verdict"), moved]


def test_only_days_after_the_first_up_to_the_last_count_and_the_order_of_the_dates_does_not(toy: Toy) -> None:
    content = toy(A, TWO_WAYS, "{tree: t}")
    assert days(found(content, date(2009, 10, 1), date(2018, 5, 25), a="x").turns) == [("2018-05-25", "verdict")]
    there, back = (found(content, *sorted((FIRST, NOW), reverse=turned), a="x") for turned in (False, True))
    assert there == back
    same = found(content, NOW, NOW, a="x")
    assert (same.turns, same.change.kind) == ((), "")


def test_what_is_open_is_no_new_regime_unless_it_certainly_ends_elsewhere(toy: Toy) -> None:
    nodes = (
        "  n: {law: {2004-05-19: m, 2009-10-01: k, 2018-05-25: l}}\n"
        "  m: {ask: a, x: A1, y: A2}\n  k: {ask: a, x: A1, y: A3}\n  l: {ask: a, x: A4, y: A5}\n"
    )
    ends = dict.fromkeys(("A1", "A2", "A3", "A4", "A5"), "allowed")
    content = toy(A, {"t": tree("t", nodes, **ends)}, "{tree: t}")
    consult = content.consults["c"]
    assert days(found(content).turns)[:2] == [("2009-10-01", "reasons"), ("2018-05-25", "outcome")]
    assert days(found(content, a="y").turns)[:2] == [("2009-10-01", "outcome"), ("2018-05-25", "outcome")]
    assert next_turn(content, consult, advise(content, consult, {}, FIRST)) == date(2018, 5, 25)
    assert next_turn(content, consult, advise(content, consult, {"a": "y"}, FIRST)) == date(2009, 10, 1)
    assert next_turn(content, consult, advise(content, consult, {"a": "y"}, NOW)) is None


def test_a_tree_that_begins_to_apply_is_an_outcome_of_its_own(toy: Toy) -> None:
    trees = {
        "t": tree("t", "  n: {ask: a, x: OK, y: NO}\n", OK="allowed", NO="forbidden"),
        "u": tree("u", "  n: {law: {2004-05-19: FREE, 2010-01-01: OK}}\n", FREE="allowed", OK="allowed"),
    }
    content = toy(A, trees, "{tree: t}, {tree: u, when: {a: [x]}}")
    assert days(found(content, a="x").turns)[0] == ("2010-01-01", "outcome")
    assert [day for day, _ in days(found(content, a="y").turns)] == ["2021-07-01"]  # `u` plays no part


# --------------------------------------------------------------- by which rule

MORE = """
sources:
  began: {act: act, locator: {2012-01-01: art. 9}, says: {nl: n, en: n}, checked: 2026-11-21, confidence: high}
  verdict: {title: {nl: Vonnis, en: Judgment}, from: 2015-03-01, kind: case_law, says: {nl: v, en: v},
            checked: 2026-11-21, confidence: high}
  retold:
    act: act
    locator: {2004-05-19: art. 5}
    says: {2004-05-19: {nl: a, en: a}, 2018-05-25: {nl: b, en: b}}
    checked: 2026-11-21
    confidence: high
duties:
  log: {text: {nl: Log, en: Log}, sources: [began], from: 2012-01-01}
  old: {text: {nl: Oud, en: Old}, sources: [rule], until: 2014-02-01}
contested:
  point: {text: {nl: p, en: p}, sources: [rule], until: 2015-03-01}
"""
"""Three rules, and duties and a contested point that come or go: each on a day of its own."""


@pytest.fixture
def rules(tmp_path: Path, toy: Toy) -> Content:
    """One tree: duties change in 2012 and 2014, a point is settled in 2015, the answer changes in 2018."""
    (tmp_path / "more.yaml").write_text(MORE, "utf-8")
    ends = (
        "  OK:\n    verdict: conditional\n    because: {nl: r, en: r}\n    contested: [point]\n"
        "    sources: {2004-05-19: [rule], 2015-03-01: [rule, verdict]}\n"
        "    duties: {2004-05-19: [do, old], 2012-01-01: [do, old, log]}\n"
    )
    nodes = "  n: {law: {2004-05-19: OK, 2018-05-25: NO}, cite: [retold]}\n"
    text = f"tree: t\ntitle: {{nl: t, en: t}}\nnodes:\n{nodes}outcomes:\n{ends}{outcome('NO', 'forbidden')}"
    return toy(A, {"t": text}, "{tree: t}")


def test_each_turn_names_the_rule_that_changed_that_day(rules: Content) -> None:
    turns = found(rules).turns
    assert [(turn.on.isoformat(), turn.kind, turn.by) for turn in turns] == [
        ("2012-01-01", "duties", ("began",)),
        ("2014-02-01", "duties", ("rule",)),  # no rule changed: the one that the duty rested on
        ("2015-03-01", "reasons", ("verdict",)),
        ("2018-05-25", "verdict", ("retold",)),  # it stands where it stood, but says something else
        ("2021-07-01", "citations", ()),  # it only got another number: nothing brought that
    ]
    assert turns[0].change.duties_added == ("log",)
    assert turns[1].change.duties_removed == ("old",)
    assert [(move.source, move.before, move.after) for move in turns[2].change.moved] == [("verdict", None, "verdict")]
    assert turns[3].sources == ("verdict", "began")


def test_a_comparison_knows_the_day_of_each_difference(rules: Content) -> None:
    change = found(rules, FIRST, date(2016, 1, 1))
    came, went, moved = change.came("log"), change.went("old"), change.moved_on("verdict")
    assert [turn and turn.on.year for turn in (came, went, moved)] == [2012, 2014, 2015]
    assert change.came("old") is None
    assert change.moved_on("rule") is None


# --------------------------------------------------------------- terms

WHEN = "  when: {kind: date, question: {nl: w?, en: w?}}\n"
TERM = {"t": tree("t", "  n: {since: when, within: 3 years, yes: OK, no: NO}\n", OK="allowed", NO="forbidden")}


def test_a_term_that_runs_out_is_a_turn_of_its_own_without_any_change_of_law(toy: Toy) -> None:
    content = toy(WHEN, TERM, "{tree: t}")
    consult = content.consults["c"]
    first = found(content, when="2010-02-15").turns[0]
    assert (first.on, first.kind) == (date(2013, 2, 15), "verdict")
    assert [(term.fact, term.within) for term in first.elapsed] == [("when", Length(3))]
    assert next_turn(content, consult, advise(content, consult, {"when": "2024-11-21"}, NOW)) == date(2027, 11, 21)
    assert found(content, when="unknown").turns == ()


@given(st.dates(date(1990, 1, 1), date(2090, 12, 31)), st.integers(1, 9))
def test_a_term_ends_on_the_first_day_on_which_it_no_longer_holds(day: date, years: int) -> None:
    end = end_of_term(day, Length(years))
    assert end is not None
    assert day <= years_before(end, years)
    assert day > years_before(date.fromordinal(end.toordinal() - 1), years)


@pytest.mark.parametrize(
    ("day", "years", "end"),
    [("2024-02-29", 3, "2027-03-01"), ("2024-02-29", 4, "2028-02-29"), ("2023-11-21", 3, "2026-11-21")],
)
def test_a_term_from_leap_day_ends_on_the_first_of_march(day: str, years: int, end: str) -> None:
    assert end_of_term(date.fromisoformat(day), Length(years)) == date.fromisoformat(end)


def test_a_term_beyond_the_calendar_never_ends(toy: Toy) -> None:
    assert end_of_term(date(9998, 1, 1), Length(3)) is None
    assert end_of_term(date(9999, 12, 1), Length(1, "months")) is None
    assert end_of_term(date(9999, 12, 31), Length(1, "weeks")) is None
    assert found(toy(WHEN, TERM, "{tree: t}"), when="9999-12-31").change.kind == "citations"


def test_only_the_days_of_the_consult_are_looked_at(tmp_path: Path, toy: Toy) -> None:
    other = "consults: {d: {title: {nl: d, en: d}, intro: {nl: d, en: d}, trees: [{tree: u}]}}\n"
    (tmp_path / "more.yaml").write_text(other, "utf-8")
    late = tree("u", "  n: {law: {2004-05-19: OK, 2011-11-11: NO}}\n", OK="allowed", NO="forbidden")
    content = toy(A, TWO_WAYS | {"u": late}, "{tree: t}")
    here, there = (turning_days(content, content.consults[name], {}) for name in ("c", "d"))
    assert [day.year for day in here] == [2004, 2009, 2018]
    assert [day.year for day in there] == [2004, 2011]
    assert [day.year for day in changing_days(content, content.consults["d"], {})] == [2004, 2011, 2021]
