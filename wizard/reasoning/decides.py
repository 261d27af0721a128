"""What decides the verdict: the one or two facts that, if they were otherwise, would bring another."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import combinations, product

from wizard.content.model import UNKNOWN, Consult, Content, Verdict
from wizard.content.values import CHOICES
from wizard.reasoning.advice import Advice, advise
from wizard.reasoning.situation import Facts
from wizard.reasoning.walk import possible_verdicts, situate


@dataclass(frozen=True, slots=True)
class Turning:
    """Answers that turn the verdict: any of those listed per fact, together. ``verdicts`` are then possible.

    A date has no answers listed: another date may turn the verdict.
    """

    answers: tuple[tuple[str, tuple[str, ...]], ...]
    verdicts: tuple[Verdict, ...]


def decides(content: Content, consult: Consult, facts: Facts, on: date) -> list[Turning]:
    """Every fact whose other answer would turn the verdict of a settled advice; where none does, every pair.

    Looks at what was answered or assumed and is used; what is open is no matter of doubt but of asking. Mildest first.
    Answers that contradict what is known are left out. Empty while more than one verdict is possible.
    """
    advice = advise(content, consult, facts, on, explore=False)
    if not advice.settled:
        return []
    doubted = [fact for fact in (*facts, *advice.assumed) if fact not in (*advice.unused, *advice.open)]
    looking = _Looking(content, consult, advice)
    for size in (1, 2):
        found = [turning for group in combinations(doubted, size) for turning in looking.turnings(group)]
        if found:
            return sorted(found, key=lambda turning: turning.verdicts[-1].rank)
    return []


class _Looking:
    def __init__(self, content: Content, consult: Consult, advice: Advice) -> None:
        self.content = content
        self.consult = consult
        self.advice = advice
        self.known = {**advice.assumed, **advice.facts}

    def turnings(self, group: tuple[str, ...]) -> Iterable[Turning]:
        """The other answers to ``group`` that turn the verdict, those that bring the same together."""
        if self.verdicts(dict.fromkeys(group, UNKNOWN)) == self.advice.possible:
            return  # whatever they are, the verdict is the same: one look instead of many
        typed = [fact for fact in group if self.content.facts[fact].kind not in CHOICES]
        if typed:
            yield Turning(tuple((fact, ()) for fact in group), self.verdicts(dict.fromkeys(group, UNKNOWN)))
            return
        by_verdicts: dict[tuple[Verdict, ...], list[tuple[str, ...]]] = {}
        for answers in product(*(self.others(fact) for fact in group)):
            change = dict(zip(group, answers, strict=True))
            if not self.contradicts(change):
                by_verdicts.setdefault(self.verdicts(change), []).append(answers)
        for verdicts, found in by_verdicts.items():
            if verdicts != self.advice.possible:
                columns = [tuple(dict.fromkeys(row[n] for row in found)) for n in range(len(group))]
                yield Turning(tuple(zip(group, columns, strict=True)), verdicts)

    def others(self, fact: str) -> list[str]:
        return [answer for answer in self.content.facts[fact].answers if answer != self.known[fact]]

    def verdicts(self, change: dict[str, str]) -> tuple[Verdict, ...]:
        facts = {**self.advice.facts, **change}
        return possible_verdicts(self.content, self.consult, facts, self.advice.on)

    def contradicts(self, change: dict[str, str]) -> bool:
        facts = {**self.advice.facts, **change}
        return len(situate(self.content, self.consult, facts, self.advice.on).conflicts) > len(self.advice.conflicts)
