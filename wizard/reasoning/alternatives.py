"""What the user can do to get a better verdict: the smallest changes that tree authors have written down."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from wizard.content.model import Consult, Content, Text, Verdict
from wizard.reasoning.situation import Facts, Situation
from wizard.reasoning.walk import Walk

MOST_CHANGES = 2


@dataclass(frozen=True, slots=True)
class Alternative:
    """A change that makes the verdict better. ``change`` holds every fact that becomes otherwise."""

    change: dict[str, str]
    verdict: Verdict
    how: tuple[Text, ...]


def alternatives(content: Content, consult: Consult, facts: Facts, on: date) -> list[Alternative]:
    """The smallest changes in facts within the user's control that make the verdict better, mildest verdict first.

    Only changes that a fact offers under ``instead`` are tried, alone and in pairs; a pair is left out when one of
    the two would do as well by itself. The verdict of an alternative is the strictest that is still possible with it.
    """
    now = _strictest(content, consult, facts, on)
    found: list[tuple[frozenset[int], Alternative]] = []
    offers = list(enumerate(_offers(content, facts, on)))
    for size in range(1, MOST_CHANGES + 1):
        for chosen in combinations(offers, size):
            numbers = frozenset(number for number, _ in chosen)
            change: dict[str, str] = {}
            for _, (step, _how) in chosen:
                if any(change.get(fact, answer) != answer for fact, answer in step.items()):
                    break
                change |= step
            else:
                verdict = _strictest(content, consult, {**facts, **change}, on)
                better = [alternative for used, alternative in found if used < numbers]
                if verdict.rank >= now.rank or any(other.verdict.rank <= verdict.rank for other in better):
                    continue
                found.append((numbers, Alternative(change, verdict, tuple(how for _, (_step, how) in chosen))))
    return sorted((alternative for _, alternative in found), key=lambda a: (a.verdict.rank, len(a.how)))


def _offers(content: Content, facts: Facts, on: date) -> Iterable[tuple[dict[str, str], Text]]:
    situation = Situation(content, facts, on)
    for fact in content.facts.values():
        value = situation.value(fact.id, {})
        for offer in fact.instead:
            if value in offer.from_:
                yield {fact.id: offer.to, **offer.also}, offer.how


def _strictest(content: Content, consult: Consult, facts: Facts, on: date) -> Verdict:
    return max(Walk(Situation(content, facts, on)).verdicts(consult), key=lambda verdict: verdict.rank)
