"""By which rules an advice changed on a day: on contents small enough to see through, and over the cases of the law."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from tests.reasoning.toy import fact, outcome
from wizard.content.model import Content
from wizard.reasoning.causes import amending, ceased, renumbered
from wizard.reasoning.compare import Turn, compare
from wizard.reasoning.days import turning_days
from wizard.report.then import Then
from wizard.report.two_days import TwoDays

FIRST, NOW = date(2004, 5, 19), date(2026, 11, 21)
TURN = date(2021, 7, 1)  # the day on which `rule` goes from art. 1 to art. 2, and nothing else of it changes
Toy = Callable[..., Content]

A = fact("a", "x", "y")


def source(name: str, locator: str, *, says: str = "{nl: n, en: n}") -> str:
    return f"  {name}: {{act: act, locator: {locator}, says: {says}, checked: 2026-11-21, confidence: high}}\n"


MORE = "sources:\n" + "".join(
    (
        source("same", "{2004-05-19: art. 3}"),
        source("new", "{2021-07-01: art. 4}"),
        source("old", "{2004-05-19: art. 5, 2021-07-01: gone}"),
        source("retold", "{2004-05-19: art. 6}", says="{2004-05-19: {nl: a, en: a}, 2021-07-01: {nl: b, en: b}}"),
        source("later", "{2021-07-01: art. 7, 2024-01-01: art. 8}"),
    )
)


def one(tmp_path: Path, toy: Toy, nodes: str, ends: dict[str, tuple[str, str]], more: str = "") -> Content:
    """Content with one tree; each outcome has its verdict and its sources."""
    (tmp_path / "more.yaml").write_text(MORE + more, "utf-8")
    listed = "".join(
        outcome(name, verdict).replace("sources: [rule]", f"sources: [{names}]")
        for name, (verdict, names) in ends.items()
    )
    return toy(A, {"t": f"tree: t\ntitle: {{nl: t, en: t}}\nnodes:\n{nodes}outcomes:\n{listed}"}, "{tree: t}")


def turned(content: Content, on: date = TURN, **facts: str) -> Turn:
    """The turn on one day."""
    found = compare(content, content.consults["c"], facts, FIRST, NOW).turns
    return next(turn for turn in found if turn.on == on)


LAW = "  n: {law: {2004-05-19: OK, 2021-07-01: NO}, cite: [%s]}\n"


def test_where_the_walks_part_decides_and_of_that_what_changed_that_day(tmp_path: Path, toy: Toy) -> None:
    ends = {"OK": ("allowed", "old"), "NO": ("forbidden", "new")}
    assert turned(one(tmp_path, toy, LAW % "retold, same", ends)).by == ("retold", "new", "old")


def test_a_rule_that_only_got_another_number_brings_nothing(tmp_path: Path, toy: Toy) -> None:
    turn = turned(one(tmp_path, toy, LAW % "rule, new", {"OK": ("allowed", "rule"), "NO": ("forbidden", "rule")}))
    assert turn.kind == "verdict"
    assert turn.by == ("new",)
    assert "rule" in turn.sources  # it did move


def test_where_no_rule_changed_those_that_decide_are_named(tmp_path: Path, toy: Toy) -> None:
    turn = turned(one(tmp_path, toy, LAW % "same", {"OK": ("allowed", "rule"), "NO": ("forbidden", "same")}))
    assert turn.by == ("same",)


def test_what_either_walk_shares_or_passed_before_brings_nothing(tmp_path: Path, toy: Toy) -> None:
    nodes = "  m: {ask: a, x: n, y: OK, cite: [new, retold]}\n" + LAW % "old"
    turn = turned(one(tmp_path, toy, nodes, {"OK": ("allowed", "same"), "NO": ("forbidden", "same")}), a="x")
    assert turn.by == ("old",)


def test_while_a_question_is_open_the_periods_beyond_it_are_looked_at(tmp_path: Path, toy: Toy) -> None:
    nodes = (
        "  m: {ask: a, x: n, y: k}\n"
        "  n: {law: {2004-05-19: OK, 2021-07-01: NO}, cite: [retold]}\n"
        "  k: {law: {2004-05-19: FREE, 2021-07-01: BAD}, cite: [same]}\n"
    )
    ends = {"OK": "allowed", "FREE": "allowed", "NO": "forbidden", "BAD": "forbidden"}
    turn = turned(one(tmp_path, toy, nodes, {name: (verdict, "same") for name, verdict in ends.items()}))
    assert (turn.kind, turn.by) == ("verdict", ("retold",))


def test_a_tree_that_only_follows_another_adds_no_rules_of_its_own(tmp_path: Path, toy: Toy) -> None:
    (tmp_path / "more.yaml").write_text(MORE, "utf-8")
    inner = f"tree: t\ntitle: {{nl: t, en: t}}\nnodes:\n{LAW % 'old'}outcomes:\n{outcome('OK', 'allowed')}"
    outer = "tree: u\ntitle: {nl: u, en: u}\nnodes:\n  n: {test: t, OK: FREE, NO: BAD, cite: [same]}\noutcomes:\n"
    bad = outcome("BAD", "forbidden").replace("[rule]", "[retold]")
    trees = {"t": inner + outcome("NO", "forbidden"), "u": f"{outer}{outcome('FREE', 'allowed')}{bad}"}
    turn = turned(toy(A, trees, "{tree: u}, {tree: t}"))
    assert {tree.tree for tree in turn.change.trees} == {"t", "u"}
    assert turn.by == ("old",)


def test_places_are_those_of_the_day_they_are_about(tmp_path: Path, toy: Toy) -> None:
    more = "  since: {text: {nl: s, en: s}, sources: [later], from: 2021-07-01}\n"
    nodes = "  n: {law: {2004-05-19: OK, 2021-07-01: NO}, cite: [old]}\n"
    content = one(tmp_path, toy, nodes, {"OK": ("allowed", "old"), "NO": ("conditional", "retold")}, f"duties:\n{more}")
    text = (tmp_path / "t.yaml").read_text("utf-8").replace("[do]", "[do, since]")
    content = toy(A, {"t": text}, "{tree: t}")
    consult = content.consults["c"]
    found = compare(content, consult, {}, FIRST, NOW)
    said = {part.name: part.items for part in TwoDays(Then(content, consult, "nl")).parts(found)}
    assert "sinds 1 juli 2021, door: art. 7 Wet" in [below for item in said["came"] for below in item.below]
    assert [item.text for item in said["places"]] == [
        "verhuisd: art. 7 Wet → art. 8 Wet (1 januari 2024)",
        "nieuw: art. 7 Wet (1 juli 2021)",
        "nu ook aangehaald: art. 6 Wet (1 juli 2021)",
        "nu ook aangehaald: art. 2 Wet (1 juli 2021)",
        "geldt niet meer: art. 5 Wet (1 juli 2021)",
    ]


WATCHED = """
  amending: {title: {nl: Wijzigingswet, en: Amending act}, from: 2021-07-01, kind: statute, says: {nl: n, en: n},
             checked: 2026-11-21, confidence: high}
  book: {title: {nl: Boek, en: Book}, from: 2021-07-01, kind: commentary, says: {nl: n, en: n},
         checked: 2026-11-21, confidence: high}
watch:
  seen: {title: {nl: w, en: w}, state: changed, since: 2021-07-01, says: {nl: w, en: w}, means: {nl: w, en: w},
         sources: [new, amending, book, same], checked: 2026-11-21}
"""


def test_the_act_that_changed_the_rules_is_named_where_the_law_watch_does(tmp_path: Path, toy: Toy) -> None:
    content = one(tmp_path, toy, LAW % "new", {"OK": ("allowed", "rule"), "NO": ("forbidden", "new")}, WATCHED)
    turn = turned(content)
    assert amending(content, turn.by, turn.on) == ("amending",)
    assert amending(content, ["retold"], turn.on) == ()
    assert amending(content, turn.by, date(2021, 7, 2)) == ()
    then = Then(content, content.consults["c"], "nl")
    assert then.by(turn) == "art. 4 Wet; gewijzigd bij: Wijzigingswet"


# --------------------------------------------------------------- the law itself


def turns_of_the_cases(law: Content) -> Iterator[tuple[str, Turn]]:
    """Every fifth case on one of its turning days, so that together they take in all days of the law."""
    for number, case in enumerate(list(law.cases.values())[::5]):
        consult = law.consults[case.consult]
        days = turning_days(law, consult, case.facts)[1:]
        day = days[number % len(days)]
        for turn in compare(law, consult, case.facts, day - timedelta(days=1), day).turns:
            yield case.id, turn


def test_every_change_of_verdict_has_a_cause_that_stood_or_ended_that_day(law: Content) -> None:
    found = 0
    for case, turn in turns_of_the_cases(law):
        where = f"{case} on {turn.on}"
        found += turn.regime
        assert turn.by or turn.elapsed or not turn.regime, where
        for name in turn.by:
            one = law.sources[name]
            assert one.in_force(turn.on) or ceased(one, turn.on), f"{where}: {name}"
            assert not renumbered(one, turn.on), f"{where}: {name}"
    assert found > 20


def test_the_end_of_calls_to_customers_names_what_changed_and_nothing_else(law: Content) -> None:
    case = law.cases["own-consumer-customer"]
    consult = law.consults[case.consult]
    (turn,) = compare(law, consult, case.facts, date(2026, 6, 30), date(2026, 7, 1)).turns
    then = Then(law, consult, "nl")
    rules, by_act = then.by(turn).split("; gewijzigd bij: ")
    assert rules == "art. 11.7 lid 4 Tw (gewijzigd); art. 11.7 lid 6 Tw"  # lid 4 is still there, for messages alone
    assert "Stb. 2025, 12" in by_act
    parts = TwoDays(then).parts(compare(law, consult, case.facts, date(2026, 6, 30), date(2026, 7, 1)))
    assert "Plichten die hoorden bij wat toen mocht" in [part.heading for part in parts]
    found = compare(law, consult, case.facts, date(2021, 1, 1), date(2026, 6, 30))
    parts = TwoDays(then).parts(found)
    assert "Plichten die er niet meer bij horen" in [part.heading for part in parts]
    said = {part.name: part.items for part in parts}
    assert any("11.7 lid 7" in below for item in said["came"] for below in item.below)
    assert not any("11.7 lid 8" in below for item in said["came"] for below in item.below)


@pytest.mark.parametrize(
    ("case", "day", "act"),
    [
        ("own-consumer-customer", "2021-07-01", "Stb. 2021, 103"),
        ("own-consumer-customer", "2009-10-01", "Stb. 2009, 129"),
        ("cold-mail-info-address", "2009-10-01", "Stb. 2008, 525"),
        ("cold-mail-info-address", "2018-05-25", "Stb. 2018, 144"),
    ],
)
def test_each_great_change_names_the_act_that_brought_it(law: Content, case: str, day: str, act: str) -> None:
    consult, on = law.consults[law.cases[case].consult], date.fromisoformat(day)
    (turn,) = compare(law, consult, law.cases[case].facts, on - timedelta(days=1), on).turns
    assert act in Then(law, consult, "nl").by(turn).partition("gewijzigd bij: ")[2]
