"""What decides a verdict: on contents small enough to see through, on trees drawn at random, and on the law itself."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import combinations, product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.reasoning.toy import content as write
from tests.reasoning.toy import fact, tree
from wizard.content.load import load
from wizard.content.model import UNKNOWN, Content, Verdict
from wizard.reasoning.advice import Advice, advise
from wizard.reasoning.decides import Turning, days_of, decides, settles, stretch_of, together
from wizard.reasoning.question import deciding_fact, next_question
from wizard.reasoning.walk import possible_verdicts, situate

NOW = date(2026, 11, 22)
LAW = load()
GOOD = load(Path(__file__).parents[1] / "trees" / "good")
Toy = Callable[..., Content]
Answered = dict[str, str]

THREE = fact("a", "x", "y") + fact("b", "p", "q", "r") + fact("g", "s", "t")


def found(content: Content, on: date = NOW, **known: str) -> list[tuple[dict[str, tuple[str, ...]], list[str]]]:
    turnings = decides(content, content.consults["c"], known, on)
    return [(dict(turning.answers), [verdict.value for verdict in turning.verdicts]) for turning in turnings]


# ---------------------------------------------------------------- one fact, or two


def test_answers_that_bring_the_same_verdict_stand_together(toy: Toy) -> None:
    nodes = "  n: {ask: a, x: m, y: BAD}\n  m: {ask: b, p: OK, q | r: COND}\n"
    content = toy(THREE, {"t": tree("t", nodes, OK="allowed", COND="conditional", BAD="forbidden")}, "{tree: t}")
    assert found(content, a="x", b="p") == [({"a": ("y",)}, ["forbidden"]), ({"b": ("q", "r")}, ["conditional"])]
    assert found(content, a="x", b="q") == [({"a": ("y",)}, ["forbidden"]), ({"b": ("p",)}, ["allowed"])]


def test_what_certainly_turns_it_goes_before_what_may(toy: Toy) -> None:
    nodes = "  n: {ask: a, x: m, y: BAD}\n  m: {ask: b, p: OK, q | r: o}\n  o: {ask: g, s: COND, t: BAD}\n"
    content = toy(THREE, {"t": tree("t", nodes, OK="allowed", COND="conditional", BAD="forbidden")}, "{tree: t}")
    assert found(content, a="y") == [({"a": ("x",)}, ["allowed", "conditional", "forbidden"])]
    assert found(content, b="r", a="x", g="t") == [
        ({"b": ("p",)}, ["allowed"]),
        ({"g": ("s",)}, ["conditional"]),
    ]
    assert found(content, a="x", b="p") == [
        ({"a": ("y",)}, ["forbidden"]),
        ({"b": ("q", "r")}, ["conditional", "forbidden"]),
    ]


def test_two_facts_are_named_only_where_no_single_one_turns_it(toy: Toy) -> None:
    """Forbidden on either ground: doubt about one of them changes nothing."""
    one = tree("t", "  n: {ask: a, x: OK, y: NO}\n", OK="allowed", NO="forbidden")
    two = tree("u", "  n: {ask: b, p | q: OK, r: NO}\n", OK="allowed", NO="forbidden")
    content = toy(THREE, {"t": one, "u": two}, "{tree: t}, {tree: u}")
    assert found(content, a="y", b="r") == [({"a": ("x",), "b": ("p", "q")}, ["allowed"])]
    assert found(content, a="y", b="p") == [({"a": ("x",)}, ["allowed"])]


def test_answers_of_two_facts_are_only_joined_where_each_goes_with_each() -> None:
    assert list(together([("x", "p"), ("x", "q"), ("y", "p"), ("y", "q")])) == [(("x", "y"), ("p", "q"))]
    assert list(together([("x", "p"), ("y", "q")])) == [(("x",), ("p",)), (("y",), ("q",))]
    assert list(together([("x",), ("y",)])) == [(("x", "y"),)]


def test_what_is_assumed_comes_after_what_was_answered_and_what_the_consult_is_about_comes_last(toy: Toy) -> None:
    facts = fact("a", "x", "y") + fact("b", "p", "q", "r") + fact("g", "s", "t", extra=", presumed: s")
    trees = {
        "t": tree("t", "  n: {ask: b, p: OK, q | r: NO}\n", OK="allowed", NO="forbidden"),
        "u": tree("u", "  n: {ask: g, s: OK, t: NO}\n", OK="allowed", NO="forbidden"),
        "v": tree("v", "  n: {ask: a, x: COND, y: NO}\n", COND="conditional", NO="forbidden"),
    }
    content = toy(facts, trees, "{tree: t}, {tree: u}, {tree: v, when: {a: [x, y]}}")
    assert [list(answers) for answers, _ in found(content, a="x", b="p")] == [["b"], ["g"], ["a"]]


def test_where_only_the_plain_fact_turns_it_two_others_are_named_before_it(toy: Toy) -> None:
    one = tree("t", "  n: {ask: b, p: OK, q | r: NO}\n", OK="allowed", NO="forbidden")
    two = tree("u", "  n: {ask: g, s: OK, t: NO}\n", OK="allowed", NO="forbidden")
    parts = "{tree: t, when: {a: [x]}}, {tree: u, when: {a: [x]}}"
    content = toy(THREE, {"t": one, "u": two}, parts)
    assert found(content, a="x", b="r", g="t") == [
        ({"b": ("p",), "g": ("s",)}, ["allowed"]),
        ({"a": ("y",)}, ["not_applicable"]),
    ]
    assert found(content, a="x", b="r", g="s") == [({"b": ("p",)}, ["allowed"]), ({"a": ("y",)}, ["not_applicable"])]


def test_the_second_of_two_may_be_an_answer_that_is_not_used_yet() -> None:
    """The check is too old, and behind that the brakes are broken: only both together turn it."""
    known = RIDE | {"last_check": "2020-01-01", "brakes_work": "no"}
    advice = advise(GOOD, GOOD.consults["bicycle"], known, NOW)
    assert "brakes_work" in advice.unused
    first = decides(GOOD, GOOD.consults["bicycle"], known, NOW)[0]
    assert first.answers == (("last_check", ("2025-11-23/..",)), ("brakes_work", ("yes",)))
    assert first.verdicts[0].value == "conditional"


def test_nothing_decides_while_the_verdict_is_open_or_whatever_the_answers(toy: Toy) -> None:
    content = toy(THREE, {"t": tree("t", "  n: {ask: a, x: OK, y: NO}\n", OK="allowed", NO="forbidden")}, "{tree: t}")
    assert found(content) == []
    assert found(content, a=UNKNOWN) == []
    same = toy(THREE, {"t": tree("t", "  n: {ask: a, x: OK, y: YES}\n", OK="allowed", YES="allowed")}, "{tree: t}")
    assert found(same, a="x") == []


def test_while_it_is_open_the_answers_that_settle_it_by_themselves_are_named(toy: Toy) -> None:
    nodes = "  n: {ask: a, x: m, y: o}\n  m: {ask: b, p: OK, q | r: BAD}\n  o: {ask: b, p: COND, q: BAD, r: o2}\n"
    nodes += "  o2: {ask: g, s: OK, t: BAD}\n"
    content = toy(THREE, {"t": tree("t", nodes, OK="allowed", COND="conditional", BAD="forbidden")}, "{tree: t}")
    consult = content.consults["c"]

    def settling(**known: str) -> list[Turning]:
        return settles(content, consult, advise(content, consult, known, NOW, explore=False))

    bad = (Verdict.FORBIDDEN,)
    assert settling() == [Turning((("a", ()),), ()), Turning((("b", ("q",)),), bad)], "on a it hangs first"
    assert settling(a=UNKNOWN) == settling(), "that nobody knows it yet does not settle it"
    assert settling(b="r") == [Turning((("a", ("x",)),), bad), Turning((("g", ("t",)),), bad)]
    assert settling(a="x") == [Turning((("b", ("p",)),), (Verdict.ALLOWED,)), Turning((("b", ("q", "r")),), bad)]
    assert settling(a="x", b="p") == [], "certain"


def test_an_open_date_settles_it_from_or_up_to_a_day() -> None:
    known = {name: answer for name, answer in RIDE.items() if name != "last_check"}
    consult = GOOD.consults["bicycle"]
    said = settles(GOOD, consult, advise(GOOD, consult, known, NOW, explore=False))
    assert [(one.answers, one.verdicts[0].value) for one in said] == [
        ((("last_check", ("../2025-11-22",)),), "forbidden"),
        ((("last_check", ("2025-11-23/..",)),), "conditional"),
    ]


def test_what_was_answered_but_is_not_used_is_no_matter_of_doubt(toy: Toy) -> None:
    nodes = "  n: {ask: a, x: m, y: BAD}\n  m: {ask: b, p: OK, q | r: COND}\n"
    content = toy(THREE, {"t": tree("t", nodes, OK="allowed", COND="conditional", BAD="forbidden")}, "{tree: t}")
    assert found(content, a="y", b="q") == [({"a": ("x",)}, ["conditional"])]


def test_an_answer_that_contradicts_what_is_known_is_left_out() -> None:
    """A visitor has no key: with a key, the answers would contradict each other."""
    turnings = decides(GOOD, GOOD.consults["bicycle"], {"purpose": "errand", "borrower": "employee"}, NOW)
    assert turnings == []
    known = {"purpose": "errand", "borrower": "visitor", "keyholder": "no"}
    named = [[fact for fact, _ in turning.answers] for turning in decides(GOOD, GOOD.consults["bicycle"], known, NOW)]
    assert ["purpose"] in named
    assert ["keyholder"] not in named
    assert ["borrower", "keyholder"] in named, "no visitor, and with a key: that is no contradiction"


# ---------------------------------------------------------------- dates

RIDE = {
    "purpose": "errand",
    "borrower": "employee",
    "keyholder": "yes",
    "last_check": "2026-06-01",
    "bought": "2020-01-01",
    "brakes_work": "yes",
    "lights_work": "yes",
    "tyres_hard": "yes",
}


def test_of_a_date_the_stretch_of_days_is_named_on_which_it_turns() -> None:
    turnings = decides(GOOD, GOOD.consults["bicycle"], RIDE, NOW)
    said = {turning.answers[0][0]: (turning.answers[0][1], turning.verdicts[-1].value) for turning in turnings}
    assert said["last_check"] == (("../2025-11-22",), "forbidden")
    assert said["bought"] == (("../2014-12-31",), "assess")


@pytest.mark.parametrize("name", ["last_check", "bought"])
def test_every_single_day_agrees_with_the_stretches(name: str) -> None:
    consult = GOOD.consults["bicycle"]
    now = possible_verdicts(GOOD, consult, RIDE, NOW)
    listed = [turning for turning in decides(GOOD, consult, RIDE, NOW) if turning.answers[0][0] == name]
    for back in range(0, 5000, 1):
        day = NOW - timedelta(days=back)
        then = possible_verdicts(GOOD, consult, RIDE | {name: day.isoformat()}, NOW)
        claims = [turning.verdicts for turning in listed if holds(turning.answers[0][1], day)]
        assert claims == ([] if then == now else [then]), day


def holds(stretches: tuple[str, ...], day: date) -> bool:
    bounds = [days_of(stretch) for stretch in stretches]
    return any((first is None or first <= day) and (last is None or day <= last) for first, last in bounds)


def test_a_stretch_is_read_as_it_is_written() -> None:
    for days in [(None, NOW), (NOW, None), (date(2020, 1, 1), NOW), (None, None)]:
        assert days_of(stretch_of(days)) == days


# ---------------------------------------------------------------- against looking at everything


def expanded(turnings: list[Turning]) -> set[tuple[tuple[tuple[str, str], ...], tuple[str, ...]]]:
    """Every combination of answers that ``turnings`` claim, with what it brings."""
    return {
        (tuple(sorted(zip(names, chosen, strict=True))), tuple(verdict.value for verdict in turning.verdicts))
        for turning in turnings
        for names in [[name for name, _ in turning.answers]]
        for chosen in product(*(answers for _, answers in turning.answers))
    }


def brute(content: Content, advice: Advice, size: int) -> Iterator[tuple[tuple[tuple[str, str], ...], tuple[str, ...]]]:
    """Every combination of ``size`` other answers that turns the verdict, by trying them all."""
    consult = content.consults[advice.consult]
    known = {**advice.facts, **advice.assumed}
    said = [name for name, answer in known.items() if answer != UNKNOWN and name not in advice.open]
    said = [name for name in said if content.facts[name].answers]
    for names in combinations(said, size):
        if all(name in advice.unused for name in names):
            continue  # nobody reads them
        for chosen in product(*(content.facts[name].answers for name in names)):
            change = dict(zip(names, chosen, strict=True))
            if any(known[name] == answer for name, answer in change.items()):
                continue
            facts = {**advice.facts, **change}
            if set(situate(content, consult, facts, advice.on).conflicts) - set(advice.conflicts):
                continue
            then = possible_verdicts(content, consult, facts, advice.on)
            if then != advice.possible:
                yield tuple(sorted(change.items())), tuple(verdict.value for verdict in then)


def settling_agrees(content: Content, advice: Advice) -> None:
    """Compare ``settles`` with trying every answer to every open question."""
    consult = content.consults[advice.consult]
    turnings = settles(content, consult, advice)
    assert turnings[0].answers[0][0] == deciding_fact(content, consult, advice.facts, advice.on)
    found = {}
    for name in advice.open:
        for answer in content.facts[name].answers:
            facts = {**advice.facts, name: answer}
            then = possible_verdicts(content, consult, facts, advice.on)
            if len(then) == 1 and not set(situate(content, consult, facts, advice.on).conflicts) - set(
                advice.conflicts
            ):
                found[name, answer] = then
    claims = {(name, answer): one.verdicts for one in turnings for name, answers in one.answers for answer in answers}
    assert {key: then for key, then in claims.items() if content.facts[key[0]].answers} == found


def agree(content: Content, consult: str, facts: Answered, on: date) -> int:
    """Compare ``decides`` with trying everything; returns how many facts a turning names (0: none)."""
    advice = advise(content, content.consults[consult], facts, on, explore=False)
    turnings = decides(content, content.consults[consult], facts, on)
    if not advice.settled:
        assert turnings == []
        settling_agrees(content, advice)
        return 0
    choices = [turning for turning in turnings if all(content.facts[name].answers for name, _ in turning.answers)]
    claims = {size: expanded([one for one in choices if len(one.answers) == size]) for size in (1, 2)}
    found = {size: set(brute(content, advice, size)) for size in (1, 2)}
    plain = {name for part in content.consults[consult].parts for name in part.when}
    alone = [turning for turning in turnings if len(turning.answers) == 1]
    assert claims[1] == found[1]
    if any(name not in plain for turning in alone for name, _ in turning.answers):
        assert not claims[2], "a fact that one may doubt turns it by itself"
    elif alone:
        assert claims[2] == {pair for pair in found[2] if not plain & {name for name, _ in pair[0]}}
    else:
        assert claims[2] == found[2]
    total = sum(len(list(product(*(answers for _, answers in one.answers)))) for one in choices)
    assert sum(map(len, claims.values())) == total, "something is claimed twice"
    return max((len(turning.answers) for turning in turnings), default=0)


ENDS = {"OK": "allowed", "COND": "conditional", "NO": "forbidden", "ASSESS": "assess", "NOT": "not_applicable"}
ANSWERS = {"a": ("x", "y"), "b": ("p", "q", "r"), "g": ("s", "t"), "h": ("k", "l")}


def drawn_tree(data: st.DataObject, name: str) -> str:
    """A tree drawn at random: every path asks a fact at most once."""
    nodes: list[str] = []
    ends: set[str] = set()

    def grow(left: tuple[str, ...]) -> str:
        if not left or (nodes and data.draw(st.integers(0, 2)) == 0):
            end = data.draw(st.sampled_from(sorted(ENDS)))
            ends.add(end)
            return end
        asked = data.draw(st.sampled_from(left))
        node = f"n{len(nodes)}"
        nodes.append(node)
        place = len(nodes) - 1
        ways = {answer: grow(tuple(other for other in left if other != asked)) for answer in ANSWERS[asked]}
        branches = ", ".join(f"{answer}: {way}" for answer, way in ways.items())
        nodes[place] = f"  {node}: {{ask: {asked}, {branches}}}\n"
        return node

    grow(tuple(ANSWERS))
    return tree(name, "".join(nodes), **{end: ENDS[end] for end in sorted(ends)})


@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_it_agrees_with_trying_everything_on_trees_drawn_at_random(data: st.DataObject) -> None:
    presumed = data.draw(st.sampled_from(["", ", presumed: s"]))
    facts = fact("a", "x", "y") + fact("b", "p", "q", "r") + fact("g", "s", "t", extra=presumed) + fact("h", "k", "l")
    with TemporaryDirectory() as folder:
        trees = {name: drawn_tree(data, name) for name in ("t", "u")}
        condition = data.draw(st.sampled_from(["", ", when: {a: [x]}"]))
        content = write(Path(folder), facts, trees, f"{{tree: t}}, {{tree: u{condition}}}")
    optional = {name: st.sampled_from(answers) for name, answers in ANSWERS.items()}
    given = st.fixed_dictionaries({}, optional=optional)
    for _ in range(5):
        agree(content, "c", data.draw(given), NOW)


DAYS = st.sampled_from([date(2009, 10, 1), date(2017, 3, 1), date(2021, 7, 1), date(2026, 6, 30), date(2026, 11, 22)])


@settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(day=DAYS, name=st.sampled_from(sorted(LAW.consults)), data=st.data())
def test_it_agrees_with_trying_everything_on_the_law(day: date, name: str, data: st.DataObject) -> None:
    facts: Answered = {}
    while (question := next_question(LAW, LAW.consults[name], facts, day)) is not None:
        for asked in question.facts:
            kind = LAW.facts[asked].kind
            dates = {"date": ["2008-01-01", "2019-12-31"], "datetime": ["2019-12-31T09:30"]}
            facts[asked] = data.draw(st.sampled_from(dates.get(kind) or list(LAW.facts[asked].answers)), label=asked)
    agree(LAW, name, facts, day)


def test_the_comparison_above_sees_one_fact_and_two(toy: Toy) -> None:
    """Guards the guard: both sizes occur, and a claim too few or too many is seen."""
    one = tree("t", "  n: {ask: a, x: OK, y: NO}\n", OK="allowed", NO="forbidden")
    two = tree("u", "  n: {ask: b, p | q: OK, r: NO}\n", OK="allowed", NO="forbidden")
    content = toy(THREE, {"t": one, "u": two}, "{tree: t}, {tree: u}")
    assert agree(content, "c", {"a": "y", "b": "r"}, NOW) == 2
    assert agree(content, "c", {"a": "x", "b": "p"}, NOW) == 1
    advice = advise(content, content.consults["c"], {"a": "x", "b": "p"}, NOW)
    assert set(brute(content, advice, 1)) == {((("a", "y"),), ("forbidden",)), ((("b", "r"),), ("forbidden",))}
