"""The rules of docs/reasoning.md, each on a content small enough to see through."""

from collections.abc import Callable
from datetime import date

import pytest

from tests.reasoning.toy import fact, tree
from wizard.content.model import UNKNOWN, Content, Verdict
from wizard.reasoning.advice import advise
from wizard.reasoning.alternatives import alternatives
from wizard.reasoning.compare import compare
from wizard.reasoning.paths import boundaries, paths
from wizard.reasoning.question import FULL, Question, next_question
from wizard.reasoning.situation import FactError, validate
from wizard.reasoning.terms import years_before

NOW = date(2026, 11, 21)
Toy = Callable[..., Content]

A_B = fact("a", "x", "y") + fact("b", "p", "q")
ONE = {
    "t": tree(
        "t",
        "  n: {ask: a, x: m, y: BAD}\n  m: {ask: b, p: OK, q: COND}\n",
        OK="allowed",
        COND="conditional",
        BAD="forbidden",
    )
}


def verdicts(content: Content, **facts: str) -> list[str]:
    return [verdict.value for verdict in advise(content, content.consults["c"], facts, NOW).possible]


def test_unknown_is_passed_over_and_leaves_every_scenario(toy: Toy) -> None:
    content = toy(A_B, ONE, "{tree: t}")
    consult = content.consults["c"]
    assert next_question(content, consult, {}, NOW) == Question(("a",))
    assert next_question(content, consult, {"a": UNKNOWN}, NOW) == Question(("b",))
    assert next_question(content, consult, {"a": UNKNOWN, "b": UNKNOWN}, NOW) is None
    assert verdicts(content, a=UNKNOWN, b="q") == ["conditional", "forbidden"]


def test_a_question_that_no_longer_matters_is_skipped(toy: Toy) -> None:
    two = ONE | {"u": tree("u", "  n: {ask: b, p: OK, q: NO}\n", OK="allowed", NO="forbidden")}
    content = toy(A_B, two, "{tree: u}, {tree: t}")
    consult = content.consults["c"]
    assert next_question(content, consult, {"b": "q"}, NOW) is None
    assert next_question(content, consult, {"b": "q"}, NOW, FULL) == Question(("a",))


def test_settled_is_a_property_of_the_whole_not_of_each_tree(toy: Toy) -> None:
    """Either tree may go either way, but they never go the same way."""
    content = toy(
        fact("a", "x", "y"),
        {
            "t": tree("t", "  n: {ask: a, x: OK, y: NO}\n", OK="allowed", NO="forbidden"),
            "u": tree("u", "  n: {ask: a, x: NO, y: OK}\n", OK="allowed", NO="forbidden"),
        },
        "{tree: t}, {tree: u}",
    )
    advice = advise(content, content.consults["c"], {}, NOW)
    assert advice.settled
    assert advice.verdict is Verdict.FORBIDDEN
    assert next_question(content, content.consults["c"], {}, NOW) is None
    assert [finding.verdict for finding in advice.findings] == [None, None]


def test_a_presumption_holds_until_someone_answers(toy: Toy) -> None:
    content = toy(fact("a", "x", "y", extra=", presumed: x") + fact("b", "p", "q"), ONE, "{tree: t}")
    consult = content.consults["c"]
    assert next_question(content, consult, {}, NOW) == Question(("b",))
    assert next_question(content, consult, {}, NOW, FULL) == Question(("a",))
    assert advise(content, consult, {"b": "p"}, NOW).assumed == {"a": "x"}
    assert verdicts(content, b="p") == ["allowed"]
    assert verdicts(content, b="p", a=UNKNOWN) == ["allowed", "forbidden"]
    assert advise(content, consult, {"b": "p", "a": "y"}, NOW).assumed == {}


def test_a_presumption_may_depend_on_an_answer(toy: Toy) -> None:
    presumed = fact("a", "x", "y") + fact("b", "p", "q", extra=", presumed: {answer: p, when: {a: [x]}}")
    trees = {"t": tree("t", "  n: {ask: a, x | y: m}\n  m: {ask: b, p: OK, q: NO}\n", OK="allowed", NO="forbidden")}
    content = toy(presumed, trees, "{tree: t}")
    assert verdicts(content, a="x") == ["allowed"]
    assert verdicts(content, a="y") == ["allowed", "forbidden"]
    assert verdicts(content, a=UNKNOWN) == ["allowed", "forbidden"]


IMPLIES = (
    "  a: {question: {nl: a, en: a}, answers: {x: {label: {nl: x, en: x}, implies: {b: q}}, y: {nl: y, en: y}}}\n"
    + fact("b", "p", "q")
)


def test_an_implied_answer_is_not_asked_and_wins_over_a_contradicting_one(toy: Toy) -> None:
    content = toy(IMPLIES, ONE, "{tree: t}")
    consult = content.consults["c"]
    assert next_question(content, consult, {"a": "x"}, NOW) is None
    assert verdicts(content, a="x") == ["conditional"]
    advice = advise(content, consult, {"b": "p", "a": "x"}, NOW)
    assert advice.possible == (Verdict.CONDITIONAL,)
    assert [(c.fact, c.given, c.implied, c.because_of) for c in advice.conflicts] == [("b", "p", "q", "a")]
    assert verdicts(content, b="p") == ["forbidden"], "a: x would contradict b: p, so only a: y remains"


def test_an_answer_no_longer_used_implies_nothing_until_it_is_used_again(toy: Toy) -> None:
    nodes = "  n: {ask: b, p: OK, q: m}\n  m: {ask: c, s: o, t: NO}\n  o: {ask: a, x: COND, y: NO}\n"
    trees = {"t": tree("t", nodes, OK="allowed", COND="conditional", NO="forbidden")}
    implies = (
        "  a: {question: {nl: a, en: a}, answers: {x: {label: {nl: x, en: x}, implies: {b: q}}, y: {nl: y, en: y}}}\n"
    )
    content = toy(implies + fact("b", "p", "q") + fact("c", "s", "t"), trees, "{tree: t}")
    consult = content.consults["c"]
    used = advise(content, consult, {"c": "s", "a": "x"}, NOW)
    assert (used.possible, used.unused) == ((Verdict.CONDITIONAL,), ())
    changed = advise(content, consult, {"c": "t", "a": "x"}, NOW)
    assert changed.possible == (Verdict.ALLOWED, Verdict.FORBIDDEN), "b is open again"
    assert changed.unused == ("a",)
    assert next_question(content, consult, {"c": "t", "a": "x"}, NOW) == Question(("b",))
    assert advise(content, consult, {"c": "s", "a": "x"}, NOW) == used


def test_an_answer_no_longer_used_is_kept_and_comes_back(toy: Toy) -> None:
    content = toy(A_B, ONE, "{tree: t}")
    consult = content.consults["c"]
    given = {"a": "x", "b": "q"}
    assert advise(content, consult, given, NOW).unused == ()
    changed = given | {"a": "y"}
    assert advise(content, consult, changed, NOW).unused == ("b",)
    back = changed | {"a": "x"}
    assert advise(content, consult, back, NOW).verdict is Verdict.CONDITIONAL
    assert advise(content, consult, back, NOW).unused == ()


def test_a_group_is_asked_on_one_screen_while_two_of_its_facts_matter(toy: Toy) -> None:
    facts = "".join(
        f"  {name}: {{kind: yes_no, question: {{nl: q, en: q}}, statement: {{nl: s, en: s}}}}\n" for name in "fgh"
    )
    trees = {
        "t": tree(
            "t",
            "  n: {ask: f, yes: m, no: NO}\n  m: {ask: g, yes: o, no: NO}\n  o: {ask: h, yes: OK, no: NO}\n",
            OK="allowed",
            NO="forbidden",
        )
    }
    extra = "groups: {all: {question: {nl: q, en: q}, facts: [f, g, h]}}\n"
    content = toy(facts, trees, "{tree: t}", extra)
    consult = content.consults["c"]
    assert next_question(content, consult, {}, NOW) == Question(("f", "g", "h"), "all")
    assert next_question(content, consult, {"g": "yes"}, NOW) == Question(("f", "h"), "all")
    assert next_question(content, consult, {"g": "yes", "f": UNKNOWN}, NOW) == Question(("h",))
    assert next_question(content, consult, {"g": "no"}, NOW) is None


def test_a_group_about_what_is_unknown_is_only_asked_at_full(toy: Toy) -> None:
    facts = fact("a", "x", "y") + "".join(
        f"  {name}: {{kind: yes_no, question: {{nl: q, en: q}}, statement: {{nl: s, en: s}}}}\n" for name in "fg"
    )
    nodes = "  n: {ask: a, x: m, y: NO}\n  m: {ask: f, yes: o, no: NO}\n  o: {ask: g, yes: OK, no: NO}\n"
    extra = "groups: {all: {question: {nl: q, en: q}, about: a, facts: [f, g]}}\n"
    content = toy(facts, {"t": tree("t", nodes, OK="allowed", NO="forbidden")}, "{tree: t}", extra)
    consult = content.consults["c"]
    assert next_question(content, consult, {"a": "x"}, NOW) == Question(("f", "g"), "all")
    assert next_question(content, consult, {"a": UNKNOWN}, NOW) is None
    assert next_question(content, consult, {"a": UNKNOWN}, NOW, FULL) == Question(("f", "g"), "all")
    assert set(advise(content, consult, {"a": UNKNOWN}, NOW).open) == {"a", "f", "g"}


def test_reasons_and_duties_of_a_test_travel_to_the_finding_that_used_it(toy: Toy) -> None:
    inner = tree("inner", "  n: {ask: a, x: MET, y: NOT_MET}\n", MET="", NOT_MET="")
    inner = inner.replace("  MET: {", "  MET: {duties: [do], because: {nl: omdat, en: because}, ")
    outer = tree(
        "t", "  n: {test: inner, MET: m, NOT_MET: NO}\n  m: {ask: b, p: OK, q: NO}\n", OK="allowed", NO="forbidden"
    )
    content = toy(A_B, {"inner": inner, "t": outer}, "{tree: t}")
    finding = advise(content, content.consults["c"], {"a": "x", "b": "p"}, NOW).findings[0]
    assert finding.duties == ("do",)
    assert [text.en for text in finding.because] == ["OK", "because"]
    assert [(step.tree, step.node, step.answer) for step in finding.path] == [
        ("inner", "n", "x"),
        ("t", "n", "MET"),
        ("t", "m", "p"),
    ]


WHEN = "  when: {kind: date, question: {nl: w, en: w}}\n"


@pytest.mark.parametrize(
    ("day", "expected"), [("2023-11-21", "forbidden"), ("2023-11-22", "allowed"), ("2026-11-21", "allowed")]
)
def test_since_counts_calendar_years_back_from_the_reference_date(toy: Toy, day: str, expected: str) -> None:
    trees = {"t": tree("t", "  n: {since: when, within: 3 years, yes: OK, no: NO}\n", OK="allowed", NO="forbidden")}
    content = toy(WHEN, trees, "{tree: t}")
    assert verdicts(content, when=day) == [expected]
    assert verdicts(content) == ["allowed", "forbidden"]
    assert next_question(content, content.consults["c"], {}, NOW) == Question(("when",))


def test_years_before_a_leap_day() -> None:
    assert years_before(date(2024, 2, 29), 3) == date(2021, 2, 28)
    assert years_before(date(2024, 2, 29), 4) == date(2020, 2, 29)


@pytest.mark.parametrize(("day", "expected"), [("2021-06-30", "allowed"), ("2021-07-01", "forbidden")])
def test_before_is_strictly_before(toy: Toy, day: str, expected: str) -> None:
    trees = {"t": tree("t", "  n: {before: when, day: 2021-07-01, yes: OK, no: NO}\n", OK="allowed", NO="forbidden")}
    assert verdicts(toy(WHEN, trees, "{tree: t}"), when=day) == [expected]


def test_a_law_node_goes_by_the_reference_date_and_citations_follow(toy: Toy) -> None:
    trees = {"t": tree("t", "  n: {law: {2004-05-19: OK, 2021-07-01: NO}}\n", OK="allowed", NO="forbidden")}
    content = toy(
        fact("a", "x", "y"),
        trees | {"u": tree("u", "  n: {ask: a, x: OK, y: NO}\n", OK="allowed", NO="allowed")},
        "{tree: t}, {tree: u}",
    )
    consult = content.consults["c"]
    found = {
        day: advise(content, consult, {"a": "x"}, day).verdict.value for day in (date(2021, 6, 30), date(2021, 7, 1))
    }
    assert list(found.values()) == ["allowed", "forbidden"]
    change = compare(content, consult, {"a": "x"}, date(2020, 1, 1), NOW)
    assert [turn.on for turn in change.turns] == [date(2021, 7, 1)]
    assert [(move.before, move.after) for move in change.change.moved] == [("act art. 1", "act art. 2")]
    assert [tree_change.tree for tree_change in change.change.trees] == ["t"]
    assert boundaries(content) == (date(2004, 5, 19), date(2021, 7, 1))


def test_paths_leave_out_what_contradicts_itself(toy: Toy) -> None:
    content = toy(IMPLIES, ONE, "{tree: t}")
    found = [(path.outcome, path.supposes) for path in paths(content, content.trees["t"], NOW)]
    assert found == [("COND", {"a": "x", "b": "q"}), ("BAD", {"a": "y"})]


def test_alternatives_are_the_smallest_changes_the_author_offers(toy: Toy) -> None:
    how = "how: {nl: doe, en: do}"
    facts = (
        fact("a", "x", "y", extra=f", instead: [{{from: [y], to: x, {how}}}]")
        + fact("b", "p", "q", extra=f", instead: [{{from: [q], to: p, {how}}}]")
        + fact("g", "s", "t")
    )
    nodes = "  n: {ask: a, x: m, y: BAD}\n  m: {ask: b, p: OK, q: o}\n  o: {ask: g, s: COND, t: BAD}\n"
    content = toy(facts, {"t": tree("t", nodes, OK="allowed", COND="conditional", BAD="forbidden")}, "{tree: t}")
    consult = content.consults["c"]

    def found(**known: str) -> list[tuple[dict[str, str], str, str | None]]:
        return [(a.change, a.verdict.value, a.depends_on) for a in alternatives(content, consult, known, NOW)]

    assert found(a="y", b="q", g="s") == [({"a": "x"}, "conditional", None)], "one change is enough: no pair"
    assert found(a="y", b="q", g="t") == [({"a": "x", "b": "p"}, "allowed", None)]
    assert found(a="y", b="q") == [({"a": "x", "b": "p"}, "allowed", None), ({"a": "x"}, "conditional", "g")]
    assert found(a="x", b="p") == []


def test_two_changes_are_only_listed_where_less_does_not_let_the_user_go_ahead(law: Content) -> None:
    enough, pairs = Verdict.CONDITIONAL.rank, 0
    for case in (*list(law.cases.values())[::6], law.cases["two-faults-at-once"]):
        consult, on = law.consults[case.consult], max(case.answers)
        found = alternatives(law, consult, case.facts, on)
        less = [one.verdict for one in found if len(one.how) == 1 and one.depends_on is None]
        less.append(advise(law, consult, case.facts, on, explore=False).verdict)
        if any(len(one.how) > 1 for one in found):
            pairs += 1
            assert all(verdict.rank > enough for verdict in less), case.id
        for one in found:
            then = advise(law, consult, {**case.facts, **one.change}, on, explore=False)
            assert (then.possible[0] if one.depends_on else then.verdict) is one.verdict, case.id
    assert pairs


@pytest.mark.parametrize(
    ("facts", "message"),
    [
        ({"aa": "x"}, "unknown fact `aa`; did you mean `a`?"),
        ({"a": "z"}, "`z` is not an answer to `a`; choose from: x, y, unknown"),
    ],
)
def test_a_fact_or_answer_that_does_not_exist_is_an_error(toy: Toy, facts: dict[str, str], message: str) -> None:
    content = toy(A_B, ONE, "{tree: t}")
    with pytest.raises(FactError) as error:
        validate(content, facts, NOW)
    assert str(error.value) == message


def test_a_date_before_the_law_is_an_error(toy: Toy) -> None:
    content = toy(A_B, ONE, "{tree: t}")
    with pytest.raises(FactError, match="2004-05-19 or later"):
        validate(content, {}, date(2004, 5, 18))


def test_scenarios_name_only_what_makes_a_difference(toy: Toy) -> None:
    content = toy(A_B, ONE, "{tree: t}")
    rows = advise(content, content.consults["c"], {"a": UNKNOWN}, NOW).scenarios
    assert [(row.answers, [v.value for v in row.verdicts]) for row in rows] == [
        ((("a", ("x",)), ("b", ("p",))), ["allowed"]),
        ((("a", ("x",)), ("b", ("q",))), ["conditional"]),
        ((("a", ("y",)),), ["forbidden"]),
    ]


def test_a_condition_that_one_fact_rules_out_leaves_its_other_facts_out_of_it(toy: Toy) -> None:
    facts = fact("a", "x", "y") + fact("b", "p", "q")
    trees = {"t": tree("t", "  n: {ask: a, x: GO, y: STOP}\n", GO="allowed", STOP="forbidden")}
    trees["u"] = tree("u", "  n: {ask: b, p: GO, q: STOP}\n", GO="allowed", STOP="forbidden")
    parts = "{tree: t}, {tree: u, when: {b: [p], a: [x]}}"
    found = toy(facts, trees, parts)
    consult = found.consults["c"]
    assert advise(found, consult, {"a": "y"}, NOW).open == ()
    assert advise(found, consult, {"a": "x"}, NOW).open == ("b",)
    assert advise(found, consult, {"a": "y", "b": "p"}, NOW).unused == ("b",)
