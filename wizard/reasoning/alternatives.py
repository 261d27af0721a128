"""What the user can do to get a better verdict: the smallest changes that tree authors have written down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from wizard.content.model import Ask, Consult, Content, Text, Verdict
from wizard.reasoning.days import trees_below
from wizard.reasoning.question import deciding_fact
from wizard.reasoning.situation import Facts
from wizard.reasoning.walk import possible_verdicts, situate

MOST_CHANGES = 2
ENOUGH = Verdict.CONDITIONAL
"""With this verdict, or a milder one, the user may go ahead."""


@dataclass(frozen=True, slots=True)
class Alternative:
    """A change that makes the verdict better. ``change`` holds every fact that becomes otherwise.

    ``verdict`` is the strictest that is then possible. Where that is still no better because other facts are open,
    it is the mildest, and ``depends_on`` names the first fact it hangs on.
    """

    change: dict[str, str]
    verdict: Verdict
    how: tuple[Text, ...]
    depends_on: str | None = None


def alternatives(content: Content, consult: Consult, facts: Facts, on: date) -> list[Alternative]:
    """The smallest changes in facts within the user's control that make the verdict better, mildest verdict first.

    Only changes that a fact offers under ``instead`` are tried, alone and in pairs. Pairs are for where the verdict is
    stricter than ``conditional`` and no single change certainly brings that or milder; one is left out when one of the
    two would do as well by itself.
    """
    now = possible_verdicts(content, consult, facts, on)
    found: list[tuple[frozenset[int], Alternative]] = []
    offers = list(enumerate(_offers(content, consult, facts, on)))
    for size in range(1, MOST_CHANGES + 1):
        certain = [now[-1], *(one.verdict for _, one in found if one.depends_on is None)]
        if size > 1 and min(verdict.rank for verdict in certain) <= ENOUGH.rank:
            break  # who may go ahead as it is, or by one change, need not make two
        for chosen in combinations(offers, size):
            numbers = frozenset(number for number, _ in chosen)
            change: dict[str, str] = {}
            for _, (step, _how) in chosen:
                change |= step
            if any(change[fact] != answer for _, (step, _how) in chosen for fact, answer in step.items()):
                continue  # the two pull the same fact different ways
            how = tuple(how for _, (_step, how) in chosen)
            better = _better(content, consult, {**facts, **change}, on, now)
            smaller = [other for used, other in found if used < numbers or other.change == change]
            if better and not any(other.verdict.rank <= better[0].rank for other in smaller):
                found.append((numbers, Alternative(change, better[0], how, better[1])))
    return sorted(
        (alternative for _, alternative in found),
        key=lambda a: (a.verdict.rank, a.depends_on is not None, len(a.how)),
    )


def offered(content: Content, consult: Consult) -> bool:
    """Whether there is anything to try: a fact that the trees of ``consult`` ask has a change under `instead`."""
    trees = trees_below(content, (part.tree for part in consult.parts))
    asked = (node.fact for tree in trees for node in tree.nodes.values() if isinstance(node, Ask))
    return any(content.facts[fact].instead for fact in asked)


def _better(
    content: Content, consult: Consult, facts: Facts, on: date, now: tuple[Verdict, ...]
) -> tuple[Verdict, str | None] | None:
    """The better verdict that ``facts`` bring, and what it still depends on; ``None`` when it is no better."""
    then = possible_verdicts(content, consult, facts, on)
    if then[-1].rank < now[-1].rank:
        return then[-1], None
    if then[0].rank < now[0].rank:
        return then[0], deciding_fact(content, consult, facts, on)
    return None


def _offers(content: Content, consult: Consult, facts: Facts, on: date) -> Iterator[tuple[dict[str, str], Text]]:
    situation = situate(content, consult, facts, on)
    seen: list[dict[str, str]] = []
    for fact in content.facts.values():
        value = situation.value(fact.id, {})
        for offer in fact.instead:
            change = {fact.id: offer.to, **offer.also}
            here = not offer.consults or consult.id in offer.consults
            if here and value in offer.from_ and change not in seen:
                seen.append(change)
                yield change, offer.how
