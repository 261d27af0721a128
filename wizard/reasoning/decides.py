"""What decides the verdict: the one or two facts that, if they were otherwise, would bring another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations, product

from wizard.content.model import UNKNOWN, Before, Consult, Content, Fact, Since, Verdict
from wizard.content.values import CHOICES
from wizard.reasoning.advice import Advice, advise
from wizard.reasoning.days import trees_below
from wizard.reasoning.question import deciding_fact
from wizard.reasoning.situation import Facts
from wizard.reasoning.terms import first_within
from wizard.reasoning.walk import Walk, possible_verdicts, situate

OPEN_END = ".."
"""In a stretch of days: no first, or no last day."""
MIDNIGHT = "T00:00"

Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Turning:
    """Answers that turn the verdict: any of those listed per fact, together. ``verdicts`` are then possible.

    For a date or moment a stretch of days is listed, first and last day included: `2025-11-22/2026-06-30`, with `..`
    for no first or no last day.
    """

    answers: tuple[tuple[str, tuple[str, ...]], ...]
    verdicts: tuple[Verdict, ...]


def decides(content: Content, consult: Consult, facts: Facts, on: date) -> list[Turning]:
    """Every fact whose other answer would turn the verdict of a settled advice; where none does, every two facts.

    Looks at what was answered or assumed and is used, and as the second of two also at an answer that is only used once
    the first is otherwise. What is open is no matter of doubt but of asking. Answers that contradict what is known are
    left out. Empty while more than one verdict is possible.

    Nobody doubts a fact that says what the consult is about (what its trees depend on: the channel, for instance).
    Such facts come last, and where no other fact turns the verdict by itself, every two others are looked at too.
    First comes what was answered, then what is assumed (it is rarely otherwise); among these what certainly turns the
    verdict goes before what may, and the largest change first.
    """
    advice = advise(content, consult, facts, on, explore=False)
    if not advice.settled:
        return []
    looking = _Looking(content, consult, advice)
    said = [fact for fact, answer in looking.known.items() if answer != UNKNOWN and content.facts[fact].kind != "text"]
    used = [fact for fact in said if fact not in (*advice.unused, *advice.open)]
    unused = [fact for fact in said if fact in advice.unused]
    doubted = [fact for fact in used if fact not in looking.plain]
    found = looking.single(doubted) or looking.double(doubted, [fact for fact in unused if fact not in looking.plain])
    found += looking.single([fact for fact in used if fact in looking.plain])
    return sorted(found or looking.double(used, unused), key=looking.order)


def settles(content: Content, consult: Consult, advice: Advice) -> list[Turning]:
    """While ``advice`` leaves more than one verdict: the open questions of which a single answer settles it.

    First the question on which the verdict hangs first, though no answer to it may do so by itself: then without
    ``verdicts`` and answers. The others follow in the order of the open facts of the advice. Answers that contradict
    what is known are left out.
    """
    first = None if advice.settled else deciding_fact(content, consult, advice.facts, advice.on)
    if first is None:
        return []
    looking = _Looking(content, consult, advice)
    found = {fact: list(looking.settling(fact)) for fact in (first, *advice.open) if content.facts[fact].kind != "text"}
    found[first] = found.get(first) or [Turning(((first, ()),), ())]
    return [turning for turnings in found.values() for turning in turnings]


class _Looking:
    def __init__(self, content: Content, consult: Consult, advice: Advice) -> None:
        self.content = content
        self.consult = consult
        self.advice = advice
        self.known = {**advice.facts, **advice.assumed}
        self.plain = {fact for part in consult.parts for fact in part.when}
        self.nodes = [
            node
            for tree in trees_below(content, [part.tree for part in consult.parts])
            for node in tree.nodes.values()
            if isinstance(node, Since | Before)
        ]

    def order(self, turning: Turning) -> tuple[int, bool, int]:
        """How soon to name it: by the fact that is doubted least, then certain before possible, then by how far."""
        now = self.advice.verdict
        doubt = max(2 if fact in self.plain else int(fact in self.advice.assumed) for fact, _ in turning.answers)
        return doubt, now in turning.verdicts, -max(abs(verdict.rank - now.rank) for verdict in turning.verdicts)

    def single(self, facts: Sequence[str]) -> list[Turning]:
        """Each of ``facts`` that turns the verdict by itself."""
        return [turning for fact in facts for turning in self.turnings((fact,))]

    def double(self, facts: Sequence[str], unused: Sequence[str]) -> list[Turning]:
        """Every two of ``facts``, or one of them and one of ``unused``, that turn the verdict together."""
        pairs = (*combinations(facts, 2), *product(facts, unused))
        return [turning for pair in pairs for turning in self.turnings(pair)]

    def turnings(self, group: tuple[str, ...]) -> Iterator[Turning]:
        """The other answers to ``group`` that turn the verdict, those that bring the same together."""
        if self.verdicts(dict.fromkeys(group, UNKNOWN)) == self.advice.possible:
            return  # whatever they are, the verdict is the same: one look instead of many
        by_verdicts: dict[tuple[Verdict, ...], list[tuple[str, ...]]] = {}
        for chosen in product(*(self.others(fact) for fact in group)):
            change = {fact: answer for fact, (answer, _) in zip(group, chosen, strict=True)}
            if not self.contradicts(change):
                by_verdicts.setdefault(self.verdicts(change), []).append(tuple(label for _, label in chosen))
        for verdicts, rows in by_verdicts.items():
            if verdicts != self.advice.possible:
                for columns in together(rows):
                    answers = tuple(
                        (fact, self.joined(fact, column)) for fact, column in zip(group, columns, strict=True)
                    )
                    yield Turning(answers, verdicts)

    def settling(self, fact: str) -> Iterator[Turning]:
        """The answers to ``fact``, which is open, that leave one verdict, those that leave the same together."""
        by_verdict: dict[Verdict, list[str]] = {}
        for answer, label in self.others(fact):
            if self.contradicts({fact: answer}):
                continue
            walk = Walk(
                situate(self.content, self.consult, {**self.advice.facts, fact: answer}, self.advice.on), self.consult
            )
            left = walk.verdicts(self.consult, enough=2)
            if len(left) == 1:
                by_verdict.setdefault(left.pop(), []).append(label)
        for verdict, labels in by_verdict.items():
            yield Turning(((fact, self.joined(fact, tuple(labels))),), (verdict,))

    def others(self, fact: str) -> list[tuple[str, str]]:
        """Every answer to ``fact`` but the one that counts now, with how it is listed; of dates, one per stretch."""
        definition, known = self.content.facts[fact], self.known.get(fact, UNKNOWN)
        if definition.kind in CHOICES:
            return [(answer, answer) for answer in definition.answers if answer != known]
        is_open = known == UNKNOWN
        now = self.advice.on if is_open else date.fromisoformat(known[:10])
        time = (MIDNIGHT if definition.kind == "datetime" else "") if is_open else known[10:]
        return [
            ((last or first or now).isoformat() + time, stretch_of((first, last)))
            for first, last in self.stretches(definition)
            if is_open or not ((first is None or first <= now) and (last is None or now <= last))
        ]

    def stretches(self, fact: Fact) -> Iterator[Days]:
        """The stretches of days within which no node of the consult tells one day of ``fact`` from another."""
        on = self.advice.on
        starts = {
            first_within(on, node.within) if isinstance(node, Since) else node.day
            for node in self.nodes
            if node.fact == fact.id
        }
        firsts = sorted(day for day in starts if fact.planned or day <= on)
        for first, following in zip([None, *firsts], [*firsts, None], strict=True):
            yield first, following - timedelta(days=1) if following else None

    def joined(self, fact: str, listed: tuple[str, ...]) -> tuple[str, ...]:
        """Answers as they are; stretches of days that follow each other as one."""
        if self.content.facts[fact].kind in CHOICES:
            return listed
        found: list[Days] = []
        for first, last in (days_of(stretch) for stretch in listed):
            before = found[-1][1] if found else None
            if before and first == before + timedelta(days=1):
                found[-1] = (found[-1][0], last)
            else:
                found.append((first, last))
        return tuple(stretch_of(days) for days in found)

    def verdicts(self, change: dict[str, str]) -> tuple[Verdict, ...]:
        facts = {**self.advice.facts, **change}
        return possible_verdicts(self.content, self.consult, facts, self.advice.on)

    def contradicts(self, change: dict[str, str]) -> bool:
        """Whether ``change`` contradicts an answer that nothing contradicted before."""
        facts = {**self.advice.facts, **change}
        found = situate(self.content, self.consult, facts, self.advice.on).conflicts
        return bool(set(found) - set(self.advice.conflicts))


def together(rows: Iterable[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], ...]]:
    """``rows`` of one or two answers as columns, such that every answer of one goes with every answer of the other."""
    after: dict[str, list[tuple[str, ...]]] = {}
    for row in rows:
        after.setdefault(row[0], []).append(row[1:])
    alike: dict[tuple[tuple[str, ...], ...], list[str]] = {}
    for first, rest in after.items():
        alike.setdefault(tuple(rest), []).append(first)
    for rests, firsts in alike.items():
        yield (tuple(firsts), *(tuple(column) for column in zip(*rests, strict=True)))


def stretch_of(days: Days) -> str:
    """A stretch of days as it is listed: `2025-11-22/..`."""
    return "/".join(day.isoformat() if day else OPEN_END for day in days)


def days_of(stretch: str) -> Days:
    """The first and last day of a stretch as it is listed; ``None`` for an open end."""
    first, last = (None if day == OPEN_END else date.fromisoformat(day) for day in stretch.split("/"))
    return first, last
