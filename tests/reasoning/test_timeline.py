"""The timeline: periods without gaps, each with one answer; on small contents, and on the law against every day."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from tests.reasoning.toy import fact, tree
from wizard.content.model import Content, Since
from wizard.reasoning.advice import Advice, advise
from wizard.reasoning.paths import boundaries
from wizard.reasoning.situation import FactError
from wizard.reasoning.terms import end_of_term
from wizard.reasoning.timeline import Timeline, timeline

FIRST, NOW = date(2004, 5, 19), date(2026, 11, 21)
Toy = Callable[..., Content]

A = fact("a", "x", "y") + "  when: {kind: date, question: {nl: w?, en: w?}}\n"
LINE = {
    "t": tree(
        "t",
        "  n: {law: {2004-05-19: m, 2009-10-01: k}}\n  m: {ask: a, x: OK, y: NO}\n"
        "  k: {since: when, within: 3 years, yes: OK, no: NO}\n",
        OK="allowed",
        NO="forbidden",
    )
}


def line(content: Content, first: date | None = None, last: date | None = None, **facts: str) -> Timeline:
    return timeline(content, content.consults["c"], facts, first, last)


def spans(found: Timeline) -> list[str]:
    return [f"{period.start} {period.end} {period.advice.verdict.value}" for period in found.periods]


def test_periods_follow_each_other_without_gaps(toy: Toy) -> None:
    content = toy(A, LINE, "{tree: t}")
    found = line(content, a="y", when="2022-02-02")
    assert spans(found) == [
        "2004-05-19 2009-10-01 forbidden",
        "2009-10-01 2025-02-02 allowed",
        "2025-02-02 None forbidden",
    ]
    assert [[turn.kind for turn in period.smaller] for period in found.periods] == [[], ["citations"], []]
    assert [turn.on for turn in found.turns] == [period.start for period in found.periods[1:]]
    assert len(found.every_turn) == 3
    assert found.periods[1].holds(date(2025, 2, 1))
    assert not found.periods[1].holds(date(2025, 2, 2))
    assert found.at(date(2030, 1, 1)) is found.periods[-1]
    assert found.at(date(2000, 1, 1)) is None


def test_a_line_can_be_cut_at_both_ends(toy: Toy) -> None:
    content = toy(A, LINE, "{tree: t}")
    found = line(content, date(2010, 1, 1), date(2025, 2, 2), a="y", when="2022-02-02")
    assert spans(found) == ["2010-01-01 2025-02-02 allowed", "2025-02-02 2025-02-03 forbidden"]
    assert spans(line(content, date(2010, 1, 1), date(2010, 1, 1), a="y")) == ["2010-01-01 2010-01-02 forbidden"]
    with pytest.raises(FactError):
        line(content, date(1999, 1, 1), a="y")


def test_a_date_that_lies_after_the_line_begins_is_named(toy: Toy) -> None:
    content = toy(A, LINE, "{tree: t}")
    assert line(content, a="y", when="2022-02-02").later == ("when",)
    assert line(content, a="y", when="2001-02-02").later == ()
    assert line(content, a="y", when="unknown").later == ()


@pytest.mark.parametrize(
    ("on", "days"),
    [
        ("2026-11-21", ("2025-02-01", "2026-11-21")),  # the day before the last turn, and the reference date
        ("2025-02-02", ("2025-02-01", "2025-02-02")),
        ("2025-02-01", ("2009-09-30", "2025-02-01")),
        ("2005-01-01", ("2005-01-01", "2009-10-01")),  # none yet: the next turn
    ],
)
def test_the_two_days_to_compare_when_nobody_chose_any(toy: Toy, on: str, days: tuple[str, str]) -> None:
    found = line(toy(A, LINE, "{tree: t}"), a="y", when="2022-02-02")
    assert found.two_days(date.fromisoformat(on)) == tuple(map(date.fromisoformat, days))


def test_without_any_turn_a_smaller_one_is_taken_and_else_the_whole_line(toy: Toy) -> None:
    plain = {"t": tree("t", "  n: {ask: a, x: OK, y: NO}\n", OK="allowed", NO="forbidden")}
    content = toy(A, plain, "{tree: t}")
    assert line(content, a="x").two_days(NOW) == (date(2021, 6, 30), NOW)
    assert line(content, a="x").two_days(date(2010, 1, 1)) == (date(2010, 1, 1), date(2021, 7, 1))
    assert line(content).two_days(NOW) == (FIRST, NOW)  # nothing is known, so nothing is cited


# --------------------------------------------------------------- the law itself


def ends(advice: Advice) -> object:
    return advice.possible, [(finding.tree, finding.outcome, finding.verdict) for finding in advice.findings]


def around(days: set[date], first: date) -> list[date]:
    """Each of ``days`` and the day before it."""
    return sorted({day for near in days for day in (near - timedelta(days=1), near) if day >= first})


def ends_of_terms(law: Content, facts: dict[str, str]) -> set[date]:
    """The days around which a term counted from a date in ``facts`` runs out, in any tree of the content."""
    nodes = [node for tree in law.trees.values() for node in tree.nodes.values()]
    terms = [(facts[node.fact], node.within) for node in nodes if isinstance(node, Since) and node.fact in facts]
    given = [(date.fromisoformat(day[:10]), length) for day, length in terms if day != "unknown"]
    ends = [end for day, length in given if (end := end_of_term(day, length))]
    return {end + timedelta(days=n) for end in ends for n in range(-1, 3)}


def test_on_every_day_the_line_says_what_the_advice_of_that_day_says(law: Content) -> None:
    cases = list(law.cases.values())
    dated = [case for case in cases if any(law.facts[fact].kind == "date" for fact in case.facts)]
    lines = [(case, timeline(law, law.consults[case.consult], case.facts)) for case in (*cases[::83], *dated[::17])]
    for case, found in lines:
        assert {turn.kind for turn in found.turns} <= {"verdict", "outcome"}, case.id
        assert all(turn.by or turn.elapsed for turn in found.turns), case.id
    of_law = around(set(boundaries(law)), law.law_from)
    checks = [(day, case, found) for day in of_law for case, found in lines]
    for case, found in lines:
        checks += [(day, case, found) for day in around(ends_of_terms(law, dict(case.facts)), law.law_from)]
    for day, case, found in checks:
        period = found.at(day)
        assert period is not None
        of_day = advise(law, law.consults[case.consult], case.facts, day, explore=False)
        assert of_day.possible == period.advice.possible, (case.id, day)
        if not of_day.open:
            assert ends(of_day) == ends(period.advice), (case.id, day)
        last = [period.advice, *(turn.advice for turn in period.smaller if turn.on <= day)][-1]
        assert set(of_day.duties) == set(last.duties), (case.id, day)
    assert len(checks) > 500


def test_the_regimes_of_a_cold_call_to_a_consumer(law: Content) -> None:
    facts = {
        "channel": "phone",
        "message_kind": "commercial",
        "recipient": "consumer",
        "objection": "no",
        "consent": "no",
        "existing_customer": "none",
        "supporter": "none",
        "do_not_call_register": "no",
    }
    found = timeline(law, law.consults["approach"], facts)
    verdicts = {period.start.year: period.advice.verdict.value for period in found.periods}
    assert verdicts[2004] != "forbidden"
    assert verdicts[2021] == "forbidden"
    turn = next(turn for turn in found.turns if turn.on == date(2021, 7, 1))
    assert any(law.sources[name].act.at(turn.on) == "tw" for name in turn.by)
