"""What the checker finds beyond shape: what can be reached, when a source stood, what contradicts, what is unused."""

from pathlib import Path

import pytest

from tests.content.folders import change, codes, copy
from wizard.content.check import check

OUTCOMES = """
outcomes:
  FINE: {verdict: allowed, because: {nl: Goed, en: Good}, sources: [park-rule]}
  STOP: {verdict: forbidden, because: {nl: Stop, en: Stop}, sources: [park-rule]}
"""


def with_tree(folder: Path, nodes: str, outcomes: str = OUTCOMES, more: str = "") -> Path:
    """The good content and a tree `extra` with a consult of its own."""
    copy(folder)
    text = "tree: extra\ntitle: {nl: Extra, en: Extra}\nnodes:\n" + nodes + outcomes
    text += "consults:\n  extra: {title: {nl: E, en: E}, intro: {nl: E, en: E}, trees: [{tree: extra}]}\n" + more
    (folder / "extra.yaml").write_text(text, "utf-8")
    return folder


def told(folder: Path) -> list[str]:
    return [fault.message.en for fault in check(folder)[1]]


@pytest.mark.parametrize(
    ("file", "old", "day", "late"),
    [
        ("sources.yaml", "locator: {2018-03-01: regel 4 lid 2}", "2018-03-01", "2018-03-02"),
        ("sources.yaml", "locator: {2024-01-01: regel 4 lid 3}", "2024-01-01", "2024-01-02"),
        ("sources.yaml", "from: 2015-06-15", "2015-06-15", "2015-06-16"),
        ("sources.yaml", "from: 2012-02-01", "2012-02-01", "2012-02-02"),
        ("sources.yaml", "until: 2021-01-01", "2021-01-01", "2020-12-31"),
        ("sources.yaml", "2022-01-01: gone", "2022-01-01", "2021-12-31"),
        ("sources.yaml", "locator: {2005-01-01: art. 2, 2016-07-01: gone}", "2016-07-01", "2016-06-30"),
        ("sources.yaml", "locator: {2005-01-01: art. 2, 2016-07-01: gone}", "2005-01-01", "2010-01-02"),
    ],
)
def test_an_anachronism_is_found_to_the_day(tmp_path: Path, file: str, old: str, day: str, late: str) -> None:
    folder = copy(tmp_path)
    assert codes(folder) == []
    change(folder, file, old, old.replace(day, late))
    assert set(codes(folder)) == {"anachronism"}


@pytest.mark.parametrize(
    ("old", "day", "later"),
    [
        ("locator: {2005-01-01: art. 2, 2016-07-01: gone}", "2005-01-01", "2010-01-01"),
        ("locator: {2005-01-01: art. 2, 2016-07-01: gone}", "2016-07-01", "2016-07-02"),
        ("until: 2021-01-01", "2021-01-01", "2021-01-02"),
    ],
)
def test_on_the_day_itself_there_is_none(tmp_path: Path, old: str, day: str, later: str) -> None:
    folder = change(copy(tmp_path), "sources.yaml", old, old.replace(day, later))
    assert codes(folder) == []


def test_the_day_of_an_anachronism_is_told(tmp_path: Path) -> None:
    folder = change(copy(tmp_path), "sources.yaml", "2022-01-01: gone", "2021-12-31: gone")
    assert "outcome `ROADSIDE_OLD` cites `roadside-rule` on 2021-12-31, when it was not in force" in told(folder)


def test_a_law_split_moves_when_a_source_may_be_cited(tmp_path: Path) -> None:
    nodes = "  law: {law: {2010-01-01: STOP, 2018-03-01: FINE}}\n"
    outcomes = OUTCOMES.replace("sources: [park-rule]", "sources: [log-rule]", 1)
    assert codes(with_tree(tmp_path, nodes, outcomes)) == []
    change(tmp_path, "extra.yaml", "2018-03-01: FINE", "2018-02-28: FINE")
    assert codes(tmp_path) == ["anachronism"]


def test_a_test_moves_it_too(tmp_path: Path) -> None:
    """PERMIT cannot come out before 2016-07-01, so what it leads to cannot either."""
    nodes = "  test: {test: planting, PERMIT: FINE, OPEN_PARK | OWN_GARDEN | ROADSIDE_OLD | TOO_TALL: STOP}\n"
    new_rule = "sources:\n  new: {act: bylaw, locator: {%s: art. 1}, says: {nl: N, en: N}, checked: 2026-11-21,\n"
    new_rule += "    confidence: high}\n"
    outcomes = OUTCOMES.replace("sources: [park-rule]", "sources: [new]", 1)
    assert codes(with_tree(tmp_path, nodes, outcomes, new_rule % "2016-07-01")) == []
    assert codes(with_tree(tmp_path, nodes, outcomes, new_rule % "2016-07-02")) == ["anachronism"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("from: 2018-03-01\n    deadline", "from: 2018-03-02\n    deadline", "no-duty"),
        ("until: 2022-01-01\n  keep", "until: 2021-12-31\n  keep", "no-duty"),
        ("from: 2016-07-01\n  water", "from: 2016-07-02\n  water", ""),  # there is another duty that day
    ],
)
def test_a_conditional_outcome_has_a_duty_on_every_day(tmp_path: Path, old: str, new: str, expected: str) -> None:
    folder = change(copy(tmp_path), "duties.yaml", old, new)
    folder = change(folder, "bicycle.yaml", "2018-03-01: [log-book, lock, helmet]", "2018-03-01: [log-book, helmet]")
    folder = change(
        folder,
        "duties.yaml",
        "    sources: {2010-01-01: [road",
        "    from: 2019-01-01\n    sources: {2010-01-01: [road",
    )
    assert codes(folder) == ([expected] if expected else [])


def test_a_branch_contradicts_only_when_every_path_does(tmp_path: Path) -> None:
    nodes = "  who: {ask: borrower, visitor: key, employee: STOP, intern: STOP}\n"
    nodes += "  key: {ask: keyholder, yes: FINE, no: STOP}\n"
    assert codes(with_tree(tmp_path, nodes)) == ["contradiction"]
    assert codes(change(tmp_path, "extra.yaml", "intern: STOP", "intern: key")) == []


def test_a_branch_may_contradict_through_two_implications(tmp_path: Path) -> None:
    facts = "facts:\n"
    for name, implied in (("a", "implies: {b: x}"), ("b", "implies: {keyholder: no}")):
        answers = f"answers: {{x: {{label: {{nl: X, en: X}}, {implied}}}, y: {{nl: Y, en: Y}}}}"
        facts += f"  {name}: {{question: {{nl: A, en: A}}, {answers}}}\n"
    nodes = "  a: {ask: a, x: key, y: b}\n  b: {ask: b, x | y: STOP}\n  key: {ask: keyholder, yes: FINE, no: STOP}\n"
    assert set(codes(with_tree(tmp_path, nodes, more=facts))) == {"contradiction", "never-matters"}


def test_a_fact_may_be_asked_on_two_paths_but_not_twice_on_one(tmp_path: Path) -> None:
    two = "  a: {ask: spot, park: b, roadside: c, garden: STOP}\n"
    two += "  b: {ask: minor, yes: FINE, no: STOP}\n  c: {ask: minor, yes: STOP, no: FINE}\n"
    assert codes(with_tree(tmp_path, two)) == []
    one = two.replace("b: {ask: minor, yes: FINE", "b: {ask: minor, yes: c")
    assert codes(with_tree(tmp_path, one)) == ["asked-twice"]


def test_two_periods_of_one_date_are_two_questions(tmp_path: Path) -> None:
    nodes = "  a: {since: bought, within: 1 year, yes: FINE, no: b}\n"
    nodes += "  b: {since: bought, within: 2 years, yes: FINE, no: STOP}\n"
    assert codes(with_tree(tmp_path, nodes)) == []


def test_what_lies_behind_a_law_split_that_never_comes_is_unreachable(tmp_path: Path) -> None:
    nodes = "  a: {law: {2010-01-01: b, 2016-07-01: FINE}}\n  b: {law: {2010-01-01: STOP, 2016-07-01: c}}\n"
    nodes += "  c: {ask: minor, yes: FINE, no: STOP}\n"
    assert told(with_tree(tmp_path, nodes)) == ["node `c` can never be reached"]


@pytest.mark.parametrize("length", [1, 2, 5])
def test_a_way_round_is_told_step_by_step(tmp_path: Path, length: int) -> None:
    targets = [*(f"n{i}" for i in range(1, length)), "n0"]
    nodes = "".join(f"  n{i}: {{ask: minor, yes: {target}, no: FINE}}\n" for i, target in enumerate(targets))
    way = " → ".join([*(f"n{i}" for i in range(length)), "n0"])
    found = told(with_tree(tmp_path, nodes))
    assert f"node `n0` leads back to itself: {way}" in found


def test_two_ways_round_are_both_told(tmp_path: Path) -> None:
    nodes = "  a: {ask: minor, yes: a, no: b}\n  b: {ask: spot, park: b, roadside: FINE, garden: STOP}\n"
    assert codes(with_tree(tmp_path, nodes)) == ["cycle", "cycle"]


def test_a_tree_that_tests_itself(tmp_path: Path) -> None:
    nodes = "  a: {test: extra, FINE: FINE, STOP: STOP}\n"
    assert codes(with_tree(tmp_path, nodes)) == ["cycle"]


def test_where_ways_meet_is_no_way_round(tmp_path: Path) -> None:
    nodes = "  a: {ask: minor, yes: b, no: c}\n  b: {ask: spot, park: c, roadside | garden: STOP}\n"
    nodes += "  c: {ask: tree_size, small: FINE, tall: STOP}\n"
    assert codes(with_tree(tmp_path, nodes)) == []


def test_every_answer_that_nobody_handles_is_named(tmp_path: Path) -> None:
    nodes = "  a: {ask: purpose, trip: STOP}\n"
    assert "no branch handles: commute, errand, tidy" in told(with_tree(tmp_path, nodes))
    nodes = "  a: {since: bought, within: 1 year, yes: FINE}\n"
    assert "no branch handles: no" in told(with_tree(tmp_path, nodes))
    nodes = "  a: {test: roadworthy, UNFIT: STOP}\n"
    assert "no branch handles: FIT" in told(with_tree(tmp_path, nodes))


def test_an_outcome_comes_before_its_verdict(tmp_path: Path) -> None:
    nodes = "  a: {test: planting, PERMIT: FINE, conditional | allowed | not_applicable | forbidden: STOP}\n"
    folder = with_tree(tmp_path, nodes)
    content, faults = check(folder)
    assert faults == []
    node = content.trees["extra"].nodes["a"]
    assert node.branches["PERMIT"] == "FINE"  # type: ignore[union-attr]
    assert node.branches["ROADSIDE_OLD"] == "STOP"  # type: ignore[union-attr]


EXTRA = {
    "fact": "facts: {odd: {kind: yes_no, question: {nl: Q, en: Q}}}",
    "tree": "tree: odd\ntitle: {nl: T, en: T}\nnodes: {a: {ask: minor, yes: X, no: Y}}\n"
    "outcomes: {X: {sources: [park-rule]}, Y: {sources: [park-rule]}}",
    "duty": "duties: {odd: {text: {nl: D, en: D}, sources: [park-rule]}}",
    "contested point": "contested: {odd: {text: {nl: C, en: C}, sources: [park-rule]}}",
    "source": "sources: {odd: {act: house, locator: regel 1, says: {nl: S, en: S}, checked: 2026-11-21,\n"
    "  confidence: low}}",
    "act": "acts: {odd: {name: {nl: A, en: A}, short: {nl: A, en: A}, kind: statute, url: 'https://example.org'}}",
    "term": "terms: {odd: {term: {nl: T, en: T}, meaning: {nl: M, en: M}}}",
    "risk": "risks: {odd: {supervisor: {nl: R, en: R}, maximum: {nl: M, en: M}, sources: [park-rule]}}",
}


@pytest.mark.parametrize("what", EXTRA)
def test_what_nobody_uses_is_told(tmp_path: Path, what: str) -> None:
    (copy(tmp_path) / "odd.yaml").write_text(EXTRA[what] + "\n", "utf-8")
    assert told(tmp_path) == [f"{what} `odd` is used nowhere"]


def test_a_tree_with_very_many_paths_is_checked_at_once(tmp_path: Path) -> None:
    """Fifty forks in a row make 2^50 paths; those that agree on what is still asked count as one."""
    facts, nodes = "facts:\n", ""
    for i in range(50):
        then = f"n{i + 1}" if i < 49 else "FINE"
        facts += f"  f{i}: {{kind: yes_no, question: {{nl: Q, en: Q}}}}\n"
        facts += f"  g{i}: {{kind: yes_no, question: {{nl: Q, en: Q}}}}\n"
        nodes += f"  n{i}: {{ask: f{i}, yes: {then}, no: side{i}}}\n  side{i}: {{ask: g{i}, yes: {then}, no: STOP}}\n"
    assert codes(with_tree(tmp_path, nodes, more=facts)) == []


def test_what_lies_between_does_not_hide_a_contradiction(tmp_path: Path) -> None:
    nodes = "  who: {ask: borrower, visitor: minor, employee | intern: FINE}\n"
    nodes += "  minor: {ask: minor, yes: STOP, no: law}\n  law: {law: {2010-01-01: key}}\n"
    nodes += "  key: {ask: keyholder, yes: FINE, no: STOP}\n"
    assert codes(with_tree(tmp_path, nodes)) == ["contradiction"]


def test_what_lies_between_does_not_hide_a_second_time(tmp_path: Path) -> None:
    nodes = "  first: {ask: spot, park | roadside: minor, garden: STOP}\n"
    nodes += "  minor: {ask: minor, yes: STOP, no: again}\n  again: {ask: spot, park | garden: STOP, roadside: FINE}\n"
    assert codes(with_tree(tmp_path, nodes)) == ["asked-twice"]


USES = {
    "a node": ("neighbours.yaml", "no: DISTANCE}", "no: DISTANCE, cite: [odd]}"),
    "an outcome": ("neighbours.yaml", "sources: [distance]\n    duties", "sources: [distance, odd]\n    duties"),
    "a fact": ("questions.yaml", "sources: [visitor-rule]", "sources: [visitor-rule, odd]"),
    "a term": ("terms.yaml", "sources: [bicycle-rule]", "sources: [bicycle-rule, odd]"),
    "a duty": (
        "duties.yaml",
        "sources: [yearly-check, workshop-advice]",
        "sources: [yearly-check, odd, workshop-advice]",
    ),
    "a contested point": ("duties.yaml", "sources: [court-of-ice, cover]", "sources: [court-of-ice, odd, cover]"),
    "a risk": ("duties.yaml", "2016-07-01: [park-rule]}", "2016-07-01: [park-rule, odd]}"),
}


@pytest.mark.parametrize("user", USES)
def test_a_source_is_used_by(tmp_path: Path, user: str) -> None:
    (copy(tmp_path) / "odd.yaml").write_text(EXTRA["source"] + "\n", "utf-8")
    assert codes(tmp_path) == ["unused"]
    assert codes(change(tmp_path, *USES[user])) == []


def test_faults_are_in_the_order_of_the_files(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    change(folder, "terms.yaml", "office bicycle", '""')
    change(folder, "bicycle.yaml", "lean: passes", "lean: pases")
    change(folder, "cases/planting.yaml", "facts: {spot: garden", "facts: {spot: gardn")
    places = [fault.place for fault in check(folder)[1]]
    assert [place.file for place in places] == ["bicycle.yaml", "cases/planting.yaml", "terms.yaml"]


def test_a_name_may_be_used_for_a_node_and_for_an_answer(tmp_path: Path) -> None:
    nodes = "  park: {ask: spot, park: small, roadside | garden: STOP}\n"
    nodes += "  small: {ask: tree_size, small: FINE, tall: STOP}\n"
    assert codes(with_tree(tmp_path, nodes)) == []
