"""The facts of one situation on one date: what is known, what follows, what is presumed, what contradicts.

Facts are ``{fact: answer}``; a date is written ``YYYY-MM-DD``; ``unknown`` is an answer of its own.
The rules are written down in docs/reasoning.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from datetime import date
from typing import NamedTuple

from wizard.content.fault import nearest
from wizard.content.model import UNKNOWN, Ask, Before, Condition, Content, Since
from wizard.content.values import CHOICES, WRITE, misfit
from wizard.reasoning.terms import lies_within

Facts = Mapping[str, str]
Assumed = dict[str, str]
"""What a scenario takes for granted about open facts, keyed by ``split``."""


class FactError(ValueError):
    """A fact or answer that does not exist; the message says what and what was probably meant."""


def validate(content: Content, facts: Facts, on: date) -> None:
    """Raise ``FactError`` for the first name or value in ``facts``, or reference date, that does not exist."""
    if on < content.law_from:
        raise FactError(f"reference date {on} lies before the law these trees know; give {content.law_from} or later")
    for name, answer in facts.items():
        fact = content.facts.get(name)
        if fact is None:
            near = nearest(str(name), content.facts)
            hint = near.en if near else "`magdat facts` lists them"
            raise FactError(f"unknown fact `{name}`; {hint}")
        if answer == UNKNOWN:
            continue
        if (wrong := misfit(fact, answer)) is not None:
            raise FactError(f"`{name}: {answer[:60]}` {wrong.en}; {WRITE[fact.kind].en}, or unknown")
        if fact.kind in CHOICES and answer not in fact.answers:
            near = nearest(str(answer), fact.answers)
            hint = near.en if near else f"choose from: {', '.join(fact.answers)}, unknown"
            raise FactError(f"`{answer}` is not an answer to `{name}`; {hint}")


class Conflict(NamedTuple):
    """An answer that another answer contradicts: ``because_of`` implies another value than the one given."""

    fact: str
    given: str
    implied: str
    because_of: str


def split(node: Ask | Since | Before) -> str:
    """What a node divides scenarios by: the fact, or the fact and its period."""
    if isinstance(node, Since):
        return f"{node.fact} within {node.within}"
    if isinstance(node, Before):
        return f"{node.fact} before {node.day}"
    return node.fact


class Situation:
    """What is known on ``on``: the answers given, what they imply, and (with ``presume``) the presumptions.

    Answers to facts in ``silent`` imply nothing: nobody reads them. No fact in ``unpresumed`` is presumed.
    """

    def __init__(
        self,
        content: Content,
        facts: Facts,
        on: date,
        *,
        presume: bool = True,
        silent: frozenset[str] = frozenset(),
        unpresumed: frozenset[str] = frozenset(),
    ) -> None:
        self.content = content
        self.facts = facts
        self.on = on
        self.presume = presume
        self.unpresumed = unpresumed
        self.conflicts: list[Conflict] = []
        self.implying: set[str] = set()
        self.known: dict[str, str] = {name: answer for name, answer in facts.items() if answer != UNKNOWN}
        self._imply(silent)

    def _imply(self, silent: frozenset[str]) -> None:
        """Add what the answers imply. An implied value wins; the answer it contradicts is reported."""
        todo = [name for name in self.known if name not in silent]
        implied: set[str] = set()
        while todo:
            name = todo.pop(0)
            for other, value in self._implied(name, self.known[name]).items():
                self.implying.add(name)
                given = self.known.get(other)
                if given is not None and given != value:
                    self.conflicts.append(Conflict(other, given, value, name))
                if other not in implied:  # where two answers imply opposite values, the first to speak wins
                    implied.add(other)
                    self.known[other] = value
                    todo.append(other)

    def unpresuming(self, facts: Iterable[str]) -> Situation:
        """The same situation, in which none of ``facts`` is presumed."""
        found = copy(self)
        found.unpresumed = self.unpresumed | frozenset(facts)
        return found

    def _implied(self, fact: str, answer: str) -> Mapping[str, str]:
        found = self.content.facts[fact].answers.get(answer)
        return found.implies if found else {}

    def presumption(self, fact: str, assumed: Assumed) -> str | None:
        """The ordinary value of ``fact`` if it may be taken here: nobody answered it, not even with "unknown"."""
        if not self.presume or fact in self.facts or fact in self.unpresumed:
            return None
        definition = self.content.facts[fact]
        if definition.presumed and self.holds(definition.presumed_when, assumed) is True:
            return definition.presumed
        return None

    def answer(self, node: Ask | Since | Before, assumed: Assumed) -> str | None:
        """The branch of ``node`` to take, or ``None`` when the fact is open."""
        value = self.known.get(node.fact)
        if isinstance(node, Ask):
            return value or assumed.get(node.fact) or self.presumption(node.fact, assumed)
        if value is None:
            return assumed.get(split(node))
        day = date.fromisoformat(value[:10])  # of a moment, its day
        if isinstance(node, Since):
            return "yes" if lies_within(day, node.within, self.on) else "no"
        return "yes" if day < node.day else "no"

    def value(self, fact: str, assumed: Assumed) -> str | None:
        """What is known, assumed or presumed about ``fact``; ``None`` when it is open."""
        return self.known.get(fact) or assumed.get(fact) or self.presumption(fact, assumed)

    def holds(self, when: Condition, assumed: Assumed) -> bool | None:
        """Whether a condition holds; ``None`` when that is open."""
        result: bool | None = True
        for fact, answers in when.items():
            value = self.value(fact, assumed)
            if value is None:
                result = None
            elif value not in answers:
                return False
        return result

    def ruling_out(self, when: Condition) -> tuple[str, ...]:
        """The first fact because of which a condition fails, whatever the others are; empty when there is none."""
        for fact, answers in when.items():
            value = self.value(fact, {})
            if value is not None and value not in answers:
                return (fact,)
        return ()

    def scenarios(self, node: Ask | Since | Before, assumed: Assumed) -> Iterator[tuple[str, Assumed]]:
        """Every way ``node`` can go: the one branch that is known, or each branch that does not contradict."""
        found = self.answer(node, assumed)
        if found is not None:
            yield found, assumed
        elif isinstance(node, Ask):
            yield from self.answers(node.fact, node.branches, assumed)
        else:
            for label in node.branches:
                yield label, {**assumed, split(node): label}

    def answers(self, fact: str, answers: Iterable[str], assumed: Assumed) -> list[tuple[str, Assumed]]:
        """Those of the ``answers`` to an open ``fact`` that do not contradict, each with all it implies.

        When every answer contradicts what is known, what is known is in doubt: then none of them is left out.
        """
        ways = [(answer, self.assume(fact, answer, assumed)) for answer in answers]
        fitting = [(answer, after) for answer, after in ways if after is not None]
        if not fitting and all(self.assume(fact, answer, {}) is None for answer, _ in ways):
            return [(answer, {**assumed, fact: answer}) for answer, _ in ways]
        return fitting

    def assume(self, fact: str, answer: str, assumed: Assumed) -> Assumed | None:
        """``assumed`` with ``fact: answer`` and all it implies, or ``None`` when that contradicts what is known."""
        after = {**assumed, fact: answer}
        todo = [fact]
        while todo:
            name = todo.pop()
            for other, value in self._implied(name, after[name]).items():
                known = self.known.get(other) or after.get(other)
                if known is None:
                    after[other] = value
                    todo.append(other)
                elif known != value:
                    return None
        return after
