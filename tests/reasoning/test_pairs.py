"""The walk over pairs (pairs.py), by which the laws of the engine are held, against trying everything."""

from collections.abc import Callable
from datetime import date
from itertools import permutations, product
from pathlib import Path

import pytest

from tests.reasoning import toy as write
from tests.reasoning.pairs import milder, turns
from wizard.content.load import load
from wizard.content.model import Content, Verdict
from wizard.content.needs import needed
from wizard.content.values import CHOICES
from wizard.reasoning.paths import turning_days
from wizard.reasoning.situation import Situation
from wizard.reasoning.walk import Walk

GOOD = load(Path(__file__).parents[1] / "trees" / "good")
DAYS = turning_days(GOOD)
LONG_AGO, JUST_NOW = "1990-01-01", "2026-11-20"


def test_the_walk_over_pairs_finds_a_breach(toy: Callable[..., Content]) -> None:
    content = toy(
        write.fact("a", "x", "y") + write.fact("b", "p", "q"),
        {
            "one": write.tree(
                "one", "  n: {ask: b, p: m, q: OK}\n  m: {ask: a, x: OK, y: BAD}\n", OK="allowed", BAD="forbidden"
            ),
            "two": write.tree("two", "  n: {ask: a, x: COND, y: OK}\n", OK="allowed", COND="conditional"),
        },
        "{tree: one}, {tree: two}",
    )
    consult = content.consults["c"]
    assert milder(content, consult, date(2021, 7, 1), {"a": "y"}, {"a": "x"}) == (Verdict.ALLOWED, Verdict.CONDITIONAL)
    assert milder(content, consult, date(2021, 7, 1), {"b": "p"}, {"b": "q"}) is None


def everything(consult: str, on: date) -> list[tuple[dict[str, str], Verdict, set[str]]]:
    """Every set of answers to all that a consult reads: the verdict, and which answers contradict others."""
    names = sorted(name for kind, name in needed(GOOD, GOOD.consults[consult]) if kind == "facts")
    ways = [
        list(GOOD.facts[name].answers) if GOOD.facts[name].kind in CHOICES else [LONG_AGO, JUST_NOW] for name in names
    ]
    found = []
    for answers in product(*ways):
        facts = dict(zip(names, answers, strict=True))
        situation = Situation(GOOD, facts, on, presume=False)
        (verdict,) = Walk(situation).verdicts(GOOD.consults[consult])
        found.append((facts, verdict, {conflict.because_of for conflict in situation.conflicts}))
    return found


@pytest.mark.parametrize("consult", ["bicycle", "planting"])
def test_it_agrees_with_trying_everything(consult: str) -> None:
    on = DAYS[-1]
    tried = everything(consult, on)
    breaches = 0
    for name in (name for name in tried[0][0] if GOOD.facts[name].kind in CHOICES):
        by_rest: dict[tuple[str, ...], dict[str, Verdict]] = {}
        for facts, verdict, contradicting in tried:
            if contradicting <= {name}:  # what the answer in question implies goes before what others say
                rest = tuple(answer for fact, answer in facts.items() if fact != name)
                by_rest.setdefault(rest, {})[facts[name]] = verdict
        for one, other in permutations(GOOD.facts[name].answers, 2):
            both = [ends for ends in by_rest.values() if one in ends and other in ends]
            breach = any(ends[one].rank < ends[other].rank for ends in both)
            assert (milder(GOOD, GOOD.consults[consult], on, {name: one}, {name: other}) is not None) == breach
            breaches += breach
    assert breaches


@pytest.mark.parametrize("consult", ["bicycle", "planting"])
def test_on_a_day_that_is_left_out_every_verdict_is_that_of_a_day_that_is_not(consult: str) -> None:
    kept = turns(GOOD, GOOD.consults[consult], {})
    assert kept[0] == DAYS[0]
    verdicts = {day: [verdict for _, verdict, _ in everything(consult, day)] for day in DAYS}
    assert all(verdicts[day] in [verdicts[other] for other in kept] for day in DAYS)
